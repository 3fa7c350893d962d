"""What was so once, and what somebody hopes or believes: neither is an answer to a duty."""

import re
from collections.abc import Sequence

from policycheck.lexicon.verbs import pasts
from policycheck.obligations.figures.numbers import NUMBER
from policycheck.obligations.grammar import MainClause, main_clause
from policycheck.obligations.sentences import Token, split_sentences, tokens_of
from policycheck.obligations.vocabulary import word_set

_SPANS = r"(?:weeks|months|seasons|years|decades|centuries|generations)"
_SPAN = rf"(?:{_SPANS}|days?|week|month|year|decade|century)"
# "For two years" and "within the last year" may be how long a rule holds; these look back.
_LONG_AGO = re.compile(
    r"\b(?:in|during|until|before|from|since|around|about|by)\s(?:the\s)?(?:early\s|mid-?\s?|late\s)?(?:1\d|20)\d\ds?\b|"
    r"\bsince\s(?:the\s)?(?:early|late|days|war|start|beginning|opening|foundation|then|time|we|our|its|their)\b|"
    rf"\b(?:for|over)\s(?:(?:the\s(?:last|past)|over|more\sthan|nearly|almost)\s(?:{NUMBER}\s)?|many\s|several\s|some\s)?{_SPANS}\b|"
    rf"(?<!the\s)\b(?:last|previous)\s(?:night|week|month|summer|winter|autumn|spring|season|year|decade|century)\b|"
    rf"\b{_SPAN}\sago\b|"
    r"\b(?:yesterday|historically|formerly|originally|until\srecently|in\sthe\s(?:old\sdays|past)|in\sthose\sdays)\b",
    re.IGNORECASE,
)
_USED_TO = re.compile(
    r"^(?!.*\b(?:is|are)\b)[^,;:]{2,60}\bused\sto\s(?!(?:the|a|an|this|that)\b)", re.IGNORECASE
)
_PERFECT = frozenset(["has", "have", "had", "hasn't", "haven't"])
_PAST = frozenset(["was", "were", "had", "did"])
_HOPES = re.compile(
    r"(?:we|i|they|people|many|some)\s(?:\w+ly\s|all\s)?(?:hope|believe|think|know|feel|are\sproud)\b\s(?!how|where|when|what|who)",
    re.IGNORECASE,
)


def is_narrated(text: str) -> bool:
    """Tell whether a text only narrates: every sentence is of the past, or of what somebody hopes or believes."""
    sentences = split_sentences(text)
    return bool(sentences) and all(_is_past(one) or _HOPES.match(one) is not None for one in sentences)


def _is_past(sentence: str) -> bool:
    """Tell "keepers have checked it since 1794" from "a gate opens once it has been checked"."""
    tokens = tokens_of(sentence)
    clause = main_clause(tokens)
    main = sorted({*clause.verbs, *clause.others})
    if any(tokens[verb].low not in _PERFECT | _PAST for verb in main):
        return False
    if _USED_TO.match(sentence):
        return True
    told = _outside_cases(sentence, tokens, clause)
    if not main:
        return _LONG_AGO.search(told) is not None and _has_past_verb(tokens)
    low = tokens[main[0]].low
    perfect = low in _PERFECT and any(token.low in pasts() for token in tokens[main[0] + 1 : main[0] + 4])
    lasting = perfect and any(
        token.low.endswith("ing") and tokens[at - 1].low == "been" for at, token in enumerate(tokens) if at
    )
    return lasting or ((perfect or low in _PAST) and _LONG_AGO.search(told) is not None)


def _outside_cases(sentence: str, tokens: Sequence[Token], clause: MainClause) -> str:
    """Return a sentence without the clauses that say when or who: "staff who have worked for two years"."""
    if not clause.openers:
        return sentence
    first = clause.openers[0]
    ends = [mark for mark in clause.breaks if mark > first]
    return sentence[: tokens[first].start] + (sentence[tokens[ends[0]].end :] if ends else "")


def _has_past_verb(tokens: Sequence[Token]) -> bool:
    """Tell whether a past form follows its subject at once: "keepers checked", not "the checked gate"."""
    known = word_set("determiners") | word_set("prepositions")
    return any(
        token.low in pasts() and tokens[at - 1].low.isalpha() and tokens[at - 1].low not in known
        for at, token in enumerate(tokens)
        if at
    )
