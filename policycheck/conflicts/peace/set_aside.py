"""What a statement says of itself that takes it out of the way of another: it was so once, or it is an exception."""

import re
from functools import lru_cache

from policycheck.matching import Statement

_I = re.IGNORECASE
_ONCE = (
    r"(?:(?:until|till|up\sto|before|prior\sto)\s(?:[\w’'-]+\s){0,4}?(?:last\s(?:year|month|week|autumn|winter|spring|summer|term)|"
    r"(?:years?|months?|weeks?)\sago|recently)|in\s(?:the\spast|former\s(?:years|times|days)|earlier\syears|days\sgone\sby)|"
    r"in\sprevious\s(?:years|versions)|formerly|historically|at\sone\stime|in\sthe\sold\sdays)"
)
_WAS = r"(?:was|were|had|did|used\sto|would)"
_OF_THE_PAST = re.compile(
    rf"\b{_ONCE}\b[^.;]*\b{_WAS}\b|\b{_WAS}\b[^.;]*\b{_ONCE}\b|\bused\sto\s(?!be\sused|(?:the|a)\b)\w+", _I
)
# "Were" after "if" tells a case, and "will" or "must" what holds today.
_HOLDS = re.compile(r"\b(?:if|must|shall|will|may|should|can|is|are)\b", _I)
_PLACE = (
    r"(?:(?:this|the)\s)?(?:(?:rules?|paragraphs?|clauses?|sections?|regulations?|"
    r"articles?|rows?|items?|points?|standards?)\s)?\(?\d"
)
_BY_EXCEPTION = re.compile(
    rf"\b(?:by\sway\sof|as)\s(?:an\s)?(?:express\s)?exceptions?\s(?:to|from)\s{_PLACE}|"
    rf"\b(?:despite|notwithstanding|in\sspite\sof|in\sderogation\sfrom|disregarding)\s{_PLACE}|"
    r"\b(?:that|this|it)(?:\sis|[’']s)\sthe\s(?:one|only|sole)\s(?:time|occasion|case|exception)\b|\bby\sway\sof\s(?:an\s)?exception\b|"
    r"\bunlike\s(?:the\s(?:rest|others)|everyone\selse|everybody\selse)\b",
    _I,
)


@lru_cache(maxsize=8192)
def is_of_the_past(statement: Statement) -> bool:
    """Tell whether a statement says how things were done once: "until last year five days were given"."""
    return _OF_THE_PAST.search(statement.text) is not None and _HOLDS.search(statement.text) is None


@lru_cache(maxsize=8192)
def is_by_exception(statement: Statement) -> bool:
    """Tell whether a statement says that it is an exception to a rule that it names: "as an exception to 4.1"."""
    return _BY_EXCEPTION.search(statement.text) is not None
