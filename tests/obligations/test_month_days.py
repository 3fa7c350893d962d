"""Days of whatever month, dates spelt out, and hours that a clock strikes."""

import pytest

from policycheck.comparing import said_in
from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.domain.figures import FigureKind
from policycheck.domain.findings import ConflictType
from policycheck.obligations import read_clauses
from policycheck.obligations.figures.all_figures import read_figures
from policycheck.scripting import as_clauses

DAY, DATE, CLOCK = FigureKind.MONTH_DAY, FigureKind.DATE, FigureKind.CLOCK


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Rent is due by the 5th.", DAY, 5),
        ("Rent is due on the 28th", DAY, 28),
        ("Rent is due by the twenty-eighth.", DAY, 28),
        ("Rent: tenants at the mill; Cut-off: 24th of month", DAY, 24),
        ("The log is handed in by the fifth of the next.", DAY, 5),
        ("The log is handed in no later than the tenth of the following month.", DAY, 10),
        ("The log is handed in mid-month.", DAY, 15),
        ("The log is handed in by the middle of that month.", DAY, 15),
        ("Say so by the first of November.", DATE, 311),
        ("Say so by the twenty-first of April.", DATE, 114),
        ("Say so by 15 Apr.", DATE, 108),
        ("Say so by mid-March.", DATE, 77),
        ("Be off the green before the church clock strikes nine.", CLOCK, 9),
        ("Be off the green on the stroke of noon.", CLOCK, 12),
        ("Be off the green by ten sharp.", CLOCK, 10),
    ],
)
def test_a_moment_of_whatever_month_or_day(text, kind, value):
    (figure,) = read_figures(text)
    assert (figure.kind, figure.value) == (kind, value)


@pytest.mark.parametrize(
    "text",
    [
        "On the first, a warning is given; on the second, dismissal.",
        "It was built in the 19th century.",
        "The first of the rules is kept.",
        "By the 3rd edition it was out of date.",
    ],
)
def test_a_place_in_a_row_is_no_day_of_the_month(text):
    assert read_figures(text) == ()


@pytest.mark.parametrize(
    ("source", "policy", "objects"),
    [
        (
            "The steward must pay the ringers by the 5th of each month.",
            "Ringers are paid on the 20th of each month.",
            True,
        ),
        (
            "The steward must pay the ringers by the 20th of each month.",
            "Ringers are paid by the 5th of each month.",
            False,
        ),
        (
            "The steward must pay the ringers by the 5th of each month.",
            "Ringers are paid by the fifth of the month.",
            False,
        ),
        (
            "The steward must answer a ringer within two days.",
            "The steward answers ringers on the 20th.",
            True,
        ),
    ],
)
def test_a_later_day_of_the_month(source, policy, objects):
    one, other = (said_in([clause], read_clauses([clause])) for clause in as_clauses([source, policy]))
    found = objection_of(pair_of(one[0], other[0], 0.95, against_source=True))
    assert (found is not None) is objects
    assert found is None or found.type is ConflictType.DEADLINE
