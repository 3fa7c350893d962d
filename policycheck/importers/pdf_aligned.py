"""Finds tables without upright rules: rows of words in step below a caption such as "Table 2: Time limits"."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from policycheck.importers.drafts import is_caption_text
from policycheck.importers.pdf_columns import find_gutters
from policycheck.importers.pdf_lines import Line
from policycheck.importers.pdf_tables import PageTable, TableRow
from policycheck.importers.printed_labels import is_lone_mark
from policycheck.importers.table_headers import Cell
from policycheck.importers.text_cleaning import join_lines

_SAME_BASELINE = 0.35  # em
_CAPTION_REACH = 4.5  # em from the caption to the column headings
_ROW_REACH = 4.0  # em from one line of the table to the next
_OUT_OF_STEP = 3.0  # points
_WIDER = 1.12  # times the smallest distance of lines parts rows

_Row = list[Line]


def find_aligned_tables(
    lines: Sequence[Line], ruled: Sequence[PageTable], *, known_words: Collection[str] = ()
) -> list[PageTable]:
    """Return the tables of one page that only the places of their words show, outside those in `ruled`."""
    captions = [line for line in lines if is_caption_text(line.text) and not _inside(line, ruled)]
    if not captions:
        return []
    gutters = find_gutters(lines)
    tables = []
    for caption in captions:
        column = _column(caption, gutters)
        below = [
            line
            for line in lines
            if line.baseline < caption.baseline - _SAME_BASELINE * line.size
            and _column(line, gutters) == column
            and not _inside(line, ruled)
        ]
        table = _table_below(caption, _rows(below), known_words)
        if table is not None:
            tables.append(table)
    return tables


def _inside(line: Line, tables: Sequence[PageTable]) -> bool:
    middle = (line.left + line.right) / 2
    return any(
        table.bottom <= line.baseline <= table.top and table.left <= middle <= table.right for table in tables
    )


def _column(line: Line, gutters: Sequence[float]) -> int:
    return sum(gutter <= line.left for gutter in gutters)


def _rows(lines: Sequence[Line]) -> list[_Row]:
    """Group pieces by baseline, from the top; each row from left to right."""
    rows: list[_Row] = []
    for line in sorted(lines, key=lambda line: -line.baseline):
        if rows and abs(rows[-1][0].baseline - line.baseline) <= _SAME_BASELINE * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.left) for row in rows]


def _table_below(caption: Line, rows: Sequence[_Row], known_words: Collection[str]) -> PageTable | None:
    if not rows or len(rows[0]) < 2 or any(is_lone_mark(line.text) for line in rows[0]):
        return None
    if caption.baseline - rows[0][0].baseline > _CAPTION_REACH * caption.size:
        return None
    lefts = [line.left for line in rows[0]]
    inside = [rows[0]]
    for whole in rows[1:]:
        row = [piece for line in whole for piece in _cut(line, lefts)]
        drop = inside[-1][0].baseline - row[0].baseline
        if drop > _ROW_REACH * row[0].size or not _in_step(row, lefts):
            break
        inside.append(row)
    cells = _cells(inside, lefts)
    if len(cells) < 2 or not any(len(row) > 1 for row in inside[1:]):
        return None
    return PageTable(
        page=caption.page,
        left=min(lefts) - 1,
        right=max(line.right for row in inside for line in row) + 1,
        rows=tuple(_table_row(row, len(lefts), known_words) for row in cells),
    )


def _cut(line: Line, lefts: Sequence[float]) -> list[Line]:
    """Cut a line where a column begins after a gap that is hardly wider than a space."""
    words = line.text.split()
    stops = [
        (count, left)
        for count, left in line.stops
        if count < len(words) and any(abs(left - other) <= _OUT_OF_STEP for other in lefts)
    ]
    pieces = []
    counts = [0, *(count for count, _ in stops), len(words)]
    edges = [line.left, *(left for _, left in stops), line.right]
    for (first, last), (left, right) in zip(pairwise(counts), pairwise(edges), strict=True):
        pieces.append(replace(line, text=" ".join(words[first:last]), left=left, right=right))
    return pieces


def _in_step(row: _Row, lefts: Sequence[float]) -> bool:
    """Whether every piece begins where a column does and ends before the next column begins."""
    for line in row:
        place = next((at for at, left in enumerate(lefts) if abs(line.left - left) <= _OUT_OF_STEP), None)
        if place is None or is_lone_mark(line.text):
            return False
        if place + 1 < len(lefts) and line.right > lefts[place + 1]:
            return False
    return True


def _cells(rows: Sequence[_Row], lefts: Sequence[float]) -> list[list[list[Line]]]:
    """Return, for each row of the table, the lines of each cell."""
    drops = [first[0].baseline - second[0].baseline for first, second in pairwise(rows)]
    smallest = min(drops, default=0.0)
    spaced = max(drops, default=0.0) > _WIDER * smallest
    table: list[list[list[Line]]] = []
    for place, row in enumerate(rows):
        opens = abs(row[0].left - lefts[0]) <= _OUT_OF_STEP
        apart = place == 0 or (drops[place - 1] > _WIDER * smallest if spaced else len(row) > 1)
        if place < 2 or (opens and apart):
            table.append([[] for _ in lefts])
        for line in row:
            column = min(range(len(lefts)), key=lambda at: abs(lefts[at] - line.left))
            table[-1][column].append(line)
    return table


def _table_row(cells: list[list[Line]], width: int, known_words: Collection[str]) -> TableRow:
    lines = [line for cell in cells for line in cell]
    return TableRow(
        cells=tuple(
            Cell(
                text=join_lines([line.text for line in cells[at]], known_words=known_words),
                strong=bool(cells[at]) and all(line.bold for line in cells[at]),
            )
            for at in range(width)
        ),
        top=max(line.baseline + 0.6 * line.size for line in lines),
        bottom=min(line.baseline - 0.3 * line.size for line in lines),
    )
