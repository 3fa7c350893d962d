"""Lengths told by what comes round so many times: "before three Sundays have passed", "by the second payday after"."""

import re
from collections.abc import Iterator

from policycheck.domain.obligations import Unit
from policycheck.lexicon.data import load
from policycheck.obligations.cues import telling_words, words_in
from policycheck.obligations.figures.numbers import NUMBER, ORDINAL, read_number, read_ordinal
from policycheck.obligations.figures.told_lengths import ToldLength
from policycheck.obligations.spans import Span

_I = re.IGNORECASE
_WEEKLY = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "weekend",
    "market day",
)


def _turns() -> dict[str, tuple[float, str]]:
    times = load("times")
    marks = {word: (float(many), str(unit)) for word, (many, unit) in times["landmarks"].items()}
    # A season is as long as its own words say: see `told_lengths`.
    yearly = dict.fromkeys(
        (mark for mark in times["marks"]["yearly"] if mark != "season"), (1.0, Unit.YEAR.value)
    )
    return marks | yearly | dict.fromkeys(_WEEKLY, (1.0, Unit.WEEK.value))


_TURNS = _turns()
_TURN = rf"(?P<turn>{'|'.join(sorted(map(re.escape, _TURNS), key=len, reverse=True))})"
_GONE = (
    r"\s(?:(?:have|has|had)\s(?:passed|gone|been|elapsed|come)|are\s(?:up|over|out|past|gone)|pass|go\sby)\b"
)
_IN_EACH = r"(?:a|an|per|(?:in|of)\s(?:a|an|any|each|every|the)|each|every)"
_TIMES = (
    rf"(?P<number>{NUMBER}|a\scouple\sof)\s(?:full\s|whole\s|more\s|further\s)?{_TURN}e?s\b"
    rf"(?!['’]\s?\w|\s{_IN_EACH}\b)"
)
_MOST = (
    re.compile(rf"\b(?:before|ere|by\sthe\stime)\s(?:another\s|the\snext\s)?{_TIMES}{_GONE}", _I),
    re.compile(
        rf"\b(?:before|by\sthe\stime)\s(?:the|that|their|your)\s(?P<place>{ORDINAL})\s{_TURN}\s(?:is|has)\s(?:over|out|up|past|gone|passed|done|come)\b",
        _I,
    ),
    re.compile(rf"\b(?:within|inside)\s(?:the\s)?(?:next\s|following\s|first\s)?{_TIMES}", _I),
    re.compile(
        rf"\b(?:by|before|no\slater\sthan|not\slater\sthan)\s(?:the\s)?(?P<place>{ORDINAL})\s{_TURN}\s(?:after|following|from|since)\b(?!\s(?-i:[A-Z]))",
        _I,
    ),
    re.compile(
        rf"(?:\b(?:by|before)\s|[:;|]\s(?:by\s|before\s)?){_TURN}\s(?:no\.?\s?|number\s|#)(?P<number>{NUMBER})",
        _I,
    ),
)
_PLAIN = (
    re.compile(
        rf"\b(?:after|for|over|once|when|until|till)\s(?:another\s|the\snext\s|at\sleast\s)?{_TIMES}(?:{_GONE})?",
        _I,
    ),
    re.compile(rf"\b{_TIMES}\s(?:later|on|after|hence|from\snow)\b(?!\s(?:which|duty|call))", _I),
    re.compile(
        rf"\b(?:on|at|after|until|till)\s(?:the\s)?(?P<place>{ORDINAL})\s{_TURN}\s(?:after|following|from|since)\b(?!\s(?-i:[A-Z]))",
        _I,
    ),
)
_CUES = telling_words(form for turn in _TURNS for form in (turn, f"{turn}s", f"{turn}es"))


def find_counted_marks(text: str) -> Iterator[Span[ToldLength]]:
    """Yield such lengths with their places; `most` where they say by when."""
    if words_in(text).isdisjoint(_CUES):
        return
    for patterns, most in ((_MOST, True), (_PLAIN, False)):
        for pattern in patterns:
            for found in pattern.finditer(text):
                many = _how_many(found)
                if many > 1:  # the first is a beginning
                    each, unit = _TURNS[found["turn"].lower()]
                    start = found.start() + len(found[0]) - len(found[0].lstrip(" :;|"))
                    yield Span(start, found.end(), ToldLength(many * each, Unit(unit), most=most))


def _how_many(found: re.Match[str]) -> float:
    named = found.groupdict()
    if named.get("place"):
        return read_ordinal(named["place"])
    return 2.0 if "couple" in named["number"].lower() else read_number(named["number"]) or 0.0
