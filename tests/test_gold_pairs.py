"""The rows of tests/gold's pairs, as what learns from them takes them."""

import json

import pytest
from gold_pairs import acts_in

ROW = {
    "field": "swimming pools",
    "text": "The duty manager must test the water every 2 hours.",
    "heading": "Water",
    "agrees": [
        {
            "text": "Water is to be tested every two hours by the manager on duty.",
            "heading": "",
            "why": "told_otherwise",
        }
    ],
    "contradicts": [
        {"text": "The duty manager must test the water every 6 hours.", "heading": "", "type": "frequency"}
    ],
    "other": [
        {"text": "The duty manager must test the alarm every 2 hours.", "heading": "", "why": "same_words"},
        {"text": "The duty manager must test the water every 60 minutes.", "heading": "", "why": "stricter"},
    ],
}


@pytest.fixture
def act(tmp_path):
    (tmp_path / "pools.jsonl").write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    [act] = acts_in(tmp_path, "pools")
    return act


def test_whoever_breaks_a_rule_or_is_stricter_speaks_of_its_act(act):
    assert act.field == "swimming pools"
    told = [s.text for s in act.told]
    assert len(told) == 4
    assert any("6 hours" in text for text in told)
    assert any("60 minutes" in text for text in told)


def test_what_is_about_something_else_does_not(act):
    assert ["alarm" in s.text for s in act.others] == [True]
