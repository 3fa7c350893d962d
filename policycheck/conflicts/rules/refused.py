"""One side gives somebody a thing, or forbids to refuse it; the other refuses it, or takes it away.

What it does: finds a ban on refusing ("shall not be cut off", "is no bar to"), a duty to give or let in, or leave that
people rely on, and on the other side words that refuse: "is handed back at the door", "not today", a cell "decline".
Why it matters: a refusal is seldom told as a ban, and whoever is turned away does not know of the other text.
"""

import re
from functools import cache, lru_cache

from policycheck.conflicts.acts import Stance, stance_of
from policycheck.conflicts.contrary import is_in_a_case, spoken
from policycheck.conflicts.drift import drift_objection
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.shared import LIKELY, is_row_of_others, part_met
from policycheck.conflicts.wording import refused_message
from policycheck.lexicon.data import load
from policycheck.lexicon.phrases import patterns_of
from policycheck.matching import Statement

_I = re.IGNORECASE


def refused(pair: Pair) -> Objection | None:
    """Return the objection, or None where nothing is refused that the other side gives."""
    words = pair.told_by_either(lambda one, other: _found(one, other, ours=not pair.against_source))
    if words is None or not (part_met(pair.a, pair.b) or pair.probability >= LIKELY):
        return None
    return drift_objection(pair, words, by="refused", message=refused_message)


def _found(gives: Statement, refuses: Statement, *, ours: bool) -> tuple[str, str] | None:
    """Return the words by which a thing is to be had, and those by which it is refused."""
    refusal = refusal_in(refuses)
    if not refusal:
        return None
    if is_row_of_others(refuses, gives):
        return None
    given = _not_refused(gives) or _given(gives, ours=ours)
    if not given or refusal_in(gives) or _not_refused(refuses):
        return None
    return given, refusal


@lru_cache(maxsize=8192)
def _not_refused(statement: Statement) -> str:
    """Return the words by which a statement forbids a refusal, "" without any."""
    found = _banned().search(spoken(statement))
    return found[0] if found else ""


def _given(statement: Statement, *, ours: bool) -> str:
    """Return the words by which something is to be given or may be had; a law's leave may be narrowed."""
    text = spoken(statement)
    said = statement.said
    if said is None or stance_of(said) is Stance.FORBIDS:
        return ""
    found = patterns_of("refusals", "giving").search(text) or (
        patterns_of("refusals", "leave").search(text) if ours else None
    )
    return found[0] if found and not is_in_a_case(text[: found.start()]) else ""


_DENIED = re.compile(
    r"\b(?:not|never|nobody|no\sone|none|neither|nor|without|cannot)\b[^.;:,]{0,25}$|n[’']t\s[^.;:,]{0,15}$|"
    # "No one on the list of the frail will have the heat ..."; "no badge means that you" denies nothing.
    r"(?:^|[.;:]\s)(?:nobody|no\sone|none|neither|no\s[\w’'-]+)\b(?:(?!\b(?:means?|gets?|leads?|so|and|or|but|because|if|unless)\b)[^.;:,]){0,100}$",
    _I,
)


# "Is closed only when", "is closed for a wedding unless": the rest stays open.
_ONLY = re.compile(r"[^.;:,]{0,40}?\s(?:only|unless|until\sthen)\b", _I)


@lru_cache(maxsize=8192)
def refusal_in(statement: Statement) -> str:
    """Return the words by which a statement refuses somebody something, "" without any."""
    text = spoken(statement)
    for one in patterns_of("refusals", "refused").finditer(text):
        before = text[: one.start()]
        told = is_in_a_case(before) or _IN_TIME.search(before) or _DENIED.search(before)
        if not (told or _ONLY.match(text, one.end()) or _is_when(statement, text, one.start())):
            return one[0]
    about, *cells = statement.text.split(";") if statement.is_row else [""]
    if not _verbs().search(about):  # "Could I be sacked for it?", "no"
        for cell in cells:
            name, _, value = cell.partition(":")
            found = _cells().match(value.strip())
            if found and not _OF_NUMBERS.search(name):
                return value.strip()
    return ""


# "Before we close a lock": when something else is done.
_IN_TIME = re.compile(r"\b(?:before|after|until|till|by\sthe\stime|as\ssoon\sas)\s$", _I)


def _is_when(statement: Statement, text: str, at: int) -> bool:
    """Tell whether a place in a text stands in a clause that says when, "before a stall is closed, the reeve calls".

    What the statement has done is told outside that clause, or it is no clause but the sentence itself.
    """
    said = statement.said
    if said is None or not (statement.is_row or said.signal):
        return False
    when = [(start, start + len(one)) for one in said.conditions if (start := text.find(one)) >= 0]
    does = text.find(said.signal) if statement.is_row else said.signal_start
    return any(start <= at < end and not start <= does < end for start, end in when)


_OF_NUMBERS = re.compile(
    r"\b(?:how|when|number|often|charge|cost|fee|price|limit|notes?|needed|required|who)\b", _I
)


@cache
def _cells() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(load('refusals')['cells'])})", _I)


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('refusals')['banned'])})\b", _I)


@cache
def _banned() -> re.Pattern[str]:
    verbs = _verbs().pattern
    modal = r"(?:shall|must|may|will|should|can|do|does|is|are|to)"
    return re.compile(
        rf"\b{modal}\s(?:not|never)\s(?:[a-z]+ly\s)?(?:be\s|have\s)?{verbs}|"
        rf"\bcannot\s(?:be\s)?{verbs}|"
        rf"^(?:\(\w+\)\s|[\d.]+\s)?(?:nobody|no\sone|none|no\s[^.,;]{{2,60}}?|neither\s[^.,;]{{2,60}}?)\s(?:who\s[^.,;]{{2,60}}\s)?(?:is|are|shall|may|must|will)\s(?:ever\s)?(?:be\s)?{verbs}|"
        rf"\b(?:{'|'.join(load('refusals')['no_bar'])})",
        _I,
    )
