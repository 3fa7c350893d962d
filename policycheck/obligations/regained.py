"""The main clause's verb where a clause inside took it: "A sum which the court orders must be paid"."""

from collections.abc import Sequence

from policycheck.lexicon.verbs import bases, pasts, state_verbs, third_persons
from policycheck.obligations.finite import (
    AUXILIARIES,
    MODALS,
    is_unknown,
    is_verb_after_relative,
    looks_plural,
    word_before,
)
from policycheck.obligations.openers import SUBJECT_PRONOUNS, Opened
from policycheck.obligations.sentences import Token
from policycheck.obligations.vocabulary import word_set

_ADVERBS = word_set("adverbs")
_DETERMINERS = word_set("determiners")
_OPENERS = word_set("openers")
_PREPOSITIONS = word_set("prepositions")
_PRONOUNS = word_set("pronouns")
_TOLD = word_set(
    "told", "grammar"
)  # "a requirement that ...", "says that ...": what follows is told, not asked
_OF_PLACE_AND_TIME = frozenset(["where", "when"])
_DEMONSTRATED = 4  # words of "that written statement" before the verb


def regained(tokens: Sequence[Token], opened: Opened, verb: int, openers: Sequence[int]) -> bool:
    """Tell whether the verb that an open clause took must be the main clause's, which has none.

    So it is where another word may be the verb of the clause ("which the court ORDERS must be paid"), or where
    "that" opened none ("whose form lacks that signature must be told").
    """
    if _leaves_gap(tokens, verb):
        return False
    if opened.that and _is_demonstrative(tokens, opened, verb, openers):
        return True
    if not _follows_noun(tokens, opened):
        return False
    return any(_may_be_verb(tokens, opened, place) for place in range(opened.place + 1, verb))


def follows_strange_verb(tokens: Sequence[Token], opened: Opened, verb: int) -> bool:
    """Tell whether the word after "that" must be its verb though no list has it: "Dogs that zibble must be shut in"."""
    strange = tokens[opened.place + 1].low if opened.place + 1 < verb else ""
    return (
        tokens[opened.place].low in ("that", "which")
        and _follows_noun(tokens, opened)
        and bool(strange)
        and is_unknown(strange)
        and not looks_plural(strange)
        and not _leaves_gap(tokens, verb)
    )


def _follows_noun(tokens: Sequence[Token], opened: Opened) -> bool:
    """Tell "sums which ..." and "rooms where ..." from "says that ..." and from a condition at the head."""
    low = tokens[opened.place].low
    before = tokens[opened.place - 1].low if opened.place else ""
    if low == "what":
        return not before or before in _PREPOSITIONS
    if not before or not (before[-1].isalnum() or before in ",)"):
        return False
    if opened.that:
        return before not in _TOLD
    return opened.relative or (low in _OF_PLACE_AND_TIME and before not in _TOLD and before != ",")


def _may_be_verb(tokens: Sequence[Token], opened: Opened, place: int) -> bool:
    low = tokens[place].low
    before = word_before(tokens, place)
    begin = opened.place + 1
    while begin < place and tokens[begin].low in _ADVERBS - _DETERMINERS:
        begin += 1
    if begin == place:
        return is_verb_after_relative(tokens, opened, place)
    if before in _DETERMINERS or before in _PREPOSITIONS or before == "to" or before.endswith(("'s", "s'")):
        return False
    first = tokens[begin]
    named = (
        first.low in _DETERMINERS
        or first.low in _PRONOUNS
        or len(first.low) == 1
        or before == "who"
        or tokens[opened.place].low == "whose"  # "whose employment ends must be paid"
    )
    if low in third_persons() or _acts_before_passive(tokens, opened, place):
        return named and not looks_plural(before)
    if low in pasts():
        return named
    return (low in bases() or low in state_verbs()) and (before in SUBJECT_PRONOUNS or looks_plural(before))


def _acts_before_passive(tokens: Sequence[Token], opened: Opened, place: int) -> bool:
    """In "which the Ombud zibbles must be paid" the strange word must be the verb: nothing is left out after it."""
    after = [token.low for token in tokens[place + 1 : place + 3]]
    which = tokens[opened.place].low == "which" and tokens[opened.place - 1].low not in _PREPOSITIONS
    return (
        which and tokens[place].low.endswith("s") and after[:1] != [] and after[0] in MODALS and "be" in after
    )


def _is_demonstrative(tokens: Sequence[Token], opened: Opened, verb: int, openers: Sequence[int]) -> bool:
    """Tell "who fails that test must" from "who says that notice must"."""
    before = tokens[opened.place - 1].low if opened.place else ""
    inside = any(opener < opened.place for opener in openers)
    acts = before in third_persons() or before in pasts() or before in bases() or before in ("has", "have")
    after = tokens[opened.place + 1].low
    return (
        inside
        and acts
        and before not in _TOLD
        and verb - opened.place <= _DEMONSTRATED
        and after not in _DETERMINERS
        and after not in _PRONOUNS
        and not looks_plural(after)
    )


def _leaves_gap(tokens: Sequence[Token], verb: int) -> bool:
    """Tell "which the records must meet", where "which" is what they meet, from a whole sentence."""
    place = verb + 1
    while place < len(tokens) and (tokens[place].low in _ADVERBS or tokens[place].low == "to"):
        place += 1
    if place >= len(tokens):
        return True
    if tokens[place].low in ("be", "been") or tokens[verb].low in AUXILIARIES - {"has", "have"}:
        return False
    after = tokens[place + 1].low if place + 1 < len(tokens) else "."
    return (
        tokens[place].low in MODALS or not after[0].isalnum() or after in _PREPOSITIONS or after in _OPENERS
    )
