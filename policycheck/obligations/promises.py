"""What "will", "may" and "can" say: a promise, a permission, or only what may happen."""

from itertools import takewhile

from policycheck.domain.documents import DocumentKind
from policycheck.domain.obligations import Modality
from policycheck.lexicon.roles import is_outside
from policycheck.lexicon.verbs import bases, state_verbs
from policycheck.obligations.actors import is_participle
from policycheck.obligations.finite import NUMBER_WORDS
from policycheck.obligations.subjects import Subject
from policycheck.obligations.vocabulary import begins_with, word_set

_PROMISING = (DocumentKind.POLICY, DocumentKind.STANDARD)
NO_DUTY = "none"


_ASKED = frozenset(("asked", "expected", "tempted"))  # "you may be asked to wait" tells what may come
# "Wardens may look at the register", not "wardens may look tired"
_LOOKED = frozenset(("at", "after", "into", "through", "over", "up", "inside", "round"))
_LONG_NAME = 12  # words of "Regulations under section 4 of the Act"
_AFTER_WILL_BE = ("responsible", "available", "subject", "present", "no", "a", "an", "at", "in")


def is_passive_predicate(predicate: tuple[str, ...]) -> bool:
    """Tell whether a predicate begins with "be" and a participle."""
    return predicate[:1] == ("be",) and len(predicate) > 1 and is_participle(predicate[1])


def is_purpose(phrase: str) -> bool:
    """Tell whether a phrase names an aim or a purpose: "the purpose of this policy"."""
    words = phrase.lower().replace("'s", "").replace("’s", "").split()
    for place, word in enumerate(words):
        if word in ("of", "in", "for", "behind"):
            return place > 0 and words[place - 1] in word_set("purpose_nouns", "skipped")
    return bool(words) and words[-1] in word_set("purpose_nouns", "skipped")


def promised(
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
        return NO_DUTY
    # "Nobody on the list will have to wait" tells of people, "the list will have a page for each" of itself.
    own = not subject.negative and any(word in word_set("own_text", "narrative") for word in words[-1:])
    if own and predicate[:1] != ("be",):
        return NO_DUTY
    if predicate[:1] == ("be",) and not (
        len(predicate) > 1
        and (is_participle(predicate[1]) or predicate[1] in _AFTER_WILL_BE or predicate[1].endswith("ly"))
    ):
        return NO_DUTY
    if predicate[:1] == ("have",) and not (person or subject.negative):
        return NO_DUTY
    return Modality.OBLIGATION


def ruled(predicate: tuple[str, ...], subject: Subject, person: bool, *, agent: bool) -> Modality | str:
    """ "Will" in rules of court binds the court, its officers and whoever else is named; elsewhere it foretells."""
    if not predicate or begins_with(predicate, "foretold", "skipped"):
        return NO_DUTY
    if predicate[0] == "be":
        given = person and predicate[1:2] != () and predicate[1] in word_set("giving")
        return Modality.OBLIGATION if is_passive_predicate(predicate) and (agent or given) else NO_DUTY
    acts = predicate[0] in bases() and predicate[0] not in state_verbs()
    if subject.text.lower() in ("it", "they"):
        return Modality.OBLIGATION if acts or predicate[:2] == ("do", "so") else NO_DUTY
    lists = not predicate[0].isalnum()
    regards = predicate[:2] == ("have", "regard")
    return Modality.OBLIGATION if person and (acts or lists or regards) else NO_DUTY


def is_instrument(phrase: str) -> bool:
    """Tell whether a phrase names regulations, an order or a scheme, which may do what their maker may do."""
    words = phrase.lower().split()
    words = words[1:] if words[:1] in (["the"], ["such"], ["any"], ["these"], ["those"]) else words
    name = list(takewhile(lambda word: word not in word_set("prepositions"), words))
    named = bool(name) and not word_set("instruments", "grammar").isdisjoint((name[0], name[-1]))
    return named and len(words) < _LONG_NAME


def lasts(predicate: tuple[str, ...]) -> bool:
    """Tell whether something "can last up to six days": it is allowed that long."""
    if predicate[:1] not in (("last",), ("continue",)):
        return False
    rest = predicate[2:] if predicate[1:2] == ("for",) else predicate[1:]
    return rest[:2] in (("up", "to"), ("no", "longer"), ("no", "more"), ("at", "most"))


def permitted(predicate: tuple[str, ...], person: bool, kind: DocumentKind) -> Modality | str:
    """Return what "may" says: a permission, or `NO_DUTY` where something may merely be so."""
    if not predicate:
        return Modality.PERMISSION
    if predicate[0] == "be":
        follower = predicate[1] if len(predicate) > 1 else ""
        follower = predicate[2] if follower in word_set("adverbs") and len(predicate) > 2 else follower
        told = word_set("described", "narrative") - word_set("weighed", "narrative")
        told = told | _ASKED if person else told
        may_not = not is_participle(follower) or (kind in _PROMISING and follower in told)
        return NO_DUTY if may_not else Modality.PERMISSION
    if predicate[0] == "have" and len(predicate) > 1:
        given = (person and predicate[1] in word_set("determiners")) or _is_counted(predicate[1:])
        if is_participle(predicate[1]) or (kind in _PROMISING and not given):
            return NO_DUTY
    if predicate[0] == "have":
        return Modality.PERMISSION
    return NO_DUTY if only_possible(predicate, person) else Modality.PERMISSION


def _is_counted(words: tuple[str, ...]) -> bool:
    """Tell "may have three boxes" and "may have as many as six" from "may have doubts"."""
    return words[0][0].isdigit() or words[0] in NUMBER_WORDS or words[:2] in (("as", "many"), ("up", "to"))


def only_possible(predicate: tuple[str, ...], person: bool) -> bool:
    """Tell "may feel upset" and "may lead to delay" from what somebody is allowed to do."""
    looks = predicate[:1] == ("look",) and predicate[1:2] != () and predicate[1] in _LOOKED
    return (
        predicate[:1] != ()
        and not (person and looks)
        and predicate[0] in word_set("possible_for_people" if person else "possible", "skipped")
    )
