"""Multiples of a whole, and sums by the names of coins."""

import pytest

from policycheck.domain.figures import FigureKind
from policycheck.obligations.figures.all_figures import read_figures


def told(text, kind):
    return [one.value for one in read_figures(text) if one.kind is kind]


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("Boat: launch; Price: Twice the plain rate", [200]),
        ("The fee is one and a half times that of a punt", [150]),
        ("Coxes get double pay on Sundays", [200]),
        ("Sundays are paid at time and a half", [150]),
        ("A guest pays three times the fee", [300]),
        ("The deposit is half as much again", [150]),
        ("Rinse the hull twice the same day", []),
        ("The boat is looked over twice a year", []),
        ("Make a double check of the ropes", []),
        ("Ring three times the first morning", []),
    ],
)
def test_a_multiple_is_a_share(text, shares):
    assert told(text, FigureKind.PERCENT) == shares


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("A launch is a flat fiver a day", [5]),
        ("twenty quid for a punt", [20]),
        ("It costs half a grand to hire", [500]),
        ("a couple of pounds each", [2]),
        ("twenty pounds", [20]),
        ("a pound of nails and a grand tour", []),
    ],
)
def test_a_sum_by_its_name(text, sums):
    assert told(text, FigureKind.MONEY) == sums
