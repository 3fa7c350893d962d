"""One side forbids that a thing hangs on a condition; the other makes it wait for that very condition.

What it does: finds a ban on making something "conditional on" or "depend on" a thing, or a duty for which it makes no
odds ("whether or not"), and, on the other side, the same thing, or money for money, after a word that waits for it:
"once", "only after", "unless", "until".
Why it matters: whoever cannot meet the condition goes without what was to be theirs in any case.
"""

import re

from policycheck.conflicts.acts import Stance, stance_of
from policycheck.conflicts.drift import drift_objection
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.shared import share
from policycheck.conflicts.wording import practice_message, waits_message
from policycheck.domain.obligations import Modality
from policycheck.lexicon.families import families
from policycheck.lexicon.no_odds import no_odds_of, without_no_odds
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement

_I = re.IGNORECASE
_HANGS_ON = re.compile(
    r"\b(?:conditional|dependent|contingent)\s(?:up)?on\s(?P<what>[^.;]{3,90})|"
    r"\b(?:depends?|turns?|hangs?)\s(?:up)?on\s(?P<what2>[^.;]{3,90})|"
    r"\b(?:as|on)\s(?:a\s)?(?:pre)?condition\s(?:of|that|for)\s(?P<what3>[^.;]{3,90})",
    _I,
)
_WAITS = re.compile(
    r"\b(?:once|only\s(?:after|once|when|if|on|upon)|unless|until|till|provided(?:\sthat)?|as\ssoon\sas|"
    r"on\scondition\sthat|in\sreturn\sfor|in\sexchange\sfor|not\sbefore|must\sfirst)\s(?P<what>[^.;]{3,90})",
    _I,
)
_MONEY = re.compile(r"£|\b(?:pay\w*|paid|fees?|gifts?|donations?|deposits?|contributions?|purchase\w*)\b", _I)


def made_conditional(pair: Pair) -> Objection | None:
    """Return the objection, or None where nothing waits for what the other side forbids to wait for."""
    words, message = pair.told_by_either(_found), practice_message
    if words is None:
        words, message = pair.told_by_either(_waits_for_no_odds), waits_message
    return None if words is None else drift_objection(pair, words, by="made_conditional", message=message)


def _found(bans: Statement, waits: Statement) -> tuple[str, str] | None:
    """Return the words for a condition that is banned, and those by which it is waited for all the same."""
    if bans.reading is None or stance_of(bans.reading) is not Stance.FORBIDS or _HANGS_ON.search(waits.text):
        return None
    banned = _HANGS_ON.search(bans.text)
    if banned is None:
        return None
    what = next(group for group in banned.groups() if group)
    named = families(content_words(what))
    for found in _WAITS.finditer(waits.text):
        both_money = _MONEY.search(what) and _MONEY.search(found["what"])
        if both_money or named & families(content_words(found["what"])):
            return banned[0], found[0]
    return None


_ONLY_THEN = re.compile(
    r"\b(?:(?:only|not|except|but)\s(?:when|if|where|once)|unless|on\scondition\sthat)\s(?P<what>[^.,;:]{3,90})",
    _I,
)
_MOST = 0.5  # of the words of the smaller


def _waits_for_no_odds(does: Statement, waits: Statement) -> tuple[str, str] | None:
    """Return the words for what makes no odds to a duty, and those by which the other side waits for it."""
    if does.said is None or does.said.modality is not Modality.OBLIGATION or no_odds_of(waits.text):
        return None
    for written, what in no_odds_of(does.text):
        named = families(content_words(what))
        rest = families(content_words(without_no_odds(does.text))) - named
        for found in _ONLY_THEN.finditer(waits.text):
            awaited = families(content_words(found["what"]))
            done = families(content_words(waits.text.replace(found[0], " ", 1)))
            if share(named, awaited) >= _MOST and share(rest, done) >= _MOST:
                return written, found[0]
    return None
