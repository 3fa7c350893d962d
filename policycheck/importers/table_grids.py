"""Makes a table of data of the rows of cells that a word processor's file holds."""

from collections.abc import Sequence
from dataclasses import dataclass

from policycheck.importers.table_headers import Cell, is_header


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table of data: the column names (empty without a header row) and the rows below them."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def make_grid(rows: Sequence[Sequence[Cell]], *, marked: int) -> Grid:
    """Split `rows` into column names and data; the file marks the first `marked` rows as header.

    A header typed again further down, for the next page, is left out.
    """
    if marked == 0 and is_header(rows):
        marked = 1
    if marked == len(rows):
        marked = min(1, len(rows) - 1)
    header = [tuple(cell.text for cell in row) for row in rows[:marked]]
    body = [tuple(cell.text for cell in row) for row in rows[marked:]]
    return Grid(
        columns=column_names(header), rows=tuple(row for row in body if any(row) and row not in header)
    )


def column_names(header: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Join the rows of a header from the top down, leaving out what a merged cell repeats."""
    width = max((len(row) for row in header), default=0)
    names = []
    for column in range(width):
        parts = [row[column] for row in header if column < len(row)]
        names.append(" ".join(dict.fromkeys(part for part in parts if part)))
    return tuple(names)
