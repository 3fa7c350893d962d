"""Sums, shares and numbers bounded in other words than "at least" and "no more than"."""

import pytest

from policycheck.domain.obligations import Comparator
from policycheck.obligations.figures.all_figures import read_figures
from policycheck.obligations.thresholds import read_thresholds

LEAST, MOST, EXACT = Comparator.AT_LEAST, Comparator.AT_MOST, Comparator.EXACTLY


@pytest.mark.parametrize(
    ("text", "bound", "value"),
    [
        ("Prizes of £900 and upwards are engraved.", LEAST, 900),
        ("Prizes of £900 plus are engraved.", LEAST, 900),
        ("Prizes: £900+", LEAST, 900),
        ("Prizes up to and including £900 are paid in cash.", MOST, 900),
        ("Prizes short of £900 are paid in cash.", MOST, 900),
        ("Nothing short of £900 is engraved.", LEAST, 900),
        ("A prize that reaches £900 is engraved.", LEAST, 900),
        ("The prize fund must reach £900.", LEAST, 900),
        ("A prize must not reach £900.", MOST, 900),
        ("A prize in excess of £900 is engraved.", LEAST, 900),
        ("A hall that reaches 40 seats is locked.", LEAST, 40),
        ("A lead of 10% and over is final.", LEAST, 10),
        ("The bill can reach £900 in a bad year.", EXACT, 900),
        ("The entry costs £12 plus postage.", EXACT, 12),
        ("The entry costs £12 plus VAT", EXACT, 12),
    ],
)
def test_a_bound_is_read_in_both_readings(text, bound, value):
    figures = [one for one in read_figures(text) if one.value == value]
    thresholds = [one for one in read_thresholds(text) if one.value == value]
    assert [one.bound or EXACT for one in figures] == [one.comparator for one in thresholds] == [bound]


def test_what_reaches_a_sum_is_a_case_and_a_sum_to_be_reached_is_none():
    case, asked = (
        read_figures(text)[0]
        for text in ("A prize that reaches £900 is engraved.", "The fund must reach £900.")
    )
    assert (case.of_case, asked.of_case) == (True, False)
