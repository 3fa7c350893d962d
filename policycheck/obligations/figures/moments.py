"""Moments told by the calendar or the clock: "by 30 June", "the end of March", "8 pm", "six in the evening"."""

import re
from collections.abc import Iterator

from policycheck.domain.figures import FigureKind
from policycheck.obligations.cues import FIGURES, words_in
from policycheck.obligations.figures.named_dates import (
    MONTH,
    MONTHS,
    NO_YEAR,
    find_named_dates,
    month_of,
    place_in_year,
)
from policycheck.obligations.figures.numbers import NUMBER, ORDINAL, has_number, read_number, read_ordinal
from policycheck.obligations.spans import Span

_I = re.IGNORECASE
_DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?|(?P<edge>end|middle|start|beginning)\sof\s|(?P<mid>mid)[\s-]){MONTH}{NO_YEAR}",
    _I,
)
# Spelt out, "the first of November".
_SPELT_DATE = re.compile(rf"\b(?P<place>{ORDINAL})\s(?:day\s)?of\s{MONTH}{NO_YEAR}", _I)
_OF_MONTH = (
    r"\s(?:day\s)?(?:of|in)\s(?:(?:the|that|each|every|a|any)\s)?(?:(?:next|following|same|current|new|calendar|previous)\s)?"
    r"(?:month|one\safter|next(?=\s?(?:$|[.,;:)|])))(?!\w|['’])"
)
# "By the 20th", "by the fifth of the next": a first or a fifth without its month may be anything.
_MONTH_DAY = re.compile(
    rf"(?:\b(?:by|before|on|until|till|from|after|than|between|and|to|around|about)\s(?:the\s)?|[:;|]\s(?=[^:;|]{{2,18}}\s(?:of|in)\s))"
    rf"(?:(?P<late>(?<=the\s)(?:tw|thirt)[a-z]+(?:[-\s][a-z]+)?th(?=\s?(?:$|[.,;:)|])))|(?P<figure>\d{{1,2}})(?:st|nd|rd|th)(?=\s?(?:$|[.,;:)|]|(?:at|and|to|or|each|every)\b)|{_OF_MONTH})|(?P<place>{ORDINAL})(?={_OF_MONTH}))",
    _I,
)
_MID_MONTH = re.compile(
    r"\b(?:(?P<middle>mid-?\s?month|(?:the\s)?middle\sof\s(?:the|that|each|every)\s(?:same\s|next\s|following\s)?month)|"
    r"last\s(?:working\s)?day\sof\s(?:the|that|each|every)\s(?:same\s|calendar\s)?month)\b(?!\s(?:after|in\swhich)\b)",
    _I,
)
_STRUCK = re.compile(
    rf"\b(?:(?:[a-z]+\s)?clock\sstrikes|stroke\sof|strike\sof)\s(?P<hour>{NUMBER}|noon|midday|midnight)\b|\b(?P<sharp>{NUMBER})\s(?:sharp|on\sthe\sdot)\b",
    _I,
)
_EDGES = {"start": 1, "beginning": 1, "middle": 15, "end": 31}
_HOUR = rf"(?P<hour>\d{{1,2}}(?!\d)|{NUMBER})(?:[:.](?P<minute>[0-5]\d))?"
_CLOCK = re.compile(
    rf"\b(?:(?<![£.\d]){_HOUR}\s?(?:(?P<half>[ap])\.?m\b|o[’']clock\b(?:\s(?:in\sthe\s|at\s))?(?P<told>morning|afternoon|evening|night)?|"
    r"(?:in\sthe\s|at\s|(?:on\s)?(?:the|that)\s(?:same\s)?)(?P<part>morning|afternoon|evening|night)\b)|"
    r"(?P<noon>noon|midday|midnight))\b",
    _I,
)
_PAST = re.compile(
    rf"(?<![\d:.])\b(?P<far>half|quarter|{NUMBER}(?:\sminutes)?)[\s-](?P<way>past|to)\s(?P<hour>{NUMBER}|noon|midday|midnight)\b"
    r"(?:\s(?:in\sthe\s|at\s)?(?P<part>morning|afternoon|evening|night|(?-i:[ap])\.?m\b))?",
    _I,
)
# "21:00", "2100 hours"
_RAILWAY = re.compile(
    r"(?<![\d.:£])(?P<hour>[01]\d|2[0-4])(?::(?P<minute>[0-5]\d)(?![:\d])(?!\s?[ap]\.?m)|"
    r"(?P<minutes>[0-5]\d)\s?(?:hrs|hours)\b)",
    _I,
)
_LATE = ("afternoon", "evening", "night", "p")
_CUES = frozenset((*MONTHS, *(month[:3] for month in MONTHS), "sept")) | frozenset(
    ["am", "pm", "m", "clock", "morning", "afternoon", "evening", "night", "noon", "midday", "midnight"]
)
_NIGHT = 6.0


