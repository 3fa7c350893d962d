"""How often, as figures: told in so many words, and by the heading of a column."""

from collections.abc import Iterator

from policycheck.domain.figures import Figure, FigureKind
from policycheck.domain.obligations import Comparator
from policycheck.obligations.rhythms.column_rhythms import find_column_rhythms
from policycheck.obligations.rhythms.frequencies import find_frequencies
from policycheck.obligations.rhythms.matrix_rhythms import cells_of, is_blank
from policycheck.obligations.spans import Places, Span


def find_rhythms(text: str) -> Iterator[tuple[int, int, Figure]]:
    """Yield the rhythms of a text with their places; of a column the place is its heading."""
    empty = Places(len(text), _empty_columns(text))
    for often in find_frequencies(text):
        limit = often.value
        if empty.overlap(often.start, often.end):
            continue
        if limit.value is not None and limit.unit is not None:
            bound = limit.comparator if limit.comparator is Comparator.AT_LEAST else Comparator.AT_MOST
            rhythm = Figure(
                kind=FigureKind.RHYTHM, value=limit.value, unit=limit.unit.value, text=limit.text,
                working=limit.working, bound=bound,
            )  # fmt: skip
            yield often.start, often.end, rhythm
    for column in find_column_rhythms(text):
        value, unit, working = column.value.rhythm
        told = Figure(
            kind=FigureKind.RHYTHM, value=value, unit=unit.value, text=column.value.words, working=working,
            bound=Comparator.AT_MOST,
        )  # fmt: skip
        yield column.start, column.end, told


def _empty_columns(text: str) -> Iterator[Span[None]]:
    """Yield the headings "Daily" and "Weekly" under which a row holds nothing."""
    cells = cells_of(text) if ": " in text or text.endswith(":") else []
    for cell in cells if len(cells) > 1 else ():
        if is_blank(cell):
            yield Span(cell.start("heading"), cell.end("heading"), None)
