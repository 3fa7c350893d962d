"""One side wants a thing in writing; the other rests content with what is said by mouth.

What it does: finds that one text asks for writing, a letter, a record or a signature, and that the other says
that there is none, or that a word or a call is enough.
Why it matters: what was only said cannot be shown later, neither that it was agreed nor that it was told.
"""

from policycheck.conflicts.acts import Stance, stance_of
from policycheck.conflicts.contrary import said_by
from policycheck.conflicts.drift import drift_objection
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.wording import unwritten_message
from policycheck.matching import Statement


def unwritten(pair: Pair) -> Objection | None:
    """Return the objection, or None where nothing is left unwritten that the other side wants written."""
    words = pair.told_by_either(_found)
    if words is None:
        return None
    return drift_objection(pair, words, by="unwritten", message=unwritten_message)


def _found(asks: Statement, does: Statement) -> tuple[str, str] | None:
    """Return the words that ask for writing, and those that say there is none."""
    if asks.said is None or does.said is None:
        return None
    if stance_of(asks.said) is Stance.LEAVES or stance_of(does.said) is Stance.FORBIDS:
        return None
    written, said = said_by(asks, "written"), said_by(does, "unwritten")
    if not written or not said or said_by(asks, "unwritten"):
        return None
    # "By word of mouth first, and then in the book" is written in the end; "nothing to sign" is not.
    return (written, said) if said_by(does, "written").lower() in said.lower() else None
