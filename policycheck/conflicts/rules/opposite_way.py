"""One thing is done in two opposite ways.

What it does: finds two statements of one thing of which one says a way of doing it and the other its opposite, by a
list of everyday opposites: locked and open, in writing and by word of mouth, kept and destroyed.
Why it matters: who follows the one breaks the other, though neither says "must not".
"""

from policycheck.conflicts.acts import Stance, stance_of
from policycheck.conflicts.contrary import contrary
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.wording import opposites_message
from policycheck.domain.findings import ConflictType
from policycheck.settings import JUDGEMENT

# So many other words in common, or surely one act: "open" and "locked" may be said of two doors.
_ENOUGH = 2


def opposite_way(pair: Pair) -> Objection | None:
    """Return the objection, or None; what a source only allows may be done the other way."""
    ours, theirs = pair.a.said, pair.b.said
    if ours is None or theirs is None:
        return None
    stances = [stance_of(ours), stance_of(theirs)]
    if stances == [Stance.LEAVES, Stance.LEAVES] or (pair.against_source and stances[0] is Stance.LEAVES):
        return None
    found = contrary(pair.a, pair.b)
    if found is None or (found.shared < _ENOUGH and pair.probability < JUDGEMENT.surely):
        return None
    if pair.probability < JUDGEMENT.near_enough or any("•" in side.text for side in (pair.a, pair.b)):
        return None  # a list says many things, and which of them the other side speaks of was not read
    return Objection(
        type=ConflictType.MODALITY,
        message=opposites_message(pair, found.a.written, found.b.written),
        a_words=found.a.written,
        b_words=found.b.written,
        loosely=True,
    )
