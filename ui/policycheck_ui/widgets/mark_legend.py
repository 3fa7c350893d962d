"""What the marks in the clauses mean: a sample of each, drawn as in the text, with its word."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from policycheck_ui.marking import Mark
from policycheck_ui.theme.appearance import tones

_SAID = {Mark.WHO: "solid line", Mark.MUST: "box", Mark.WHEN: "dashed line"}
_GROUNDS = {Mark.WHO: "who", Mark.MUST: "must", Mark.WHEN: "when"}


def ground_of(mark: Mark) -> QColor:
    """Return the tint of marked words."""
    return QColor(getattr(tones(), _GROUNDS[mark]))


def paint_line(painter: QPainter, around: QRectF, mark: Mark) -> None:
    """Paint what tells a mark without colour: a solid line, a box, or a dashed line."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(tones().text), 2 if mark is not Mark.MUST else 1))
    if mark is Mark.MUST:
        painter.drawRect(around.adjusted(-1, 0.5, 0.5, -0.5))
        return
    if mark is Mark.WHEN:
        painter.setPen(QPen(QColor(tones().text), 2, Qt.PenStyle.CustomDashLine))
        pen = painter.pen()
        pen.setDashPattern([2.5, 1.5])
        painter.setPen(pen)
    painter.drawLine(around.bottomLeft(), around.bottomRight())


class _Sample(QWidget):
    """One marked word."""

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self._mark = mark
        self.setAccessibleName(f"Legend: {mark.value}, {_SAID[mark]}")
        self.setToolTip(f"Words that say {mark.value}: {_SAID[mark]}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._mark.value) + 12, metrics.height() + 6)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        around = QRectF(self.rect()).adjusted(2, 1, -2, -2)
        painter.fillRect(around, ground_of(self._mark))
        painter.setPen(QColor(tones().text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._mark.value)
        paint_line(painter, around, self._mark)
        painter.end()


class MarkLegend(QWidget):
    """Three samples in a row."""

    def __init__(self) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for mark in Mark:
            layout.addWidget(_Sample(mark), alignment=Qt.AlignmentFlag.AlignVCenter)
