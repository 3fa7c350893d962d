"""Duties that policies state without a modal verb: "The manager visits every week", "Record the call"."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from policycheck.domain.obligations import Modality
from policycheck.lexicon.roles import is_body, is_outside
from policycheck.lexicon.verbs import bases, pasts, state_verbs, third_persons
from policycheck.obligations.actors import (
    agent_of,
    is_actor,
    is_participle,
    is_person,
)
from policycheck.obligations.figures.durations import UNIT_FORMS
from policycheck.obligations.finite import NUMBER_WORDS, is_verb_after_pronoun
from policycheck.obligations.grammar import MainClause
from policycheck.obligations.matching import keeps_out, predicate_words
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
_MEANING_TO = frozenset(("plan", "intend"))  # "plans to check the tank" promises no more than an attempt
_AFTER_PARTICIPLE = word_set("after_participle", "grammar")
_WHOEVER = frozenset(
    ["every", "all", "each", "any", "anyone", "everyone", "both", "those", "whoever", "you", "us"]
)
_CALLED_FOR = word_set("called_for", "grammar")
_OBJECT = 6  # words of "the prior written approval"
_GRANTING = frozenset(["respect", "respects", "accept", "accepts"])  # "we respect that carers may leave"
_TO_OR_SINCE = frozenset(["to", "in", "within", "from", "after", "following", "of", "beginning", "starting"])
_BEING = ("be", "have", "remain")
_HOPING = ("hope", "believe", "think", "feel")
_BELIEVING = frozenset((*_HOPING, *(f"{verb}s" for verb in _HOPING), "know", "knows"))
_LINKS = frozenset(("and", "but", "or", "so", "then", ",", ";"))
_BOUNDS = (
    *((no, more, "than") for no in ("no", "not", "never") for more in ("more", "fewer", "less")),
    ("at", "least"),
    ("at", "most"),
)
_FOR_EACH = re.compile(r"\b(?:(?:for|to)\s(?:every|each)|at\sall\stimes|always|never)\b", re.IGNORECASE)
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
        if _is_believed(tokens, clause, verb):
            continue
        signal = _at_verb(text, tokens, clause, verb, timed=timed)
        if signal is not None:
            return signal
    return None


def _is_believed(tokens: Sequence[Token], clause: MainClause, verb: int) -> bool:
    """In "we hope that the gates are checked" nobody says that they are."""
    return any(
        tokens[place].low in _BELIEVING and _LINKS.isdisjoint(token.low for token in tokens[place:verb])
        for place in clause.others
        if place < verb
    )


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
    if subject.text.lower() == "there":
        bounded = _is_bounded(tokens, verb) and _FOR_EACH.search(text) is not None
        return (
            _signal(text, tokens, verb, verb, verb, subject, negated=_is_never(tokens, verb))
            if bounded
            else None
        )
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
        or subject.denied
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
    # "A boat has no more than six oars" sets a bound; "the boat has six oars" is a fact.
    any_one = subject.text.lower().split()[0] in ("a", "an") and _is_bounded(tokens, verb)
    if not (everyone or any_one or timed()):
        return None
    negated = any_one and _is_never(tokens, verb)
    return _signal(text, tokens, verb, verb, _time_to_act(tokens, verb), subject, negated=negated)


def _is_never(tokens: Sequence[Token], verb: int) -> bool:
    return "never" in (token.low for token in tokens[verb - 1 : verb + 2])


def _is_bounded(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether a verb is followed by the most or the least number that there may be: "never has more than four"."""
    low = [token.low for token in tokens[verb + 1 : verb + 6] if token.low != "always"]
    if tokens[verb - 1].low == "never":
        low.insert(0, "never")
    length = next((len(bound) for bound in _BOUNDS if tuple(low[: len(bound)]) == bound), 0)
    return 0 < length < len(low) and (low[length] in NUMBER_WORDS or low[length].isdigit())


def _time_to_act(tokens: Sequence[Token], verb: int) -> int:
    """Return where the act of "has three months from joining to pay" begins, without one the place of the verb."""
    units = [
        place for place in range(verb + 1, min(verb + 6, len(tokens))) if tokens[place].low in UNIT_FORMS
    ]
    for place in range(units[0] + 1 if units else len(tokens), len(tokens) - 1):
        low = tokens[place].low
        if low in (";", ",", ":") or (place == units[0] + 1 and low not in _TO_OR_SINCE):
            break
        if low == "to" and tokens[place + 1].low in bases() | state_verbs():
            return place + 1
    return verb


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
    hopes = base in _HOPING or (base == "know" and predicate_words(tokens, place + 1)[:1] == ("that",))
    defines = base == "mean" and not subject.negative  # "by an incident we mean" says what a word means
    if (
        hopes
        or defines
        or not (
            (_calls_for(tokens, place, base) and not subject.negative)
            or _expects(tokens, place, base, subject)
            or _does_something(base, subject, timed=timed)
        )
    ):
        return None
    if base in ("get", "receive") and not subject.negative:
        subject = replace(subject, receives=True)
    negated = negated or any(token.low == "never" for token in tokens[subject.end : verb])
    kept_out = keeps_out(tokens, place)
    negated = negated or kept_out >= 0
    if negated and _waives(text, tokens, place, base, subject):
        return None
    usually = any(token.low in _USUALLY for token in tokens[subject.end : verb])
    means_to = base in _MEANING_TO and tokens[place + 1 : place + 2] and tokens[place + 1].low == "to"
    if usually or means_to or base in _ADVISING or base == "expect":
        return replace(
            _signal(text, tokens, verb, place, place, subject, negated=False),
            modality=Modality.RECOMMENDATION,
        )
    return _signal(text, tokens, verb, max(place, kept_out), place, subject, negated=negated)


def _calls_for(tokens: Sequence[Token], place: int, base: str) -> bool:
    """Tell "orders above £10,000 need the approval of the board" from "a good play needs time"."""
    after = {token.low for token in tokens[place + 1 : place + _OBJECT]}
    denied = bool(after & {"no", "not", "for"})  # "needs no permission", "an excessive need for approval"
    return base in ("require", "need") and not denied and not _CALLED_FOR.isdisjoint(after)


def _waives(text: str, tokens: Sequence[Token], place: int, base: str, subject: Subject) -> bool:
    """Tell "visitors do not need a ticket" from "we do not require a deposit" and "staff do not require guests to"."""
    if base != "require":
        return base == "need"
    to = next(
        (at for at in range(place + 1, len(tokens)) if tokens[at].low in ("to", ",", ".", ";")), len(tokens)
    )
    whom = text[tokens[place].end : tokens[min(to, len(tokens) - 1)].start].strip()
    return subject.text.lower() != "we" and not is_body(subject.text) and not is_actor(whom)


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
    negated = negated or subject.negative
    modality = Modality.PROHIBITION if negated else Modality.OBLIGATION
    return Signal(modality, text[tokens[first].start : tokens[last].end], first, after, subject, negated)
