"""The times and amounts of a ban: when it ends, "not within 12 months of", and what it bounds, "no more than"."""

import re
from dataclasses import replace

from policycheck.domain.obligations import (
    Comparator,
    LimitKind,
    Obligation,
    Threshold,
    ThresholdKind,
    TimeLimit,
)
from policycheck.lexicon.data import load
from policycheck.matching.cases import HAPPENED, gives_time, says_which_cases

_AFTER = re.compile(r"(?:after|following)\b", re.IGNORECASE)
_MORE, _FEWER = ("|".join(load("bounds")[way]) for way in ("more", "fewer"))
# "The notice must not be less than", "the share must never fall below": nothing is banned but to fall short of it.
_MEASURES = re.compile(
    r"\s(?:ever\s|at\sany\stime\s)?(?:exceed|(?:be|last|run|stand|fall|drop|go|rise)\s(?:(?:[a-z]+[dnt]\s)?for\s|to\s)?"
    rf"(?:(?:{_MORE}|{_FEWER})\sthan|under|below|over|above|beyond|in\sexcess\sof))\b",
    re.IGNORECASE,
)
_IN_IT = re.compile(r"(?:within|inside|in|during|over)\b", re.IGNORECASE)


def as_banned(limit: TimeLimit, ban: Obligation) -> TimeLimit:
    """Return the limit of an act banned "within 12 months of" another as the time after which it may be done.

    So with what is banned "for two days after", and "within six hours before".
    """
    lasts = limit.kind is LimitKind.FOR and _AFTER.match(limit.trigger) is not None
    in_it = limit.kind in (LimitKind.WITHIN, LimitKind.BEFORE) and _IN_IT.match(limit.text) is not None
    if not limit.trigger or limit.is_vague or not (lasts or in_it) or not _bans_by(limit, ban):
        return limit
    kind = LimitKind.BEFORE if limit.kind is LimitKind.BEFORE else LimitKind.AFTER
    return replace(limit, kind=kind, comparator=Comparator.AT_LEAST)


def _bans_by(limit: TimeLimit, ban: Obligation) -> bool:
    """Tell whether the act is banned in that time: not to fail to do it, nor what was done in it."""
    leaves_undone = ban.act.lower().startswith(tuple(load("deciding")["leaving_undone"]))
    if leaves_undone or not _stands_with_act(limit.text, ban) or gives_time(limit, ban):
        return False
    in_a_case = any(limit.text in words for words in (*ban.exceptions, *ban.conditions))
    return not in_a_case and not HAPPENED.search(ban.text.partition(limit.text)[0])


def bounds_thing(ban: Obligation) -> bool:
    """Tell "the notice must not be less than 28 days", a bound of the thing, from a ban of something done."""
    return _MEASURES.match(ban.text, ban.signal_start + len(ban.signal)) is not None


def bounds_of(ban: Obligation, limits: list[TimeLimit]) -> set[str]:
    """Return the words of the figures that bound what is banned, and do not say of what: "trips of more than ten"."""
    if bounds_thing(ban):
        amounts = [one for one in ban.thresholds if one.kind is not ThresholdKind.AGE]
        figures: list[TimeLimit | Threshold] = [*limits, *amounts]
        return {one.text for one in figures if _measured(one, ban)}
    times = (limit.text for limit in limits if _is_bound(limit))
    sums = (one.text for one in ban.thresholds if _bounds_amount(one, ban))
    return {words for words in (*times, *sums) if _stands_with_act(words, ban)}


def _measured(figure: TimeLimit | Threshold, ban: Obligation) -> bool:
    """Tell the figure that a thing must not exceed, or fall short of: it ends behind the "not"."""
    begins = ban.text.find(figure.text)
    behind = begins >= 0 and begins + len(figure.text) > ban.signal_start + len(ban.signal)
    return behind and figure.comparator is not Comparator.EXACTLY


def _is_bound(limit: TimeLimit) -> bool:
    if limit.is_vague or limit.kind is LimitKind.WITHIN:
        return False
    most = limit.kind is LimitKind.FOR
    bound = Comparator.AT_MOST if most else Comparator.AT_LEAST
    return limit.kind is LimitKind.BEFORE or limit.comparator is bound


def _bounds_amount(one: Threshold, ban: Obligation) -> bool:
    of_amount = one.kind not in (ThresholdKind.AGE, ThresholdKind.RETENTION)
    return of_amount and one.comparator is Comparator.AT_MOST and not says_which_cases(one, ban.text)


def _stands_with_act(words: str, ban: Obligation) -> bool:
    return ban.text.find(words) > ban.signal_start
