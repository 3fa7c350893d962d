"""Reads PDF files: words in reading order without page furniture, headings, lists and ruled tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

import pypdfium2

from policycheck.domain.documents import Block, BlockKind, ImportedDocument, ReadStatus
from policycheck.errors import DamagedFile, EmptyFile, FileError, PasswordProtected, ScanWithoutText
from policycheck.importers.drafts import Draft, place_captions, row_block
from policycheck.importers.pdf_columns import in_reading_order
from policycheck.importers.pdf_furniture import without_furniture
from policycheck.importers.pdf_lines import Line, Page, read_page
from policycheck.importers.pdf_paragraphs import Measures, into_paragraphs, measure
from policycheck.importers.pdf_tables import PageTable, TableRow, find_tables
from policycheck.importers.printed_labels import split_bullet, split_label
from policycheck.importers.table_headers import is_header, is_numbered_paragraphs
from policycheck.importers.text_cleaning import clean, join_lines, words_of
from policycheck.importers.titles import is_sensible_title, title_from_name

PDFIUM_LOCK = Lock()  # PDFium must never run in two threads at once.

_ENOUGH_PATHS = 6
_PASSWORD_NEEDED = 4  # PDFium's FPDF_ERR_PASSWORD
_LARGER = 1.12  # times the body's size makes a heading
_TITLE_SIZE = 1.2
_SMALLER = 0.9  # times the body's size, at the foot of a column: a footnote
_LONGEST_HEADING = 24  # words
_NOTE_START = re.compile(r"^(?:\d{1,3}|[*†‡])[.)]?\s*(?=\S)")
_SENTENCE_END = (".", ";", ",")


def read(path: Path, data: bytes) -> ImportedDocument:
    """Read a PDF file.

    Raises `EmptyFile`, `DamagedFile`, `PasswordProtected` or `ScanWithoutText`. Pages that are pictures, and
    pages that cannot be read, are named in a warning and make the document partial.
    """
    if not data:
        raise EmptyFile(path, "the file is empty.", remedy="Save the document again and add it again.")
    source = _read_pages(path, data)
    kept = without_furniture(source.pages)
    lost = list(source.warnings)
    pictures = [
        page.number
        for page, lines in zip(source.pages, kept, strict=True)
        if not lines and (page.pictures or (page.paths and not page.text.strip()))
    ]
    if not any(kept):
        raise _without_text(path, has_pictures=bool(pictures))
    if pictures:
        lost.append(_picture_warning(pictures))
    known_words = words_of(source.text)
    numbers = [page.number for page in source.pages if page.paths >= _ENOUGH_PATHS]
    tables, failed = find_tables(data, numbers, known_words=known_words)
    notes = [f"The tables of page {number} were read as plain text." for number in failed]
    layout = _Layout(known_words)
    drafts = layout.drafts([in_reading_order(lines) for lines in kept], tables)
    title, drafts = _title(path, source.title, drafts, layout)
    return ImportedDocument(
        title=title,
        text=source.text,
        blocks=tuple(draft.block for draft in place_captions(layout.with_heading_levels(drafts))),
        status=ReadStatus.PARTIAL if lost else ReadStatus.READ,
        warnings=(*lost, *notes),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """The pages of a file as PDFium gives them; `text` is their texts joined by form feeds."""

    pages: list[Page]
    text: str
    title: str
    warnings: list[str]


def _read_pages(path: Path, data: bytes) -> _Source:
    with PDFIUM_LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise _opening_error(path, error) from error
        try:
            return _pages_of(path, document)
        finally:
            document.close()


def _pages_of(path: Path, document: pypdfium2.PdfDocument) -> _Source:
    pages: list[Page] = []
    warnings: list[str] = []
    offset = 0
    count = len(document)
    if count == 0:
        raise DamagedFile(
            path, "the file has no pages.", remedy="Save the document again as PDF and add that."
        )
    for number in range(1, count + 1):
        try:
            handle = document[number - 1]
            try:
                page = read_page(handle, number=number, offset=offset)
            finally:
                handle.close()
        except Exception:  # one odd page must not lose the others
            warnings.append(f"Page {number} could not be read.")
            page = Page(number=number, width=0, height=0, text="", lines=())
        pages.append(page)
        offset += len(page.text) + 1
    if len(warnings) == count:
        raise DamagedFile(path, "no page can be read.", remedy="Save the document again as PDF and add that.")
    title = clean(document.get_metadata_value("Title") or "")
    return _Source(pages=pages, text="\f".join(page.text for page in pages), title=title, warnings=warnings)


class _Layout:
    """Turns the ordered lines of a document into drafts, remembering what is usual in it."""

    def __init__(self, known_words: frozenset[str]) -> None:
        self._known_words = known_words
        self._measures: Measures = measure([])
        self._styles: dict[int, tuple[float, bool]] = {}  # heading style by the start of its block
        self._table = 0
        self._columns: tuple[str, ...] = ()
        self._last_table: PageTable | None = None

    def drafts(self, pages: Sequence[list[Line]], tables: dict[int, list[PageTable]]) -> list[Draft]:
        """Return the drafts of all pages in reading order, footnotes last under a heading of their own."""
        self._measures = measure(pages)
        drafts: list[Draft] = []
        notes: list[Line] = []
        pending: list[Line] = []
        for lines in pages:
            body, footnotes = self._without_footnotes(lines)
            notes += footnotes
            for item in _with_tables(body, tables.get(lines[0].page, []) if lines else []):
                if isinstance(item, Line):
                    pending.append(item)
                    continue
                drafts += self._paragraphs(pending)
                pending = []
                drafts += self._rows(item, goes_on=bool(drafts) and drafts[-1].table == self._table)
        drafts += self._paragraphs(pending)
        return drafts + self._notes(notes)

    def style_of(self, block: Block) -> tuple[float, bool]:
        """Return the font size in points and the boldness of a heading."""
        return self._styles[block.start]

    def with_heading_levels(self, drafts: list[Draft]) -> list[Draft]:
        """Rank the styles of the headings, largest first: their ranks are the levels."""
        headings = [draft.block for draft in drafts if draft.block.start in self._styles]
        ranked = sorted({self.style_of(block) for block in headings if block.level == 0}, reverse=True)
        return [
            replace(
                draft, block=replace(draft.block, level=min(ranked.index(self.style_of(draft.block)) + 1, 9))
            )
            if draft.block.kind is BlockKind.HEADING and draft.block.level == 0
            else draft
            for draft in drafts
        ]

    def _without_footnotes(self, lines: list[Line]) -> tuple[list[Line], list[Line]]:
        """Split off the small lines at the foot of each column, from the first that begins with a number."""
        notes: list[Line] = []
        for column in dict.fromkeys(line.column for line in lines):
            foot: list[Line] = []
            for line in sorted(
                (line for line in lines if line.column == column), key=lambda line: line.baseline
            ):
                if line.size > _SMALLER * self._measures.size:
                    break
                foot.insert(0, line)
            first = next(
                (place for place, line in enumerate(foot) if _NOTE_START.match(line.text)), len(foot)
            )
            notes += foot[first:]
        starts = {line.start for line in notes}
        return [line for line in lines if line.start not in starts], notes

    def _notes(self, lines: list[Line]) -> list[Draft]:
        groups: list[list[Line]] = []
        for line in lines:
            if groups and not _NOTE_START.match(line.text):
                groups[-1].append(line)
            else:
                groups.append([line])
        if not groups:
            return []
        blocks = [Block(kind=BlockKind.HEADING, text="Footnotes", level=1, page=lines[0].page)]
        for group in groups:
            text = _NOTE_START.sub("", self._text(group))
            blocks.append(_placed(BlockKind.PARAGRAPH, text, group))
        blocks[0] = replace(blocks[0], start=blocks[1].start, end=blocks[1].start)
        return [Draft(block=block) for block in blocks]

    def _paragraphs(self, lines: list[Line]) -> list[Draft]:
        return [Draft(block=self._block(group)) for group in into_paragraphs(lines, self._measures)]

    def _block(self, group: list[Line]) -> Block:
        text = self._text(group)
        style = (round(group[0].size * 2) / 2, all(line.bold for line in group))
        if self._is_heading(text, *style):
            label, rest = split_label(text, wide_gap="\t" in group[0].text, heading=True)
            block = _placed(BlockKind.HEADING, rest or text, group, label=label if rest else "")
            self._styles[block.start] = style
            return block
        bullet, rest = split_bullet(text)
        if bullet:
            return _placed(BlockKind.BULLET, rest, group)
        label, rest = split_label(text, wide_gap="\t" in group[0].text)
        return _placed(BlockKind.PARAGRAPH, rest or text, group, label=label if rest else "")

    def _is_heading(self, text: str, size: float, bold: bool) -> bool:
        words = split_label(text, heading=True)[1] or text
        stands_out = size >= _LARGER * self._measures.size or (
            bold and not self._measures.bold and size >= 0.95 * self._measures.size
        )
        return (
            stands_out
            and len(words.split()) <= _LONGEST_HEADING
            and any(character.isalpha() for character in words)
            and not words[0].islower()
            and not words.endswith(_SENTENCE_END)
            and not split_bullet(text)[0]
        )

    def _rows(self, found: "_Found", *, goes_on: bool) -> list[Draft]:
        """Return the rows of a table; one that goes on over the page keeps its columns and number."""
        rows = list(found.table.rows)
        grid = [row.cells for row in rows]
        first = tuple(cell.text for cell in grid[0])
        follows = goes_on and self._last_table is not None and self._last_table.page == found.table.page - 1
        if follows and first == self._columns:
            rows = rows[1:]
        elif not (follows and self._columns and len(first) in {len(self._columns), 1}):
            self._table += 1
            self._columns = first if is_header(grid) else ()
            rows = rows[1:] if self._columns else rows
        self._last_table = found.table
        texts = [tuple(cell.text for cell in row.cells) for row in rows]
        if is_numbered_paragraphs(self._columns, texts):
            blocks = [
                Block(kind=BlockKind.PARAGRAPH, text=text, label=label, page=found.table.page)
                for label, text in texts
            ]
            return [Draft(block=found.place(block, row)) for block, row in zip(blocks, rows, strict=True)]
        return [
            Draft(
                block=found.place(row_block(cells, self._columns, page=found.table.page), row),
                table=self._table,
            )
            for cells, row in zip(texts, rows, strict=True)
            if any(cells)
        ]

    def _text(self, group: list[Line]) -> str:
        return join_lines([line.text for line in group], known_words=self._known_words)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A table and the lines of the page that it covers."""

    table: PageTable
    lines: list[Line]

    def place(self, block: Block, row: TableRow) -> Block:
        """Give the block of a row the offsets of the lines that stand in it."""
        inside = [line for line in self.lines if row.bottom <= line.baseline <= row.top] or self.lines
        return replace(block, start=min(line.start for line in inside), end=max(line.end for line in inside))


