"""A row lets people of an age off what a duty asks for all below a higher age.

What it does: finds a duty for those up to an age, and a row for people of an age within it whose cell says no.
Why it matters: those between the two ages go without what they must have.
"""

import re

from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.wording import let_off_message
from policycheck.domain.figures import Figure, FigureKind
from policycheck.domain.findings import ConflictType
from policycheck.domain.obligations import Comparator, Modality
from policycheck.matching import Statement
from policycheck.matching.forbidding import forbids

_LET_OFF = re.compile(
    r":\s(?P<words>(?:no(?!\s(?:\w+\s){1,3}(?:may|must|can|shall)\b)|not\s(?:needed|required|necessary|asked)|none|optional|"
    r"only\sif\s(?:they|he|she|you|asked|wanted)|carry\son|no\sneed|needn['’]t|need\snot|free\sto|up\sto\s(?:them|you|him|her))\b[^;]*)",
    re.IGNORECASE,
)


def let_off_by_age(pair: Pair) -> Objection | None:
    """Return the objection, or None where nobody is let off."""
    words = pair.told_by_either(_found)
    if words is None:
        return None
    return Objection(
        type=ConflictType.AGE,
        message=let_off_message(pair, *words),
        a_words=words[0],
        b_words=words[1],
        loosely=True,
    )


def _found(asks: Statement, lets: Statement) -> tuple[str, str] | None:
    """Return the words for the age up to which one asks, and those by which the other lets off below it."""
    if (
        not lets.is_row
        or asks.said is None
        or asks.said.modality is not Modality.OBLIGATION
        or forbids(asks.said)
    ):
        return None
    told = _LET_OFF.search(lets.text)
    ages = _ages(asks) if told else ()
    if told is None or len(ages) != 1 or ages[0].bound is not Comparator.AT_MOST:
        return None
    youngest = next((age for age in _ages(lets) if age.bound is not Comparator.AT_MOST), None)
    if youngest is None or youngest.value > ages[0].value:
        return None
    return ages[0].text, lets.text[lets.text.find(youngest.text) :][: told.end()]


def _ages(statement: Statement) -> tuple[Figure, ...]:
    return tuple(figure for figure in statement.figures if figure.kind is FigureKind.AGE)
