"""Whether two statements name anything of each other: what they are about, and what is done."""

from functools import lru_cache

from policycheck.lexicon.families import families
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement


def share_neither_thing_nor_act(a: Statement, b: Statement) -> bool:
    """Tell whether neither side names what the other is about, nor what the other does.

    A sign for a model and no proof: sentences in other words contradict too.
    """
    return all(is_about_another(x, y) and _does_another(x, y) for x, y in ((a, b), (b, a)))


def is_about_another(one: Statement, other: Statement) -> bool:
    """Tell whether what a statement is about is not named by the other, nor by the heading above it."""
    about = _about(one)
    return bool(about) and not about & said_by(other)


def _does_another(one: Statement, other: Statement) -> bool:
    act = _act(one)
    return bool(act) and not act & said_by(other)


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


@lru_cache(maxsize=8192)
def _act(one: Statement) -> frozenset[str]:
    return families(content_words(one.said.act)) if one.said is not None else frozenset()
