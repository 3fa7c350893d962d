"""Whom a text names as shut out of an act: "and not by a nurse", "neither counsel nor a witness"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from policycheck.matching.holders.acting import acting
from policycheck.matching.holders.doers import appointed, could_act
from policycheck.matching.holders.in_passing import names_somebody
from policycheck.matching.holders.names import title
from policycheck.matching.statements import Statement

_I = re.IGNORECASE
_NAME = r"(?!(?:one|body|more|less|fewer|later|longer|other|person|doubt|need|way|means|account|time|matter|such|it|they|you|we|this|that|there)\b)[\w’'-]+(?:\s(?!(?:who|which|that|shall|may|must|can|is|are|do|does|will|or|nor|and|in|at|on|for|to|by|with|if|when|unless|until|has|have)\b)[\w’'-]+){0,4}?"  # noqa: E501 - one pattern
_A = r"(?:(?:an?|the|any|his|her|their|its|our|your)\s)?"
_END = r"(?=[.,;:]|\s(?:who|which|that|or|nor|and|in|at|on|for|to|with|if|when|unless|until)\b|$)"
_BARS = r"(?:shall|may|must|can|should|is\sto|are\sto|will|do|does|is|are|has|have)"
_PATTERNS = tuple(
    re.compile(pattern, _I)
    for pattern in (
        # "By the surgeon and not by a nurse", "never by the driver"
        rf"(?:,\s|\s)(?:and\s|but\s|or\s)?(?:not|never)\s(?:by|to|from|with)\s(?P<a>{_A}{_NAME}){_END}",
        # "; the driver shall not", ". Guards do not touch them"
        rf"[,;.]\s(?:and\s|but\s)?(?P<a>{_A}{_NAME})\s{_BARS}\s(?:not|never|only)\b(?!\s(?:need|have|be\spaid|pay))",
        # "And no porter may"
        rf"[,;.]\s(?:and\s|but\s)?(?:by\s)?no\s(?P<a>{_NAME})\s(?:shall|may|must|can|is\sto|are\sto|will|is|are|takes?|has|have|does)\b",
        rf"\bneither\s(?P<a>{_A}{_NAME})\snor\s(?P<b>{_A}{_NAME})\s{_BARS}\b",
        # "On no account for the trustees", "must not be left to the guard"
        rf"[,;\s](?:on\sno\saccount|in\sno\scase|under\sno\scircumstances)\s(?:by|for|to|upon|from|with)\s(?P<a>{_A}{_NAME}){_END}",
        rf"\b(?:shall|must|may|should|can|do)\s?not\s(?:leave|delegate|pass|hand|give)\s(?:[\w’'-]+\s){{0,3}}?(?:on\s|over\s)?to\s(?P<a>{_A}{_NAME}){_END}",
        # "Shall not be searched by a man"; not "except by a woman"
        rf"\b(?:must|shall|may|should|can|is|are|will)\s(?:not|never)\s(?:be\s)?\w+\s(?:(?!(?:except|save|but|than)\b)\w+\s){{0,4}}?by\s(?P<a>{_A}{_NAME}){_END}",
        # "Who must not be the head coach", "shall not be its treasurer or its secretary"
        rf"\b(?:must|shall|may|should|can)\s(?:not|never)\s(?:also\s)?be\s(?P<a>(?:the|an?|its|his|her|their)\s{_NAME})(?:\s(?:or|nor)\s(?P<b>{_A}{_NAME}))?{_END}",
        # "Of whom neither is the operator"
        rf"\b(?:neither|none|nobody|no\sone)\s(?:of\swhom\s|of\sthem\s)?(?:is|are|may\sbe|shall\sbe|must\sbe)\s(?P<a>{_A}{_NAME}){_END}",
    )
)


@dataclass(frozen=True, slots=True)
class Barred:
    """The words by which somebody is shut out, and who, as written."""

    written: str
    who: str


@lru_cache(maxsize=8192)
def barred_by_name(rule: Statement) -> tuple[Barred, ...]:
    """Return everybody whom a rule names as shut out, each as written."""
    low = rule.text.lower()
    if not any(word in low for word in ("not", "no ", "never", "neither", "none", "nobody")):
        return ()
    found = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(rule.text):
            for who in match.groupdict().values():
                if who and title(who) and (could_act(who) or names_somebody(who)):
                    found.append(Barred(match[0].strip(" ,;."), who))
    return tuple(dict.fromkeys(found))


def acts_though_barred(rule: Statement, other: Statement) -> tuple[str, str] | None:
    """Return the words that shut somebody out, and those by which the other text has them act, None for neither."""
    barred = barred_by_name(rule)
    if not barred or barred_by_name(other):
        return None
    for one in (*acting(other), *appointed(other)):
        words = title(one)
        for shut in barred:
            if title(shut.who) <= words:
                return shut.written, one
    return None
