"""Figures as they stand in a sentence, whether or not a duty was read there: "14 days", "£50", "two signatures"."""

from dataclasses import dataclass, replace
from enum import StrEnum

from policycheck.domain.comparison import Relation, are_one_length, compare_lengths, in_years, times_longer
from policycheck.domain.obligations import Comparator, Unit


class FigureKind(StrEnum):
    """What a figure measures."""

    TIME = "time"
    MONEY = "money"
    PERCENT = "percent"
    AGE = "age"
    COUNT = "count"
    RHYTHM = "rhythm"  # how long from one time to the next
    RATIO = "ratio"  # how many are served by one
    MEASURE = "measure"  # of length, weight, temperature ...
    DATE = "date"  # of every year
    CLOCK = "clock"  # an hour of the day
    MONTH_DAY = "day of the month"  # of every month


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure: `value` of `unit` (a `Unit` value for a time, the counted noun for a count, the one
    unit of its kind for a measure), `bound` where words
    beside it say so.

    `text` is the words read. `of_case` marks a least figure that says which cases a rule reaches ("of more than
    £500"), and not what must be reached; `of_span` a time over which something else is counted: "ten hours in any 24".
    `low` is the lower end of a range, "18 to 24 degrees", whose upper end is `value`.
    """

    kind: FigureKind
    value: float
    unit: str
    text: str
    working: bool = False
    bound: Comparator | None = None
    of_case: bool = False
    of_span: bool = False
    low: float | None = None

    @property
    def boundary(self) -> float:
        """The value at which a rule begins or ends: "under 14" (13 or younger) and "from 14" part at 14."""
        if self.kind is not FigureKind.AGE:
            return self.value
        return in_years(self.value + 1 if self.bound is Comparator.AT_MOST else self.value, self.unit)

    @property
    def ends(self) -> tuple["Figure", ...]:
        """The ends of a range, each with its bound; the figure itself where it is no range."""
        if self.low is None:
            return (self,)
        least = replace(self, low=None, value=self.low, bound=Comparator.AT_LEAST)
        return least, replace(self, low=None, bound=Comparator.AT_MOST)


_YEAR = 12 * 31  # places in the year, as the months are laid out
_OF_THINGS = (FigureKind.COUNT, FigureKind.MEASURE)


_PRICES = ("price", "cost", "fee", "charge", "fare", "rent")


def _is_free(figure: Figure) -> bool:
    return figure.kind is FigureKind.MONEY and figure.value == 0


def _is_of_price(figure: Figure) -> bool:
    """Tell a share of what a thing costs: "half price", "half of the cost"."""
    return figure.kind is FigureKind.PERCENT and any(word in figure.text.lower() for word in _PRICES)


def _beside_free(a: Figure, b: Figure) -> Relation | None:
    for free, priced, dearer in ((a, b, Relation.LAXER), (b, a, Relation.STRICTER)):
        if _is_free(free) and _is_of_price(priced):
            return dearer if priced.value else Relation.EQUAL
    return None


def compare_figures(a: Figure, b: Figure) -> Relation:
    """Compare two figures of one kind: `STRICTER` where `b` is the smaller; counts of other things are `UNKNOWN`.

    Ranges compare by their upper ends, and where these are one by their lower ones.
    """
    if a.low is None and b.low is None:
        return _compare(a, b)
    least, most = (_compare(a.ends[at], b.ends[at]) for at in (0, -1))
    return least if most is Relation.EQUAL else most


def _compare(a: Figure, b: Figure) -> Relation:
    of_price = _beside_free(a, b)
    if of_price is not None:
        return of_price
    if a.kind is not b.kind or (a.kind in _OF_THINGS and a.unit and b.unit and a.unit != b.unit):
        return Relation.UNKNOWN
    if a.kind in (FigureKind.TIME, FigureKind.RHYTHM):
        relation = compare_lengths((a.value, Unit(a.unit), a.working), (b.value, Unit(b.unit), b.working))
        return _of_a_week(a, b) if relation is Relation.UNKNOWN and a.kind is FigureKind.RHYTHM else relation
    if abs(a.boundary - b.boundary) < 1e-6:
        return Relation.EQUAL
    if a.kind is FigureKind.DATE:
        # Every year comes round: 1 March follows 1 December.
        later = 0 < (b.value - a.value) % _YEAR <= _YEAR / 2
        return Relation.LAXER if later else Relation.STRICTER
    return Relation.STRICTER if b.boundary < a.boundary else Relation.LAXER


_WORKING = 7 / 5  # days of the week to each working day
_FAR_APART = 1.9


def _of_a_week(a: Figure, b: Figure) -> Relation:
    """Compare "each weekday" with "Mondays and Thursdays": only where they lie far apart."""
    if {a.unit, b.unit} != {Unit.DAY.value} or a.working == b.working:
        return Relation.UNKNOWN
    one, other = (figure.value * (_WORKING if figure.working else 1) for figure in (a, b))
    if max(one, other) < _FAR_APART * min(one, other):
        return Relation.UNKNOWN
    return Relation.STRICTER if other < one else Relation.LAXER


def are_one(a: Figure, b: Figure) -> bool:
    """Tell whether two figures are one as people speak, in whatever units: see `are_one_length`.

    A figure within a range is no other than the range.
    """
    if (a.low is None) != (b.low is None):
        least, most = a.ends if b.low is None else b.ends
        one = b if b.low is None else a
        if one.bound is not None:
            return are_one(least if one.bound is Comparator.AT_LEAST else most, one)
        inside = compare_figures(least, one), compare_figures(one, most)
        return all(relation in (Relation.EQUAL, Relation.LAXER) for relation in inside)
    if a.low is not None:
        return all(are_one(one, other) for one, other in zip(a.ends, b.ends, strict=True))
    if a.kind is b.kind and a.kind in (FigureKind.TIME, FigureKind.RHYTHM):
        return are_one_length((a.value, Unit(a.unit), a.working), (b.value, Unit(b.unit), b.working))
    return compare_figures(a, b) is Relation.EQUAL


def times_apart(a: Figure, b: Figure) -> float | None:
    """Return how many times the smaller of two figures of one kind the larger is; None where that means nothing."""
    if a.kind is not b.kind or min(a.value, b.value) <= 0:
        return None
    if a.kind in (FigureKind.TIME, FigureKind.RHYTHM):
        return times_longer((a.value, Unit(a.unit), a.working), (b.value, Unit(b.unit), b.working))
    return max(a.value, b.value) / min(a.value, b.value)
