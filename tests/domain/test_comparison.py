"""Figures across units, against a table written from the judgement rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycheck.domain.comparison import Relation, compare_lengths, compare_limits, compare_thresholds
from policycheck.domain.obligations import Comparator, LimitKind, Threshold, ThresholdKind, TimeLimit, Unit

HOUR, DAY, WEEK, MONTH, YEAR, TERM = Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.TERM


@pytest.mark.parametrize(
    ("source", "policy", "expected"),
    [
        ((72, HOUR, False), (3, DAY, False), Relation.EQUAL),
        ((1, WEEK, False), (7, DAY, False), Relation.EQUAL),
        ((1, YEAR, False), (12, MONTH, False), Relation.EQUAL),
        ((2, WEEK, True), (10, DAY, True), Relation.EQUAL),
        ((3, HOUR, False), (0, DAY, False), Relation.LAXER),  # by the end of the day
        ((24, HOUR, False), (0, DAY, False), Relation.STRICTER),
        ((0, DAY, False), (3, HOUR, False), Relation.STRICTER),
        ((72, HOUR, False), (5, DAY, True), Relation.LAXER),
        ((24, HOUR, False), (1, DAY, True), Relation.LAXER),
        ((20, DAY, True), (4, WEEK, False), Relation.STRICTER),
        ((4, WEEK, False), (20, DAY, True), Relation.LAXER),
        ((1, MONTH, False), (28, DAY, False), Relation.STRICTER),
        ((28, DAY, False), (1, MONTH, False), Relation.LAXER),
        ((1, MONTH, False), (30, DAY, False), Relation.UNKNOWN),
        ((1, MONTH, False), (4, WEEK, False), Relation.STRICTER),
        ((6, MONTH, False), (1, YEAR, False), Relation.LAXER),
        ((5, DAY, True), (5, DAY, False), Relation.STRICTER),
        ((5, Unit.SCHOOL_DAY, False), (5, DAY, True), Relation.UNKNOWN),
        ((5, Unit.SCHOOL_DAY, False), (3, Unit.SCHOOL_DAY, False), Relation.STRICTER),
    ],
)
def test_lengths_compare_as_a_careful_reader_would(source, policy, expected):
    assert compare_lengths(source, policy) is expected


UNITS = st.sampled_from([Unit.MINUTE, HOUR, DAY, WEEK, MONTH, YEAR])
LENGTHS = st.tuples(st.integers(1, 400).map(float), UNITS, st.booleans())


@given(LENGTHS, LENGTHS)
def test_no_two_lengths_are_each_laxer_than_the_other(a, b):
    there, back = compare_lengths(a, b), compare_lengths(b, a)
    assert (there, back) != (Relation.LAXER, Relation.LAXER)
    assert (there is Relation.EQUAL) == (back is Relation.EQUAL)


FAMILIES = {
    "hours": [(Unit.MINUTE, False), (HOUR, False), (DAY, False), (WEEK, False)],
    "months": [(MONTH, False), (YEAR, False)],
    "working days": [(DAY, True), (WEEK, True)],
    "school days": [(Unit.SCHOOL_DAY, False)],
    "terms": [(TERM, False)],
}


@st.composite
def lengths_of_one_family(draw: st.DrawFn) -> list[tuple[float, Unit, bool]]:
    """Three lengths that compare exactly: "90 minutes", "1 day" and "2 weeks", or "18 months" and "2 years"."""
    units = st.sampled_from(draw(st.sampled_from(list(FAMILIES.values()))))
    values = st.integers(1, 60) | st.sampled_from([120, 168, 336, 1440])  # often equal in another unit
    return [(float(draw(values)), *draw(units)) for _ in range(3)]


SHORTER = {Relation.STRICTER: -1, Relation.EQUAL: 0, Relation.LAXER: 1}


@given(lengths_of_one_family())
def test_lengths_of_one_family_stand_in_one_order(lengths):
    a, b, c = lengths
    ab, bc, ac = (SHORTER[compare_lengths(*pair)] for pair in ((a, b), (b, c), (a, c)))  # never unknown
    assert SHORTER[compare_lengths(b, a)] == -ab
    if ab == 0 or bc in (0, ab):
        assert ac == (ab or bc)


@given(LENGTHS, LENGTHS, LENGTHS)
def test_shorter_than_shorter_is_never_longer_whatever_the_units(a, b, c):
    steps = compare_lengths(a, b), compare_lengths(b, c)
    if Relation.STRICTER in steps and set(steps) <= {Relation.STRICTER, Relation.EQUAL}:
        assert compare_lengths(a, c) in (Relation.STRICTER, Relation.UNKNOWN)


@given(LENGTHS)
def test_a_length_equals_itself(a):
    assert compare_lengths(a, a) is Relation.EQUAL


def limit(kind: LimitKind, value: float | None, unit: Unit | None = DAY, **more: object) -> TimeLimit:
    return TimeLimit(kind=kind, value=value, unit=unit, text="", **more)


def test_direction_depends_on_what_the_limit_is_for():
    assert compare_limits(limit(LimitKind.WITHIN, 5), limit(LimitKind.WITHIN, 3)) is Relation.STRICTER
    assert compare_limits(limit(LimitKind.EVERY, 6, WEEK), limit(LimitKind.EVERY, 3, MONTH)) is Relation.LAXER
    at_least = {"comparator": Comparator.AT_LEAST}
    assert (
        compare_limits(limit(LimitKind.BEFORE, 5, **at_least), limit(LimitKind.BEFORE, 3)) is Relation.LAXER
    )
    assert compare_limits(limit(LimitKind.BEFORE, 5), limit(LimitKind.BEFORE, 3)) is Relation.STRICTER
    assert (
        compare_limits(limit(LimitKind.FOR, 6, MONTH, **at_least), limit(LimitKind.FOR, 3, MONTH, **at_least))
        is Relation.LAXER
    )


def test_vague_and_unlike_limits_do_not_compare():
    assert compare_limits(limit(LimitKind.WITHIN, 5), limit(LimitKind.WITHIN, None, None)) is Relation.UNKNOWN
    assert compare_limits(limit(LimitKind.WITHIN, 5), limit(LimitKind.EVERY, 5)) is Relation.UNKNOWN


def figure(kind, comparator, value, unit="") -> Threshold:
    return Threshold(kind=kind, comparator=comparator, value=value, unit=unit, text="")


@pytest.mark.parametrize(
    ("kind", "comparator", "source", "policy", "unit", "expected"),
    [
        (ThresholdKind.MONEY, Comparator.AT_MOST, 50, 100, "£", Relation.LAXER),
        (ThresholdKind.MONEY, Comparator.AT_MOST, 50, 20, "£", Relation.STRICTER),
        (ThresholdKind.COUNT, Comparator.AT_LEAST, 2, 1, "member", Relation.LAXER),
        (ThresholdKind.COUNT, Comparator.AT_LEAST, 2, 3, "member", Relation.STRICTER),
        (ThresholdKind.RETENTION, Comparator.AT_LEAST, 6, 3, "year", Relation.LAXER),
        (ThresholdKind.RETENTION, Comparator.AT_LEAST, 6, 7, "year", Relation.STRICTER),
        (ThresholdKind.RETENTION, Comparator.AT_MOST, 6, 7, "year", Relation.LAXER),
        (ThresholdKind.AGE, Comparator.AT_LEAST, 16, 18, "year", Relation.LAXER),
        (ThresholdKind.AGE, Comparator.AT_MOST, 18, 16, "year", Relation.LAXER),
        (ThresholdKind.PERCENT, Comparator.AT_LEAST, 10, 10, "%", Relation.EQUAL),
    ],
)
def test_figures_compare_in_the_direction_of_their_bound(kind, comparator, source, policy, unit, expected):
    made = [figure(kind, comparator, value, unit) for value in (source, policy)]
    assert compare_thresholds(*made) is expected


@pytest.mark.parametrize(
    ("source", "policy", "expected"),
    [
        (Comparator.AT_LEAST, Comparator.EXACTLY, Relation.EQUAL),
        (Comparator.AT_MOST, Comparator.EXACTLY, Relation.EQUAL),
        (Comparator.EXACTLY, Comparator.AT_LEAST, Relation.EQUAL),
        (Comparator.EXACTLY, Comparator.AT_MOST, Relation.UNKNOWN),
        (Comparator.AT_LEAST, Comparator.AT_MOST, Relation.UNKNOWN),
        (Comparator.AT_MOST, Comparator.AT_LEAST, Relation.UNKNOWN),
    ],
)
def test_a_bare_figure_keeps_the_bound_that_it_names(source, policy, expected):
    four = [figure(ThresholdKind.COUNT, bound, 4, "umpire") for bound in (source, policy)]
    assert compare_thresholds(*four) is expected
    five = figure(ThresholdKind.COUNT, Comparator.EXACTLY, 5, "umpire")
    assert compare_thresholds(four[0], five) is not Relation.EQUAL


def test_retention_without_end_is_stricter_than_any_period():
    six, ever = (figure(ThresholdKind.RETENTION, Comparator.AT_LEAST, v, "year") for v in (6, None))
    assert compare_thresholds(six, ever) is Relation.STRICTER
    assert compare_thresholds(ever, six) is Relation.LAXER


def test_counts_of_different_things_do_not_compare():
    two_members = figure(ThresholdKind.COUNT, Comparator.AT_LEAST, 2, "member")
    one_visit = figure(ThresholdKind.COUNT, Comparator.AT_LEAST, 1, "visit")
    assert compare_thresholds(two_members, one_visit) is Relation.UNKNOWN