def _with_tables(lines: list[Line], tables: Sequence[PageTable]) -> Iterator[Line | _Found]:
    """Yield the lines in order, and each table once in place of the lines that it covers."""
    covered: dict[int, list[Line]] = {}
    owners: list[int | None] = []
    for line in lines:
        owner = next((place for place, table in enumerate(tables) if _covers(table, line)), None)
        owners.append(owner)
        if owner is not None:
            covered.setdefault(owner, []).append(line)
    done: set[int] = set()
    for line, owner in zip(lines, owners, strict=True):
        if owner is None:
            yield line
        elif owner not in done:
            done.add(owner)
            yield _Found(table=tables[owner], lines=covered[owner])


def _covers(table: PageTable, line: Line) -> bool:
    middle = (line.left + line.right) / 2
    return table.bottom <= line.baseline <= table.top and table.left <= middle <= table.right


def _placed(kind: BlockKind, text: str, lines: list[Line], *, label: str = "") -> Block:
    """Make a block whose offsets span its lines, after the label or bullet that `text` no longer has."""
    skip = 0
    first = lines[0].text
    if text[:1] and not first.startswith(text[:1]):
        skip = max(first.find(text[:1]), 0)
    if label:
        skip = len(label) + len(first[len(label) :]) - len(first[len(label) :].lstrip())
    return Block(
        kind=kind,
        text=text,
        label=label,
        page=lines[0].page,
        start=lines[0].start + skip,
        end=max(line.end for line in lines),
    )


