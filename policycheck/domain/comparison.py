"""Figures compared across units, as the judgement rules say: is the policy equal, stricter or laxer?"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from itertools import product
from typing import TypeVar

from policycheck.domain.obligations import (
    Comparator,
    LimitKind,
    Threshold,
    ThresholdKind,
    TimeLimit,
    Unit,
)


class Relation(StrEnum):
    """How a policy's figure stands to the source's."""

    EQUAL = "equal"
    STRICTER = "stricter"
    LAXER = "laxer"
    UNKNOWN = "unknown"


# Hours in one unit, shortest and longest. A term is as long as schools make it: 10 to 15 weeks.
_HOURS: dict[Unit, tuple[float, float]] = {
    Unit.MINUTE: (1 / 60, 1 / 60),
    Unit.HOUR: (1, 1),
    Unit.DAY: (24, 24),
    Unit.WEEK: (168, 168),
    Unit.MONTH: (28 * 24, 31 * 24),
    Unit.TERM: (10 * 168, 15 * 168),
    Unit.YEAR: (365 * 24, 366 * 24),
}
# Bank holidays that can fall into a run of working days: at Easter and Christmas two, with the weekend.
_HOLIDAY_DAYS = 2
# The longest holiday of a school, in the summer.
_SCHOOL_HOLIDAY_DAYS = 46
_MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12}
_FIXED = (Unit.MINUTE, Unit.HOUR, Unit.DAY, Unit.WEEK)


def _family(value: float, unit: Unit, working: bool) -> tuple[str, float]:
    """Return a family within which lengths compare exactly, and the length in it."""
    if unit is Unit.SCHOOL_DAY:
        return "school day", value
    if working and unit in (Unit.DAY, Unit.WEEK):
        return "working day", value * (5 if unit is Unit.WEEK else 1)
    if unit in _MONTHS:
        return "month", value * _MONTHS[unit]
    if unit in _FIXED:
        return "hour", value * _HOURS[unit][0]
    return unit.value, value


def _hours(value: float, unit: Unit, working: bool) -> tuple[float, float]:
    """Return the shortest and longest length in hours."""
    of_school = unit is Unit.SCHOOL_DAY
    if of_school or (working and unit in (Unit.DAY, Unit.WEEK)):
        days = value * (5 if unit is Unit.WEEK else 1)
        weeks, rest = divmod(days, 5)
        shortest = weeks * 7 + rest
        # Days over a full week may straddle a weekend; any run may meet bank holidays, or those of a school.
        free = _SCHOOL_HOLIDAY_DAYS if of_school else _HOLIDAY_DAYS
        return shortest * 24, (shortest + (2 if rest else 0) + free) * 24
    low, high = _HOURS[unit]
    return value * low, value * high


def compare_lengths(
    source: tuple[float, Unit, bool], policy: tuple[float, Unit, bool], *, shorter_is_stricter: bool = True
) -> Relation:
    """Compare two lengths of time given as (value, unit, counted in working days).

    `LAXER` means that following the policy can break the source's limit. `UNKNOWN` where the two calendars
    do not compare (school days and days, or 30 days and a month).
    """
    source, policy = _to_the_day_end(source, policy), _to_the_day_end(policy, source)
    family_s, length_s = _family(*source)
    family_p, length_p = _family(*policy)
    if family_s == family_p:
        if abs(length_s - length_p) < 1e-9:
            return Relation.EQUAL
        return Relation.STRICTER if (length_p < length_s) == shorter_is_stricter else Relation.LAXER
    range_s, range_p = _hours(*source), _hours(*policy)
    if Unit.SCHOOL_DAY in (source[1], policy[1]):
        return _apart(range_s, range_p, shorter_is_stricter=shorter_is_stricter)
    if range_p[1] <= range_s[0] or (range_p[0] <= range_s[0] and range_p[1] < range_s[1]):
        return Relation.STRICTER if shorter_is_stricter else Relation.LAXER
    # Two working days are over before four days, where no weekend comes between.
    soonest = source[2] and shorter_is_stricter and range_p[0] >= range_s[0] + _HOURS[Unit.DAY][0]
    if soonest or range_p[0] >= range_s[1] or (range_p[0] >= range_s[0] and range_p[1] > range_s[1]):
        return Relation.LAXER if shorter_is_stricter else Relation.STRICTER
    return Relation.UNKNOWN


# Who has until the end of the day may have longer than so many hours.
_PART_OF_A_DAY = 12


def _to_the_day_end(
    length: tuple[float, Unit, bool], other: tuple[float, Unit, bool]
) -> tuple[float, Unit, bool]:
    """Return what is left of a day ("the same day") as half a day beside fewer hours than that, else as it is."""
    value, unit, _ = other
    hours = value * _HOURS[unit][0] if unit in (Unit.MINUTE, Unit.HOUR) else _PART_OF_A_DAY
    of_the_day = length[0] == 0 and length[1] is Unit.DAY
    return (_PART_OF_A_DAY, Unit.HOUR, False) if of_the_day and 0 < hours < _PART_OF_A_DAY else length


def _apart(
    source: tuple[float, float], policy: tuple[float, float], *, shorter_is_stricter: bool
) -> Relation:
    """Compare two ranges of which one is of school days: only what never overlaps compares."""
    if policy[1] < source[0]:
        return Relation.STRICTER if shorter_is_stricter else Relation.LAXER
    if policy[0] > source[1]:
        return Relation.LAXER if shorter_is_stricter else Relation.STRICTER
    return Relation.UNKNOWN


def are_one_length(a: tuple[float, Unit, bool], b: tuple[float, Unit, bool]) -> bool:
    """Tell whether two lengths are one as people speak: four weeks are 20 working days, holidays or not."""
    if compare_lengths(a, b) is Relation.EQUAL:
        return True
    return any(
        weeks[1] is Unit.WEEK and not weeks[2] and days[1] is Unit.DAY and days[2] and days[0] == weeks[0] * 5
        for weeks, days in ((a, b), (b, a))
    )


def times_longer(a: tuple[float, Unit, bool], b: tuple[float, Unit, bool]) -> float | None:
    """Return how many times as long as the other the longer of two lengths is; None where they do not compare."""
    (family_a, long_a), (family_b, long_b) = _family(*a), _family(*b)
    if family_a != family_b:
        if Unit.SCHOOL_DAY in (a[1], b[1]):
            return None
        long_a, long_b = _hours(*a)[0], _hours(*b)[0]
    return max(long_a, long_b) / min(long_a, long_b) if min(long_a, long_b) > 0 else None


Ranged = TypeVar("Ranged", TimeLimit, Threshold)


def _held(source: Ranged, policy: Ranged) -> Iterator[tuple[Ranged, Ranged]]:
    """Yield each end of a source's range with the ends of a policy's that it is held against.

    Two ranges of the same ends are one; else each end of the policy's must be within both of the source's.
    """
    ours, theirs = source.ends, policy.ends
    same = source.low is not None and (source.low, source.value) == (policy.low, policy.value)
    for one, other in zip(ours, theirs, strict=False) if same else product(ours, theirs):
        yield one, other if policy.low is None else replace(other, comparator=Comparator.EXACTLY)


def _over_ends(relations: Iterable[Relation]) -> Relation:
    """Return what holds of a range of which the ends stand so: one end that is too far out is enough."""
    found = set(relations)
    worst = (Relation.LAXER, Relation.UNKNOWN, Relation.STRICTER, Relation.EQUAL)
    return next((relation for relation in worst if relation in found), Relation.UNKNOWN)


def compare_limits(
    source: TimeLimit, policy: TimeLimit, *, gives_time: bool = False, on_the_day: bool = False
) -> Relation:
    """Compare a policy's time limit with the source's; `UNKNOWN` for vague limits and unlike kinds.

    `gives_time` where the limit is time that others have: less of it is laxer, because it takes something away.
    `on_the_day` where the source says when a thing is to be done, neither sooner nor later: "six weeks after".
    """
    if source.low is not None or policy.low is not None:
        return _over_ends(
            compare_limits(one, replace(other, kind=one.kind), gives_time=gives_time, on_the_day=on_the_day)
            for one, other in _held(source, policy)
        )
    if source.kind is not policy.kind or source.value is None or policy.value is None:
        return Relation.UNKNOWN
    if source.unit is None or policy.unit is None:
        return Relation.UNKNOWN
    at_most = Comparator.AT_MOST in (source.comparator, policy.comparator)
    shorter_is_stricter = not gives_time and (
        source.kind in (LimitKind.WITHIN, LimitKind.EVERY)
        or (source.kind is LimitKind.FOR and at_most and source.comparator is not Comparator.AT_LEAST)
    )
    if source.kind is LimitKind.BEFORE:
        shorter_is_stricter = _opens(source, gives_time=gives_time) != gives_time
    if source.kind is LimitKind.EVERY and source.comparator is Comparator.AT_LEAST:
        shorter_is_stricter = False  # "no more than once a year"
    relation = compare_lengths(
        (source.value, source.unit, source.working),
        (policy.value, policy.unit, policy.working),
        shorter_is_stricter=shorter_is_stricter,
    )
    return Relation.LAXER if on_the_day and relation is Relation.STRICTER else relation


def _opens(before: TimeLimit, *, gives_time: bool) -> bool:
    """Tell a window that opens so long before an event, "no more than a day before", from notice that ends there.

    Who may change a thing "up to two days before" has until then.
    """
    closes = gives_time and before.text.lower().startswith("up to")
    return before.comparator is Comparator.AT_MOST and not closes


def _retention(source: Threshold, policy: Threshold) -> Relation:
    if source.value is None or policy.value is None:
        if source.value == policy.value:
            return Relation.EQUAL
        return Relation.STRICTER if policy.value is None else Relation.LAXER
    try:
        units = Unit(source.unit), Unit(policy.unit)
    except ValueError:
        return Relation.UNKNOWN
    return compare_lengths(
        (source.value, units[0], False),
        (policy.value, units[1], False),
        shorter_is_stricter=source.comparator is Comparator.AT_MOST,
    )


_OF_THINGS = (ThresholdKind.COUNT, ThresholdKind.MEASURE)


def compare_thresholds(source: Threshold, policy: Threshold, *, of_cases: bool = False) -> Relation:
    """Compare a policy's figure with the source's, of the same kind and unit; else `UNKNOWN`.

    `of_cases` where the source's figure says which cases a rule reaches: a lower least figure, and a higher greatest
    one, reach more.
    """
    counts_others = source.kind in _OF_THINGS and source.unit != policy.unit
    if source.kind is not policy.kind or counts_others:
        return Relation.UNKNOWN
    if source.low is not None or policy.low is not None:
        return _over_ends(compare_thresholds(*ends, of_cases=of_cases) for ends in _held(source, policy))
    if source.kind is ThresholdKind.RETENTION:
        return _retention(source, policy)
    ours, theirs = source.value or 0.0, policy.value or 0.0
    if of_cases and policy.comparator is not Comparator.EXACTLY:
        begins = source.comparator is not Comparator.AT_MOST
        return _beginnings(ours, theirs) if begins else _beginnings(theirs, ours)
    if source.kind is ThresholdKind.AGE and source.unit != policy.unit:
        ours, theirs = in_years(ours, source.unit), in_years(theirs, policy.unit)
        source, policy = replace(source, value=ours), replace(policy, value=theirs)
    if abs(ours - theirs) < 1e-9:
        return Relation.EQUAL if _ends_there(source.comparator, policy.comparator) else Relation.UNKNOWN
    return _ages(source, policy) if source.kind is ThresholdKind.AGE else _amounts(source, policy)


def _ends_there(source: Comparator | None, policy: Comparator | None) -> bool:
    """Tell whether of two like figures the policy's is within the source's: "at least three" and plain "three"."""
    bare = Comparator.EXACTLY
    return policy in (source, bare) or (source is bare and policy is Comparator.AT_LEAST)


def _beginnings(source: float, policy: float) -> Relation:
    """Compare where a rule begins: the one that begins earlier reaches more."""
    if abs(source - policy) < 1e-9:
        return Relation.EQUAL
    return Relation.STRICTER if policy < source else Relation.LAXER


def compare_barred_ages(source: Threshold, policy: Threshold, *, source_bars: bool) -> Relation:
    """Compare two ages of which one bars those below and the other admits those above: both name one boundary.

    "Under 18 must not" and "from 18 may" are equal. Where the source bars, a lower boundary admits more and is laxer;
    where it admits, a higher one shuts people out.
    """
    if source.value is None or policy.value is None:
        return Relation.UNKNOWN
    ours, theirs = age_boundary(source), age_boundary(policy)
    if abs(ours - theirs) < 1e-9:
        return Relation.EQUAL
    return Relation.LAXER if (theirs < ours) == source_bars else Relation.STRICTER


def compare_caps(source: Threshold, policy: Threshold) -> Relation:
    """Compare two greatest ages: "up to 75" lets in more than "not over 70" and is laxer."""
    ours, theirs = age_boundary(source), age_boundary(policy)
    if abs(ours - theirs) < 1e-9:
        return Relation.EQUAL
    return Relation.LAXER if theirs > ours else Relation.STRICTER


def age_boundary(age: Threshold) -> float:
    """Return the age at which a rule begins or ends: "under 14", which is 13 or younger, ends at 14."""
    value = age.value or 0.0
    return in_years(value + 1 if age.comparator is Comparator.AT_MOST else value, age.unit)


_IN_A_YEAR = {Unit.WEEK.value: 365.25 / 7, Unit.MONTH.value: 12.0}


def in_years(age: float, unit: str) -> float:
    """Return an age in years: 18 "month" is 1.5."""
    return age / _IN_A_YEAR.get(unit, 1.0)


def _amounts(source: Threshold, policy: Threshold) -> Relation:
    lower = (policy.value or 0) < (source.value or 0)
    if source.comparator is Comparator.AT_MOST:
        return Relation.STRICTER if lower else Relation.LAXER
    if source.comparator is Comparator.AT_LEAST or source.kind is ThresholdKind.COUNT:
        return Relation.LAXER if lower else Relation.STRICTER
    return Relation.UNKNOWN


def _ages(source: Threshold, policy: Threshold) -> Relation:
    """Ages say whom a duty reaches: a policy that reaches fewer people is laxer."""
    if source.comparator is not policy.comparator or source.value is None or policy.value is None:
        return Relation.UNKNOWN
    higher = policy.value > source.value
    reaches_fewer = higher if source.comparator is Comparator.AT_LEAST else not higher
    return Relation.LAXER if reaches_fewer else Relation.STRICTER
