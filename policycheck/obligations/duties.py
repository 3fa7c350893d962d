"""Set phrases that name the duty and then its holder: "it is the duty of the authority to ..."."""

import re
from collections.abc import Sequence

from policycheck.domain.obligations import Modality
from policycheck.lexicon.roles import ends_in_role, is_charged
from policycheck.lexicon.verbs import bases, noun_like, state_verbs, third_persons
from policycheck.obligations.actors import is_actor, is_participle, is_person
from policycheck.obligations.cues import words_in
from policycheck.obligations.finite import AUXILIARIES, looks_plural
from policycheck.obligations.grammar import MainClause
from policycheck.obligations.modality import Signal
from policycheck.obligations.sentences import Token
from policycheck.obligations.subjects import Subject
from policycheck.obligations.vocabulary import word_set

_I = re.IGNORECASE
_DUTY_OF = re.compile(
    r"\bit\s(?:is|shall\sbe|will\sbe)\s(?:also\s)?(?:the|a)\s(?:\w+\s)?(?:duty|responsibility|"
    r"function|job|task)\sof\s(?P<holder>[^;.]{2,240}?)\s(?P<act>to)\s",
    _I,
)
_OWN_DUTY = re.compile(
    r"\bit\s(?:is|shall\sbe|will\sbe)\s(?:also\s)?(?P<holder>your|our|(?:the|an?|each|every)\s(?:[\w-]+\s){0,5}?[\w-]+(?=['’]))"
    r"(?:['’]s?)?\s(?:\w+\s)?(?:duty|responsibility|job)\s(?P<act>to)\s(?!be\b)",
    _I,
)
_ANSWERS = re.compile(r"\b(?:is|are)\sthe\s(?:\w+\s)?responsibility\sof\s(?P<holder>[^,;.]{2,120})", _I)
_LIES = re.compile(
    r"\b(?:responsibility|accountability|duty|burden|onus)\s(?:for|to|of)\s(?P<act>[^;.]{2,200}?)\s"
    r"(?:(?:lies|rests|sits|remains)\swith|(?:is|lies|rests|falls)\s(?:up)?on)\s(?P<holder>[^,;.]{2,120})",
    _I,
)
# "It is for the applicant to show", "the onus is on clubs to check": not "it is for the best"
_FALLS = re.compile(
    r"(?:^|[,;]\s|\band\s)(?:(?:we\s)?leave\s(?:it|this|that)\s(?:up\s)?to|it\s(?:is\s(?:also\s)?(?:for|down\sto|incumbent\s(?:up)?on)|falls\s(?:up)?(?:on|to))|"
    r"the\s(?:onus|burden|duty|responsibility)\s(?:is|lies|rests|falls)\s(?:(?:up)?on|with))\s"
    r"(?P<holder>(?!(?:you|me|us)\s)[^,;:.]{2,120}?)\s(?P<act>to)\s"
    r"(?!(?:whom|which|the|a|an|be|it|decide|choose|judge|enjoy)\b)",
    _I,
)
_OFFENCE = re.compile(
    r"\bit\s(?:is|shall\sbe)\s(?:also\s)?an\soffence\s(?:for\s(?P<holder>[^,;.]{2,120}?)\s)?(?P<act>to)\s", _I
)
_UNLAWFUL = re.compile(
    r"(?:^|[;:]\s|\band\s)it\s(?:(?:is|shall\sbe)\s(?:also\s)?(?:unlawful|illegal|against\sthe\slaw)|is\snot\slawful|"
    r"shall\snot\sbe\slawful)\s(?:for\s(?P<holder>[^,;.]{2,120}?)\s)?(?P<act>to)\s",
    _I,
)

