"""One side says that nobody can be made to do a thing; the other asks for it all the same.

What it does: finds that a text frees people of something ("shall not be required to", "no fee is payable") and that the
other asks of them what it names ("must", "not an option", "cannot ... until").
Why it matters: whoever does what the second asks gives up a right; nobody told them that they need not.
"""

import re
from functools import cache, lru_cache

from policycheck.conflicts.acts import Stance, stance_of
from policycheck.conflicts.contrary import is_in_a_case, spoken
from policycheck.conflicts.drift import drift_objection
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.shared import LIKELY, part_met
from policycheck.conflicts.wording import asked_message
from policycheck.lexicon.data import load
from policycheck.lexicon.phrases import patterns_of
from policycheck.matching import Statement

_MET = 0.25


def asked_of_the_free(pair: Pair) -> Objection | None:
    """Return the objection, or None where nothing is asked that the other side frees people of."""
    words = pair.told_by_either(_found)
    if words is None or not (part_met(pair.a, pair.b) >= _MET or pair.probability >= LIKELY):
        return None
    return drift_objection(pair, words, by="asked_of_the_free", message=asked_message)


def _found(frees: Statement, asks: Statement) -> tuple[str, str] | None:
    """Return the words that free people of a thing, and those that ask for it."""
    free = freed_by(frees)
    if not free or asks.said is None or stance_of(asks.said) is Stance.LEAVES or freed_by(asks):
        return None
    asked = _asked(asks)
    return (free, asked) if asked else None


@lru_cache(maxsize=8192)
def freed_by(statement: Statement) -> str:
    """Return the words by which a statement frees people of something, "" where it does not."""
    text = spoken(statement)
    found = patterns_of("rights", "free").search(text)
    if found is None or is_in_a_case(text[: found.start()]):
        return ""
    who = re.findall(r"[a-z]+", text[: found.start()].lower())
    return "" if not _bodies().isdisjoint(who[:_SUBJECT]) else found[0]


_SUBJECT = 4  # words at the beginning, among which whoever need not do it is named


@cache
def _bodies() -> frozenset[str]:
    return frozenset(load("rights")["bodies"])


@lru_cache(maxsize=8192)
def _asked(statement: Statement) -> str:
    text = spoken(statement)
    for found in patterns_of("rights", "asked").finditer(text):
        if not is_in_a_case(text[: found.start()]):
            return found[0]
    return ""
