"""Two ages for one rule.

What it does: compares the ages from which, or up to which, two statements say that the same rule holds.
Why it matters: people between the two ages are refused something they are entitled to, or get it by chance.
"""

from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.wording import figures_message
from policycheck.domain.findings import ConflictType
from policycheck.matching.parts import Part


def age(pair: Pair) -> Objection | None:
    """Return the objection, or None where the two can stand together."""
    difference = pair.clashing(Part.AGE)
    if difference is None:
        return None
    return Objection(
        type=ConflictType.AGE,
        message=figures_message(pair, difference, "ages"),
        a_words=difference.source,
        b_words=difference.policy,
    )
