"""Lengths of time in seconds, nights and places in a row, and under the heading of a planner."""

import pytest

from policycheck.domain.obligations import Comparator, LimitKind, Unit
from policycheck.obligations.figures.all_figures import read_figures
from policycheck.obligations.limits import read_time_limits

_MOST, _LEAST = Comparator.AT_MOST, Comparator.AT_LEAST


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("The horn is sounded in 90 seconds or less.", 1.5, "minute", _MOST),
        ("Hang on to the loan boat for three more nights.", 3, "day", None),
        ("The buoy is moored by the third night.", 3, "day", _MOST),
        ("The club must write by the end of the fourth day.", 4, "day", _MOST),
        ("Have a boat out there before the second hour is up.", 2, "hour", _MOST),
        ("Novices are shown the ropes in their first three days.", 3, "day", _MOST),
        ("The handbook is given within the month that follows the day of joining.", 1, "month", _MOST),
        ("Nothing more is sent until the member has had a clear fortnight to pay.", 2, "week", _LEAST),
        ("Week: 4; Tick off: Sign them up", 4, "week", None),
        ("Job: Hull; Turnround: one quarter", 3, "month", None),
        ("Step: Plan signed; Target: two seasons after joining", 6, "month", None),
        ("The dinghy is delivered by the end of week 36.", 36, "week", _MOST),
        ("Lights are checked on day two.", 2, "day", _MOST),
        ("Visit: with the diver, day 6", 6, "day", _MOST),
        ("Owner hears: after the inquiry closes (3 mths or so)", 3, "month", None),
        ("The sail loft needs a calendar month.", 1, "month", None),
        ("The panel meets in a term's time.", 1, "term", None),
        ("We offer slots for the month after next.", 2, "month", _MOST),
        ("The list is there to see, one quarter in arrears.", 3, "month", None),
        ("Post: letters; Answered: within the wk", 1, "week", _MOST),
    ],
)
def test_a_length_told_in_other_words_is_read(text, value, unit, bound):
    found = next(figure for figure in read_figures(text) if figure.unit == unit)
    assert (found.value, found.bound) == (pytest.approx(value), bound)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("He sails three nights a week.", "day"),
        ("Dues are paid by the tenth day of each month.", "day"),
        ("Drop the harbour a line in the week.", "week"),
        ("Lunch seconds: 2", "minute"),
    ],
)
def test_what_only_looks_like_such_a_length_is_none(text, unit):
    assert all(figure.unit != unit or figure.kind.value != "time" for figure in read_figures(text))


def test_a_not_inside_the_case_turns_no_limit_into_a_ban():
    (found,) = read_time_limits("A coat that is not claimed shall be sent back before 21 days have run.")
    assert (found.kind, found.value, found.unit) == (LimitKind.WITHIN, 21, Unit.DAY)
    (found,) = read_time_limits("No coat shall be sold before 21 days have run.")
    assert found.kind is LimitKind.AFTER
