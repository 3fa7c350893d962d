"""Numbers whose unit stands on the other side only, inside one word, or in a limit that is told after them."""

import pytest

from policycheck.domain.figures import Figure, FigureKind
from policycheck.domain.obligations import Comparator
from policycheck.matching.counts import in_its_unit
from policycheck.obligations.figures.all_figures import read_figures


def counts(text):
    return [(one.value, one.unit) for one in read_figures(text) if one.kind is FigureKind.COUNT]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A three-tread ladder will do for the loft.", (3, "tread")),
        ("The ferry is a twelve-seater.", (12, "seat")),
        ("A four-man gang lifts the bell.", (4, "person")),
        ("Fourteen is where we stop in winter.", (14, "")),
        ("Nine is our limit for the loft.", (9, "")),
        ("The ringers come in parties of twenty with a guide.", (20, "person")),
    ],
)
def test_a_count_is_read_without_a_noun_of_its_own(text, found):
    assert found in counts(text)


@pytest.mark.parametrize(
    "text",
    [
        "A two-way radio is carried.",
        "A two-thirds vote carries it.",
        "A six-month trial follows.",
        "A ten-metre rope.",
    ],
)
def test_what_is_told_by_a_hyphen_is_not_always_counted(text):
    assert counts(text) == []


def _bare(value):
    return Figure(kind=FigureKind.COUNT, value=value, unit="", text=f"{value:g}")


@pytest.mark.parametrize(
    ("source", "cell", "kind", "value"),
    [
        ("The rail shall stand at least 1,100 millimetres above the loft.", 900, FigureKind.MEASURE, 0.9),
        ("The seed shall be not less than 95 per cent clean.", 90, FigureKind.PERCENT, 90),
        ("The fee must not exceed £40.", 60, FigureKind.MONEY, 60),
        ("There must be one steward to every eight visitors.", 12, FigureKind.RATIO, 12),
        ("The plank shall be no less than twelve feet long.", 6, FigureKind.MEASURE, 1.8288),
    ],
)
def test_a_lone_number_takes_the_unit_of_the_other_side(source, cell, kind, value):
    (read,) = in_its_unit([_bare(cell)], read_figures(source))
    assert (read.kind, read.value) == (kind, pytest.approx(value))


@pytest.mark.parametrize(
    "source", ["The rail is 1,100 millimetres high.", "Three rails of 1,100 mm.", "No rail."]
)
def test_a_number_far_away_or_of_something_else_keeps_none(source):
    assert in_its_unit([_bare(4)], read_figures(source)) == (_bare(4),)


def test_two_numbers_stay_as_they_are():
    both = (_bare(900), _bare(950))
    told = Figure(
        kind=FigureKind.MEASURE, value=1.0, unit="metres", text="1000 mm", bound=Comparator.AT_LEAST
    )
    assert in_its_unit(both, [told]) == both
