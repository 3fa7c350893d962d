"""Two amounts, shares or numbers for one rule.

What it does: compares money, percentages and counts that two statements give for the same thing.
Why it matters: one of the two figures is wrong for every case between them.
"""

from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.wording import figures_message
from policycheck.domain.findings import ConflictType
from policycheck.matching.parts import Part


def quantity(pair: Pair) -> Objection | None:
    """Return the objection, or None where the two can stand together."""
    difference = pair.clashing(Part.QUANTITY)
    if difference is None:
        return None
    return Objection(
        type=ConflictType.QUANTITY,
        message=figures_message(pair, difference, "figures"),
        a_words=difference.source,
        b_words=difference.policy,
    )
