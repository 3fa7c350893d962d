"""Reads a register of requirements, an organisation's own standards, from CSV or an Excel workbook."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from policycheck.domain.documents import Block, BlockKind, ImportedDocument, ReadStatus
from policycheck.errors import UnsupportedFormat
from policycheck.importers.drafts import row_block
from policycheck.importers.register_columns import Columns, find_columns
from policycheck.importers.register_sheets import Sheet, read_csv, read_workbook
from policycheck.importers.titles import is_sensible_title, title_from_name

_NAMES_SHOWN = 8


def read(path: Path, data: bytes) -> ImportedDocument:
    """Read each row as a requirement with its reference, below its heading.

    A note says how the columns were read. Raises `UnsupportedFormat` where no column holds requirements, and
    `DamagedFile`, `HostileFile` or `PasswordProtected`.
    """
    if data.startswith(b"PK"):
        sheets, title = read_workbook(path, data)
    else:
        sheets, title = [read_csv(path, data)], ""
    read_sheets = [(sheet, columns) for sheet in sheets if (columns := find_columns(sheet.rows)) is not None]
    if not read_sheets:
        raise _without_requirements(path, sheets)
    out = _Writer()
    for sheet, columns in read_sheets:
        _write(out, sheet, columns, named=len(read_sheets) > 1)
    lost = [_formula_warning(sheet) for sheet, _ in read_sheets if sheet.formulas]
    return ImportedDocument(
        title=title if is_sensible_title(title) else _printed_title(read_sheets[0], path),
        text="\n".join(out.lines),
        blocks=tuple(out.blocks),
        status=ReadStatus.PARTIAL if lost else ReadStatus.READ,
        warnings=(*lost, *_notes(sheets, read_sheets)),
    )


@dataclass(slots=True)
class _Writer:
    """Collects blocks and the lines of text that their offsets point into."""

    blocks: list[Block] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    length: int = 0
    heading: str = ""

    def line(self, text: str) -> int:
        """Write a line and return where it begins."""
        start = self.length
        self.lines.append(text)
        self.length += len(text) + 1
        return start

    def open(self, heading: str) -> None:
        """Write a heading unless it is the one that is open."""
        if heading and heading != self.heading:
            self.heading = heading
            start = self.line(heading)
            self.blocks.append(
                Block(kind=BlockKind.HEADING, text=heading, level=1, start=start, end=start + len(heading))
            )


def _write(out: _Writer, sheet: Sheet, columns: Columns, *, named: bool) -> None:
    if named:
        out.open(sheet.name)
    for number, row in enumerate(sheet.rows[columns.row + 1 :], start=columns.row + 2):
        text = columns.cell(row, "text")
        filled = [cell for cell in row if cell]
        if len(filled) == 1 and not text:
            out.open(filled[0])  # a line across the table
        elif text and _has_words(text):
            out.open(columns.cell(row, "heading"))
            _requirement(out, columns, row, text, number)


def _requirement(out: _Writer, columns: Columns, row: Sequence[str], text: str, number: int) -> None:
    ref = columns.cell(row, "reference") or f"row {number}"
    holder = columns.cell(row, "duty_holder")
    start = out.line(f"{ref} {text}") + len(ref) + 1
    place = {"ref": ref, "label": ref, "start": start, "end": start + len(text)}
    if holder and holder.lower() not in text.lower():
        names = [columns.names[columns.places["duty_holder"]], columns.names[columns.places["text"]]]
        block = row_block([holder, text], names)
        out.line(f"{names[0]}: {holder}")
    else:
        block = Block(kind=BlockKind.PARAGRAPH, text=text)
    out.blocks.append(
        Block(kind=block.kind, text=block.text, cells=block.cells, columns=block.columns, **place)  # type: ignore[arg-type]
    )
    link = columns.cell(row, "link")
    if link:
        out.line(f"Source: {link}")


def _has_words(text: str) -> bool:
    return any(character.isalpha() for character in text)


def _notes(sheets: Sequence[Sheet], read_sheets: Sequence[tuple[Sheet, Columns]]) -> Iterator[str]:
    several = len(read_sheets) > 1
    for sheet, columns in read_sheets:
        yield f"Sheet '{sheet.name}': {columns.sentence()}" if several else columns.sentence()
    known = [sheet for sheet, _ in read_sheets]
    others = [f"'{sheet.name}'" for sheet in sheets if sheet not in known and any(map(any, sheet.rows))]
    if others:
        yield f"Not read, because no column of requirements was found: sheet {', '.join(others)}."


def _formula_warning(sheet: Sheet) -> str:
    return (
        f"{sheet.formulas} formulas have no stored result and were left out. "
        "Open the file in Excel or LibreOffice, save it and add it again."
    )


def _printed_title(first: tuple[Sheet, Columns], path: Path) -> str:
    """Return the line printed above the table, or the name of the file."""
    sheet, columns = first
    above = [next((cell for cell in row if cell), "") for row in sheet.rows[: columns.row]]
    return next((words for words in above if is_sensible_title(words)), title_from_name(path))


def _without_requirements(path: Path, sheets: Sequence[Sheet]) -> UnsupportedFormat:
    first = next((row for sheet in sheets for row in sheet.rows if any(row)), [])
    names = [f"'{re.sub(r'(?<=.{40}).+', '…', name)}'" for name in first if name][:_NAMES_SHOWN]
    seen = f" Its first row reads {', '.join(names)}." if names else ""
    return UnsupportedFormat(
        path,
        f"no column of this table holds requirements.{seen}",
        remedy="Name the column with the requirements 'Requirement' (and that with their numbers 'Reference').",
    )
