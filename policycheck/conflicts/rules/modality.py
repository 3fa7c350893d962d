"""One side requires or permits what the other forbids.

What it does: finds a prohibition on one side and a duty, a permission or a plain statement of the same act on the other.
Why it matters: staff who rely on the permission, or do the duty, do what the other text forbids.
"""

from policycheck.conflicts.guards import gives_others_a_right, speak_of_one_thing
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.wording import opposites_message
from policycheck.domain.findings import ConflictType
from policycheck.domain.obligations import Modality
from policycheck.matching.parts import Difference, Part, Standing, forbids


def modality(pair: Pair) -> Objection | None:
    """Return the objection, or None where both forbid or neither does."""
    if pair.a.said is None or pair.b.said is None or forbids(pair.a.said) == forbids(pair.b.said):
        return None
    if pair.against_source and pair.a.said.modality is Modality.PERMISSION:
        return None  # a policy may forbid what the law only allows
    for difference in pair.differences:
        if difference.part is Part.MODALITY:
            return _objection(pair, difference)
    return None


def _objection(pair: Pair, difference: Difference) -> Objection:
    plainly = (
        difference.standing is Standing.OPPOSITE
        and speak_of_one_thing(pair.a, pair.b)
        and not gives_others_a_right(pair.a, pair.b)
    )
    return Objection(
        type=ConflictType.MODALITY,
        message=opposites_message(pair, difference),
        a_words=difference.source,
        b_words=difference.policy,
        loosely=not plainly,
    )
