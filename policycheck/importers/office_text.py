"""Makes blocks of the paragraphs, tables and notes of a word processor's file, whichever format holds them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from policycheck.domain.documents import Block, BlockKind, ImportedDocument, ReadStatus
from policycheck.errors import EmptyFile, ScanWithoutText
from policycheck.importers.drafts import Draft, lay_out, place_captions, row_block
from policycheck.importers.printed_labels import split_bullet, split_label
from policycheck.importers.table_grids import Grid
from policycheck.importers.table_headers import is_numbered_paragraphs
from policycheck.importers.text_cleaning import clean
from policycheck.importers.titles import is_sensible_title, title_from_name

_TAB_AFTER_FIRST_WORD = re.compile(r"^\s*\S+\s*\t")
_CONTENTS_STYLE = re.compile(r"toc |table of figures|contents (?:\d|heading)")
_SENTENCE_END = (".", ";", ":", ",")
_LONGEST_HEADING = 20  # words
_LONGEST_BOLD_HEADING = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPosition:
    """What a numbered paragraph shows: its label as printed ("" for a bullet) and its level from 0."""

    label: str
    level: int
    bullet: bool

    @property
    def mark(self) -> str:
        """The label, or a bullet, as it stands in running text."""
        return "•" if self.bullet else self.label


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeParagraph:
    """A paragraph as its format tells it.

    `text` is raw, with tabs. `styles` are the lower-case names of its style and that style's bases, nearest
    first. `outline` is 1 to 9 for a heading. `bold` says that every word prints bold.
    """

    text: str
    position: ListPosition | None = None
    styles: Sequence[str] = ()
    outline: int | None = None
    bold: bool = False


@dataclass(slots=True)
class OfficeText:
    """Gathers the blocks, warnings and title of one file in reading order; `pictures` counts pictures."""

    drafts: list[Draft] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    title: str = ""
    pictures: int = 0
    tables: int = 0
    heading_level: int = 0

    def add(self, block: Block, *, caption: bool = False) -> None:
        """Add a block that is outside tables."""
        self.drafts.append(Draft(block=block, caption=caption))

    def add_paragraph(self, paragraph: OfficeParagraph) -> None:
        """Add a paragraph as title, heading, caption, list item or plain words; contents lists are left out."""
        text, styles = clean(paragraph.text), paragraph.styles
        if not text or any(_CONTENTS_STYLE.match(name) for name in styles):
            return
        titled = list(styles[:1]) == ["title"]
        if titled and not self.title:
            self.title = text
            return
        level = 1 if titled else paragraph.outline
        if level is not None and _reads_like_sentence(text):
            level = None
        caption = "caption" in styles
        plain = level is None and not caption and paragraph.position is None
        if plain and paragraph.bold and _is_bold_heading(text):
            self._add_heading(paragraph, self.heading_level + 1)
        elif level is not None:
            self.heading_level = level
            self._add_heading(paragraph, level)
        else:
            self.add(_list_block(text, paragraph), caption=caption)

    def add_table(self, grid: Grid) -> None:
        """Add the rows of a table of data, or the paragraphs of one that only sets numbers beside them."""
        if is_numbered_paragraphs(grid.columns, grid.rows):
            for label, text in grid.rows:
                self.add(Block(kind=BlockKind.PARAGRAPH, text=text, label=label))
            return
        self.tables += 1
        for cells in grid.rows:
            self.drafts.append(Draft(block=row_block(cells, grid.columns), table=self.tables))

    def add_notes(self, texts: Iterable[str]) -> None:
        """Add footnotes and endnotes under a heading of their own."""
        notes = [text for text in texts if text]
        if notes:
            self.add(Block(kind=BlockKind.HEADING, text="Footnotes", level=1))
        for text in notes:
            self.add(Block(kind=BlockKind.PARAGRAPH, text=text))

    def unread(self, what: str) -> None:
        """Warn that `what` ("A table") could not be read, and say where it stands."""
        after = self.drafts[-1].block.text[:60] if self.drafts else ""
        place = f' after "{after}"' if after else " at the start"
        self.warnings.append(f"{what}{place} could not be read.")

    def document(self, path: Path, *, title: str) -> ImportedDocument:
        """Lay out what was gathered; `title` is the one in the file's properties.

        Raises `EmptyFile` or `ScanWithoutText` where there is nothing but the title.
        """
        if not self.drafts:
            raise self._nothing_read(path)
        text, blocks = lay_out(place_captions(self.drafts), opening=[self.title] if self.title else [])
        return ImportedDocument(
            title=self.title or _other_title(path, title, blocks),
            text=text,
            blocks=blocks,
            status=ReadStatus.PARTIAL if self.warnings else ReadStatus.READ,
            warnings=tuple(dict.fromkeys(self.warnings)),
        )

    def _add_heading(self, paragraph: OfficeParagraph, level: int) -> None:
        text = clean(paragraph.text)
        label = paragraph.position.label if paragraph.position is not None else ""
        if not label:
            label, text = split_label(text, wide_gap=_has_tab(paragraph.text), heading=True)
        if text:
            self.add(Block(kind=BlockKind.HEADING, text=text, label=label, level=min(level, 9)))
        else:  # a heading that is nothing but its number
            self.add(Block(kind=BlockKind.HEADING, text=label, level=min(level, 9)))

    def _nothing_read(self, path: Path) -> EmptyFile | ScanWithoutText:
        if self.pictures:
            return ScanWithoutText(
                path,
                "the document holds pictures and no text.",
                remedy="Run it through text recognition (OCR), or ask its owner for a copy with text.",
            )
        return EmptyFile(
            path, "the document has no words.", remedy="Check that it is the right file and add it again."
        )


def _list_block(text: str, paragraph: OfficeParagraph) -> Block:
    """Make the block of a paragraph or list item; without a computed number, a typed one is looked for."""
    position = paragraph.position
    if position is not None and position.bullet:
        return Block(kind=BlockKind.BULLET, text=split_bullet(text)[1], level=position.level)
    if position is not None and position.label:
        return Block(kind=BlockKind.PARAGRAPH, text=text, label=position.label, level=position.level)
    bullet, rest = split_bullet(text)
    if bullet:
        return Block(kind=BlockKind.BULLET, text=rest)
    label, rest = split_label(text, wide_gap=_has_tab(paragraph.text))
    if rest:
        return Block(kind=BlockKind.PARAGRAPH, text=rest, label=label)
    return Block(kind=BlockKind.PARAGRAPH, text=text)


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


def _other_title(path: Path, title: str, blocks: Sequence[Block]) -> str:
    if is_sensible_title(title):
        return clean(title)
    first = blocks[0]
    return first.text if first.kind is BlockKind.HEADING else title_from_name(path)
