"""Two time limits for one act.

What it does: compares the time limits of two statements of the same act across units;
against a source only a longer limit counts.
Why it matters: whoever follows the later date breaks the earlier one, and cannot know which is right.
"""

from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.wording import figures_message
from policycheck.domain.findings import ConflictType
from policycheck.matching.parts import Part


def deadline(pair: Pair) -> Objection | None:
    """Return the objection, or None where the two can stand together."""
    difference = pair.clashing(Part.DEADLINE)
    if difference is None:
        return None
    return Objection(
        type=ConflictType.DEADLINE,
        message=figures_message(pair, difference, "time limits"),
        a_words=difference.source,
        b_words=difference.policy,
    )
