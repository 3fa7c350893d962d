"""Things that a duty joins in running prose, "the police and the coastguard", of which a policy names only some.

A policy that says all of it in its own words joins as many things as the source; one that names the police and joins
nothing to it has left the coastguard out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from policycheck.alignment.answers import Answer
from policycheck.alignment.wordings import spoken
from policycheck.domain.obligations import Obligation
from policycheck.lexicon.data import load
from policycheck.lexicon.verbs import bases, noun_like
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement
from policycheck.matching.forbidding import forbids

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
    """Two things that a text joins, by "and" or by "or", as written; `place` is where the joining word stands.

    `of_acts` where the right one is an act of its own: "pay the claim of the owner, and inform the board" joins nothing
    to the owner.
    """

    left: str
    right: str
    by: str
    place: int
    of_acts: bool = False


def pairs_in(text: str) -> list[Pair]:
    """Return the things joined in a text, each with its neighbour; "a, b or c" joins a to b and b to c."""
    tokens = [(found[0], found.start(), found.end()) for found in _TOKEN.finditer(text)]
    found: list[Pair] = []
    for i, (token, start, _) in enumerate(tokens):
        if token.lower() not in _JOINING:
            continue
        right = _after(text, tokens, i + 1)
        is_act = _is_bare_verb(tokens, i + 1)
        place = i
        while True:
            left, begins = _before(text, tokens, place - 1)
            before = _over_determiners(tokens, begins - 1)
            if not left or not right or (before >= 0 and tokens[before][0].lower() == "between"):
                break
            of_acts = is_act and place == i and not _is_verb(left.split()[-1])
            if of_acts:
                right = _after(text, tokens, i + 1, through=_determiners())
            found.append(Pair(left, right, token.lower(), start, of_acts))
            if before < 0 or tokens[before][0] != "," or _ends_an_opening(tokens, before):
                break
            right, place = left, before
    return found


def _over_determiners(tokens: Sequence[tuple[str, int, int]], last: int) -> int:
    """Return the place of the token before "the" or "any"."""
    while last >= 0 and tokens[last][0].lower() in _determiners():
        last -= 1
    return last


def _ends_an_opening(tokens: Sequence[tuple[str, int, int]], comma: int) -> bool:
    """Tell whether a comma is the first of a sentence that opens with a case or a time: "Before it is shut, owners and"
    joins two things and not three."""
    marks = [i for i in range(comma) if tokens[i][0] in ".;:—•"]
    first = marks[-1] + 1 if marks else 0
    opener = tokens[first][0].lower()
    return (opener in _ends() or opener in _breaks() - _determiners()) and all(
        tokens[i][0] != "," for i in range(first, comma)
    )


def _is_bare_verb(tokens: Sequence[tuple[str, int, int]], place: int) -> bool:
    """Tell whether a verb stands there with its object: "inform the board", "tell owners", and not "report forms"."""
    words = [token[0].lower() for token in tokens[place : place + 2]]
    if len(words) < 2 or not _is_verb(words[0]):
        return False
    if words[1] in _objects():
        return True
    is_word = words[1][0].isalpha() and words[1] not in _JOINING | _ends() | _breaks()
    return is_word and words[0] not in noun_like()


def _is_verb(word: str) -> bool:
    return word.lower() in bases()


def _after(
    text: str, tokens: Sequence[tuple[str, int, int]], first: int, through: Words = frozenset()
) -> str:
    """Return what begins at a token, as far as a word that ends a thing, but for some words that it goes through."""
    words, last = 0, -1
    for i in range(first, len(tokens)):
        low = tokens[i][0].lower()
        if not low[0].isalnum() or low in _JOINING or low in _ends():
            break
        if words and low in _breaks() and low not in through:
            break
        if content_words(low):
            words, last = words + 1, i
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
    pairs = pairs_in(source.text)
    joined = [
        (_words(one), _words(other))
        for together in _chains(pairs)
        for one, other in product(together, together)
        if one != other
    ]
    lost: dict[str, None] = {}
    for pair in pairs:
        if pair.by != "and" and not _takes_both(source.reading, pair):
            continue
        left, right = (_words(one) - beside for one in (pair.left, pair.right))
        left, right = left - right, right - left
        ways = ((left, right, pair.right), (right, left, pair.left))
        for named, gone, written in ways[:1] if pair.of_acts else ways:
            if not named or not gone or not named <= present:
                continue
            # What the duty says elsewhere too does not name it: "the award" is not "the date of the award".
            if (gone - _words(source.text.replace(written, " ", 1)) or gone) & present:
                continue
            if not any(_joins_another(spoken(a.statement), named, joined) for a in answers):
                lost.setdefault(written)
    return list(lost)


def _chains(pairs: Sequence[Pair]) -> list[list[str]]:
    """Return what each joining word joins: all three of "a, b and c"."""
    chains: dict[int, dict[str, None]] = {}
    for pair in pairs:
        chains.setdefault(pair.place, {}).update({pair.left: None, pair.right: None})
    return [list(chain) for chain in chains.values()]


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


@cache
def _determiners() -> frozenset[str]:
    return _TAKING_IN & _breaks() | frozenset(load("wordings")["determiners"])


@cache
def _objects() -> frozenset[str]:
    return frozenset(load("grammar")["grammar"]["strict_after_imperative"])
