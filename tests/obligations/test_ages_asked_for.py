"""Ages asked of people in so many words: "must be aged at least 18"."""

import pytest

from policycheck.domain.figures import FigureKind
from policycheck.domain.obligations import Comparator
from policycheck.obligations.figures.all_figures import read_figures
from policycheck.obligations.limits import read_time_limits
from policycheck.obligations.thresholds import read_thresholds

LEAST, MOST = Comparator.AT_LEAST, Comparator.AT_MOST


def ages(text):
    return [(one.value, one.unit, one.bound) for one in read_figures(text) if one.kind is FigureKind.AGE]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Ringers must be aged at least 11.", [(11, "year", LEAST)]),
        ("A beekeeper has to be aged not less than 16 years.", [(16, "year", LEAST)]),
        ("Jugglers are to be aged a minimum of 14.", [(14, "year", LEAST)]),
        ("Volunteers must be at least 18.", [(18, "year", LEAST)]),
        ("The holder of a torch shall be not less than 17 and sober.", [(17, "year", LEAST)]),
        ("A bell-ringer must be at least 16.", [(16, "year", LEAST)]),
        ("Every pilot has to be no younger than 21.", [(21, "year", LEAST)]),
        ("Tumblers must be aged at most 12.", [(12, "year", MOST)]),
        ("A tumbler must be no older than 12.", [(12, "year", MOST)]),
        ("Kittens must be aged at least nine weeks.", [(9, "week", LEAST)]),
        ("The youngest age at which anyone may be let go up on to the wire is 17.", [(17, "year", LEAST)]),
    ],
)
def test_an_age_asked_for_is_read(text, read):
    assert ages(text) == read
    assert [one.value for one in read_thresholds(text)] == [value for value, _, _ in read]
    assert read_time_limits(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Claims about a loss more than a year old are not heard.",
        "The number of members must be at least 18.",
        "Members present must be at least five.",
        "Members must be at least 15 at every meeting.",
        "The crew must be at least three.",
        "The water must be at least 15.",
        "The singer's score must be at least 18.",
        "Singers must be at least 20 metres from the bell.",
        "Singers must be at least 20 minutes early.",
        "The loaf must be less than a day old.",
    ],
)
def test_a_number_asked_for_that_is_no_age_is_none(text):
    assert ages(text) == []
