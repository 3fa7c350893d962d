"""Times told by the turn of work, the part of a day or the week in which a thing happens."""

import pytest

from policycheck.domain.obligations import Comparator
from policycheck.obligations.figures.all_figures import read_figures


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Any tear in the sail is told to the bosun in the lesson in which it is found.", 0, "day"),
        ("Thanks are written in the week in which the gift comes.", 1, "week"),
        ("The loss is noted during the month in which it falls.", 1, "month"),
        ("The tiller is looked over before whoever steered goes off duty.", 0, "day"),
        ("The log is written up before the coxswain goes home that evening.", 0, "day"),
        ("Write it up before you clock off.", 0, "day"),
        ("The owner must be told before dusk on the day of the loss.", 0, "day"),
        ("The report is written in the course of that same turn of duty.", 0, "day"),
        ("The families hear on the afternoon of the race.", 0, "day"),
        ("The gauge is fitted on the first evening of the hire.", 1, "day"),
        ("The key is back on its hook that evening.", 0, "day"),
        ("The owner is told before the working day on which it was learnt has ended.", 0, "day"),
        ("It is put right on the shift that it is seen.", 0, "day"),
        ("The badge is handed in on the last shift.", 0, "day"),
        ("A cracked oar must be swapped before the next lesson.", 1, "day"),
    ],
)
def test_the_turn_in_which_a_thing_happens_is_a_length_of_time(text, value, unit):
    (found,) = read_figures(text)
    assert (found.value, found.unit, found.bound) == (value, unit, Comparator.AT_MOST)


@pytest.mark.parametrize(
    "text",
    [
        "The cook does not eat before she goes home.",
        "Guests who stay that night pay extra.",
        "The matter is reported on that day.",
        "Wait on the quay until the bus goes off.",
        "No one may row before the next lesson.",
    ],
)
def test_a_turn_that_is_no_time_limit_is_left_alone(text):
    assert read_figures(text) == ()
