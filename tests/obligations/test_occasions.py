"""Times told by an occasion, the hour or a rhythm in other words."""

import pytest

from policycheck.domain.comparison import Relation
from policycheck.domain.figures import Figure, FigureKind, compare_figures
from policycheck.domain.obligations import Comparator, Unit
from policycheck.obligations.figures.all_figures import read_figures
from policycheck.obligations.keeping.retention import find_retention
from policycheck.obligations.limits import read_time_limits


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The log is closed by the end of the term.", 1, "term"),
        ("The till is counted at year end.", 1, "year"),
        ("We ring the next morning.", 1, "day"),
        ("The survey is done by month nine.", 9, "month"),
        ("Guides are trained in their second year.", 2, "year"),
        ("Papers are handed out on the day of the meeting.", 0, "day"),
        ("You hear in a couple of months.", 2, "month"),
        ("The boat is checked in a quarter of a year.", 3, "month"),
        ("The boat is back in three quarters of an hour.", 45, "minute"),
        ("The boat is back in two-thirds of an hour.", 40, "minute"),
        ("The sail is mended by the end of the next day.", 1, "day"),
        ("Files: 15 yrs", 15, "year"),
        ("Reply: 20 wd", 20, "day"),
        ("The sails are mended before the day is out.", 0, "day"),
        ("The sails are mended before the term ends.", 1, "term"),
        ("Lost oars are told of by the end of the day after the race.", 1, "day"),
        ("Lost oars are told of on the working day after that on which they went.", 1, "day"),
        ("Rowers have until the end of the month following to say so.", 2, "month"),
        ("A torn sail goes to the loft the day it comes in.", 0, "day"),
        ("A torn sail goes to the loft with that evening's van.", 0, "day"),
    ],
)
def test_an_occasion_is_a_length_of_time(text, value, unit):
    (found,) = read_figures(text)
    assert (found.kind, found.value, found.unit) == (FigureKind.TIME, value, unit)


@pytest.mark.parametrize(
    ("text", "value", "working"),
    [
        ("The coxswain must mend the sail before the day is out.", 0, False),
        ("The coxswain must mend the sail by the time the working day ends.", 0, True),
        ("The coxswain must mend the sail by the end of the working day.", 0, True),
        ("The coxswain must mend the sail by the end of the working day after the race.", 1, True),
        ("The coxswain must mend the sail by the day after the race.", 1, False),
    ],
)
def test_a_day_that_runs_out_is_a_limit_and_the_day_after_it_is_one_day(text, value, working):
    (found,) = read_time_limits(text)
    assert (found.value, found.unit, found.working) == (value, Unit.DAY, working)


@pytest.mark.parametrize(
    "text", ["Six years from the end of the year", "The end of the road", "a term that binds suppliers"]
)
def test_what_starts_a_clock_or_is_no_time_is_no_occasion(text):
    assert all(figure.text.lower().startswith("six") for figure in read_figures(text))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Each ringer is seen in every period of 12 months.", 12, "month"),
        ("One visit a year is made to each hive.", 1, "year"),
        ("At least six meetings a year are held.", 2, "month"),
        ("The pond is tested twice yearly.", 6, "month"),
        ("The nest is watched at quarter-hour intervals.", 15, "minute"),
        ("The bell is oiled on Mondays.", 1, "week"),
        ("The bell is oiled on alternate Mondays.", 2, "week"),
        ("The roof is swept once a decade.", 10, "year"),
        ("The roof is swept once in six years.", 6, "year"),
        ("The bell is oiled on the first Monday of the month.", 1, "month"),
    ],
)
def test_how_often_in_other_words(text, value, unit):
    (found,) = read_time_limits(text)
    assert (found.value, found.unit) == (value, unit)


def test_a_length_that_has_gone_by_and_a_closing_day_are_no_rhythm():
    assert [one.kind for one in read_time_limits("The oak is felled once six years have gone by.")] == [
        "after"
    ]
    assert read_time_limits("The bill is paid by the first Monday of the month after the sale.") == ()


@pytest.mark.parametrize(
    "text", ["Guides get £20 a week.", "Guides have 3 days a year.", "Guides work 20 hours a week."]
)
def test_an_amount_a_week_is_no_rhythm(text):
    assert not read_time_limits(text)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("The file is kept until the age of 25.", 25),
        ("Files are shredded when the rider turns twenty-one.", 21),
        ("The records are kept for good.", None),
        ("The documents are kept for life.", None),
        ("The plans are kept for as long as the lighthouse stands.", None),
        ("Every log is kept open to public inspection for nine years.", 9),
        ("A caution is removed from the file once four years have gone by.", 4),
    ],
)
def test_how_long_in_other_words(text, years):
    (found,) = find_retention(text)
    assert found.value.value == years


@pytest.mark.parametrize(
    "text", ["The gate is kept open for two years.", "Logs are kept as long as necessary."]
)
def test_what_is_no_keeping_of_records_or_names_no_end(text):
    assert find_retention(text) == ()


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("Doors shut at half past nine.", 9.5),
        ("Lights go off by 21:00.", 21),
        ("The gate is locked at 2130 hrs.", 21.5),
    ],
)
def test_the_hour_in_other_words(text, hour):
    (found,) = read_figures(text)
    assert (found.kind, found.value) == (FigureKind.CLOCK, hour)


def test_dates_come_round_every_year():
    def date(value):
        return Figure(kind=FigureKind.DATE, value=value, unit="", text="", bound=Comparator.AT_MOST)

    december, march = date(31 * 11 + 1), date(31 * 2 + 1)
    assert compare_figures(december, march) is Relation.LAXER
    assert compare_figures(march, december) is Relation.STRICTER
