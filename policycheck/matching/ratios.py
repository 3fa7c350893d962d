"""How many are served by one where a side tells it by two numbers: "two taps for the hundred and forty stalls"."""

from collections.abc import Sequence
from dataclasses import replace

from policycheck.domain.figures import Figure, FigureKind
from policycheck.domain.obligations import Comparator


def with_ratios(
    ours: Sequence[Figure], theirs: Sequence[Figure], text_a: str, text_b: str
) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """Return the figures of two sides, two counts of other things read as a ratio beside a ratio."""
    if _has_ratio(ours) == _has_ratio(theirs):
        return tuple(ours), tuple(theirs)
    if _has_ratio(ours):
        return tuple(ours), _told(theirs, text_b)
    return _told(ours, text_a), tuple(theirs)


def _has_ratio(figures: Sequence[Figure]) -> bool:
    return any(figure.kind is FigureKind.RATIO for figure in figures)


def _told(figures: Sequence[Figure], text: str) -> tuple[Figure, ...]:
    counts = [figure for figure in figures if figure.kind is FigureKind.COUNT and figure.value >= 1]
    of_cells = ": " in text and not any(figure.unit for figure in counts)
    if len(counts) != 2 or (counts[0].unit == counts[1].unit and not of_cells):
        return tuple(figures)
    some, of_all = sorted(counts, key=lambda figure: figure.value)
    if some.value == of_all.value:
        return tuple(figures)
    ratio = replace(
        of_all, kind=FigureKind.RATIO, value=of_all.value / some.value, unit="", text=_between(counts, text),
        bound=Comparator.AT_MOST, of_case=False,
    )  # fmt: skip
    return (*(figure for figure in figures if figure not in counts), ratio)


def _between(counts: Sequence[Figure], text: str) -> str:
    """Return the words from the one count to the other."""
    start = text.find(counts[0].text)
    end = text.find(counts[1].text, start + len(counts[0].text)) + len(counts[1].text)
    return text[start:end] if 0 <= start < end else counts[1].text
