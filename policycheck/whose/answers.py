"""The answer for every duty: ours, somebody else's or not known, with the reason in one sentence."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from policycheck.domain.documents import Document, DocumentKind
from policycheck.domain.obligations import Applies, Obligation
from policycheck.lexicon.roles import acts_for, is_particular, whose_duty
from policycheck.whose.holders import alternatives, meanings
from policycheck.whose.law_itself import about_law_itself
from policycheck.whose.listed import Listed, lists_of, may_hold, who_is_listed
from policycheck.whose.provisions import Provision, provisions_of
from policycheck.whose.vocabulary import is_called, speaks_of, table

Answer = tuple[Applies, str]
FindList = Callable[[str, Provision], Listed | None]

_NEGATED = re.compile(r"\b(?:not|other\sthan|except|without)\b", re.IGNORECASE)
_ANYONE = re.compile(
    r"(?:an?|the|any|each|every)\s(?:(?P<before>[\w-]+)\s)?(?:person|individual)\b(?:\s(?P<after>[\w-]+))?",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s\((?:[“\"]?[A-Z]\d?[”\"]?|(?:and\s)?see\s[^()]*(?:\([^()]*\)[^()]*)*)\)")
_THE_ARTICLE = re.compile(r"^(?:the|an?|each|every|any)\s", re.IGNORECASE)
_SO_FAR = re.compile(r"^\S+\s(?:person|individual)\s(?:who|whose|to\swhom)\s", re.IGNORECASE)
_IN_DOING = re.compile(
    r"\b(?:must|shall|may)(?:\snot)?,\s(?P<what>in\s(?:relation\sto|the\sexercise\sof|the\scourse\sof)\s[^,—–]{3,120})[,—–]"
)
_REQUIRED = re.compile(
    r"(?:where|if)\s(?P<who>(?:an?|the)\s[^,;—]{2,80}?)\s(?:is|are)\srequired\s(?:by|under|to)\b",
    re.IGNORECASE,
)
_LONGEST_LETTER = 2  # "A", "P1"
_IN_RELATION = re.compile(r"\sin\srelation\sto\s.*", re.IGNORECASE)
_CLAUSE = re.compile(
    r",?\s(?:(?:to|by|for|of|in)\s)?(?:who|whose|whom|which|that)\s.*", re.IGNORECASE | re.DOTALL
)


def whose_duties(
    documents: Iterable[Document], obligations: Sequence[Obligation], ours: Collection[str]
) -> dict[str, Answer]:
    """Say of every obligation whether it falls on an organisation with the roles `ours`, and why, by its id."""
    by_document: dict[str, list[Obligation]] = {}
    for one in obligations:
        by_document.setdefault(one.document, []).append(one)
    known = {document.path: document for document in documents}
    answers: dict[str, Answer] = {}
    for path, said in by_document.items():
        document = known.get(path)
        if document is None or not document.kind.is_source or not ours:
            answers |= {one.id: whose_duty(one.duty_holder, ours, text=one.text) for one in said}
            continue
        provisions = provisions_of(document, said)
        in_law = document.kind is DocumentKind.LEGISLATION
        find = _finder(document)
        answers |= {
            one.id: answer(one, ours, provision=provisions.get(one.clause), in_law=in_law, find=find)
            for one in said
        }
    return answers


def _finder(document: Document) -> FindList:
    lists = lists_of(document)
    return lambda phrase, provision: who_is_listed(phrase, provision.clauses[0], document, lists)


def answer(
    obligation: Obligation,
    ours: Collection[str],
    *,
    provision: Provision | None = None,
    in_law: bool = True,
    find: FindList = lambda _phrase, _provision: None,
) -> Answer:
    """Say whether one duty is ours, read with its provision; what a law says of itself is nobody's.

    `find` gives the list that the document explains a duty holder by.
    """
    if in_law:
        reason = about_law_itself(obligation, provision)
        if reason:
            return Applies.NO, reason
    named = meanings(obligation, provision) or _required(obligation.text)
    if not named:
        return whose_duty("", ours, text=obligation.text)
    around = provision.clauses[0].heading_path if provision is not None else ()
    answers = [_by_list(_of_one(one, obligation, ours, around), one, ours, provision, find) for one in named]
    for verdict in (Applies.YES, Applies.UNKNOWN, Applies.NO):
        for found in answers:
            if found[0] is verdict:
                return found
    return answers[0]


def _by_list(
    found: Answer, meant: str, ours: Collection[str], provision: Provision | None, find: FindList
) -> Answer:
    """Set aside what is on somebody of whom the document gives a list, where none of our roles is on it."""
    if found[0] is Applies.NO or provision is None or not _are_particular(ours):
        return found
    plain = _plain(_ASIDE.sub("", meant))
    listed = find(meant, provision) or find(plain, provision)
    if listed is None or may_hold(listed, ours):
        return found
    return (
        Applies.NO,
        f"It falls on “{plain}”: {listed.where} lists all who that is, and none of our roles is there.",
    )


def _required(text: str) -> tuple[str, ...]:
    """Return who is required to do something, where only the case names them: "Where a firm is required to ..."."""
    found = _REQUIRED.match(text)
    return (_ASIDE.sub("", found["who"]).strip(),) if found else ()


def _of_one(meant: str, obligation: Obligation, ours: Collection[str], around: Sequence[str]) -> Answer:
    """Say whether a duty on somebody is ours; the sentence itself may name them by a letter."""
    meant, holder = _ASIDE.sub("", meant), obligation.duty_holder.strip()
    verdict, reason = _of_named(meant, obligation.text, ours, around)
    if len(holder) > _LONGEST_LETTER or not holder or meant == holder:
        return verdict, reason
    return verdict, f"“{holder}” is “{meant}” here. {reason}"


def _of_named(meant: str, text: str, ours: Collection[str], around: Sequence[str]) -> Answer:
    activity = _activity_of_others(meant, text, ours, around)
    if activity or _is_other_body(meant, ours):
        why = f". {activity}" if activity else ", which is not one of our roles."
        return Applies.NO, f"It falls on “{meant}”{why}"
    plain = _plain(meant)
    if _is_qualified(plain):
        return Applies.UNKNOWN, f"The text says elsewhere who “{meant}” is; it may be one of our roles."
    kind = next((own for own in ours if _is_kind_of(own, plain)), "")
    if kind:
        return Applies.YES, f"“{plain}” is, or acts for, the {kind}."
    verdict, reason = whose_duty(plain, ours)
    if verdict is Applies.YES and _ANYONE.match(plain):
        return verdict, _everybody_meant(meant, text) or reason
    if verdict is Applies.NO and _has_it_perhaps(plain, ours):
        return Applies.UNKNOWN, f"“{meant}” may be one of our roles; the text says elsewhere who it is."
    return verdict, reason


def _everybody_meant(meant: str, text: str) -> str:
    """Return whom a duty on "a person" reaches, where its sentence says of what kind, or in doing what; else ""."""
    if _SO_FAR.search(meant):
        return f"It binds everybody of this kind: “{meant}”."
    doing = _IN_DOING.search(text)
    return f"It binds everybody {doing['what']}." if doing else ""


def _has_it_perhaps(plain: str, ours: Collection[str]) -> bool:
    """Tell whether one of our roles may have the capacity that a duty is on: a council, that of a harbour authority."""
    one = next((one for one in table("may_be") if is_called(plain, one["names"])), None)
    if one is None:
        return False
    anybody = one["of_any_kind"] and not _are_particular(ours)
    return anybody or any(
        own.lower() in one.get("called", ()) or (is_particular(own) and _may_do(own, one["roles"]))
        for own in ours
    )


def _are_particular(ours: Collection[str]) -> bool:
    return all(is_particular(own) for own in ours)


def _is_kind_of(own: str, plain: str) -> bool:
    """Tell whether one of our roles is a holder of some kind: a fostering service provider is a service-provider."""
    wanted, words = (_words(_THE_ARTICLE.sub("", plain)), _words(own))
    return bool(wanted) and words[-len(wanted) :] == wanted


def _words(phrase: str) -> list[str]:
    return phrase.lower().replace("-", " ").split()


def _plain(meant: str) -> str:
    """Return a holder without the clause that says who it is, for the roles are told by the name."""
    return _CLAUSE.sub("", _IN_RELATION.sub("", meant)) or meant


def _activity_of_others(meant: str, text: str, ours: Collection[str], around: Sequence[str]) -> str:
    """Return why a duty is not ours whose holder does what none of our roles does; "" where it may be."""
    if _NEGATED.search(meant) or not _are_particular(ours):
        return ""
    does = [_activity(part, text, around) for part in alternatives(meant)]
    others = [one for one in does if one is not None and not any(_may_do(own, one["roles"]) for own in ours)]
    if len(others) < len(does):
        return ""
    return f"None of our roles {others[0]['says']}; add “{others[0]['add']}” to the roles if ours does."


def _activity(phrase: str, text: str, around: Sequence[str]) -> dict[str, Any] | None:
    return next((one for one in table("activity") if _is_told(phrase, text, around, one)), None)


def _is_told(phrase: str, text: str, around: Sequence[str], activity: dict[str, Any]) -> bool:
    begins, words, said, under = (activity.get(name, ()) for name in ("begins", "words", "said", "under"))
    told = (said and speaks_of(text, said)) or (under and any(speaks_of(one, under) for one in around))
    if (said or under) and not told:
        return False
    return bool(begins and is_called(phrase, begins)) or bool(words and speaks_of(phrase, words))


def _may_do(own: str, roles: Collection[str]) -> bool:
    return any(acts_for(own, role) or acts_for(role, own) for role in roles)


def _is_other_body(meant: str, ours: Collection[str]) -> bool:
    plain = _plain(meant)
    for one in table("others"):
        if is_called(plain, one["names"]):
            return not any(_may_do(own, one["but_for"]) for own in ours)
    return False


def _is_qualified(plain: str) -> bool:
    """Tell "an authorised person" and "a person listed in subsection (2)" from a person of any kind."""
    found = _ANYONE.match(plain)
    if found is None:
        return False
    return bool(
        {(found["before"] or "").lower(), (found["after"] or "").lower()}.intersection(table("qualifying"))
    )
