"""Judges a block by the blocks around it: captions, clauses set as headings, numbers on a line of their own."""

from collections.abc import Sequence
from dataclasses import replace

from policycheck.domain.documents import Block, BlockKind
from policycheck.segmentation.plausible import Numbered
from policycheck.segmentation.wording import caption_name, heading_is_clause, heading_is_introduction

_REACH = 12  # blocks to look ahead for the number after "(i)"


def is_caption(block: Block, whole: str) -> bool:
    """Whether the words `whole` of a block that stands above a table name it."""
    return block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) and bool(caption_name(whole))


def is_clause(numbered: Numbered, following: Block | None) -> bool:
    """Whether a heading block is a clause set in a heading style, or only introduces the list below it."""
    if following is not None and f"{following.label}{following.text}".startswith("(1)"):
        return False  # a section's title, whatever it says: its subsections begin below
    decimal = bool(numbered.marks) and "." in numbered.marks[0].core
    if heading_is_clause(numbered.text, numbered=bool(numbered.marks), decimal=decimal):
        return True
    listed = following is not None and (following.kind is BlockKind.BULLET or following.label.startswith("("))
    return listed and heading_is_introduction(numbered.text)


def join_lone_numbers(blocks: Sequence[Block], numbers: Sequence[Numbered]) -> list[tuple[Block, Numbered]]:
    """Give a number that stands in a block of its own to the words after it."""
    joined: list[tuple[Block, Numbered]] = []
    for block, numbered in zip(blocks, numbers, strict=True):
        before = joined[-1] if joined else None
        if (
            before is not None
            and before[1].marks
            and not before[1].text
            and before[0].kind is block.kind
            and block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
            and not numbered.marks
            and not block.ref
        ):
            joined[-1] = (replace(block, level=before[0].level), Numbered(before[1].marks, numbered.text))
        else:
            joined.append((block, numbered))
    return joined


def number_ahead(pairs: Sequence[tuple[Block, Numbered]], index: int) -> str:
    """Return which of i, ii and j comes next after an "i", to tell the letter from the roman number."""
    marks = pairs[index][1].marks
    if not marks or marks[-1].core.lower() != "i":
        return ""
    for _, later in pairs[index + 1 : index + 1 + _REACH]:
        for mark in later.marks:
            if mark.shape is marks[-1].shape and mark.core.lower() in {"i", "ii", "j"}:
                return mark.core
    return ""
