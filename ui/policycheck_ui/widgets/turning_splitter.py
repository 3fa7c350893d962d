"""Two panels that stand above or beside each other, as the room and the size of the text allow."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

_LINES_FOR_BOTH = 28  # of text: with fewer there is no room for a list above its detail
_LETTERS_FOR_BOTH = 120  # in a line: with fewer there is no room for a panel beside a table


def is_low(splitter: QSplitter) -> bool:
    """Say that there is no height for a list above its detail."""
    return splitter.height() < _LINES_FOR_BOTH * splitter.fontMetrics().height()


def is_wide(splitter: QSplitter) -> bool:
    """Say that there is width for a panel beside a table."""
    return splitter.width() >= _LETTERS_FOR_BOTH * splitter.fontMetrics().averageCharWidth()


class TurningSplitter(QSplitter):
    """Beside each other where `beside` says so; shares are parts of the height, `side_shares` of the width."""

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        *,
        shares: tuple[int, int],
        side_shares: tuple[int, int] = (62, 38),
        beside: Callable[[QSplitter], bool] = is_low,
    ) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._shares, self._side_shares, self._beside = shares, side_shares, beside
        self.setChildrenCollapsible(False)
        self.addWidget(first)
        self.addWidget(second)
        self.setStretchFactor(0, 1)
        self._is_moved = False
        self.splitterMoved.connect(self._keep)

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside = self._beside(self)
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        super().resizeEvent(event)
        if wanted is not self.orientation() or not self._is_moved:
            self.setOrientation(wanted)
            whole = self.width() if beside else self.height()
            parts = self._side_shares if beside else self._shares
            self.setSizes([whole * part // sum(parts) for part in parts])

    def _keep(self) -> None:
        self._is_moved = True
