"""Reads the rows of a table file: CSV with any delimiter and encoding, or the sheets of an Excel workbook."""

import csv
import io
import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from policycheck.errors import DamagedFile, HostileFile
from policycheck.importers.archives import open_archive, read_member
from policycheck.importers.decoding import decode
from policycheck.importers.register_columns import find_columns
from policycheck.importers.text_cleaning import clean

_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE_ROWS = 30
_LARGEST_PART = 40_000_000  # bytes of one sheet, unpacked: about a million cells
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_MOST_ROWS_MERGED = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The cells of one sheet as clean text, row after row from the first; short rows are not filled up.

    `formulas` counts the formulas whose result the file does not hold.
    """

    name: str
    rows: list[list[str]]
    formulas: int = 0


def read_csv(path: Path, data: bytes) -> Sheet:
    """Read a CSV file with the delimiter that gives it columns we know; raises `DamagedFile`."""
    text = decode(data)
    try:
        rows = [[clean(cell) for cell in row] for row in _parsed(text, _delimiter(text))]
    except csv.Error as error:
        raise DamagedFile(
            path,
            f"the table is broken ({error}).",
            remedy="Open it in a spreadsheet program, save it as CSV or XLSX again and add that.",
        ) from error
    return Sheet(name="", rows=rows)


def _parsed(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _delimiter(text: str) -> str:
    """Return the delimiter under which most columns are known, then the one that gives most columns."""

    def worth(delimiter: str) -> tuple[int, int]:
        rows: list[list[str]] = []
        try:
            for row in _parsed(text, delimiter):
                rows.append([clean(cell) for cell in row])
                if len(rows) == _SAMPLE_ROWS:
                    break
        except csv.Error:
            return -1, 0
        columns = find_columns(rows)
        return (len(columns.places) if columns else 0), max((len(row) for row in rows), default=0)

    return max(_DELIMITERS, key=worth)


def read_workbook(path: Path, data: bytes) -> tuple[list[Sheet], str]:
    """Read the visible sheets of an Excel workbook, and the title in its properties.

    Formulas give the result that Excel stored; merged cells repeat their value downwards. Raises
    `DamagedFile`, `HostileFile` or `PasswordProtected`.
    """
    archive = open_archive(path, data)
    with archive:
        _refuse_heavy_parts(path, archive)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # about styles and validation that are not needed here
                return _sheets(path, data, archive)
        except (DamagedFile, HostileFile):
            raise
        except Exception as error:  # openpyxl has no error class of its own for broken files
            raise DamagedFile(
                path,
                "the workbook is damaged or not an Excel file.",
                remedy="Open it in Excel or LibreOffice, save it as XLSX again and add that.",
            ) from error


def _refuse_heavy_parts(path: Path, archive: ZipFile) -> None:
    for info in archive.infolist():
        if not info.filename.endswith((".xml", ".rels")):
            continue
        if info.file_size > _LARGEST_PART:
            raise HostileFile(
                path,
                "one of its sheets is far too large for a register of requirements.",
                remedy="Keep the rows and columns of the register, delete the rest and add that.",
            )
        if b"<!DOCTYPE" in (read_member(path, archive, info.filename) or b""):
            raise HostileFile(
                path,
                "its XML declares a document type, which can be used to attack the reader.",
                remedy="Open it in Excel or LibreOffice, save a fresh copy and add that.",
            )


def _sheets(path: Path, data: bytes, archive: ZipFile) -> tuple[list[Sheet], str]:
    from openpyxl import load_workbook  # noqa: PLC0415 - only a register needs it

    workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    formulas = load_workbook(io.BytesIO(data), read_only=True) if _has_formulas(path, archive) else None
    sheets = []
    for page in workbook.worksheets:
        if page.sheet_state != "visible":
            continue
        page.reset_dimensions()  # the size that a file claims can be wrong, or a trap
        rows = [[_words(cell) for cell in row] for row in page.iter_rows(values_only=True)]
        unknown = _without_result(formulas[page.title], rows) if formulas is not None else 0
        part = read_member(path, archive, str(page._worksheet_path).lstrip("/")) or b""
        _fill_merged(rows, part)
        sheets.append(Sheet(name=page.title, rows=rows, formulas=unknown))
    return sheets, clean(workbook.properties.title or "")


def _has_formulas(path: Path, archive: ZipFile) -> bool:
    sheets = [
        name for name in archive.namelist() if name.startswith("xl/worksheets/") and name.endswith(".xml")
    ]
    return any(re.search(rb"<(?:\w+:)?f[\s>/]", read_member(path, archive, name) or b"") for name in sheets)


def _without_result(page: Any, rows: Sequence[Sequence[str]]) -> int:
    page.reset_dimensions()
    return sum(
        not shown and isinstance(cell, str) and cell.startswith("=")
        for row, values in zip(page.iter_rows(values_only=True), rows, strict=False)
        for cell, shown in zip(row, values, strict=False)
    )


def _words(value: object) -> str:
    """Return a cell's value as a person would write it: 4.0 as "4", a date without its midnight."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return clean(str(value).removesuffix(" 00:00:00"))


def _fill_merged(rows: list[list[str]], part: bytes) -> None:
    """Repeat the value of cells merged downwards in each of their rows; across, it stands once."""
    for found in _MERGED.finditer(part):
        column, top, bottom = _column(found[1]), int(found[2]) - 1, int(found[4])
        if top >= len(rows) or column >= len(rows[top]) or not rows[top][column]:
            continue
        if found[1] != found[3]:
            continue  # a line across the table is a heading, not a value of its columns
        for row in rows[top + 1 : min(bottom, top + _MOST_ROWS_MERGED)]:
            row.extend("" for _ in range(column + 1 - len(row)))
            row[column] = rows[top][column]


def _column(letters: bytes) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + letter - 64
    return place - 1
