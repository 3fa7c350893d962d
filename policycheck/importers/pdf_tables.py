"""Reads the ruled tables of PDF pages as grids in which merged cells repeat their words."""

import io
import logging
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pdfplumber

from policycheck.importers.pdf_lines import Page, Word
from policycheck.importers.pdf_rules import Grid
from policycheck.importers.table_headers import Cell
from policycheck.importers.text_cleaning import join_lines

# Its complaints about odd fonts and colours are no use to a person who adds a file.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)

Box = tuple[float, float, float, float]  # left, top, right, bottom, in points from the upper left corner

_FEWEST_FILLED = 0.4  # of the cells
_BOLD_NAMES = ("bold", "black", "heavy", "demi")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One row: its cells and its upper and lower edge, in points from the lower edge of the page."""

    cells: tuple[Cell, ...]
    top: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTable:
    """One ruled table on a page; edges in points from the lower left corner."""

    page: int
    left: float
    right: float
    rows: tuple[TableRow, ...]

    @property
    def top(self) -> float:
        return self.rows[0].top

    @property
    def bottom(self) -> float:
        return self.rows[-1].bottom


def grid_tables(page: Page, *, known_words: Collection[str] = ()) -> list[PageTable]:
    """Read the tables in the ruled grids of a page."""
    found = []
    for grid in page.grids or ():
        rows = _grid_rows(grid, page.words, known_words)
        if _is_data(rows):
            found.append(PageTable(page=page.number, left=grid.xs[0], right=grid.xs[-1], rows=tuple(rows)))
    return found


def _grid_rows(grid: Grid, words: Sequence[Word], known_words: Collection[str]) -> list[TableRow]:
    held: dict[int, list[Word]] = {}
    for word in words:
        name = grid.cell_at(word.left + 0.1 * word.size, word.baseline + 0.25 * word.size)
        if name is not None:
            held.setdefault(name, []).append(word)
    cells = {name: _cell(inside, known_words) for name, inside in held.items()}
    empty = Cell(text="")
    rows = []
    for (top, bottom), names in zip(pairwise(grid.ys), grid.cells, strict=True):
        # One cell across the whole table is a band that heads the rows below it: its words stand once.
        shown = names[:1] if len(set(names)) == 1 else names
        rows.append(TableRow(cells=tuple(cells.get(name, empty) for name in shown), top=top, bottom=bottom))
    return rows


def _cell(words: Sequence[Word], known_words: Collection[str]) -> Cell:
    """Join the words of a cell line by line, in the order of the file."""
    lines: list[list[str]] = []
    baseline = 0.0
    for word in words:
        if not lines or abs(word.baseline - baseline) > 0.5 * word.size:
            lines.append([])
            baseline = word.baseline
        lines[-1].append(word.text)
    text = join_lines([" ".join(line) for line in lines], known_words=known_words)
    return Cell(text=text, strong=all(word.bold for word in words))


def find_tables(
    data: bytes, numbers: Sequence[int], *, known_words: Collection[str] = ()
) -> tuple[dict[int, list[PageTable]], list[int]]:
    """Read the ruled tables of the pages with these numbers (from 1) with pdfplumber: slow, but it knows turned pages.

    Returns the tables by page, and the numbers of the pages whose tables could not be read.
    """
    tables: dict[int, list[PageTable]] = {}
    failed: list[int] = []
    if not numbers:
        return tables, failed
    try:
        # Not closed: closing reads the pages once more, and the bytes are ours.
        pages = pdfplumber.open(io.BytesIO(data), pages=list(numbers)).pages
    except Exception:  # a file that PDFium reads and pdfplumber does not
        return tables, list(numbers)
    for page in pages:
        try:
            tables[page.page_number] = _tables_of(page, known_words)
        except Exception:  # one odd page must not lose the others
            failed.append(page.page_number)
        page.close()
    return tables, failed


def _tables_of(page: Any, known_words: Collection[str]) -> list[PageTable]:
    found = []
    for table in page.find_tables():
        grid = _grid(table, page, known_words)
        if _is_data(grid):
            left, _, right, _ = table.bbox
            found.append(PageTable(page=page.page_number, left=left, right=right, rows=tuple(grid)))
    return found


def _is_data(rows: Sequence[TableRow]) -> bool:
    """Whether the grid holds data: boxes around text and ruled margins are grids too.

    A single row passes: it may be the end of a table on the page before.
    """
    if not rows or max(len(row.cells) for row in rows) < 2:
        return False
    cells = [cell for row in rows for cell in row.cells]
    if len(rows) == 1:
        return any(cell.text for cell in cells)
    columns_in_use = sum(
        any(column < len(row.cells) and row.cells[column].text for row in rows)
        for column in range(max(len(row.cells) for row in rows))
    )
    return columns_in_use >= 2 and sum(bool(cell.text) for cell in cells) >= _FEWEST_FILLED * len(cells)


def _grid(table: Any, page: Any, known_words: Collection[str]) -> list[TableRow]:
    boxes = [box for box in table.cells if box is not None]
    texts = _texts(table)
    characters = [character for character in page.chars if character["text"].strip()]
    cells = {
        box: Cell(
            text=join_lines((texts.get(box) or "").split("\n"), known_words=known_words),
            strong=_is_strong(characters, box),
        )
        for box in boxes
    }
    columns = _edges(edge for box in boxes for edge in (box[0], box[2]))
    rows = _edges(edge for box in boxes for edge in (box[1], box[3]))
    grid = []
    for top, bottom in pairwise(rows):
        covering = [
            _covering(boxes, (left + right) / 2, (top + bottom) / 2) for left, right in pairwise(columns)
        ]
        # One cell across the whole table is a band that heads the rows below it: its words stand once.
        held = covering[:1] if len(set(covering)) == 1 else covering
        grid.append(
            TableRow(
                cells=tuple(cells[box] if box is not None else Cell(text="") for box in held),
                top=float(page.height) - top,
                bottom=float(page.height) - bottom,
            )
        )
    return grid


def _texts(table: Any) -> dict[Box, str | None]:
    texts: dict[Box, str | None] = {}
    for row, words in zip(table.rows, table.extract(), strict=True):
        for box, text in zip(row.cells, words, strict=True):
            if box is not None:
                texts[box] = text
    return texts


def _covering(boxes: Iterable[Box], x: float, y: float) -> Box | None:
    return next((box for box in boxes if box[0] <= x <= box[2] and box[1] <= y <= box[3]), None)


def _edges(values: Iterable[float]) -> list[float]:
    """Return the distinct edges in order; those within two points of each other are one."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > 2:
            edges.append(value)
    return edges


def _is_strong(characters: Iterable[dict[str, Any]], box: Box) -> bool:
    inside = [
        character["fontname"].lower()
        for character in characters
        if box[0] <= character["x0"] <= box[2]
        and box[1] <= (character["top"] + character["bottom"]) / 2 <= box[3]
    ]
    return bool(inside) and all(any(name in font for name in _BOLD_NAMES) for font in inside)
