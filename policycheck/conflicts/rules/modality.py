"""One side requires or permits what the other forbids.

What it does: finds a prohibition on one side and a duty or permission for the same act on the other.
Why it matters: staff who rely on the permission, or do the duty, do what the other text forbids.
"""

from policycheck.conflicts.guards import gives_others_a_right, speak_of_one_thing
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.wording import opposites_message
from policycheck.domain.findings import ConflictType
from policycheck.matching.parts import Part, Standing


def modality(pair: Pair) -> Objection | None:
    """Return the objection, or None where the two can stand together."""
    if not speak_of_one_thing(pair.a, pair.b) or gives_others_a_right(pair.a, pair.b):
        return None
    for difference in pair.differences:
        if difference.part is Part.MODALITY and difference.standing is Standing.OPPOSITE:
            return Objection(
                type=ConflictType.MODALITY,
                message=opposites_message(pair, difference),
                certainty=0.8,
                a_words=difference.source,
                b_words=difference.policy,
            )
    return None
