"""How often, told by a cell and the heading above it."""

import pytest

from policycheck.domain.documents import Clause, ClauseKind
from policycheck.domain.figures import FigureKind
from policycheck.domain.obligations import LimitKind, Unit
from policycheck.obligations import read_clauses
from policycheck.obligations.figures.all_figures import read_figures
from policycheck.obligations.rhythms.calendar_lists import read_calendar
from policycheck.obligations.rhythms.column_rhythms import read_column_rhythm


def rhythms(text):
    return [(one.value, one.unit) for one in read_figures(text) if one.kind is FigureKind.RHYTHM]


@pytest.mark.parametrize(
    ("cell", "value", "unit"),
    [
        ("Mon", 1, Unit.WEEK),
        ("Thurs only", 1, Unit.WEEK),
        ("Mon & Thu", 3.5, Unit.DAY),
        ("Tuesdays, Fridays", 3.5, Unit.DAY),
        ("Mon-Fri", 1.4, Unit.DAY),
        ("Mon, 9 am", 1, Unit.WEEK),
        ("alternate Thurs", 2, Unit.WEEK),
        ("every third Sat", 3, Unit.WEEK),
        ("1st Tue of mth", 1, Unit.MONTH),
        ("last Fri", 1, Unit.MONTH),
        ("1st & 15th", 0.5, Unit.MONTH),
        ("month end", 1, Unit.MONTH),
        ("last rehearsal of the month", 1, Unit.MONTH),
        ("Feb", 1, Unit.YEAR),
        ("early May", 1, Unit.YEAR),
        ("Mar, Sept", 6, Unit.MONTH),
        ("June/July", 1, Unit.YEAR),
        ("25 March, 24 June, 29 Sept and Christmas", 3, Unit.MONTH),
        ("Easter and Michaelmas", 6, Unit.MONTH),
        ("Q1 & Q3", 6, Unit.MONTH),
        ("evenings", 1, Unit.DAY),
        ("weekdays only", 1.4, Unit.DAY),
        ("quarter days", 3, Unit.MONTH),
        ("07:00 / 19:00", 12, Unit.HOUR),
        ("9am, 1pm, 5pm", 8, Unit.HOUR),
        ("breakfast, lunch, tea", 8, Unit.HOUR),
        ("first thing and last thing", 12, Unit.HOUR),
    ],
)
def test_a_list_of_days_or_hours_says_how_often(cell, value, unit):
    found = read_calendar(cell)
    assert found is not None
    assert (pytest.approx(found[0]), found[1]) == (value, unit)


@pytest.mark.parametrize(
    "cell",
    [
        "9 am", "3 March", "Mr May", "the March hare", "Mon, weather allowing", "June or when ripe", "Mon and Feb",
        "", "-", "May 2031",
    ],
)  # fmt: skip
def test_one_hour_or_date_and_other_words_do_not(cell):
    assert read_calendar(cell) is None


@pytest.mark.parametrize(
    ("heading", "cell", "value", "unit"),
    [
        ("Repeat", "18 months", 18, Unit.MONTH),
        ("Next survey", "4 yrs after last", 4, Unit.YEAR),
        ("Inspected", "9 mths", 9, Unit.MONTH),
        ("Recall", "18m", 18, Unit.MONTH),
        ("Recall", "6/12", 6, Unit.MONTH),
        ("How often", "2 x week", 3.5, Unit.DAY),
        ("When", "twice p.a., any time", 6, Unit.MONTH),
        ("When", "x3 daily", 8, Unit.HOUR),
        ("When", "4/yr", 3, Unit.MONTH),
        ("Dives a year", "2", 6, Unit.MONTH),
        ("Patrols per week", "at least 2", 3.5, Unit.DAY),
        ("Days", "Sun only", 1, Unit.WEEK),
    ],
)
def test_a_heading_makes_a_length_or_a_number_a_rhythm(heading, cell, value, unit):
    found = read_column_rhythm(heading, cell)
    assert found is not None
    assert (pytest.approx(found[0]), found[1]) == (value, unit)


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Reply within", "10 days"),
        ("Kept", "6 years"),
        ("Test result to harbour master", "3 days"),
        ("Open", "Mon-Fri"),
        ("Hours a week", "30"),
        ("Rent a month", "£40"),
        ("Anchors", "2"),
        ("Duration", "2 weeks"),
        ("Review", "6 weeks after launch"),
        ("Inspected", "within 3 days"),
    ],
)
def test_other_headings_do_not(heading, cell):
    assert read_column_rhythm(heading, cell) is None


def test_days_as_columns_count_the_cells_that_are_filled():
    assert rhythms("Raft: ferry; Mon: bail out; Tue-Sun: -") == [(1, "week")]
    assert rhythms("Raft: ferry; Mon: tick; Wed: tick; Fri: tick; Sun: ") == [(pytest.approx(7 / 3), "day")]
    assert rhythms("Raft: ferry; Mon to Thu: bail out; Fri to Sun: bail out") == [(1, "day")]
    assert rhythms("Raft: ferry; Mon: bail out") == []


def test_months_and_hours_as_columns_do_so_too():
    assert rhythms("Raft: ferry; Jan: AB; Apr: ; Jul: CD; Oct: -") == [(6, "month")]
    assert rhythms("Raft: ferry; 08:00: tick; 12:00: tick; 16:00: tick") == [(8, "hour")]
    assert rhythms("Raft: ferry; Q1: caulk; Q2: paint; Q3: paint; Q4: ") == [(1, "year"), (6, "month")]


def test_rhythms_as_columns_count_where_their_cell_is_filled():
    assert rhythms("Raft: ferry; Daily: ; Weekly: tick; Monthly: -") == [(1, "week")]
    assert rhythms("Raft: ferry; Check: 2 x daily") == [(12, "hour")]


def test_the_hours_of_a_cell_are_read_beside_its_rhythm():
    found = read_figures("Pump: forward; Run at: 06:00 and 18:00")
    assert [one.kind for one in found] == [FigureKind.RHYTHM, FigureKind.CLOCK, FigureKind.CLOCK]
    assert found[0].text == "Run at: 06:00 and 18:00"


def test_what_a_cell_says_in_so_many_words_is_read_once():
    assert rhythms("Pump: forward; Frequency: every six weeks") == [(6, "week")]


def test_a_row_whose_column_names_days_is_a_duty_at_that_rhythm():
    row = Clause(
        id="r",
        ref="Table 1 row 1",
        text="Bail out the ferry raft | Mon, Thu",
        columns=("Task", "When"),
        kind=ClauseKind.ROW,
    )
    (found,) = read_clauses([row])
    assert [(one.kind, one.value, one.unit) for one in found.time_limits] == [
        (LimitKind.EVERY, 3.5, Unit.DAY)
    ]


def test_who_signs_off_does_so_by_the_calendar_and_who_is_off_does_not():
    assert read_column_rhythm("Head signs off", "last day of term") == (1.0, Unit.TERM, False)
    assert read_column_rhythm("Days off", "last day of term") is None
