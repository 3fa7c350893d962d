"""Who of several is left out, where a source binds each of them by name."""

import re
from collections.abc import Sequence

from policycheck.alignment.answers import Answer
from policycheck.lexicon.roles import is_body
from policycheck.matching import Statement
from policycheck.matching.holders.doers import doers
from policycheck.matching.holders.names import may_be_one, title

_I = re.IGNORECASE
_EACH = re.compile(
    r"^(?P<whom>[^,;.:]{5,100}?),?\s(?:must|shall|should|will|(?:are|have)\sto)\s(?:each|both)\b|"
    r"^(?:both|each\sof)\s(?P<both>[^,;.:]{5,100}?)\s(?:must|shall|should|will|(?:is|are|has|have)\sto)\b",
    _I,
)
_AND = re.compile(r"\sand\s", _I)
_TOGETHER = re.compile(r"\b(?:both|each|jointly|together|either)\b", _I)


def left_out_of_each(source: Statement, answers: Sequence[Answer]) -> str:
    """Return the post of several, each bound, whose holder does it by no answer; "" where none is, or a body may be.

    "The skipper and the agent must each report" is not kept by "the agent reports".
    """
    bound = _EACH.match(source.text)
    named = [name for answer in answers for name in doers(answer.statement)]
    if bound is None or not named or not all(map(title, named)):
        return ""
    if any(_TOGETHER.search(answer.statement.text) for answer in answers):
        return ""
    each = [one for one in _AND.split(bound["whom"] or bound["both"]) if title(one)]
    left = [one for one in each if not any(may_be_one(one, name) for name in named)]
    return left[0] if len(left) < len(each) and left and not is_body(left[0]) else ""
