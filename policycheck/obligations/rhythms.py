"""How often, as figures."""

from collections.abc import Iterator

from policycheck.domain.figures import Figure, FigureKind
from policycheck.domain.obligations import Comparator
from policycheck.obligations.frequencies import find_frequencies


def find_rhythms(text: str) -> Iterator[tuple[int, int, Figure]]:
    """Yield the rhythms of a text with their places."""
    for often in find_frequencies(text):
        limit = often.value
        if limit.value is not None and limit.unit is not None:
            bound = limit.comparator if limit.comparator is Comparator.AT_LEAST else Comparator.AT_MOST
            rhythm = Figure(
                kind=FigureKind.RHYTHM, value=limit.value, unit=limit.unit.value, text=limit.text,
                working=limit.working, bound=bound,
            )  # fmt: skip
            yield often.start, often.end, rhythm
