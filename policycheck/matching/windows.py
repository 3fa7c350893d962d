"""How lately a thing must have been done, "tested within the last six months", and how long before another it is."""

import re

from policycheck.domain.figures import Figure, FigureKind
from policycheck.domain.obligations import LimitKind, Obligation
from policycheck.lexicon.words import content_words
from policycheck.matching.cases import lasts
from policycheck.matching.statements import Statement

_LATELY = re.compile(
    r"\b(?:unless|until|without|only\s(?:if|where|when)|provided|must|shall)\b[^.;]*?\b(?:has|have|had|having|was|were|being)\s(?:been\s)?(?:\w+ly\s)?"
    r"(?P<done>[a-z]+)\b[^.;]{0,60}?\s?\b(?:within|in|during)\s(?:the|its|his|her|their)\s(?:last|past|preceding|previous)\s$",
    re.IGNORECASE,
)


def is_since_done(figure: Figure, one: Statement, other: Statement) -> bool:
    """Tell whether a figure of one statement is how lately something must have been done that the other names."""
    if figure.kind is not FigureKind.TIME:
        return False
    found = _LATELY.search(one.text.partition(figure.text)[0])
    return found is not None and not other.words.isdisjoint(content_words(found["done"]))


def are_length_and_notice(a: Obligation | None, one: Figure, b: Obligation | None, other: Figure) -> bool:
    """Tell how long a thing lasts, "lasts an hour", from how long before it another is done, "an hour before"."""
    ways = {
        (limit.kind is LimitKind.BEFORE, lasts(limit))
        for said, figure in ((a, one), (b, other))
        for limit in (said.time_limits if said is not None else ())
        if figure.text in limit.text or limit.text in figure.text
    }
    return ways == {(True, False), (False, True)}
