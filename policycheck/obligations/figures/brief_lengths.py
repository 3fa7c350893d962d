"""Lengths of time as tables and notices write them: "3½ hrs", "24h", "5 wkg days", "D+5", "wk –1", "Weeks to go: 2"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from policycheck.domain.obligations import Comparator, Unit
from policycheck.obligations.cues import words_in
from policycheck.obligations.figures.counted_marks import find_counted_marks
from policycheck.obligations.figures.durations import UNIT_WORDS, divide, find_compounds, measure
from policycheck.obligations.figures.elapsed import Elapsed, find_elapsed
from policycheck.obligations.figures.numbers import NUMBER, has_number, read_number
from policycheck.obligations.figures.told_lengths import ToldLength, find_told_lengths
from policycheck.obligations.spans import Span


class Told(StrEnum):
    """What a brief length says of an act."""

    LASTS = "lasts"  # a length and no more: "3½ hrs"
    AFTER = "after"  # so long after an event: "D+5", "day 30"
    WITHIN = "within"  # no longer than that after it: "before two days have passed"
    SINCE = "since"  # so long after it at the least: "not before two days have passed"
    BEFORE = "before"  # so long before it, at the least: "D–14", "night before"


BOUNDS = {Told.WITHIN: Comparator.AT_MOST, Told.SINCE: Comparator.AT_LEAST, Told.BEFORE: Comparator.AT_LEAST}
"""The bound of a length that says on which side of an event it lies."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A length, and on which side of an event it lies where the words say so."""

    value: float
    unit: Unit
    working: bool
    told: Told = Told.LASTS


