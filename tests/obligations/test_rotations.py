"""How often, told by whose turn it is, by when it was last, and by the parts of a day."""

import pytest

from policycheck.domain.obligations import Unit
from policycheck.obligations.rhythms.frequencies import find_frequencies


def often(text):
    return [(pytest.approx(one.value.value), one.value.unit) for one in find_frequencies(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Every fourth Sunday the bells are greased.", 4, Unit.WEEK),
        ("Job: grease the bells; When: each third Monday", 3, Unit.WEEK),
        ("A quarter of our lanterns are stripped down each year.", 4, Unit.YEAR),
        ("We rewire half the lanterns every summer.", 2, Unit.YEAR),
        ("Odd-numbered lanterns are rewired this spring, even-numbered ones next.", 2, Unit.YEAR),
        ("Half of the ropes are turned one month and the other half the next.", 2, Unit.MONTH),
        ("The ropes are turned at the start of each of the four quarters.", 3, Unit.MONTH),
        ("The bells are greased as the seasons change.", 3, Unit.MONTH),
        ("The rope shall be looked over before it is rung on a Sunday or used on any day.", 1, Unit.DAY),
        ("Stay: main rope; Every: month", 1, Unit.MONTH),
        ("Last greased May 2021. Next greasing due November 2022.", 18, Unit.MONTH),
        ("Bell: tenor; Last turned: 2019; Next: 2024", 5, Unit.YEAR),
        ("Wind the clock before breakfast and again at dusk.", 12, Unit.HOUR),
        ("Wind the clock when you come up, once more at noon and a last time at nightfall.", 8, Unit.HOUR),
        ("Wind the clock on Tuesday and do it again on Saturday.", 3.5, Unit.DAY),
        ("Wind the clock at dawn and leave it until dawn comes round again.", 1, Unit.DAY),
        ("Tower swept: once, after harvest", 1, Unit.YEAR),
        ("Tower swept; Date: 9 June only", 1, Unit.YEAR),
        ("Job: sweep the tower; Comes: Oct only", 1, Unit.YEAR),
        ("One lantern in four is rewired each autumn.", 4, Unit.YEAR),
        ("One in six of our lanterns is rewired every month.", 6, Unit.MONTH),
        ("Rung for practice: alt. Fridays", 2, Unit.WEEK),
        ("Clapper greased: alternate Februaries", 2, Unit.YEAR),
        ("Muffles on: one practice per 6-week round", 6, Unit.WEEK),
        ("TOWER SWEPT: APR + OCT", 6, Unit.MONTH),
        ("The louvres are cleared in Mar & Sep.", 6, Unit.MONTH),
        ("Ropes washed: start and finish of term", 0.5, Unit.TERM),
    ],
)
def test_a_turn_that_comes_round_says_how_often(text, value, unit):
    assert often(text) == [(value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "The third Thursday is kept free.",
        "The ringer is paid a third of the fee.",
        "Half the ringers may leave at noon.",
        "Do not ring again before lunch.",
        "One lantern in two hundred years was stolen.",
        "The frame creaks in Jan & Feb.",
        "The letter of May 2021 is answered in the minutes of June 2022.",
        "The bell is next to the one that was cast in 2011.",
    ],
)
def test_what_does_not_come_round_is_no_rhythm(text):
    assert often(text) == []


def test_a_share_of_money_paid_each_month_is_paid_monthly():
    assert often("Half of the fee is paid each month.") == [(1, Unit.MONTH)]


def test_several_rounds_a_day_are_told_in_more_ways():
    assert often("The ropes are looked over three times on each day.") == [(8, Unit.HOUR)]
    assert often("The ropes are looked over at three daily rounds.") == [(8, Unit.HOUR)]
    assert often("The ropes are looked over six weekly.") == [(6, Unit.WEEK)]
