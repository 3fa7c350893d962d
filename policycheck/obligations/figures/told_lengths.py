"""Lengths of time told in other words: "90 seconds", "three more nights", "by the end of the third day", "Week: 4"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from policycheck.domain.obligations import Unit
from policycheck.lexicon.data import load
from policycheck.obligations.figures.durations import DAY_KIND, UNIT_WORDS, measure
from policycheck.obligations.figures.elapsed import LENGTH, read_length
from policycheck.obligations.figures.numbers import NUMBER, ORDINAL, read_number, read_ordinal
from policycheck.obligations.readers import Reader, read_by
from policycheck.obligations.spans import Span

_I = re.IGNORECASE


@dataclass(frozen=True, slots=True)
class ToldLength:
    """A length; `most` where it is the longest that may go by, `least` where it must go by, `later` after an event."""

    value: float
    unit: Unit
    working: bool = False
    most: bool = False
    least: bool = False
    later: bool = False


_SECONDS = re.compile(rf"(?<![\d.£:])(?P<number>{NUMBER})[\s-]?(?:seconds?|secs?)\b(?!-)", _I)
_NIGHTS = re.compile(
    rf"\b(?P<number>{NUMBER})\s(?:(?:more|further|extra|clear|whole|full|consecutive)\s)?nights\b(?!['’])"
    r"(?!\s(?:a|an|per|each|every|in\s(?:a|any|every|each)|on|off|out|of\s(?:the|each|every|duty)|running)\b)",
    _I,
)
_UP = (
    r"(?:is|was|has|have|are)\s(?:out|over|done|up|ended|finished|passed|gone|elapsed|run)\b|"
    r"(?:ends|closes|finishes|passes)\b"
)
_UNIT = rf"{DAY_KIND}(?P<unit>{UNIT_WORDS}|night|evening|morning)"
# A day of a month or a year is a date.
_NO_DATE = (
    r"(?!s\b|-)(?!\sof\s(?:(?:the|each|every|any|that|a)\s)?(?:(?:next|following|same|calendar|financial|school)\s)?"
    r"(?:month|quarter|year|term|week|january|february|march|april|may|june|july|august|september|october|november|december)\b)"
)
_NTH_IS_UP = re.compile(
    rf"\b(?:before|by\sthe\stime)\s(?:the|that|their|its|his|her|your|our)\s(?P<place>{ORDINAL})\s{_UNIT}\s(?:{_UP})",
    _I,
)
_NTH_END = re.compile(
    rf"\b(?:(?:by|before|at|no\slater\sthan|not\slater\sthan)\s(?:the\s)?|[:;|]\s)(?:(?:end|close|evening|morning|night)\sof|(?P<plain>(?<=by\s)|(?<=by\sthe\s)|(?<=before\s)|(?<=before\sthe\s)))"
    rf"\s?(?:the|their|its|his|her|your|our)?\s?(?P<place>{ORDINAL})\s{_UNIT}\b{_NO_DATE}(?!\s(?:before|preceding|prior|ahead|birthday)\b)"
    r"(?(plain)(?=\s?(?:$|[.;,:)|]|(?:of|after|from|in|at)\b)))",
    _I,
)
_FIRST_FEW = re.compile(
    rf"\b(?:in|within|inside|during|over)\s(?:the|their|its|his|her|your|our)\s(?:very\s)?first\s(?P<number>{NUMBER})\s{DAY_KIND}(?P<unit>{UNIT_WORDS})s\b"
    r"(?!\sof\s(?:each|every|the\s(?:month|year|week|quarter|term))\b)",
    _I,
)
_AFTER_IT = r"(?:(?:after|following)\b|that\s(?:follows|comes)\b)"
_WITHIN_THE = re.compile(
    rf"\b(?:(?:within|inside)\sthe\s(?P<unit>day|week|wk|fortnight|month|mth|quarter|year|yr)\b(?=\s?(?:$|[.;,:)|]|from\b|{_AFTER_IT}))|"
    rf"in\sthe\s(?P<next>day|week|fortnight|month|quarter|year)\s(?={_AFTER_IT}))(?!\safter\snext\b)",
    _I,
)
_HAVING_HAD = re.compile(
    rf"\b(?:until|till|unless|before)\s[^.;,|]{{2,60}}?\s(?:has|have)\s(?:had|been\sgiven|been\sallowed|been\sleft)\s(?:at\sleast\s|a\sgood\s)?{LENGTH}",
    _I,
)
# "In a term's time", "one quarter in arrears".
_ANY_UNIT = rf"(?:{UNIT_WORDS}|season|qtr)"
_FROM_NOW = re.compile(
    rf"\b(?P<number>an?|{NUMBER})\s(?P<unit>{_ANY_UNIT})(?:['’]?s?['’]?\stime\b|s?\s(?:in\sarrears|in\sarrear|behindhand|later\son)\b)",
    _I,
)
# "The month after", "the week after next", at the end of a clause.
_ONE_AFTER = re.compile(
    r"\b(?:in|of|by|for|until|till|on|during)\sthe\s(?P<unit>week|fortnight|month|quarter|term|season|year)\safter(?P<next>\s(?:next|that))?(?=\s?(?:$|[.;,:)|]))",
    _I,
)
# The planner of a course: "Week: 4; Tick off: sign them up".
_PLANNER = re.compile(
    rf"(?:^|;\s)(?P<unit>week|wk|day)(?:\s(?:no\.?|number|#))?:\s(?P<number>{NUMBER})(?=\s?(?:;|$|\())", _I
)
_HEADS = "|".join(
    re.escape(head)
    for head in sorted({*load("columns")["time"], *load("times")["time_columns"]}, key=len, reverse=True)
)
_UNDER_TIME = re.compile(
    rf"(?:^|;\s)(?:[^:;|]{{0,30}}\s)?(?:{_HEADS}):\s(?:(?:within|up\sto|in|about|around|roughly|after|inside)\s)?"
    rf"(?P<number>an?|{NUMBER})\s(?P<unit>quarter|qtr|season|term|half-term|decade)s?\b(?!\s(?:of|past|to)\b)",
    _I,
)
_SEASON_MONTHS = 3.0


def _of_number(found: re.Match[str], unit: str, **told: bool) -> ToldLength | None:
    word = found["number"].lower()
    number = 1.0 if word in ("a", "an") else read_number(word)
    if number is None or number <= 0:
        return None
    if unit in ("season", "qtr"):
        return ToldLength(number * _SEASON_MONTHS, Unit.MONTH, **told)
    kind = (found["kind"] or "") if "kind" in found.re.groupindex else ""
    value, of, working = measure(number, "day" if unit == "night" else unit, kind)
    return ToldLength(value, of, working, **told)


def _of_place(found: re.Match[str]) -> ToldLength | None:
    place = read_ordinal(found["place"])
    unit = found["unit"].lower()
    if place < 2:  # the first day is a beginning
        return None
    unit = "day" if unit in ("night", "evening", "morning") else unit
    value, of, working = measure(place, unit, found["kind"] or "")
    return ToldLength(value, of, working, most=True)


def _having_had(found: re.Match[str]) -> ToldLength | None:
    length = read_length(found)
    return None if length is None else ToldLength(length.value, length.unit, length.working, least=True)


def _within_the(found: re.Match[str]) -> ToldLength:
    value, unit, _ = measure(1.0, found["unit"] or found["next"], "")
    return ToldLength(value, unit, most=True)


def _one_after(found: re.Match[str]) -> ToldLength:
    many = 2.0 if found["next"] else 1.0
    unit = found["unit"].lower()
    if unit == "season":
        return ToldLength(many * _SEASON_MONTHS, Unit.MONTH, most=True)
    value, of, _ = measure(many, unit, "")
    return ToldLength(value, of, most=True)


def _seconds(found: re.Match[str]) -> ToldLength | None:
    number = read_number(found["number"])
    return ToldLength(number / 60, Unit.MINUTE) if number else None


_UPS = frozenset(["before", "by", "time", "end", "close"])
_READERS: tuple[Reader[ToldLength], ...] = (
    (_SECONDS, _seconds, frozenset(["seconds", "second", "secs", "sec"])),
    (_HAVING_HAD, _having_had, frozenset(["has", "have"])),
    (_NTH_IS_UP, _of_place, _UPS),
    (_NTH_END, _of_place, _UPS),
    (_NIGHTS, lambda found: _of_number(found, "night"), frozenset(["nights"])),
    (_FIRST_FEW, lambda found: _of_number(found, found["unit"].lower(), most=True), frozenset(["first"])),
    (_WITHIN_THE, _within_the, frozenset(["within", "inside", "in"])),
    (
        _FROM_NOW,
        lambda found: _of_number(found, found["unit"].lower()),
        frozenset(["time", "arrears", "arrear", "behindhand", "later"]),
    ),
    (_ONE_AFTER, _one_after, frozenset(["after"])),
    (
        _PLANNER,
        lambda found: _of_number(found, found["unit"].lower(), later=True),
        frozenset(["week", "wk", "day"]),
    ),
    (
        _UNDER_TIME,
        lambda found: _of_number(found, found["unit"].lower()),
        frozenset(
            [
                "quarter",
                "quarters",
                "season",
                "seasons",
                "term",
                "terms",
                "half",
                "decade",
                "decades",
                "qtr",
                "qtrs",
            ]
        ),
    ),
)


def find_told_lengths(text: str) -> Iterator[Span[ToldLength]]:
    """Yield the lengths of a text that are told so, with their places."""
    for found in read_by(_READERS, text):
        said = text[found.start : found.end]
        yield replace(found, start=found.end - len(said.lstrip(" :;|")))
