"""Two panels, one above the other where there is height for both, side by side where large text leaves none."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

LINES_FOR_BOTH = 28  # of text: with fewer there is no room for a list above its detail


class TurningSplitter(QSplitter):
    """A list and its detail; shares are parts of the height, then of the width."""

    def __init__(self, first: QWidget, second: QWidget, *, shares: tuple[int, int]) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._shares = shares
        self.setChildrenCollapsible(False)
        self.addWidget(first)
        self.addWidget(second)
        self.setStretchFactor(0, 1)
        self.setSizes([part * 10 for part in shares])

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_low = self.height() < LINES_FOR_BOTH * self.fontMetrics().height()
        wanted = Qt.Orientation.Horizontal if is_low else Qt.Orientation.Vertical
        if wanted is not self.orientation():
            self.setOrientation(wanted)
            whole = self.width() if is_low else self.height()
            parts = (62, 38) if is_low else self._shares
            self.setSizes([whole * part // sum(parts) for part in parts])
        super().resizeEvent(event)
