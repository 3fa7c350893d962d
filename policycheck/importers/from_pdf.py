"""Reads PDF files: words in reading order without page furniture, headings, lists and ruled tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import pypdfium2

from policycheck.domain.documents import ImportedDocument, ReadStatus
from policycheck.errors import DamagedFile, EmptyFile, FileError, PasswordProtected, ScanWithoutText
from policycheck.importers import pdf_ocr
from policycheck.importers.drafts import Draft, place_captions
from policycheck.importers.pdf_aligned import find_aligned_tables
from policycheck.importers.pdf_bullets import with_drawn_bullets
from policycheck.importers.pdf_columns import in_reading_order
from policycheck.importers.pdf_furniture import without_furniture
from policycheck.importers.pdf_layout import Layout
from policycheck.importers.pdf_lines import Line, Page, read_page
from policycheck.importers.pdf_outline import Bookmark, read_outline
from policycheck.importers.pdf_tables import find_tables, grid_tables
from policycheck.importers.text_cleaning import clean, words_of
from policycheck.importers.titles import is_sensible_title, title_from_name

PDFIUM_LOCK = Lock()  # PDFium must never run in two threads at once.

_MOST_UNREADABLE = 500  # pages: a page tree with a loop promises a million
_ENOUGH_LINES = 20  # of a page, to tell that it has one column
_PASSWORD_NEEDED = 4  # PDFium's FPDF_ERR_PASSWORD


def read(path: Path, data: bytes) -> ImportedDocument:
    """Read a PDF file.

    Raises `EmptyFile`, `DamagedFile`, `PasswordProtected` or `ScanWithoutText`. Pages that are pictures, and
    pages that cannot be read, are named in a warning and make the document partial.
    """
    if not data:
        raise EmptyFile(path, "the file is empty.", remedy="Save the document again and add it again.")
    source = _read_pages(path, data)
    kept = without_furniture(with_drawn_bullets(source.pages))
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
    numbers = [page.number for page in source.pages if page.grids is None]
    tables, failed = find_tables(data, numbers, known_words=known_words)
    for page in source.pages:
        if page.grids:
            tables[page.number] = grid_tables(page, known_words=known_words)
    notes = [f"The tables of page {number} were read as plain text." for number in failed]
    for lines in kept:
        if lines:
            ruled = tables.setdefault(lines[0].page, [])
            ruled += find_aligned_tables(lines, ruled, known_words=known_words)
    layout = Layout(known_words, outline=source.outline)
    drafts = layout.drafts(_ordered(kept), tables)
    title, drafts = _title(path, source.title, drafts, layout)
    return ImportedDocument(
        title=title,
        text=source.text,
        blocks=tuple(draft.block for draft in place_captions(layout.with_heading_levels(drafts))),
        status=ReadStatus.PARTIAL if lost else ReadStatus.READ,
        warnings=(*lost, *notes),
    )


def _ordered(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """Put each page in reading order; a page too short to show its columns has those of the one before."""
    ordered: list[list[Line]] = []
    usual: list[float] = []
    for lines in pages:
        try:
            placed, gutters = in_reading_order(lines, usual=usual)
        except Exception:  # no words are lost in the order of the file
            placed, gutters = lines, []
        ordered.append(placed)
        usual = gutters if len(lines) >= _ENOUGH_LINES else usual
    return ordered


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """The pages of a file as PDFium gives them; `text` is their texts joined by form feeds."""

    pages: list[Page]
    text: str
    title: str
    warnings: list[str]
    outline: list[Bookmark]


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
    scanned: list[int] = []
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
                if pdf_ocr.is_scan(page) and (seen := pdf_ocr.read_scan(handle, page, offset=offset)):
                    page = seen
                    scanned.append(number)
            finally:
                handle.close()
        except Exception:  # one odd page must not lose the others
            warnings.append(f"Page {number} could not be read.")
            page = Page(number=number, width=0, height=0, text="", lines=())
        if len(warnings) > _MOST_UNREADABLE:
            raise DamagedFile(
                path, "most of its pages cannot be read.", remedy="Save it again as PDF and add that."
            )
        pages.append(page)
        offset += len(page.text) + 1
    if len(warnings) == count:  # nothing was recognised by then
        raise DamagedFile(path, "no page can be read.", remedy="Save the document again as PDF and add that.")
    if scanned:
        warnings.append(pdf_ocr.warning(scanned))
    title = clean(document.get_metadata_value("Title") or "")
    return _Source(
        pages=pages,
        text="\f".join(page.text for page in pages),
        title=title,
        warnings=warnings,
        outline=_outline_of(document),
    )


def _outline_of(document: pypdfium2.PdfDocument) -> list[Bookmark]:
    try:
        return read_outline(document)
    except Exception:  # a broken outline must not lose the words; the type of the headings tells them too
        return []


def _title(path: Path, metadata: str, drafts: list[Draft], layout: Layout) -> tuple[str, list[Draft]]:
    """Return the title, and the drafts without the heading that prints it."""
    headings = [draft.block for draft in drafts if layout.may_be_title(draft.block)]
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
            remedy=pdf_ocr.remedy(),
        )
    return EmptyFile(path, "the pages are blank.", remedy="Check that it is the right file and add it again.")


def _picture_warning(numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return f"Page {numbers[0]} is a picture without text and was not read. {pdf_ocr.remedy()}"
    listed = ", ".join(map(str, numbers[:-1])) + f" and {numbers[-1]}"
    return f"Pages {listed} are pictures without text and were not read. {pdf_ocr.remedy()}"
