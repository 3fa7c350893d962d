"""Blocks on their way to a document: captions find their tables, and offsets are laid over the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from policycheck.domain.documents import Block, BlockKind

_CAPTION = re.compile(
    r"^Table\s+(?:[A-Z]{0,2}\d+(?:[.-]\d+)*[a-z]?|[A-Z]|[IVX]+)\s*(?:[:.–—-]|\s[A-Z]|$)", re.IGNORECASE
)
_LONGEST_CAPTION = 40  # words


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A block with what the importer still needs to know about it.

    `table` counts tables from 1 and is 0 outside them; `caption` says that the file itself calls the
    paragraph a caption.
    """

    block: Block
    table: int = 0
    caption: bool = False


def is_caption_text(text: str) -> bool:
    """Whether `text` reads like the caption of a table: "Table 3: Time limits"."""
    return bool(_CAPTION.match(text)) and len(text.split()) <= _LONGEST_CAPTION


def place_captions(drafts: Sequence[Draft]) -> list[Draft]:
    """Turn captions directly above or below a table into caption blocks above its rows."""
    placed: list[Draft] = []
    captioned: set[int] = set()
    for index, draft in enumerate(drafts):
        following = drafts[index + 1].table if index + 1 < len(drafts) else 0
        before = placed[-1].table if placed else 0
        if draft.table or not (draft.caption or is_caption_text(_printed(draft.block))):
            placed.append(draft)
        elif following:
            captioned.add(following)
            placed.append(_as_caption(draft))
        elif before and before not in captioned:
            captioned.add(before)
            first_row = next(place for place, other in enumerate(placed) if other.table == before)
            placed.insert(first_row, _as_caption(draft))
        else:
            placed.append(draft)
    return placed


def lay_out(drafts: Sequence[Draft], *, opening: Sequence[str] = ()) -> tuple[str, tuple[Block, ...]]:
    """Write the text of a file that has no text of its own: `opening` lines, then one line for each block.

    Every block's offsets span its own words, without its label.
    """
    lines = list(opening)
    length = sum(len(line) + 1 for line in lines)
    blocks = []
    for draft in drafts:
        block = draft.block
        lead = f"{block.label} " if block.label else ""
        start = length + len(lead)
        blocks.append(replace(block, start=start, end=start + len(block.text)))
        lines.append(lead + block.text)
        length = start + len(block.text) + 1
    return "\n".join(lines), tuple(blocks)


def row_block(cells: Sequence[str], columns: Sequence[str], *, page: int | None = None) -> Block:
    """Make the block of one table row."""
    return Block(
        kind=BlockKind.ROW, text=" | ".join(cells), cells=tuple(cells), columns=tuple(columns), page=page
    )


def _as_caption(draft: Draft) -> Draft:
    block = replace(draft.block, kind=BlockKind.CAPTION, text=_printed(draft.block), label="", level=0)
    return replace(draft, block=block)


def _printed(block: Block) -> str:
    return f"{block.label} {block.text}".strip()
