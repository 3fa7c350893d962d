"""One side asks for a thing before an event, the other leaves it until after.

What it does: finds the event before which a statement wants its act done, and a time after that event in the other;
against a source only the policy that waits counts.
Why it matters: what was to protect from the event comes too late, though each text alone looks complete.
"""

import re
from functools import lru_cache

from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.peace.guards import tells_of_a_thing
from policycheck.conflicts.shared import part_met
from policycheck.conflicts.wording import order_message
from policycheck.domain.findings import ConflictType
from policycheck.domain.obligations import LimitKind, Modality
from policycheck.lexicon.data import load
from policycheck.lexicon.roles import find_roles
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement
from policycheck.matching.forbidding import forbids
from policycheck.matching.told_order import POINTING_BACK

_I = re.IGNORECASE
_LENGTH = r"(?:minutes?|hours?|days?|weeks?|fortnight|months?|years?|terms?)"
_EVENT = r"(?P<event>(?:(?!\s(?:within|by|(?:no|not)\slater)\b)[^,;:.()|]){3,90})"
# "Before the end of the course" names an event, "before the end of the month" a time limit.
_TIMES = (
    *load("times")["periods"],
    *load("rhythms")["calendar"]["month_names"],
    *load("times")["ending"],
)
_OF_A_THING = (
    rf"\sof\s(?!(?:[\w’'-]+\s){{0,2}}{_LENGTH}\b)"
    rf"(?!(?:(?:the|each|every|any|an?|its|their|your|his|her)\s)?(?:that|this|{'|'.join(_TIMES)})\b)"
)
_BEFORE = re.compile(
    rf"\b(?P<word>before|prior\sto|in\sadvance\sof|ahead\sof)\s(?!\d|(?:(?:too|very|so)\s)?long\b|(?:the\s)?(?:end|close)\b(?!{_OF_A_THING})){_EVENT}",
    _I,
)
_UNTIL = re.compile(rf"\b(?P<word>until|before|unless)\s{_EVENT}", _I)
_AFTER = re.compile(
    rf"\b(?P<words>(?:(?:with)?in|during|by|over)\s(?:[\w’'-]+\s){{1,4}}?{_LENGTH}\s(?:of|after|from|following)\s{_EVENT}|"
    rf"(?<!not\s)(?<!day\s)(?:after|following)\s(?!{POINTING_BACK})(?P<later>[^,;:.()|]{{3,90}}))",
    _I,
)
_BEGINNING = re.compile(
    r"\b(?:(?:during|in|within|by\sthe\send\sof)\s(?:the|your|their|his|her|its)\sfirst\s(?:few\s)?"
    r"(?:days?|weeks?|fortnight|months?)|from\sday\sone)\b",
    _I,
)
# "Before it or, if that cannot be, within ten days of it": two ways, of which the later is as good.
_EITHER = re.compile(r"\b(?:before|prior\sto)\b[^.;]{0,80}\bor\b[^.;]{0,80}\bwithin\b", _I)
_FIRST = re.compile(r"\bfirst\b", _I)
_BEGIN = frozenset(content_words("begin"))
_END = frozenset(content_words("end finish"))


def before_after(pair: Pair) -> Objection | None:
    """Return the objection, or None where both do it on one side of the event."""
    in_one_order = pair.of_one_length and not _lie_on_two_sides(pair.a, pair.b)
    found = None if in_one_order else _waits(pair.a, pair.b)
    if found is None and not pair.of_one_length:
        found = _turns_round(pair.a, pair.b)
    if found is None and not pair.against_source:
        found = _waits(pair.b, pair.a, turned=True)
        if found is None and (turned := _turns_round(pair.b, pair.a)):
            found = turned[1], turned[0]
    if found is None:
        return None
    a_words, b_words = found
    return Objection(
        type=ConflictType.DEADLINE,
        message=order_message(pair, a_words, b_words),
        a_words=a_words,
        b_words=b_words,
        by="before_after",
        met=part_met(pair.a, pair.b),
    )


