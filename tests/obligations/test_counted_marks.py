"""Lengths of time told by Sundays, paydays and winters that go by."""

import pytest

from policycheck.domain.figures import FigureKind
from policycheck.domain.obligations import LimitKind, Unit
from policycheck.obligations.figures.all_figures import read_figures
from policycheck.obligations.limits import read_time_limits


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The loan of a robe is repaid before four Sundays have passed.", 4, "week"),
        ("Look in before the third weekend is over.", 3, "week"),
        ("A hymnal comes back within two market days.", 2, "week"),
        ("The verger rings you back three Fridays later.", 3, "week"),
        ("Dues are in by the second payday after joining.", 2, "month"),
        ("Beds: hedge; Cut back: by winter no. 3", 3, "year"),
        ("Once two weekends have gone, the robe goes to the next in line.", 2, "week"),
        ("The organ is tuned until a couple of harvests have passed.", 2, "year"),
    ],
)
def test_what_goes_by_so_often_is_a_length(text, value, unit):
    assert (value, unit) in [(f.value, f.unit) for f in read_figures(text) if f.kind is FigureKind.TIME]


@pytest.mark.parametrize(
    "text",
    [
        "The choir sings on two Sundays a month.",
        "We meet on the third Sunday after Easter.",
        "The choir sings for two Sundays in each term.",
        "It is done on the first Sunday after the wedding.",
    ],
)
def test_days_of_a_rota_are_none(text):
    assert not [f for f in read_figures(text) if f.kind is FigureKind.TIME and f.unit == "week"]


def test_they_are_a_limit_and_no_rhythm():
    (found,) = read_time_limits("You have a line from us before four Sundays have passed.")
    assert (found.kind, found.value, found.unit) == (LimitKind.WITHIN, 4, Unit.WEEK)
