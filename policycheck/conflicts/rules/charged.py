"""One side lets nothing be taken for a thing; the other has somebody pay for it.

What it does: finds that one text says that there is no charge ("free of charge", "shall make no charge") and that the
other charges, adds to what is owed or leaves the cost to somebody, without a word of what is free.
Why it matters: whoever was to have it for nothing pays, or goes without.
"""

import re
from functools import lru_cache

from policycheck.conflicts.contrary import denials_of
from policycheck.conflicts.drift import drift_objection
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.wording import practice_message
from policycheck.lexicon.data import load
from policycheck.matching import Statement

_I = re.IGNORECASE


def _pattern(name: str) -> re.Pattern[str]:
    words = load("charges")["charges"]
    return re.compile(rf"\b(?:{'|'.join(words[name]).replace('DUES', '|'.join(words['dues']))})", _I)


_FREE, _NOT_CHARGED, _CHARGED = (_pattern(name) for name in ("free", "not_charged", "charged"))


def charged(pair: Pair) -> Objection | None:
    """Return the objection, or None where nobody is charged for what the other side gives for nothing."""
    words = pair.told_by_either(_found)
    return None if words is None else drift_objection(pair, words, by="charged", message=practice_message)


def _found(gives: Statement, charges: Statement) -> tuple[str, str] | None:
    """Return the words by which nothing is taken, and those by which somebody pays."""
    free = _free(gives.text)
    paid = _CHARGED.search(charges.text) if free else None
    if (
        paid is None
        or _free(charges.text)
        or denials_of(charges)
        or _CHARGED.search(gives.text.replace(free, ""))
    ):
        return None
    return free, paid[0]


@lru_cache(maxsize=8192)
def _free(text: str) -> str:
    found = _NOT_CHARGED.search(text) or _FREE.search(text)
    return found[0] if found else ""
