"""Two people for one task.

What it does: finds two of the organisation's own statements that give the same act to different people.
Why it matters: each leaves it to the other, and nobody does it.
"""

from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.wording import holders_message
from policycheck.domain.findings import ConflictType
from policycheck.matching.parts import Part, Standing


def duty_holder(pair: Pair) -> Objection | None:
    """Return the objection, or None; against a source another person is a gap, not a contradiction."""
    if pair.against_source or pair.a.reading is None or pair.b.reading is None:
        return None
    if not (pair.a.reading.modality.binds and pair.b.reading.modality.binds):
        return None
    for difference in pair.differences:
        if difference.part is Part.DUTY_HOLDER and difference.standing is Standing.OTHER:
            return Objection(
                type=ConflictType.DUTY_HOLDER,
                message=holders_message(pair, difference),
                a_words=difference.source,
                b_words=difference.policy,
            )
    return None
