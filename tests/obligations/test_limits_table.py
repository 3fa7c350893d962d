"""The tables of limits and figures in tests/gold/readings, read as a person reads them 97 times in 100 or more."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from policycheck.domain.obligations import Threshold, TimeLimit, Unit
from policycheck.obligations.limits import read_time_limits
from policycheck.obligations.thresholds import read_thresholds

FOLDER = Path(__file__).parents[1] / "gold" / "readings"
TABLES: dict[str, list[dict[str, Any]]] = {
    name: tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["case"]
    for name in ("limits", "limits_more")
}
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


def test_the_tables_are_large_and_have_no_case_twice() -> None:
    cases = [case for table in TABLES.values() for case in table]
    assert len({case["text"] for case in cases}) == len(cases) >= 350
    assert len({case["field"] for case in TABLES["limits"]}) >= 6


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_read_right(name: str) -> None:
    cases = TABLES[name]
    wrong = [case for case in cases if not is_read_right(case)]
    right = len(cases) - len(wrong)
    report = "\n".join(described(case) for case in wrong)
    assert right >= FLOOR * len(cases), f"{right} of {len(cases)} read right\n{report}"
