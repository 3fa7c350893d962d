"""Who a phrase speaks of, and for whom they act."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from policycheck.domain.obligations import Applies
from policycheck.lexicon.data import load
from policycheck.lexicon.words import stop_words

_WORD = re.compile(r"[A-Za-z]+(?:[-'’][A-Za-z]+)*['’]?")
_JOIN = re.compile(r",|/|\b(?:and|or|nor)\b")
_RELATIVE = re.compile(r"\b(?:who|which|that|whose|whom)\b")
_POSSESSIVE = re.compile(r"\b(?:[A-Za-z]+\s){0,3}[A-Za-z]+(?:['’]s|s['’])(?=\s)")
_PLURALS = {"children": "child", "people": "people", "persons": "person", "bodies": "body"}
_ASIDE = re.compile(r"\s*\([^()]*\)")
_THE = re.compile(r"(?:the|our|its)\s", re.IGNORECASE)
_OF_SOMETHING = re.compile(r"\s(?:of|in|for|with|under|to|from|on|at|by)\s")
_LONGEST_PHRASE = 8


@dataclass(frozen=True, slots=True)
class _Role:
    name: str
    kind: str
    acts_for: tuple[str, ...]
    also: tuple[str, ...]


def _singular(word: str) -> str:
    if word in _PLURALS:
        return _PLURALS[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "'s", "services")):
        return word[:-1]
    return word


def _key(words: list[str]) -> tuple[str, ...]:
    """Compare phrases whatever their case and number; short capitals ("IRO") stay as they are."""
    return tuple(_token_key(word) for word in words)


@lru_cache(maxsize=16384)
def _token_key(word: str) -> str:
    word = word.replace("’", "'")
    if word.isupper() and len(word) > 1:
        return word
    return _singular(word.lower().rstrip("'"))


@cache
def _roles() -> dict[str, _Role]:
    roles: dict[str, _Role] = {}
    for name in ("roles", "roles_children"):
        for entry in load(name)["role"]:
            canonical = entry["names"][0]
            old = roles.get(canonical)
            also = tuple(entry.get("also", ())) + (old.also if old else ())
            roles[canonical] = _Role(canonical, entry["kind"], tuple(entry.get("for", ())), also)
    return roles


@cache
def _phrases() -> dict[tuple[str, ...], str]:
    phrases: dict[tuple[str, ...], str] = {}
    for name in ("roles", "roles_children"):
        for entry in load(name)["role"]:
            for alias in entry["names"]:
                phrases[_key(alias.split())] = entry["names"][0]
    return phrases


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _phrases())


def known_roles() -> tuple[str, ...]:
    """Return the canonical name of every role, in alphabetical order."""
    return tuple(sorted(_roles()))


def _phrase_at(keys: tuple[str, ...], start: int) -> tuple[int, str]:
    """Return the length and the canonical name of the longest role that begins here, (0, "") for none."""
    if keys[start] not in _first_words():
        return 0, ""
    phrases = _phrases()
    for length in range(min(_LONGEST_PHRASE, len(keys) - start), 0, -1):
        name = phrases.get(keys[start : start + length])
        if name:
            return length, name
    return 0, ""


def _found(text: str) -> Iterator[str]:
    keys = _key(_WORD.findall(text))
    jobs = job_words()
    position = 0
    while position < len(keys):
        length, name = _phrase_at(keys, position)
        follower = keys[position + length] if length and position + length < len(keys) else ""
        if length and not (follower in jobs and _roles()[name].kind in ("generic", "anyone")):
            yield name
        position += max(length, 1)


@cache
def job_words() -> frozenset[str]:
    """Return the words that names of posts and of those who do a job end in."""
    return frozenset(load("roles")["job_words"]) | _job_words_of_one()


@cache
def _job_words_of_one() -> frozenset[str]:
    return frozenset(load("roles")["job_words_of_one"])


def _heads(phrase: str) -> tuple[str, ...]:
    """Return the roles that a phrase is, not those it belongs to: a tenant, for "the tenant of a local authority"."""
    parts = _JOIN.split(_RELATIVE.split(phrase, maxsplit=1)[0])
    found = (
        tuple(_found(part))
        for part in (_POSSESSIVE.sub(" ", one) if _POSSESSIVE.search(one) else one for one in parts)
    )
    heads = tuple(roles[0] for roles in found if roles)
    return heads or find_roles(phrase)


@lru_cache(maxsize=4096)
def find_roles(text: str) -> tuple[str, ...]:
    """Return the canonical names of the roles that a phrase mentions, in order, each once."""
    return tuple(dict.fromkeys(_found(text)))


def ends_in_role(phrase: str) -> bool:
    """Tell whether the last words of a phrase name a role: "the child's social worker", not "the staff room"."""
    keys = _key(_WORD.findall(phrase))
    return any(keys[-length:] in _phrases() for length in range(1, min(_LONGEST_PHRASE, len(keys)) + 1))


def is_charged(phrase: str) -> bool:
    """Tell whether a phrase names somebody in particular to whom work is given.

    Not "we", "staff" or "anyone"; nor those whom the work is for: "children must be kept safe".
    """
    names = find_roles(phrase)
    return bool(names) and all(_roles()[n].kind not in ("generic", "anyone", "person") for n in names)


def is_particular(role: str) -> bool:
    """Tell whether a role is known and says what its holder does; "company" and "staff" say nothing of it."""
    names = find_roles(role)
    return bool(names) and all(_roles()[name].kind not in ("generic", "anyone") for name in names)


@lru_cache(maxsize=4096)
def is_body(phrase: str) -> bool:
    """Tell whether a phrase names a body and not a human being: "the authority", "a provider", "the court"."""
    names = _heads(phrase)
    if has_job(phrase) or _is_post_of(phrase):
        return False
    bodies = frozenset(load("roles")["bodies"])
    if not names:
        return not bodies.isdisjoint(_key(_WORD.findall(phrase))[-1:])
    return all(_roles()[n].kind in ("organisation", "capacity", "outside") or n in bodies for n in names)


def is_unit(phrase: str) -> bool:
    """Tell whether a phrase ends in a word for where people work: "the Finance Office", not "the office manager"."""
    return _ends_in(phrase, "houses") or _ends_in(phrase, "units")


def acts_through_people(phrase: str) -> bool:
    """Tell whether a phrase names a body for which any of its own people may act: "the Town Library", "the Office".

    "The Finance Office" is one of several.
    """
    named = [word for word in _WORD.findall(phrase) if word.lower() not in stop_words()]
    return _ends_in(phrase, "houses") or (len(named) == 1 and _ends_in(phrase, "units"))


def _ends_in(phrase: str, listed: str) -> bool:
    head = _OF_SOMETHING.split(phrase, maxsplit=1)[0]
    return not frozenset(load("roles")[listed]).isdisjoint(_key(_WORD.findall(head)[-1:]))


# How the words for people end: "auditor", "valuer"; a "newsletter" ends so too.
_OF_PEOPLE = ("er", "or", "ist", "ian", "man", "woman", "person")


def _is_post_of(phrase: str) -> bool:
    """Tell whether a phrase names somebody by the body they belong to: "the Company Auditor", "the club coach"."""
    head = _OF_SOMETHING.split(_RELATIVE.split(phrase, maxsplit=1)[0], maxsplit=1)[0]
    keys = _key(_WORD.findall(_JOIN.split(head)[-1]))
    if len(keys) < 2 or keys[-1] in load("roles")["things"]:
        return False
    if ends_in_role(" ".join(keys)):
        return _roles()[find_roles(head)[-1]].kind in ("staff", "independent", "person")
    return keys[-1].lower().endswith(_OF_PEOPLE) or keys[-1] in load("roles")["posts"]


def is_post(phrase: str) -> bool:
    """Tell whether a phrase ends in a word for one person at work: "the Secretary", not "the owner" nor "the team"."""
    keys = _key(_WORD.findall(phrase))
    return bool(keys) and (keys[-1] in _job_words_of_one() or keys[-1] in load("roles")["posts"])


@lru_cache(maxsize=4096)
def names_person(phrase: str) -> bool:
    """Tell whether a phrase names human beings: "the social worker", "carers", "a parent"."""
    names = _heads(phrase)
    return bool(names) and not is_body(phrase)


def ends_like_a_person(word: str) -> bool:
    """Tell whether a word is formed as those for people are: "divers", "a juggler"; "paper" and "order" are things."""
    single = _singular(word.lower())
    return single.endswith(("er", "or", "ant", "ist", "ian", "ee")) and single not in load("roles")["things"]


def is_outside(role: str) -> bool:
    """Tell whether a role can never be a local organisation: a court, a minister, an inspectorate."""
    names = find_roles(role)
    return bool(names) and all(_roles()[name].kind == "outside" for name in names)


def _is_independent(phrase: str) -> bool:
    words = set(_key(_WORD.findall(phrase)))
    return bool(words.intersection(load("roles")["independent_words"]))


def has_job(phrase: str) -> bool:
    """Tell whether a phrase ends in a word for those who do a job, or opens as the names of posts do: "head of"."""
    keys = _key(_WORD.findall(phrase))
    return bool(keys) and (keys[-1] in job_words() or keys[0] in ("head", "director", "deputy"))


def _is_body(name: str) -> bool:
    """Whether others can act for this role: bodies, and capacities that a body fills."""
    role = _roles().get(name)
    return role is None or role.kind in ("organisation", "capacity", "generic")


def _same(agent: str, principal: str) -> bool:
    roles = _roles()
    return (
        agent == principal
        or (principal in roles and agent in roles[principal].also)
        or (agent in roles and principal in roles[agent].also)
    )


def _role_acts(agent: str, principal: str) -> bool:
    if _same(agent, principal):
        return True
    role = _roles()[agent]
    if role.kind in ("outside", "independent", "person", "anyone") or not _is_body(principal):
        return False
    if role.kind == "generic" or "*" in role.acts_for:
        return True
    return any(_same(name, principal) for name in role.acts_for)


def acts_for(agent: str, principal: str) -> bool:
    """Tell whether what `agent` does counts as done by `principal`.

    Both may be canonical names or phrases. A social worker acts for the local authority and staff for any
    organisation; independent people and outside bodies act only for themselves.
    """
    principals = find_roles(principal) or (principal.strip().lower(),)
    if is_outside(principal) and agent.strip().lower() not in principals and find_roles(agent) != principals:
        return False
    agents = _heads(agent)
    if agents and not (has_job(agent) and _is_vague(agents)):
        return any(_role_acts(one, other) for one in agents for other in principals)
    if agent.strip().lower() in principals:
        return True
    if _is_independent(agent) or not agent.strip():
        return False
    return has_job(agent) and any(_is_body(name) for name in principals)


def are_related(a: Iterable[str], b: Collection[str]) -> bool:
    """Tell whether anybody of one side is, or acts for, or is acted for by, anybody of the other."""
    return any(x == y or acts_for(x, y) or acts_for(y, x) for x in a for y in b)


def _is_vague(names: tuple[str, ...]) -> bool:
    return all(_roles()[name].kind in ("generic", "anyone") for name in names)


def whose_duty(duty_holder: str, ours: Collection[str], *, text: str = "") -> tuple[Applies, str]:
    """Say whether a duty on `duty_holder` falls on an organisation with the roles `ours`, and why.

    `text` is how the duty is written: where it names nobody, it may still be about what a court makes.
    """
    if not ours:
        return Applies.YES, "No roles are set for this workspace, so every duty counts."
    holder = duty_holder.strip()
    if not holder:
        made = _of_a_court().match(text)
        if made is not None:
            return Applies.NO, f"“{made[0]}” is for a court or tribunal to make."
        return Applies.UNKNOWN, "The text does not say who must do it."
    kind = _other_legal_person(holder, ours)
    if kind:
        return Applies.NO, f"It falls on “{holder}”, and no {kind} is among our roles."
    for own in ours:
        if acts_for(holder, own):
            return Applies.YES, f"“{holder}” is, or acts for, the {own}."
    return _others_duty(holder)


@cache
def _of_a_court() -> re.Pattern[str]:
    """What a sentence about an order, an injunction or a warrant begins with; an order of goods is none of these."""
    names = "|".join(map(re.escape, load("roles")["made_by_courts"]))
    return re.compile(rf"(?:an?|the|no|any|such)\s(?:\w+\s)?(?:{names})\b", re.IGNORECASE)


def _other_legal_person(holder: str, ours: Collection[str]) -> str:
    """Return the kind of legal person that a holder is and none of our roles is: "firm" for "A firm (A)"; else ""."""
    phrase = _RELATIVE.split(_ASIDE.sub("", holder), maxsplit=1)[0]
    kinds = [_legal_person(part) for part in _JOIN.split(_OF_SOMETHING.split(phrase, maxsplit=1)[0])]
    if not all(kinds) or any(_is_of_kind(own, kind) for own in ours for kind in kinds):
        return ""
    return kinds[0]


def _legal_person(phrase: str) -> str:
    """Return the kind of legal person that a phrase names, or to whom it belongs: "a barrister's clerk"."""
    names: list[str] = list(load("roles")["legal_persons"])
    if not _THE.match(phrase):
        names += load("roles")["legal_persons_but_for_the"]
    owner = _POSSESSIVE.search(phrase)
    for one in (phrase, owner[0].removesuffix("s").rstrip("'’") if owner else ""):
        words = _key(_WORD.findall(one))
        for name in sorted(names, key=len, reverse=True):
            if words[-len(name.split()) :] == _key(name.split()):
                return name
    return ""


def _is_of_kind(own: str, kind: str) -> bool:
    """Tell whether one of our roles is a kind of legal person: a housing association is a landlord."""
    words, key = _key(_WORD.findall(own)), _key(kind.split())
    kinds = [name for name in find_roles(kind) if _roles()[name].kind != "generic"]
    alike = any(name in kinds for name in find_roles(own))
    return alike or any(words[at : at + len(key)] == key for at in range(len(words)))


def _others_duty(holder: str) -> tuple[Applies, str]:
    """Say whose duty it is where nobody named acts for us."""
    names = _heads(holder)
    if not names:
        return Applies.UNKNOWN, f"It is not known whether “{holder}” is one of our roles."
    kinds = {_roles()[name].kind for name in names}
    if "anyone" in kinds:
        return Applies.YES, "It binds everybody."
    if kinds <= {"capacity"}:
        return (
            Applies.UNKNOWN,
            f"An organisation of any kind may be “{holder}”; add it to the roles if ours is.",
        )
    if kinds <= {"outside"}:
        return Applies.NO, f"It falls on “{holder}”, which a local organisation can never be."
    return Applies.NO, f"It falls on “{holder}”, which is not one of our roles."
