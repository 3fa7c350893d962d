"""One side forbids what the other does as a matter of course, or leaves free, in other words.

What it does: finds a plain ban on one side and, on the other, a permission ("may", "is fine", "feel free") or a practice
that denies nothing, of words of the same families or in a pair likely of one act.
Why it matters: a practice is followed more readily than a ban is looked up.
"""

from policycheck.conflicts.acts import Stance, stance_of
from policycheck.conflicts.contrary import denials_of, said_by
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.shared import LIKELY, part_met
from policycheck.conflicts.wording import practice_message
from policycheck.domain.findings import ConflictType
from policycheck.matching import Statement
from policycheck.matching.quoting import clip

_QUOTED = 60


def practice(pair: Pair) -> Objection | None:
    """Return the objection, or None where nothing is done that the other side forbids."""
    words = _found(pair.a, pair.b)
    if words is None and not pair.against_source:
        turned = _found(pair.b, pair.a)
        words = turned and turned[::-1]
    met = part_met(pair.a, pair.b)
    if words is None or not (met or pair.probability >= LIKELY):
        return None
    permits = bool(said_by(pair.a, "permitting") or said_by(pair.b, "permitting"))
    return Objection(
        type=ConflictType.MODALITY,
        message=practice_message(pair, *words),
        a_words=words[0],
        b_words=words[1],
        loosely=True,
        by="permitted" if permits else "practice",
        met=met,
    )


def _found(bans: Statement, does: Statement) -> tuple[str, str] | None:
    reading = bans.reading
    if reading is None or stance_of(reading) is not Stance.FORBIDS or said_by(bans, "first"):
        return None
    said = does.said
    if said is None or denials_of(does) or stance_of(said) is Stance.FORBIDS or said_by(does, "denying"):
        return None
    return reading.signal, said_by(does, "permitting") or clip(does.text, _QUOTED)
