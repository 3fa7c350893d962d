"""Clauses in almost the same words, of two policies of a lighthouse trust: what parts them and what does not."""

import pytest

from policycheck.conflicts.alike import alike
from policycheck.conflicts.finder import pair_of
from policycheck.conflicts.rules.in_same_words import in_same_words
from tests.statements import said

LAMP = "The keeper must trim the lamp before the evening watch begins."


def objection(one, other, *, against_source=False):
    return in_same_words(pair_of(said(one), said(other), 0.9, against_source=against_source))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (LAMP, "The keeper may trim the lamp before the evening watch begins."),
        (
            "The gallery door must not be left open in a gale.",
            "The gallery door must be left open in a gale.",
        ),
        (
            "A visitor may climb to the lantern room with a guide.",
            "A visitor may not climb to the lantern room with a guide.",
        ),
    ],
)
def test_a_denial_or_another_force_in_the_same_words(one, other):
    found = objection(one, other)
    assert found is not None
    assert found.a_words in one
    assert found.b_words in other
    assert found.a_words != found.b_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            LAMP, "The keeper shall trim the lamp before the evening watch begins.", id="must, shall"
        ),
        pytest.param(
            "No boat may be launched from the slip after dusk.",
            "After dusk no boat shall be launched from the slip.",
            id="a denial that moved",
        ),
        pytest.param(
            "No visitor may climb to the lantern room without a guide.",
            "A visitor may climb to the lantern room only with a guide.",
            id="only with, not without",
        ),
        pytest.param(
            "Oil must be poured into the tank by the keeper.",
            "Oil shall be put by the keeper to the tank.",
            id="into is not the opposite of to",
        ),
        pytest.param(
            LAMP, "The cook may light the stove before the evening watch begins.", id="words of another act"
        ),
    ],
)
def test_the_same_rule_and_another_are_left_in_peace(one, other):
    assert objection(one, other) is None


def test_a_policy_may_bind_what_its_source_leaves_free():
    assert (
        objection("The keeper may trim the lamp at dusk.", "The keeper must trim the lamp at dusk.")
        is not None
    )
    assert (
        objection(
            "The keeper may trim the lamp at dusk.",
            "The keeper must trim the lamp at dusk.",
            against_source=True,
        )
        is None
    )


@pytest.mark.parametrize(
    ("other", "swapped", "added"),
    [
        (LAMP, 0, 0),
        ("The keeper must trim the lamp before the morning watch begins.", 1, 0),
        ("The keeper must trim the brass lamp before the evening watch begins.", 0, 1),
        ("Before the evening watch begins the keeper must trim the lamp.", 0, 0),
    ],
)
def test_words_in_each_other_s_place_are_told_from_those_that_come_on_top(other, swapped, added):
    found = alike(said(LAMP), said(other))
    assert (found.swapped, found.added) == (swapped, added)
    assert found.part > 0.7


def test_nothing_is_alike_where_no_word_is_shared():
    assert alike(said(LAMP), said("Visitors pay at the gate.")).part == 0
