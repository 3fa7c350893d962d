"""Who acts by a statement, from wherever English puts it: subject, "by ...", "falls to ...", "... signs off", a column.

A reading names who has the duty where its grammar is plain. Here whatever stands in a doer's place counts, role of the
vocabulary or not, so that two posts that no list knows can still be told apart.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from policycheck.lexicon.data import load
from policycheck.lexicon.phrases import phrases_of
from policycheck.lexicon.roles import ends_in_role, job_words
from policycheck.lexicon.verbs import bases, pasts, third_persons
from policycheck.lexicon.words import stop_words
from policycheck.matching.quoting import in_place
from policycheck.matching.statements import Statement

_I = re.IGNORECASE
_WORD = re.compile(r"[A-Za-z][\w’'-]*|[^\w\s]")
_ARTICLES = frozenset(load("independence")["doer_articles"].split())
_MODALS = frozenset(load("independence")["doer_verbs"].split())
_LONGEST = 8  # words of a doer
_SUFFIXES = ("er", "or", "ee", "ant", "ist", "ian", "man", "woman", "person", "people", "holder")
_SPLIT = re.compile(r"\s(?:and|or)\s(?:by\s)?|,\s?|\s/\s|/", _I)


@lru_cache(maxsize=8192)
def doers(statement: Statement) -> tuple[str, ...]:
    """Return everybody who acts by a statement, as written, each once; empty where it does not say."""
    text = statement.text
    found: list[str] = []
    if statement.said is not None and statement.said.duty_holder:
        found.append(statement.said.duty_holder)
    found += [_subject(text), *_after(phrases_of("independence", "agent_after"), text)]
    told = [*_after(_places(), text), *_before(_handed(), text), *_cells(text)]
    return tuple(dict.fromkeys((*_distinct(_parts(found)), *filter(_may_act, _parts(told)))))


def appointed(statement: Statement) -> tuple[str, ...]:
    """Return who is put into a post or fills it: "appoints its treasurer as warden", "the purser acts as steward"."""
    return _distinct((*_after(_appoints(), statement.text), *_before(_fills(), statement.text)))


@lru_cache(maxsize=8192)
def approvers(statement: Statement) -> tuple[str, ...]:
    """Return whose leave a statement asks for: "unless the warden agrees", "with the chair's consent"."""
    text = statement.text
    found = [*_after(_leave_of(), text), *_before(_gives_leave(), text), *_before(_owned_leave(), text)]
    if statement.is_row and any(
        _gives_leave().match(cell.partition(":")[2].strip()) for cell in text.split(";")
    ):
        found += _cells(text)  # "Who: Warden; Does what: Approves the outing"
    return tuple(dict.fromkeys(filter(_may_act, _parts(found))))


def _parts(found: Iterable[str]) -> list[str]:
    return [part.strip(" .") for one in found for part in _SPLIT.split(_WITH_MORE.split(one, maxsplit=1)[0])]


_WITH_MORE = re.compile(
    r"\s(?:whom|between|among)\s", _I
)  # "a clerk between sittings", "staff whom he has trained"


_OWNING = re.compile(r"(?:['’]s|s['’])$")


def _may_act(phrase: str) -> bool:
    """Tell whether a phrase that stands where only somebody can stand names somebody: all but a known thing does."""
    words = [word.lower().strip("'’.") for word in phrase.split()]
    if (
        not words
        or not _NOBODYS.isdisjoint(words)
        or words[0] in _ENDS
        or words[-1] in stop_words()
        or _OWNING.search(phrase)
    ):
        return False
    head = _head(words)[-1]
    return head[0].isalpha() and not {head, head.removesuffix("s")} & _things()


def _distinct(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(one.strip(" .") for one in found if could_act(one) and not _OWNING.search(one))
    )


@lru_cache(maxsize=8192)
def could_act(phrase: str) -> bool:
    """Tell whether a phrase can name a person, a post or a body, whether or not it is known."""
    words = [word.strip("’'").removesuffix("’s").removesuffix("'s") for word in phrase.split()]
    if not words or not _NOBODYS.isdisjoint(word.lower() for word in words):
        return False
    if len(words) > 1 and (words[0].lower() in _ENDS or _ACT_FIRST.match(phrase)):
        return False
    head = _head(words)
    return _are_initials(head) or _is_somebody(head)


def _is_somebody(head: list[str]) -> bool:
    last = head[-1].lower() if head else ""
    single = _single(last)
    if len(last) < 3 or last in stop_words() or not last[0].isalpha() or {last, single} & _things():
        return False
    if ends_in_role(" ".join(head)) or {last, single} & _jobs():
        return True
    if single in bases() or last.endswith("ing") or head[-1].rstrip("s") in _no_initials():
        return False
    capitals = len(head) > 1 and all(word[:1].isupper() for word in head[-2:])
    return single.endswith(_SUFFIXES) or capitals


_INITIALS = re.compile(r"[A-Z]{2,5}s?")


def _are_initials(head: list[str]) -> bool:
    """Tell whether a name is initials under an article, and none of a thing: "the DC", "our HMs"."""
    article, *name = head if head else [""]
    if article.lower() not in _ARTICLES or len(name) != 1 or not _INITIALS.fullmatch(name[0]):
        return False
    return name[0].rstrip("s") not in _no_initials()


@cache
def _no_initials() -> frozenset[str]:
    return frozenset(load("independence")["no_initials"])


def told_in_place(text: str, words: str) -> str:
    """Return words that say who acts, those that name nobody with the next few of the text: "who made the decision"."""
    return words if could_act(words) else in_place(text, words)


def _single(noun: str) -> str:
    """Return a noun in the singular: "foreman" of "foremen", "coach" of "coaches"."""
    if noun.endswith("men"):
        return f"{noun[:-3]}man"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    return noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")


_ACT_FIRST = re.compile(
    r"\w+ing\s(?:an?|the|any|each|every|his|her|their|its|your|our)\s", _I
)  # "excluding a parent"


# A clause and no name: "whoever is on shift", "what the warden holds", "you own".
_NOBODYS = frozenset(load("independence")["no_names"].split())


def _head(words: list[str]) -> list[str]:
    """Return a phrase up to its first "of" or "with": what it is, not what it belongs to or has."""
    for place, word in enumerate(words):
        if place and word.lower() in (
            "of",
            "with",
            "concerned",
            "present",
            "available",
            "involved",
            "responsible",
        ):
            return words[:place]
    return words


@cache
def _jobs() -> frozenset[str]:
    words = load("roles")
    return job_words() | frozenset(words["posts"] + words["bodies"]) | _people()


@cache
def _people() -> frozenset[str]:
    return frozenset(load("independence")["people"])


@cache
def _things() -> frozenset[str]:
    return frozenset(load("roles")["things"]) | frozenset(load("independence")["no_people"])


def _places() -> re.Pattern[str]:
    return phrases_of("independence", "falls_to")


def _handed() -> re.Pattern[str]:
    return phrases_of("independence", "is_their_job")


def _appoints() -> re.Pattern[str]:
    return phrases_of("independence", "appoints")


def _fills() -> re.Pattern[str]:
    return phrases_of("independence", "fills")


def _leave_of() -> re.Pattern[str]:
    return phrases_of("independence", "leave_of")


def _gives_leave() -> re.Pattern[str]:
    return phrases_of("independence", "gives_leave")


def _owned_leave() -> re.Pattern[str]:
    return phrases_of("independence", "owned_leave")


def _after(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    """Yield the noun phrase after each match."""
    for found in pattern.finditer(text):
        phrase = _phrase(text[found.end() :])
        if phrase and not (found[0].endswith(" to") and _HANDED_BY.match(text, found.end())):
            yield phrase


# "Given to donors by a clerk": they receive it.
_HANDED_BY = re.compile(r"[^,;.:]{1,80}?\sby\s(?:the|an?|our|its|their)\s", _I)


def _before(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    """Yield the noun phrase before each match, from its article on."""
    for found in pattern.finditer(text):
        words = _WORD.findall(text[: found.start()])[-_LONGEST:]
        for place in range(len(words) - 1, -1, -1):
            low = words[place].lower()
            if not low[0].isalpha() or low in _ENDS:
                words = words[place + 1 :]
                break
            if low in _ARTICLES:
                words = words[place:]
                break
        if words:
            yield " ".join(words)


_ENDS = frozenset(load("independence")["doer_ends"].split())


def _phrase(rest: str) -> str:
    """Return the noun phrase that a text opens with: up to a verb, a preposition but "of", or a stop."""
    words: list[str] = []
    for word in _WORD.findall(_OTHER_THAN.split(rest, maxsplit=1)[0])[: _LONGEST + 1]:
        low = word.lower()
        if not low[0].isalpha() or low in _ENDS:
            break
        words.append(word)
    return " ".join(words[:_LONGEST])


# "A nurse other than the one who", "the bursar alone": a nurse, the bursar.
_OTHER_THAN = re.compile(r"\b(?:other\sthan|alone)\b", _I)


_OPENING_CASE = re.compile(
    r"^(?:where|when|if|before|after|once|within|at|on|in|every|each)\b[^,;]{0,120},\s", _I
)


def _subject(text: str) -> str:
    """Return the subject a sentence opens with where a verb follows it: "any tutor" in "Any tutor can ..."."""
    text = _OPENING_CASE.sub("", text)
    words = _WORD.findall(text)[: _LONGEST + 2]
    for place, word in enumerate(words):
        low = word.lower()
        if not low[0].isalpha():
            return ""
        if place and (
            low in _MODALS
            or low in third_persons()
            or _is_verb_of(words[:place], words[place : place + 2])
            or (low in bases() and words[place - 1].endswith(("s", "men")))
        ):
            done = next((word.lower() for word in words[place + 1 :] if not _is_adverb(word.lower())), "")
            passive = low in ("is", "are", "be") and done in pasts()
            if low in _MODALS and "be" in [one.lower() for one in words[place + 1 : place + 3]]:
                passive = True
            return "" if passive else " ".join(words[:place])
        if place and low in _ENDS and low not in ("in", "on", "at", "for"):
            return ""
    return ""


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") or word in load("signals")["words"]["adverbs"]


def _is_verb_of(name: list[str], rest: list[str]) -> bool:
    """Tell whether a name of somebody is followed by a verb that no list knows, and what it is done to: "edits the"."""
    return (
        rest[0].endswith("s")
        and (name[-1].isupper() or not name[-1].lower().endswith("s"))
        and len(rest) > 1
        and rest[1].lower() in ("the", "a", "an", "its", "his", "her", "their", "it", "them")
        and could_act(" ".join(name))
    )


def _cells(text: str) -> Iterator[str]:
    """Yield what stands under the columns of a row that name a person: "Keeper: Warden"."""
    for cell in text.split(";"):
        name, colon, value = cell.partition(":")
        if colon and phrases_of("independence", "who_columns").search(name) and len(name.split()) <= 4:
            yield _phrase(value)
