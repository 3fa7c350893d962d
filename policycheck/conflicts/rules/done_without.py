"""One side asks for something first; the other does the thing without it, or before it.

What it does: finds what a ban ends with or excepts ("not until", "only with"), or what is asked for beforehand, and a
word of the other side that says it is not waited for: "pending", "to follow", "without asking", "whatever".
Why it matters: the check or the leave that was to come first protects nobody once the thing is done.
"""

from policycheck.conflicts.acts import Stance, stance_of
from policycheck.conflicts.contrary import denials_of, said_by
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.shared import part_met
from policycheck.conflicts.wording import without_message
from policycheck.domain.findings import ConflictType
from policycheck.domain.obligations import Modality
from policycheck.matching import Statement


def done_without(pair: Pair) -> Objection | None:
    """Return the objection, or None where neither side asks for a thing first that the other does without."""
    words = _found(pair.a, pair.b)
    if words is None and not pair.against_source:
        turned = _found(pair.b, pair.a)
        words = turned and turned[::-1]
    if words is None:
        return None
    return Objection(
        type=ConflictType.MODALITY,
        message=without_message(pair, *words),
        a_words=words[0],
        b_words=words[1],
        loosely=True,
        by="done_without",
        met=part_met(pair.a, pair.b),
    )


def _found(asks: Statement, does: Statement) -> tuple[str, str] | None:
    if asks.reading is None or asks.reading.modality is Modality.PERMISSION:
        return None
    first, without = said_by(asks, "first"), said_by(does, "without")
    if not (first and without) or said_by(asks, "without").lower() == without.lower():
        return None
    if _waits(does):
        return None
    return first, without


def _waits(statement: Statement) -> bool:
    """Tell whether a statement is a ban itself, or denies what it does not do without."""
    reading = statement.reading
    if reading is not None and stance_of(reading) is Stance.FORBIDS:
        return True
    return any(denial.turned for denial in denials_of(statement))
