"""Numbers whose unit stands with an earlier figure of the sentence: "letters for 66 days and parcels for eighteen"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from policycheck.domain.figures import Figure, FigureKind
from policycheck.domain.obligations import Comparator
from policycheck.obligations.figures.bounds import BY_TIME, bound_of
from policycheck.obligations.figures.numbers import NUMBER, number_places, read_number

_I = re.IGNORECASE
_FIRM = r"within|inside|in|for|after|only|up\sto|least|most|than|exceed"
# These lead to hours, ages and sections as well: only where they stand before the earlier figure too.
_LOOSE = r"at|from|by|before|over|under|above|below|of|every|to"
_FILLED = r"(?:(?:up\sto|only|just|about|the|at\smost|at\sleast)\s)?"
_BARE = re.compile(
    rf"(?:\b(?P<lead>{_FIRM}|{_LOOSE})\s{_FILLED}|(?:[,;]|\bor|\bnor)\s)(?P<number>{NUMBER})"
    r"(?=\s*(?:[,;)]|[.](?!\d)|$)|\s(?:if|where|when|while|in|for|on|once|during|after|at|otherwise|elsewhere|outside|inside)\b)"
    r"(?!\s(?:in\sall|at\s(?:least|most|a\stime|once)))(?!,?\s(?:and|or)\s\w+\s(?:days|weeks|months|years|hours|minutes)\b)",
    _I,
)
_BEFORE = re.compile(rf"\b(?P<lead>{_FIRM}|{_LOOSE})\s{_FILLED}$", _I)
_PART = re.compile(r"[,;]|\b(?:and|or|but|nor|while|whereas)\b", _I)
_STOP = re.compile(r"[.!?]\s|\n|\s\|\s")
_WITH_UNIT = (FigureKind.TIME, FigureKind.MEASURE, FigureKind.MONEY, FigureKind.RHYTHM)
_ONE_UNIT = re.compile(r"(?:an?|next|the|end|following)\s", _I)
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_HOUR = re.compile(r"\b\d{1,2}\.\d\d$")

Placed = tuple[int, int, Figure]


def find_elided(text: str, read: Sequence[Placed]) -> Iterator[Placed]:
    """Yield the numbers that take the unit of one of the figures read of a text so far, with their places.

    Where a count of nothing or an age was read of the number alone, for want of a unit, it is read anew.
    """
    numbers = list(number_places(text)) if any(figure.kind in _WITH_UNIT for _, _, figure in read) else []
    if not numbers or numbers[-1][0] <= min(start for start, _, _ in read):
        return
    for found in _BARE.finditer(text):
        start, end = found.span("number")
        value = read_number(found["number"])
        if value is None or value == 1 or _FIRST_YEAR <= value <= _LAST_YEAR or _HOUR.search(found[0]):
            continue
        if not all(_is_bare(one) for begun, ended, one in read if begun < end and start < ended):
            continue
        told = _told(text, found, read)
        if told is not None:
            yield start, end, _of_unit(told, text, start, end, value)


def _is_bare(figure: Figure) -> bool:
    if figure.kind is FigureKind.COUNT:
        return not figure.unit
    return figure.kind is FigureKind.AGE and bool(re.fullmatch(NUMBER, figure.text, _I))


def _told(text: str, found: re.Match[str], read: Sequence[Placed]) -> Figure | None:
    """Return the figure of an earlier part of the sentence whose unit a number takes.

    The nearest to which the same word leads, else the nearest.
    """
    lead, start = (found["lead"] or "").lower(), found.start("number")
    loosely = None
    for begun, ended, figure in sorted(read, key=lambda one: -one[0]):
        if ended > found.start() or figure.kind not in _WITH_UNIT or _scale(figure) is None:
            continue
        between = text[ended:start]
        if _STOP.search(between):
            break
        if _PART.search(between) is None:
            continue
        before = _BEFORE.search(text, 0, begun)
        if lead and (figure.text.lower().startswith(lead) or (before and before["lead"].lower() == lead)):
            return figure
        firm = not lead or re.fullmatch(_FIRM, lead) is not None
        if firm and (figure.kind is FigureKind.TIME or (not lead and figure.kind is not FigureKind.RHYTHM)):
            loosely = loosely or figure
    return loosely


def _scale(figure: Figure) -> float | None:
    """Return what the unit that a figure names comes to in its own; None where it names none, as "weekly"."""
    number = re.search(NUMBER, figure.text, _I)
    many = read_number(number[0]) if number else 1.0 if _ONE_UNIT.match(figure.text) else None
    return figure.value / many if many and figure.value else None


def _of_unit(figure: Figure, text: str, start: int, end: int, value: float) -> Figure:
    bound = bound_of(text, start, end)
    if bound is None and figure.kind is FigureKind.TIME and BY_TIME.search(text[:start][-24:]):
        bound = Comparator.AT_MOST
    return replace(
        figure,
        value=value * (_scale(figure) or 1.0),
        text=text[start:end],
        bound=bound or figure.bound,
        of_case=False,
    )
