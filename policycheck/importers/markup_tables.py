"""Reads the rows of tables in HTML and legislation XML, with cells that span rows and columns."""

from collections.abc import Callable

from lxml import etree

from policycheck.importers.table_grids import column_names

MAX_SPAN = 200  # a wider claim is a mistake or an attack


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def span(cell: etree._Element, name: str) -> int:
    """Return how many rows or columns a cell covers: at least 1, at most `MAX_SPAN`."""
    value = (cell.get(name) or "1").strip()
    return min(max(int(value), 1), MAX_SPAN) if value.isdecimal() else 1


def read_rows(
    table: etree._Element, words: Callable[[etree._Element], str]
) -> tuple[list[list[str]], list[str]]:
    """Return (rows, column headings) of `table`; a cell that spans rows or columns is repeated in each.

    The first rows are the heading when they stand in `thead` or have heading cells only; a heading of several
    rows is joined from the top down.
    """
    rows: list[list[str]] = []
    heading: list[list[str]] = []
    pending: dict[int, tuple[int, str]] = {}
    for row in table.iter("{*}tr"):
        if next(row.iterancestors("{*}table"), None) is not table:
            continue
        cells = [cell for cell in row if local_name(cell) in {"td", "th"}]
        values = _row_values(cells, pending, words)
        if not rows and _is_heading(row, cells):
            heading.append(values)
        else:
            rows.append(values)
    return rows, list(column_names(heading))


def _row_values(
    cells: list[etree._Element],
    pending: dict[int, tuple[int, str]],
    words: Callable[[etree._Element], str],
) -> list[str]:
    values: list[str] = []
    for cell in cells:
        _carry_down(values, pending)
        text, height, width = words(cell), span(cell, "rowspan"), span(cell, "colspan")
        for column in range(len(values), len(values) + width if height > 1 else 0):
            pending[column] = (height - 1, text)
        # One cell across the whole table is a band that heads the rows below it: its words stand once.
        values.extend([text] * (1 if len(cells) == 1 and not values and not pending else width))
    _carry_down(values, pending)
    return values


def _carry_down(values: list[str], pending: dict[int, tuple[int, str]]) -> None:
    while len(values) in pending:
        left, text = pending.pop(len(values))
        if left > 1:
            pending[len(values)] = (left - 1, text)
        values.append(text)


def _is_heading(row: etree._Element, cells: list[etree._Element]) -> bool:
    parent = row.getparent()
    in_head = parent is not None and local_name(parent) == "thead"
    return bool(cells) and (in_head or all(local_name(cell) == "th" for cell in cells))
