"""Reads plain text: paragraphs from blank or broken lines, headings from how they are set."""

from pathlib import Path

from policycheck.domain.documents import Block, BlockKind, ImportedDocument
from policycheck.errors import UnsupportedFormat
from policycheck.importers.decoding import decode, looks_binary
from policycheck.importers.drafts import Draft, place_captions
from policycheck.importers.legislation_notes import drop_notes
from policycheck.importers.text_cleaning import clean
from policycheck.importers.text_layout import Piece, pieces_of
from policycheck.importers.titles import is_sensible_title, title_from_name


def read(path: Path, data: bytes) -> ImportedDocument:
    """Read a text file in UTF-8, UTF-16 or Windows-1252; offsets point into the file's own words.

    Raises `UnsupportedFormat` for binary data.
    """
    if looks_binary(data):
        raise UnsupportedFormat(path, "this is not text.", remedy="Save the document as .docx, .pdf or .txt.")
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    drafts = [Draft(block=_block(piece)) for piece in pieces_of(text)]
    blocks = tuple(draft.block for draft in drop_notes(place_captions(drafts)))
    return ImportedDocument(title=_title(blocks, path), text=text, blocks=blocks)


def _block(piece: Piece) -> Block:
    return Block(
        kind=piece.kind,
        text=clean(piece.text),
        level=piece.level,
        start=piece.start,
        end=piece.end,
    )


def _title(blocks: tuple[Block, ...], path: Path) -> str:
    first = next((block for block in blocks if block.kind is BlockKind.HEADING), None)
    if first is not None and first is blocks[0] and is_sensible_title(first.text):
        return first.text
    return title_from_name(path)
