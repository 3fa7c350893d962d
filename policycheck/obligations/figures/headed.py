"""Bare numbers of a cell whose heading names their unit: "Hours afloat | 10", "Depth (mm) | 600", "Fee in £ | 30"."""

import re
from collections.abc import Iterator

from policycheck.domain.figures import Figure, FigureKind
from policycheck.domain.obligations import Comparator
from policycheck.lexicon.data import load
from policycheck.obligations.figures.durations import measure
from policycheck.obligations.figures.numbers import NUMBER, read_number

_I = re.IGNORECASE
_CELL = re.compile(
    rf"(?:^|;\s|\|\s)(?P<column>[^:;|]{{1,60}}):\s(?:(?P<least>at\sleast|min(?:imum)?\.?(?:\sof)?|from|over|above)\s|"
    rf"(?P<most>up\sto|at\smost|(?:no|not)\smore\sthan|max(?:imum)?\.?(?:\sof)?|under|below|within)\s)?"
    rf"(?P<number>{NUMBER})(?=\s?(?:[;|(,]|\.?$|\+|or\s(?:more|over|fewer|less|under|so)\b))",
    _I,
)
_TIME = re.compile(
    r"\b(?P<unit>minute|min|hour|hr|day|night|week|month|year)s\b"
    r"(?!\s(?:of|open|ending|when|a|an|per|each|every|in(?!\sthe\b)|to\sgo|before|ahead|left|after)\b)",
    _I,
)
_OPENS = re.compile(r"\b(?:opening|office|working|school|visiting|business|calendar|financial)\s$", _I)
_UNITS = {
    name.lower(): (many, next(iter(table)))
    for table in load("measures").values()
    for name, many in table.items()
}
_MARKED = re.compile(r"\((?:in\s)?(?P<bracket>[^()]{1,20})\)|\bin\s(?P<told>[a-z ]{2,20})$", _I)
_LONG_NAME = 3  # shorter names of units stand for many things
_AT_LEAST = re.compile(r"\b(?:min|minimum|least|lowest|not\sless|from)\b", _I)
_AT_MOST = re.compile(r"\b(?:max|maximum|most|highest|limit|up\sto|within|not\smore|no\smore)\b", _I)
_YEARS = range(1900, 2101)


def find_headed(text: str) -> Iterator[tuple[int, int, Figure]]:
    """Yield the bare numbers whose heading names a unit, with their places."""
    if ": " not in text:
        return
    for found in _CELL.finditer(text):
        value = read_number(found["number"])
        if value is None or int(value) in _YEARS:
            continue
        figure = _figure(found, value)
        if figure is not None:
            yield found.start("number"), found.end("number"), figure


def _figure(found: re.Match[str], value: float) -> Figure | None:
    column, text = found["column"], found["number"]
    bound = _bound(found)
    if "£" in column:
        return Figure(kind=FigureKind.MONEY, value=value, unit="£", text=text, bound=bound)
    if "%" in column or re.search(r"\bper\s?cent\b", column, _I):
        return Figure(kind=FigureKind.PERCENT, value=value, unit="%", text=text, bound=bound)
    timed = _TIME.search(column)
    if timed is not None and not _OPENS.search(column[: timed.start()]):
        night = timed["unit"].lower() == "night"
        length, unit, working = measure(value, "day" if night else timed["unit"], "")
        return Figure(
            kind=FigureKind.TIME, value=length, unit=unit.value, text=text, working=working, bound=bound
        )
    named = _unit(column)
    if named is None:
        return None
    return Figure(kind=FigureKind.MEASURE, value=value * named[0], unit=named[1], text=text, bound=bound)


def _unit(column: str) -> tuple[float, str] | None:
    """Return the measure that a heading names: in brackets any, else one whose name is a word of its own."""
    marked = _MARKED.search(column)
    if marked is not None:
        return _UNITS.get((marked["bracket"] or marked["told"]).strip().lower())
    words = column.lower().split()
    return next((_UNITS[word] for word in words if word in _UNITS and len(word) > _LONG_NAME), None)


def _bound(found: re.Match[str]) -> Comparator | None:
    if found["least"] or _AT_LEAST.search(found["column"]):
        return Comparator.AT_LEAST
    return Comparator.AT_MOST if found["most"] or _AT_MOST.search(found["column"]) else None
