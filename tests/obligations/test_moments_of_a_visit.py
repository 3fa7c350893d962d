"""Occasions that are over within the day, and how full a vessel is."""

import pytest

from policycheck.domain.figures import FigureKind
from policycheck.obligations.figures.all_figures import read_figures


def told(text):
    return [(f.kind, f.value, f.working) for f in read_figures(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The lease is explained and signed on the same visit.",
        "Fit the harness and hand it over at the same appointment.",
        "A wet tent is hung up the same evening.",
        "Lessons are cancelled during the same call.",
        "The day you sell the boat, tell the harbour.",
        "Come down. The very day that you hear of it, ring the mill.",
    ],
)
def test_the_same_visit_evening_or_day_leaves_no_time(text):
    assert told(text) == [(FigureKind.TIME, 0, False)]


@pytest.mark.parametrize(
    "text",
    [
        "Keys come back by six the same evening.",
        "The same visitor may come twice.",
        "Sit in the same meeting room.",
        "The day centre is closed.",
    ],
)
def test_an_hour_and_a_likeness_do_not(text):
    assert FigureKind.TIME not in [kind for kind, _, _ in told(text)]


def test_an_abbreviated_working_day_may_be_the_next_one():
    assert told("Step: lost keys; Time: The next WD") == [(FigureKind.TIME, 1, True)]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Skips are taken away once they are three quarters full.", 75),
        ("Refill the tank when it is one-third full.", 100 / 3),
        ("A half-empty bottle is replaced.", 50),
        ("Fill it until it is full to the brim.", 100),
        ("The drum is filled to the top.", 100),
    ],
)
def test_how_full_a_vessel_is_is_a_share(text, share):
    assert told(text) == [(FigureKind.PERCENT, share, False)]


@pytest.mark.parametrize("text", ["The hall is full to the delight of the band.", "Fill in the full form."])
def test_other_fullness_is_none(text):
    assert told(text) == []
