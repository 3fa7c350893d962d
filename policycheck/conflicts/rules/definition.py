"""One term, two meanings.

What it does: compares the meanings that two documents give one term: their figures, what one takes in and the other
leaves out, whether one closes its list, then their words.
Why it matters: a duty hangs on its terms; with two meanings, two people following it do different things.
"""

from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.wording import definitions_message
from policycheck.domain.findings import ConflictType
from policycheck.matching.meanings import Meanings

# Definitions that share this part of the shorter one's words, or a figure, say the same in other words.
_SAME = 0.25
# A list this much longer names kinds of thing that the other does not.
_OTHER_LIST = 2


def definition(pair: Pair) -> Objection | None:
    """Return the objection, or None where either side defines nothing or both say the same."""
    meanings = pair.meanings
    if meanings is None or not _differ(meanings):
        return None
    return Objection(
        type=ConflictType.DEFINITION,
        message=definitions_message(pair),
        a_words=pair.a.meaning,
        b_words=pair.b.meaning,
        loosely=not (meanings.figures_differ or meanings.opposed),
    )


def _differ(meanings: Meanings) -> bool:
    if (
        meanings.figures_differ
        or meanings.opposed
        or meanings.closed
        or meanings.all_but
        or meanings.figure_alone
        or meanings.kind_left_out
        or meanings.shut_out
    ):
        return True
    # Two descriptions of a thing use other words, and contradict nothing.
    return meanings.brief and (
        meanings.kinds_apart >= _OTHER_LIST or (meanings.overlap < _SAME and not meanings.figures_agree)
    )
