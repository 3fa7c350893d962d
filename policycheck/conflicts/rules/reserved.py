"""One side keeps a thing for one person, case or purpose alone; the other leaves it free to others.

What it does: finds a duty that shuts out the rest ("only", "and no other", "nobody but") and, on the other side, leave
("may", "is fine") that keeps nothing back itself.
Why it matters: whoever uses the leave does what the first text keeps for somebody, or something, else.
"""

from policycheck.conflicts.acts import Stance, stance_of
from policycheck.conflicts.contrary import said_by
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.shared import part_met
from policycheck.conflicts.wording import reserved_message
from policycheck.domain.findings import ConflictType
from policycheck.matching import Statement
from policycheck.matching.quoting import clip

_QUOTED = 60


def reserved(pair: Pair) -> Objection | None:
    """Return the objection, or None where nothing is left free that the other side keeps for one alone."""
    words = pair.told_by_either(_found)
    if words is None:
        return None
    return Objection(
        type=ConflictType.MODALITY,
        message=reserved_message(pair, *words),
        a_words=words[0],
        b_words=words[1],
        loosely=True,
        by="permitted",
        met=part_met(pair.a, pair.b),
    )


def _found(keeps: Statement, leaves: Statement) -> tuple[str, str] | None:
    """Return the words by which one side shuts out the rest, and those of the other's leave."""
    if keeps.reading is None or stance_of(keeps.reading) is Stance.LEAVES or leaves.said is None:
        return None
    kept = said_by(keeps, "reserving")
    if not kept or said_by(leaves, "reserving") or said_by(leaves, "until"):
        return None
    left = said_by(leaves, "permitting")
    if stance_of(leaves.said) is Stance.LEAVES:
        left = leaves.said.signal or left or clip(leaves.text, _QUOTED)
    return (kept, left) if left else None
