"""How long records are kept, told otherwise: "torn up on the day", "starts again every ten days"."""

import re
from collections.abc import Iterator

from policycheck.domain.obligations import Comparator, Threshold, ThresholdKind, Unit
from policycheck.obligations.cues import words_in
from policycheck.obligations.figures.durations import find_durations
from policycheck.obligations.figures.numbers import NUMBER, ORDINAL, read_number, read_ordinal
from policycheck.obligations.figures.occasions import find_occasions
from policycheck.obligations.keeping.disposal import RECORDS, UNIT, any_of, ends_in, length
from policycheck.obligations.rhythms.frequencies import find_frequencies
from policycheck.obligations.spans import Span

_I = re.IGNORECASE
_OLDER = re.compile(
    rf"\b(?:(?:older|more|longer|further\sback)\sthan|over|beyond)\s(?P<number>{NUMBER}|an?)\s(?:full\s|whole\s)?{UNIT}s?\b(?!['’])(?P<old>\s(?:old|ago|back))?|"
    # "Files older than six": years, where no unit is told
    rf"\bolder\sthan\s(?P<years>{NUMBER})(?=\s?(?:[.,;)]|$)|\s(?:and|are|is|go|goes|get|gets|must|should)\b)|"
    rf"\b(?P<least>{NUMBER})\s(?P<old_unit>year|month|week)s?\sold\s(?:or|and)\s(?:more|over|older|up|upwards)\b",
    _I,
)
_ITS_BIRTHDAY = re.compile(
    rf"\b(?:has|had|have|reach(?:es)?|after|past|on|by|until)\s(?:its|their)\s(?P<place>{ORDINAL})\s(?:birthday|anniversary)",
    _I,
)
_ON_DAY = re.compile(
    rf"\b(?:on|by|at|from|after)\s(?:the\send\sof\s)?(?P<unit>day|week|month)\s(?P<number>{NUMBER})\b", _I
)
_DAY_CELL = re.compile(rf"\b(?P<unit>day|week|wk|month|mth|year|yr)\s(?P<number>{NUMBER})\b", _I)
_LAPSED = re.compile(r"\b(?:when|once|after)\b[^.;]{3,60}\b(?:for|by)\s$", _I)
_AT_ONCE = re.compile(any_of("at_once"), _I)
_AT_ONCE_CELL = re.compile(any_of("at_once_cell"), _I)
_LOOPS = re.compile(any_of("loops"), _I)
_FEAST = re.compile(
    rf"\b(?:by|at|before|come|on|every|each|after|until)\s(?:the\s)?(?:same\s|following\s|next\s)?(?P<feast>{any_of('feasts')})",
    _I,
)
_FEAST_CELL = re.compile(
    rf"(?:at\s|by\s)?{any_of('feasts')}(?:\sof\s(?:the|that)\s(?:same\s)?(?:year|yr))?", _I
)
_NEVER = re.compile(
    r"\b(?:never|not\sever|(?:no|not\sone|none|nothing)\b[^.;]{0,40}?\b(?:is|are|has|have)\s(?:ever|yet))\s(?:(?:be|been|to\sbe|yet|once|ever)\s)*(?=(?P<end>\w+))",
    _I,
)
_UNTIL_LATER = re.compile(
    r"[^.;]{0,60}\b(?:before|until|till|unless|without|within|while|during|except|sooner|earlier|alone|(?:in|with|at|on)\s(?:the|an?|any|our|your|their)|by\s\w+)\b",
    _I,
)
_STAYS = re.compile(
    rf"{RECORDS.pattern}(?:\s[\w’'-]+){{0,12}}?\s(?:stays?|remains?|lies?|lie|sits?|lives?|rests?|(?:be|is|are)\s(?:filed|available|on\sfile)|(?:is|are)\slocked(?:\saway)?|(?:is|are)\ssealed)\b"
    r"[^.;]{0,70}?\b(?P<how>for\s(?:at\sleast\s|the\snext\s|another\s)?)$",
    _I,
)
_PLUS = re.compile(r"\+\s?(?P<number>\d{1,3})(?:\s?(?P<unit>y|yrs?|years?|m|mths?|months?)\b)?\s*$", _I)
_ENDLESS_CELL = re.compile(
    r"^(?:never\b.*|(?:do\snot|don['’]t)\s(?:destroy|delete|bin|shred|dispose)\b.*|permanent(?:ly)?|for\s?ever|for\sgood|indefinite(?:ly)?|no\slimit|life|always|all\stime|n/?a\s?-\s?kept)\.?$",
    _I,
)
_BY_THE_FEAST = 11.0  # months: by the next Christmas is never a whole year
_DATED = re.compile(r"\b(?:from|after|since|of|the\send\sof)\s(?:the\s)?$", _I)
_NOT_GONE = re.compile(r"\b(?:not|never|no|nor|nothing)\b[^.;,]{0,60}$", _I)
_PRESERVED = re.compile(r"\b(?:kept|keep|keeps|held|hold|holds|retain\w*|stored?|preserve[sd]?)\b", _I)


def find_told_retention(text: str) -> Iterator[Span[Threshold]]:
    """Yield how long records are kept where no sentence says so many years, with the places."""
    ends = ends_in(text)
    yield from _stays(text)
    if ends.search(text) is None and _LOOPS.search(text) is None:
        return
    yield from _aged(text)
    yield from _looped(text)
    yield from _never(text, ends)
    if all(one.bare for one in find_durations(text)) and RECORDS.search(text):
        yield from _on_the_day(text, ends)


