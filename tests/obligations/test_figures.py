"""Figures wherever they stand in a sentence, against what a reader takes from it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycheck.domain.figures import FigureKind
from policycheck.domain.obligations import Comparator
from policycheck.obligations.figures import read_figures

TIME, MONEY, PERCENT, AGE, COUNT, RHYTHM, RATIO, MEASURE = FigureKind
LEAST, MOST = Comparator.AT_LEAST, Comparator.AT_MOST


def told(text):
    return [(f.kind, f.value, f.unit, f.bound) for f in read_figures(text)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Under-18s get a rest break of 20 minutes", [(AGE, 17, "year", MOST), (TIME, 20, "minute", None)]),
        ("a break of at least half an hour", [(TIME, 0.5, "hour", Comparator.AT_LEAST)]),
        ("must not suspend anybody for more than six months", [(TIME, 6, "month", Comparator.AT_MOST)]),
        ("The account stops when it is £15 in the red", [(MONEY, 15, "£", None)]),
        ("Interest of 8 per cent must be added", [(PERCENT, 8, "%", None)]),
        ("A guarantor must be 21 or over", [(AGE, 21, "year", Comparator.AT_LEAST)]),
        ("staff who have passed their eighteenth birthday", [(AGE, 18, "year", None)]),
        ("within one school week", [(TIME, 5, "school day", Comparator.AT_MOST)]),
        ("back within a fortnight", [(TIME, 2, "week", Comparator.AT_MOST)]),
        ("as section 4, Standard 26 and stage two say, since 2011", []),
        ("see 4.2 and Version 5", []),
        ("one meal in every eight is tasted by the cook", [(PERCENT, 12.5, "%", None)]),
        ("two thirds of the seats are sold beforehand", [(PERCENT, 200 / 3, "%", None)]),
        ("A goalkeeper on loan gets half pay", [(PERCENT, 50, "%", None)]),
        ("half an hour in a quarter of the year", [(TIME, 0.5, "hour", None)]),
        ("at least one lifeguard for every 30 bathers", [(RATIO, 30, "", MOST)]),
        ("the kitchen is swept every three weeks", [(RHYTHM, 3, "week", MOST)]),
        ("no later than the eleventh working day", [(TIME, 11, "day", MOST)]),
        ("no sooner than the eighth day after the vote", [(TIME, 7, "day", LEAST)]),
        ("the third anniversary of the wreck", [(TIME, 3, "year", None)]),
        ("a locker costs 65p", [(MONEY, 0.65, "£", None)]),
        ("two thousand pounds", [(MONEY, 2000, "£", None)]),
        ("a dive lasts an hour and a half", [(TIME, 1.5, "hour", None)]),
        ("not fewer than four divers", [(COUNT, 4, "diver", LEAST)]),
        ("where the swell is over three metres", [(MEASURE, 3, "metres", LEAST)]),
        ("signed by two witnesses", [(COUNT, 2, "witness", None)]),
        ("one qualified tower master", [(COUNT, 1, "master", None)]),
        ("paid at £12 an hour", [(MONEY, 12, "£", None)]),
        ("a member of 21 and above", [(AGE, 21, "year", LEAST)]),
    ],
)
def test_a_sentence_says(text, figures):
    assert told(text) == figures


@given(st.integers(2, 400), st.sampled_from(["minute", "hour", "day", "week", "month", "year"]))
def test_a_printed_time_is_read_back(value, unit):
    assert told(f"Kept for {value} {unit}s.") == [(TIME, value, unit, None)]


@given(st.text(max_size=300))
def test_any_text_is_read_without_error(text):
    assert all(f.text in text for f in read_figures(text))
