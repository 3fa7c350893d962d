"""Decides whether the first row of a table names its columns, from its words and looks."""

from collections.abc import Sequence
from dataclasses import dataclass

from policycheck.importers.printed_labels import split_label

_LONGEST_COLUMN_NAME = 8  # words


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table as printed; `strong` when all its words are bold or it is shaded."""

    text: str
    strong: bool = False


def is_header(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the first of `rows` is the header row.

    Looks decide where there are any: a first row that alone is strong is a header; a strong first cell beside
    a plain one opens a list of facts ("Policy owner | Head of Housing") without one. Without looks, a row of
    short names with no figure and no full stop is taken for a header.
    """
    if len(rows) < 2 or len(rows[0]) < 2:
        return False
    first, body = rows[0], rows[1:]
    if all(cell.strong for cell in first if cell.text):
        return any(cell.text for cell in first) and not all(_is_strong(row) for row in body)
    if first[0].strong or first[0].text.endswith(":"):
        return False
    return all(_is_name(cell.text) for cell in first)


def is_numbered_paragraphs(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table without column names only sets numbers in a column beside their paragraphs."""
    if columns or not all(len(row) == 2 for row in rows):
        return False
    return all(number and not split_label(number, wide_gap=True)[1] and text for number, text in rows)


def _is_strong(row: Sequence[Cell]) -> bool:
    return all(cell.strong for cell in row if cell.text)


def _is_name(text: str) -> bool:
    words = text.split()
    return (
        0 < len(words) <= _LONGEST_COLUMN_NAME
        and not text.endswith((".", ";", ":", ","))
        and not any(character.isdigit() for character in text)
    )