def _title(path: Path, metadata: str, drafts: list[Draft], layout: _Layout) -> tuple[str, list[Draft]]:
    """Return the title, and the drafts without the heading that prints it."""
    headings = [
        draft.block for draft in drafts if draft.block.kind is BlockKind.HEADING and not draft.block.level
    ]
    styles = [layout.style_of(block) for block in headings]
    printed = None
    if headings and styles.count(max(styles)) == 1:
        largest = headings[styles.index(max(styles))]
        if largest.page == 1 and not largest.label:
            printed = largest
    if printed is not None:
        drafts = [draft for draft in drafts if draft.block is not printed]
    if is_sensible_title(metadata):
        return metadata, drafts
    return (printed.text if printed is not None else title_from_name(path)), drafts


def _opening_error(path: Path, error: pypdfium2.PdfiumError) -> FileError:
    if getattr(error, "err_code", None) == _PASSWORD_NEEDED:
        return PasswordProtected(
            path,
            "the file is protected with a password.",
            remedy="Save it without a password and add it again.",
        )
    return DamagedFile(
        path,
        "the file is not a PDF, or is damaged or cut short.",
        remedy="Open it in the program that made it, save it as PDF again and add that.",
    )


def _without_text(path: Path, *, has_pictures: bool) -> FileError:
    if has_pictures:
        return ScanWithoutText(
            path,
            "the pages are pictures without text.",
            remedy="Run the file through text recognition (OCR), or ask its owner for a copy with text.",
        )
    return EmptyFile(path, "the pages are blank.", remedy="Check that it is the right file and add it again.")


def _picture_warning(numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return f"Page {numbers[0]} is a picture without text and was not read."
    listed = ", ".join(map(str, numbers[:-1])) + f" and {numbers[-1]}"
    return f"Pages {listed} are pictures without text and were not read."
