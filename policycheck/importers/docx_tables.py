"""Reads a Word table as a grid in which merged cells repeat their words."""

from collections.abc import Callable

from lxml import etree

from policycheck.importers.docx_package import w
from policycheck.importers.docx_text import (
    BLOCK_HOLDERS,
    block_elements,
    columns_before,
    continues_above,
    continues_left,
    has_header_mark,
    is_deleted_cell,
    is_deleted_row,
    is_shaded,
    span_of,
)
from policycheck.importers.table_grids import Grid, make_grid
from policycheck.importers.table_headers import Cell

CellReader = Callable[[etree._Element], Cell]


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


def read_grid(table: etree._Element, read_cell: CellReader, *, first_strong: bool = False) -> Grid:
    """Read a table of data; `read_cell` is called once for every cell, in document order.

    `first_strong` says that the table's style sets the first row apart.
    """
    marked = 0
    grid: list[list[Cell]] = []
    for row in _rows(table):
        cells = _read_row(row, read_cell, above=grid[-1] if grid else [])
        if first_strong and not grid:
            cells = [Cell(text=cell.text, strong=True) for cell in cells]
        grid.append(cells)
        if has_header_mark(row) and marked == len(grid) - 1:
            marked += 1
    return make_grid(grid, marked=marked)


def _read_row(row: etree._Element, read_cell: CellReader, *, above: list[Cell]) -> list[Cell]:
    cells = [Cell(text="")] * columns_before(row)
    elements = _cells(row)
    for element in elements:
        cell = read_cell(element)
        if is_shaded(element):
            cell = Cell(text=cell.text, strong=True)
        if continues_above(element) and len(cells) < len(above):
            cell = above[len(cells)]
        elif continues_left(element) and cells:
            cell = cells[-1]
        cells.extend([cell] * span_of(element))
    # One cell across the whole table is a band that heads the rows below it: its words stand once.
    return cells[:1] if len(elements) == 1 and len(cells) == span_of(elements[0]) else cells


def _rows(table: etree._Element) -> list[etree._Element]:
    return [row for row in _through_holders(table, w("tr")) if not is_deleted_row(row)]


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in _through_holders(row, w("tc")) if not is_deleted_cell(cell)]


def _through_holders(parent: etree._Element, tag: str) -> list[etree._Element]:
    found = []
    for child in parent:
        if child.tag == tag:
            found.append(child)
        elif child.tag in BLOCK_HOLDERS:
            found.extend(_through_holders(child, tag))
    return found
