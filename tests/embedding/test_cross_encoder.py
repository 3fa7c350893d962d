"""Two clauses read together: what the model is for, and that other weights are refused."""

import pytest

from policycheck.embedding import TunedMiniLM, cross_encoder
from policycheck.errors import ModelError

DUTY = "The landlord must return the deposit within 14 days of the end of the tenancy."
BROKEN = "Moving out: You will have your money back six weeks after you hand in the keys."
KEPT = "Moving out: You will have your money back within a week of handing in the keys."
OTHER = "Moving in: The agent takes photographs of every room on the first day."


def test_a_clause_that_breaks_another_is_told_from_one_that_keeps_it_and_one_of_another_act(minilm):
    (broken, kept, other) = minilm.read_pairs([(DUTY, BROKEN), (DUTY, KEPT), (DUTY, OTHER)])
    assert broken[1] > max(kept[1], other[1])
    assert min(broken[0], kept[0]) > other[0]
    assert kept[2] > max(broken[2], other[2])


def test_each_pair_has_its_own_answer_whatever_stands_beside_it(minilm):
    pairs = [(DUTY, OTHER), ("Short.", "Short."), (DUTY, BROKEN + " " + KEPT * 20)]
    together = minilm.read_pairs(pairs)
    assert together.shape == (3, 3)
    for pair, said in zip(pairs, together, strict=True):
        assert minilm.read_pairs([pair])[0] == pytest.approx(said, abs=1e-3)
    assert minilm.read_pairs([]).shape == (0, 3)


def test_layers_that_were_not_checked_are_refused(monkeypatch):
    monkeypatch.setattr(cross_encoder, "LAYERS_SHA256", "0" * 64)
    with pytest.raises(ModelError, match="not the ones that were checked"):
        TunedMiniLM().read_pairs([(DUTY, BROKEN)])