def read_kept_cell(cell: str) -> Threshold | None:
    """Return how long by a cell under "Destroy after" or "Kept" that gives no plain length: "never", "+ 6"."""
    cell = cell.strip()
    if _ENDLESS_CELL.match(cell):
        return _kept(None, Unit.YEAR, cell)
    plus = _PLUS.search(cell)
    if plus:
        unit = Unit.MONTH if (plus["unit"] or "y").lower().startswith("m") else Unit.YEAR
        return _kept(float(plus["number"]), unit, cell)
    for found in (*_DAY_CELL.finditer(cell), *re.finditer(rf"\b(?P<number>{NUMBER})\s{UNIT}s?\b", cell, _I)):
        return _kept(*length(read_number(found["number"]) or 1.0, found["unit"]), cell)
    if _AT_ONCE_CELL.search(cell):
        return _kept(0.0, Unit.DAY, cell)
    for occasion in find_occasions(cell):
        return _kept(occasion.value.value, occasion.value.unit, cell)
    return _kept(_BY_THE_FEAST, Unit.MONTH, cell) if _FEAST_CELL.search(cell) else None


def _kept(
    value: float | None, unit: Unit, words: str, comparator: Comparator = Comparator.EXACTLY
) -> Threshold:
    return Threshold(
        kind=ThresholdKind.RETENTION, comparator=comparator, value=value, unit=unit.value, text=words.strip()
    )


_STAYING = frozenset(
    [
        "stay",
        "stays",
        "remain",
        "remains",
        "lie",
        "lies",
        "sit",
        "sits",
        "live",
        "lives",
        "rest",
        "rests",
        "file",
        "filed",
        "available",
        "locked",
        "sealed",
    ]
)


def _stays(text: str) -> Iterator[Span[Threshold]]:
    if _STAYING.isdisjoint(words_in(text)):
        return
    for duration in find_durations(text):
        before = text[max(0, duration.start - 160) : duration.start]
        found = None if duration.bare else _STAYS.search(before)
        if found is not None:
            start = duration.start - len(before) + found.start("how")
            yield Span(start, duration.end, _kept(duration.value, duration.unit, text[start : duration.end]))


def _aged(text: str) -> Iterator[Span[Threshold]]:
    """Read "older than two years", "has its third birthday", "on day 28" and "lapsed for five years" of what goes."""
    for found in _OLDER.finditer(text):
        plain = found[0].lower().startswith(("more", "longer", "over", "beyond"))
        if (plain and not found["old"]) or _NOT_GONE.search(text[: found.start()][-60:]):
            continue
        many = found["number"] or found["years"] or found["least"]
        unit = found["unit"] or found["old_unit"] or "year"
        yield Span(found.start(), found.end(), _kept(*length(read_number(many) or 1.0, unit), found[0]))
    for found in _ITS_BIRTHDAY.finditer(text):
        yield Span(found.start(), found.end(), _kept(read_ordinal(found["place"]), Unit.YEAR, found[0]))
    for found in _ON_DAY.finditer(text):
        yield Span(
            found.start(),
            found.end(),
            _kept(*length(read_number(found["number"]) or 1.0, found["unit"]), found[0]),
        )
    for duration in find_durations(text):
        if _LAPSED.search(text[: duration.start][-80:]) and not _PRESERVED.search(
            text[: duration.start][-40:]
        ):
            words = text[duration.start : duration.end]
            yield Span(duration.start, duration.end, _kept(duration.value, duration.unit, words))


def _looped(text: str) -> Iterator[Span[Threshold]]:
    if _LOOPS.search(text) is None:
        return
    for often in find_frequencies(text):
        if often.value.value is not None and often.value.unit is not None:
            yield Span(often.start, often.end, _kept(often.value.value, often.value.unit, often.value.text))


def _never(text: str, ends: re.Pattern[str]) -> Iterator[Span[Threshold]]:
    for found in _NEVER.finditer(text):
        gone = ends.match(text, found.end())
        if gone and not _UNTIL_LATER.match(text, gone.end()):
            yield Span(found.start(), gone.end(), _kept(None, Unit.YEAR, text[found.start() : gone.end()]))


def _is_vessel(found: re.Match[str]) -> bool:
    """Tell "the bins are put out" from "she bins it"."""
    return found[0].lower() in ("bin", "bins") and _A_THING.search(found.string[: found.start()]) is not None


_A_THING = re.compile(r"\b(?:the|an?|our|your|their|its|all|these|those|waste|of)\s$", _I)


def _on_the_day(text: str, ends: re.Pattern[str]) -> Iterator[Span[Threshold]]:
    """Read what goes at once, or by the end of a season or year that a sentence names beside it."""
    for sentence in re.finditer(r"[^.;!?]+", text):
        words = sentence[0]
        gone = next((one for one in ends.finditer(words) if not _is_vessel(one)), None)
        if gone is None or _NOT_GONE.search(words[: gone.start()]) or _PRESERVED.search(words):
            continue
        at = sentence.start()
        for found in _AT_ONCE.finditer(words):
            if not _DATED.search(words[: found.start()]):
                yield Span(at + found.start(), at + found.end(), _kept(0.0, Unit.DAY, found[0]))
                return
        for occasion in find_occasions(words):
            told = occasion.value
            if not told.earlier and not told.counted:
                yield Span(
                    at + occasion.start,
                    at + occasion.end,
                    _kept(told.value, told.unit, words[occasion.start : occasion.end]),
                )
                return
        feast = _FEAST.search(words)
        if feast:
            yield Span(at + feast.start(), at + feast.end(), _kept(_BY_THE_FEAST, Unit.MONTH, feast[0]))
            return
