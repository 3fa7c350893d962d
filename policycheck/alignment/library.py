"""The verdict over the whole library: the best over its policies."""

from collections.abc import Sequence
from dataclasses import replace

from policycheck.domain.alignments import LIBRARY, Alignment, Verdict

# Best first, as the judgement rules order them.
ORDER = (Verdict.COVERED, Verdict.PARTIAL, Verdict.CONFLICT, Verdict.MISSING)


def library_verdict(over_policies: Sequence[Alignment]) -> Alignment:
    """Return the library's alignment of one obligation from its alignments with each policy (at least one).

    A policy in scope goes before one that is not where both say the same; then the surer one.
    """
    best = min(over_policies, key=lambda a: (ORDER.index(a.verdict), not a.in_scope, -a.confidence))
    confidence = best.confidence
    if best.verdict is Verdict.MISSING:
        # Missing everywhere is as sure as the policy that comes nearest to answering.
        confidence = min(a.confidence for a in over_policies)
        best = min(over_policies, key=lambda a: (not a.in_scope, a.confidence))
    return replace(
        best, policy=LIBRARY, confidence=confidence, in_scope=any(a.in_scope for a in over_policies)
    )
