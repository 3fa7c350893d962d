"""The verdict over the whole library: the best over its policies."""

from collections.abc import Sequence
from dataclasses import replace

from policycheck.domain.alignments import LIBRARY, Alignment, Verdict

# Best first, as the judgement rules order them.
ORDER = (Verdict.COVERED, Verdict.PARTIAL, Verdict.CONFLICT, Verdict.MISSING)


# A policy that is not meant to meet a source breaks it, or meets it in part, by a clause likelier of the act than not.
_LIKELY = 0.5


def library_verdict(over_policies: Sequence[Alignment]) -> Alignment:
    """Return the library's alignment of one obligation from its alignments with each policy (at least one).

    A policy in scope goes before one that is not where both say the same; then the surer one. What a policy out of
    scope does in part or against it, by a clause that is hardly of the act, only makes a gap less sure.
    """
    speaking = [a for a in over_policies if a.in_scope or not _is_hardly_of_the_act(a)]
    best = min(
        speaking or over_policies, key=lambda a: (ORDER.index(a.verdict), not a.in_scope, -a.confidence)
    )
    confidence = best.confidence
    if best.verdict is Verdict.MISSING:
        # Missing everywhere is as sure as the policy that comes nearest to answering.
        confidence = round(min(map(_missing, over_policies)), 3)
        best = min(speaking, key=lambda a: (not a.in_scope, a.confidence))
    return replace(
        best, policy=LIBRARY, confidence=confidence, in_scope=any(a.in_scope for a in over_policies)
    )


def _missing(one: Alignment) -> float:
    return one.confidence if one.verdict is Verdict.MISSING else 1.0 - one.confidence


def _is_hardly_of_the_act(one: Alignment) -> bool:
    return one.verdict in (Verdict.PARTIAL, Verdict.CONFLICT) and all(e.score < _LIKELY for e in one.evidence)
