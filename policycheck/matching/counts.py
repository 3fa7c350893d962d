"""Counts of one thing that the two sides call by different names: "two pupils" and "three friends"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from policycheck.domain.figures import Figure, FigureKind
from policycheck.lexicon.data import load
from policycheck.matching.statements import Statement

# Two figures that anybody gives for one thing lie near each other; what is counted far apart is most often two things.
_NEAR = 2
_NEAR_IN_ONE_UNIT = 3


def of_one_thing(
    a: Statement, b: Statement, ours: Sequence[Figure], theirs: Sequence[Figure]
) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """Return the figures of two statements, the one count of each as of one thing where neither names the other's."""
    one, other = _only(ours), _only(theirs)
    if one is None or other is None or one.unit == other.unit or one.unit in b.words or other.unit in a.words:
        return tuple(ours), tuple(theirs)
    if not 0 < max(one.value, other.value) <= _NEAR * min(one.value, other.value):
        return tuple(ours), tuple(theirs)
    return tuple(ours), tuple(replace(figure, unit="") if figure is other else figure for figure in theirs)


_UNITED = (FigureKind.MEASURE, FigureKind.PERCENT, FigureKind.MONEY, FigureKind.RATIO)


def in_its_unit(figures: Sequence[Figure], others: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return figures of which a lone bare number, "Height: 900", has the unit of the other side's lone "950 mm"."""
    bare = [one for one in figures if one.kind is FigureKind.COUNT and not one.unit]
    united = [one for one in others if one.kind in _UNITED]
    if not united and len(bare) == 1 and bare[0].text.isdigit():  # "Join at: 18"
        united = [one for one in others if one.kind is FigureKind.AGE]
    if len(bare) != 1 or len(united) != 1 or any(one.kind in _UNITED for one in figures):
        return tuple(figures)
    told, number = united[0], bare[0].value
    written = _written(told)
    if not 0 < max(written, number) <= _NEAR_IN_ONE_UNIT * min(written, number):
        return tuple(figures)
    as_told = replace(bare[0], kind=told.kind, unit=told.unit, value=number * told.value / written)
    return tuple(as_told if one is bare[0] else one for one in figures)


def _written(figure: Figure) -> float:
    """Return the number as the text has it: 950 of "950 mm", which is kept in metres; 0 where it has none."""
    if figure.kind in (FigureKind.RATIO, FigureKind.AGE):
        return figure.value
    found = re.search(r"\d[\d,]*(?:\.\d+)?", figure.text)
    if found:
        return float(found[0].replace(",", ""))
    spelt = load("deciding")["figures"]
    return next(
        (float(spelt[word]) for word in re.findall(r"[a-z]+", figure.text.lower()) if word in spelt), 0.0
    )


def _only(figures: Sequence[Figure]) -> Figure | None:
    counts = [figure for figure in figures if figure.kind is FigureKind.COUNT]
    if len(counts) > 1:
        # "No more than two packs to one customer": the one is whom they are for.
        counts = [figure for figure in counts if figure.value != 1]
    return counts[0] if len(counts) == 1 and counts[0].unit not in ("", "times") else None
