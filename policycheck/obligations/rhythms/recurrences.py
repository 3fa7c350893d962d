"""How often, told by a cycle or by the ends of a day: "in a cycle of ten years", "first thing and last thing"."""

import re
from collections.abc import Iterator

from policycheck.domain.obligations import Unit
from policycheck.lexicon.data import load
from policycheck.obligations.cues import words_in
from policycheck.obligations.figures.durations import DAY_KIND, QUALIFIERS, UNIT_WORDS, divide, measure
from policycheck.obligations.figures.numbers import NUMBER, read_number
from policycheck.obligations.spans import Span

_I = re.IGNORECASE
_CYCLE = "|".join(load("times")["windows"]["cycles"])
_CUES = frozenset(
    ["one", "first", "last", "start", "beginning", "end", "opening", "closing", "open", "close", "shut", "other",
     "alternate", "second", "third", *load("times")["windows"]["cycles"]]
)  # fmt: skip
_IN_A_CYCLE = re.compile(
    rf"\b(?:(?:in|on|over|by|to|as)\s(?:an?|the)\s(?:[a-z]+\s)?(?:{_CYCLE})\sof\s(?P<of>{NUMBER})\s{QUALIFIERS}{DAY_KIND}(?P<unit>{UNIT_WORDS})s?"
    rf"|(?:in|on|over|by|to|as)\s(?:an?|the)\s(?:rolling\s)?(?P<long>{NUMBER})[-\s](?P<one>{UNIT_WORDS})(?:ly)?\s(?:[a-z]+\s)?(?:{_CYCLE}))\b",
    _I,
)
_PART_OF_DAY = "morning|afternoon|evening|night|lunchtime"
_NTH = {"other": 2.0, "alternate": 2.0, "second": 2.0, "third": 3.0}
_EVERY_NTH_PART = re.compile(
    rf"\b(?:every\s(?P<nth>{'|'.join(_NTH)})\s(?:{_PART_OF_DAY})|on\salternate\s(?:{_PART_OF_DAY})s)\b", _I
)
_ENDS_OF_DAY = re.compile(
    r"\bfirst\sthing(?:\s(?:in\sthe\smorning|every\smorning|each\smorning))?,?\sand\s(?:again\s)?last\sthing(?:\s(?:at\snight|in\sthe\s"
    r"evening|every\snight|each\snight))?"
    r"|\b(?:at\s)?(?:the\s)?(?:start|beginning)\sand\s(?:again\s)?(?:at\s)?(?:the\s)?end\sof\s(?:each|every|the)\s(?:working\s|school\s)?day\b"
    r"|\bat\sopening\sand\s(?:again\s)?(?:at\s)?closing(?:\stime)?\b"
    r"|\b(?:when|before|after)\s(?:we|you|they)\sopen\sand\s(?:again\s)?(?:when|before|after)\s(?:we|you|they)\s(?:close|shut)\b",
    _I,
)
# "One a month, and there are 26 of them": each comes round after all the others.
_ONE_A = re.compile(
    r"\bone(?:\s[a-z-]+){0,2}?\s(?:an?|each|every|per)\s(?P<unit>week|fortnight|month|quarter|term|year|spring|summer|autumn|winter)\b",
    _I,
)
_OF_SO_MANY = re.compile(
    rf"\b(?:there\sare\s(?P<are>{NUMBER})|(?P<all>{NUMBER})\s(?:[a-z-]+\s){{1,2}}in\s(?:all|total|turn|rotation)|[a-z]+s\s(?:1|one)\s(?:to|-|–)\s(?P<to>{NUMBER})\b(?=[^.;:]{{0,40}}\b(?:turns?|turn\sabout|rotation)\b))",
    _I,
)
_SEASONS = ("spring", "summer", "autumn", "winter")
# "Start, middle and end of a shift", "start and finish of term"
_PARTS_OF_TURN = re.compile(
    r"\b(?:start|beginning)(?P<middle>,?\s(?:and\s)?(?:the\s)?(?:middle|mid-?way|half-?way))?,?\s(?:and|then)\s(?:again\s)?(?:at\s)?(?:the\s)?(?:end|finish|close)\sof\s"
    r"(?:(?:a|the|each|every|your|their)\s(?P<turn>shift|day|night|watch)|(?:(?:a|the|each|every|our|your|their)\s)?(?P<long>term|season|year|month|week))\b",
    _I,
)
_HOURS_OF_TURN = {"shift": 8.0, "day": 24.0, "night": 24.0, "watch": 4.0}
_LONG_TURNS = {
    "term": (1.0, Unit.TERM), "season": (3.0, Unit.MONTH), "year": (1.0, Unit.YEAR), "month": (1.0, Unit.MONTH),
    "week": (1.0, Unit.WEEK),
}  # fmt: skip


def find_recurrences(text: str) -> Iterator[Span[tuple[float, Unit, bool]]]:
    """Yield how long it is from one time to the next, whether in working days, with the places."""
    if words_in(text).isdisjoint(_CUES):
        return
    for found in _IN_A_CYCLE.finditer(text):
        number = read_number(found["of"] or found["long"])
        if number:
            value, unit, working = measure(number, found["unit"] or found["one"], found["kind"] or "")
            yield Span(found.start(), found.end(), (value, unit, working))
    for found in _EVERY_NTH_PART.finditer(text):
        yield Span(found.start(), found.end(), (_NTH[(found["nth"] or "other").lower()], Unit.DAY, False))
    yield from _in_turn(text)
    for found in _PARTS_OF_TURN.finditer(text):
        if _ENDS_OF_DAY.search(found[0]):
            continue
        parts = 3 if found["middle"] else 2
        often = (
            (_HOURS_OF_TURN[found["turn"].lower()] / parts, Unit.HOUR)
            if found["turn"]
            else divide(*_LONG_TURNS[found["long"].lower()], parts)
        )
        yield Span(found.start(), found.end(), (*often, False))
    for found in _ENDS_OF_DAY.finditer(text):
        yield Span(found.start(), found.end(), (*divide(1.0, Unit.DAY, 2), False))


def _in_turn(text: str) -> Iterator[Span[tuple[float, Unit, bool]]]:
    """Yield how long it is until the one that was done comes round again."""
    one = _ONE_A.search(text)
    many = _OF_SO_MANY.search(text) if one else None
    number = read_number(many["are"] or many["all"] or many["to"]) if many else None
    if one is not None and number and number > 1:
        unit = one["unit"].lower()
        yield Span(one.start(), one.end(), measure(number, "year" if unit in _SEASONS else unit, ""))
