"""Two figures that lie further from each other than those of one act do, where little else is shared."""

import re
from functools import lru_cache

from policycheck.conflicts.pair import Objection
from policycheck.conflicts.peace.other_figures import figure_in
from policycheck.domain.figures import times_apart
from policycheck.domain.findings import ConflictType
from policycheck.lexicon.families import families
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement

# So many times apart where neither side names what the other is about; and where they share a word at most.
_OF_TWO_THINGS, _OF_TWO_WORLDS = 8, 40
# "At the end of the quarter" is how putting off is told, of whatever should be done at once.
_ENDS = re.compile(r"\bend\b", re.IGNORECASE)
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
    if times is None or times < _OF_TWO_THINGS:
        return False
    if times >= _OF_TWO_WORLDS and len(_said(a) & _said(b)) <= 1:
        return True
    return _is_strange(a, b) and _is_strange(b, a)


def _is_strange(one: Statement, other: Statement) -> bool:
    about = _about(one)
    return bool(about) and not about & _said(other)


@lru_cache(maxsize=8192)
def _about(one: Statement) -> frozenset[str]:
    """Return the families of what a statement is about: of a row's first cell, else of what stands before its verb."""
    if one.is_row:
        return families(one.first_cell)
    if one.said is None:
        return frozenset()
    return families(content_words(one.text[: max(0, one.said.signal_start)]))


@lru_cache(maxsize=8192)
def _said(one: Statement) -> frozenset[str]:
    return families(one.words | frozenset(content_words(one.section.rpartition(" / ")[2])))
