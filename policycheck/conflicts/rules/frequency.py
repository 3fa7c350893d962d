"""Two rhythms for one recurring act.

What it does: compares how often two statements say that the same act is done; against a source only "less often"
counts. An act at every turn ("after each use") is not done by the calendar ("once a week").
Why it matters: visits and reviews that follow the rarer rhythm are late by the other.
"""

from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.turns import done_at_fewer, every_turn
from policycheck.conflicts.wording import figures_message, words_message
from policycheck.domain.comparison import Relation, compare_lengths
from policycheck.domain.figures import Figure, FigureKind
from policycheck.domain.findings import ConflictType
from policycheck.domain.obligations import Comparator, Modality, Unit
from policycheck.matching import Statement
from policycheck.matching.appointed import appointed_times
from policycheck.matching.forbidding import forbids
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
    """Object where one side acts at every turn, or often, and the other by the calendar alone."""
    found = done_at_fewer(pair.a, pair.b)
    if found is None and not pair.against_source:
        found = done_at_fewer(pair.b, pair.a)
        found = (found[1], found[0]) if found else None
    found = found or pair.told_by_either(_left_to_a_day)
    if found is None:
        return None
    return Objection(
        type=ConflictType.FREQUENCY,
        message=words_message(pair, *found),
        a_words=found[0],
        b_words=found[1],
        loosely=True,
    )


def _left_to_a_day(one: Statement, other: Statement) -> tuple[str, str] | None:
    """Return how often the one acts and the rarer day that the other leaves it to: "at the May meeting"."""
    if any(s.said is None or s.said.modality is Modality.PERMISSION or forbids(s.said) for s in (one, other)):
        return None
    if every_turn(other.text) or any(map(_says_how_often, other.figures)):
        return None
    for often in one.figures:
        if often.kind is not FigureKind.RHYTHM or often.bound is Comparator.AT_LEAST:
            continue
        length = (often.value, Unit(often.unit), often.working)
        for day in appointed_times(other.text):
            rarer = compare_lengths(length, day.length) is Relation.LAXER
            # What both name is no other time; "Tuesdays" say how often, and are read so where they tell of the act.
            named = day.words.endswith("days") or day.words.lower() in one.text.lower()
            if rarer and not (named or day.earlier or day.by_clock):
                return often.text, day.words
    return None


def _says_how_often(figure: Figure) -> bool:
    return figure.kind in (FigureKind.RHYTHM, FigureKind.TIME)
