"""Things that a duty joins in running prose, "the police and the coastguard", of which a policy names only some.

A policy that says all of it in its own words joins as many things as the source; one that names the police and joins
nothing to it has left the coastguard out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from policycheck.alignment.answers import Answer
from policycheck.alignment.wordings import spoken
from policycheck.domain.obligations import Obligation
from policycheck.lexicon.data import load
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement
from policycheck.matching.parts import forbids

Words = frozenset[str]

_TOKEN = re.compile(r"[A-Za-z]+(?:[-'’][A-Za-z]+)*|\d[\d,.]*|[^\sA-Za-z\d]")
_TAKING_IN = frozenset(("every", "each", "any", "all", "who", "which", "that", "whose"))
_JOINING = frozenset(("and", "or", "nor"))
# A conjunct is no longer than so many words of substance.
_LONGEST = 4
# So near to a word a joining word joins something to it.
_NEAR = 5
# "Every refusal or revocation" takes in both; so far back such a word is looked for.
_REACH = 8


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things that a text joins, by "and" or by "or", as written; `place` is where the joining word stands."""

    left: str
    right: str
    by: str
    place: int


def pairs_in(text: str) -> list[Pair]:
    """Return the things joined in a text, each with its neighbour; "a, b or c" joins a to b and b to c."""
    tokens = [(found[0], found.start(), found.end()) for found in _TOKEN.finditer(text)]
    found: list[Pair] = []
    for i, (token, start, _) in enumerate(tokens):
        if token.lower() not in _JOINING:
            continue
        right = _after(text, tokens, i + 1)
        place = i
        while True:
            left, begins = _before(text, tokens, place - 1)
            if not left or not right:
                break
            found.append(Pair(left, right, token.lower(), start))
            if begins < 1 or tokens[begins - 1][0] != ",":
                break
            right, place = left, begins - 1
    return found


def _after(text: str, tokens: Sequence[tuple[str, int, int]], first: int) -> str:
    words, last = 0, -1
    for i in range(first, len(tokens)):
        low = tokens[i][0].lower()
        if not low[0].isalnum() or low in _JOINING or low in _ends() or (words and low in _breaks()):
            break
        words += bool(content_words(low))
        last = i
        if words == _LONGEST:
            break
    return text[tokens[first][1] : tokens[last][2]] if words else ""


def _before(text: str, tokens: Sequence[tuple[str, int, int]], last: int) -> tuple[str, int]:
    """Return what ends at a token, and the token it begins at."""
    if last >= 0 and tokens[last][0] == ",":
        last -= 1
    words, first = 0, last + 1
    for i in range(last, -1, -1):
        low = tokens[i][0].lower()
        if not low[0].isalnum() or low in _JOINING or low in _ends() or low in _breaks():
            break
        words += bool(content_words(low))
        first = i
        if words == _LONGEST:
            break
    return (text[tokens[first][1] : tokens[last][2]], first) if words else ("", first)


def halves_lost(source: Statement, answers: Sequence[Answer]) -> list[str]:
    """Return the things that no answer names though one names what the source joins them to.

    An answer that joins something else to it may well name the other in its own words.
    """
    assert source.reading is not None  # noqa: S101 - obligations have readings
    if source.is_row or len(source.reading.items) > 1:
        return []
    beside = frozenset(content_words(source.reading.duty_holder)) | _anybody()
    present = frozenset(w for a in answers for w in (*a.statement.words, *content_words(a.statement.text)))
    sides = [(_words(pair.left), _words(pair.right)) for pair in pairs_in(source.text)]
    joined = [*sides, *((right, left) for left, right in sides)]
    lost: dict[str, None] = {}
    for pair in pairs_in(source.text):
        if pair.by != "and" and not _takes_both(source.reading, pair):
            continue
        left, right = (_words(one) - beside for one in (pair.left, pair.right))
        left, right = left - right, right - left
        for named, gone, written in ((left, right, pair.right), (right, left, pair.left)):
            if not named or not gone or gone & present or not named <= present:
                continue
            if not any(_joins_another(spoken(a.statement), named, joined) for a in answers):
                lost.setdefault(written)
    return list(lost)


def _joins_another(text: str, named: frozenset[str], joined: Sequence[tuple[Words, Words]]) -> bool:
    """Tell whether a text joins to a thing another than the source does: "the fire and rescue service" joins none."""
    said = [
        (
            p.place,
            _is_one_kind(p, named) or any(_words(p.left) & a and _words(p.right) <= b for a, b in joined),
        )
        for p in pairs_in(text)
    ]
    known = {place for place, is_known in said if is_known} - {
        place for place, is_known in said if not is_known
    }
    tokens = [(found[0], found.start()) for found in _TOKEN.finditer(text)]
    joining = [
        i for i, (token, start) in enumerate(tokens) if token.lower() in _JOINING and start not in known
    ]
    return any(
        abs(i - j) <= _NEAR
        for i, (token, _) in enumerate(tokens)
        if token[0].isalpha() and not named.isdisjoint(content_words(token))
        for j in joining
    )


def _is_one_kind(pair: Pair, named: Words) -> bool:
    """Tell whether a text joins two kinds of the thing itself: "sea boats and river boats"."""
    return named <= _words(pair.left) & _words(pair.right)


def _takes_both(reading: Obligation, pair: Pair) -> bool:
    """Tell whether "or" means both: in a ban, of the cases that a duty is for, after "every"."""
    if forbids(reading) or pair.place < reading.signal_start:
        return True
    before = reading.text[: pair.place].lower().split()
    return any(word in _TAKING_IN for word in before[-_REACH:])


def _words(text: str) -> Words:
    return frozenset(content_words(text))


@cache
def _ends() -> frozenset[str]:
    return frozenset(load("wordings")["ending_a_thing"])


@cache
def _breaks() -> frozenset[str]:
    return frozenset(load("wordings")["breaking_a_thing"])


@cache
def _anybody() -> frozenset[str]:
    return frozenset(content_words(" ".join(load("meanings")["anybody"])))
