"""Which of the limits of a duty a policy's limit answers, where the duty asks several things."""

import re
from dataclasses import replace

from policycheck.domain.comparison import Relation, compare_limits
from policycheck.domain.obligations import Obligation, TimeLimit
from policycheck.lexicon.words import content_words

_THINGS_DONE = re.compile(r"[,;:]|\b(?:and|then)\b", re.IGNORECASE)


def answers_another(limit: TimeLimit, theirs: TimeLimit, source: Obligation, policy: Obligation) -> bool:
    """Tell whether a policy's limit is that of another thing which the duty asks: "checked weekly, and its battery
    replaced yearly". It equals the other limit, and its words are nearer to the words by that."""
    others = [
        other
        for other in source.time_limits
        if other is not limit and compare_limits(other, replace(theirs, kind=other.kind)) is Relation.EQUAL
    ]
    if not others or compare_limits(limit, replace(theirs, kind=limit.kind)) is Relation.EQUAL:
        return False
    said = frozenset(content_words(_beside(theirs.text, policy.text)))

    def nearness(one: TimeLimit) -> float:
        words = frozenset(content_words(_beside(one.text, source.text)))
        return len(words & said) / len(words) if words else 0.0

    return max(map(nearness, others)) > nearness(limit)


def _beside(words: str, text: str) -> str:
    """Return the part of a text, between its commas and conjunctions, in which some words stand."""
    return next((piece for piece in _THINGS_DONE.split(text) if words in piece), text)
