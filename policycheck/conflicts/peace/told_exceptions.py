"""An exception that a clause makes in the sentence after its rule, beside a text about that very case."""

import re
from functools import lru_cache

from policycheck.lexicon.families import families
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement
from policycheck.matching.statements import SENTENCE_END

_EXCEPTS = re.compile(
    r"\b(?:is|are|was|being|[’']s)\s(?:the|an)\s(?:(?:one|only|sole|single)\s)?exceptions?\b|\bexceptions?\s(?:is|are|being)\b|"
    r"\b(?:one|only|sole|single)\s(?:time|case|exception|occasion|moment|situation|thing|place)\b|"
    r"\b(?:by\sway\sof|as)\s(?:an\s|the\s)?exception\b|\bexceptionally\b|"
    r"\b(?:that|this|the)\s(?:rule|ban)\s(?:gives\sway|is\slifted|falls|yields|is\sset\saside)\b|"
    r"\b(?:does|do|shall)\snot\s(?:count|apply|extend|reach)\b|\bnothing\sin\b[^.;]{0,40}\b(?:prevents?|stops?|forbids?)\b",
    re.IGNORECASE,
)


def is_told_as_exception(a: Statement, b: Statement) -> bool:
    """Tell whether what stands beside one rule in its clause excepts a case, and the other text speaks of that case.

    "Cameras stay outside. The prize-giving is the one time when they may come in."
    """
    return bool(_excepted(a) & _said(b)) or bool(_excepted(b) & _said(a))


@lru_cache(maxsize=8192)
def _excepted(rule: Statement) -> frozenset[str]:
    """Return the families of the words for the case that is excepted beside a rule, without those of the rule."""
    if rule.is_row or not _EXCEPTS.search(rule.in_context):
        return frozenset()
    heading = rule.section.rpartition(" / ")[2]
    around = rule.in_context.removeprefix(f"{heading}: ").replace(rule.text, "\n")
    told = [one for part in around.split("\n") for one in SENTENCE_END.split(part) if _EXCEPTS.search(one)]
    return families(content_words(" ".join(told))) - families(content_words(rule.text))


@lru_cache(maxsize=8192)
def _said(one: Statement) -> frozenset[str]:
    return families(one.words | frozenset(content_words(one.section.rpartition(" / ")[2])))
