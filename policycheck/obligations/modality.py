"""What a sentence does: oblige, forbid, recommend, permit, or none of these."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from policycheck.domain.documents import DocumentKind
from policycheck.domain.obligations import Modality
from policycheck.lexicon.roles import is_outside
from policycheck.lexicon.verbs import bases
from policycheck.obligations.grammar import MODALS, MainClause
from policycheck.obligations.sentences import Token
from policycheck.obligations.subjects import Subject, is_actor, is_participle, subject_of
from policycheck.obligations.vocabulary import begins_with, signal_phrases, word_set

_NONE = "none"
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
_NEGATIVE_PHRASES = (
    ("under", "no", "circumstances"), ("in", "no", "circumstances"), ("on", "no", "account"), ("at", "no", "time"),
    ("in", "no", "case"), ("on", "no", "occasion"), ("under", "no", "circumstance"),
)  # fmt: skip
_LONGEST_ASIDE = 40
_PROMISING = (DocumentKind.POLICY, DocumentKind.STANDARD)


@dataclass(frozen=True, slots=True)
class Signal:
    """Words that decide: at tokens[place], with the predicate from tokens[after]; None where they say there is no duty."""

    modality: Modality | None
    words: str
    place: int
    after: int
    subject: Subject
    negated: bool = False


@dataclass(frozen=True, slots=True)
class _Match:
    name: str
    words: tuple[str, ...]
    start: int
    after: int


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


def match_phrase(tokens: Sequence[Token], place: int) -> _Match | None:
    """Return the longest signal phrase that begins at a place, adverbs between its words skipped."""
    for phrase, name in signal_phrases().get(tokens[place].low, ()):
        at = place + 1
        for word in phrase[1:]:
            while (
                at < len(tokens)
                and tokens[at].low != word
                and tokens[at].low in word_set("adverbs")
                and tokens[at].low not in ("not", "never")
            ):
                at += 1
            if at >= len(tokens) or tokens[at].low != word:
                break
            at += 1
        else:
            return _Match(name, phrase, place, at)
    return None


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
    after, negated, only = _skip_asides(tokens, match.after)
    denied = _denied_before(tokens, match.start)
    if denied and match.words[-1] == "to" and match.words[0] in ("need", "needs", "have", "has"):
        return Signal(
            None, text[tokens[match.start].start : tokens[match.after - 1].end], match.start, after, subject
        )
    negated = negated or denied
    modality = _decide(tokens, match, after, subject, kind)
    if modality == "skip":
        return None
    words = text[tokens[match.start].start : tokens[match.after - 1].end]
    if not isinstance(modality, Modality):
        return Signal(None, words, match.start, after, subject)
    before = {token.low for token in tokens[max(subject.start - 1, 0) : subject.end + 1]}
    if negated or subject.negative or _negative_opening(tokens):
        if _not_a_ban(tokens, match, after, subject):
            return Signal(None, words, match.start, after, subject)
        modality = _NEGATED[modality]
        words = text[tokens[match.start].start : tokens[after - 1].end] if negated else words
    elif modality is Modality.PERMISSION and (only or "only" in before):
        modality = Modality.PROHIBITION
        words += " only"
    return Signal(modality, words, match.start, after, subject, negated or subject.negative)


def _denied_before(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether "never" stands right before the signal: "you never have to"."""
    while place > 0 and tokens[place - 1].low in word_set("adverbs"):
        place -= 1
        if tokens[place].low in ("never", "not"):
            return True
    return False


def _negative_opening(tokens: Sequence[Token]) -> bool:
    words = tuple(token.low for token in tokens[:3])
    return words in _NEGATIVE_PHRASES


def _not_a_ban(tokens: Sequence[Token], match: _Match, after: int, subject: Subject) -> bool:
    """ "May not be able to", "may not always" and "No form is needed" forbid nothing."""
    predicate = _predicate(tokens, after)
    if match.words in (("may",), ("can",)):
        if predicate[:1] == ("be",) and not (len(predicate) > 1 and is_participle(predicate[1])):
            return True
        return (
            predicate[:1] != ("be",)
            and predicate[:1] != ("have",)
            and _possible(predicate, is_actor(subject.text))
        )
    if match.words[-1] in ("required", "needed"):
        return True
    return False


def _predicate(tokens: Sequence[Token], after: int) -> tuple[str, ...]:
    return tuple(token.low for token in tokens[after : after + 5])


def _skip_asides(tokens: Sequence[Token], place: int) -> tuple[int, bool, bool]:
    """Step over adverbs and "..., within 10 days, ..." after a modal; tell of "not" and "only" among them."""
    negated = only = False
    while place < len(tokens):
        low = tokens[place].low
        triple = tuple(token.low for token in tokens[place : place + 3])
        if triple in _NEGATIVE_PHRASES:
            negated, place = True, place + 3
        elif low in ("not", "never"):
            follower = tokens[place + 1].low if place + 1 < len(tokens) else ""
            negated = negated or follower not in ("only", "merely", "just")
            place += 1
        elif low in word_set("adverbs") or (
            low.endswith("ly") and low not in ("apply", "reply", "supply", "comply", "rely", "multiply")
        ):
            only = only or low in ("only", "solely", "exclusively")
            place += 1
        elif low in (",", "(", "—", "–"):
            closing = _end_of_aside(tokens, place)
            if closing < 0:
                break
            place = closing + 1
        else:
            break
    return place, negated, only


