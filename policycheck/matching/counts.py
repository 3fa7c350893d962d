"""Counts of one thing that the two sides call by different names: "two pupils" and "three friends"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from policycheck.domain.figures import Figure, FigureKind
from policycheck.matching.statements import Statement

# Two figures that anybody gives for one thing lie near each other; what is counted far apart is most often two things.
_NEAR = 2


def of_one_thing(
    a: Statement, b: Statement, ours: Sequence[Figure], theirs: Sequence[Figure]
) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """Return the figures of two statements, the one count of each as of one thing where neither names the other's."""
    ours, theirs = in_its_unit(ours, theirs), in_its_unit(theirs, ours)
    one, other = _only(ours), _only(theirs)
    if one is None or other is None or one.unit == other.unit or one.unit in b.words or other.unit in a.words:
        return tuple(ours), tuple(theirs)
    if not 0 < max(one.value, other.value) <= _NEAR * min(one.value, other.value):
        return tuple(ours), tuple(theirs)
    return tuple(ours), tuple(replace(figure, unit="") if figure is other else figure for figure in theirs)


_UNITED = (FigureKind.MEASURE, FigureKind.PERCENT, FigureKind.MONEY, FigureKind.RATIO)
_WRITTEN = re.compile(r"\d[\d,]*(?:\.\d+)?")


def in_its_unit(figures: Sequence[Figure], others: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return figures of which a lone bare number, "Height: 900", has the unit of the other side's lone "950 mm"."""
    bare = [one for one in figures if one.kind is FigureKind.COUNT and not one.unit]
    if len(bare) != 1 or any(
        one.kind in (*_UNITED, FigureKind.COUNT) for one in figures if one is not bare[0]
    ):
        return tuple(figures)
    united = [one for one in others if one.kind in _UNITED]
    if len(united) != 1 or any(one.kind is FigureKind.COUNT and one.value != 1 for one in others):
        return tuple(figures)
    told = united[0]
    number = _WRITTEN.search(told.text) if told.kind is not FigureKind.RATIO else None
    written = float(number[0].replace(",", "")) if number else told.value
    if (
        written <= 0
        or told.value <= 0
        or not 0 < max(written, bare[0].value) <= _NEAR * min(written, bare[0].value)
    ):
        return tuple(figures)
    value = bare[0].value * told.value / written
    as_told = replace(bare[0], kind=told.kind, unit=told.unit, value=value)
    return tuple(as_told if one is bare[0] else one for one in figures)


def _only(figures: Sequence[Figure]) -> Figure | None:
    counts = [figure for figure in figures if figure.kind is FigureKind.COUNT]
    if len(counts) > 1:
        # "No more than two packs to one customer": the one is whom they are for.
        counts = [figure for figure in counts if figure.value != 1]
    return counts[0] if len(counts) == 1 and counts[0].unit not in ("", "times") else None
