"""Reads a Word table as a grid in which merged cells repeat their words."""

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from policycheck.importers.docx_package import w
from policycheck.importers.docx_text import (
    BLOCK_HOLDERS,
    block_elements,
    continues_above,
    has_header_mark,
    is_deleted_row,
    is_shaded,
    span_of,
)
from policycheck.importers.table_headers import Cell, is_header

CellReader = Callable[[etree._Element], Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table of data: the column names (empty without a header row) and the rows below them."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def cells_in_order(table: etree._Element) -> list[etree._Element]:
    """Return every cell that is not a tracked deletion, row by row."""
    return [cell for row in _rows(table) for cell in _cells(row)]


def is_layout(table: etree._Element) -> bool:
    """Whether the table only arranges text: one column or one row, or a table within a cell."""
    rows = _rows(table)
    widest = max((sum(span_of(cell) for cell in _cells(row)) for row in rows), default=0)
    most_cells = max((len(_cells(row)) for row in rows), default=0)
    nested = any(child.tag == w("tbl") for cell in cells_in_order(table) for child in block_elements(cell))
    return len(rows) < 2 or widest < 2 or most_cells < 2 or nested


def read_grid(table: etree._Element, read_cell: CellReader) -> Grid:
    """Read a table of data; `read_cell` is called once for every cell, in document order."""
    marked = 0
    grid: list[list[Cell]] = []
    for row in _rows(table):
        grid.append(_read_row(row, read_cell, above=grid[-1] if grid else []))
        if has_header_mark(row) and marked == len(grid) - 1:
            marked += 1
    if marked == 0 and is_header(grid):
        marked = 1
    if marked == len(grid):
        marked = min(1, len(grid) - 1)
    return Grid(
        columns=_column_names(grid[:marked]),
        rows=tuple(tuple(cell.text for cell in row) for row in grid[marked:] if any(c.text for c in row)),
    )


def _read_row(row: etree._Element, read_cell: CellReader, *, above: list[Cell]) -> list[Cell]:
    cells: list[Cell] = []
    for element in _cells(row):
        cell = read_cell(element)
        if is_shaded(element):
            cell = Cell(text=cell.text, strong=True)
        if continues_above(element) and len(cells) < len(above):
            cell = above[len(cells)]
        cells.extend([cell] * span_of(element))
    # One cell across the whole table is a band that heads the rows below it: its words stand once.
    return cells[:1] if len(_cells(row)) == 1 else cells


def _column_names(header: list[list[Cell]]) -> tuple[str, ...]:
    """Join the rows of a header from the top down, leaving out what a merged cell repeats."""
    width = max((len(row) for row in header), default=0)
    names = []
    for column in range(width):
        parts = [row[column].text for row in header if column < len(row)]
        names.append(" ".join(dict.fromkeys(part for part in parts if part)))
    return tuple(names)


def _rows(table: etree._Element) -> list[etree._Element]:
    return [row for row in _through_holders(table, w("tr")) if not is_deleted_row(row)]


def _cells(row: etree._Element) -> list[etree._Element]:
    return _through_holders(row, w("tc"))


def _through_holders(parent: etree._Element, tag: str) -> list[etree._Element]:
    found = []
    for child in parent:
        if child.tag == tag:
            found.append(child)
        elif child.tag in BLOCK_HOLDERS:
            found.extend(_through_holders(child, tag))
    return found