def _end_of_aside(tokens: Sequence[Token], place: int) -> int:
    mark = ")" if tokens[place].low == "(" else tokens[place].low
    for at in range(place + 1, min(place + _LONGEST_ASIDE, len(tokens))):
        if tokens[at].low == mark:
            return at
    return -1


def _decide(
    tokens: Sequence[Token], match: _Match, after: int, subject: Subject, kind: DocumentKind
) -> Modality | str:
    predicate = _predicate(tokens, after)
    person = is_actor(subject.text)
    if match.name == _NONE:
        return _NONE
    if not predicate and match.words[-1] in MODALS | {"to"}:
        return "skip"
    if match.name == "recommendation" and match.words[-1] == "to" and subject.text.lower() in ("it", "this"):
        return "skip"
    if _says_how_to_read(predicate, subject, person) or not _complete(match, predicate, subject, person):
        return "skip"
    if match.name == "will":
        return _promised(predicate, subject, person, kind)
    if match.words in (("may",), ("can",)):
        if (
            match.words == ("can",)
            and not person
            and not (predicate[:1] == ("be",) and len(predicate) > 1 and is_participle(predicate[1]))
        ):
            return _NONE
        return _permitted(predicate, person, kind)
    return _BY_NAME[match.name]


def _says_how_to_read(predicate: tuple[str, ...], subject: Subject, person: bool) -> bool:
    words = tuple(subject.text.lower().split())
    if begins_with(words, "subjects", "skipped"):
        return True
    return begins_with(predicate, "after_modal", "skipped") and (predicate[0] == "be" or not person)


def _complete(match: _Match, predicate: tuple[str, ...], subject: Subject, person: bool) -> bool:
    """Tell "is to visit" from "access is to the hall", and a duty from "the aim is to ..."."""
    if match.words in (("is", "to"), ("are", "to")) and is_purpose(subject.text):
        return False
    if match.words[-1] != "to" or match.words[0] not in ("is", "are", "has", "have", "need", "needs"):
        return True
    if not predicate or predicate[0] in word_set("determiners"):
        return False
    return (
        match.words not in (("is", "to"), ("are", "to"))
        or person
        or predicate[0] == "be"
        or predicate[0] in bases()
    )


def is_purpose(phrase: str) -> bool:
    """Tell whether a phrase names an aim or a purpose: "the purpose of this policy"."""
    words = phrase.lower().replace("'s", "").replace("’s", "").split()
    for place, word in enumerate(words):
        if word in ("of", "in", "for", "behind"):
            return place > 0 and words[place - 1] in word_set("purpose_nouns", "skipped")
    return bool(words) and words[-1] in word_set("purpose_nouns", "skipped")


def _promised(
    predicate: tuple[str, ...], subject: Subject, person: bool, kind: DocumentKind
) -> Modality | str:
    """ "Will" binds in a policy, unless it only foretells."""
    words = subject.text.lower().split()
    if (
        kind not in _PROMISING
        or is_outside(subject.text)
        or begins_with(predicate, "foretold", "skipped")
        or (words[:1] in (["there"], ["this"], ["it"], ["that"]) and predicate[:1] != ("be",))
    ):
        return _NONE
    if any(word in word_set("own_text", "narrative") for word in words[-1:]) and predicate[:1] != ("be",):
        return _NONE
    if predicate[:1] == ("be",) and not (
        len(predicate) > 1
        and (
            is_participle(predicate[1])
            or predicate[1]
            in (
                "responsible",
                "given",
                "available",
                "subject",
                "present",
                "kept",
                "no",
                "a",
                "an",
                "at",
                "in",
            )
            or predicate[1].endswith("ly")
        )
    ):
        return _NONE
    if predicate[:1] == ("have",) and not person:
        return _NONE
    return Modality.OBLIGATION


def _permitted(predicate: tuple[str, ...], person: bool, kind: DocumentKind) -> Modality | str:
    if not predicate:
        return Modality.PERMISSION
    if predicate[0] == "be":
        follower = predicate[1] if len(predicate) > 1 else ""
        follower = predicate[2] if follower in word_set("adverbs") and len(predicate) > 2 else follower
        if not is_participle(follower) or (
            kind in _PROMISING
            and follower in word_set("described", "narrative") - word_set("weighed", "narrative")
        ):
            return _NONE
        return Modality.PERMISSION
    if predicate[0] == "have" and len(predicate) > 1:
        given = person and predicate[1] in word_set("determiners")
        if is_participle(predicate[1]) or (kind in _PROMISING and not given):
            return _NONE
    if predicate[0] == "have":
        return Modality.PERMISSION
    return _NONE if _possible(predicate, person) else Modality.PERMISSION


def _possible(predicate: tuple[str, ...], person: bool) -> bool:
    return predicate[:1] != () and predicate[0] in word_set(
        "possible_for_people" if person else "possible", "skipped"
    )
