"""The tuned encoder: what it is for, and that other weights are refused."""

import pytest

from policycheck.embedding import TunedMiniLM, tuned
from policycheck.errors import ModelError


def test_one_act_in_other_words_lies_nearer_than_another_act_in_the_same_words(minilm):
    duty, same, other = minilm.embed(
        [
            "The landlord must return the deposit within 14 days of the end of the tenancy.",
            "You will have your money back in two weeks once you have moved out.",
            "The landlord must give the tenant 14 days' notice of the end of the tenancy.",
        ]
    )
    assert duty @ same > duty @ other


def test_layers_that_were_not_checked_are_refused(monkeypatch):
    monkeypatch.setattr(tuned, "LAYERS_SHA256", "0" * 64)
    with pytest.raises(ModelError, match="not the ones that were checked"):
        TunedMiniLM().embed(["A text."])
