"""The question that a plain statement answers with a yes or a no."""

import re

from policycheck.domain.obligations import Modality
from policycheck.lexicon.questions import Answered, question_in
from policycheck.matching.statements import Statement

_TURNS = re.compile(
    r"\b(?:but|unless|except|only|until|other\sthan|apart\sfrom|although|though|however)\b", re.I
)
_IN_A_CASE = re.compile(
    r"\b(?:if|when|where|before|after|during|while|without|whenever|always|ever[y\w]*|all|automatically|immediately|"
    r"at\sonce|(?:straight|right)\saway|not\s(?:in|on|at|for|with|to|by|as|yet))\b",
    re.I,
)


def question_of(statement: Statement) -> Answered | None:
    """Return the question, of its text or the heading above, that a plain statement answers with a yes or a no.

    An answer that turns ("no, unless ...", "yes, but only ...") is for a case of its own.
    """
    if statement.stated is None or statement.is_row:
        return None
    heading = statement.section.rpartition(" / ")[2]
    text = f"{heading} {statement.text}" if heading.endswith("?") else statement.text
    found = question_in(text)
    if found is None or not found.plainly:
        return None
    denies = found.modality is Modality.PROHIBITION or found.waives
    turned = _TURNS.search(found.rest) or (denies and _IN_A_CASE.search(f"{found.question} {found.rest}"))
    return None if turned else found
