"""Numbers told without a number: "a single referee", "both keys", "a pair of nurses", "a dozen", "a second warning"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policycheck.domain.obligations import Comparator
from policycheck.lexicon.counted import counted_thing
from policycheck.lexicon.data import load
from policycheck.obligations.cues import words_in
from policycheck.obligations.figures.numbers import NUMBER, ORDINAL, read_number, read_ordinal
from policycheck.obligations.spans import Span
from policycheck.obligations.vocabulary import word_set

_I = re.IGNORECASE
_WORDS: dict[str, float] = {
    word: value for value, words in ((1.0, "one"), (2.0, "two"), (12.0, "dozen"), (6.0, "half_dozen"))
    for word in load("few")["words"][words]
}  # fmt: skip
_FEW = re.compile(
    rf"\b(?P<word>{'|'.join(re.escape(word) for word in sorted(_WORDS, key=len, reverse=True))})(?=\s)", _I
)
_NOUN = re.compile(
    r"(?:\sof)?(?:\s(?:the|their|your|his|her|its|our|these|those))?(?P<words>(?:\s[A-Za-z][\w’'-]*){1,4})"
)
_EVENT = re.compile(
    rf"\b(?:after|on|upon|at|following|from|until|before|with)\s(?:an?|the|their|his|her|your|its|any)\s(?P<place>{ORDINAL})\s"
    r"(?P<noun>[a-z][\w’'-]*)(?:\s(?P<next>[a-z][\w’'-]*))?",
    _I,
)
# "Time or limit: Three", "Number: 3 for each applicant": the whole of a cell, or the number of a rate.
_CELL = re.compile(
    rf"(?::|\|)\s(?:(?P<least>at\sleast|minimum(?:\sof)?)\s|(?P<most>up\sto|at\smost|no\smore\sthan|maximum(?:\sof)?)\s)?(?P<number>{NUMBER})"
    r"(?:\s(?:for|per|to)\s(?:each|every|an?)\s[a-z]+|\s(?:in\swriting|on\sfile|each|are|is|in\sall|altogether)\b)?(?=\s?(?:[;|.,(]|$|\sare\b|\sis\b|\sin\b|\son\b))",
    _I,
)
# "How many: a couple", "Copies: both", "Number: none"
_WORD_CELL = re.compile(
    r"(?::|\|)\s(?:(?P<least>at\sleast|minimum(?:\sof)?)\s|(?P<most>up\sto|at\smost|no\smore\sthan|maximum(?:\sof)?)\s)?"
    r"(?P<word>a\scouple|a\spair|both|a\ssingle\sone|just\sthe\sone|the\sone|nil|zero)(?=\s?(?:[;|.,(]|$))",
    _I,
)
_HOW_MANY = re.compile(
    r"\b(?:how\smany|number|numbers|count|copies|qty|quantity|no|total|amount|places)\b[^:|;]*$", _I
)
_BY = re.compile(r"\bby\s$", _I)
_ENDS_NOUN = word_set("ends_noun", "grammar")
_TIMES = frozenset(load("few")["words"]["no_events"])
_PERSONS = ("person", "party")  # a second one is no event, a single one is one all the same


@dataclass(frozen=True, slots=True)
class Few:
    """How many of what ("" where the words do not say), with the bound where the words hold it."""

    many: float
    noun: str
    bound: Comparator | None = None


def find_few(text: str) -> Iterator[Span[Few]]:
    """Yield numbers told by other words than numbers, and the bare numbers of table cells, with their places."""
    lower = words_in(text)
    if not _CUES.isdisjoint(lower):
        yield from _named(text)
    if not lower.isdisjoint(("after", "on", "upon", "at", "following", "from", "until", "before", "with")):
        yield from _events(text)
    if ": " in text or "| " in text:
        yield from _cells(text)
        yield from _word_cells(text)


def _named(text: str) -> Iterator[Span[Few]]:
    for found in _FEW.finditer(text):
        noun = _noun(text, found.end())
        if noun:
            # Who acts alone is one person, whatever the office.
            alone = _BY.search(text[max(0, found.start() - 4) : found.start()]) is not None
            many = _WORDS[found["word"].lower()]
            yield Span(found.start(), found.end(), Few(many, "person" if alone and many == 1 else noun))


# "The clerk and one other officer" are two; "three nurses and one other" are more.
_ONE_AND = re.compile(
    r"\b(?:the|an?|each|every|our|your)\s(?:[\w’'-]+\s){0,3}?[\w’'-]*[^s\s]\s(?:and|plus)\s(?:at\sleast\s)?$",
    _I,
)
_ANOTHER = re.compile(r"\s(?:other|more|further)\b", _I)


def with_another(text: str, match: re.Match[str], value: float) -> float:
    """Return a number told at a place, 2 where it is a "one" counted on from one who is named before it."""
    start, end = match.span()
    counted_on = _ANOTHER.match(text, end) and _ONE_AND.search(text[max(0, start - 60) : start])
    return 2.0 if value == 1 and counted_on else value


def _noun(text: str, place: int) -> str:
    found = _NOUN.match(text, place)
    kept: list[str] = []
    for word in found["words"].split() if found else ():
        low = word.lower()
        if low in _TIMES and low not in _PERSONS:
            return ""
        if low in _ENDS_NOUN:
            break
        kept.append(low)
    return next((thing for thing in map(counted_thing, reversed(kept)) if thing), "")


def _events(text: str) -> Iterator[Span[Few]]:
    for found in _EVENT.finditer(text):
        place = read_ordinal(found["place"])
        words = [word for word in (found["noun"], found["next"]) if word]
        if place < 2 or not _TIMES.isdisjoint(word.lower() for word in words):
            continue
        noun = counted_thing(found["noun"])
        if noun:
            yield Span(found.start("place"), found.end("noun"), Few(place, noun))


def _cells(text: str) -> Iterator[Span[Few]]:
    for found in _CELL.finditer(text):
        value = read_number(found["number"])
        if value is None or value > _MOST_IN_A_CELL:
            continue
        bound = Comparator.AT_LEAST if found["least"] else Comparator.AT_MOST if found["most"] else None
        yield Span(found.start("number"), found.end("number"), Few(value, "", bound))


def _word_cells(text: str) -> Iterator[Span[Few]]:
    for found in _WORD_CELL.finditer(text):
        if _HOW_MANY.search(text[: found.start()]):
            word = found["word"].lower()
            many = 0.0 if word in ("nil", "zero") else 1.0 if word.endswith("one") else 2.0
            bound = Comparator.AT_LEAST if found["least"] else Comparator.AT_MOST if found["most"] else None
            yield Span(found.start("word"), found.end("word"), Few(many, "", bound))


_MOST_IN_A_CELL = 1000  # a larger one may be a year or a reference
_CUES = frozenset(word for phrase in _WORDS for word in phrase.split())
