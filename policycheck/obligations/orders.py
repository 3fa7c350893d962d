"""Orders to the reader: "Record the call in the file.", "Never leave a child alone", and what is not one."""

from collections.abc import Sequence
from itertools import pairwise

from policycheck.domain.obligations import Modality
from policycheck.lexicon.verbs import bases, noun_like, third_persons
from policycheck.obligations.grammar import MainClause
from policycheck.obligations.matching import presses
from policycheck.obligations.modality import Signal
from policycheck.obligations.sentences import Token
from policycheck.obligations.subjects import Subject
from policycheck.obligations.vocabulary import word_set

_STRICT_AFTER_IMPERATIVE = word_set("strict_after_imperative", "grammar")


# "To make a claim, send us the receipt", "Next, ring the nurse"
_LEADS_IN = frozenset(
    ["in", "on", "at", "as", "within", "for", "with", "by", "to", "next", "finally", "lastly", "afterwards", "instead",
     "rather", "whatever", "during", "upon", "following", "outside", "without", "from"]
)  # fmt: skip
_NO_ORDERS = frozenset(["worry", "hesitate", "despair"])
_WISHED = frozenset(["good", "great", "nice", "lovely", "safe", "happy"])
_WISH = 6  # words of "Have a good trip."
_HELD = frozenset(["your", "a", "an", "the", "all", "at", "any", "their", "his", "her"])
_JOINS = frozenset(["and", "but", "so", "then", "also", "either"])
_EARLY = 8
_ORDERS_WITHOUT_ARTICLE = word_set("orders_without_article", "grammar")
_NEVER_AFTER_IMPERATIVE = word_set("never_after_imperative", "grammar")


_NOT_A_SENTENCE = 3


def imperative(text: str, tokens: Sequence[Token], clause: MainClause) -> Signal | None:
    """Return the signal of an order: "Record the call in the file.", "Never leave a child alone.", None otherwise."""
    place = _imperative_place(tokens)
    if place is None:
        return None
    negated, first = False, place
    while place < len(tokens) and (
        tokens[place].low in word_set("adverbs") or tokens[place].low in ("do", "don't", "please")
    ):
        negated = negated or tokens[place].low in ("not", "never", "don't")
        place += 1
    denied_at = place
    if negated and presses(tokens, place):
        place += 3
    if place + 1 >= len(tokens) or not _orders(tokens, place, clause, denied_at):
        return None
    modality = Modality.PROHIBITION if negated else Modality.OBLIGATION
    words = text[tokens[first if negated else place].start : tokens[place].end]
    return Signal(modality, words, place, place, Subject("", place, place), negated)


def _imperative_place(tokens: Sequence[Token]) -> int | None:
    """Return where an order begins: at the head, or after "If ...," and "In an emergency,"."""
    place = 0
    while place < len(tokens) and (
        tokens[place].low in "•*-–—\"“'‘("
        or tokens[place].low.rstrip(".").isdigit()
        or tokens[place].low in (".", ")")
    ):
        place += 1
    if place < len(tokens) and (
        tokens[place].low in word_set("openers")
        or tokens[place].low in word_set("weak_openers")
        or tokens[place].low in _LEADS_IN
    ):
        for comma in range(place, len(tokens)):
            if tokens[comma].low in (",", "—", "–", ":"):
                aims = tokens[place].low == "to" and _in_row(tokens, comma, reach=len(tokens))
                return comma + 1 if comma + 1 < len(tokens) and not aims else None
        return None
    while place < len(tokens) - 1 and tokens[place].low in _JOINS:
        place += 1
    return place if place < len(tokens) else None


def _orders(tokens: Sequence[Token], place: int, clause: MainClause, denied_at: int) -> bool:
    word, follower = tokens[place].low, tokens[place + 1].low
    if follower == ":":
        return word in bases() - {"see"} and word not in noun_like() and place + 2 == len(tokens)
    forbids = _forbids(tokens, place, denied_at) and follower not in _NEVER_AFTER_IMPERATIVE
    if forbids or _is_to_be_so(tokens, place) or _in_series(tokens, place):
        return True
    # "Staff who smoke must", "Land that adjoins a road must be fenced"
    of_whom = word in noun_like() and follower in ("who", "that", "which") and bool(clause.verbs)
    if (
        of_whom
        or _tells(word, follower)
        or follower in _NEVER_AFTER_IMPERATIVE
        or _has_verb_soon(clause, place)
    ):
        return False
    if word not in noun_like() or follower in _STRICT_AFTER_IMPERATIVE:
        return True
    if place and tokens[place - 1].low in (",", "not", "never", "don't", "please", "always"):
        return not _in_row(tokens, place)
    alone = (
        tokens[-1].low == "." and not clause.verbs and all(_is_object(tokens, one) for one in clause.others)
    )
    # "Work closely with the school."
    with_adverb = place == 0 and follower.endswith("ly")
    return alone and (with_adverb or word in _ORDERS_WITHOUT_ARTICLE) and len(tokens) > _NOT_A_SENTENCE


def _tells(word: str, follower: str) -> bool:
    """Tell "see section 4", "thank you" and what is no verb from an order."""
    seen = word == "see" and follower not in ("that", "to")
    return seen or (word == "thank" and follower == "you") or word not in bases()


def _is_to_be_so(tokens: Sequence[Token], place: int) -> bool:
    """Tell "Be on time" and "Have your pass ready" from "Have you ever been late"."""
    word, follower = tokens[place].low, tokens[place + 1].low
    wishes = len(tokens) <= _WISH and not _WISHED.isdisjoint(token.low for token in tokens)
    return (word == "be" and follower.isalpha()) or (word == "have" and follower in _HELD and not wishes)


def _in_series(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether orders are listed: "Check, clean and put away all tools"."""
    known = bases()
    if tokens[place].low not in known or tokens[place + 1].low != "," or place + 4 >= len(tokens):
        return False
    return (
        tokens[place + 2].low in known
        and tokens[place + 3].low in (",", "and")
        and tokens[place + 4].low in known
    )


def _is_object(tokens: Sequence[Token], place: int) -> bool:
    """Tell "contact emergency services if required" from "contact forms record the time"."""
    low, follower = tokens[place].low, tokens[place + 1].low if place + 1 < len(tokens) else ""
    return third_persons().get(low, "") in noun_like() and follower not in word_set("determiners")


def _forbids(tokens: Sequence[Token], place: int, denied_at: int) -> bool:
    """After "do not" any word is the verb of an order, known or not: "do not block the exit"."""
    before = [token.low for token in tokens[max(0, denied_at - 2) : denied_at]]
    word = tokens[place].low
    known = word in _NO_ORDERS or (
        word in word_set("determiners") or word in word_set("pronouns") or word in word_set("prepositions")
    )
    return (before == ["do", "not"] or before[-1:] == ["don't"]) and word.isalpha() and not known


def _in_row(tokens: Sequence[Token], place: int, *, reach: int = 3) -> bool:
    """Tell the middle of "a carer, staff member, or volunteer" from an order."""
    row = [token.low for token in tokens[place + 1 : place + 1 + reach]]
    return any(pair in ((",", "or"), (",", "and")) for pair in pairwise(row))


def _has_verb_soon(clause: MainClause, place: int) -> bool:
    """Tell whether a finite verb follows at once, which makes the word at `place` part of its subject."""
    later = [opener for opener in clause.openers if opener > place]
    verbs = [verb for verb in clause.verbs if verb > place and not any(opener < verb for opener in later)]
    if not verbs or verbs[0] - place >= _EARLY:
        return False
    return not any(place < mark < verbs[0] for mark in clause.breaks)
