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
    ["first", "last", "start", "beginning", "end", "opening", "closing", "open", "close", "shut", "other",
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
    for found in _ENDS_OF_DAY.finditer(text):
        yield Span(found.start(), found.end(), (*divide(1.0, Unit.DAY, 2), False))
