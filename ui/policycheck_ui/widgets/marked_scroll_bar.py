"""A scroll bar that shows where in the whole text the marked places are."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider

from policycheck_ui.theme.appearance import tones


class MarkedScrollBar(QScrollBar):
    """Paints a tick for each mark: a part of the whole length (0 to 1) and the name of a colour."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.marks: list[tuple[float, str]] = []

    def show_marks(self, marks: Sequence[tuple[float, str]]) -> None:
        """Show other marks."""
        self.marks = list(marks)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        control = QStyle.ComplexControl.CC_ScrollBar
        groove = self.style().subControlRect(control, option, QStyle.SubControl.SC_ScrollBarGroove, self)
        painter = QPainter(self)
        for part, tone in self.marks:
            y = groove.top() + part * max(groove.height() - 4, 1)
            painter.fillRect(
                QRectF(groove.left() + 2, y, groove.width() - 4, 4), QColor(getattr(tones(), tone))
            )
        painter.end()
