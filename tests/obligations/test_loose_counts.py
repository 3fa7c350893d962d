"""Counts that have no noun of their own, and parts of a whole told in passing."""

import pytest

from policycheck.domain.figures import FigureKind
from policycheck.domain.obligations import Comparator
from policycheck.obligations.figures.all_figures import read_figures


def counts(text):
    return [one.value for one in read_figures(text) if one.kind is FigureKind.COUNT and not one.unit]


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("After the regatta, pair them up: two to a bunk.", 2),
        ("A dozen each and then leave some for the rest.", 12),
        ("Boat: skiff; Crew carried: up to a baker's dozen", 13),
        ("Kit: oars; We hold: a brace, no more", 2),
        ("As long as you still have eight in the boat, row on.", 8),
        ("TWO at the oars. The rest sit still.", 2),
        ("Bench: stern; Hold for: family x 4, rest crew", 4),
        ("Bunk: forward; Sharing it: all seven", 7),
        ("If a third arrives, somebody goes ashore.", 2),
    ],
)
def test_a_count_without_a_noun_is_read(text, many):
    assert many in counts(text)


def test_what_is_one_too_many_bounds_the_rest():
    (cap,) = [one for one in read_figures("If a fourth turns up, send one away.") if one.text == "fourth"]
    assert (cap.value, cap.bound) == (3, Comparator.AT_MOST)


@pytest.mark.parametrize(
    "text",
    [
        "Be there at ten in the morning.",
        "Two at night and two by day are the hours of the tide until ten.",
        "No one pays.",
        "We have six months in the yard.",
    ],
)
def test_hours_and_nobody_are_no_counts(text):
    assert 10 not in counts(text)
    assert 6 not in counts(text)
    assert 1 not in counts(text)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Break an oar and a third of your wage stops with us.", 100 / 3),
        ("Knock off a fifth for every season.", 20),
    ],
)
def test_parts_are_read_before_other_words(text, share):
    assert [one.value for one in read_figures(text) if one.kind is FigureKind.PERCENT] == [
        pytest.approx(share)
    ]


def test_half_of_an_hour_more_is_no_share():
    assert all(one.kind is not FigureKind.PERCENT for one in read_figures("Row for an hour and a half."))
