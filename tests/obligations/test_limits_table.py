"""The table of limits and figures in tests/gold/readings, read as a person reads it at least 97 times in 100."""

import tomllib
from pathlib import Path
from typing import Any

from policycheck.domain.obligations import Threshold, TimeLimit, Unit
from policycheck.obligations.limits import read_time_limits
from policycheck.obligations.thresholds import read_thresholds

TABLE = Path(__file__).parents[1] / "gold" / "readings" / "limits.toml"
CASES: list[dict[str, Any]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]
FLOOR = 0.97

# One length may be written in two units: half an hour is 30 minutes, a week 7 days, a year 12 months.
SAME_LENGTH = {
    Unit.HOUR: (Unit.MINUTE, 60),
    Unit.DAY: (Unit.MINUTE, 24 * 60),
    Unit.WEEK: (Unit.MINUTE, 7 * 24 * 60),
    Unit.YEAR: (Unit.MONTH, 12),
}


def length(value: float | None, unit: str | None, *, working: bool = False) -> tuple[float, str] | None:
    """The length in the smallest unit it can be told in; None for a vague limit or one without end."""
    if value is None or unit is None:
        return None
    if working:
        return float(value), f"working {unit}"
    smallest, factor = SAME_LENGTH.get(Unit(unit), (Unit(unit), 1))
    return float(value) * factor, smallest.value


def is_limit(found: TimeLimit, wanted: dict[str, Any]) -> bool:
    return (
        found.kind.value == wanted["kind"]
        and length(found.value, found.unit, working=found.working)
        == length(wanted.get("value"), wanted.get("unit"), working=wanted.get("working", False))
        and wanted.get("comparator", found.comparator.value) == found.comparator.value
    )


def is_threshold(found: Threshold, wanted: dict[str, Any]) -> bool:
    if found.kind.value != wanted["kind"]:
        return False
    if wanted.get("comparator", found.comparator.value) != found.comparator.value:
        return False
    if wanted["kind"] == "retention":
        return length(found.value, found.unit) == length(wanted.get("value"), wanted["unit"])
    if wanted["kind"] == "count":  # "care workers" and "workers" count the same thing
        same_unit = found.unit.split()[-1:] == wanted["unit"].split()[-1:]
    else:
        same_unit = found.unit == wanted["unit"]
    return same_unit and bool(found.value == wanted["value"])


def is_read_right(case: dict[str, Any]) -> bool:
    """Every limit and figure is read, in the order of the words, and nothing else is."""
    limits, thresholds = read_time_limits(case["text"]), read_thresholds(case["text"])
    return (
        len(limits) == len(case["time_limits"])
        and len(thresholds) == len(case["thresholds"])
        and all(map(is_limit, limits, case["time_limits"]))
        and all(map(is_threshold, thresholds, case["thresholds"]))
    )


def described(case: dict[str, Any]) -> str:
    """One failure, with what was wanted and what was read, a line each."""
    wanted = [*case["time_limits"], *case["thresholds"]]
    limits = [
        f"{one.kind.value} {one.value} {'working ' if one.working else ''}{one.unit} ({one.comparator.value})"
        for one in read_time_limits(case["text"])
    ]
    figures = [
        f"{one.kind.value} {one.comparator.value} {one.value} {one.unit}"
        for one in read_thresholds(case["text"])
    ]
    return f"{case['text']}\n    wanted {wanted}\n    read   {[*limits, *figures]}"


def test_the_table_is_large_and_has_no_case_twice() -> None:
    assert len({case["text"] for case in CASES}) == len(CASES) >= 250
    assert len({case["field"] for case in CASES}) >= 6


def test_the_table_is_read_right() -> None:
    wrong = [case for case in CASES if not is_read_right(case)]
    right = len(CASES) - len(wrong)
    report = "\n".join(described(case) for case in wrong)
    assert right >= FLOOR * len(CASES), f"{right} of {len(CASES)} read right\n{report}"
