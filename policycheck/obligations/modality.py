"""What a sentence does: oblige, forbid, recommend, permit, or none of these."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from policycheck.domain.documents import DocumentKind
from policycheck.domain.obligations import Modality
from policycheck.lexicon.verbs import bases
from policycheck.obligations.actors import (
    is_actor,
)
from policycheck.obligations.finite import MODALS
from policycheck.obligations.grammar import MainClause
from policycheck.obligations.matching import (
    Match,
    denied_before,
    match_phrase,
    negative_opening,
    predicate_words,
    skip_asides,
)
from policycheck.obligations.promises import (
    NO_DUTY,
    is_passive_predicate,
    is_purpose,
    only_possible,
    permitted,
    promised,
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
_PROMISING = (DocumentKind.POLICY, DocumentKind.STANDARD)


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
        if not _is_thought(tokens, clause, verb)
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
        if place < verb and tokens[place].low in word_set("thinking"):
            return not any(place < mark < verb for mark in clause.breaks)
    return False


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
    if match is None:
        return None
    subject = subject_of(text, tokens, clause, match.start)
    after, negated, only = skip_asides(tokens, match.after)
    denied = denied_before(tokens, match.start)
    if denied and match.words[-1] == "to" and match.words[0] in ("need", "needs", "have", "has"):
        return Signal(
            None, text[tokens[match.start].start : tokens[match.after - 1].end], match.start, after, subject
        )
    negated = negated or denied
    modality = _decide(tokens, match, after, subject, kind)
    if modality == _SKIP:
        return None
    words = text[tokens[match.start].start : tokens[match.after - 1].end]
    if not isinstance(modality, Modality):
        return Signal(None, words, match.start, after, subject)
    before = {token.low for token in tokens[max(subject.start - 1, 0) : subject.end + 1]}
    if negated or subject.negative or negative_opening(tokens):
        if _not_a_ban(tokens, match, after, subject):
            return Signal(None, words, match.start, after, subject)
        modality = _NEGATED[modality]
        words = text[tokens[match.start].start : tokens[after - 1].end] if negated else words
    elif modality is Modality.PERMISSION and (only or "only" in before):
        modality = Modality.PROHIBITION
        words += " only"
    return Signal(modality, words, match.start, after, subject, negated or subject.negative)


def _not_a_ban(tokens: Sequence[Token], match: Match, after: int, subject: Subject) -> bool:
    """ "May not be able to", "may not always" and "No form is needed" forbid nothing."""
    predicate = predicate_words(tokens, after)
    if match.words in (("may",), ("can",)):
        if predicate[:1] == ("be",) and not is_passive_predicate(predicate):
            return True
        return (
            predicate[:1] != ("be",)
            and predicate[:1] != ("have",)
            and only_possible(predicate, is_actor(subject.text))
        )
    return match.words[-1] in ("required", "needed")


def _decide(
    tokens: Sequence[Token], match: Match, after: int, subject: Subject, kind: DocumentKind
) -> Modality | str:
    predicate = predicate_words(tokens, after)
    person = is_actor(subject.text)
    if match.name == NO_DUTY:
        return NO_DUTY
    if _says_how_to_read(predicate, subject, person) or not _complete(match, predicate, subject, person):
        return _SKIP
    if match.name == "will":
        return promised(predicate, subject, person, kind)
    if match.words == ("may",) or (match.words == ("can",) and (person or is_passive_predicate(predicate))):
        return permitted(predicate, person, kind)
    return NO_DUTY if match.words == ("can",) else _BY_NAME[match.name]


def _says_how_to_read(predicate: tuple[str, ...], subject: Subject, person: bool) -> bool:
    words = tuple(subject.text.lower().split())
    if begins_with(words, "subjects", "skipped"):
        return True
    return begins_with(predicate, "after_modal", "skipped") and (predicate[0] == "be" or not person)


def _complete(match: Match, predicate: tuple[str, ...], subject: Subject, person: bool) -> bool:
    """Tell "is to visit" from "access is to the hall", and a duty from "the aim is to ..."."""
    if not predicate and match.words[-1] in MODALS | {"to"}:
        return False
    if match.name == "recommendation" and match.words[-1] == "to" and subject.text.lower() in ("it", "this"):
        return False
    if match.words in (("is", "to"), ("are", "to")) and is_purpose(subject.text):
        return False
    if match.words[-1] != "to" or len(match.words) > 2 or match.name == "recommendation":
        return True
    if not predicate or predicate[0] in word_set("determiners"):
        return False
    return (
        match.words not in (("is", "to"), ("are", "to"))
        or person
        or predicate[0] == "be"
        or predicate[0] in bases()
    )
