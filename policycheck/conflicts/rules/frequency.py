"""Two rhythms for one recurring act.

What it does: compares how often two statements say that the same act is done; against a source only "less often"
counts. An act at every turn ("after each use") is not done by the calendar ("once a week").
Why it matters: visits and reviews that follow the rarer rhythm are late by the other.
"""

from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.turns import done_at_fewer
from policycheck.conflicts.wording import figures_message, words_message
from policycheck.domain.findings import ConflictType
from policycheck.matching.parts import Part


def frequency(pair: Pair) -> Objection | None:
    """Return the objection, or None where the two can stand together."""
    difference = pair.clashing(Part.FREQUENCY)
    if difference is None:
        return _by_the_calendar(pair)
    return Objection(
        type=ConflictType.FREQUENCY,
        message=figures_message(pair, difference, "frequencies"),
        a_words=difference.source,
        b_words=difference.policy,
    )


def _by_the_calendar(pair: Pair) -> Objection | None:
    """Object where one side acts at every turn and the other by the calendar alone."""
    found = done_at_fewer(pair.a, pair.b)
    if found is None and not pair.against_source:
        found = done_at_fewer(pair.b, pair.a)
        found = (found[1], found[0]) if found else None
    if found is None:
        return None
    return Objection(
        type=ConflictType.FREQUENCY,
        message=words_message(pair, *found),
        a_words=found[0],
        b_words=found[1],
        loosely=True,
    )
