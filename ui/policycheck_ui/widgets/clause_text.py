"""Writes the clauses of a document into a text, and remembers where each of them stands."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from policycheck.domain.documents import Clause, ClauseKind, Document

LINE = "\u2028"  # a new line within a clause: one character, as in the clause's own text
_WIDEST_REF = "12(3)(b)(ii)"  # a longer reference ("Allegations ¶2") has a line of its own
STEP_IN = 24.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ClausePlace:
    """Where a clause stands in the text: its block, and where its own words begin and end."""

    clause: Clause
    block: int
    start: int
    end: int


def write_clauses(
    into: QTextDocument, document: Document, *, only: Collection[str] | None = None
) -> list[ClausePlace]:
    """Fill an empty text with a document's clauses, or only some of them with the headings above; in order."""
    cursor = QTextCursor(into)
    depths, metrics = _depths(document), _bold_metrics(into)
    places: list[ClausePlace] = []
    path: tuple[str, ...] = ()
    is_first = True
    cursor.beginEditBlock()
    for clause in document.clauses:
        if only is not None and clause.id not in only:
            continue
        for level, heading in enumerate(clause.heading_path):
            if clause.heading_path[: level + 1] != path[: level + 1]:
                _write_heading(cursor, heading, level, is_first=is_first)
                is_first = False
        path = clause.heading_path
        places.append(_write_clause(cursor, clause, depths[clause.id], metrics, is_first=is_first))
        is_first = False
    cursor.endEditBlock()
    return places


def shown_text(clause: Clause) -> str:
    """Return a clause's words as they are shown: as long as `Clause.text`, so that offsets hold."""
    return clause.text.replace("\n", LINE)


def _depths(document: Document) -> dict[str, int]:
    depths: dict[str, int] = {}
    for clause in document.clauses:
        depths[clause.id] = depths.get(clause.parent or "", -1) + 1
    return depths


def _write_heading(cursor: QTextCursor, heading: str, level: int, *, is_first: bool) -> None:
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.DemiBold)
    block = QTextBlockFormat()
    block.setHeadingLevel(min(level + 2, 6))
    block.setTopMargin(0 if is_first else 14)
    block.setBottomMargin(4)
    _start_block(cursor, block, is_first=is_first)
    cursor.insertText(heading, look)


def _write_clause(
    cursor: QTextCursor, clause: Clause, depth: int, metrics: QFontMetricsF, *, is_first: bool
) -> ClausePlace:
    column = metrics.horizontalAdvance(_WIDEST_REF)
    is_long = metrics.horizontalAdvance(clause.ref) > column - 6
    indent = STEP_IN * depth
    block = QTextBlockFormat()
    block.setBottomMargin(7)
    block.setLineHeight(112, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    block.setLeftMargin(indent if is_long else indent + column)
    block.setTextIndent(0 if is_long else -column)
    block.setTabPositions([QTextOption.Tab(column, QTextOption.TabType.LeftTab)])
    _start_block(cursor, block, is_first=is_first)
    reference = QTextCharFormat()
    reference.setFontWeight(QFont.Weight.DemiBold)
    own = QTextCharFormat()
    if clause.kind is ClauseKind.DEFINITION:
        own.setFontItalic(True)
    if is_long or not clause.ref:
        cursor.insertText(f"{clause.ref}{LINE}" if clause.ref else "", reference)
    else:
        cursor.insertText(clause.ref, reference)
        cursor.insertText("\t", own)
    start = cursor.position()
    cursor.insertText(shown_text(clause), own)
    return ClausePlace(clause=clause, block=cursor.blockNumber(), start=start, end=cursor.position())


def _bold_metrics(text: QTextDocument) -> QFontMetricsF:
    font = QFont(text.defaultFont())
    font.setWeight(QFont.Weight.DemiBold)
    return QFontMetricsF(font)


def _start_block(cursor: QTextCursor, block: QTextBlockFormat, *, is_first: bool) -> None:
    block.setAlignment(Qt.AlignmentFlag.AlignLeft)
    if is_first:
        cursor.setBlockFormat(block)
    else:
        cursor.insertBlock(block, QTextCharFormat())
