"""Whether a statement names what another is about."""

from functools import lru_cache

from policycheck.lexicon.families import families
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement


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
