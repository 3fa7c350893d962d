"""Whether a statement that bans nothing itself keeps or breaks a plain ban.

By treating all alike, by "only if", by its contrary, by putting a thing out of use, by doing in company what is
banned alone.
"""

import re
from functools import cache

from policycheck.domain.figures import FigureKind
from policycheck.domain.obligations import Modality
from policycheck.lexicon.data import load
from policycheck.lexicon.families import families
from policycheck.lexicon.phrases import compile_phrases, phrases_of
from policycheck.lexicon.words import content_words
from policycheck.matching.forbidding import forbids
from policycheck.matching.statements import Statement

_PASSIVE = re.compile(r"\bbe\s+")


def is_the_same_for_all(ban: Statement, other: Statement) -> bool:
    """Tell whether a statement has one rate for all, where a ban is on its varying: "the same however much it is"."""
    if not phrases_of("kept", "varying").search(ban.text) or phrases_of("kept", "varying").search(other.text):
        return False
    if phrases_of("kept", "flat").search(other.text):
        return True
    alike, anyway = phrases_of("kept", "alike"), phrases_of("kept", "whatever_it_is")
    return alike.search(other.text) is not None and anyway.search(other.text) is not None


def is_kept_by_the_way(ban: Statement, other: Statement) -> bool:
    """Tell whether a statement keeps a ban by the way in which it goes about the thing."""
    return is_the_same_for_all(ban, other) or _is_put_out_of_use(ban, other) or _is_done_together(ban, other)


def _is_put_out_of_use(ban: Statement, other: Statement) -> bool:
    """Tell whether a thing that must not be used is thrown away, and not after a time in which it may be.

    "Dropped food must not be served" is kept by "is put in the bin", "waste must not be buried" is not.
    """
    reading = ban.reading
    if reading is None or not forbids(reading) or not _binds(other):
        return False
    if any(figure.kind is FigureKind.TIME and figure.value for figure in other.figures):
        return False
    passive = _PASSIVE.search(reading.act)
    verb = " ".join(reading.act[passive.end() if passive else 0 :].split()[:1])
    used = families(content_words(verb)) - families(
        content_words(reading.text[: max(0, reading.signal_start)])
    )
    return (
        phrases_of("kept", "using").fullmatch(verb) is not None
        and phrases_of("kept", "out_of_use").search(other.text) is not None
        and used.isdisjoint(families(content_words(other.text)))
    )


def _is_done_together(ban: Statement, other: Statement) -> bool:
    """Tell whether a statement has done in company what a ban forbids to do alone: "is worked by two people"."""
    if ban.reading is None or not forbids(ban.reading) or not _binds(other):
        return False
    alone, company = phrases_of("contrary", "by_oneself"), phrases_of("contrary", "company")
    return (
        alone.search(ban.text) is not None
        and company.search(other.text) is not None
        and alone.search(other.text) is None
        and phrases_of("contrary", "denying").search(other.text) is None
    )


def _binds(one: Statement) -> bool:
    """Tell whether a statement says what is done, and neither what is banned nor what may or should be done."""
    return one.said is not None and one.said.modality is Modality.OBLIGATION and not forbids(one.said)


_ANOTHER = r"(?:the\s(?:opposite|other)|another|an?\sdifferent)"
_THE_SAME = r"(?:(?:the|that|this)\s(?:very\s)?same|(?:her|his|its|your|their|[\w-]+['’]s?)\sown)"
_OF_ANOTHER = re.compile(rf"\b(?P<tie>of|from|in|at)\s{_ANOTHER}\s(?P<kind>[a-z-]+)\b", re.IGNORECASE)
_OF_THE_SAME = re.compile(rf"\b(?P<tie>of|from|in|at)\s{_THE_SAME}\s(?P<kind>[a-z-]+)\b", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:no|not|never|nobody|none|nor|neither|cannot|either|without|unless|except|or)\b|n[’']t\b",
    re.IGNORECASE,
)


def is_of_the_contrary(ban: Statement, other: Statement) -> bool:
    """Tell whether a ban is on one of another kind and the other statement has one of the same, or the other way round.

    "Not by a judge from the other county" is kept by "by a judge from your own county".
    """
    if ban.said is None or not forbids(ban.said) or _DENIED.search(other.text):
        return False
    return any(
        _kinds(banned, ban) & _kinds(done, other) - _kinds(banned, other)
        for banned, done in ((_OF_ANOTHER, _OF_THE_SAME), (_OF_THE_SAME, _OF_ANOTHER))
    )


def _kinds(pattern: re.Pattern[str], one: Statement) -> set[tuple[str, str]]:
    return {(found["tie"].lower(), found["kind"].lower()) for found in pattern.finditer(one.text)}


def is_done_in_a_case(ban: Statement, other: Statement) -> bool:
    """Tell whether a statement does what a ban without a case of its own forbids, though "only if" something is so.

    All that the ban names it must do: "the saw runs only when the guard is shut" does not run it with the guard open.
    """
    reading = ban.reading
    case = phrases_of("kept", "only_in_a_case").search(other.text)
    if reading is None or case is None or not forbids(reading) or _has_a_case(ban):
        return False
    passive = _PASSIVE.search(reading.act)
    head = families(content_words(reading.act[passive.end() if passive else 0 :])[:1])
    # Whom it binds is part of it: "an untrained porter must not" is kept by "porters do so only if trained".
    things = families(content_words(reading.text.replace(reading.signal, " ", 1))) - head
    done = families(content_words(other.text[: case.start()]))
    return things <= done and (len(things) > 1 or head <= done)


def _has_a_case(ban: Statement) -> bool:
    reading = ban.reading
    assert reading is not None  # noqa: S101 - see is_done_in_a_case
    turned = phrases_of("wordings", "turning").search(ban.text) or phrases_of("wordings", "awaiting").search(
        ban.text
    )
    return bool(
        reading.exceptions or reading.conditions or ban.figures or turned or _reserves().search(ban.text)
    )


@cache
def _reserves() -> re.Pattern[str]:
    return compile_phrases([*load("contrary")["reserving"], "alone"])
