"""Figures as they stand in a sentence, whether or not a duty was read there: "14 days", "£50", "two signatures"."""

from dataclasses import dataclass
from enum import StrEnum

from policycheck.domain.comparison import Relation, compare_lengths
from policycheck.domain.obligations import Comparator, Unit


class FigureKind(StrEnum):
    """What a figure measures."""

    TIME = "time"
    MONEY = "money"
    PERCENT = "percent"
    AGE = "age"
    COUNT = "count"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure: `value` of `unit` (a `Unit` value for a time, the counted noun for a count), `bound` where words
    beside it say so.

    `text` is the words read.
    """

    kind: FigureKind
    value: float
    unit: str
    text: str
    working: bool = False
    bound: Comparator | None = None


def compare_figures(a: Figure, b: Figure) -> Relation:
    """Compare two figures of one kind: `STRICTER` where `b` is the smaller; counts of other things are `UNKNOWN`."""
    if a.kind is not b.kind or (a.kind is FigureKind.COUNT and a.unit and b.unit and a.unit != b.unit):
        return Relation.UNKNOWN
    if a.kind is FigureKind.TIME:
        return compare_lengths((a.value, Unit(a.unit), a.working), (b.value, Unit(b.unit), b.working))
    if abs(a.value - b.value) < 1e-9:
        return Relation.EQUAL
    return Relation.STRICTER if b.value < a.value else Relation.LAXER
