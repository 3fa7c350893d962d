"""Whether a statement names what another is about, or next to nothing of what it says."""

from functools import lru_cache

from policycheck.conflicts.shared import part_met
from policycheck.lexicon.families import families
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement

# One document calls one thing by one name: two of its rules that share less than this of their words are of two.
_OF_TWO = 0.25


def are_strangers(a: Statement, b: Statement) -> bool:
    """Tell whether two statements of one document speak of two things, by their words: "ropes", and "the mast".

    Between documents one thing is told in other words. What a term means may be told in others in one too.
    """
    if a.term or b.term:
        return False
    return part_met(a, b) < _OF_TWO or (is_about_another(a, b) and is_about_another(b, a))


def is_about_another(one: Statement, other: Statement) -> bool:
    """Tell whether what a statement is about is not named by the other, nor by the heading above it."""
    about = _about(one)
    return bool(about) and not about & said_by(other)


@lru_cache(maxsize=8192)
def said_by(one: Statement) -> frozenset[str]:
    """Return the families of a statement's words and of the heading above it."""
    return families(one.words | frozenset(content_words(one.section.rpartition(" / ")[2])))


@lru_cache(maxsize=8192)
def _about(one: Statement) -> frozenset[str]:
    """Return the families of what a statement is about: of a row's first cell, else of what stands before its verb."""
    if one.is_row:
        return families(one.first_cell)
    if one.said is None:
        return frozenset()
    return families(content_words(one.text[: max(0, one.said.signal_start)]))
