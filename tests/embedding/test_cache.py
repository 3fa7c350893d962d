"""Texts asked for again and again are embedded once."""

import numpy as np

from policycheck.embedding import HashingEmbedder, remembering

MODEL = HashingEmbedder()


class Counted:
    """Embeds, and keeps what it was asked for."""

    def __init__(self):
        self.asked = []

    def __call__(self, texts):
        self.asked += texts
        return MODEL.embed(texts)


def test_a_text_known_already_is_not_asked_for_again():
    embed = Counted()
    remembered = remembering(embed)
    first = remembered(["the pump", "the valve", "the pump"])
    again = remembered(["the valve", "the hose"])
    assert embed.asked == ["the pump", "the valve", "the hose"]
    assert np.array_equal(first, MODEL.embed(["the pump", "the valve", "the pump"]))
    assert np.array_equal(again, MODEL.embed(["the valve", "the hose"]))
    assert remembered([]).shape == (0, MODEL.dimension)


def test_the_memory_is_bounded_and_forgets_no_text_of_the_one_call():
    embed = Counted()
    remembered = remembering(embed, most=3)
    remembered(["a", "b", "c"])
    assert np.array_equal(remembered(["c", "d"]), MODEL.embed(["c", "d"]))
    assert embed.asked == ["a", "b", "c", "c", "d"], "it was full, and began anew"
    assert np.array_equal(remembered([*"uvwxyz", "c"]), MODEL.embed([*"uvwxyz", "c"]))
