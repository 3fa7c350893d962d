"""How many times a thing may or must be done, apart from how often: "no more than twice", "not a third time"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policycheck.domain.obligations import Comparator
from policycheck.obligations.cues import words_in
from policycheck.obligations.figures.numbers import NUMBER, ORDINAL, read_number, read_ordinal
from policycheck.obligations.spans import Span

_I = re.IGNORECASE
_TIMES = re.compile(
    rf"\b(?:(?P<once>(?<=\bthan\s)once|(?<=\bonly\s)once|once(?=\sonly\b)|(?<=[:|]\s)once(?=\s?(?:[;|.]|$)))|(?P<word>twice|thrice)|(?P<number>{NUMBER})\s(?:or\smore\s)?(?:further\s|more\s|separate\s|different\s)?(?:times|occasions))\b"
    r"(?!\s(?:as|the|that|what|a|an|each|every|per|in|during|within)\b)",
    _I,
)
_ONE_MORE = re.compile(rf"\b(?:a|any|the)\s(?P<place>{ORDINAL})\stime\b", _I)
_BAN = re.compile(r"\b(?:not|no|never|cannot|nor)\b[^.;]*$", _I)
_WORDS = {"twice": 2.0, "thrice": 3.0}
_CUES = frozenset(["once", "twice", "thrice", "time", "times", "occasions"])
_LOOK_BACK = 80


@dataclass(frozen=True, slots=True)
class Repetition:
    """How many times, with the bound where the words themselves hold it."""

    times: float
    bound: Comparator | None = None


def find_repetitions(text: str) -> Iterator[Span[Repetition]]:
    """Yield how many times, with their places; "a second time" counts only where it is banned."""
    if _CUES.isdisjoint(words_in(text)):
        return
    for found in _TIMES.finditer(text):
        times = 1.0 if found["once"] else _WORDS.get((found["word"] or "").lower())
        times = read_number(found["number"]) if times is None else times
        if times is not None:
            yield Span(found.start(), found.end(), Repetition(times))
    for found in _ONE_MORE.finditer(text):
        place = read_ordinal(found["place"])
        if place > 1 and _BAN.search(text[max(0, found.start() - _LOOK_BACK) : found.start()]):
            yield Span(found.start(), found.end(), Repetition(place - 1, Comparator.AT_MOST))
