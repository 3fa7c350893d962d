"""Times told by an occasion and not by a length: "by the end of the term", "the next morning", "by week six"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policycheck.domain.obligations import Unit
from policycheck.lexicon.data import load
from policycheck.obligations.figures.durations import divide, measure
from policycheck.obligations.figures.numbers import NUMBER, ORDINAL, read_number, read_ordinal
from policycheck.obligations.readers import Reader, read_by
from policycheck.obligations.spans import Span

_I = re.IGNORECASE


@dataclass(frozen=True, slots=True)
class Occasion:
    """How far off an occasion may be: the end of a term a term, the next morning a day, the same day none.

    `counted` where a number stands in it; then it is as sure as a length of time. `earlier` where it lies before
    what it is told from: "the day before".
    """

    value: float
    unit: Unit
    working: bool = False
    counted: bool = False
    earlier: bool = False


_PERIODS: dict[str, tuple[float, str]] = {
    word: (float(many), unit) for word, (many, unit) in load("times")["periods"].items()
}
_PERIOD = "|".join(sorted(_PERIODS, key=len, reverse=True))
_KIND = r"(?:(?P<kind>working|business|school)\s)?"
_SORT = r"(?:(?:calendar|financial|school|academic|accounting|tax|current)\s)?"
_PART_OF_DAY = r"(?:day|morning|afternoon|evening|night)"
_END = re.compile(
    rf"\b(?:(?:end|close|last\s(?:day|week|month))\sof\s(?:(?:the|that|this|his|her|their|its|your|our|a|an)\s)?"
    rf"(?:(?P<next>next|following)\s|(?:same|last|final)\s)?{_KIND}{_SORT}(?P<period>{_PERIOD})\b(?!\s(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b))(?P<which>\s(?:in|of)\swhich)?(?!s\b)(?P<after>\s(?:after|following)\b)?|"
    rf"(?P<before>day|week|month|quarter|term|year|season|shift|session)(?:['’]s)?[\s-]end\b(?!\s?\+)|"
    rf"(?:before|by\sthe\stime)\s(?:the|that|their|his|her|your|a)\s(?:(?:working|school)\s)?(?P<out>{_PERIOD})\s"
    r"(?:(?:in|on|during)\swhich\s[^.;:,]{3,40}?\s)?"
    r"(?:(?:is|was|has|are)\s(?:out|over|done|up|ended|finished)|ends|closes|finishes|comes\sto\s(?:an\send|a\sclose))\b)",
    _I,
)
_NEXT = re.compile(
    r"\b(?:(?:first|second|third|last)\s(?:week|fortnight|half|working\sday|(?:mon|tues|wednes|thurs|fri)day)\s(?:of|in)\s(?:the\s)?)?"
    rf"(?:next|following)\s{_SORT}(?P<period>week|fortnight|month|quarter|half-term|term|season|year|spring|summer|"
    r"autumn|winter)\b(?!\sof\b)|"
    rf"\bthe\s{_SORT}(?P<then>quarter|term|season|year)\s(?:following|after)(?=\s?(?:$|[.,;:|)]))",
    _I,
)
_NEXT_DAY = re.compile(
    rf"\b(?:(?:next|following)\s(?:(?:(?P<kind>working|business|school)\s)?{_PART_OF_DAY}|(?P<short>wd|weekday)\b)|"
    rf"the\s(?:very\s)?(?:(?P<sort>working|business|school)\s)?{_PART_OF_DAY}\s(?P<side>after|following|before|previous)(?:hand|wards)?\b|(?:on\sthe\s)?(?P<eve>eve)\sof)\b",
    _I,
)
_SITTING = "|".join((*load("times")["windows"]["sittings"], "meeting", "call", "appointment", "interview"))
_SAME = re.compile(
    r"\b(?:on\s)?(?:the\s|that\s)?(?:very\s)?same[\s-](?:working\s|school\s)?(?P<unit>day|week|month)\b|"
    rf"\b(?:on|at|in|during)\s(?:the|that)\s(?:very\s)?same\s(?:{_SITTING}|morning|afternoon|evening|night)\b"
    r"(?=\s?(?:$|[.,;:)|!?])|\s(?:and|or|but|that|when|where|if|by|to|for|at|in|with)\b)|"
    rf"\bthe\ssame\s(?:morning|afternoon|evening|night)\b(?!\sas\b)|"
    r"(?:^|[.;:|]\s)the\s(?:very\s)?day\s(?:that\s|on\swhich\s)?(?=(?:you|we|they|he|she|i|somebody|someone|anybody|anyone)\s)|"
    r"(?<!by\s)(?<!of\s)(?<!after\s)(?<!before\s)(?<!from\s)(?<!until\s)(?<!till\s)(?<!since\s)(?<!than\s)(?<!is\s)(?<!was\s)\bthe\s(?:very\s)?day\s(?:that\s)?"
    r"(?=(?:it|they|one|he|she|(?:the|an?)\s[a-z]+)\s(?:is|are|has\sbeen|lands?|arrives?|comes?|gets?|turns?|reaches|breaks?|fails?|goes|happens?|dies|falls?|leaves?)\b)|"
    r"\bon\sthe\s(?:very\s)?(?:day|morning)(?!\s(?:after|before|following|(?:given|set|named|fixed|agreed|stated|printed|shown|told|"
    r"laid\sdown|specified)\b|in\s(?:the|your|their|its|our|his|her|a)\s(?!morning|afternoon|evening)))\b",
    _I,
)
_UNITS_COUNTED = r"(?P<unit>day|week|wk|month|mth|quarter|term|year|yr)"
_NUMBERED = re.compile(
    rf"(?:\b(?:by|before|in|on|at|around|about|until|till|from)\s|(?<=,\s)(?=(?:day|week|month)\s\d{{1,2}}\s?(?:$|[;|,(]))|(?<=[:;|]\s)(?=(?:the\s)?(?:end\sof\s)?(?:day|week|month|year|term)\s)|\b(?<![\w])(?=(?:week|month|wk|mth)\s\d))(?:(?:the\s)?end\sof\s)?{_UNITS_COUNTED}\s(?P<number>{NUMBER})\b"
    r"(?!\s?(?:pupils?|students?|children|class(?:es)?|groups?))",
    _I,
)
_ORDINAL = re.compile(
    rf"\b(?:by|in|during|within|until|before|after)\s(?:the\send\sof\s)?(?:the|their|his|her|its|your|our)?\s?"
    rf"(?P<place>{ORDINAL})\s(?:half-)?(?P<unit>term|quarter|year|summer|winter|spring|autumn|season)\b",
    _I,
)
_COUPLE = re.compile(r"\b(?:a\s)?couple\sof\s(?P<unit>minute|hour|day|week|month|term|year)s\b", _I)
_PART = re.compile(
    r"\b(?:(?P<many>three|two)[\s-])?(?P<part>quarters?|half|thirds?)\sof\s(?:an?|one)\s(?P<unit>hour|day|week|month|year)\b",
    _I,
)
_WEEKDAY = re.compile(
    r"\b(?:by|before|until|till)\s(?:(?:the|that|this|next|following)\s){0,2}"
    r"(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?!s)|weekend)\b|\bat\sthe\sweekend\b",
    _I,
)
_TOMORROW = re.compile(
    r"(?<!\bnot\s)(?<!\bor\s)\b(?:(?P<later>the\sday\safter\s)|this\stime\s)?tomorrow(?:\s(?:morning|lunchtime|afternoon|evening|night))?\b",
    _I,
)
# "Six years from the end of the year": from when a length is told.
_STARTS_A_CLOCK = re.compile(
    r"\b(?:from|after|since|following|of|(?<!have\s)(?<!has\s)(?<!had\s)(?<!get\s)(?<!given\s)until)\s(?:the\s)?$",
    _I,
)
_ONCE_EACH = {"summer": "year", "winter": "year", "spring": "year", "autumn": "year", "season": "year"}
_EARLIER = ("before", "previous")


def find_occasions(text: str) -> Iterator[Span[Occasion]]:
    """Yield the occasions of a text with their places; readings may overlap, the surer first."""
    yield from read_by(_READERS, text)


def _end(found: re.Match[str]) -> Occasion | None:
    if _STARTS_A_CLOCK.search(found.string[: found.start()][-18:]):
        return None
    period = (found["period"] or found["before"] or found["out"]).lower()
    many, unit = _PERIODS[period]
    if found["which"] and many:
        return None
    if not many and (found["after"] or (found["next"] and period == "day")):  # the end of the day after
        kind = (found["kind"] or "").lower()
        one = Unit.SCHOOL_DAY if kind == "school" else Unit.DAY
        return Occasion(1.0, one, working=kind in ("working", "business"))
    # The end of the month that follows may be two months off.
    return Occasion(many * (2 if many and (found["next"] or found["after"]) else 1), Unit(unit))


_DAY_OF = re.compile(rf"{ORDINAL}\sof\s(?:the\s)?$", _I)


def _next(found: re.Match[str]) -> Occasion | None:
    if _DAY_OF.search(found.string[: found.start()][-30:]):
        return None  # "the tenth of the following month" is a day
    period = (found["period"] or found["then"]).lower()
    many, unit = _PERIODS.get(_ONCE_EACH.get(period, period), (1.0, "year"))
    return Occasion(many, Unit(unit))


def _next_day(found: re.Match[str]) -> Occasion:
    kind = (found["kind"] or found["sort"] or "").lower()
    earlier = bool(found["eve"]) or (found["side"] or "").lower() in _EARLIER
    unit = Unit.SCHOOL_DAY if kind == "school" else Unit.DAY
    working = kind in ("working", "business") or bool(found["short"])
    return Occasion(1.0, unit, working=working, earlier=earlier)


_AN_HOUR = re.compile(r"\b(?:by|at|before|until|from|after)\s\S+(?:\s[ap]m)?\s$", _I)


def _same(found: re.Match[str]) -> Occasion | None:
    if _AN_HOUR.search(found.string[: found.start()][-24:]):
        return None  # "by six the same evening" tells an hour
    unit = (found["unit"] or "day").lower()
    return Occasion(0.0, Unit.DAY) if unit == "day" else Occasion(1.0, Unit(unit))


def _numbered(found: re.Match[str]) -> Occasion | None:
    number = read_number(found["number"])
    if number is None or not 0 < number <= 100:
        return None
    value, unit, working = measure(number, found["unit"], "")
    return Occasion(value, unit, working=working, counted=True)


def _ordinal(found: re.Match[str]) -> Occasion | None:
    word = found["unit"].lower()
    place = read_ordinal(found["place"])
    if place < 2:
        return None
    value, unit, _ = measure(place, _ONCE_EACH.get(word, word), "")
    return Occasion(value, unit, counted=True)


def _couple(found: re.Match[str]) -> Occasion:
    return Occasion(2.0, Unit(found["unit"].lower()), counted=True)


def _part(found: re.Match[str]) -> Occasion:
    many = {"three": 3.0, "two": 2.0}.get((found["many"] or "").lower(), 1.0)
    of_one = {"q": 4, "h": 2, "t": 3}[found["part"][0].lower()]
    value, unit = divide(many, Unit(found["unit"].lower()), of_one)
    return Occasion(value, unit, counted=True)


def _tomorrow(found: re.Match[str]) -> Occasion:
    return Occasion(2.0 if found["later"] else 1.0, Unit.DAY)


def _weekday(_found: re.Match[str]) -> Occasion:
    return Occasion(1.0, Unit.WEEK)


# Each pattern with what reads it, and words of which a text must hold one for it to be tried.
_READERS: tuple[Reader[Occasion], ...] = (
    (_COUPLE, _couple, frozenset(["couple"])),
    (
        _PART,
        _part,
        frozenset(["quarter", "half", "quarters", "third", "thirds", "three-quarters", "two-thirds"]),
    ),
    (
        _END,
        _end,
        frozenset(
            [
                "end",
                "close",
                "last",
                "out",
                "over",
                "done",
                "ends",
                "closes",
                "ended",
                "finished",
                "finishes",
                "up",
            ]
        ),
    ),
    (_NEXT, _next, frozenset(["next", "following", "after"])),
    (
        _NEXT_DAY,
        _next_day,
        frozenset(["next", "following", "after", "afterwards", "before", "previous", "eve"]),
    ),
    (_TOMORROW, _tomorrow, frozenset(["tomorrow"])),
    (_SAME, _same, frozenset(["same", "on", "day"])),
    (_NUMBERED, _numbered, frozenset(["day", "week", "wk", "month", "mth", "quarter", "term", "year", "yr"])),
    (
        _ORDINAL,
        _ordinal,
        frozenset(["term", "quarter", "year", "summer", "winter", "spring", "autumn", "season"]),
    ),
    (
        _WEEKDAY,
        _weekday,
        frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "weekend"]),
    ),
)
