"""Two rhythms for one recurring act.

What it does: compares how often two statements say that the same act is done;
against a source only "less often" counts.
Why it matters: visits and reviews that follow the rarer rhythm are late by the other.
"""

from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.wording import figures_message
from policycheck.domain.findings import ConflictType
from policycheck.matching.parts import Part


def frequency(pair: Pair) -> Objection | None:
    """Return the objection, or None where the two can stand together."""
    difference = pair.clashing(Part.FREQUENCY)
    if difference is None:
        return None
    return Objection(
        type=ConflictType.FREQUENCY,
        message=figures_message(pair, difference, "frequencies"),
        a_words=difference.source,
        b_words=difference.policy,
    )
