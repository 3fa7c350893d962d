"""Two numbers that bound one thing: "18 to 24 degrees", "between £15 and £30", "at least two and no more than six"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from policycheck.domain.figures import Figure, FigureKind
from policycheck.domain.obligations import Comparator, Threshold, ThresholdKind
from policycheck.obligations.figures.numbers import NUMBER, read_number
from policycheck.obligations.spans import Span

_I = re.IGNORECASE
_LOOK_BACK = 100
_UNIT = r"(?:per\scent|°?[a-z%°]+)"
_LEAST = r"at\s(?:the\s)?(?:very\s)?least|(?:not|no|never)\s(?:less|fewer)\sthan|a\sminimum\sof"
_MOST = r"at\s(?:the\s)?(?:very\s)?most|(?:not|no|never)\s(?:more|greater|longer)\sthan|a\smaximum\sof|up\sto"
_LOWER = rf"(?P<pound>£\s?)?(?P<low>{NUMBER})(?:\s?(?P<unit>{_UNIT}))?"
# What leads to the upper number of a range; the words that bound both its ends belong to it.
_LEADS = re.compile(
    rf"(?:(?P<between>\bbetween\s)?(?<![\w.,:/£$€-])(?P<minus>minus\s|[-\u2212](?=\d))?{_LOWER}"
    rf"(?:\s?[-–]\s?|\s(?:up\s)?to\s|\sor\s|(?(between)\sand\s|(?!)))|"
    rf"\b(?:{_LEAST})\s(?P<sum>£\s?)?(?P<least>{NUMBER})(?:\s?(?P<whole>{_UNIT}))?"
    rf",?\s(?:(?:and|but)\s(?:{_MOST})|(?:nor|or)\s(?:more|greater|longer)\sthan)\s)$",
    _I,
)
_ENDS = re.compile(r"(?:[-–]|\b(?:to|or|and|than|most|of))\s?$", _I)
# "Within 5 to 7 days" is kept to by whoever keeps to the longer; a bound before a range leaves it one figure.
_OF_ONE_END = re.compile(
    rf"\b(?:within|inside|in|every|each|ages?|aged|from\sage|ratio\sof|{_LEAST}|{_MOST}|"
    r"(?:more|fewer|less|longer|greater)\sthan|over|under|above|below)\s(?:the\s(?:first|next|last)\s|between\s)?$",
    _I,
)
# "Is raised from £20 to £30", "has gone up from three members to five"
_CHANGED = re.compile(
    r"\b(?:rais|ris|rose|increas|extend|chang|mov|grow|grew|go|gone|went|lengthen|up)[a-z]*\s(?:[\w’']+\s){0,3}?from\s$",
    _I,
)
_SIGN = re.compile(r"(?:£\s?|\bminus\s|(?<![\w.)])[-\u2212])$", _I)
_NUMBER = re.compile(NUMBER, _I)
_UNIT_AFTER = re.compile(rf"[\s-]?({_UNIT})", _I)
_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Ends:
    """The two numbers of a range that begins at `start`, and the one at its end as it is written."""

    start: int
    low: float
    high: float
    written: float

    def scaled(self, value: float, words: str) -> tuple[float, float]:
        """Return both ends in the unit of the figure that was read at the end: metres for "900 to 950 mm"."""
        if words.rstrip().endswith("F"):
            return (self.low - 32) / 1.8, (self.high - 32) / 1.8
        return self.low * value / self.written, self.high * value / self.written


def find_range(text: str, start: int, end: int) -> Ends | None:
    """Return the range that the figure at text[start:end] ends; None where the figure stands alone."""
    upper = _NUMBER.search(text, start, end)
    if upper is None:
        return None
    sign = _SIGN.search(text, max(0, upper.start() - len("minus ") - 1), upper.start())
    begins = sign.start() if sign else upper.start()
    before = text[max(0, begins - _LOOK_BACK) : begins]
    found = _LEADS.search(before) if _ENDS.search(before) else None
    pound = sign is not None and "£" in sign[0]
    if found is None or bool(found["pound"] or found["sum"]) is not pound:
        return None
    unit, after = found["unit"] or found["whole"], _UNIT_AFTER.match(text, upper.end())
    if unit and (after is None or after[1].lower().rstrip("s") != unit.lower().rstrip("s")):
        return None
    one, other = read_number(found["low"] or found["least"]), read_number(upper[0])
    lead = before[: found.start()]
    if one is None or not other or int(one) in _YEARS or _OF_ONE_END.search(lead) or _CHANGED.search(lead):
        return None
    one, other = -one if found["minus"] else one, -other if sign and not pound else other
    if one >= other > 0:
        return None
    return Ends(begins - len(before) + found.start(), min(one, other), max(one, other), other)


_RANGED = (FigureKind.TIME, FigureKind.MONEY, FigureKind.PERCENT, FigureKind.COUNT, FigureKind.MEASURE)


def with_ranges(text: str, read: dict[int, tuple[int, int, Figure]]) -> dict[int, tuple[int, int, Figure]]:
    """Return the figures read of a text, by their places, those that end a range with the range's lower end."""
    for start, end, figure in list(read.values()):
        ends = find_range(text, start, end) if figure.kind in _RANGED else None
        if ends is None:
            continue
        counted = figure.kind is FigureKind.COUNT  # "nor more than seven" are seven
        low, high = ends.scaled(ends.written if counted else figure.value, text[start:end])
        words = text[ends.start : end].strip()
        read = {at: one for at, one in read.items() if one[1] <= ends.start or end <= one[0]}
        whole = replace(figure, value=high, low=low, bound=None, of_case=False, text=words)
        read[ends.start] = (ends.start, end, whole)
    return read


_OF_AMOUNTS = (ThresholdKind.MONEY, ThresholdKind.PERCENT, ThresholdKind.COUNT, ThresholdKind.MEASURE)


def ranged(text: str, spans: Iterable[Span[Threshold]]) -> list[Span[Threshold]]:
    """Return the thresholds of a text, those that end a range with the range's lower end."""
    kept: list[Span[Threshold]] = []
    for span in spans:
        told = span.value
        ends = find_range(text, span.start, span.end) if told.kind in _OF_AMOUNTS else None
        if ends is None or told.value is None:
            kept.append(span)
            continue
        low, high = ends.scaled(
            ends.written if told.kind is ThresholdKind.COUNT else told.value, text[span.start : span.end]
        )
        begins = min(ends.start, span.start)
        words = text[begins : span.start + len(told.text)].strip()
        whole = replace(told, value=high, low=low, comparator=Comparator.EXACTLY, text=words)
        kept = [*(one for one in kept if one.end <= begins), Span(begins, span.end, whole)]
    return kept