_APPLIES = re.compile(
    r"^(?:an?|the)\s(?:\w+\s)?duty\sto\s(?P<act>[^;.]{2,160}?)\s(?:also\s)?applies\sto\s?(?P<holder>(?:[^,;.:—–-]|(?<=\w)-(?=\w)){0,120})",
    _I,
)
_WHO = re.compile(
    r"^it\sis\s(?P<holder>[^,;.]{2,80}?)(?:,[^;.]{2,120}?)?\swho\s(?:(?P<modal>must|shall|has\sto)\s)?(?P<act>(?P<verb>\w+)\s.+)",
    _I | re.DOTALL,
)
_NAMED = r"(?P<holder>[^,;:.]{2,120}?)\s(?P<act>to)\s(?!(?:whom|which|the|a|an|be|it)\b)"
_DUTY = r"(?:\w+\s)?(?:duty|requirement|obligation|responsibility)"
# Acts and their parts lay down; "the manager requires staff to" is a duty of another kind.
_LAW = (
    r"(?:(?:the|this|that|these|those)\s)?(?:[\w()’'-]+\s){0,8}?(?:acts?|regulations?|orders?|sections?|provisions?|legislation|"
    r"law|codes?|directives?|rules|statute|schedules?|paragraphs?|measures?|instruments?)"
    r"(?:\s(?:\d[\w()]*|(?:of|under|to|and|or|in)\s[\w()]+|(?:the\s)?[A-Z]\w+)){0,8}?\s(?:also\s)?"
)
_STATED = tuple(
    (re.compile(rf"(?:^|[,;]\s|\band\s){pattern}", _I), modality)
    for pattern, modality in (
        (rf"there\s(?:is|are)\s(?:also\s)?an?\s{_DUTY}\s(?:placed\s|imposed\s)?(?:up)?(?:on|for)\s{_NAMED}",
         Modality.OBLIGATION),
        (rf"an?\s{_DUTY}\sis\s(?:placed|imposed|put|laid)\s(?:up)?on\s{_NAMED}", Modality.OBLIGATION),
        (rf"{_LAW}(?:places?|imposes?|puts?|lays?)\san?\s{_DUTY}\s(?:up)?on\s{_NAMED}", Modality.OBLIGATION),
        (rf"{_LAW}(?:requires?|obliges?|obligates?)\s{_NAMED}", Modality.OBLIGATION),
        (rf"it\s(?:is|shall\sbe)\s(?:also\s)?(?:the|an?)\s{_DUTY}\s(?:for|on)\s{_NAMED}", Modality.OBLIGATION),
        (rf"(?:duty|requirement|obligation)\s(?:of|up?on|for)\s{_NAMED}", Modality.OBLIGATION),
        (rf"there\s(?:is|are)\s(?:also\s)?(?:a\s)?powers?\s(?:for|of)\s{_NAMED}", Modality.PERMISSION),
        (rf"(?:a\s)?powers?\s(?:is|are)\s(?:given|granted)\sto\s{_NAMED}", Modality.PERMISSION),
        (rf"{_LAW}(?:gives?|grants?)\s(?P<holder>[^,;:.]{{2,120}}?)\s(?:(?:the|a)\s(?:\w+\s)?)?"
         r"(?:powers?|right|authority|discretion|ability)\s(?P<act>to)\s", Modality.PERMISSION),
        (rf"{_LAW}(?:enables?|allows?|permits?|empowers?|authorises?|entitles?)\s{_NAMED}", Modality.PERMISSION),
        (rf"powers?\s(?:of|for)\s{_NAMED}", Modality.PERMISSION),
        (rf"it\sis\sopen\sto\s{_NAMED}", Modality.PERMISSION),
    )
)  # fmt: skip
# Notes and headlines leave the verb out: "Duty to keep a register", "Managers to check the log every week."
_HEADLINE = re.compile(
    r"(?P<duty>(?:statutory\s)?(?:duty|requirement|obligation)|power)\s(?P<act>to)\s(?P<verb>\w+)", _I
)
_CHARGE = re.compile(r"(?P<holder>(?:[\w’'-]+\s){1,6}?)(?P<act>to)\s(?P<verb>\w+)")
_TO_BE_DONE = re.compile(
    r"(?P<holder>(?:all|any|every|each)\s[^,;:.]{2,80}?|(?:[\w’'-]+\s){0,4}[\w’'-]+(?=[^.]*\.$))\s(?P<act>(?:not\s)?to\sbe)\s(?:\w+ly\s)?(?P<done>\w+)\b",
    _I | re.DOTALL,
)
_FINITE = re.compile(
    r"\b(?:must|shall|should|may|will|can|cannot|if|where|when|whether|unless|who|which|not|no|never|nothing)\b",
    _I,
)
_CUES = word_set("duty_cues", "grammar")


