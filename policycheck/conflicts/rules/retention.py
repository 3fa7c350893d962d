"""Two retention periods for one kind of record.

What it does: compares how long two statements say that the same records are kept.
Why it matters: a record destroyed under the shorter rule cannot be brought back; one kept too long may be unlawful.
"""

from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.wording import figures_message
from policycheck.domain.findings import ConflictType
from policycheck.matching.parts import Part


def retention(pair: Pair) -> Objection | None:
    """Return the objection, or None where the two can stand together."""
    difference = pair.clashing(Part.RETENTION)
    if difference is None:
        return None
    return Objection(
        type=ConflictType.RETENTION,
        message=figures_message(pair, difference, "retention periods"),
        a_words=difference.source,
        b_words=difference.policy,
    )
