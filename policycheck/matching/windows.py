"""How lately a thing must have been done: "unless it was tested within the last six months"."""

import re

from policycheck.domain.figures import Figure, FigureKind
from policycheck.lexicon.words import content_words
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