def duty_phrase(text: str, tokens: Sequence[Token]) -> Signal | None:
    """Return the signal of such a phrase, None where the text holds none."""
    if words_in(text).isdisjoint(_CUES):
        return None
    for pattern, modality in (
        (_DUTY_OF, Modality.OBLIGATION),
        (_OWN_DUTY, Modality.OBLIGATION),
        (_OFFENCE, Modality.PROHIBITION),
        (_UNLAWFUL, Modality.PROHIBITION),
        (_ANSWERS, Modality.OBLIGATION),
        (_LIES, Modality.OBLIGATION),
    ):
        found = pattern.search(text)
        if found:
            return _signal(text, tokens, found, modality)
    found = _FALLS.search(text)
    if found and is_actor(found["holder"]) and not _FINITE.search(text[: found.start("act")]):
        return _signal(text, tokens, found, Modality.OBLIGATION)
    found = _APPLIES.match(text)
    if found and _is_laid_on(found["holder"], text):
        return _signal(text, tokens, found, Modality.OBLIGATION)
    for pattern, modality in _STATED:
        found = pattern.search(text)
        if found and is_actor(found["holder"]) and not _FINITE.search(text[: found.start("act")]):
            return _signal(text, tokens, found, modality)
    return None


def _is_laid_on(holder: str, text: str) -> bool:
    """ "A duty to keep lists applies to—" is completed by those who have it, "the duty applies to roads" by cases."""
    return is_actor(holder.lower()) if holder.strip() else text[:2].lower() == "a "


def cleft_duty(text: str, tokens: Sequence[Token], *, promising: bool) -> Signal | None:
    """Return the signal of "It is the manager who signs the form": in the plain present only where policies promise."""
    if tokens[0].low != "it" or len(tokens) < 2 or tokens[1].low != "is":
        return None
    found = _WHO.match(text)
    if found is None or not is_person(found["holder"]) or not (promising or found["modal"]):
        return None
    verb = found["verb"].lower()
    base = verb if found["modal"] else third_persons().get(verb, "")
    if base not in bases() or base in state_verbs():
        return None
    return _signal(text, tokens, found, Modality.OBLIGATION)


def verbless_duty(text: str, tokens: Sequence[Token], clause: MainClause) -> Signal | None:
    """Return the signal of a sentence without a main verb that gives somebody a duty or a power."""
    if clause.verbs or clause.others:
        return None
    found = _HEADLINE.match(text)
    if found and found["verb"].lower() in bases():
        power = found["duty"].lower() == "power"
        return _signal(text, tokens, found, Modality.PERMISSION if power else Modality.OBLIGATION)
    found = _TO_BE_DONE.match(text)
    if found and is_participle(found["done"].lower()) and _awaits(found["holder"]):
        banned = found["act"].lower().startswith("not")
        return _telegram(tokens, found, Modality.PROHIBITION if banned else Modality.OBLIGATION)
    found = _CHARGE.match(text)
    if (
        found
        and found["verb"] in bases() - noun_like()
        and text[0].isupper()
        and text.endswith(".")
        and _is_charged(found["holder"])
    ):
        return _signal(text, tokens, found, Modality.OBLIGATION)
    return None


def _awaits(phrase: str) -> bool:
    """Tell "all bags" and "hard hats" before "to be" from "a place", and from a verb: "why the door had"."""
    words = phrase.lower().split()
    if _FINITE.search(phrase) is not None or not AUXILIARIES.isdisjoint(words):
        return False
    return words[0] in ("all", "any", "every", "each") or looks_plural(words[-1])


def _is_charged(phrase: str) -> bool:
    phrase = phrase.strip()
    return is_charged(phrase) and ends_in_role(phrase) and is_person(phrase)


def _telegram(tokens: Sequence[Token], found: re.Match[str], modality: Modality) -> Signal:
    """Return the signal of "All accidents to be entered in the book"."""
    place, after = _token_at(tokens, found.start("act")), _token_at(tokens, found.end("act") - len("be"))
    subject = Subject(found["holder"].strip(), 0, place)
    return Signal(modality, found["act"], place, after, subject, negated=modality is Modality.PROHIBITION)


def _signal(text: str, tokens: Sequence[Token], found: re.Match[str], modality: Modality) -> Signal:
    groups = {"holder": "", **found.groupdict()}
    place = _token_at(tokens, found.start())
    stop = -1
    if "act" not in groups:
        after, stop = 0, place
    elif groups["act"].lower() == "to":
        after = _token_at(tokens, found.end("act"))
    else:
        after, stop = _token_at(tokens, found.start("act")), _token_at(tokens, found.end("act"))
    holder = (groups["holder"] or "").strip()
    holder = {"your": "you", "our": "we"}.get(holder.lower(), holder)
    words = text[found.start() : found.start("holder") if holder else found.end()].strip()
    return Signal(modality, words, place, after, Subject(holder, place, place), stop=stop)


def _token_at(tokens: Sequence[Token], offset: int) -> int:
    return next((place for place, token in enumerate(tokens) if token.start >= offset), len(tokens))
