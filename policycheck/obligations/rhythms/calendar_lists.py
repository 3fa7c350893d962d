"""Lists of days, months, seasons and hours, as tables give them: "Mon & Thu", "Jan, July", "06:00 and 14:00"."""

import re
from collections import Counter
from functools import lru_cache

from policycheck.domain.obligations import Unit
from policycheck.lexicon.data import load
from policycheck.obligations.figures.durations import UNIT_WORDS, divide, measure
from policycheck.obligations.figures.numbers import ORDINAL

_I = re.IGNORECASE
_CALENDAR: dict[str, list[str]] = load("rhythms")["calendar"]
WEEKDAY = r"(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?"
"""Pattern of a weekday, in full or cut short."""
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
"""Pattern of a month, in full or cut short."""
_YEARLY, _DAILY = (
    "|".join(sorted(map(re.escape, _CALENDAR[which]), key=len, reverse=True)) for which in ("yearly", "daily")
)
_CLOCK = (
    r"(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?\s?(?:am|pm|a\.m\.|p\.m\.|hrs|o[’']clock)|"
    r"(?:[01]?\d|2[0-4])[:.][0-5]\d|(?:[01]\d|2[0-4])00"
)
_EVERY_NTH = re.compile(
    rf"(?:every\s(?P<nth>other|second|2nd|third|3rd|fourth|4th)|(?P<alternate>alternate|alternating|alt\.?))\s(?=(?:{WEEKDAY})\b)",
    _I,
)
_NTH = {"other": 2, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_PERIOD = rf"(?P<unit>{UNIT_WORDS}|qtr|half)"
_PLACED = re.compile(
    rf"(?:(?:{ORDINAL}|last)(?:\s(?:working\s|business\s)?[a-z]+)?|start|end|beginning|middle)\s(?:of|in)\s(?:(?:the|each|every|a)\s)?{_PERIOD}|"
    r"(?:month|week|quarter|term|year)[\s-]end",
    _I,
)
_NTH_WEEKDAY = re.compile(rf"(?:{ORDINAL}|last)\s(?:{WEEKDAY})|(?P<day>\d{{1,2}}(?:st|nd|rd|th))", _I)
_RANGE = re.compile(rf"(?P<first>{WEEKDAY})\s?(?:-|to|thru|through)\s?(?P<last>{WEEKDAY})", _I)
_LEAD = re.compile(
    rf"^(?:(?:every|each|on|in|at|the|again|always|only|early|late|mid|start|beginning|middle|end|about|around|approx\.?|usually|c\.|(?:{ORDINAL}|last)\s(?:week|day|{WEEKDAY})|week|of|during|over|after|before)\s)+",
    _I,
)
_TAIL = re.compile(
    rf"(?:\s(?:only|just|each\s(?:day|week|year)|every\s(?:day|week|year)|a\.?m\.?|p\.?m\.?|mornings?|afternoons?|evenings?|nights?|first\sthing|holidays?|checks?|visits?|prayers?|rounds?|shifts?|service|milking|feeds?|at\s(?:{_CLOCK})|{_CLOCK}))+$",
    _I,
)
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("week", re.compile(WEEKDAY, _I)),
    ("year", re.compile(rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?)?{MONTH}(?:\s\d{{1,2}}(?:st|nd|rd|th)?)?", _I)),
    ("year", re.compile(rf"{_YEARLY}|q[1-4]|(?:term|half[- ]term|quarter)\s[1-6]", _I)),
    ("day", re.compile(rf"{_DAILY}|{_CLOCK}", _I)),
)  # fmt: skip
_SPLIT = re.compile(
    r"\s*(?:,|;|&|\+|\band\b|\bthen\b|\bplus\b|(?<=[a-z])/(?=[a-z])|\s/\s|(?<=\d)/(?=\d{1,2}[:.])|(?<=m)/(?=\d))\s*",
    _I,
)
# "Evenings", "weekdays": what is done on all of them.
_ALL_OF = re.compile(
    r"(?:on\s|at\s|in\sthe\s|of\san?\s|every\s|each\s)?(?:(?P<day>mornings|afternoons|evenings|nights|lunchtimes|dinnertimes|mealtimes)|(?P<week>weekends?)|(?P<work>weekdays))(?:\sonly)?",
    _I,
)
_QUARTERS = re.compile(r"(?:(?:each|every|the|all)\s)?(?:quarter\sdays?|q1\s?(?:-|to)\s?q?4|quarters)", _I)
_ONE_OF_TWO = re.compile(rf"{MONTH}\s?[/-]\s?{MONTH}", _I)
_LONGEST = 90


@lru_cache(maxsize=1024)
def read_calendar(words: str) -> tuple[float, Unit] | None:
    """Return how long it is from one time to the next by words that only name days, months, seasons or hours.

    None where they say anything else. One hour alone may be a deadline, and one day of one month too.
    """
    words = " ".join(re.sub(r"\([^)]*\)", " ", words).replace("–", "-").replace("—", "-").split()).strip(
        " .!"
    )
    if not words or len(words) > _LONGEST:
        return None
    placed = _PLACED.fullmatch(words)
    if placed:
        unit = (placed["unit"] or re.split(r"[\s-]", words)[0]).lower()
        if unit in ("qtr", "half"):
            return (3.0 if unit == "qtr" else 6.0), Unit.MONTH
        value, of, _ = measure(1.0, unit, "")
        return value, of
    all_of = _ALL_OF.fullmatch(words)
    if all_of:
        return divide(1.0, Unit.WEEK if not all_of["day"] else Unit.DAY, 5 if all_of["work"] else 1)
    if _QUARTERS.fullmatch(words):
        return 3.0, Unit.MONTH
    every = _EVERY_NTH.match(words)
    rarer = (2 if every["alternate"] else _NTH[every["nth"].lower()]) if every else 1
    found = _counted(words[every.end() :] if every else words)
    return None if found is None else (found[0] * rarer, found[1])


def _counted(words: str) -> tuple[float, Unit] | None:
    if _ONE_OF_TWO.fullmatch(words):
        return 1.0, Unit.YEAR  # "June/July": one of them
    kinds: Counter[str] = Counter()
    dated = False
    for item in filter(None, _SPLIT.split(words)):
        kind, times, with_day = _kind(item)
        if not kind:
            return None
        kinds[kind] += times
        dated = dated or with_day
    if kinds["week"] and kinds["day"] == 1:
        del kinds["day"]  # "Mon, 9 am"
    if len(kinds) != 1:
        return None
    ((kind, times),) = kinds.items()
    if times == 1 and (kind == "day" or dated):
        return None
    return divide(1.0, Unit(kind), times) if times <= _MOST[kind] else None


_MOST = {"day": 24, "week": 7, "month": 8, "year": 12}


def _kind(item: str) -> tuple[str, int, bool]:
    """Return what an item recurs by, how many times in it, and whether it is one day of a month."""
    if _NTH_WEEKDAY.fullmatch(item):
        return "month", 1, False
    item = f"{item}." if item.lower().endswith((" a.m", " p.m")) or item.lower() in ("a.m", "p.m") else item
    for one in (item, _TAIL.sub("", item), _LEAD.sub("", item), _TAIL.sub("", _LEAD.sub("", item))):
        span = _RANGE.fullmatch(one)
        if span:
            return "week", (_place(span["last"]) - _place(span["first"])) % 7 + 1, False
        for kind, pattern in _KINDS:
            if pattern.fullmatch(one):
                return kind, 1, kind == "year" and any(letter.isdigit() for letter in one)
    return "", 0, False


def slot_of(heading: str) -> tuple[str, int]:
    """Return of what a column heading is one part, "week" for "Mon" and "year" for "Q1", and how many; "" for none."""
    words = heading.strip().replace("–", "-").replace("—", "-")
    kinds = [_kind(item)[:2] for item in filter(None, _SPLIT.split(words))]
    if not kinds or len({kind for kind, _ in kinds}) > 1 or not kinds[0][0]:
        return "", 0
    return kinds[0][0], sum(times for _, times in kinds)


def _place(day: str) -> int:
    return _CALENDAR["weekdays"].index(day.lower()[:3])
