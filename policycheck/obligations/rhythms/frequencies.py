"""How often: "every six weeks", "twice a year", "at intervals of not more than 3 months", "quarterly"."""

import re
from collections.abc import Callable, Iterator

from policycheck.domain.obligations import Comparator, LimitKind, TimeLimit, Unit
from policycheck.lexicon.data import load
from policycheck.obligations.cues import telling_words, words_in
from policycheck.obligations.figures.durations import (
    DAY_KIND,
    QUALIFIERS,
    UNIT_FORMS,
    UNIT_WORDS,
    divide,
    measure,
)
from policycheck.obligations.figures.numbers import NUMBER, read_number
from policycheck.obligations.rhythms.calendar_rhythms import find_calendar_rhythms
from policycheck.obligations.rhythms.day_turns import find_day_turns
from policycheck.obligations.rhythms.hour_lists import find_hour_lists
from policycheck.obligations.rhythms.landmarks import find_landmarks
from policycheck.obligations.rhythms.recurrences import find_recurrences
from policycheck.obligations.rhythms.rotations import find_rotations
from policycheck.obligations.rhythms.told_rhythms import find_told_rhythms
from policycheck.obligations.spans import Places, Span

_ADVERBS: dict[str, tuple[float, str]] = {
    word: (float(n), unit) for word, (n, unit) in load("times")["frequencies"].items()
}
_I = re.IGNORECASE
_UNIT = rf"{QUALIFIERS}{DAY_KIND}(?P<unit>{UNIT_WORDS})s?\b['’]?"
_TIMES = rf"(?P<times>once|twice|thrice|one\stime|(?:{NUMBER})\s(?:or\smore\s)?(?:times|occasions))"
_LEAST = (
    r"(?P<least>(?:not|no)\s(?:less|fewer)\s(?:often\s|frequently\s)?than\s|"
    r"at\s(?:the\s)?(?:very\s)?least\s|a\sminimum\sof\s)?"
)
_MOST = (
    r"(?P<most>(?:not|no)\smore\s(?:often\s|frequently\s)?than\s|more\s(?:often\s|"
    r"frequently\s)?than\s|at\smost\s|up\sto\s|only\s)?"
)

