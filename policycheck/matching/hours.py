"""Hours of the day, from one to another: what they are for says whether fewer of them, or more, are the stricter."""

from collections.abc import Sequence
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
