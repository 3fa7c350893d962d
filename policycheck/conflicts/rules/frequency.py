"""Two rhythms for one recurring act.

What it does: compares how often two statements say that the same act is done; against a source only "less often"
counts. An act at every turn ("after each use") is not done by the calendar ("once a week").
Why it matters: visits and reviews that follow the rarer rhythm are late by the other.
"""

import re
from functools import lru_cache

from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.wording import figures_message, words_message
from policycheck.domain.figures import FigureKind
from policycheck.domain.findings import ConflictType
from policycheck.domain.obligations import Comparator, Modality
from policycheck.lexicon.data import load
from policycheck.matching import Statement
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


_TIME = r"(?:minute|hour|day|night|morning|evening|week|fortnight|month|quarter|term|season|year|decade)s?\b"
_EVERY_TURN = re.compile(
    rf"\b(?:whenever|(?:each|every|(?<!at\s)any)\stime|(?:each|every)\s{_TIME}\s(?:when|that|(?:at|in|on)\swhich)\b|(?:after|before|between|for|on|upon|at|with|following|following\sany)\s(?:each|every|any)\s"
    rf"(?!{_TIME}|\d|(?:time|moment|such|other|second|third|one|two|three|four|five|six|ten)\b|[\w-]+\s{_TIME})[\w’'-]+|between\s(?:one|an?)\s(?!{_TIME})[\w’'-]+\sand\s(?:the\snext|another)\b)",
    re.IGNORECASE,
)


_SITTING = "|".join(load("times")["windows"]["sittings"])
# "Twice in each session" counts what is done, whoever comes and goes meanwhile.
_PER_SITTING = re.compile(
    rf"\b(?:once|twice|thrice|(?:two|three|four|five|six|\d)\stimes)\s(?:(?:in|during|per)\s)?(?:an?\s|each\s|every\s|per\s)?"
    rf"(?:{_SITTING})\b",
    re.IGNORECASE,
)


def _by_the_calendar(pair: Pair) -> Objection | None:
    """Object where one side acts at every turn and the other by the calendar alone."""
    found = _turns_rare(pair.a, pair.b)
    if found is None and not pair.against_source:
        found = _turns_rare(pair.b, pair.a)
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


@lru_cache(maxsize=8192)
def _every_turn(text: str) -> str:
    found = _EVERY_TURN.search(text)
    return found[0] if found else ""


def _turns_rare(one: Statement, other: Statement) -> tuple[str, str] | None:
    turn = _every_turn(one.text)
    if not turn or one.said is None or one.said.modality is Modality.PERMISSION:
        return None
    if _every_turn(other.text) or any(figure.kind is FigureKind.RHYTHM for figure in one.figures):
        return None
    for figure in other.figures:
        if figure.kind is FigureKind.RHYTHM and figure.bound is not Comparator.AT_LEAST:
            return turn, figure.text
    counted = _PER_SITTING.search(other.text)
    return (turn, counted[0]) if counted else None
