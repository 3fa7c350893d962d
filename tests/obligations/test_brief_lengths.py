"""Lengths of time as tables and notices write them."""

import pytest

from policycheck.comparing import said_in
from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.domain.documents import Clause, ClauseKind
from policycheck.domain.figures import FigureKind
from policycheck.domain.obligations import Comparator, LimitKind
from policycheck.obligations import read_clauses
from policycheck.obligations.figures.all_figures import read_figures
from policycheck.obligations.limits import read_time_limits
from policycheck.scripting import as_clauses

AT_MOST, AT_LEAST = Comparator.AT_MOST, Comparator.AT_LEAST


@pytest.mark.parametrize(
    ("text", "value", "unit", "working", "bound"),
    [
        ("Answer within ¼ hr", 15, "minute", False, AT_MOST),
        ("Soup: keep hot; Time: 2½ hrs", 2.5, "hour", False, None),
        ("Leave it ½ an hour", 30, "minute", False, None),
        ("within 48hrs", 48, "hour", False, AT_MOST),
        ("Soup: tins; Sent: months 3-5", 5, "month", False, None),
        ("at least 24 h ahead", 24, "hour", False, AT_LEAST),
        ("by 2 hr 15", 135, "minute", False, AT_MOST),
        ("up to 1 hour 20 minutes", 80, "minute", False, AT_MOST),
        ("Reply: 10 wkg days", 10, "day", True, None),
        ("within three w/days", 3, "day", True, AT_MOST),
        ("Callback: D+4", 4, "day", False, None),
        ("d + 30 from the exam", 30, "day", False, None),
        ("Text sent: T minus 3 d", 3, "day", False, AT_LEAST),
        ("Posters: wk –2", 2, "week", False, AT_LEAST),
        ("Lesson: first; Done by: day 12", 12, "day", False, None),
        ("Weeks to go: 5; Job: hire the marquee", 5, "week", False, AT_LEAST),
        ("Job: empty the urn; Minutes after closing: 40", 40, "minute", False, None),
        ("Query: lost brolly; Limit (working days): 6", 6, "day", True, None),
        ("Posters: Month ahead of the fete", 1, "month", False, AT_LEAST),
        ("Bunting: First week", 1, "week", False, AT_MOST),
        ("Bunting: night before", 1, "day", False, AT_LEAST),
        ("Tell the vicar no later than three weeks before the fete", 3, "week", False, AT_LEAST),
        ("Open the gates no earlier than two hours before the fete", 2, "hour", False, AT_MOST),
    ],
)
def test_a_length_as_tables_write_it(text, value, unit, working, bound):
    (found,) = (figure for figure in read_figures(text) if figure.kind is FigureKind.TIME)
    assert (found.value, found.unit, found.working, found.bound) == (value, unit, working, bound)


@pytest.mark.parametrize(
    "text",
    [
        "Days a week: 5",
        "Days open: 6",
        "Shelf d-14",
        "a week-12 scan",
        "The £12 h rate",
        "Room 4 h-block",
        "Week of the fete",
    ],
)
def test_what_only_looks_like_a_length(text):
    assert [figure for figure in read_figures(text) if figure.kind is FigureKind.TIME] == []


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Callback: D+4", LimitKind.WITHIN, 4),
        ("Posters: wk –2", LimitKind.BEFORE, 2),
        ("Bunting: Fortnight before", LimitKind.BEFORE, 2),
        ("The urn is emptied within 3½ hrs", LimitKind.WITHIN, 3.5),
        ("The urn is emptied within 1 hr 30 of closing", LimitKind.WITHIN, 90),
    ],
)
def test_a_limit_as_tables_write_it(text, kind, value):
    (limit,) = read_time_limits(text)
    assert (limit.kind, limit.value) == (kind, value)


@pytest.mark.parametrize(
    ("column", "cell", "objects"),
    [
        ("When", "Fortnight ahead", True),
        ("When", "Quarter ahead", False),
        ("When", "night before", True),
        ("Weeks to go", "3", True),
        ("Weeks to go", "8", False),
        ("Letters out", "T–10", True),
    ],
)
def test_a_cell_is_held_against_the_notice_that_is_asked_for(column, cell, objects):
    clauses = as_clauses(["The council must write to stallholders no later than six weeks before the fete."])
    (law,) = said_in(clauses, read_clauses(clauses))
    rows = [
        Clause(
            id="r", ref="Table 1 row 1", text=f"Letters to stallholders | {cell}", kind=ClauseKind.ROW,
            columns=("Job", column),
        )
    ]  # fmt: skip
    (policy,) = said_in(rows, read_clauses(rows))
    assert (objection_of(pair_of(law, policy, 0.9, against_source=True)) is not None) is objects