_COUNTED = re.compile(
    rf"{_LEAST}{_MOST}\b{_TIMES},?\s(?P<in_each>(?:(?:in|within|during|over|per|for|on(?=\s(?:each|every|any)\b))\s)?(?:(?:every|each|any|an?|per|the|one)\s)?"
    rf"(?:period\sof\s)?)(?:(?P<number>{NUMBER})[\s-])?{_UNIT}",
    _I,
)
_EVERY = re.compile(
    rf"{_LEAST}{_MOST}\b(?:once\s(?:in\s)?)?(?:every|each)\s(?:(?P<other>other|alternate|second|"
    rf"third|fourth|fifth)\s|(?:period\sof\s)?(?P<number>{NUMBER})[\s-])?"
    rf"{_UNIT}(?!\s(?:of\s(?:the\s)?(?:absence|delay)|old|life))",
    _I,
)
_DAY_NAME = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_YEAR_NAME = (
    "spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|"
    "december"
)
_AND_EACH = r"\sand\s(?:again\s)?(?:(?:in|on)\s)?(?:(?:every|each)\s)?"
_WEEKDAY = re.compile(
    rf"\b(?:every|each)\s(?P<other>other\s)?(?:(?:{_DAY_NAME})(?:{_AND_EACH}(?P<day>{_DAY_NAME}))?|"
    rf"(?:{_YEAR_NAME})(?:{_AND_EACH}(?P<season>{_YEAR_NAME}))?)\b",
    _I,
)
_PART_OF_DAY = "morning|afternoon|evening|night|lunchtime"
_EACH_PART = re.compile(
    rf"\b(?:every|each)\s(?:single\s)?(?:{_PART_OF_DAY})(?P<again>{_AND_EACH}(?:{_PART_OF_DAY}))?\b", _I
)
_HELD = "|".join(load("times")["windows"]["held"])
_HELD_IN = re.compile(
    rf"{_LEAST}{_MOST}(?<![£$€.,\d])\b(?P<count>{NUMBER})\s(?:(?:[a-z-]+\s){{0,3}}?(?:{_HELD})s?\s)?"
    rf"(?:(?:an?|per|each|every|in\s(?:a|each|every|any))\s)(?:(?P<number>{NUMBER})[\s-])?{_UNIT}",
    _I,
)
# "Three walks round the yard every day"
_HELD_EVERY = re.compile(
    rf"{_LEAST}{_MOST}(?<![£$€.,\d])\b(?P<count>{NUMBER})\s(?:[a-z-]+\s){{0,3}}?(?:{_HELD})s\s"
    rf"(?:(?:from|of|to|with|at|in|for|by|round|outside|away\sfrom)\s(?:[a-z-]+\s){{1,4}}?)?(?:in\s)?(?:each|every)\s{_UNIT}",
    _I,
)
_CLOCK = r"(?:\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm)|noon|midday|midnight)"
_AT_HOURS = re.compile(
    rf"\bat\s(?P<hours>{_CLOCK}(?:(?:,|\sand|,\sand)\s(?:again\s)?(?:at\s)?{_CLOCK})+)\s(?:(?:on|of)\s)?(?:each|every)\s"
    r"(?:single\s)?day\b",
    _I,
)
_AT_INTERVALS = re.compile(
    rf"\bat\s(?:regular\s)?(?:(?P<number>{NUMBER})[\s-])?(?P<unit>{UNIT_WORDS})(?P<kind>)\sintervals\b", _I
)
_ON_DAYS = re.compile(
    rf"\b(?:on\s)?(?P<other>(?:alternat(?:e|ing)|alt\.?|every\ssecond)\s)(?:{_DAY_NAME})s?\b|"
    rf"\bon\s(?:{_DAY_NAME})s(?:\sand\s(?:{_DAY_NAME})s)?\b|\b(?:{_DAY_NAME})s\sonly\b",
    _I,
)
_NTH_WEEKDAY = re.compile(
    rf"\b(?:first|second|third|fourth|last)\s(?:{_DAY_NAME})\s(?:of|in)\s(?:the|each|every)\s(?P<kind>)"
    r"(?P<unit>month|quarter|term|year)\b(?!\s(?:after|following|before|in\swhich))",
    _I,
)
_INTERVAL = re.compile(
    rf"\b(?:at\s)?(?:regular\s|maximum\s)?intervals\s(?:of\s)?(?:(?P<least>not\sless\sthan|at\sleast)\s|"
    rf"(?:no|not)\s(?:more|longer|greater)\sthan\s|not\s(?:exceeding|to\sexceed)\s|up\sto\s|"
    rf"at\smost\s|a\smaximum\sof\s|exceeding\s|about\s|around\s|roughly\s|approximately\s)?"
    rf"(?:(?P<number>{NUMBER}|an?|one)[\s-])?{_UNIT}",
    _I,
)
_ADVERB = re.compile(
    rf"(?P<cue>(?:{_LEAST}{_MOST}))\b(?:(?P<times>once|twice|thrice|(?:{NUMBER})\stimes|\d{{1,2}}\s?[x×])[\s-])?"
    rf"(?P<prefix>(?P<number>\d{{1,2}}|(?<![-\w])(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|eighteen|twenty-four))[-\s])?"
    rf"(?P<adverb>{'|'.join(sorted(_ADVERBS, key=len, reverse=True))})\b(?!-)(?:\sbasis\b)?",
    _I,
)
_NOT_BEFORE = re.compile(
    r"\s(?:(?:standing|basic|fixed|flat|average|total|maximum|minimum|full|net|gross)\s)?"
    rf"(?:{'|'.join(load('times')['phrases']['not_before'])})\b",
    _I,
)
# "Pays a yearly fee" says how often to pay; "the yearly fee is £20" does not.
_PAYS = re.compile(r"\b(?:pay|pays|charge|charges|collect|collects|levy|levies)\s(?:an?\s)?$", _I)
# "Notice of the annual meeting" names the meeting; "an annual meeting" says how often it is held.
_OF_THE = re.compile(r"\b(?:of|for|at|before|after|during|to)\s(?:the|its|their|our)\s$", _I)
_ADJECTIVES = ("annual", "biennial", "triennial", "biannual", "bi-annual")
_OTHER = {"other": 2, "alternate": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_TIMES_WORDS = {"once": 1, "twice": 2, "thrice": 3}


def find_frequencies(text: str) -> Iterator[Span[TimeLimit]]:
    """Yield how often things are done, with their places; of overlapping readings the longest phrase wins."""
    taken = Places(len(text))
    for told in (*find_recurrences(text), *find_rotations(text)):
        taken.add(told.start, told.end)
        value, unit, working = told.value
        yield Span(told.start, told.end, _limit(value, unit, text[told.start : told.end], working=working))
    words = words_in(text)
    for pattern, read, cues in _READERS if not words.isdisjoint(_CUES) else ():
        if any(words.isdisjoint(one) for one in cues):
            continue
        for found in pattern.finditer(text):
            if taken.overlap(found.start(), found.end()):
                continue
            limit = read(found, text)
            if limit is not None:
                taken.add(found.start(), found.end())
                yield Span(found.start(), found.end(), limit)
    for other in find_told_rhythms(text):
        if not taken.overlap(other.start, other.end):
            taken.add(other.start, other.end)
            often, rarely = other.value, other.value.bound is Comparator.AT_LEAST
            words_read = text[other.start : other.end]
            limit = _limit(often.value, often.unit, words_read, working=often.working, rarely=rarely)
            yield Span(other.start, other.end, limit)
    if not taken.overlap(0, len(text)):
        yield from _by_calendar(text)


def _by_calendar(text: str) -> Iterator[Span[TimeLimit]]:
    """Yield what days, seasons and hours tell where nothing else does."""
    taken = Places(len(text))
    for listed in (
        *find_calendar_rhythms(text),
        *find_landmarks(text),
        *find_hour_lists(text),
        *find_day_turns(text),
    ):
        if not taken.overlap(listed.start, listed.end):
            taken.add(listed.start, listed.end)
            if _BETWEEN.search(text, 0, listed.start):
                continue
            value, unit = listed.value
            yield Span(listed.start, listed.end, _limit(value, unit, text[listed.start : listed.end]))


# "Between sunset and sunrise" is a part of each day, and no rhythm.
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", _I)


def _limit(value: float, unit: Unit, words: str, *, working: bool = False, rarely: bool = False) -> TimeLimit:
    comparator = Comparator.AT_LEAST if rarely else Comparator.AT_MOST
    return TimeLimit(
        kind=LimitKind.EVERY,
        value=value,
        unit=unit,
        text=words.strip(),
        working=working,
        comparator=comparator,
    )


def _counted(found: re.Match[str], _text: str) -> TimeLimit | None:
    times = found["times"].lower()
    if found["number"] and not found["in_each"]:
        return None  # "once six years have gone by"
    count = _TIMES_WORDS.get(times) or read_number(times) or 1.0
    value, unit, working = measure(
        read_number(found["number"] or "one") or 1.0, found["unit"], found["kind"] or ""
    )
    value, unit = divide(value, unit, count)
    return _limit(value, unit, found[0], working=working, rarely=bool(found["most"]))


def _every(found: re.Match[str], _text: str) -> TimeLimit | None:
    groups = found.groupdict()
    other = _OTHER.get((groups.get("other") or "").lower())
    number = float(other) if other else read_number(groups.get("number") or "one") or 1.0
    value, unit, working = measure(number, found["unit"], found["kind"] or "")
    rarely = bool(groups.get("most")) or (found.re is _INTERVAL and bool(groups["least"]))
    return _limit(value, unit, found[0], working=working, rarely=rarely)


def _day_part(found: re.Match[str], _text: str) -> TimeLimit | None:
    value, unit = divide(1.0, Unit.DAY, 2 if found["again"] else 1)
    return _limit(value, unit, found[0])


def _named(found: re.Match[str], _text: str) -> TimeLimit | None:
    unit = Unit.WEEK if found[0].lower().endswith("day") else Unit.YEAR
    value, unit = divide(1.0, unit, 2 if found["day"] or found["season"] else 1)
    return _limit(value * (2 if found["other"] else 1), unit, found[0])


def _adverb(found: re.Match[str], text: str) -> TimeLimit | None:
    named = _NOT_BEFORE.match(text, found.end()) and not _PAYS.search(
        text[max(0, found.start() - 30) : found.start()]
    )
    if named and not found[0].lower().endswith("basis"):
        return None
    if found["adverb"].lower() in _ADJECTIVES and _OF_THE.search(
        text[max(0, found.start() - 12) : found.start()]
    ):
        return None
    value, unit = _ADVERBS[found["adverb"].lower()]
    number = read_number(found["number"]) if found["number"] else 1.0
    times = (found["times"] or "once").lower()
    parts = _TIMES_WORDS.get(times) or read_number(times) or 1.0
    if number and re.search(r"\sdaily$", found[0], _I):
        number, parts = 1.0, parts * number  # "three daily rounds"
    value, one = divide(value * (number or 1.0), Unit(unit), parts)
    return _limit(value, one, found[0], rarely=bool(found["most"]))


def _held(found: re.Match[str], _text: str) -> TimeLimit | None:
    number = read_number(found["count"])
    if not number:
        return None
    long = read_number(found.groupdict().get("number") or "one") or 1.0  # "one drill per three-week stay"
    value, unit, working = measure(long, found["unit"], found["kind"] or "")
    value, unit = divide(value, unit, number)
    return _limit(value, unit, found[0], working=working, rarely=bool(found["most"]))


def _at_hours(found: re.Match[str], _text: str) -> TimeLimit:
    value, unit = divide(1.0, Unit.DAY, len(re.findall(_CLOCK, found["hours"], _I)))
    return _limit(value, unit, found[0])


def _on_days(found: re.Match[str], _text: str) -> TimeLimit:
    many = len(re.findall(_DAY_NAME, found[0].lower()))
    value, unit = divide(1.0, Unit.WEEK, many)
    return _limit(value * (2 if found["other"] else 1), unit, found[0])


_NAMED_TIMES = (
    "monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter january february march april "
    "may june july august september october november december"
)
# Each pattern with what reads it and the words of which a text must hold one, of each set, for it to be tried.
_READERS: tuple[
    tuple[re.Pattern[str], Callable[[re.Match[str], str], TimeLimit | None], tuple[frozenset[str], ...]], ...
] = (
    (_COUNTED, _counted, (frozenset(["once", "twice", "thrice", "time", "times", "occasions"]), UNIT_FORMS)),
    (_NTH_WEEKDAY, _every, (frozenset(_DAY_NAME.split("|")), UNIT_FORMS)),
    (_INTERVAL, _every, (frozenset(["intervals"]), UNIT_FORMS)),
    (_AT_HOURS, _at_hours, (frozenset(["day"]), frozenset(["every", "each"]))),
    (_HELD_EVERY, _held, (frozenset(["each", "every"]), UNIT_FORMS)),
    (_EVERY, _every, (frozenset(["every", "each"]), UNIT_FORMS)),
    (_AT_INTERVALS, _every, (frozenset(["intervals"]), UNIT_FORMS)),
    (_HELD_IN, _held, (frozenset(["a", "an", "per", "each", "every"]), UNIT_FORMS)),
    (
        _ON_DAYS,
        _on_days,
        (telling_words(day + ending for day in _DAY_NAME.split("|") for ending in ("", "s")),),
    ),
    (_EACH_PART, _day_part, (frozenset(["every", "each"]), frozenset(_PART_OF_DAY.split("|")))),
    (_WEEKDAY, _named, (frozenset(["every", "each"]), frozenset(_NAMED_TIMES.split()))),
    (_ADVERB, _adverb, (telling_words(_ADVERBS),)),
)
_CUES = frozenset(word for *_, sets in _READERS for word in sets[0])
