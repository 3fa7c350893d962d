"""Two time limits: whether they are of one kind and of one thing, and which is the shorter."""

import re
from dataclasses import replace

from policycheck.domain.comparison import Relation, compare_lengths, compare_limits
from policycheck.domain.obligations import Comparator, LimitKind, Obligation, TimeLimit
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


def is_same_kind(source: TimeLimit, policy: TimeLimit) -> bool:
    """A policy that does a thing after 14 days has done it within 14 days, where that is what is asked.

    Who leaves a thing undone for 14 days does it no sooner; who does it within them does it too soon.
    """
    if policy.kind is source.kind:
        return True
    if source.kind is LimitKind.AFTER and policy.kind is LimitKind.WITHIN:
        shared = same_trigger(source.trigger, policy.trigger)
        return opens(source) and bool(policy.trigger) and shared is not False
    return (source.kind, policy.kind) in (
        (LimitKind.WITHIN, LimitKind.AFTER),
        (LimitKind.AFTER, LimitKind.FOR),
    )


def opens(limit: TimeLimit) -> bool:
    """Tell "no sooner than ten days after" from "ten days after"."""
    return limit.kind is LimitKind.AFTER and limit.comparator is Comparator.AT_LEAST


def same_trigger(a: str, b: str) -> bool | None:
    """Tell whether two triggers share a word of substance; None where a side names none."""
    words_a, words_b = set(content_words(a)), set(content_words(b))
    if not words_a or not words_b:
        return None
    return bool(words_a & words_b)


def is_shorter(one: TimeLimit, other: TimeLimit) -> bool:
    """Tell whether one length is shorter than another, as far as they compare."""
    if one.value is None or one.unit is None or other.value is None or other.unit is None:
        return False
    lengths = (other.value, other.unit, other.working), (one.value, one.unit, one.working)
    return compare_lengths(*lengths) is Relation.STRICTER
