"""Hours of the day, from one to another: what they are for says whether fewer of them, or more, are the stricter."""

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from functools import cache

from policycheck.domain.figures import Figure, FigureKind
from policycheck.domain.obligations import Comparator
from policycheck.lexicon.data import load
from policycheck.matching.forbidding import forbids
from policycheck.matching.statements import Statement


class Hours(StrEnum):
    """What the hours of a statement are for."""

    CONFINED = "confined"  # "not before 8 am or after 6 pm", "only from 8 am to 6 pm"
    BARRED = "barred"  # "must not be left alone between 8 am and 8 pm"
    FILLED = "filled"  # "open from 9 am to 5 pm"


def hours_stand(source: Statement, policy: Statement) -> bool:
    """Tell whether a policy keeps to a source's hours: inside them where they confine, else over the whole of them."""
    ours, theirs = _hours(source.figures), _hours(policy.figures)
    if ours is None or theirs is None:
        return False
    confined = _use(source) is Hours.CONFINED
    if (_use(policy) is Hours.BARRED and confined) or (_use(policy) is Hours.CONFINED and not confined):
        return False  # hours of work and hours of rest are each the other's rest of the day
    (within, around) = (theirs, ours) if confined else (ours, theirs)
    return around[0] <= within[0] and within[1] <= around[1]


def falls_short_of_all_day(source: Statement, policy: Statement) -> tuple[Figure, Figure] | None:
    """Return the words for day and night of a source, and the hours of a policy that has only these."""
    told = _all_day().search(source.text)
    hours = _hours(policy.figures)
    if told is None or hours is None or hours[1] - hours[0] >= _DAY:
        return None
    if _all_day().search(policy.text) or _rest_of_day().search(policy.text):
        return None  # "from 8 to 6; at night ring the warden"
    bans = [one.said is not None and forbids(one.said) for one in (source, policy)]
    if any(bans) or any(figure.kind is FigureKind.CLOCK for figure in source.figures):
        return None
    starts, ends = [figure for figure in policy.figures if figure.kind is FigureKind.CLOCK]
    span = _from_to(policy.text, starts.text, ends.text)
    if not span:
        return None
    day = Figure(kind=FigureKind.CLOCK, value=_DAY, unit="", text=told[0])
    return day, replace(ends, text=span)


def _from_to(text: str, start: str, end: str) -> str:
    """Return "7 am to 10 pm" as written; "" for "at 7 am and at 10 pm"."""
    found = re.search(rf"{re.escape(start)}\s?(?:to|until|till|[-–—]|(?P<and>and))\s?{re.escape(end)}", text)
    if found is None or (found["and"] and not text[: found.start()].lower().rstrip().endswith("between")):
        return ""
    return found[0]


def without_hours(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return figures but for the hours of the day."""
    return tuple(figure for figure in figures if figure.kind is not FigureKind.CLOCK)


def _hours(figures: Sequence[Figure]) -> tuple[float, float] | None:
    """Return the hours from and to which a statement speaks; those that end the next morning count on."""
    found = [figure.value for figure in figures if figure.kind is FigureKind.CLOCK]
    if len(found) != _BOTH_ENDS:
        return None
    start, end = found
    return start, end if end > start else end + 24


_BOTH_ENDS = 2
_DAY = 24.0


@cache
def _all_day() -> re.Pattern[str]:
    return _any_of("all_day")


@cache
def _rest_of_day() -> re.Pattern[str]:
    return _any_of("rest_of_day")


def _any_of(key: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('bounds')[key])})(?!\w)", re.IGNORECASE)


def _use(statement: Statement) -> Hours:
    bounds = [figure.bound for figure in statement.figures if figure.kind is FigureKind.CLOCK]
    bans = statement.said is not None and forbids(statement.said)
    if bans and bounds == [Comparator.AT_MOST, Comparator.AT_LEAST]:
        return Hours.CONFINED  # "not before ... or after ..."
    if not _confining().isdisjoint(statement.text.lower().replace(";", " ").split()):
        return Hours.CONFINED
    return Hours.BARRED if bans else Hours.FILLED


@cache
def _confining() -> frozenset[str]:
    return frozenset(load("bounds")["confining"])
