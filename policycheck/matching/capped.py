"""What a policy does up to a figure where its source asks for that figure at the least: "up to six years"."""

import re

from policycheck.domain.comparison import Relation
from policycheck.domain.obligations import (
    Comparator,
    LimitKind,
    Modality,
    Obligation,
    Threshold,
    ThresholdKind,
    TimeLimit,
)
from policycheck.lexicon.data import load

_UP_TO = re.compile(r"\bup\sto\b", re.IGNORECASE)
# A cell that says "72 hours" caps nothing, whatever its column makes of it.
_MOST = re.compile(r"\bup\sto\b|\bthan\b|\bmost\b|\bmaximum\b|\bexceed|\blimited\b|\bwithin\b", re.IGNORECASE)
# "Under £500" says which cases are meant.
_UNDER = re.compile(rf"(?:{'|'.join(load('bounds')['fewer'])})\b", re.IGNORECASE)
# "A lift that holds up to eight" takes them all.
_HOLDS = re.compile(
    rf"\b(?:{'|'.join(load('bounds')['holding'])})[a-z]*:?(?:\s[\w’'-]+){{0,4}}?\s$", re.IGNORECASE
)
# "One quote for purchases of up to £500"
_OF_CASES = re.compile(
    r"\b(?:for|in|to|with|where|from)\s(?:an?\s|any\s|all\s|every\s)?[\w’'-]+\s(?:of|worth|costing)\s$",
    re.IGNORECASE,
)


def caps_limit(source: TimeLimit, policy: TimeLimit, reading: Obligation, relation: Relation) -> bool:
    """Tell whether a length that a source asks for at the least is the longest that its policy goes to."""
    capped = relation is Relation.EQUAL and _MOST.search(policy.text) is not None
    if not capped or reading.modality is Modality.PERMISSION:
        return False
    if source.kind is LimitKind.EVERY:  # "up to twice a year" is no oftener
        return (source.comparator, policy.comparator) == (Comparator.AT_MOST, Comparator.AT_LEAST)
    if source.kind is LimitKind.BEFORE and _UP_TO.search(policy.text) and policy.text[-1] not in "'’":
        return False  # who may book "up to two days before" has until then; "up to two days' notice" is less of it
    return (source.comparator, policy.comparator) == (Comparator.AT_LEAST, Comparator.AT_MOST)


def caps_figure(source: Threshold, policy: Threshold, reading: Obligation, relation: Relation) -> bool:
    """Tell whether an amount or a time of keeping that a source asks for at the least is the policy's most.

    What is kept "up to eight years" may go before the six that are asked for.
    """
    if (source.comparator, policy.comparator) != (Comparator.AT_LEAST, Comparator.AT_MOST):
        return False
    if source.kind is ThresholdKind.RETENTION:
        if relation is Relation.EQUAL:
            return _MOST.search(policy.text) is not None
        return _UP_TO.search(policy.text) is not None
    if reading.modality is Modality.PERMISSION or _UNDER.match(policy.text):
        return False
    before = reading.text.partition(policy.text)[0]
    return source.value == policy.value and not (_HOLDS.search(before) or _OF_CASES.search(before))
