"""Years told by what comes once in each: "two Christmases on", "for three winters", "at the third harvest after"."""

import re
from collections.abc import Iterator

from policycheck.lexicon.data import load
from policycheck.obligations.cues import telling_words, words_in
from policycheck.obligations.figures.numbers import NUMBER, ORDINAL, read_number, read_ordinal
from policycheck.obligations.spans import Span

_I = re.IGNORECASE
_MARKS: list[str] = load("times")["marks"]["yearly"]
_MARK = "|".join(sorted(_MARKS, key=len, reverse=True))
_MANY = re.compile(
    rf"\b(?P<before>(?:for|after|over|through):?\s(?:at\sleast\s|the\snext\s|another\s|some\s)?)?(?P<number>{NUMBER}|a\scouple\sof)\s(?:whole\s|full\s|more\s)?"
    rf"(?:{_MARK})(?:e?s)\b(?P<after>\s(?:on|later|after|ago|back|running|hence|from\snow|old|have\s(?:gone|passed|been))\b)?",
    _I,
)
_NTH = re.compile(
    rf"\b(?P<place>{ORDINAL})\s(?:{_MARK})\s(?:after|following|from|since)\b|"
    rf"\b(?:after|past|by|seen|sees|until|till|on|at)\s(?:its|their)\s(?P<own>{ORDINAL})\s(?:{_MARK})\b",
    _I,
)
_CUES = telling_words(form for mark in _MARKS for form in (mark, f"{mark}s", f"{mark}es"))


def find_yearly_marks(text: str) -> Iterator[Span[float]]:
    """Yield how many years with the places."""
    if words_in(text).isdisjoint(_CUES):
        return
    for found in _MANY.finditer(text):
        many = 2.0 if "couple" in found["number"].lower() else read_number(found["number"])
        if many and (found["before"] or found["after"]):
            yield Span(found.start(), found.end(), many)
    for found in _NTH.finditer(text):
        yield Span(found.start(), found.end(), read_ordinal(found["place"] or found["own"]))
