"""Reads Word files: words, computed numbers, headings, lists, tables, text boxes and footnotes."""

from collections.abc import Callable
from pathlib import Path

from lxml import etree

from policycheck.domain.documents import Block, BlockKind, ImportedDocument
from policycheck.importers.docx_changes import restore_original
from policycheck.importers.docx_fields import ListFields
from policycheck.importers.docx_numbering import Numbering
from policycheck.importers.docx_package import WordPackage, open_package, value, w
from policycheck.importers.docx_styles import Styles
from policycheck.importers.docx_tables import cells_in_order, is_layout, read_grid
from policycheck.importers.docx_text import ParagraphWords, block_elements, is_mark_deleted, read_paragraph
from policycheck.importers.office_text import ListPosition, OfficeParagraph, OfficeText
from policycheck.importers.table_headers import Cell
from policycheck.importers.text_cleaning import clean


def read(path: Path, data: bytes, *, original: bool = False) -> ImportedDocument:
    """Read a DOCX file with its tracked changes accepted, or as it was before them (`original`).

    Raises `EmptyFile`, `PasswordProtected`, `UnsupportedFormat`, `DamagedFile`, `HostileFile` or
    `ScanWithoutText`. Anything odd inside is left out, named in a warning, and makes the document partial.
    """
    package = open_package(path, data)
    if original:
        for part in (package.body, package.footnotes, package.endnotes):
            if part is not None:
                restore_original(part)
    reader = _Reader(package)
    reader.read_container(package.body)
    reader.read_notes()
    return reader.page.document(path, title=package.title)


class _Reader:
    """Walks one document in order and gathers what it finds in `page`."""

    def __init__(self, package: WordPackage) -> None:
        self.page = OfficeText()
        self._styles = Styles(package.styles)
        self._numbering = Numbering(package.numbering, self._styles)
        self._fields = ListFields(self._numbering.named)
        self._note_parts = {"footnoteReference": package.footnotes, "endnoteReference": package.endnotes}
        self._notes: list[tuple[str, str]] = []
        self._carried = ""  # words of a paragraph whose end is a tracked deletion

    def read_container(self, container: etree._Element) -> None:
        """Read every paragraph and table of a body, cell, text box or note."""
        for element in block_elements(container):
            if element.tag == w("p"):
                self._guarded(self._read_paragraph, element, "A paragraph")
            elif element.tag == w("tbl"):
                self._close_carried()
                self._guarded(self._read_table, element, "A table")
            else:
                self.page.warnings.append("A document embedded in this one was not read.")
        self._close_carried()

    def read_notes(self) -> None:
        """Read footnotes and endnotes in the order of their references."""
        self.page.add_notes([self._note_text(*note) for note in dict.fromkeys(self._notes)])

    def _close_carried(self) -> None:
        """Keep words whose paragraph end was deleted where no paragraph follows to take them."""
        words, self._carried = clean(self._carried), ""
        if words:
            self.page.add(Block(kind=BlockKind.PARAGRAPH, text=words))

    def _guarded(
        self, read_one: Callable[[etree._Element], None], element: etree._Element, what: str
    ) -> None:
        try:
            read_one(element)
        except Exception:  # one odd element must not lose the document
            self.page.unread(what)

    def _position(self, paragraph: etree._Element) -> ListPosition | None:
        """Return the number of a paragraph; one that is deleted or hidden whole takes none."""
        if is_mark_deleted(paragraph) or self._styles.is_mark_hidden(paragraph):
            return None
        return self._numbering.position(paragraph)

    def _words(self, paragraph: etree._Element, position: ListPosition | None) -> ParagraphWords:
        words = read_paragraph(paragraph, self._styles, self._fields, position)
        self._notes.extend(words.notes)
        self.page.pictures += words.pictures
        if words.drawings:
            self.page.warnings.append("The words of a diagram or chart were not read.")
        return words

    def _read_paragraph(self, paragraph: etree._Element) -> None:
        position = self._position(paragraph)
        words = self._words(paragraph, position)
        if is_mark_deleted(paragraph):
            self._carried += words.text
        else:
            raw, self._carried = self._carried + words.text, ""
            self.page.add_paragraph(
                OfficeParagraph(
                    text=raw,
                    position=position,
                    styles=self._styles.names(paragraph),
                    outline=self._styles.heading_level(paragraph),
                    bold=words.bold,
                )
            )
        for box in words.boxes:
            self.read_container(box)

    def _read_table(self, table: etree._Element) -> None:
        if is_layout(table):
            for cell in cells_in_order(table):
                self.read_container(cell)
            return
        boxes: list[etree._Element] = []
        strong = self._styles.is_first_row_strong(_style_of_first_row(table))
        self.page.add_table(read_grid(table, lambda cell: self._read_cell(cell, boxes), first_strong=strong))
        for box in boxes:
            self.read_container(box)

    def _read_cell(self, cell: etree._Element, boxes: list[etree._Element]) -> Cell:
        pieces, bold = [], []
        for paragraph in block_elements(cell):
            position = self._position(paragraph)
            words = self._words(paragraph, position)
            boxes.extend(words.boxes)
            text = clean(words.text)
            if text or (position is not None and position.label):
                pieces.append(f"{position.mark if position is not None else ''} {text}".strip())
            if text:
                bold.append(words.bold)
        return Cell(text=" ".join(pieces), strong=bool(bold) and all(bold))

    def _note_text(self, kind: str, note_id: str) -> str:
        part = self._note_parts.get(kind)
        for note in part if part is not None else ():
            if note.get(w("id")) == note_id:
                texts = [
                    read_paragraph(paragraph, self._styles, self._fields).text
                    for paragraph in block_elements(note)
                    if paragraph.tag == w("p")
                ]
                return clean(" ".join(texts))
        self.page.warnings.append("The text of a footnote was not found.")
        return ""


def _style_of_first_row(table: etree._Element) -> str | None:
    """Return the table's style where the table asks for its look of the first row."""
    properties = table.find(w("tblPr"))
    look = properties.find(w("tblLook")) if properties is not None else None
    if look is None:
        return None
    asked = look.get(w("firstRow"))
    if asked is None:  # older files keep the answers in one number
        code = look.get(w("val"), "0")
        asked = "1" if int(code, 16) & 0x20 else "0"
    return value(properties, "tblStyle") if asked in {"1", "true", "on"} else None
