"""One side requires a thing; a cell of the other's table says that it is not done.

What it does: finds a duty and, in a row that speaks of the same thing, a cell that leaves it out: "leave blank",
"not looked at", "off", "none needed".
Why it matters: people work from the table, and a cell of two words takes the duty away unnoticed.
"""

import re
from functools import cache, lru_cache

from policycheck.conflicts.acts import Stance, stance_of
from policycheck.conflicts.drift import drift_objection
from policycheck.conflicts.exceptions import exempts
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.rules.left_open import is_done_on_asking
from policycheck.conflicts.shared import all_families
from policycheck.conflicts.wording import left_open_message
from policycheck.domain.obligations import Modality
from policycheck.lexicon.data import load
from policycheck.lexicon.families import families
from policycheck.matching import Statement


def left_blank(pair: Pair) -> Objection | None:
    """Return the objection, or None where no cell leaves out what the other side requires."""
    words = pair.told_by_either(_found)
    return None if words is None else drift_objection(pair, words, by="left_open", message=left_open_message)


def _found(asks: Statement, leaves: Statement) -> tuple[str, str] | None:
    """Return the words that bind, and the cell that leaves the thing out with the name of its column."""
    if not leaves.is_row or asks.is_row or asks.said is None:
        return None
    if (
        asks.said.modality is not Modality.OBLIGATION
        or stance_of(asks.said) is not Stance.BIDS
        or exempts(asks.text)
    ):
        return None
    if not all_families(asks) & families(leaves.first_cell):
        return None  # a row about others, or about something else
    cell = next(iter(_blank_cells(leaves)), "")
    return (asks.said.signal or asks.text, cell) if cell and not is_done_on_asking(asks, cell) else None


@lru_cache(maxsize=8192)
def _blank_cells(row: Statement) -> tuple[str, ...]:
    """Return the cells that leave a thing out, each with its column's name."""
    return tuple(
        cell.strip() for cell in row.text.split(";")[1:] if _blank().match(cell.partition(":")[2].strip())
    )


@cache
def _blank() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{'|'.join(load('blanks')['cells'])})(?=\s*(?:$|[,.(–—]|\b(?:out|on|at|in|for|if|after|we|the|it|as)\b))",
        re.IGNORECASE,
    )
