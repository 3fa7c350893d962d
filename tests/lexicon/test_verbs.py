"""Verb forms known by name."""

import pytest

from policycheck.lexicon.verbs import bases, noun_like, pasts, state_verbs, third_persons


@pytest.mark.parametrize(
    ("form", "base"), [("records", "record"), ("notifies", "notify"), ("teaches", "teach"), ("goes", "go")]
)
def test_third_persons(form: str, base: str) -> None:
    assert third_persons()[form] == base


@pytest.mark.parametrize(
    ("form", "base"),
    [("kept", "keep"), ("notified", "notify"), ("stopped", "stop"), ("visited", "visit"), ("been", "be")],
)
def test_past_forms(form: str, base: str) -> None:
    assert pasts()[form] == base


def test_the_lists_agree_with_each_other() -> None:
    assert noun_like() <= bases()
    assert "ensure" in bases()
    assert "believe" in state_verbs()
    assert "believe" not in bases()
