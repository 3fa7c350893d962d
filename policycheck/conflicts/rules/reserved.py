"""One side keeps a thing for one person, case or purpose alone, or for consent; the other leaves it free.

What it does: finds a duty that shuts out the rest ("only", "and no other", "nobody but") and, on the other side, leave
("may", "is fine") that keeps nothing back itself; or a ban that waits for somebody's consent, and leave on other terms.
Why it matters: whoever uses the leave does what the first text keeps for somebody, or something, else.
"""

from policycheck.conflicts.acts import Stance, stance_of
from policycheck.conflicts.contrary import said_by
from policycheck.conflicts.drift import drift_objection
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.wording import reserved_message
from policycheck.matching import Statement
from policycheck.matching.holders.let_act import is_let_act
from policycheck.matching.quoting import clip

_QUOTED = 60


def reserved(pair: Pair) -> Objection | None:
    """Return the objection, or None where nothing is left free that the other side keeps for one alone."""
    words = pair.told_by_either(_found)
    if words is None:
        return None
    return drift_objection(pair, words, by="reserved", message=reserved_message)


def _found(keeps: Statement, leaves: Statement) -> tuple[str, str] | None:
    """Return the words by which one side shuts out the rest, and those of the other's leave."""
    if keeps.reading is None or stance_of(keeps.reading) is Stance.LEAVES or leaves.said is None:
        return None
    kept = said_by(keeps, "reserving") or _leave_first(keeps, leaves)
    if not kept or any(said_by(leaves, how) for how in ("reserving", "until", "restricting")):
        return None
    if is_let_act(keeps, leaves):
        return None
    left = said_by(leaves, "permitting")
    if stance_of(leaves.said) is Stance.LEAVES:
        left = leaves.said.signal or left or clip(leaves.text, _QUOTED)
    return (kept, left) if left else None


def _leave_first(keeps: Statement, leaves: Statement) -> str:
    """Return the words by which a ban waits for consent, where the leave has other terms: "if it is clean"."""
    assert keeps.reading is not None  # noqa: S101 - `_found` looked
    if stance_of(keeps.reading) is not Stance.FORBIDS or said_by(leaves, "consent"):
        return ""
    asked = said_by(keeps, "consent") and said_by(leaves, "terms")
    return said_by(keeps, "until") if asked else ""
