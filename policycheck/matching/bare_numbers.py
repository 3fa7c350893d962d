"""Numbers whose unit the other side gives, "85 decibels" and "averages ninety"; how long from one hour to another."""

import re
from collections.abc import Sequence

from policycheck.domain.figures import Figure, FigureKind
from policycheck.domain.obligations import LimitKind, Unit
from policycheck.lexicon.data import load
from policycheck.matching.counts import in_its_unit
from policycheck.matching.statements import Statement

_I = re.IGNORECASE
_NOON = 12
_NAMED = {word: int(many) for word, many in load("deciding")["figures"].items() if int(many) <= _NOON}
_WORDS = _NAMED | {"noon": _NOON, "midday": _NOON, "midnight": 2 * _NOON}
_HOUR = rf"(?:{'|'.join(_WORDS)}|\d{{1,2}}(?:[.:][0-5]\d)?)"
# "Nine till one", "from eight until one", "10 am to noon"
_SPAN = re.compile(
    rf"\b(?P<start>{_HOUR})(?:\s?[ap]\.?m\b\.?)?(?:\sin\sthe\s(?:morning|evening)|\so['’]clock)?\s(?:till|until|to|through\sto)\s(?P<end>{_HOUR})(?P<late>\s?p\.?m\b)?",
    _I,
)
# "On at six on Saturday evening and off at ten on Sunday morning"
_ON_AND_OFF = re.compile(
    rf"\b(?:on|in|starts?|begins?)\sat\s(?P<start>{_HOUR})\b(?P<first>[^.;]{{0,40}}?)\b(?:and\s)?(?:off|out|finish(?:es)?|ends?|away)\sat\s(?P<end>{_HOUR})\b(?P<last>[^.;]{{0,40}})",
    _I,
)
_DAY, _HALF_DAY = 24.0, 12.0


def with_units(
    a: Statement, b: Statement, ours: Sequence[Figure], theirs: Sequence[Figure]
) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """Return the figures of two statements, a bare number of one in the unit of the one measure of the other."""
    theirs = in_its_unit(theirs, ours)
    ours = in_its_unit(ours, theirs)
    return tuple(_with_span(b, a, theirs, ours)), tuple(_with_span(a, b, ours, theirs))


def _with_span(
    told: Statement, other: Statement, ours: Sequence[Figure], theirs: Sequence[Figure]
) -> Sequence[Figure]:
    """Add to the figures of one side how long it is from one hour to another, where the other says so many hours."""
    hours = [figure for figure in ours if figure.kind is FigureKind.TIME and figure.unit == Unit.HOUR.value]
    if len(hours) != 1 or hours[0].value < 1 or any(figure.kind is FigureKind.TIME for figure in theirs):
        return theirs
    limits = told.said.time_limits if told.said else ()
    if any(limit.kind in (LimitKind.WITHIN, LimitKind.BEFORE, LimitKind.AFTER) for limit in limits):
        return theirs  # within so many hours of something: no length of what is done
    long = _long(other.text)
    if long is None:
        return theirs
    return (*theirs, Figure(kind=FigureKind.TIME, value=long[0], unit=Unit.HOUR.value, text=long[1]))


def _long(text: str) -> tuple[float, str] | None:
    turn = _ON_AND_OFF.search(text)
    if turn:
        start, end = (
            _of_day(turn[side], turn[words]) for side, words in (("start", "first"), ("end", "last"))
        )
        return ((end - start) % _DAY or _DAY), turn[0].strip()
    span = _SPAN.search(text)
    if span is None:
        return None
    start, end = _clock(span["start"]), _clock(span["end"])
    if start > _DAY or end > _DAY:
        return None
    long = (end - start) % (_DAY if max(start, end) > _HALF_DAY else _HALF_DAY)
    return (long or _HALF_DAY), span[0]


def _of_day(hour: str, words: str) -> float:
    late = re.search(r"\b(?:evening|night|afternoon|p\.?m)\b", words, _I) and _clock(hour) < _HALF_DAY
    return _clock(hour) + (_HALF_DAY if late else 0)


def _clock(hour: str) -> float:
    if hour.lower() in _WORDS:
        return float(_WORDS[hour.lower()])
    whole, _, minutes = hour.replace(".", ":").partition(":")
    return float(whole) + (float(minutes) / 60 if minutes else 0)
