"""Draws a clause found: where it stands, the headings above it, and two lines of it with the words marked."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from policycheck_ui.models.hits_model import Hit
from policycheck_ui.models.table import ROW_ROLE, Index
from policycheck_ui.theme.appearance import tones
from policycheck_ui.theme.typography import Type, font_of, scaled

LINES = 2
_MARGIN, _GAP = 10, 3


class HitDelegate(QStyledItemDelegate):
    """Four lines to a row, as many pixels high as the type in use needs."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        strong, caption, body = (
            QFontMetrics(font_of(step)).lineSpacing() for step in (Type.STRONG, Type.CAPTION, Type.BODY)
        )
        return QSize(0, strong + caption + LINES * body + 2 * scaled(_GAP) + 2 * scaled(_MARGIN))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit: Hit = index.data(ROW_ROLE)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect: QRect = option.rect
        palette: QPalette = option.palette
        painter.save()
        if is_chosen:
            painter.fillRect(rect, palette.highlight())
        painter.setPen(QColor(tones().line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        text = QColor(tones().accent_text if is_chosen else tones().text)
        muted = text if is_chosen else QColor(tones().muted)
        margin = scaled(_MARGIN)
        inside = rect.adjusted(margin, margin, -margin, -margin)
        y = self._line(painter, inside, inside.top(), Type.STRONG, text, hit.place)
        above = " · ".join(part for part in (hit.kind, hit.heading, hit.how) if part)
        y = self._line(painter, inside, y, Type.CAPTION, muted, above) + scaled(_GAP)
        self._words(painter, inside, y, text, hit, is_chosen=is_chosen)
        painter.restore()

    def _line(self, painter: QPainter, room: QRect, y: int, step: Type, colour: QColor, text: str) -> int:
        font = font_of(step)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(colour)
        line = QRect(room.left(), y, room.width(), metrics.lineSpacing())
        painter.drawText(
            line,
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width()),
        )
        return y + metrics.lineSpacing()

    def _words(
        self, painter: QPainter, room: QRect, y: int, colour: QColor, hit: Hit, *, is_chosen: bool
    ) -> None:
        layout = QTextLayout(hit.shown, font_of(Type.BODY))
        layout.setFormats([_mark(start, end, is_chosen=is_chosen) for start, end in hit.shown_spans])
        layout.beginLayout()
        for number in range(LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(room.width())
            line.setPosition(QPointF(0, number * QFontMetrics(font_of(Type.BODY)).lineSpacing()))
        layout.endLayout()
        painter.setPen(colour)
        layout.draw(painter, QPointF(room.left(), y))


def _mark(start: int, end: int, *, is_chosen: bool) -> QTextLayout.FormatRange:
    """Mark some words by line and weight, and outside the chosen row by colour as well."""
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.DemiBold)
    look.setFontUnderline(True)
    if not is_chosen:
        look.setBackground(QColor(tones().mark))
        look.setForeground(QColor(tones().mark_text))
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, look
    return made
