"""One side asks for something first; the other does the thing without it, or before it.

What it does: finds what must come first ("not until", "only with", "beforehand") and, on the other side, the same
thing after a word that says it is not waited for ("pending", "without", "whether or not"), or a word that says so of
itself ("to follow", "on the spot", "retrospectively").
Why it matters: the check or the leave that was to come first protects nobody once the thing is done.
"""

from policycheck.conflicts.acts import Stance, stance_of
from policycheck.conflicts.contrary import after_each, denials_of, said_by
from policycheck.conflicts.exceptions import excepts_elsewhere
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.shared import all_families, part_met, share
from policycheck.conflicts.wording import without_message
from policycheck.domain.findings import ConflictType
from policycheck.domain.obligations import Modality
from policycheck.matching import Statement


def done_without(pair: Pair) -> Objection | None:
    """Return the objection, or None where neither side asks for a thing first that the other does without."""
    words = None if pair.of_one_length else pair.told_by_either(_found)
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
    """Return the words that ask for a thing first, and those that do without it."""
    if asks.said is None or asks.said.modality is Modality.PERMISSION or _waits(does):
        return None
    missing = after_each(does, "missing")
    alone = said_by(does, "waiting_for_nothing")
    bans = stance_of(asks.said) is Stance.FORBIDS
    for asked, things in after_each(asks, "until"):
        if asked.lower().startswith("without") and not bans:
            continue  # "without delay" says how, "nobody without a badge" what comes first
        if asked.lower().startswith(("until then", "till then")):
            continue  # what comes first stands in another sentence
        if excepts_elsewhere(asks).startswith(asked):
            continue  # another provision is named, and nothing that comes first
        for lacked, words in missing:
            if share(things, words) >= _MOST:
                return asked, lacked
        if alone and not said_by(asks, "waiting_for_nothing"):
            return asked, alone
    beforehand = said_by(asks, "beforehand")
    if (bans and said_by(does, "until")) or not beforehand or said_by(does, "beforehand"):
        return None
    for lacked, words in missing:
        if share(words, all_families(asks)) >= _MOST:
            return beforehand, lacked
    return (beforehand, alone) if alone and not said_by(asks, "waiting_for_nothing") else None


# What is not waited for must be, for this part, of the words of what asks for a thing beforehand.
_MOST = 0.5


def _waits(statement: Statement) -> bool:
    """Tell whether a statement is a ban itself, asks for something first too, or denies that it does without."""
    reading = statement.reading
    if reading is not None and stance_of(reading) is Stance.FORBIDS:
        return True
    return bool(said_by(statement, "only")) or any(denial.turned for denial in denials_of(statement))
