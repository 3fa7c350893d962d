"""How often, told by a cell and the heading above it: "Repeat: 24 months", "Clean at: 6 am, 2 pm", "Mon: tick"."""

import re
from functools import lru_cache

from policycheck.domain.obligations import Unit
from policycheck.lexicon.data import load
from policycheck.obligations.figures.durations import UNIT_WORDS, divide, find_durations, measure
from policycheck.obligations.figures.numbers import NUMBER, read_number
from policycheck.obligations.rhythms.calendar_lists import read_calendar
from policycheck.obligations.rhythms.frequencies import find_frequencies
from policycheck.obligations.rhythms.landmarks import read_landmarks
from policycheck.obligations.rhythms.matrix_rhythms import Rhythm, Told, cells_of, find_in_slots, told_by
from policycheck.obligations.spans import Span

_I = re.IGNORECASE
_HEADINGS: dict[str, list[str]] = load("rhythms")["headings"]
_LENGTHS, _NO_LENGTHS, _NO_CALENDAR, _NO_COUNT = (
    re.compile(rf"(?<!\w)(?:{'|'.join(_HEADINGS[name])})(?!\w)", _I)
    for name in ("lengths", "no_lengths", "no_calendar", "no_count")
)
_UNIT = rf"(?P<unit>{UNIT_WORDS}|qtr|annum|p\.?a)"
_TALLY = re.compile(
    rf"(?<![£$€])\b(?:(?P<word>once|twice|thrice)|(?P<number>{NUMBER})\s?(?:x|×|times)(?![a-z])|(?P<plain>{NUMBER}))\s?"
    rf"(?P<per>(?:an?|per|each|every|(?:in|to|over|through|within)\s(?:an?|the|each|every))\s(?:working\s|school\s|calendar\s)?|/\s?|(?=p\.?a\b))?{_UNIT}\b|[x×]\s?(?P<many>\d{{1,2}})\s?(?:(?:a|per|each)\s|/)?(?P<of>{UNIT_WORDS}|daily|weekly|monthly|p\.?a)\b",
    _I,
)
_ADVERBS = {"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year"}
# "24m", "3y", "6/12": lengths as those write them who fill in many.
_COMPACT = re.compile(
    r"(?P<number>\d{1,3})(?:\s?(?P<short>m|mo|y|yrs?|w|wks?|d|mths?)|/(?P<of>7|52|12))(?:\.|\smax\.?|\sor\sless)?",
    _I,
)
_SHORT = {
    "m": Unit.MONTH,
    "y": Unit.YEAR,
    "w": Unit.WEEK,
    "d": Unit.DAY,
    "12": Unit.MONTH,
    "52": Unit.WEEK,
    "7": Unit.DAY,
}
_PER_UNIT = re.compile(rf"(?:\b(?:an?|per|each|every|in\sa)\s|\s?/\s?){_UNIT}\.?$", _I)
# "6 weeks after admission" is a deadline, "3 years after last" a rhythm.
_COUNTED_FROM = re.compile(
    r"\s?(?:after|from|of|before|following|since|prior|notice|in\sadvance|ahead)\b(?!\s(?:the\s)?(?:last|previous|preceding|latest|one\sbefore)\b)",
    _I,
)
_LIMITED = re.compile(r"\b(?:within|for|after|before|until|by|first)\s$", _I)
_NUMBER_FIRST = re.compile(
    rf"(?:(?:at\s(?:the\s)?least|min(?:imum)?\.?|about|approx\.?)\s)?(?:(?P<word>once|twice)|(?P<number>{NUMBER}))(?!\s?(?:%|[a-z£])|[:.]\d)",
    _I,
)
_MOST = 60
# "Again: next 1 April", "Renewed: next spring"
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_NEXT = re.compile(
    rf"next\s(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?(?:{_MONTH}|spring|summer|autumn|winter|year|christmas|easter|season)\b",
    _I,
)