_I = re.IGNORECASE
_FRACTIONS = {"¼": 0.25, "½": 0.5, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_FRACTION = "[" + "".join(_FRACTIONS) + "]"
# "Wkg" and "w/" of a table are working; single letters are units only behind a figure.
_WORKING = r"(?P<working>(?:wkg|wking|wrkg|work|bus|working|business|office|w/?)\.?[\s-]?)"
_LETTERS = {"h": "hour", "d": "day", "w": "week", "wd": "wd", "hr": "hour", "min": "minute"}
_UNIT = rf"(?P<unit>{UNIT_WORDS}|h|d|w)s?\b(?![-/’'])"
_CELL = r"(?:^|[:;|]\s)"

_WITH_FRACTION = re.compile(
    rf"(?<![\d.£])(?P<whole>\d{{1,3}})?\s?(?P<fraction>{_FRACTION})[\s-]?(?:(?:of\s)?an?\s)?{_WORKING}?{_UNIT}",
    _I,
)
_HOURS_AND_MINUTES = re.compile(
    r"(?<![\d.£:])\b(?P<hours>\d{1,2}|an|one|two|three|four)\s?(?:h|hrs?|hours?)\s?(?:and\s)?(?P<minutes>[0-5]?\d)\b(?:\s?(?:m|mins?|minutes?)\b)?(?!\s?[%£/:.]?\d)",
    _I,
)
_CLOSE_UP = re.compile(
    r"(?<![\d.£:/-])\b(?P<number>\d{1,3})(?:(?P<unit>hrs?|mins?|days?|wks?|weeks?|mths?|months?|yrs?|h)|\s(?P<letter>[hd]))\b(?![-/’'])"
)
_WORKING_DAYS = re.compile(
    rf"(?<![\d.£])\b(?P<number>{NUMBER})\s?(?:(?:wkg|wking|wrkg|work|bus|w/)\.?[\s-]?(?:days?|d)\b|w\.d\.|w/ds?\b)",
    _I,
)
_FROM_ZERO = re.compile(
    r"(?<![\w’'])(?P<zero>D|T|day|wk|week|mth|month|hr|hour)\s?(?P<sign>[+–—−-]|\s?plus\b|\s?minus\b)\s?(?P<number>\d{1,3})(?![\d:/.,]*\d)"
    rf"(?:[\s-]?{_WORKING}?(?P<unit>{UNIT_WORDS}|h|d|w)s?\b)?",
    _I,
)
_NTH_OF_CELL = re.compile(
    rf"{_CELL}(?:by\s|on\s|before\s|from\s)?(?P<unit>day|wk|week|month|mth)(?:s\s\d{{1,2}}\s?(?:-|–|to)\s?|\s)(?P<number>\d{{1,3}})\b(?!\s?(?:[-–/]\s?\d|to\s\d|pupils?|class))",
    _I,
)
# "Weeks to go: 2", "Time limit (days): 10": the unit stands in the heading, the cell is a bare number.
_UNDER_HEADING = re.compile(
    r"(?:^|;\s)(?P<heading>(?P<lead>[^:;|]{0,30}?)(?:\b(?P<working>working|wkg|business|office|school)\s)?\b(?P<unit>minute|min|hour|hr|day|week|wk|month|mth|year|yr)s"
    r"\b(?P<rest>[^:;|]{0,30})):\s(?:(?:within|up\sto|at\s(?:least|most)|max\.?|min\.?)\s)?(?P<number>\d{1,3}|"
    + NUMBER
    + r")\s?(?=$|;|\()",
    _I,
)
_NOT_A_TIME = re.compile(
    r"\b(?:a|an|per|each|every|in\sa|of\s(?:the|leave|holiday|work|week)|open|worked|paid|off|leave|old|age|valid|kept|keep|retained|lasts?|which|service)\b",
    _I,
)
_BEFOREHAND = re.compile(
    r"\b(?:before(?:hand)?|to\sgo|ahead|notice|prior|left|advance|until|till|warning|out)\b", _I
)
# "Fortnight ahead of the review", "Night before": nothing stands for the number.
_ONE_BEFORE = re.compile(
    rf"{_CELL}(?:(?:by|from|in)\s)?(?:the\s)?(?P<unit>hour|hr|day|night|evening|afternoon|morning|week|wk|fortnight|month|mth|quarter|term|season|year|yr)"
    r"(?P<side>['’]?s?\s(?:(?:ahead(?:\sof)?|before(?:hand)?|prior(?:\sto)?|in\sadvance(?:\sof)?)\b|(?:['’]\s?)?notice\b)|\s(?:after|from|of)\b(?!\s(?:the\s)?(?:month|week|year|day)\b))",
    _I,
)
# "When: First month"
_FIRST = re.compile(
    rf"{_CELL}(?:in\s|within\s|during\s|over\s)?(?:the\s)?first\s(?P<unit>hour|week|wk|fortnight|month|mth|quarter|term|season|year|yr)\b(?=\s?(?:$|[,;|(]|of\b|after\b|in\b))(?!\sof\s(?:each|every)\b)",
    _I,
)
_PARTS_OF_DAY = ("night", "evening", "afternoon", "morning")


@lru_cache(maxsize=256)  # figures and limits of one sentence both ask
def find_brief_lengths(text: str) -> tuple[Span[Brief], ...]:
    """Return the lengths of a text that are written so, with their places, the surest first."""
    told = has_number(text) or not _SIDES.isdisjoint(words_in(text)) or any(one in text for one in _FRACTIONS)
    elapsed = (Span(one.start, one.end, _elapsed(one.value)) for one in find_elapsed(text))
    otherwise = (Span(one.start, one.end, told_briefly(one.value)) for one in find_told_lengths(text))
    marks = (Span(one.start, one.end, told_briefly(one.value)) for one in find_counted_marks(text))
    return (*elapsed, *otherwise, *marks, *(_brief_lengths(text) if told else ()))


def find_lengths(text: str) -> Iterator[Span[Brief]]:
    """Yield the same, and the lengths that are told in two parts: "one year and six months"."""
    yield from find_brief_lengths(text)
    for one in find_compounds(text):
        yield Span(one.start, one.end, Brief(one.value, one.unit, one.working))


def told_briefly(one: ToldLength) -> Brief:
    """Return such a length as one that a table writes."""
    how = Told.WITHIN if one.most else Told.SINCE if one.least else Told.AFTER if one.later else Told.LASTS
    return Brief(one.value, one.unit, one.working, how)


def _elapsed(one: Elapsed) -> Brief:
    return Brief(one.value, one.unit, one.working, Told.SINCE if one.banned else Told.WITHIN)


_SIDES = frozenset(["before", "beforehand", "ahead", "prior", "advance", "notice", "after", "from", "first"])


def _brief_lengths(text: str) -> Iterator[Span[Brief]]:
    for pattern, read in _READERS:
        for found in pattern.finditer(text):
            brief = read(found)
            if brief is not None:
                start = found.start() + len(found[0]) - len(found[0].lstrip(" :;|"))
                yield Span(start, found.end(), brief)


def _measured(value: float, unit: str, working: str | None, told: Told = Told.LASTS) -> Brief:
    low = unit.lower().rstrip("s") if unit.lower() not in ("h", "d", "w") else unit.lower()
    length, of, counted = measure(value, _LETTERS.get(low, low), "working" if working else "")
    return Brief(length, of, counted, told)


def _with_fraction(found: re.Match[str]) -> Brief:
    part = _FRACTIONS[found["fraction"]]
    whole = float(found["whole"] or 0)
    if whole or found["working"]:
        return _measured(whole + part, found["unit"], found["working"])
    one = _measured(1.0, found["unit"], None)
    value, unit = divide(one.value, one.unit, 1 / part)
    return Brief(round(value, 6), unit, one.working)


def _hours_and_minutes(found: re.Match[str]) -> Brief:
    hours = read_number(found["hours"]) or 1.0
    return Brief(hours * 60 + float(found["minutes"]), Unit.MINUTE, working=False)


def _close_up(found: re.Match[str]) -> Brief:
    return _measured(float(found["number"]), found["unit"] or found["letter"], None)


def _working_days(found: re.Match[str]) -> Brief | None:
    number = read_number(found["number"])
    return Brief(number, Unit.DAY, working=True) if number else None


def _from_zero(found: re.Match[str]) -> Brief | None:
    zero = found["zero"].lower()
    if zero in ("d", "t") and not found["zero"].isupper() and found["sign"].strip() not in ("+", "plus"):
        return None  # "d-14" may be a reference
    unit = found["unit"] or {"d": "day", "t": "day"}.get(zero, zero)
    before = found["sign"].strip().lower() not in ("+", "plus")
    if zero not in ("d", "t") and before and found["sign"].strip() == "-":
        return None  # "week-12" is a name
    return _measured(float(found["number"]), unit, found["working"], Told.BEFORE if before else Told.AFTER)


def _nth_of_cell(found: re.Match[str]) -> Brief | None:
    if not int(found["number"]):
        return None  # from "day 0" others are counted
    return _measured(float(found["number"]), found["unit"], None, Told.AFTER)


def _under_heading(found: re.Match[str]) -> Brief | None:
    number = read_number(found["number"])
    if number is None or _NOT_A_TIME.search(found["rest"]) or _NOT_A_TIME.search(found["lead"]):
        return None
    if not found["lead"].strip() and not found["rest"].strip():
        return _measured(number, found["unit"], found["working"])  # "Hours: 37"
    told = Told.BEFORE if _BEFOREHAND.search(found["heading"]) else Told.AFTER
    school = (found["working"] or "").lower() == "school"
    if school and found["unit"].lower() == "day":
        return Brief(number, Unit.SCHOOL_DAY, working=False, told=told)
    return _measured(number, found["unit"], found["working"], told)


def _one_before(found: re.Match[str]) -> Brief | None:
    unit = found["unit"].lower()
    side = found["side"].strip("s’' ").lower()
    if side in ("after", "from", "of"):
        return (
            None
            if side == "of"
            else _measured(1.0, "day" if unit in _PARTS_OF_DAY else unit, None, Told.AFTER)
        )
    return _measured(1.0, "day" if unit in _PARTS_OF_DAY else unit, None, Told.BEFORE)


def _first(found: re.Match[str]) -> Brief:
    unit = found["unit"].lower()
    return (
        _measured(3.0, "month", None, Told.WITHIN)
        if unit == "season"
        else _measured(1.0, unit, None, Told.WITHIN)
    )


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Brief | None]], ...] = (
    (_UNDER_HEADING, _under_heading),
    (_WITH_FRACTION, _with_fraction),
    (_HOURS_AND_MINUTES, _hours_and_minutes),
    (_WORKING_DAYS, _working_days),
    (_FROM_ZERO, _from_zero),
    (_CLOSE_UP, _close_up),
    (_NTH_OF_CELL, _nth_of_cell),
    (_ONE_BEFORE, _one_before),
    (_FIRST, _first),
)
