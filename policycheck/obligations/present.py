"""Duties that policies state without a modal verb: "The manager visits every week", "Record the call"."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from policycheck.domain.obligations import Modality
from policycheck.lexicon.roles import is_outside
from policycheck.lexicon.verbs import bases, pasts, state_verbs, third_persons
from policycheck.obligations.actors import (
    agent_of,
    is_participle,
    is_person,
)
from policycheck.obligations.finite import is_verb_after_pronoun
from policycheck.obligations.grammar import MainClause
from policycheck.obligations.matching import predicate_words
from policycheck.obligations.modality import Signal
from policycheck.obligations.narrative import is_child, is_content_document, is_narrative
from policycheck.obligations.sentences import Token
from policycheck.obligations.subjects import Subject, subject_of
from policycheck.obligations.vocabulary import begins_with, word_set

_ADVERBS = word_set("adverbs")
_CONTENT_VERBS = word_set("content_verbs", "narrative")
_DESCRIBED = word_set("described", "narrative")
_DETERMINERS = word_set("determiners")
_GIVING = word_set("giving")
_OPENERS = word_set("openers")
_PREPOSITIONS = word_set("prepositions")
_PRONOUNS = word_set("pronouns")
_TAKING_PLACE = word_set("taking_place", "narrative")
_WEIGHED = word_set("weighed", "narrative")

_NEGATIONS = (("do", "not"), ("does", "not"), ("don't",), ("doesn't",))
_DONE_BY_NOBODY = frozenset(("work", "live", "operate", "run", "lead", "employ", "play"))
_USUALLY = frozenset(("usually", "normally", "generally", "ordinarily"))
_ADVISED = frozenset(("encouraged", "recommended", "advised", "suggested"))
_ADVISING = frozenset(("recommend", "suggest"))
_AFTER_PARTICIPLE = word_set("after_participle", "grammar")
_WHOEVER = frozenset(
    ["every", "all", "each", "any", "anyone", "everyone", "both", "those", "whoever", "you", "us"]
)
_CALLED_FOR = word_set("called_for", "grammar")
_OBJECT = 6  # words of "the prior written approval"
_GRANTING = frozenset(["respect", "respects", "accept", "accepts"])  # "we respect that carers may leave"
_BEING = ("be", "have", "remain")
_CASES = re.compile(r"\b(?:before|after|until|unless|when|whenever|if|once)\b", re.IGNORECASE)


def plain_present(
    text: str,
    tokens: Sequence[Token],
    clause: MainClause,
    *,
    timed: Callable[[], bool],
    skipping: Collection[int] = (),
) -> Signal | None:
    """Return the signal of a sentence in the plain present that binds a reader of a policy, None for a narrative.

    `timed` says, when asked, that the sentence sets a time limit or a period with a figure, which turns a
    description of a thing ("the leaflet is looked over every three years") into a rule. Verbs at the places
    `skipping` are already known to bind nobody.
    """
    if tokens[0].low == "to" and not clause.breaks:
        return None
    for verb in sorted({*clause.verbs, *clause.others[:1]}.difference(skipping)):
        signal = _at_verb(text, tokens, clause, verb, timed=timed)
        if signal is not None:
            return signal
    return None


def _at_verb(
    text: str, tokens: Sequence[Token], clause: MainClause, verb: int, *, timed: Callable[[], bool]
) -> Signal | None:
    subject = subject_of(text, tokens, clause, verb)
    if not subject.text or is_outside(subject.text) or is_narrative(tokens, subject, timed=timed):
        return None
    low = tokens[verb].low
    if low in ("apply", "do") and _says_to_whom(tokens, verb, subject):
        return None
    if low in ("is", "are", "isn't", "aren't"):
        return _being(text, tokens, verb, subject, timed=timed)
    if low in ("has", "have"):
        return _having(text, tokens, verb, subject, timed=timed)
    return _doing(text, tokens, verb, subject, timed=timed)


def _says_to_whom(tokens: Sequence[Token], verb: int, subject: Subject) -> bool:
    """Tell "they apply to every landlord" from "they apply to the court"."""
    words = [token.low for token in tokens[verb : verb + 4]]
    if subject.text.lower() not in ("they", "these", "those", "both", "all"):
        return False
    return words == ["do", "not", "apply", "to"] or (
        words[:2] == ["apply", "to"] and _WHOEVER.issuperset(words[2:3])
    )


def _being(
    text: str, tokens: Sequence[Token], verb: int, subject: Subject, *, timed: Callable[[], bool]
) -> Signal | None:
    place, negated = verb + 1, tokens[verb].low.endswith("n't")
    while place < len(tokens) and (
        tokens[place].low in _ADVERBS or tokens[place].low.endswith("ly") or tokens[place].low == "being"
    ):
        negated = negated or tokens[place].low in ("not", "never")
        place += 1
    if place >= len(tokens) or not is_participle(tokens[place].low) or tokens[place].low in ("been",):
        return None
    participle = tokens[place].low
    read_so = begins_with(("be", *predicate_words(tokens, place)), "after_modal", "skipped")
    if read_so or _describes(tokens, place):
        return None
    agent = agent_of(text, tokens, place)
    firm = (
        bool(agent)
        or negated
        or subject.text.lower().split()[0] in ("all", "every", "each", "no")
        or _CASES.search(text) is not None
        or timed()
    )
    follower = tokens[place + 1].low if place + 1 < len(tokens) else ""
    described = participle in _DESCRIBED and follower not in _ACTS_WITH.get(participle, ())
    if described and not (firm and participle in _WEIGHED):
        return None
    base = pasts().get(participle, "")
    if not firm and (base not in bases() or base in state_verbs()):
        return None
    signal = _signal(text, tokens, verb, place, verb, subject, negated=negated)
    return replace(signal, modality=Modality.RECOMMENDATION) if participle in _ADVISED else signal


# "Is gone" and "is written" describe; "is gone over" and "is written down" is done by somebody.
_ACTS_WITH = {"gone": ("over", "through"), "written": ("down", "up")}


def _describes(tokens: Sequence[Token], place: int) -> bool:
    """Tell "bullying is repeated behaviour" from "calls are recorded in the file"."""
    if place + 1 >= len(tokens) or tokens[place].low in _GIVING:
        return False
    follower = tokens[place + 1].low
    if (
        not follower[0].isalpha()
        or follower.endswith("ly")
        or follower in _ADVERBS
        or follower in _PREPOSITIONS
    ):
        return False
    known = follower in _OPENERS or follower in _DETERMINERS or follower in _PRONOUNS
    return not (known or follower in _AFTER_PARTICIPLE)


def _having(
    text: str, tokens: Sequence[Token], verb: int, subject: Subject, *, timed: Callable[[], bool]
) -> Signal | None:
    rest = [token.low for token in tokens[verb + 1 : verb + 5]]
    everyone = subject.text.lower().split()[0] in ("every", "each", "all", "no")
    if {"right", "rights", "been", "own", "different", "unique", "needs", "need"} & set(rest) or (
        rest and is_participle(rest[0])
    ):
        return None
    return _signal(text, tokens, verb, verb, verb, subject, negated=False) if everyone or timed() else None


def _doing(
    text: str, tokens: Sequence[Token], verb: int, subject: Subject, *, timed: Callable[[], bool]
) -> Signal | None:
    place, negated = verb, False
    if tokens[verb + 1 : verb + 2] and tokens[verb + 1].low == "that" and tokens[verb].low in _GRANTING:
        return None
    for phrase in _NEGATIONS:
        if tuple(token.low for token in tokens[verb : verb + len(phrase)]) == phrase:
            place, negated = verb + len(phrase), True
    while place < len(tokens) - 1 and tokens[place].low in _ADVERBS:
        negated = negated or tokens[place].low == "never"
        place += 1
    word = tokens[place].low
    base = third_persons().get(word, word)
    if (
        base not in bases()
        and base not in state_verbs()
        and not is_verb_after_pronoun(word, tokens[place - 1].low)
        and not (negated and word.isalpha() and is_person(subject.text))
    ):
        return None
    defines = base == "mean" and not subject.negative  # "by an incident we mean" says what a word means
    if defines or not (
        (_calls_for(tokens, place, base) and not subject.negative)
        or _expects(tokens, place, base, subject)
        or _does_something(base, subject, timed=timed)
    ):
        return None
    if base in ("get", "receive") and not subject.negative:
        subject = replace(subject, receives=True)
    negated = negated or any(token.low == "never" for token in tokens[subject.end : verb])
    usually = any(token.low in _USUALLY for token in tokens[subject.end : verb])
    if usually or base in _ADVISING or base == "expect":
        return replace(
            _signal(text, tokens, verb, place, place, subject, negated=False),
            modality=Modality.RECOMMENDATION,
        )
    return _signal(text, tokens, verb, place, place, subject, negated=negated)


def _calls_for(tokens: Sequence[Token], place: int, base: str) -> bool:
    """Tell "orders above £10,000 need the approval of the board" from "a good play needs time"."""
    after = {token.low for token in tokens[place + 1 : place + _OBJECT]}
    denied = bool(after & {"no", "not", "for"})  # "needs no permission", "an excessive need for approval"
    return base in ("require", "need") and not denied and not _CALLED_FOR.isdisjoint(after)


def _expects(tokens: Sequence[Token], place: int, base: str, subject: Subject) -> bool:
    """Tell "we expect guests to be polite" from "we expect to open in May"."""
    after = [token.low for token in tokens[place + 1 : place + _OBJECT + 2]]
    asked = any(pair[0] == "to" and (pair[1] in bases() or pair[1] in _BEING) for pair in pairwise(after[1:]))
    return base == "expect" and asked and is_person(subject.text)


def _does_something(base: str, subject: Subject, *, timed: Callable[[], bool]) -> bool:
    if subject.negative:
        return base not in state_verbs() or base in _DONE_BY_NOBODY
    if is_person(subject.text):
        return (base not in state_verbs() and not is_child(subject.text)) or timed()
    words = subject.text.lower().split()
    if base in _CONTENT_VERBS and " ".join(words[1:]) and is_content_document(words):
        return True
    if base == "go":
        return True
    acts = base in _TAKING_PLACE or (base in bases() and base not in state_verbs())
    return acts and timed()


def _signal(
    text: str, tokens: Sequence[Token], first: int, last: int, after: int, subject: Subject, *, negated: bool
) -> Signal:
    modality = Modality.PROHIBITION if negated or subject.negative else Modality.OBLIGATION
    return Signal(
        modality,
        text[tokens[first].start : tokens[last].end],
        first,
        after,
        subject,
        negated or subject.negative,
    )
