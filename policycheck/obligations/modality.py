"""What a sentence does: oblige, forbid, recommend, permit, or none of these."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from policycheck.domain.documents import DocumentKind
from policycheck.domain.obligations import Modality
from policycheck.lexicon.verbs import bases, state_verbs
from policycheck.obligations.actors import agent_of, is_actor
from policycheck.obligations.finite import MODALS
from policycheck.obligations.grammar import MainClause
from policycheck.obligations.matching import (
    Match,
    denied_before,
    keeps_out,
    match_phrase,
    match_turned,
    negative_opening,
    opens_turned,
    predicate_words,
    skip_asides,
)
from policycheck.obligations.promises import (
    NO_DUTY,
    is_instrument,
    is_passive_predicate,
    is_purpose,
    lasts,
    only_possible,
    permitted,
    promised,
    ruled,
)
from policycheck.obligations.sentences import Token
from policycheck.obligations.subjects import Subject, subject_of
from policycheck.obligations.vocabulary import begins_with, word_set

_SKIP = "skip"
_BY_NAME = {
    "obligation": Modality.OBLIGATION, "prohibition": Modality.PROHIBITION,
    "recommendation": Modality.RECOMMENDATION, "permission": Modality.PERMISSION,
}  # fmt: skip
_NEGATED = {
    Modality.OBLIGATION: Modality.PROHIBITION, Modality.PERMISSION: Modality.PROHIBITION,
    Modality.RECOMMENDATION: Modality.RECOMMENDATION, Modality.PROHIBITION: Modality.PROHIBITION,
}  # fmt: skip
_STRENGTH = {
    Modality.OBLIGATION: 0,
    Modality.PROHIBITION: 0,
    Modality.RECOMMENDATION: 1,
    Modality.PERMISSION: 2,
}
_YOUR_WORK = ("your role", "your job", "your task")
# "No form is needed" and "no fee is payable by a child" forbid nothing
_NEEDED = frozenset(["required", "needed", "payable", "due"])
# "Nobody has to come" forbids nothing
_HAVE_TO = frozenset(
    [
        ("has", "to"),
        ("have", "to"),
        ("needs", "to"),
        ("need", "to"),
        ("is", "required", "to"),
        ("are", "required", "to"),
        ("is", "obliged", "to"),
        ("are", "obliged", "to"),
        ("will", "have", "to"),
        ("will", "need", "to"),
    ]
)
# "Reasonable steps must be taken to warn them", not "a person must be taken to know"
_TAKEN = word_set("taken", "grammar")
_HELD_BACK = re.compile(r"\b(?:until|unless|before)\b", re.IGNORECASE)
_DENYING = frozenset(["don't", "doesn't"])  # the verb after them is no second one: "don't need to"
_BUT_HERE = frozenset(["nowhere", "nothing", "nobody", "none"])
_CASES_OF_ONLY = word_set("cases_of_only", "grammar")
# "Each bedroom is to have an alarm", not "a good start is to have a plan"
_EACH = frozenset(["each", "every", "all", "both", "any", "no"])


@dataclass(frozen=True, slots=True)
class Signal:
    """Words that decide, at tokens[place], with the predicate from tokens[after].

    `modality` is None where they say that there is no duty.
    """

    modality: Modality | None
    words: str
    place: int
    after: int
    subject: Subject
    negated: bool = False
    stop: int = -1  # where the act ends, for set phrases that name the holder after it


def find_signals(text: str, tokens: Sequence[Token], clause: MainClause, kind: DocumentKind) -> list[Signal]:
    """Return the signals of the main clause, in order."""
    found = [
        _signal(text, tokens, clause, verb, kind)
        for verb in clause.verbs
        if not (
            _is_thought(tokens, clause, verb)
            or tokens[verb - 1].low in _DENYING
            or _is_said_before(tokens, verb)
        )
    ]
    signals = [signal for signal in found if signal is not None]
    if not any(signal.modality for signal in signals):
        loose = [_signal(text, tokens, clause, verb, kind) for verb in clause.loose]
        signals += [
            replace(signal, subject=Subject("", signal.place, signal.place))
            for signal in loose
            if signal is not None
        ]
    return signals


def _is_thought(tokens: Sequence[Token], clause: MainClause, verb: int) -> bool:
    """In "we believe professionals must ..." nothing is asked of anybody."""
    for place in clause.others:
        if place < verb and tokens[place].low in word_set("thinking") and not _is_joined(tokens, place):
            return not any(place < mark < verb for mark in clause.breaks)
    return False


_SUBJECT_COMES = word_set("determiners") | word_set("pronouns") | {"what", "whatever", "whoever"}


def _is_said_before(tokens: Sequence[Token], verb: int) -> bool:
    """Tell "so must the log", of which the verb was said before, from "so must be mended"."""
    follower = tokens[verb + 1].low if verb + 1 < len(tokens) else ""
    return verb > 0 and tokens[verb - 1].low in ("so", "as") and follower in _SUBJECT_COMES


def _is_joined(tokens: Sequence[Token], place: int) -> bool:
    """Tell "who has no key but knows where one is must say so" from "we know that all must ..."."""
    return place > 0 and tokens[place - 1].low in ("and", "but", "or")


def strongest(signals: Sequence[Signal]) -> Signal | None:
    """Return the first binding signal, else the first recommendation, else the first permission."""
    deciding = [signal for signal in signals if signal.modality is not None]
    return min(deciding, key=lambda signal: _STRENGTH[signal.modality or Modality.PERMISSION], default=None)


def _signal(
    text: str, tokens: Sequence[Token], clause: MainClause, verb: int, kind: DocumentKind
) -> Signal | None:
    match = None
    if verb and tokens[verb - 1].low in ("it", "there"):
        match = match_phrase(tokens, verb - 1)
    match = match or match_phrase(tokens, verb)
    turned = match is None and tokens[verb].low in ("is", "are") and opens_turned(tokens, verb)
    if turned:
        match = match_turned(tokens, verb)
    if match is None or (match.words[-1] == "offence" and denied_before(tokens, match.start)):
        return None  # "does not commit an offence" tells of a defence
    subject = (
        _turned_subject(text, tokens, match) if turned else subject_of(text, tokens, clause, match.start)
    )
    after, negated, only = skip_asides(tokens, match.after)
    denied = denied_before(tokens, match.start)
    if denied and match.words[-1] == "to" and match.words[0] in ("need", "needs", "have", "has"):
        return Signal(
            None, text[tokens[match.start].start : tokens[match.after - 1].end], match.start, after, subject
        )
    kept_out = keeps_out(tokens, after)
    negated = negated or denied or kept_out >= 0
    modality = _decide(text, tokens, match, after, subject, kind)
    if modality == _SKIP:
        return None
    words = text[tokens[match.start].start : tokens[match.after - 1].end]
    if not isinstance(modality, Modality):
        return Signal(None, words, match.start, after, subject)
    before = [token.low for token in tokens[max(subject.start - 1, 0) : subject.end + 1]]
    before = [*before[:3], *before[-3:]]  # not the "only" of "Regulations in force only in that area may ..."
    # "No fewer than two trustees may sign" forbids that one signs; "must sign" asks it of two
    nobody = subject.negative or (subject.at_least and modality is Modality.PERMISSION)
    if negated or nobody or negative_opening(tokens):
        if _not_a_ban(tokens, match, after, subject):
            return Signal(None, words, match.start, after, subject)
        # "Nobody is asked to sign until it has been read": they are not to be asked
        held = nobody and match.words[-2:] == ("asked", "to") and _HELD_BACK.search(text) is not None
        modality = Modality.PROHIBITION if held else _NEGATED[modality]
        last = max(after - 1, kept_out)
        words = text[tokens[match.start].start : tokens[last].end] if negated else words
    elif _is_narrowed(tokens, clause, match, after, modality, only="only" in before, at_once=only):
        modality = Modality.PROHIBITION
        words += " only"
    if predicate_words(tokens, after)[:1] == ("receive",):
        subject = replace(subject, receives=True)
    return Signal(modality, words, match.start, after, subject, negated or subject.negative)


def _turned_subject(text: str, tokens: Sequence[Token], match: Match) -> Subject:
    """Return the subject that follows its verb: "is an operator to accept"."""
    start, end = match.start + 1, match.after - len(match.words) + 1
    return (
        Subject(text[tokens[start].start : tokens[end - 1].end], start, end)
        if start < end
        else Subject("", start, start)
    )


def _is_narrowed(
    tokens: Sequence[Token], clause: MainClause, match: Match, after: int, modality: Modality, *,
    only: bool, at_once: bool,
) -> bool:  # fmt: skip
    """Tell whether "only" turns what is allowed, or what must be done so, into a ban on everything else."""
    if modality is Modality.OBLIGATION:
        return at_once and match.words in (("must",), ("shall",))
    if modality is not Modality.PERMISSION:
        return False
    return only or at_once or _only_later(tokens, clause, after)


def _only_later(tokens: Sequence[Token], clause: MainClause, after: int) -> bool:
    """Tell "may be used only for the hearing", "at noon only." and "nowhere but in the yard" from "may ask if only one
    is left" and "not only for staff".
    """
    for place in range(after, len(tokens) - 1):
        low = tokens[place].low
        if low == ";" or place in clause.openers or place in clause.verbs:
            return False
        follower = tokens[place + 1].low
        narrowing = follower in _CASES_OF_ONLY or follower in (".", ",", ";")
        if low == "only" and narrowing and tokens[place - 1].low != "not":
            return True
        if low in _BUT_HERE and follower in ("but", "except", "other", "else"):
            return True
    return False


def _not_a_ban(tokens: Sequence[Token], match: Match, after: int, subject: Subject) -> bool:
    """ "May not be able to", "may not always" and "No form is needed" forbid nothing."""
    predicate = predicate_words(tokens, after)
    if match.words in (("may",), ("can",)):
        if predicate[:1] == ("be",) and not is_passive_predicate(predicate):
            return not _is_bound(predicate)
        return (
            predicate[:1] != ("be",)
            and predicate[:1] != ("have",)
            and only_possible(predicate, is_actor(subject.text))
        )
    nobody = (subject.negative or negative_opening(tokens)) and not denied_before(tokens, match.start)
    return not _NEEDED.isdisjoint(match.words) or (nobody and match.words in _HAVE_TO)


def _decide(
    text: str, tokens: Sequence[Token], match: Match, after: int, subject: Subject, kind: DocumentKind
) -> Modality | str:
    predicate = predicate_words(tokens, after)
    person = is_actor(subject.text)
    in_law = kind is DocumentKind.LEGISLATION
    if match.name == NO_DUTY or _is_guessed(tokens, after, predicate, subject, in_law=in_law):
        return NO_DUTY
    if (
        (in_law and _says_how_law_works(predicate))
        or (in_law and begins_with(match.words, "trying_in_law", "skipped"))
        or (_says_how_to_read(predicate, subject, person) and not _comes_no_earlier(tokens, after, predicate))
        or not _complete(match, predicate, subject, person)
    ):
        return _SKIP
    if match.name == "will":
        if kind is DocumentKind.LEGISLATION:
            return ruled(predicate, subject, person, agent=bool(agent_of(text, tokens, after)))
        return promised(predicate, subject, person, kind)
    if match.words in (("may",), ("can",)):
        return _may(match.words[0], predicate, subject, kind, negated=tokens[after - 1].low == "not")
    return _BY_NAME[match.name]


def _may(
    word: str, predicate: tuple[str, ...], subject: Subject, kind: DocumentKind, *, negated: bool
) -> Modality | str:
    """Return what "may" or "can" says, a permission or what is only possible."""
    person = is_actor(subject.text)
    in_law = kind is DocumentKind.LEGISLATION and word == "may"
    if negated and _is_bound(predicate):
        return Modality.PERMISSION
    if lasts(predicate) or (in_law and is_instrument(subject.text) and predicate[:1] != ("be",)):
        return Modality.PERMISSION
    if word == "can" and not person and not is_passive_predicate(predicate):
        return NO_DUTY
    return permitted(predicate, person, kind)


def _says_how_law_works(predicate: tuple[str, ...]) -> bool:
    asked = begins_with(predicate, "asked", "skipped")
    return not asked and begins_with(predicate, "after_modal_in_law", "skipped")


def _says_how_to_read(predicate: tuple[str, ...], subject: Subject, person: bool) -> bool:
    words = tuple(subject.text.lower().split())
    if begins_with(predicate, "asked", "skipped") or _applies_something(predicate, words):
        return False
    if predicate[:3] == ("be", "taken", "to") and predicate[3:] and _is_base(predicate[3]):
        return _TAKEN.isdisjoint(words)  # not "be taken to the nearest vet"
    if begins_with(words, "subjects", "skipped") or begins_with(predicate, "states", "skipped"):
        return True
    return begins_with(predicate, "after_modal", "skipped") and (predicate[0] == "be" or not person)


def _applies_something(predicate: tuple[str, ...], subject: tuple[str, ...]) -> bool:
    """Tell "a centre must apply for a licence" and "apply the brake" from "the rule must apply to all"."""
    if predicate[:1] != ("apply",) or not word_set("texts", "skipped").isdisjoint(subject):
        return False
    if predicate[1:2] == ("for",):
        return word_set("spans", "skipped").isdisjoint(predicate[2:])
    what = predicate[1] if predicate[1:] else "."
    how = word_set("prepositions") | word_set("applied_how", "skipped")
    return what[0].isalpha() and what not in how and not what.endswith("ly")


def _is_bound(predicate: tuple[str, ...]) -> bool:
    """Tell "may not be more than £10" from "may not be easy"."""
    return predicate[:1] == ("be",) and not word_set("bounding", "skipped").isdisjoint(predicate[1:2])


def _comes_no_earlier(tokens: Sequence[Token], after: int, predicate: tuple[str, ...]) -> bool:
    """Tell "a ban shall not take effect until 21 days after it is made" from "this shall take effect in May"."""
    return begins_with(predicate, "not_yet", "skipped") and any(
        token.low in word_set("no_earlier", "skipped") for token in tokens[after:]
    )


def _is_guessed(
    tokens: Sequence[Token], after: int, predicate: tuple[str, ...], subject: Subject, *, in_law: bool
) -> bool:
    """Tell "she must have been frightened" from "drivers must have been trained within two years"."""
    if predicate[:2] not in (("have", "been"), ("have", "had")) or tokens[after - 1].low == "not":
        return False
    if subject.text.lower() in ("it", "there", "this", "he", "she"):
        return True
    return not in_law and all(token.low not in word_set("done_by", "skipped") for token in tokens)


def _is_base(word: str) -> bool:
    return word in bases() or word in state_verbs() or word in ("be", "have", "not")


def _complete(match: Match, predicate: tuple[str, ...], subject: Subject, person: bool) -> bool:
    """Tell "is to visit" from "access is to the hall", and a duty from "the aim is to ..."."""
    if not predicate and match.words[-1] in MODALS | {"to"}:
        return False
    asked = match.words[-2:] == ("asked", "to") and predicate[0] in word_set("determiners")
    if asked or (match.words[1:2] == ("meant",) and not person):
        return False  # "are asked to the meeting", "the form is meant to help"
    if match.name == "recommendation" and match.words[-1] == "to" and subject.text.lower() in ("it", "this"):
        return False
    if match.words in (("is", "to"), ("are", "to")) and is_purpose(subject.text):
        return subject.text.lower() in _YOUR_WORK and predicate[0] in bases() | {":"}
    if match.words[-1] != "to" or len(match.words) > 2 or match.name == "recommendation":
        return True
    return bool(predicate and predicate[0] not in word_set("determiners")) and (
        match.words not in (("is", "to"), ("are", "to"))
        or person
        or predicate[0] in ("be", "last")
        or predicate[0] in bases()
        or (predicate[0] == "have" and subject.text.split(" ")[0].lower() in _EACH)
    )
