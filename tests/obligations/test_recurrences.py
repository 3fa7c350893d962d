"""How often, told by a cycle or by the two ends of a day."""

import pytest

from policycheck.domain.obligations import Unit
from policycheck.obligations.rhythms.frequencies import find_frequencies


def often(text):
    return [(one.value.value, one.value.unit, text[one.start : one.end]) for one in find_frequencies(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Masts are climbed and looked over in a cycle of eight years.", 8, Unit.YEAR),
        ("The buoys are repainted on a three-year programme.", 3, Unit.YEAR),
        ("Linen is changed on a rolling five-day rota.", 5, Unit.DAY),
        ("The hen house is raked out every other evening.", 2, Unit.DAY),
        ("The paddock is walked on alternate mornings.", 2, Unit.DAY),
        ("Read the dial first thing and last thing.", 12, Unit.HOUR),
        ("Count the rafts first thing in the morning and again last thing at night.", 12, Unit.HOUR),
        ("Oars are counted at the start and end of each day.", 12, Unit.HOUR),
        ("Taste the water when you open and again before you close.", 12, Unit.HOUR),
    ],
)
def test_a_cycle_and_the_ends_of_a_day_say_how_often(text, value, unit):
    assert [(v, u) for v, u, _ in often(text)] == [(value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "Lock the cycle shed of ten years' standing.",
        "Ring the harbour first thing.",
        "The other evening a raft was lost.",
        "The last thing we want is a leak.",
        "Hand in the log at the end of the voyage.",
    ],
)
def test_a_bicycle_one_morning_and_an_evening_gone_by_do_not(text):
    assert often(text) == []
