"""One side asks for a form of doing a thing that the other side's form excludes.

What it does: finds the form that each side names ("in writing" and "by telephone", "in private" and "in front of",
"in pairs" and "alone") where the other names none of the first.
Why it matters: the form is often the whole of the safeguard.
"""

from policycheck.conflicts.acts import Stance, stance_of
from policycheck.conflicts.contrary import excluded_by, forms_of
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.shared import part_met
from policycheck.conflicts.wording import forms_message
from policycheck.domain.findings import ConflictType
from policycheck.matching import Statement


def form(pair: Pair) -> Objection | None:
    """Return the objection, or None where both forms can be kept."""
    found = _found(pair.a, pair.b)
    turned = found is None and not pair.against_source
    if turned:
        found = _found(pair.b, pair.a)
    if found is None:
        return None
    asked, other = found
    words = (other, asked) if turned else (asked, other)
    return Objection(
        type=ConflictType.MODALITY,
        message=forms_message(pair, *words),
        a_words=words[0],
        b_words=words[1],
        loosely=True,
        by="form",
        met=part_met(pair.a, pair.b),
    )


def _found(asks: Statement, does: Statement) -> tuple[str, str] | None:
    """Return the words of the form asked for, and those of the form that excludes it."""
    if asks.reading is None or stance_of(asks.reading) is not Stance.BIDS:
        return None
    ours, theirs = forms_of(asks), forms_of(does)
    for name, words in ours.items():
        if name in theirs:
            continue
        for other in excluded_by(name):
            if other in theirs and other not in ours:
                return words, theirs[other]
    return None
