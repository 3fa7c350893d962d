"""Reads Word files: words, computed numbers, headings, lists, tables, text boxes and footnotes."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from lxml import etree

from policycheck.domain.documents import Block, BlockKind, ImportedDocument, ReadStatus
from policycheck.errors import EmptyFile, ScanWithoutText
from policycheck.importers.docx_numbering import ListPosition, Numbering
from policycheck.importers.docx_package import WordPackage, open_package, w
from policycheck.importers.docx_styles import Styles
from policycheck.importers.docx_tables import cells_in_order, is_layout, read_grid
from policycheck.importers.docx_text import ParagraphWords, block_elements, is_mark_deleted, read_paragraph
from policycheck.importers.drafts import Draft, lay_out, place_captions, row_block
from policycheck.importers.printed_labels import split_bullet, split_label
from policycheck.importers.table_headers import Cell, is_numbered_paragraphs
from policycheck.importers.text_cleaning import clean
from policycheck.importers.titles import is_sensible_title, title_from_name

_TAB_AFTER_FIRST_WORD = re.compile(r"^\s*\S+\s*\t")
_SENTENCE_END = (".", ";", ":", ",")
_LONGEST_HEADING = 20  # words
_LONGEST_BOLD_HEADING = 12


def read(path: Path, data: bytes) -> ImportedDocument:
    """Read a DOCX file.

    Raises `EmptyFile`, `PasswordProtected`, `UnsupportedFormat`, `DamagedFile`, `HostileFile` or
    `ScanWithoutText`. Anything odd inside is left out, named in a warning, and makes the document partial.
    """
    package = open_package(path, data)
    reader = _Reader(package)
    reader.read_container(package.body)
    reader.read_notes()
    if not reader.drafts:
        raise _nothing_read(path, reader)
    text, blocks = lay_out(place_captions(reader.drafts), opening=[reader.title] if reader.title else [])
    return ImportedDocument(
        title=reader.title or _other_title(path, package, blocks),
        text=text,
        blocks=blocks,
        status=ReadStatus.PARTIAL if reader.warnings else ReadStatus.READ,
        warnings=tuple(dict.fromkeys(reader.warnings)),
    )


class _Reader:
    """Walks one document in order, gathering drafts, warnings and the title."""

    def __init__(self, package: WordPackage) -> None:
        self.drafts: list[Draft] = []
        self.warnings: list[str] = []
        self.title = ""
        self.pictures = 0
        self._styles = Styles(package.styles)
        self._numbering = Numbering(package.numbering, self._styles)
        self._note_parts = {"footnoteReference": package.footnotes, "endnoteReference": package.endnotes}
        self._notes: list[tuple[str, str]] = []
        self._tables = 0
        self._heading_level = 0
        self._carried = ""  # words of a paragraph whose end is a tracked deletion

    def read_container(self, container: etree._Element) -> None:
        """Read every paragraph and table of a body, cell, text box or note."""
        for element in block_elements(container):
            if element.tag == w("p"):
                self._guarded(self._read_paragraph, element, "A paragraph")
            elif element.tag == w("tbl"):
                self._guarded(self._read_table, element, "A table")
            else:
                self.warnings.append("A document embedded in this one was not read.")
        if self._carried.strip():
            self._add(Block(kind=BlockKind.PARAGRAPH, text=clean(self._carried)))
        self._carried = ""

    def read_notes(self) -> None:
        """Read footnotes and endnotes in the order of their references, under a heading of their own."""
        notes = [text for text in (self._note_text(*note) for note in dict.fromkeys(self._notes)) if text]
        if notes:
            self._add(Block(kind=BlockKind.HEADING, text="Footnotes", level=1))
        for text in notes:
            self._add(Block(kind=BlockKind.PARAGRAPH, text=text))

    def _guarded(
        self, read_one: Callable[[etree._Element], None], element: etree._Element, what: str
    ) -> None:
        try:
            read_one(element)
        except Exception:  # one odd element must not lose the document
            after = self.drafts[-1].block.text[:60] if self.drafts else ""
            place = f' after "{after}"' if after else " at the start"
            self.warnings.append(f"{what}{place} could not be read.")

    def _add(self, block: Block, *, table: int = 0, caption: bool = False) -> None:
        self.drafts.append(Draft(block=block, table=table, caption=caption))

    def _words(self, paragraph: etree._Element) -> ParagraphWords:
        words = read_paragraph(paragraph, self._styles)
        self._notes.extend(words.notes)
        self.pictures += words.pictures
        if words.drawings:
            self.warnings.append("The words of a diagram or chart were not read.")
        return words

    def _read_paragraph(self, paragraph: etree._Element) -> None:
        words = self._words(paragraph)
        if is_mark_deleted(paragraph):
            self._carried += words.text
        else:
            position = self._numbering.position(paragraph)
            names = self._styles.names(paragraph)
            raw, self._carried = self._carried + words.text, ""
            if clean(raw) and not any(name.startswith(("toc ", "table of figures")) for name in names):
                self._add_paragraph(paragraph, replace(words, text=raw), position, names)
        for box in words.boxes:
            self.read_container(box)

    def _add_paragraph(
        self,
        paragraph: etree._Element,
        words: ParagraphWords,
        position: ListPosition | None,
        names: list[str],
    ) -> None:
        text = clean(words.text)
        if names[:1] == ["title"] and not self.title:
            self.title = text
            return
        styled = 1 if names[:1] == ["title"] else self._styles.heading_level(paragraph)
        if styled is not None and _reads_like_sentence(text):
            styled = None
        caption = "caption" in names
        if styled is None and not caption and position is None and words.bold and _is_bold_heading(text):
            self._add_heading(text, words, None, self._heading_level + 1)
        elif styled is not None:
            self._heading_level = styled
            self._add_heading(text, words, position, styled)
        else:
            self._add(_list_block(text, words, position), caption=caption)

    def _add_heading(
        self, text: str, words: ParagraphWords, position: ListPosition | None, level: int
    ) -> None:
        label = position.label if position is not None else ""
        if not label:
            label, text = split_label(text, wide_gap=_has_tab(words.text), heading=True)
        if text:
            self._add(Block(kind=BlockKind.HEADING, text=text, label=label, level=min(level, 9)))
        else:  # a heading that is nothing but its number
            self._add(Block(kind=BlockKind.HEADING, text=label, level=min(level, 9)))

    def _read_table(self, table: etree._Element) -> None:
        if is_layout(table):
            for cell in cells_in_order(table):
                self.read_container(cell)
            return
        boxes: list[etree._Element] = []
        grid = read_grid(table, lambda cell: self._read_cell(cell, boxes))
        if is_numbered_paragraphs(grid.columns, grid.rows):
            for label, text in grid.rows:
                self._add(Block(kind=BlockKind.PARAGRAPH, text=text, label=label))
        else:
            self._tables += 1
            for cells in grid.rows:
                self._add(row_block(cells, grid.columns), table=self._tables)
        for box in boxes:
            self.read_container(box)

    def _read_cell(self, cell: etree._Element, boxes: list[etree._Element]) -> Cell:
        pieces, bold = [], []
        for paragraph in block_elements(cell):
            words = self._words(paragraph)
            boxes.extend(words.boxes)
            position = self._numbering.position(paragraph)
            text = clean(words.text)
            if text or (position is not None and position.label):
                pieces.append(f"{_mark(position)} {text}".strip())
            if text:
                bold.append(words.bold)
        return Cell(text=" ".join(pieces), strong=bool(bold) and all(bold))

    def _note_text(self, kind: str, note_id: str) -> str:
        part = self._note_parts.get(kind)
        for note in part if part is not None else ():
            if note.get(w("id")) == note_id:
                paragraphs = [
                    read_paragraph(p, self._styles).text for p in block_elements(note) if p.tag == w("p")
                ]
                return clean(" ".join(paragraphs))
        self.warnings.append("The text of a footnote was not found.")
        return ""


def _list_block(text: str, words: ParagraphWords, position: ListPosition | None) -> Block:
    """Make the block of a paragraph or list item; without a computed number, a typed one is looked for."""
    if position is not None and position.bullet:
        return Block(kind=BlockKind.BULLET, text=split_bullet(text)[1], level=position.level)
    if position is not None and position.label:
        return Block(kind=BlockKind.PARAGRAPH, text=text, label=position.label, level=position.level)
    bullet, rest = split_bullet(text)
    if bullet:
        return Block(kind=BlockKind.BULLET, text=rest)
    label, rest = split_label(text, wide_gap=_has_tab(words.text))
    if rest:
        return Block(kind=BlockKind.PARAGRAPH, text=rest, label=label)
    return Block(kind=BlockKind.PARAGRAPH, text=text)


def _mark(position: ListPosition | None) -> str:
    if position is None:
        return ""
    return "•" if position.bullet else position.label


def _has_tab(raw: str) -> bool:
    return bool(_TAB_AFTER_FIRST_WORD.match(raw))


def _reads_like_sentence(text: str) -> bool:
    """Whether a paragraph in a heading style is really a clause: legal templates number clauses that way."""
    words = len(text.split())
    return words > _LONGEST_HEADING or (words > 5 and text.endswith((".", ";")))


def _is_bold_heading(text: str) -> bool:
    bare = split_label(text, heading=True)[1]
    return (
        0 < len(bare.split()) <= _LONGEST_BOLD_HEADING
        and not bare.endswith(_SENTENCE_END)
        and not bare[0].islower()
    )


def _other_title(path: Path, package: WordPackage, blocks: tuple[Block, ...]) -> str:
    if is_sensible_title(package.title):
        return clean(package.title)
    first = blocks[0]
    return first.text if first.kind is BlockKind.HEADING else title_from_name(path)


def _nothing_read(path: Path, reader: _Reader) -> EmptyFile | ScanWithoutText:
    if reader.pictures:
        return ScanWithoutText(
            path,
            "the document holds pictures and no text.",
            remedy="Run it through text recognition (OCR), or ask its owner for a copy with text.",
        )
    return EmptyFile(
        path, "the document has no words.", remedy="Check that it is the right file and add it again."
    )
