"""When a policy keeps a ban though it bans nothing itself.

It gives what must not be refused, or permits no more than the bound that the ban names.
"""

import re
from functools import cache

from policycheck.domain.figures import FigureKind
from policycheck.domain.obligations import Modality
from policycheck.lexicon.data import load
from policycheck.lexicon.phrases import compile_phrases
from policycheck.lexicon.words import stem, stop_words
from policycheck.matching import Statement
from policycheck.matching.figures import agreeing
from policycheck.matching.parts import forbids

_I = re.IGNORECASE
_PASSIVE = re.compile(r"^.*?\bbe\s", _I)
_WORD = re.compile(r"[a-z]+")
_DENIAL = re.compile(r"\b(?:no|not|never|nobody|none|nor|neither|cannot|without)\b|n[’']t\b", _I)
# An age or an hour says who or when, whatever is done then.
_OF_A_CASE = (FigureKind.AGE, FigureKind.CLOCK)


def keeps_ban(source: Statement, policy: Statement) -> bool:
    """Tell whether what a policy does or permits is plainly not what a source bans.

    "Tenants are given permits" keeps "a permit must not be refused"; "may be left for two hours" keeps "must not be
    left for more than two hours".
    """
    reading, said = source.reading, policy.said
    if reading is None or said is None or not forbids(reading) or forbids(said):
        return False
    bounded = [one for one in source.figures if one.bound is not None and one.kind not in _OF_A_CASE]
    if bounded:
        permits = said.modality is Modality.PERMISSION
        return permits and agreeing(bounded, policy.figures) == len(bounded)
    if _turning().search(source.text) is not None:
        return False  # it may be refused in some case
    return _takes_away(_PASSIVE.sub("", reading.act)) and not _takes_away_anywhere(policy.text)


def _takes_away(act: str) -> bool:
    """Tell whether the verb of an act refuses, withdraws or worsens something."""
    words = (word for word in _WORD.findall(act.lower()) if word not in stop_words())
    return stem(next(words, "")) in _taking_away()


def _takes_away_anywhere(text: str) -> bool:
    words = map(stem, _WORD.findall(text.lower()))
    return _DENIAL.search(text) is not None or not _taking_away().isdisjoint(words)


@cache
def _taking_away() -> frozenset[str]:
    return frozenset(map(stem, load("wordings")["taking_away"]))


@cache
def _turning() -> re.Pattern[str]:
    return compile_phrases(load("wordings")["turning"])
