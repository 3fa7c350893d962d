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
    r"(?:(?:this|the|what)\s)?(?:(?:rules?|paragraphs?|clauses?|sections?|regulations?|"
    r"articles?|rows?|items?|points?|standards?)\s)?\(?\d"
)
# A rule by its number, or by what it is about: "rule 3", "the rule on parking", "the library's rule".
_NAMED = rf"(?:{_PLACE}[\w.()]*|(?:the|this|that|our)\s(?:[\w’'-]+\s){{0,3}}?(?:rules?|bans?|limits?|requirements?)\b)"
_BY_EXCEPTION = re.compile(
    rf"\b(?:as|the|an|one|only|sole|single|express)\sexceptions?\s(?:to|from)\s{_NAMED}|"
    rf"\b(?:despite|notwithstanding|in\sspite\sof)\s(?:what\s)?{_NAMED}|\b{_NAMED}\s(?:notwithstanding|apart|aside)\b|"
    rf"\bexempt(?:ed)?\sfrom\s{_NAMED}|\bto\s{_NAMED}[^.;]{{0,40}}\b(?:an|one|single|sole)\sexception\b|"
    rf"\b{_NAMED}[^.;]{{0,60}}?\b(?:has|have|with|allows?)\s(?:an?|one|two|some)\s(?:\w+\s)?(?:exception|exemption|let-out)s?\b|"
    r"^(?:save|except)\s(?:that|where|when|if|for)\b(?![^.;]*,)|"
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
