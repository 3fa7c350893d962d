"""Dates told by the end or the beginning of a month, a weekday in it, or a feast."""

import pytest

from policycheck.domain.figures import FigureKind
from policycheck.domain.obligations import Comparator
from policycheck.obligations.figures.all_figures import read_figures


def dates(text):
    return [(figure.value, figure.bound) for figure in read_figures(text) if figure.kind is FigureKind.DATE]


def place(month, day):
    return 31.0 * (month - 1) + day


@pytest.mark.parametrize(
    ("text", "month", "day", "bound"),
    [
        ("Bids: last day of April", 4, 30, None),
        ("The hymn list closes on the last working day of June.", 6, 30, None),
        ("Pew rents are in by June's end.", 6, 30, Comparator.AT_MOST),
        ("Pew rents are in by end June.", 6, 30, Comparator.AT_MOST),
        ("Pew rents are in before June is out.", 6, 30, Comparator.AT_MOST),
        ("The book shuts when June does, and when July ends the box.", 7, 31, None),
        ("Pew rents are in by the close of February.", 2, 28, Comparator.AT_MOST),
        ("The hymn list closes with May, before June begins.", 6, 1, Comparator.AT_MOST),
        ("Bids: last Fri in Sept", 9, 27, None),
        ("The bell fund is counted by the second Monday of May.", 5, 11, Comparator.AT_MOST),
        ("Bids: by May 31st", 5, 31, Comparator.AT_MOST),
        ("Pew rents are in by Lady Day.", 3, 25, Comparator.AT_MOST),
        ("Pew rents are in before Christmas Eve.", 12, 24, Comparator.AT_MOST),
        ("The loft is swept by Hallowe’en.", 10, 31, Comparator.AT_MOST),
    ],
)
def test_dates_told_otherwise_are_read(text, month, day, bound):
    assert (place(month, day), bound) in dates(text)


@pytest.mark.parametrize(
    "text",
    [
        "In May 14 ringers came.",
        "The rota is out by the last day of March 2019.",
        "We bake for the Christmas party and sing at the Michaelmas fair.",
        "Ask on the last Friday before Christmas week.",
        "You may 12 times a year.",
    ],
)
def test_what_only_looks_like_such_a_date_is_none(text):
    assert dates(text) == []
