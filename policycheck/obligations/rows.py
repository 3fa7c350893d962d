"""Rows of a table: the columns say who does what by when, or how long what is kept."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from policycheck.domain.documents import Clause
from policycheck.domain.obligations import (
    Comparator,
    LimitKind,
    Modality,
    Threshold,
    ThresholdKind,
    TimeLimit,
)
from policycheck.lexicon.data import load
from policycheck.obligations.cells import is_nobody, read_cell
from policycheck.obligations.figures.durations import find_durations
from policycheck.obligations.keeping.disposal import DESTROY, RECORDS, any_of
from policycheck.obligations.keeping.told_retention import read_kept_cell
from policycheck.obligations.limits import find_time_limits, read_bare_limit, read_time_limits
from policycheck.obligations.rhythms.column_rhythms import read_column_rhythm
from policycheck.obligations.thresholds import read_thresholds
from policycheck.obligations.triggers import read_trigger

_WORD = re.compile(r"[a-z]+")
_SEPARATOR = " | "
_NAMING_THE_ACT = ("action", "subject", "event", "figure", "notes")
_PERIOD = re.compile(r"\bperiod\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """What a row asks: who, what, by when, how long kept."""

    duty_holder: str
    act: str
    time_limits: tuple[TimeLimit, ...]
    thresholds: tuple[Threshold, ...]
    conditions: tuple[str, ...]
    signal: str
    modality: Modality = Modality.OBLIGATION


def read_row(clause: Clause) -> Row | None:
    """Return the duty of a table row, None where no column names a time, a period or who is responsible."""
    cells = [cell.strip() for cell in clause.text.split("|")]
    if not clause.columns or len(cells) != len(clause.columns):
        return None
    parts: dict[str, list[int]] = {}
    for place, column in enumerate(clause.columns):
        parts.setdefault(_part(column), []).append(place)
    if parts.get("kept"):
        parts["subject"] = [*parts["kept"], *parts.get("subject", ())]
        periods = [place for place in parts.get("time", ()) if _PERIOD.search(clause.columns[place])]
        parts["time"] = [place for place in parts.get("time", ()) if place not in periods]
        parts["retention"] = [*parts.get("retention", ()), *periods]
    if not parts.get("retention"):
        _find_kept(clause.columns, cells, parts)
    if not parts.get("retention"):
        _find_kept_by_act(clause.columns, cells, parts)
    _find_times(clause.columns, cells, parts)
    limits = tuple(
        limit for place in parts.get("time", ()) for limit in _limits(cells[place], clause.columns[place])
    )
    kept = tuple(one for place in parts.get("retention", ()) for one in _retention(cells[place]))
    holder = _first(cells, _responsible(clause.columns, cells, parts))
    if not (limits or kept or holder):
        return None
    others = tuple(
        t
        for place, cell in enumerate(cells)
        for t in read_thresholds(cell)
        if t.kind is not ThresholdKind.RETENTION
        and not (t.kind is ThresholdKind.AGE and place in parts.get("retention", ()))  # the age kept until
    )
    told = (*parts.get("action", ()), *parts.get("figure", ()))
    extra = tuple(limit for place in told for limit in read_time_limits(cells[place]))
    act = _act(cells, parts)
    words, modality = read_cell(act.partition(_SEPARATOR)[0], holder, names_act=bool(parts.get("action")))
    return Row(
        duty_holder="" if is_nobody(holder) else holder, act=act, time_limits=limits + extra, thresholds=kept + others,
        conditions=tuple(cells[place] for place in parts.get("event", ()) if parts.get("action") and cells[place]),
        signal=words or _signal(clause.columns, parts, bool(limits), bool(kept)),
        modality=modality,
    )  # fmt: skip


_RECORDS, _KEPT = (re.compile(rf"\W*{any_of(name)}\W*", re.IGNORECASE) for name in ("records", "headings"))

# "Shred", "Goes in the bin": what is kept need not be named by its column.
_GONE = re.compile(
    rf"(?:(?:when\s|goes\s|put\s)?(?:to\sbe\s)?(?:{DESTROY.pattern}|{any_of('ends')})(?:\s(?:on|at|by|when|after))?)",
    re.IGNORECASE,
)


def _find_kept(columns: Sequence[str], cells: Sequence[str], parts: dict[str, list[int]]) -> None:
    """Take a column "Held" or "Fate" beside one of records for how long these are kept."""
    things = [place for place, column in enumerate(columns) if _RECORDS.search(column)]
    kept = [place for place, column in enumerate(columns) if _KEPT.fullmatch(column) and place not in things]
    gone = [place for place, column in enumerate(columns) if _GONE.fullmatch(column.strip())]
    kept = [place for place in (kept if things and kept else gone) if _retention(cells[place])]
    if kept:
        for places in parts.values():
            places[:] = [place for place in places if place not in kept]
        parts["retention"] = kept


# "Keeps it", "to be retained": how long the time beside it is, unless it says by when; to keep a log is to write it.
_KEEPS = re.compile(
    r"(?:(?:must|shall|will|should|is|are|to)\s){0,2}(?:be\s)?(?:keeps?|kept|retain(?:s|ed)?|holds?|held|preserv(?:e|es|ed))\b"
    r"(?!.*\b(?:up\sto\sdate|informed|under\sreview|tidy|clean|an?\s(?:log|record|register|note|list))\b)",
    re.IGNORECASE,
)
_BY_THEN = re.compile(
    r"\b(?:within|before|every|each|by|weekly|monthly|annually)\b|\b(?:no|not)\slater\b", re.IGNORECASE
)
_OFTEN = re.compile(r"\b(?:frequency|often|interval|cycle|within|deadline)\b", re.IGNORECASE)


def _find_kept_by_act(columns: Sequence[str], cells: Sequence[str], parts: dict[str, list[int]]) -> None:
    """Take the time of a row whose act is to keep a record for how long it is kept."""
    told = [
        place for part in ("subject", "kept", "event", "action", "notes") for place in parts.get(part, ())
    ]
    if not any(_KEEPS.match(cells[place]) for place in parts.get("action", ())):
        return
    if not any(RECORDS.search(cells[place]) for place in told):
        return
    times = [
        place
        for place in parts.get("time", ())
        if not _OFTEN.search(columns[place])
        and not _BY_THEN.search(cells[place])
        and _retention(cells[place])
    ]
    if times:
        parts["time"] = [place for place in parts["time"] if place not in times]
        parts["retention"] = times


# "Every Monday", "last Friday of the month", "Mondays": days that come round again.
_COMES_ROUND = re.compile(
    r"(?:on\s)?(?:the\s)?(?:every|each|daily|weekly|fortnightly|monthly|quarterly|(?:mon|tues|wednes|thurs|fri|satur|sun)days|"
    r"(?:first|second|third|fourth|last|1st|2nd|3rd|4th)\s(?:working\s)?\w*day\s(?:of|in)\s(?:the|each|every)\smonth)\b",
    re.IGNORECASE,
)
_EVERY = re.compile(r"(?:at\sleast\s)?(?:every|once|twice)\b", re.IGNORECASE)


def _find_times(columns: Sequence[str], cells: Sequence[str], parts: dict[str, list[int]]) -> None:
    """Take cells that hold a time and nothing else for times, whatever else their columns may name."""
    for part in ("subject", "figure", "retention"):
        for place in tuple(parts.get(part, ())):
            told = (
                _EVERY.match(cells[place]) if part == "retention" else _is_time(columns[place], cells[place])
            )
            if told:
                parts[part].remove(place)
                parts.setdefault("time", []).append(place)


def _is_time(column: str, cell: str) -> bool:
    """Tell whether a cell is only a time: "Every Monday" under "Day", "3 days from request" under "Our promise"."""
    if _names(column, "rota"):
        return _COMES_ROUND.match(cell) is not None
    promised = _names(column, "promised")
    bare = read_bare_limit(cell, LimitKind.WITHIN) if promised else None
    if bare is not None and bare.text == cell:
        return True
    if not (promised or _names(column, "promised_in_full")):
        return False
    spans = find_time_limits(cell)
    return bool(spans) and spans[0].start == 0 and not cell[spans[-1].end :].strip(" .;,")


@lru_cache(maxsize=256)
def _names(column: str, part: str) -> bool:
    words = " ".join(_WORD.findall(column.lower()))
    return any(re.fullmatch(name, words) for name in load("columns")["whole"][part])


_LEAVE = re.compile(r"\b(?:approv|authoris|sign|agree|allow|permit|decid)", re.IGNORECASE)


def _responsible(columns: Sequence[str], cells: Sequence[str], parts: dict[str, list[int]]) -> list[int]:
    """Return the columns of who acts; "Nobody" under "Approved by" forbids nothing that the row says."""
    places = parts.get("responsible", ())
    return [place for place in places if not (is_nobody(cells[place]) and _LEAVE.search(columns[place]))]


@lru_cache(maxsize=256)  # every row of a table asks again
def _part(column: str) -> str:
    """Say which part of a duty a column heading names: of several names in it the longest, "by when" before "by"."""
    words = " ".join(_WORD.findall(column.lower()))
    found = [
        (len(name), -place, str(part))
        for place, (part, names) in enumerate(load("columns").items())
        if part != "whole"
        for name in names
        if re.search(rf"\b{name}\b", words)
    ]
    return max(found)[2] if found else "subject"


def _first(cells: Sequence[str], places: Sequence[int]) -> str:
    return next(
        (cells[place] for place in places if cells[place] and cells[place] not in ("-", "–", "n/a", "N/A")),
        "",
    )


def _act(cells: Sequence[str], parts: dict[str, list[int]]) -> str:
    places = next((parts[name] for name in _NAMING_THE_ACT if parts.get(name)), [])
    places = places[:1] if parts.get("retention") else places
    named = [cells[place] for place in places if cells[place]]
    act = _SEPARATOR.join([cell for cell in named if not cell.strip(".)").isdigit()] or named)  # "Step: 7"
    if parts.get("retention") and not parts.get("action"):
        return f"keep {act}" if act else "keep"
    return act


def _signal(columns: Sequence[str], parts: dict[str, list[int]], timed: bool, kept: bool) -> str:
    name = "time" if timed else "retention" if kept else "responsible"
    return columns[parts[name][0]]


def _limits(cell: str, column: str) -> tuple[TimeLimit, ...]:
    found = read_time_limits(cell)
    often = re.search(r"\b(?:frequency|often|interval|cycle)\b", column, re.IGNORECASE)
    if all(one.kind is not LimitKind.EVERY for one in found):
        told = read_column_rhythm(column, cell)
        if told is not None:
            value, unit, working = told
            return (
                TimeLimit(
                    kind=LimitKind.EVERY,
                    value=value,
                    unit=unit,
                    text=cell,
                    working=working,
                    comparator=Comparator.AT_MOST,
                ),
            )
    if found and not often:
        return tuple(_as_deadline(one) for one in found)
    if found:
        return found
    bare = read_bare_limit(cell, LimitKind.EVERY if often else LimitKind.WITHIN)
    return (bare,) if bare else ()


def _as_deadline(limit: TimeLimit) -> TimeLimit:
    """In a column of times "10 days after receipt" is the latest moment."""
    begins = limit.text.lower().startswith(("once", "from"))  # and no sooner
    if limit.kind is LimitKind.AFTER and limit.comparator is Comparator.EXACTLY and not begins:
        return replace(limit, kind=LimitKind.WITHIN, comparator=Comparator.AT_MOST)
    return limit


def _retention(cell: str) -> tuple[Threshold, ...]:
    found = tuple(one for one in read_thresholds(f"retain {cell}") if one.kind is ThresholdKind.RETENTION)
    if found:
        return found
    for duration in find_durations(cell):
        trigger, _ = read_trigger(cell, duration.end)
        return (
            Threshold(
                kind=ThresholdKind.RETENTION, comparator=_bound(cell[: duration.start]), value=duration.value,
                unit=duration.unit.value, text=cell[duration.start : duration.end], trigger=trigger,
            ),
        )  # fmt: skip
    told = read_kept_cell(cell)
    return (told,) if told else ()


def _bound(before: str) -> Comparator:
    if re.search(r"\b(?:least|minimum|less|fewer)\b", before, re.IGNORECASE):
        return Comparator.AT_LEAST
    return (
        Comparator.AT_MOST
        if re.search(r"\b(?:most|maximum|more|up)\b", before, re.IGNORECASE)
        else Comparator.EXACTLY
    )
