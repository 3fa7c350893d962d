"""One side wants somebody beside whoever acts; the other lets it be done alone.

What it does: finds that one text asks for company ("accompanied", "in the presence of") or bans being alone,
and that the other does the act "alone", "by yourself" or "without a friend".
Why it matters: the second person is there to protect somebody, and is missing just when the act is done.
"""

from policycheck.conflicts.acts import Stance, stance_of
from policycheck.conflicts.contrary import denials_of, said_by
from policycheck.conflicts.drift import drift_objection
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.wording import alone_message
from policycheck.matching import Statement


def unaccompanied(pair: Pair) -> Objection | None:
    """Return the objection, or None where nobody does alone what the other side wants done in company."""
    words = pair.told_by_either(_found)
    if words is None:
        return None
    return drift_objection(pair, words, by="unaccompanied", message=alone_message)


def _found(asks: Statement, does: Statement) -> tuple[str, str] | None:
    """Return the words that ask for company, and those that do without it."""
    if asks.said is None or does.said is None or stance_of(does.said) is Stance.FORBIDS:
        return None
    alone = said_by(does, "by_oneself")
    if not alone or said_by(does, "company") not in alone:
        return None
    if any(denial.written not in alone for denial in denials_of(does)):
        return None  # being alone is what is denied: a "not" that is no part of "without a friend"
    asked = _asked(asks, told=stance_of(does.said) is Stance.BIDS)
    return (asked, alone) if asked else None


def _asked(asks: Statement, *, told: bool) -> str:
    """Return the words for company, or for being alone where that is banned; "" for neither.

    Leave to bring somebody counts only where the other side tells people to come alone.
    """
    assert asks.said is not None  # noqa: S101 - `_found` looked
    stance = stance_of(asks.said)
    alone = said_by(asks, "by_oneself")
    if alone:
        return f"{asks.said.signal} … {alone}".removeprefix(" … ") if stance is Stance.FORBIDS else ""
    wants = stance is Stance.BIDS or (told and stance is Stance.LEAVES)
    without_it = stance is Stance.FORBIDS and said_by(asks, "until")  # "not unless a second person is there"
    return said_by(asks, "company") if wants or without_it else ""
