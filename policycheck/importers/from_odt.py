"""Reads OpenDocument text files: words, computed numbers, headings, lists, tables, frames and footnotes."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from policycheck.domain.documents import ImportedDocument
from policycheck.importers.odt_changes import accept_changes, restore_original
from policycheck.importers.odt_numbering import OdtNumbering
from policycheck.importers.odt_package import OdtPackage, open_package, q
from policycheck.importers.odt_styles import OdtStyles
from policycheck.importers.odt_tables import cells_in_order, is_layout, read_grid
from policycheck.importers.odt_text import OdtWords, is_frame, look_into_frame, read_paragraph
from policycheck.importers.office_text import OfficeParagraph, OfficeText
from policycheck.importers.table_headers import Cell
from policycheck.importers.text_cleaning import clean

_PARAGRAPHS = frozenset({q("text:p"), q("text:h")})
_LIST_PARTS = frozenset({q("text:list-item"), q("text:list-header")})
# What repeats words that stand elsewhere, or is no text.
_DROPPED_TEXT = """
    text:tracked-changes text:table-of-content text:illustration-index text:table-index text:object-index
    text:user-index text:alphabetical-index text:bibliography text:sequence-decls text:variable-decls
    text:user-field-decls text:dde-connection-decls office:forms office:annotation text:index-title svg:title svg:desc
    """
_DROPPED = frozenset(q(name) for name in _DROPPED_TEXT.split())
_DEEPEST = 100  # lists, sections and frames within each other


def read(path: Path, data: bytes, *, original: bool = False) -> ImportedDocument:
    """Read an ODT, OTT or FODT file with its tracked changes accepted, or as it was before them (`original`).

    Raises `EmptyFile`, `PasswordProtected`, `DamagedFile`, `HostileFile` or `ScanWithoutText`. Anything odd
    inside is left out, named in a warning, and makes the document partial.
    """
    package = open_package(path, data)
    if original:
        restore_original(package.body)
    else:
        accept_changes(package.body)
    reader = _Reader(package)
    reader.read_container(package.body)
    reader.read_notes()
    return reader.page.document(path, title=package.title)


class _Reader:
    """Walks one document in order and gathers what it finds in `page`."""

    def __init__(self, package: OdtPackage) -> None:
        self.page = OfficeText()
        self._styles = OdtStyles(package.style_parts)
        self._numbering = OdtNumbering(self._styles)
        self._notes: list[etree._Element] = []
        self._depth = 0

    def read_container(self, container: etree._Element) -> None:
        """Read every paragraph, list and table of a body, section, cell, frame or note."""
        if self._depth >= _DEEPEST:
            self.page.unread("What is nested very deeply")
            return
        self._depth += 1
        for element in container:
            if isinstance(element.tag, str) and element.tag not in _DROPPED:
                try:
                    self._read_one(element)
                except Exception:  # one odd element must not lose the document
                    self.page.unread("A table" if element.tag == q("table:table") else "A paragraph")
        self._depth -= 1

    def read_notes(self) -> None:
        """Read footnotes and endnotes in the order of their marks; those inside notes come last."""
        texts = []
        for note in self._notes:  # grows while notes are read
            texts.append(" ".join(text for text, _ in self._texts(note, [])))
        self.page.add_notes(texts)

    def _read_one(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in _PARAGRAPHS:
            self._read_paragraph(element)
        elif tag == q("text:list"):
            self._read_list(element)
        elif tag == q("table:table"):
            self._read_table(element)
        elif is_frame(element):
            words = OdtWords()
            look_into_frame(element, words)
            self._hang(words)
            self._read_boxes(words.boxes)
        elif not _is_hidden_section(element):
            self.read_container(element)

    def _read_list(self, element: etree._Element) -> None:
        self._numbering.open_list(element)
        for item in element:
            if item.tag in _LIST_PARTS:
                self._numbering.open_item(item)
                self.read_container(item)
        self._numbering.close_list()

    def _read_paragraph(self, paragraph: etree._Element) -> None:
        position = self._numbering.position(paragraph)
        words = read_paragraph(paragraph, self._styles)
        self._hang(words)
        self.page.add_paragraph(
            OfficeParagraph(
                text=words.text,
                position=position,
                styles=self._styles.names(paragraph),
                outline=self._styles.heading_level(paragraph),
                bold=words.bold,
            )
        )
        self._read_boxes(words.boxes)

    def _hang(self, words: OdtWords) -> None:
        """Keep what hangs on a paragraph apart from its words and boxes."""
        self._notes.extend(words.notes)
        self.page.pictures += words.pictures
        if words.drawings:
            self.page.warnings.append("The words of a diagram or chart were not read.")

    def _read_boxes(self, boxes: list[etree._Element]) -> None:
        for box in boxes:
            self._numbering.set_aside()
            self.read_container(box)
            self._numbering.take_up()

    def _read_table(self, table: etree._Element) -> None:
        boxes: list[etree._Element] = []
        self._numbering.set_aside()
        if is_layout(table):
            for cell in cells_in_order(table):
                self.read_container(cell)
        else:
            self.page.add_table(
                read_grid(table, lambda cell: self._read_cell(cell, boxes), self._styles.is_shaded)
            )
        self._numbering.take_up()
        self._read_boxes(boxes)

    def _read_cell(self, cell: etree._Element, boxes: list[etree._Element]) -> Cell:
        texts = list(self._texts(cell, boxes))
        weights = [bold for text, bold in texts if text]
        return Cell(text=" ".join(text for text, _ in texts if text), strong=bool(weights) and all(weights))

    def _texts(self, container: etree._Element, boxes: list[etree._Element]) -> Iterator[tuple[str, bool]]:
        """Yield each paragraph of a cell or note with its number in front, and whether it prints bold."""
        for element in container:
            if element.tag in _PARAGRAPHS:
                position = self._numbering.position(element)
                words = read_paragraph(element, self._styles)
                self._hang(words)
                boxes.extend(words.boxes)
                text = clean(words.text)
                if text:
                    yield f"{position.mark if position is not None else ''} {text}".strip(), words.bold
            elif element.tag == q("text:list"):
                self._numbering.open_list(element)
                for item in element:
                    if item.tag in _LIST_PARTS:
                        self._numbering.open_item(item)
                        yield from self._texts(item, boxes)
                self._numbering.close_list()
            elif isinstance(element.tag, str) and element.tag not in _DROPPED:
                yield from self._texts(element, boxes)


def _is_hidden_section(element: etree._Element) -> bool:
    return element.tag == q("text:section") and element.get(q("text:display")) == "none"
