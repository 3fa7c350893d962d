"""Times that come round by themselves and not from an event: "on Monday", "at the next meeting", "in January"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from policycheck.domain.obligations import Unit
from policycheck.lexicon.data import load
from policycheck.lexicon.phrases import any_of, phrases_of
from policycheck.matching.waits import clock_waits, further_waits


@dataclass(frozen=True, slots=True)
class Appointed:
    """Words for such a time, and how long one may have to wait for it, in hours; `earlier` where it lies before an
    event, so far at the most; `by_clock` where it is an hour of the day."""

    words: str
    hours: float
    earlier: bool = False
    by_clock: bool = False

    @property
    def length(self) -> tuple[float, Unit, bool]:
        """The wait as lengths of time are compared."""
        return self.hours, Unit.HOUR, False


_I = re.IGNORECASE
_DAY, _WEEK, _MONTH, _YEAR = 24.0, 168.0, 30 * 24.0, 365 * 24.0
_FULL_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
# Shortened as tables have it, with a capital: "by Fri", "Mon, when the van calls".
_SHORT_DAY = r"(?-i:Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun)"
_MONTH_NAME = (
    r"(?-i:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec)"
)
# "Monday to Friday", "Saturdays excepted", "closed on Sunday", "Easter Monday": no day that a thing waits for.
_WEEKDAY = re.compile(
    rf"(?:\b(?:on|by|until|till|for|come|before|after|at)\s)?"
    rf"\b(?:(?:the|that|this|a|one|first|following|next|last|coming|wet|dry|fine|quiet|free|very)\s){{0,4}}"
    rf"(?<!-)\b(?:{_FULL_DAY}s?\b|(?<=the\s)week-?end\b|(?<=at\s)week-?ends?\b|(?<=by\s)week-?end\b|(?<=until\s)week-?end\b|(?:(?<=[:;|]\s)|(?<=^)|(?<=by\s)|(?<=on\s)|(?<=next\s)|(?<=after\s)|(?<=before\s)){_SHORT_DAY}\b(?![’'.]?\w))"
    rf"(?P<more>(?:(?:,\s?|,?\s(?:and|or)\s|/)(?:{_FULL_DAY}|{_SHORT_DAY})\b)*)"
    r"(?:\s(?:morning|afternoon|evening|night|lunchtime)\b)?(?P<after>\s(?:after\snext|week\b|fortnight\b))?(?P<earlier>\s(?:just\s|immediately\s|right\s)?(?:before|beforehand|previous|prior)\b)?",
    _I,
)
_RANGE = re.compile(
    rf"\b(?:{_FULL_DAY}|{_SHORT_DAY})(?:\s\w+)?\s?(?:to|till|until|through|[-–—])\s?(?:{_FULL_DAY}|{_SHORT_DAY})\b",
    _I,
)
_NO_DAY = re.compile(
    rf"(?:\b(?:except|excepting|excluding|not|never|closed|between|easter|good|whit|bank\sholiday|shrove|ash|from|than|including|(?:{_FULL_DAY}|{_SHORT_DAY})s?(?:\s\w+)?,?\s(?:and|or)|each|every|{_FULL_DAY},?)"
    r"(?:\s(?:on|for|a|an|the|to))*|[-–—/])\s?$",
    _I,
)
_IN_MONTH = re.compile(
    rf"(?:\b(?:in|for|until|till|by|come|each|every|over|during|early|late|mid|end|start|the|next|to)[\s-]|^|[:;|]\s|\(|(?P<listed>,\s)|"
    r"\b(?:week|end|start|beginning|middle|close)\sof\s)"
    rf"(?P<first>{_MONTH_NAME})\b(?P<more>(?:(?:,\s?|,?\s(?:and|or)\s)(?:(?:early|late|mid|end|start)[\s-])?{_MONTH_NAME}\b)*)"
    r"(?!\s\d|\sto\b|\s?[–-])",
    _I,
)


_IN_THE_MONTH = re.compile(
    r"\b(?:on|by|until|till)\sthe\s(?:\d{1,2}(?:st|nd|rd|th)|(?:tw|thirt)[a-z]+(?:[-\s][a-z]+)?th)\b(?=\s?(?:$|[.,;:)|]|of\s(?:the|each|every|that)\s(?:following\s|next\s|same\s)?month\b))|"
    r"\bmid-?\s?month\b|\b(?:middle|beginning|start|first)\sof\s(?:the|that|each|every)\s(?:following\s|next\s|same\s)?month\b",
    _I,
)
# "In the next five meetings", "at each visit to the hall": so many words may stand before the name.
_BETWEEN = (
    r"(?:(?!(?:and|or|of|to|at|in|on|for|with|from|no|not|each|every|same|this|that)\b)[\w’'-]+\s){0,4}?"
)


@cache
def _called(span: str) -> re.Pattern[str]:
    """Return the pattern of what a vocabulary list names, told as the time of an act."""
    each = r"\bat\s(?:each|every)\s|" if span == "in_a_year" else ""
    # "Lights-out" is "lights out".
    names = any_of(load("times")["appointed"][span]).replace(r"\s+", r"[\s-]")
    return re.compile(
        rf"(?:{each}\b(?:at|in|with|until|till|by|after|during|over|before|when|once)\s{_BETWEEN}|\bfor\s(?:the|our|their|its)\snext\s{_BETWEEN}|"
        rf"(?P<cell>[:;|]\s)(?:(?:(?:start|beginning|end)\sof\s)?(?:(?:your|their|the|our)\s)?(?:next|the)?\s?|{_BETWEEN}(?:day|night)\s)?)(?:{names})(?![\w’'-])"
        r"(?!\s(?:of|room|hall|house|point|place|table|bay|party|fair|fayre|f[eê]te|dance|show|ball)\b)(?(cell)(?=\s?(?:$|[,;|(])))",
        _I,
    )


_LATER_IN = re.compile(
    r"\b(?:later|some\s?time)\s(?:(?:on\s)?in\sthe|on\sthe\ssame|that|this|the\ssame|in)\s(?P<span>day|morning|afternoon|evening|week|month|season|term|year)\b",
    _I,
)
_AFTER_A_TURN = re.compile(
    r"\bafter\s(?:your|their|the|his|her|our)\s(?:shift|watch|round|turn|session|lesson|class|match|show|performance|run)\b(?!\s(?:in|on|at)\swhich)|"
    r"\bafter\s(?:work|hours|closing)\b|\bon\s(?:your|their|his|her|its|our|the)\sway\s(?:back|home|off)\b",
    _I,
)
_PERIODS = {
    "day": 11.0,
    "morning": 11.0,
    "afternoon": 11.0,
    "evening": 11.0,
    "week": _WEEK,
    "month": _MONTH,
    "season": 3 * _MONTH,
    "term": 3 * _MONTH,
    "year": _YEAR,
}


_BATCHED = re.compile(
    r"\b(?:once|when|after|until|till)\s(?:there\s(?:are|is)|we\s(?:have|get)|you\shave|they\shave)\s(?:enough|a\sfew|several|a\sbatch|half\sa\sdozen|a\sdozen|two|three|four|five|six|eight|ten|twelve|twenty|fifty|\d+)\b[^.,;]{0,30}|"
    r"\bwaits?\sfor\s(?:the\s|our\s|their\s|a\s)?(?:next|spring|summer|autumn|winter|new\syear|following)\b[^.,;]{0,30}|"
    r"\bon\sthe\s(?:spring|summer|autumn|winter)\s(?:list|programme|jobs)\b",
    _I,
)


@cache
def _waits(what: str) -> re.Pattern[str]:
    """Return the pattern of what an act waits for that comes when it comes: "once the tray is full"."""
    named = any_of(load("times")["appointed"][what])
    return re.compile(
        rf"\b(?:once|when|whenever|until|till|after)\s(?:(?!and\b|or\b)[\w’'-]+\s){{1,6}}?(?:{named})(?![\w’'-])",
        _I,
    )


_SPANS = {
    "in_a_year": _YEAR,
    "in_a_quarter": 91 * 24.0,
    "in_a_month": _MONTH,
    "in_a_week": _WEEK,
    "in_a_day": _DAY,
    "in_hours": 11.0,
}
_HOW_OFTEN = {
    "annual": _YEAR, "yearly": _YEAR, "quarterly": 91 * 24.0, "monthly": _MONTH, "fortnightly": 2 * _WEEK,
    "weekly": _WEEK, "daily": _DAY,
}  # fmt: skip
_PLACES = {
    place: many for many, place in enumerate(("second", "third", "fourth", "fifth", "sixth", "seventh"), 2)
}
_OFTEN = re.compile(rf"(?:\b(?P<place>{'|'.join(_PLACES)})\s)?\b(?P<often>{'|'.join(_HOW_OFTEN)})\b", _I)


@lru_cache(maxsize=16384)
def appointed_times(text: str) -> tuple[Appointed, ...]:
    """Return the times of a text that come round by themselves, the longest wait first."""
    return tuple(sorted(_all(text), key=lambda one: -one.hours))


def _how_often(words: str) -> float:
    """Return the hours of "with the weekly report", and so many times more of "with the sixth weekly report"."""
    often = _OFTEN.search(words)
    if often is None:
        return 0.0
    return _HOW_OFTEN[often["often"].lower()] * _PLACES.get((often["place"] or "").lower(), 1)


def _all(text: str) -> Iterator[Appointed]:
    text = _RANGE.sub("", text)
    for found in _WEEKDAY.finditer(text):
        if not _NO_DAY.search(text[: found.start()][-30:]):
            many = 1 + len(re.findall(rf"{_FULL_DAY}|{_SHORT_DAY}", found["more"], _I))
            far = (2 if found["after"] else 1) * _WEEK / many
            yield Appointed(found[0].strip(" :;|"), far, earlier=bool(found["earlier"]))
    for found in _IN_MONTH.finditer(text):
        many = 1 + len(re.findall(_MONTH_NAME, found["more"]))
        if found["listed"] and many == 1:
            continue  # "Mrs Lane, May and I"
        yield Appointed(found[0].strip(" :;|,("), _YEAR / many)
    for found in _IN_THE_MONTH.finditer(text):
        yield Appointed(found[0], _MONTH)
    for span, hours in _SPANS.items():
        for found in _called(span).finditer(text):
            yield Appointed(found[0].strip(" :;|"), _how_often(found[0]) or hours)
    for words, hours in further_waits(text):
        yield Appointed(words, hours)
    for words, hours in clock_waits(text):
        yield Appointed(words, hours, by_clock=True)
    for found in _LATER_IN.finditer(text):
        yield Appointed(found[0], _PERIODS[found["span"].lower()])
    for found in (
        *phrases_of("times", "appointed", "at_leisure").finditer(text),
        *_BATCHED.finditer(text),
        *_waits("waits").finditer(text),
    ):
        yield Appointed(found[0], _WEEK)
    for found in (*_waits("gone").finditer(text), *_AFTER_A_TURN.finditer(text)):
        yield Appointed(found[0], _SPANS["in_hours"])
