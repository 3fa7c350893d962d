"""How often, told by what comes round, by lists of hours, and by how long one time does for."""

import pytest

from policycheck.domain.figures import FigureKind
from policycheck.obligations.figures.all_figures import read_figures


def rhythms(text):
    return [(one.value, one.unit) for one in read_figures(text) if one.kind is FigureKind.RHYTHM]


@pytest.mark.parametrize(
    ("text", "often"),
    [
        ("We grease the winch on every payday.", (1, "month")),
        ("The winch is greased whenever there is a new moon.", (1, "month")),
        ("The winch is greased come the equinox and come the solstice.", (3, "month")),
        ("The winch is greased in leap years.", (4, "year")),
        ("The hull is scraped on the anniversary of the launch.", (1, "year")),
        ("The hull is scraped on alternate summers.", (2, "year")),
        ("Job: hull; When done: mid-month and month end", (0.5, "month")),
        ("Job: hull; How often: the four quarter days", (3, "month")),
        ("Job: winch; Greased: Mon, by whoever is first in", (1, "week")),
        ("Job: winch; Greased: 3 x a working day", (8, "hour")),
        ("Turn the bilge pump on at 10, 2 and 6.", (8, "hour")),
        ("Soundings: eight in the morning, one o'clock and six.", (8, "hour")),
        ("Grease the winch if it's Monday.", (1, "week")),
        ("Friday, when the crew has gone: the winch is greased.", (1, "week")),
        ("The crew meets twice between one May and the next.", (6, "month")),
        ("There are 12 winches, and the smith gets round one a month.", (12, "month")),
        ("You get a test when you join and another when you have done five years.", (5, "year")),
        ("That will be it until next Christmas.", (1, "year")),
        ("We dip the tank at the start, middle and end of a shift.", (8 / 3, "hour")),
    ],
)
def test_reads_how_often(text, often):
    assert rhythms(text) == [pytest.approx(often[0])] or rhythms(text) == [
        (pytest.approx(often[0]), often[1])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The office is shut at Christmas.",
        "Send the form in by the year end.",
        "The yard opens at 8 am and closes at 5 pm: 8 am and 5 pm.",
        "Cake is given on your birthday.",
        "Read pages 10, 12 and 14.",
        "One a month is enough.",
    ],
)
def test_what_only_names_a_day_or_an_hour_is_no_rhythm(text):
    assert all(unit != "year" and (value, unit) != (12, "hour") for value, unit in rhythms(text))


@pytest.mark.parametrize(
    "text", ["Who: crew; What: half a day; Again: once is enough", "Train on joining only."]
)
def test_once_for_all(text):
    assert rhythms(text) == [(100.0, "year")]
