"""Takes out the editors' notes of legislation web pages: amendment notes, [F1 ...] marks and extents."""

import re
from collections.abc import Sequence
from dataclasses import replace

from policycheck.domain.documents import Block, BlockKind
from policycheck.importers.drafts import Draft

_NOTE_HEADINGS = frozenset(
    {
        "textual amendments",
        "marginal citations",
        "modifications etc. (not altering text)",
        "commencement information",
        "extent information",
        "editorial information",
        "subordinate legislation made",
        "changes to legislation",
    }
)
_NOTE = re.compile(r"^[FCMIEXPS]\d+[A-Z]?\s+\S")
_REPEALED = re.compile(r"^F\d+\s*(?:\.\s?){2,}$|^F\d+\s*…+$")
_OPENING = re.compile(r"\[\s*F\d+\s*")
_CLOSING = re.compile(r"\s+\](?=\W|$)")
_MARK = re.compile(r"(?<![\w.])[FM]\d{1,4}(?=\s|$|[.,;)])\s*")
_EXTENT = re.compile(r"\s*\b(?:E\+W(?:\+S)?(?:\+N\.?I\.?)?|U\.K\.|N\.I\.)(?=\s|$)")
_BEFORE_CLOSING = re.compile(r"\s+(?=[,;:)”’]|\.(?!\s?\.))")
_AFTER_OPENING = re.compile(r"(?<=[(“‘])\s+")


def drop_notes(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the blocks without editors' notes; a document that shows none comes back as it is."""
    if not any(_is_note_heading(draft.block.text) for draft in drafts):
        return list(drafts)
    kept: list[Draft] = []
    in_notes = False
    for draft in drafts:
        block = draft.block
        if _is_note_heading(block.text):
            in_notes = True
            continue
        in_notes = in_notes and block.kind is not BlockKind.HEADING and bool(_NOTE.match(block.text))
        if in_notes and not _REPEALED.match(block.text):
            continue
        cleaned = _without_marks(block)
        if cleaned.text:
            kept.append(replace(draft, block=cleaned))
    return kept


def _is_note_heading(text: str) -> bool:
    return text.strip().rstrip(":").lower() in _NOTE_HEADINGS


def _without_marks(block: Block) -> Block:
    text = _MARK.sub("", _CLOSING.sub("", _OPENING.sub("", block.text)))
    if block.kind is BlockKind.HEADING:
        text = _EXTENT.sub("", text)
    text = _AFTER_OPENING.sub("", _BEFORE_CLOSING.sub("", text))
    return replace(block, text=" ".join(text.split()))