def read_column_rhythm(heading: str, cell: str) -> Rhythm | None:
    """Return how often by what a cell says under its heading, None where it does not tell; see `read_calendar`.

    What the cell says in so many words, "every six weeks", is not read here.
    """
    told = _of_heading(heading, cell) or _tallied(cell)
    if told is None and not _NO_CALENDAR.search(heading):
        listed = read_calendar(cell) or read_landmarks(cell) or _opening(cell)
        told = (*listed, False) if listed else None
    if told is None and says_lengths(heading):
        if _NEXT.match(cell.strip()):
            return 1.0, Unit.YEAR, False
        compact = _COMPACT.fullmatch(cell.strip())
        if compact:
            unit = _SHORT[(compact["short"] or compact["of"]).lower()[:2].rstrip("tokr") or compact["of"]]
            return float(compact["number"]), unit, False
        for duration in find_durations(cell):
            counted = _COUNTED_FROM.match(cell, duration.end) or _LIMITED.search(cell[: duration.start])
            return None if duration.bare or counted else (duration.value, duration.unit, duration.working)
    return told


_PARTS = re.compile(r"\s?[,(;]\s?|\s(?:by|with|and\sthat|only)\s")


def _opening(cell: str) -> tuple[float, Unit] | None:
    """Read "Mon, by whoever opens up", a cell that goes on after its day or its hours."""
    first, *rest = _PARTS.split(cell.strip(), maxsplit=1)
    if not rest or not first or _CLOSED.search(rest[0]):
        return None
    return read_calendar(first) or read_landmarks(first)


_CLOSED = re.compile(r"\b(?:closed|shut|except|not|off|until|till|to|or)\b", _I)


def says_lengths(heading: str) -> bool:
    """Tell whether a bare length under a heading says how often: "Repeat", "Next test", "Inspected"."""
    return _LENGTHS.search(heading) is not None and not _NO_LENGTHS.search(heading)


@lru_cache(maxsize=256)
def find_column_rhythms(text: str) -> tuple[Span[Told], ...]:
    """Return the rhythms of a row written as "heading: cell; heading: cell", each at the place of its heading.

    So what else the cell says, such as the hours themselves, is still read from it.
    """
    if ": " not in text:
        return ()
    cells = cells_of(text)
    by_slots = tuple(find_in_slots(cells))
    if by_slots:
        return by_slots
    found = []
    for one in cells if len(cells) > 1 else ():
        told = read_column_rhythm(one["heading"], one["cell"])
        if told is not None and next(find_frequencies(one["cell"]), None) is None:
            found.append(told_by(one, told))
    return tuple(found)


def _of_heading(heading: str, cell: str) -> Rhythm | None:
    """Read "Visits a year: 2"."""
    per = _PER_UNIT.search(heading)
    number = _NUMBER_FIRST.match(cell.strip()) if per and not _NO_COUNT.search(heading) else None
    if per is None or number is None:
        return None
    times = {"once": 1.0, "twice": 2.0}.get((number["word"] or "").lower()) or read_number(
        number["number"] or ""
    )
    return _parted(per["unit"], times) if times and times <= _MOST else None


def _tallied(cell: str) -> Rhythm | None:
    """Read "2 x week", "once p.a." and "x3 daily"; "2 weeks" is a length."""
    for found in _TALLY.finditer(cell):
        if found["many"]:
            return _parted(_ADVERBS.get(found["of"].lower(), found["of"]), float(found["many"]))
        if found["plain"] and not found["per"]:
            continue
        word = (found["word"] or "").lower()
        times = {"once": 1.0, "twice": 2.0, "thrice": 3.0}.get(word) or read_number(
            found["number"] or found["plain"]
        )
        if times and times <= _MOST:
            return _parted(found["unit"], times)
    return None


def _parted(unit: str, times: float) -> Rhythm:
    low = unit.lower().replace(".", "")
    value, of, working = measure(1.0, {"qtr": "quarter", "annum": "year", "pa": "year"}.get(low, low), "")
    return (*divide(value, of, times), working)
