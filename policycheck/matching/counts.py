"""Counts of one thing that the two sides call by different names: "two pupils" and "three friends"."""

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
    one, other = _only(ours), _only(theirs)
    if one is None or other is None or one.unit == other.unit or one.unit in b.words or other.unit in a.words:
        return tuple(ours), tuple(theirs)
    if not 0 < max(one.value, other.value) <= _NEAR * min(one.value, other.value):
        return tuple(ours), tuple(theirs)
    return tuple(ours), tuple(replace(figure, unit="") if figure is other else figure for figure in theirs)


def _only(figures: Sequence[Figure]) -> Figure | None:
    counts = [figure for figure in figures if figure.kind is FigureKind.COUNT]
    if len(counts) > 1:
        # "No more than two packs to one customer": the one is whom they are for.
        counts = [figure for figure in counts if figure.value != 1]
    return counts[0] if len(counts) == 1 and counts[0].unit not in ("", "times") else None
