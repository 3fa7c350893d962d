"""How nearly two statements are told in the same words, and in how many they part."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from policycheck.conflicts.differing import Kind, Laid, Word, lay_side_by_side, words_in
from policycheck.matching import Statement


@dataclass(frozen=True, slots=True)
class Alike:
    """How alike two texts are, by their words with a meaning.

    `part` (0 to 1) of those of the fuller side stand on both; `swapped` are those for which the other side has others
    in their place ("appeals" for "complaints"), `added` those that one side merely has more. `laid` is both side by
    side, None where they share no word with a meaning.
    """

    part: float
    swapped: int
    added: int
    laid: Laid | None = None


def alike(a: Statement, b: Statement) -> Alike:
    """Return how alike the texts of two statements are."""
    return _alike(a.text, b.text)


@lru_cache(maxsize=8192)
def _alike(a: str, b: str) -> Alike:
    words_a, words_b = words_in(a), words_in(b)
    counts = [Counter(w.key for w in words if w.kind is Kind.CONTENT) for words in (words_a, words_b)]
    fuller = max(count.total() for count in counts)
    laid = lay_side_by_side(words_a, words_b) if fuller else None
    if laid is None:
        return Alike(0.0, 0, 0)
    swapped = added = 0
    only_a, only_b = counts[0] - counts[1], counts[1] - counts[0]  # the rest merely moved
    for gap in laid.gaps:
        one, other = _count(laid.a, only_a, gap.a), _count(laid.b, only_b, gap.b)
        swapped += min(one, other)
        added += abs(one - other)
    return Alike((counts[0] & counts[1]).total() / fuller, swapped, added, laid)


def _count(words: tuple[Word, ...], only: Mapping[str, int], span: tuple[int, int]) -> int:
    return sum(words[i].kind is Kind.CONTENT and words[i].key in only for i in range(*span))
