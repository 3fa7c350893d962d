"""Two time limits for one act.

What it does: compares the time limits of two statements of the same act across units;
against a source only a longer limit counts. How long a thing is done is an amount.
Why it matters: whoever follows the later date breaks the earlier one, and cannot know which is right.
"""

from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.wording import figures_message
from policycheck.domain.findings import ConflictType
from policycheck.matching.cases import gives_time, lasts
from policycheck.matching.parts import Difference, Part


def deadline(pair: Pair) -> Objection | None:
    """Return the objection, or None where the two can stand together."""
    difference = pair.clashing(Part.DEADLINE)
    if difference is None:
        return None
    lasting = _last(pair, difference)
    return Objection(
        type=ConflictType.QUANTITY if lasting else ConflictType.DEADLINE,
        message=figures_message(pair, difference, "lengths of time" if lasting else "time limits"),
        a_words=difference.source,
        b_words=difference.policy,
    )


def _last(pair: Pair, difference: Difference) -> bool:
    """Tell whether both sides say how long something is done, and neither how long others have for it."""
    sides = ((pair.a, difference.source), (pair.b, difference.policy))
    return all(
        side.said is not None
        and any(
            words.endswith(limit.text) and lasts(limit) and not gives_time(limit, side.said)
            for limit in side.said.time_limits
        )
        for side, words in sides
    )
