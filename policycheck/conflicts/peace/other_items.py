"""Two rows of tables that are about two things, by what stands in their first cells."""

from functools import cache, lru_cache

from policycheck.lexicon.data import load
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement


def are_rows_of_two_things(a: Statement, b: Statement) -> bool:
    """Tell whether two rows each name, in the first cell, something that the other row does not speak of.

    A table calls a thing by its name: "insurance for riders" is not "insurance for staff". Where all that the one
    names stands in the other row too, the longer name may only say more; and "accident book" and "accident reports"
    part in words for paper alone.
    """
    if not (a.is_row and b.is_row):
        return False
    return bool(_item(a) - _all(b)) and bool(_item(b) - _all(a))


@lru_cache(maxsize=8192)
def _item(row: Statement) -> frozenset[str]:
    """Return the words that tell what a row is about: of the first cell, without the name of its column."""
    return row.first_cell - _common()


@lru_cache(maxsize=8192)
def _all(row: Statement) -> frozenset[str]:
    return frozenset(content_words(row.text))


@cache
def _common() -> frozenset[str]:
    return frozenset(content_words(" ".join(load("kept")["of_any_item"])))
