"""How long records are kept, told of the keeping or of a ban on the going."""

import pytest

from policycheck.domain.obligations import Comparator
from policycheck.obligations.keeping.retention import find_retention


def kept(text):
    return [(one.value.value, one.value.unit) for one in find_retention(text)]


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Crew lists live in the blue box until the Christmas after next.", (2, "year")),
        ("Each tape is with us till the term after next.", (2, "term")),
        ("Keep the last three years' crew lists and burn the rest.", (3, "year")),
        ("The logs of the last two seasons are kept, and no more.", (2, "year")),
        ("We keep this year's log and the two before.", (3, "year")),
        ("We are to have six years of logs on board.", (6, "year")),
        ("A recording must not be kept for more than 50 minutes.", (50, "minute")),
        ("Minutes of the mess are kept for 60 days.", (60, "day")),
        ("The bridge recorder has room for nine days.", (9, "day")),
        ("The life of a log is six years.", (6, "year")),
        ("Berth lists are kept until the end of the term.", (1, "term")),
        ("No passport copy is kept.", (0, "day")),
        ("We do not keep crew lists.", (0, "day")),
        ("Footage is overwritten after a fortnight.", (2, "week")),
        ("In their third year crew lists are shredded.", (2, "year")),
        ("The log is closed and destroyed two winters later.", (2, "year")),
        ("Berth registers must remain in the harbour office for eight years.", (8, "year")),
    ],
)
def test_keeping_is_told_in_many_ways(text, length):
    assert kept(text) == [length]


@pytest.mark.parametrize(
    "text",
    [
        "No log may be burned for eight years.",
        "The log must not be destroyed until eight years have gone by.",
        "No log less than eight years old may be shredded.",
    ],
)
def test_what_may_not_go_yet_is_kept_at_least_so_long(text):
    (found,) = find_retention(text)
    assert (found.value.value, found.value.comparator) == (8, Comparator.AT_LEAST)


@pytest.mark.parametrize(
    "text",
    [
        "The skipper sends a report on the last three years.",
        "A member who has sailed in the last two seasons may vote.",
        "Crew lists are not kept in the galley.",
        "The winch holds two weeks' rope.",
        "The ship stays in port until the end of the season.",
        "We do not keep dogs.",
        "The mate must not keep watch for more than 50 minutes.",
        "The mate must not hold the office for more than 3 years.",
        "Keep the galley lamp lit for 20 minutes.",
        "The mate reads the log after a storm.",
    ],
)
def test_what_is_not_kept_or_no_record_has_no_length(text):
    assert kept(text) == []


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("A mate must hold a certificate issued within the last three years.", []),
        ("Each mate has a medical certificate dated in the preceding two years.", []),
        ("Certificates issued in the last three years are kept.", [(3, "year")]),
    ],
)
def test_how_new_a_certificate_is_to_be_keeps_nothing(text, lengths):
    assert kept(text) == lengths
