"""One side wants somebody told, offered or asked; the other keeps it from them.

What it does: finds a duty to tell, remind, warn, offer or ask, or a ban that waits for consent, and on the other side
words that nothing is said of it: "we do not bring it up", "families are not asked", "say nothing beforehand".
Why it matters: who does not know of a right, a risk or a choice cannot use it, and nothing shows the silence.
"""

import re
from functools import lru_cache

from policycheck.conflicts.acts import Stance, stance_of
from policycheck.conflicts.contrary import is_in_a_case, said_by, spoken
from policycheck.conflicts.drift import drift_objection
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.shared import LIKELY, is_row_of_others, part_met
from policycheck.conflicts.wording import unsaid_message
from policycheck.domain.obligations import Modality
from policycheck.lexicon.no_odds import without_no_odds
from policycheck.lexicon.phrases import patterns_of
from policycheck.matching import Statement

_I = re.IGNORECASE


def unsaid(pair: Pair) -> Objection | None:
    """Return the objection, or None where nothing is kept from anybody whom the other side wants told or asked."""
    words = pair.told_by_either(_found)
    if words is None or not (part_met(pair.a, pair.b) or pair.probability >= LIKELY):
        return None
    return drift_objection(pair, words, by="unsaid", message=unsaid_message)


def _found(asks: Statement, keeps: Statement) -> tuple[str, str] | None:
    """Return the words that ask for somebody to be told or asked, and those by which nothing is said."""
    kept = kept_quiet(keeps)
    if not kept or asks.said is None:
        return None
    if is_row_of_others(keeps, asks):
        return None
    told = _to_be_told(asks)
    return (told, kept) if told and not kept_quiet(asks) else None


@lru_cache(maxsize=8192)
def _to_be_told(asks: Statement) -> str:
    """Return the words by which somebody is to be told or asked, or what a ban waits for where that is their word."""
    said, text = asks.said, without_no_odds(spoken(asks))
    if said is None or said.modality in (Modality.PERMISSION, Modality.RECOMMENDATION):
        return ""
    if stance_of(said) is Stance.FORBIDS:
        return said_by(asks, "until") if _CONSENT.search(text) else ""
    for found in patterns_of("silence", "telling").finditer(text):
        before = text[: found.start()]
        if not (is_in_a_case(before) or _A_THING.search(before)):
            return found[0]
    return ""


# "An offer stands", "in the next report": nobody is told anything.
_A_THING = re.compile(
    r"\b(?:an?|the|its|their|your|our|his|her|next|last|this|that|any|each|every|of|with)\s$", _I
)


# What a ban waits for is somebody's word, or that they know.
_CONSENT = re.compile(
    r"\b(?:without|unless|until|except|save|only|before)\b[^.;]*\b(?:consent|agree\w*|permission|leave|notice|warning|knowledge|approv\w+|wish\w*|request|"
    r"said\syes|says?\syes|told|informed|warned|asked|consulted|know)\b",
    _I,
)


@lru_cache(maxsize=8192)
def kept_quiet(statement: Statement) -> str:
    """Return the words by which a statement has nothing said, offered or asked, "" without any."""
    text = spoken(statement)
    for found in patterns_of("silence", "quiet").finditer(text):
        if not is_in_a_case(text[: found.start()]) and not _TURNED.match(text, found.end()):
            return found[0]
    return ""


_TURNED = re.compile(
    r"[^.;:,]{0,40}\b(?:until|till|unless|before|without|except|only|more\sthan|twice|again)\b|\s?to\b", _I
)
