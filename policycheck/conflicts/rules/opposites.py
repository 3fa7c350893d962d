"""The two sides say opposites of one thing.

What it does: finds a word on one side and its antonym on the other ("keep" and "destroy", "locked" and "open"), both
denied or neither, where the two speak of a thing by the same words besides.
Why it matters: both cannot be done to the same thing.
"""

from functools import cache, lru_cache

from policycheck.conflicts.contrary import said_by, spoken
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.shared import all_families, share
from policycheck.conflicts.wording import antonyms_message
from policycheck.domain.findings import ConflictType
from policycheck.lexicon.data import load
from policycheck.lexicon.families import families
from policycheck.lexicon.words import canonical, stem
from policycheck.matching import Statement


def opposites(pair: Pair) -> Objection | None:
    """Return the objection, or None where no two opposites are said of one thing."""
    if bool(said_by(pair.a, "denying")) != bool(said_by(pair.b, "denying")):
        return None
    ours, theirs = _stems(pair.a), _stems(pair.b)
    for one, other in _pairs():
        for first, second in ((one, other), (other, one)):
            a, b = first & ours.keys(), second & theirs.keys()
            if not (a and b) or first & theirs.keys() or second & ours.keys():
                continue
            besides = families(map(canonical, (*a, *b)))
            met = share(all_families(pair.a) - besides, all_families(pair.b) - besides)
            if not met:
                return None
            a_words, b_words = ours[min(a)], theirs[min(b)]
            return Objection(
                type=ConflictType.MODALITY,
                message=antonyms_message(pair, a_words, b_words),
                a_words=a_words,
                b_words=b_words,
                loosely=True,
                by="opposites",
                met=met,
            )
    return None


@lru_cache(maxsize=8192)
def _stems(statement: Statement) -> dict[str, str]:
    """Map the stems of a statement's words to the words as written."""
    return {stem(word): word for word in spoken(statement).lower().replace("’", "'").translate(_CUT).split()}


_CUT = str.maketrans(dict.fromkeys(".,;:!?()[]“”\"|•", " "))


@cache
def _pairs() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    made = ((frozenset(map(stem, one.split())), frozenset(map(stem, other.split()))) for one, other in load("opposites")["pairs"])
    return tuple(made)