def _lie_on_two_sides(a: Statement, b: Statement) -> bool:
    """Tell whether one length is "a month before" on one side, and "within a month after" on the other."""
    ours, theirs = ({limit.kind for limit in one.said.time_limits} if one.said else set() for one in (a, b))
    return (
        LimitKind.BEFORE in ours and not theirs.isdisjoint(_LATER) and LimitKind.BEFORE not in theirs
    ) or (LimitKind.BEFORE in theirs and not ours.isdisjoint(_LATER) and LimitKind.BEFORE not in ours)


_LATER = (LimitKind.WITHIN, LimitKind.AFTER)


def _waits(one: Statement, other: Statement, *, turned: bool = False) -> tuple[str, str] | None:
    """Return the words of `one` and of `other`, which does after an event what `one` does before it."""
    for before, event, named in _events_before(one):
        if not (named is None or named & other.words):
            continue
        if any(event & first for _, first, _ in _events_before(other)):
            continue  # both before and after it, as the other side has it
        for after, later in _events_after(other.text):
            if event & later and not (event & _END and not later & _END):
                return (after, before) if turned else (before, after)
    return None


_MOST = 0.5  # of the words of each, for the two to be one


def _turns_round(one: Statement, other: Statement) -> tuple[str, str] | None:
    """Return the words for the order of a duty, and for its reverse: "a pit may be dug before a permit is obtained"."""
    if one.said is None or other.said is None or forbids(one.said) or forbids(other.said):
        return None
    if one.said.modality is Modality.PERMISSION or _NONE.search(other.text) or _EITHER.search(one.text):
        return None
    for found in _BEFORE.finditer(one.text):
        act, event = _act_and_event(one.text, found)
        for turned in _BEFORE.finditer(other.text):
            first, then = _act_and_event(other.text, turned)
            if _are_one(event, first) and _are_one(act, then) and not _are_one(event, then):
                return found[0], turned[0]
    return None


_NONE = re.compile(r"\b(?:not|no|never|nobody|none|only)\b|n['’]t\b", _I)


def _act_and_event(text: str, before: re.Match[str]) -> tuple[frozenset[str], frozenset[str]]:
    event = _event(before["event"])
    return _event(f"{text[: before.start()]} {text[before.end() :]}") - event, event


def _are_one(some: frozenset[str], others: frozenset[str]) -> bool:
    both = len(some & others)
    return both > 1 and both >= _MOST * max(len(some), len(others))


@lru_cache(maxsize=8192)
def _events_before(one: Statement) -> tuple[tuple[str, frozenset[str], frozenset[str] | None], ...]:
    """Return the words that put an act first, the event it is to go before, and what the other side must then name.

    A ban goes before its own act, and what it waits for must be named; None where nothing need be.
    """
    said = one.said
    if said is None or said.modality is Modality.PERMISSION or _EITHER.search(one.text):
        return ()
    if forbids(said):
        return tuple(
            (found[0], _event(one.text[: found.start()]), _event(found["event"]))
            for found in _UNTIL.finditer(one.text)
        )
    return tuple((found[0], _event(found["event"]), None) for found in _BEFORE.finditer(one.text))


@lru_cache(maxsize=8192)
def _events_after(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    found = [
        (after["words"], _event(after["event"] or after["later"]))
        for after in _AFTER.finditer(text)
        if not tells_of_a_thing(text, after.start())
    ]
    return (*found, *((beginning[0], _BEGIN) for beginning in _BEGINNING.finditer(text)))


def _event(words: str) -> frozenset[str]:
    """Return what happens, without those to whom: "begin work" of "the new worker starts work".

    Where nothing else is said those to whom tell it: "working with a group".
    """
    said = content_words(words)
    happens = frozenset(word for word in said if not find_roles(word)) or frozenset(said)
    return happens | _BEGIN if _FIRST.search(words) else happens
