"""Lengths of time told in two parts: they are one length, and their parts none."""

import pytest

from policycheck.domain.obligations import Unit
from policycheck.obligations.figures.all_figures import read_figures
from policycheck.obligations.figures.durations import find_durations
from policycheck.obligations.keeping.retention import find_retention
from policycheck.obligations.limits import read_time_limits


@pytest.mark.parametrize(
    ("text", "value", "unit", "words"),
    [
        ("The ferry sails within two weeks and three days.", 17 / 7, Unit.WEEK, "two weeks and three days"),
        ("The course lasts one year and six months.", 1.5, Unit.YEAR, "one year and six months"),
        ("The course lasts a year and six months.", 1.5, Unit.YEAR, "a year and six months"),
        ("The walk takes one day and six hours.", 1.25, Unit.DAY, "one day and six hours"),
        ("The walk takes an hour and three quarters.", 1.75, Unit.HOUR, "an hour and three quarters"),
        ("The walk takes two hours and a half.", 2.5, Unit.HOUR, "two hours and a half"),
        ("The walk takes an hour and a half of your time.", 1.5, Unit.HOUR, "an hour and a half"),
    ],
)
def test_two_parts_are_one_length(text, value, unit, words):
    (duration,) = find_durations(text)
    assert (duration.value, duration.unit) == (pytest.approx(value), unit)
    assert text[duration.start : duration.end] == words
    (figure,) = read_figures(text)
    assert (figure.value, figure.unit, figure.text) == (pytest.approx(value), unit.value, words)


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        (
            "Drivers rest 35 hours in any one week and ten hours in any day.",
            ["35 hours", "one week", "ten hours"],
        ),
        ("Crews sail 48 hours a week and six hours a day.", ["48 hours", "a week", "six hours", "a day"]),
        ("It is aired within one year and six months later let again.", ["one year", "six months"]),
        ("Ropes and nets last one year and two months respectively.", ["one year", "two months"]),
        ("It ends within one year, and six months for crews.", ["one year", "six months"]),
        ("It lasts for six weeks and two years.", ["six weeks", "two years"]),
    ],
)
def test_two_lengths_stay_two(text, lengths):
    assert [text[one.start : one.end] for one in find_durations(text)] == lengths


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("The boat is yours for a week and half of the fee.", "half of the fee"),
        ("For a year and three quarters of the crews to be trained.", "three quarters"),
    ],
)
def test_a_share_beside_a_length_stays_a_share(text, share):
    assert share in [figure.text for figure in read_figures(text)]


def test_limits_and_keeping_know_the_whole_length():
    (limit,) = read_time_limits("The cook answers within two weeks and three days.")
    assert limit.text == "within two weeks and three days"
    (kept,) = find_retention("The log is kept for three months and two weeks.")
    assert kept.value.value == pytest.approx(3 + 14 / 30)
