"""Who acts in loose wording: the subject of any sentence, "whoever is in first", a cell, whom the heading speaks to."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from policycheck.domain.obligations import HolderSource
from policycheck.lexicon.data import load
from policycheck.lexicon.phrases import phrases_of
from policycheck.lexicon.verbs import bases, third_persons
from policycheck.lexicon.words import stop_words
from policycheck.matching.holders.doers import could_act, doers
from policycheck.matching.holders.in_passing import (
    is_column_of_others,
    named_in_passing,
    names_somebody,
    spoken_to,
)
from policycheck.matching.holders.told_doers import told_doers
from policycheck.matching.statements import Statement

_I = re.IGNORECASE
_SENTENCE = re.compile(r"(?<=[.!?:;])\s+")
_OPENING = re.compile(
    r"^(?:where|when|whenever|if|before|after|once|while|as|within|at|on|in|for|to|with|from|during|because|of)\b[^,;]{0,120},\s",
    _I,
)
_FOR = re.compile(
    r"^(?:for|at|on|in)\s(?:the\s)?[\w’'-]+(?:\s[\w’'-]+){0,2}?\s(?=(?:the|our|an?|whoever|you)\s)", _I
)
_APPOSED = re.compile(r"^[A-Z][\w’'-]+,\s(?P<who>(?:our|the|an?|your|their|his|her)\s[^,.;]{3,60}),\s")
_FROM = re.compile(r"^(?P<who>[A-Z][\w’'-]+\s(?:from|in|at|on)\s(?:the\s)?(?P<where>[\w’'-]+))\s[a-z]+s\b")
_NAMED = re.compile(r"^[A-Z][\w’'-]+\sand\s(?P<who>(?:the|his|her|our)\s[\w’'-]+)\s[a-z]+\b")
_THEMSELVES = re.compile(
    r"\b(?P<who>(?:the|our)\s[\w’'-]+)\s[\w’'-]+(?:\s[\w’'-]+){0,2}?\s(?:themselves|himself|herself|ourselves)\b",
    _I,
)
_AGENT = re.compile(r"\b(?i:by)\s(?P<who>(?:the|our|an?)\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)")
_YOU_NAMED = re.compile(
    r"^(?:you|we|us)\s(?P<who>[\w’'-]+(?:\s[\w’'-]+){0,2}?(?:s|men|people))\s[a-z]+\b", _I
)
_DONE_TO = re.compile(r"\b(?:shall|must|will|should|may|can|to)\s(?:\w+\s)?be\s", _I)
_WORD = re.compile(r"[A-Za-z][\w’'-]*|[^\w\s]")
_LONGEST = 7  # words of a subject


@lru_cache(maxsize=8192)
def acting(statement: Statement) -> tuple[str, ...]:
    """Return everybody who acts by a statement, in whatever words, each once; empty where nobody is named."""
    found = [*doers(statement), *(_cells(statement) if statement.is_row else _told(statement.text))]
    found += named_in_passing(statement)
    if speaks_to_reader(statement):
        own = phrases_of("acting", "yours").search(statement.text)
        found += addressed(statement) or ((own[0],) if own else ())
    named = (one.strip(" .,") for one in found)
    return tuple(dict.fromkeys(one for one in named if one and not _NOBODY_NAMED.match(one)))


# "Not control", "from your social worker": no name of who acts.
_NOBODY_NAMED = re.compile(r"(?:not|never|from|to|with|at|in|on|of)\s", _I)


@lru_cache(maxsize=8192)
def acting_themselves(statement: Statement) -> tuple[str, ...]:
    """Return whom a text says to do a thing themselves: its reader, "you lads", "artists order their own inks"."""
    if speaks_to_reader(statement) and addressed(statement):
        return addressed(statement)
    if spoken_to(statement):
        return spoken_to(statement)
    if statement.is_row:
        return tuple(one for one in acting(statement) if re.match(r"(?:yours|ours|you)\b.", one, _I))
    if _BY_OWN.search(statement.text) is None:
        return ()
    return tuple(one for one in acting(statement) if not _GENERIC.search(one))


_BY_OWN = re.compile(
    r"\b(?:their|his|her)\sown\b|\b(?:themselves|himself|herself)\b|^your\sown\s|[.!?]\syour\sown\s|^(?:you|we)\s\w+s\b",
    _I,
)
_GENERIC = re.compile(r"^(?:some|any|every|no)\w*\b", _I)


def _told(text: str) -> Iterator[str]:
    yield from _subjects(text)
    if "by no" in text or _NOT_BY.search(text):
        return
    for who, lenient in told_doers(text):
        if lenient or names_somebody(who):
            yield who


@lru_cache(maxsize=8192)
def plainly_told(statement: Statement) -> tuple[str, ...]:
    """Return who stands where only somebody can: "is met by the porter", "it is the driver who", under "Whose job"."""
    if statement.is_row:
        return tuple(one for one in _cells(statement) if not _GENERIC.search(one))
    if _NOT_BY.search(statement.text):
        return ()
    return tuple(dict.fromkeys(who for who, plainly in told_doers(statement.text) if plainly))


_NOT_BY = re.compile(r"\b(?:not|never|nor)\s(?:\w+\s){0,5}?by\b", _I)


def _subjects(text: str) -> Iterator[str]:
    for written in _SENTENCE.split(text):
        sentence = _OPENING.sub("", _FOR.sub("", written))
        by_hand = _THEMSELVES.search(sentence)
        if by_hand and names_somebody(by_hand["who"]):
            yield by_hand["who"]
        anybody = phrases_of("acting", "anybody").match(sentence)
        if anybody and _DONE_TO.search(sentence):
            continue
        if anybody:
            yield _until_verb(sentence) or anybody[0]
            continue
        apposed = _APPOSED.match(sentence) or _NAMED.match(sentence)
        if apposed:
            yield apposed["who"]
            continue
        place = _FROM.match(sentence)
        if place and place["where"].lower() in _set("hands"):
            yield place["who"]
            continue
        agent = _AGENT.search(sentence)
        if agent:
            yield agent["who"]
        told = _YOU_NAMED.match(sentence)
        if told and names_somebody(told["who"]):
            yield told["who"]
        yield from _opening_name(sentence)


def _opening_name(sentence: str) -> Iterator[str]:
    """Yield the name of somebody that a sentence opens with, where a verb follows: "the slinger jots"."""
    words = _WORD.findall(sentence)[: _LONGEST + 2]
    words = words[2:] if [word.lower() for word in words[:2]] == ["one", "of"] else words
    for place in range(1, min(_LONGEST, len(words) - 1)):
        phrase = " ".join(words[:place])
        if words[place - 1].lower() in _BEING or words[place - 1].endswith(_OWNING):
            return
        if words[place - 1].lower() in stop_words() - _IN_NAMES:
            return
        if words[place - 1].lower() in stop_words() or not words[place][0].isalpha():
            continue
        follower = words[place + 1] if words[place].lower() in _BETWEEN else words[place]
        if names_somebody(phrase) and _is_verb(follower, words[place - 1]):
            yield phrase
            return


_IN_NAMES = frozenset(
    ("of", "and", "the", "our", "a", "an", "any", "your", "every", "each", "all", "one", "for")
)
_BETWEEN = frozenset(
    ("also", "just", "always", "usually", "often", "then", "normally", "simply", "now", "still", "themselves")
)
_BEING = frozenset(("is", "are", "was", "were", "be", "been", "has", "have"))
_OWNING = ("'s", "’s", "s'", "s’")


def _is_verb(word: str, before: str) -> bool:
    low = word.lower()
    if low in ("is", "are", "was", "were", "be", "of", "as"):
        return False
    if low in third_persons() or (low.endswith("s") and not before.lower().endswith("s")):
        return low not in stop_words()
    return (low in bases() or low not in stop_words()) and before.lower().endswith(("s", "men", "people"))


def _until_verb(sentence: str) -> str:
    words = _WORD.findall(sentence)[: _LONGEST + 1]
    for place in range(1, len(words)):
        if words[place].lower() in third_persons() or not words[place][0].isalpha():
            return " ".join(words[:place])
    return ""


_TIME = re.compile(r"\b(?:when|time|date|how|what|limit|number|period)\b", _I)
_ABOUT = re.compile(r"\b(?:by|who|whose|whom)\b", _I)


def _cells(statement: Statement) -> Iterator[str]:
    """Yield what stands under the columns of a row that name who acts, as a whole: "Dave (part owner)"."""
    for cell in statement.text.split(";"):
        name, colon, value = cell.partition(":")
        words = " ".join(re.findall(r"[a-z]+", name.lower()))
        if colon and value.strip() and not _TIME.search(name) and _is_of_doers(words, value):
            yield _first_name(value)


def _is_of_doers(column: str, value: str) -> bool:
    """Tell whether a column names who acts; so does one that opens with a verb, above somebody: "Signs", "Decides"."""
    if _ABOUT.search(column) or phrases_of("acting", "columns").search(column):
        return True
    opens = column.partition(" ")[0] in third_persons() and not is_column_of_others(column)
    return opens and names_somebody(_first_name(value))


_REMARK = re.compile(r",\s(?=(?:so|for|at|in|on|as|by|to|from|with|when|if|because)\b)|\s[-–—]\s")


def _first_name(value: str) -> str:
    """Return who is named first in a cell: "the agency - take their word", "Reception, so the clerk is free"."""
    return _REMARK.split(value, maxsplit=1)[0].strip()


@lru_cache(maxsize=8192)
def speaks_to_reader(statement: Statement) -> bool:
    """Tell whether a statement tells its reader to act: an order, "your job", "You: sweep the steps"."""
    if statement.is_row:
        names = (cell.partition(":") for cell in statement.text.split(";"))
        return any(
            re.fullmatch(
                r"\s*(?:you(?:\sdo)?|what\s(?:do\s)?you(?:\smust|\s?['’]ll|\swill|\sshould)?\sdo|your\s(?:move|part|job|task|turn)|you\s(?:must|can|should|will))\s*",
                name,
                _I,
            )
            or re.fullmatch(r"\s*(?:you|yours)\s*", value, _I)
            for name, _, value in names
        )
    if statement.said is not None and (
        statement.said.holder_source is HolderSource.ORDER or statement.said.duty_holder.lower() == "you"
    ):
        return True
    return phrases_of("acting", "yours").search(statement.text) is not None


_POSSESSED = re.compile(r"^(?P<who>[^:]{3,40}?)(?:['’]s|s['’])(?=\s|$)", _I)
_OF_ONE = re.compile(r"^(?:the\s)?(?P<who>[\w’'-]+?)['’]s\s(?P<what>[\w-]+)", _I)
_FOR_WHOM = re.compile(r"\bfor\s(?:the\s|our\s|all\s)?(?P<who>[\w’'-]+(?:\s[\w’'-]+){0,2})$", _I)
_BEFORE_COLON = re.compile(r"^(?P<who>[\w’'\s-]{3,40}):")


@lru_cache(maxsize=8192)
def addressed(statement: Statement) -> tuple[str, ...]:
    """Return whom the headings above a statement speak to, the nearest alone: "Deckhand's day", "For visitors"."""
    heading = re.split(r"\s[>›/]\s|\n", statement.section)[-1].strip()
    for pattern in (_POSSESSED, _FOR_WHOM, _BEFORE_COLON):
        found = pattern.search(heading)
        if found and (could_act(found["who"]) or names_somebody(found["who"])):
            return (found["who"],)
    owned = _OF_ONE.match(heading)
    if owned and owned["what"].lower() in _set("leaflets") and owned["who"].lower() not in _set("no_readers"):
        return (owned["who"],)
    words = heading.split()
    for end in range(len(words) - 1, 0, -1):
        phrase = " ".join(words[:end])
        if words[end].lower().strip(":,.") in _set("leaflets") and could_act(phrase):
            return (phrase,)
    return ()


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(load("acting")[name])
