"""Reads an OpenDocument table as a grid in which merged cells repeat their words."""

from collections.abc import Callable, Iterator

from lxml import etree

from policycheck.importers.markup_tables import MAX_SPAN
from policycheck.importers.odt_package import q
from policycheck.importers.table_grids import Grid, make_grid
from policycheck.importers.table_headers import Cell

_ROW_HOLDERS = frozenset({q("table:table-rows"), q("table:table-row-group"), q("table:table-header-rows")})
_CELLS = frozenset({q("table:table-cell"), q("table:covered-table-cell")})


def cells_in_order(table: etree._Element) -> list[etree._Element]:
    """Return every cell, row by row."""
    return [cell for row, _ in _rows(table, header=False) for cell in row if cell.tag in _CELLS]


def is_layout(table: etree._Element) -> bool:
    """Whether the table only arranges text: one column or one row, or a table within a cell."""
    rows = [[cell for cell in row if cell.tag in _CELLS] for row, _ in _rows(table, header=False)]
    widest = max(
        (sum(_count(cell, "table:number-columns-repeated") for cell in row) for row in rows), default=0
    )
    most_cells = max((sum(cell.tag == q("table:table-cell") for cell in row) for row in rows), default=0)
    nested = any(next(cell.iter(q("table:table")), None) is not None for row in rows for cell in row)
    return len(rows) < 2 or widest < 2 or most_cells < 2 or nested


def read_grid(
    table: etree._Element,
    read_cell: Callable[[etree._Element], Cell],
    is_shaded: Callable[[etree._Element], bool],
) -> Grid:
    """Read a table of data; `read_cell` is called once for every cell, in document order."""
    marked = 0
    grid: list[list[Cell]] = []
    hanging: dict[int, tuple[int, Cell]] = {}  # column -> (rows still covered, the cell that covers them)
    for row, header in _rows(table, header=False):
        cells = _read_row(row, read_cell, is_shaded, hanging)
        grid.append(cells)
        if header and marked == len(grid) - 1:
            marked += 1
    return make_grid(grid, marked=marked)


def _read_row(
    row: etree._Element,
    read_cell: Callable[[etree._Element], Cell],
    is_shaded: Callable[[etree._Element], bool],
    hanging: dict[int, tuple[int, Cell]],
) -> list[Cell]:
    cells: list[Cell] = []
    own = 0
    across: list[Cell] = []  # what the cell before still covers in this row
    for element in row:
        if element.tag == q("table:table-cell"):
            own += 1
            cell = read_cell(element)
            cell = Cell(text=cell.text, strong=True) if is_shaded(element) else cell
            width, height = (
                _count(element, "table:number-columns-spanned"),
                _count(element, "table:number-rows-spanned"),
            )
            across = [cell] * (width - 1)
            for column in range(len(cells), len(cells) + width if height > 1 else 0):
                hanging[column] = (height - 1, cell)
            cells.extend([cell] * _count(element, "table:number-columns-repeated"))
        elif element.tag == q("table:covered-table-cell"):
            for _ in range(_count(element, "table:number-columns-repeated")):
                cells.append(across.pop() if across else _from_above(hanging, len(cells)))
    # One cell across the whole table is a band that heads the rows below it: its words stand once.
    band = own == 1 and bool(cells) and all(cell is cells[0] for cell in cells)
    return cells[:1] if band else cells


def _from_above(hanging: dict[int, tuple[int, Cell]], column: int) -> Cell:
    left, cell = hanging.pop(column, (0, Cell(text="")))
    if left > 1:
        hanging[column] = (left - 1, cell)
    return cell


def _rows(table: etree._Element, *, header: bool) -> Iterator[tuple[etree._Element, bool]]:
    """Yield each row with whether it stands in the header."""
    for child in table:
        if child.tag == q("table:table-row"):
            yield child, header
        elif child.tag in _ROW_HOLDERS:
            yield from _rows(child, header=header or child.tag == q("table:table-header-rows"))


def _count(cell: etree._Element, name: str) -> int:
    text = cell.get(q(name), "1")
    return max(1, min(int(text), MAX_SPAN)) if text.isdecimal() else 1
