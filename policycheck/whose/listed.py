"""Who somebody is whom a law tells by a list: "a person listed in Schedule 3", "“officer” means— (a) a constable;".

Read only to set aside what is nobody's of ours, so the list must stand in the document and none of it may be us.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from policycheck.domain.documents import Clause, Document, ProvisionStatus
from policycheck.domain.obligations import Applies
from policycheck.lexicon.roles import acts_for, find_roles, is_charged, names_person, whose_duty
from policycheck.whose.vocabulary import any_of, is_called, table

_I = re.IGNORECASE
_KIND = r"(?:person|body|authority|individual|organisation)"
_PLACE = (
    r"(?:listed|specified|mentioned|named|described)\sin\s"
    r"(?:(?:(?:any\sof\s)?Parts?\s[\w\s,]+?\sof\s)?Schedule\s(?P<schedule>\d+[A-Z]*)"
    r"|(?:sub)?-?(?:section|paragraph)\s(?P<below>\(\w+\)))"
)
_LISTED = re.compile(rf"^(?:(?:an?|the|any|each|every)\s)?{_KIND}\s(?:(?:who|which)\sis\s)?{_PLACE}\W*$", _I)
_MEANS = re.compile(r"[“\"](?P<term>[^”\"]{3,60})[”\"]\smeans\b(?P<rest>.*)$", _I | re.DOTALL)
_IS = re.compile(r"^an?\s(?P<term>[\w’'-]+(?:\s[\w’'-]+){0,3}?)\sis\s(?P<rest>.*)$", _I | re.DOTALL)
_OPEN = re.compile(r"^\W*(?:any\sof\sthe\sfollowing\W*)?$", _I)
_HERE = re.compile(
    r"\bin\sthis\s(?P<kind>section|paragraph|regulation|article|chapter|part|schedule|act)\b", _I
)
_ARTICLE = re.compile(r"^(?:the|an?|each|every|any)\s", _I)
# "in relation to a lantern, the keeper of it": who it is depends on the case.
_CASE = re.compile(r"^(?:in|where|if|as|for|to|the\s(?:prevention|purpose))\b", _I)
_UNTOLD = re.compile(r"\bprescribed\b", _I)
_ANY_OF = re.compile(r"^any\sof\sthe\s", _I)
_BULLET = re.compile(r"\s*•\s*")
# "The Lantern Board", "LanternEngland": one body by its name, and no kind of body.
_BY_NAME = re.compile(
    r"^(?:(?:[Tt]he|[Aa]n?)\s)?[A-Z][\w’'-]*,?\s(?:(?:and|of|for|the)\s)*[A-Z]|^(?!(?:An?|Any|The|Each|Every)\b)[A-Z]\w*(?<!s)\b"
)
_AUTHORITY = re.compile(r"\bauthorit(?:y|ies)\b", _I)
_HEAD = re.compile(r"[,;:(—]|\s(?:who|which|that|of|for|in|under|within|by)\s", _I)
_OF_OTHERS = re.compile(r"\s(?:of|to|by|for|in)\s", _I)
_WITHIN = ("chapter", "part", "schedule")


@dataclass(frozen=True, slots=True)
class Listed:
    """All who a `term` means, as written, and where the text says so.

    It holds in what stands under the headings `over` and, where `number` is given, in that provision alone.
    """

    term: str
    where: str
    entries: tuple[str, ...]
    over: tuple[str, ...] = ()
    number: str = ""


def lists_of(document: Document) -> tuple[Listed, ...]:
    """Return every term of a document that a list of it explains."""
    clauses = _read(document)
    return tuple(_told(clauses))


def who_is_listed(phrase: str, clause: Clause, document: Document, lists: Sequence[Listed]) -> Listed | None:
    """Return the list of all who a duty holder may be, None where the document has none or more than one."""
    direct = _LISTED.match(phrase)
    if direct:
        return _at(direct, clause, _read(document), phrase)
    name = _ARTICLE.sub("", phrase).strip().lower()
    found = [one for one in lists if one.term.lower() == name and _holds(one, clause)]
    narrowest = max(((len(one.over), bool(one.number)) for one in found), default=None)
    nearest = [one for one in found if (len(one.over), bool(one.number)) == narrowest]
    return nearest[0] if len(nearest) == 1 else None


def may_hold(listed: Listed, ours: Collection[str]) -> bool:
    """Tell whether one of those on a list may be one of our roles; in doubt it may."""
    return any(_may_be(entry, own) for entry in listed.entries for own in ours)


def _read(document: Document) -> list[Clause]:
    return [one for one in document.clauses if one.status is ProvisionStatus.IN_FORCE and not one.quoted]


def _number(clause: Clause) -> str:
    return clause.ref.split("(", 1)[0].split(" “", 1)[0].split(' "', 1)[0].strip()


def _holds(one: Listed, clause: Clause) -> bool:
    inside = clause.heading_path[: len(one.over)] == one.over
    return inside and (not one.number or one.number == _number(clause))


def _told(clauses: Sequence[Clause]) -> Iterator[Listed]:
    parents = {one.id: one for one in clauses}
    items: dict[str, list[str]] = {}
    for one in clauses:
        if one.parent:
            items.setdefault(one.parent, []).append(one.text)
    for one in clauses:
        said = _MEANS.search(one.text) or _IS.match(one.text)
        if said is None:
            continue
        place = _LISTED.match(said["rest"].strip())
        found: Listed | None = None
        if place:
            found = _at(place, one, clauses, said["term"])
        elif said.re is _MEANS and _OPEN.match(said["rest"]) and not one.closing:
            entries = items.get(one.id, ())
            if entries and not any(map(_CASE.match, entries)):
                found = Listed(said["term"], one.ref, tuple(entries))
        if found is not None:
            lead = parents[one.parent].text if one.parent in parents else ""
            over, number = _scope(one, _HERE.search(one.text) or _HERE.search(lead))
            yield Listed(found.term, found.where, found.entries, over, number)


def _scope(clause: Clause, here: re.Match[str] | None) -> tuple[tuple[str, ...], str]:
    """Return the headings and the provision in which a definition holds; unsaid, the part it stands in."""
    path = clause.heading_path
    if here is None:
        return path[:1], ""
    kind = here["kind"].lower()
    if kind == "act":
        return (), ""
    if kind in _WITHIN:
        at = [place for place, heading in enumerate(path) if heading.lower().startswith(kind)]
        return (path[: at[-1] + 1], "") if at else (path, _number(clause))
    return path, _number(clause)


def _at(place: re.Match[str], clause: Clause, clauses: Sequence[Clause], term: str) -> Listed | None:
    """Return what a list that is named by its place holds."""
    if place["schedule"]:
        where = f"Schedule {place['schedule']}"
        entries = [
            line
            for one in clauses
            if one.heading_path and f"{one.heading_path[0]} ".startswith(f"{where} ")
            for line in _BULLET.split(one.text)
            if line and not one.parent
        ]
    else:
        number = _number(clause)
        where = f"{number}{place['below']}"
        inside = [one for one in clauses if one.heading_path == clause.heading_path]
        tops = {one.id for one in inside if one.ref == where}
        entries = [one.text for one in inside if one.parent in tops]
        entries += [line for one in inside if one.id in tops for line in _BULLET.split(one.text)[1:]]
    return Listed(term, where, tuple(entries)) if entries else None


def _may_be(entry: str, own: str) -> bool:
    named = set(find_roles(own)) & set(find_roles(entry))
    if named or _shares_a_word(entry, own) or _runs(entry, own) or _UNTOLD.search(entry):
        return True
    entry = _ANY_OF.sub("", entry)
    head = _HEAD.split(entry, maxsplit=1)[0]
    of_whom = [_HEAD.split(one, maxsplit=1)[0] for one in _OF_OTHERS.split(entry, maxsplit=1)[1:]]
    if any(is_charged(one) and not names_person(one) and _may_fall_on(one, own) for one in of_whom):
        return True
    if any(_BY_NAME.match(one) or _is_other(one, own) for one in (entry, *of_whom)):
        return False
    chosen = any_of(*table("chosen")).search(entry) is not None
    if is_charged(head):
        of_others = names_person(head) and of_whom and find_roles(of_whom[0])
        return not of_others and not chosen and _may_fall_on(head, own)
    if _AUTHORITY.search(head):
        return not chosen and any(_are_related(own, role) for role in _authorities())
    return not chosen and (not find_roles(head) or (not of_whom and _are_related(head, own)))


def _is_other(phrase: str, own: str) -> bool:
    """Tell whether a phrase begins with a body of public life that our role does not act for."""
    return any(
        is_called(phrase, one["names"]) and not any(_are_related(own, role) for role in one["but_for"])
        for one in table("others")
    )


def _are_related(one: str, other: str) -> bool:
    return acts_for(one, other) or acts_for(other, one)


def _may_fall_on(phrase: str, own: str) -> bool:
    return _are_related(phrase, own) or whose_duty(phrase, (own,))[0] is not Applies.NO


def _runs(entry: str, own: str) -> bool:
    """Tell whether an entry is a body that runs places like ours: an NHS trust, for a hospital."""
    mine, named = set(find_roles(own)), set(find_roles(entry))
    return any(mine & set(pair) and named & set(pair) for pair in table("run_by"))


def _authorities() -> list[str]:
    """Return the roles that may be a public authority."""
    return [role for one in table("activity") if one["add"] == "public authority" for role in one["roles"]]


def _shares_a_word(entry: str, own: str) -> bool:
    """Tell whether an entry has a word that says what we do: "fostering", not "service"."""
    words = set(re.findall(r"[a-z]+", entry.lower()))
    return any(word in words for word in re.findall(r"[a-z]+", own.lower()) if not find_roles(word))