def find_moments(text: str) -> Iterator[tuple[FigureKind, Span[float]]]:
    """Yield dates, as a place in the year, and clock times, in hours, with their places."""
    for place, told in _told_otherwise(text):
        yield FigureKind.CLOCK, Span(*place, told)
    yield from _month_days(text)
    for named in find_named_dates(text):
        yield FigureKind.DATE, named
    if _CUES.isdisjoint(words_in(text)):
        return
    for found in _DATE.finditer(text):
        edge = "middle" if found["mid"] else (found["edge"] or "").lower()
        day = _EDGES[edge] if edge else int(found["day"])
        month = month_of(found["month"])
        if 0 < day <= 31:
            yield FigureKind.DATE, Span(found.start(), found.end(), place_in_year(month, day))
    for found in _CLOCK.finditer(text):
        hour = _hour(found)
        if hour is not None:
            yield FigureKind.CLOCK, Span(found.start(), found.end(), hour)


def _month_days(text: str) -> Iterator[tuple[FigureKind, Span[float]]]:
    """Yield dates spelt out, and days of whatever month."""
    words = words_in(text)
    for found in _SPELT_DATE.finditer(text) if "of" in words else ():
        day = read_ordinal(found["place"])
        month = month_of(found["month"])
        if 0 < day <= 31:
            yield FigureKind.DATE, Span(found.start(), found.end(), place_in_year(month, day))
    for found in _MONTH_DAY.finditer(text):
        group = next(name for name in ("figure", "place", "late") if found[name])
        day = float(found["figure"]) if found["figure"] else read_ordinal(found[group])
        if 0 < day <= 31:
            yield FigureKind.MONTH_DAY, Span(found.start(group), found.end(), day)
    for found in _MID_MONTH.finditer(text) if "month" in words else ():
        yield FigureKind.MONTH_DAY, Span(found.start(), found.end(), 15.0 if found["middle"] else 31.0)


def _told_otherwise(text: str) -> Iterator[tuple[tuple[int, int], float]]:
    """Yield "half past nine" and "21:00" with their places."""
    words = words_in(text)
    told = not _WAYS.isdisjoint(words) and (has_number(text) or not _NAMED.keys().isdisjoint(words))
    for found in _PAST.finditer(text) if told else ():
        minutes = _minutes(found["far"])
        # "Five to ten" may be days.
        if minutes is None or (minutes % 15 and found["way"].lower() == "to" and not found["part"]):
            continue
        if found["way"].lower() == "to" and _FROM.search(text[: found.start()][-8:]):
            continue  # "from nine to five"
        hour = _NAMED.get(found["hour"].lower()) or read_number(found["hour"]) or 0
        late = (found["part"] or "").lower()[:1] in ("a", "e", "n", "p") and found["part"].lower() != "am"
        if 0 < hour <= 24:
            hour += 12 if late and hour < 12 else 0
            yield found.span(), hour + (minutes if found["way"].lower() == "past" else -minutes) / 60
    for found in _STRUCK.finditer(text) if not words.isdisjoint(_STRIKES) else ():
        name = (found["hour"] or found["sharp"]).lower()
        hour = _NAMED.get(name) or read_number(name) or 0
        if 0 < hour <= 24:
            yield found.span(), hour
    for found in _RAILWAY.finditer(text) if not FIGURES.isdisjoint(words) else ():
        yield found.span(), float(found["hour"]) + float(found["minute"] or found["minutes"]) / 60


_FROM = re.compile(r"\b(?:from|open)\s$", _I)
_WAYS = frozenset(["past", "to"])
_STRIKES = frozenset(["strikes", "stroke", "strike", "sharp", "dot"])
_NAMED = {"noon": 12.0, "midday": 12.0, "midnight": 24.0}


def _minutes(words: str) -> float | None:
    named = {"half": 30.0, "quarter": 15.0}.get(words.lower())
    minutes = named or read_number(words)
    return minutes if minutes is not None and minutes < 60 else None


def _hour(found: re.Match[str]) -> float | None:
    if found["noon"]:
        return 24.0 if found["noon"].lower() == "midnight" else 12.0
    hour = read_number(found["hour"])
    if hour is None or not 0 < hour <= 12:
        return None
    part = (found["half"] or found["part"] or found["told"] or "").lower()
    if hour == 12:  # noon by itself, midnight at night; what is late begins after it
        hour = 24.0 if part in ("a", "night") else 12.0
    else:
        hour += 12 if part in _LATE and not (part == "night" and hour < _NIGHT) else 0
    return hour + int(found["minute"] or 0) / 60
