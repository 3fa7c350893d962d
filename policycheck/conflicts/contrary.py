"""Two ways of doing a thing of which each shuts out the other: locked and open, in writing and by word of mouth."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from policycheck.lexicon.data import load
from policycheck.lexicon.words import content_words, stem
from policycheck.matching import Statement
from policycheck.matching.parts import forbids

# A denial reaches this many words on: "not to be kept locked".
_REACH = 4
_OPENING = ("no ", "nobody ", "never ", "neither ", "none ")
_WORD = re.compile(r"[a-z]+|[,;:.]")
_STOP = re.compile(r"[,;:.]")
_NOT = re.compile(r"n['’]t\b")
_GAP = r"(?:\w+ ){0,3}?"


@dataclass(frozen=True, slots=True)
class Mark:
    """A word of one statement that says which of two ways: `pair` by number, `way` 1 or -1, `denied` by a "not"."""

    pair: int
    way: int
    denied: bool
    written: str


@dataclass(frozen=True, slots=True)
class Contrary:
    """The words of two statements that cannot both hold, and how many other words these share."""

    a: Mark
    b: Mark
    shared: int

    @property
    def denied(self) -> bool:
        """Tell whether one side only denies the other's word, and has none of its own."""
        return self.a.denied or self.b.denied


def contrary(a: Statement, b: Statement) -> Contrary | None:
    """Return the words by which two statements are contrary, None where they are not."""
    ours, theirs = _plain(marks_of(a)), _plain(marks_of(b))
    found = [
        Contrary(ours[pair], theirs[pair], _shared(a, b, pair))
        for pair in ours.keys() & theirs.keys()
        if ours[pair].way != theirs[pair].way and not (ours[pair].denied and theirs[pair].denied)
        if ours[pair].denied == theirs[pair].denied or not (_goes_so_far(a) or _goes_so_far(b))
    ]
    return max(found, key=lambda one: (not one.denied, one.shared), default=None)


def _goes_so_far(statement: Statement) -> bool:
    """Tell whether a statement has a bound or an end: "no gift worth more than", "not until"."""
    said = statement.said
    return bool(statement.figures or (said is not None and (said.exceptions or said.time_limits)))


@lru_cache(maxsize=8192)
def marks_of(statement: Statement) -> tuple[Mark, ...]:
    """Return the words of a statement that say which way, those of its conditions and exceptions left out."""
    told, how_far = _split_cases(statement)
    if _bans(statement):
        told_not = (replace(mark, way=-mark.way, denied=True) for mark in _found(told, after=_done()))
        return (*told_not, *(mark for part in how_far for mark in _found(part)))
    return tuple(mark for part in (told, *how_far) for mark in _found(part))


def _found(said: str, *, after: frozenset[str] = frozenset()) -> Iterator[Mark]:
    """Yield the marks in what is said; those that stand right after certain words where these are given."""
    text = " ".join(_stems(said)) + " "
    for number, sides in enumerate(_pairs()):
        for way, side in zip((1, -1), sides, strict=True):
            for match in side.finditer(text):
                before = _STOP.split(text[: match.start()])[-1].split()[-_REACH:]
                denied = not after and not _denying().isdisjoint(before)
                if not after or not after.isdisjoint(before):
                    yield Mark(number, -way if denied else way, denied, match[0].strip())


def _bans(statement: Statement) -> bool:
    if statement.text.lower().startswith(_OPENING):
        return True
    return statement.reading is not None and forbids(statement.reading)


def _plain(marks: tuple[Mark, ...]) -> dict[int, Mark]:
    """Return the mark of each pair; a statement that speaks of both ways says neither."""
    by_pair: dict[int, Mark] = {}
    both = set()
    for mark in marks:
        known = by_pair.setdefault(mark.pair, mark)
        if known.way != mark.way:
            both.add(mark.pair)
    return {pair: mark for pair, mark in by_pair.items() if pair not in both}


def _split_cases(statement: Statement) -> tuple[str, tuple[str, ...]]:
    """Return what a statement says without its cases, and those that say how far it goes: "until it is signed"."""
    text, how_far = statement.text, []
    if statement.said is not None:
        for case in (*statement.said.conditions, *statement.said.exceptions):
            text = text.replace(case, " ")
            if case.lower().startswith(("before", "until", "without", "unless")):
                how_far.append(case)
    return text, tuple(how_far)


def _stems(text: str) -> list[str]:
    return [
        stem(word) if word.isalpha() else word
        for word in _WORD.findall(_NOT.sub(" not", text.lower().replace("-", " ")))
    ]


@cache
def _pairs() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((_any_of(one), _any_of(other)) for one, other in load("antonyms")["pairs"])


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    written = sorted(("".join(_written(phrase)) for phrase in phrases), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(written)})")


def _written(phrase: str) -> list[str]:
    return [_GAP if word == "*" else f"{_stems(word)[0]} " for word in phrase.replace("-", " ").split()]


@cache
def _denying() -> frozenset[str]:
    return frozenset(stem(word) for word in load("antonyms")["denying"])


@cache
def _done() -> frozenset[str]:
    """Return the words after which a ban says what is not done."""
    return frozenset(stem(word) for word in load("antonyms")["done"])


def _shared(a: Statement, b: Statement, pair: int) -> int:
    said = {
        word for side in load("antonyms")["pairs"][pair] for phrase in side for word in content_words(phrase)
    }
    return len(a.words & b.words - said)
