"""Dates told otherwise than by a day and its month: "October's end", "the last Friday in May", "by Michaelmas"."""

import re
from collections.abc import Iterator

from policycheck.lexicon.data import load
from policycheck.obligations.cues import telling_words, words_in
from policycheck.obligations.spans import Span

_I = re.IGNORECASE
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
# As they are written, with a capital: "nobody under 14 may" names no date.
MONTH = rf"(?P<month>(?-i:{'|'.join(month.title() for month in MONTHS)}|{_SHORT}))"
"""Pattern of the name of a month."""
# A date with its year happens once: it says from when a text holds, and no rule turns on it.
NO_YEAR = r"\b(?!,?\s\d{4})"
"""Pattern that no year follows."""
_WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekday|(?-i:Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun))"
)
_LAST_DAY = (
    rf"\blast\s(?:(?:working|business|school|calendar)\s)?day\s(?:of|in)\s{MONTH}{NO_YEAR}",
    rf"\b{MONTH}{NO_YEAR}['’]s\s(?:end|close|last\sday)\b",
    rf"(?:\b(?:by|before|until|till|at|from|than)\s(?:the\s)?|[:;|]\s)(?P<said>end[\s-]{MONTH}{NO_YEAR})",
    rf"\b(?:close|tail\send|very\send)\sof\s{MONTH}{NO_YEAR}",
    rf"\b(?:before|when|as|once|until|till|after)\s(?P<said>{MONTH}\s(?:(?:is|has)\s)?(?:out|over|done|up|ended|ends|gone|closed|closes|finished|finishes|is(?=\s?(?:$|[.,;)]))))(?!\w)",
)
_FIRST_DAY = (
    rf"\b{MONTH}{NO_YEAR}['’]s\s(?:beginning|start|first\sday)\b",
    rf"\b(?:before|when|as|once|until|till|after)\s(?P<said>{MONTH}\s(?:comes\sin|begins|starts|opens|arrives|comes))\b",
    rf"\bfirst\s(?:(?:working|business|school|calendar)\s)?day\sin\s{MONTH}{NO_YEAR}",
    rf"(?:\b(?:by|before|until|till|at|from|than)\s(?:the\s)?|[:;|]\s)(?P<said>start[\s-]{MONTH}{NO_YEAR})",
)
_EDGES = tuple(
    (re.compile(pattern, _I), last)
    for patterns, last in ((_LAST_DAY, True), (_FIRST_DAY, False))
    for pattern in patterns
)
# On the whole so far into the month.
_PLACES = {
    "first": 4.0,
    "1st": 4.0,
    "second": 11.0,
    "2nd": 11.0,
    "third": 18.0,
    "3rd": 18.0,
    "fourth": 25.0,
    "4th": 25.0,
}
_NTH_WEEKDAY = re.compile(
    rf"\b(?P<place>last|{'|'.join(_PLACES)})\s{_WEEKDAY}\s(?:of|in)\s{MONTH}{NO_YEAR}", _I
)
_BEFORE_ITS_END = 3  # days, on the whole, from the last Friday of a month to its end
# "October 31st", "Oct 31" of a cell; "May 14 people" is none.
_MONTH_FIRST = re.compile(
    rf"\b{MONTH}\s(?:the\s)?(?P<day>\d{{1,2}})(?:(?:st|nd|rd|th)\b|(?=\s?(?:$|[.;:)|]|and\b)))(?!,?\s\d{{4}})(?!\s?[-–])",
    _I,
)
_FEASTS: dict[str, list[int]] = load("times")["feasts"]
_FEAST_NAMES = "|".join(sorted(map(re.escape, _FEASTS), key=len, reverse=True))
_FEAST = re.compile(
    rf"\b(?:by|before|until|till|than|from|after|on|come)\s(?P<name>{_FEAST_NAMES})(?![\w-])"
    r"(?!['’]s?\s\w|\s(?:term|holidays?|break|period|week|fair|fayre|market|party|card|cards|show|lunch|dinner|eve|day|morning|rush|trade|season)\b)",
    _I,
)
_CUES = frozenset((*MONTHS, *(month[:3] for month in MONTHS), "sept"))
_FEAST_CUES = telling_words(_FEASTS)


def find_named_dates(text: str) -> Iterator[Span[float]]:
    """Yield such dates, as a place in the year, with their places."""
    words = words_in(text)
    if not _FEAST_CUES.isdisjoint(words):
        for found in _FEAST.finditer(text):
            month, day = _FEASTS[found["name"].lower()]
            yield Span(found.start("name"), found.end(), place_in_year(month - 1, day))
    if _CUES.isdisjoint(words):
        return
    for pattern, last in _EDGES:
        for found in pattern.finditer(text):
            group = "said" if "said" in pattern.groupindex else 0
            edge = place_in_year(month_of(found["month"]), 31 if last else 1)
            yield Span(found.start(group), found.end(), edge)
    for found in _NTH_WEEKDAY.finditer(text):
        month, day_of = month_of(found["month"]), _PLACES.get(found["place"].lower())
        day_in = last_of(month) - _BEFORE_ITS_END if day_of is None else day_of
        yield Span(found.start(), found.end(), place_in_year(month, day_in))
    for found in _MONTH_FIRST.finditer(text):
        if 0 < int(found["day"]) <= 31:
            yield Span(found.start(), found.end(), place_in_year(month_of(found["month"]), int(found["day"])))


def month_of(word: str) -> int:
    """Return which month a name is, from 0."""
    return next(place for place, month in enumerate(MONTHS) if month.startswith(word.lower()[:3]))


def last_of(month: int) -> int:
    """Return the last day of a month, from 0."""
    return 28 if month == 1 else 30 if month in (3, 5, 8, 10) else 31


def place_in_year(month: int, day: float) -> float:
    """Return the place of a day in the year, as the months are laid out: 31 days each."""
    return 31.0 * month + min(day, last_of(month))
