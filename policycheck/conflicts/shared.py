"""How much of what one side names the other names too, by families of words."""

from functools import lru_cache

from policycheck.lexicon.families import families
from policycheck.matching import Statement
from policycheck.settings import JUDGEMENT

# From here on a pair is taken for one act though no word is shared: "the fitter shows a card", "with no badge".
LIKELY = JUDGEMENT.surely


def share(some: frozenset[str], others: frozenset[str]) -> float:
    """Return the part of the smaller set of words that both hold."""
    return len(some & others) / max(1, min(len(some), len(others)))


@lru_cache(maxsize=8192)
def all_families(statement: Statement) -> frozenset[str]:
    """Return the families of a statement's words."""
    return families(statement.words)


def is_row_of_others(row: Statement, other: Statement) -> bool:
    """Tell whether a statement is a row about what the other never names: "visitors: no"."""
    return row.is_row and not families(row.first_cell) & all_families(other)


def part_met(a: Statement, b: Statement) -> float:
    """Return the part of the shorter statement's words that the other names."""
    return share(all_families(a), all_families(b))
