"""Two figures that lie further from each other than those of one act do, where little else is shared."""

import re

from policycheck.conflicts.pair import Objection
from policycheck.conflicts.peace.other_figures import figure_in
from policycheck.conflicts.strangers import is_about_another, said_by
from policycheck.domain.figures import times_apart
from policycheck.domain.findings import ConflictType
from policycheck.matching import Statement

# So many times apart where neither side names what the other is about; and where they share a word at most.
_OF_TWO_THINGS, _OF_TWO_WORLDS = 8, 40
# "At the end of the quarter" is how putting off is told, of whatever should be done at once.
_ENDS = re.compile(r"\bend\b", re.IGNORECASE)
# Long notice is cut to none, and both sides are of what comes before an event.
_AHEAD = re.compile(r"\b(?:before|ahead|notice|warning|in\sadvance|beforehand|prior)\b", re.IGNORECASE)
_OF_FIGURES = (ConflictType.DEADLINE, ConflictType.FREQUENCY, ConflictType.QUANTITY)


def are_far_apart(a: Statement, b: Statement, objection: Objection) -> bool:
    """Tell whether two figures are of two things, since they lie far from each other and little else is shared.

    Rules for one act that contradict part by a few times mostly, whatever their words; how long records are kept may
    part by more.
    """
    if objection.by or objection.exempt is not None or objection.type not in _OF_FIGURES:
        return False
    ours, theirs = figure_in(a, objection.a_words), figure_in(b, objection.b_words)
    if ours is None or theirs is None or _ENDS.search(f"{ours.text} {theirs.text}"):
        return False
    times = times_apart(ours, theirs)
    if times is None or times < _OF_TWO_THINGS or (_AHEAD.search(a.text) and _AHEAD.search(b.text)):
        return False
    if times >= _OF_TWO_WORLDS and len(said_by(a) & said_by(b)) <= 1:
        return True
    return is_about_another(a, b) and is_about_another(b, a)
