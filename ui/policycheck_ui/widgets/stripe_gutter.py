"""The margin beside the clauses: a stripe and a sign for each clause that has a verdict."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from policycheck.domain.alignments import Verdict
from policycheck_ui import words
from policycheck_ui.models.coverage_model import TONES, verdict_icon
from policycheck_ui.theme.appearance import tones

if TYPE_CHECKING:
    from policycheck_ui.widgets.clause_pane import ClausePane

WIDTH = 34
_ICON = 18


class StripeGutter(QWidget):
    """Paints along a pane; says the verdict in a tooltip, and chooses the clause when pressed."""

    def __init__(self, pane: "ClausePane", choose: Callable[[str], object]) -> None:
        super().__init__(pane)
        self._pane = pane
        self._choose = choose
        self.stripes: Mapping[str, Verdict] = {}
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(tones().window))
        here = self._pane.chosen
        for place, rect in self._pane.visible_places():
            verdict = self.stripes.get(place.clause.id)
            if place.clause.id == here:
                painter.fillRect(QRectF(0, rect.top(), WIDTH, rect.height()), QColor(tones().here))
            if verdict is not None:
                painter.fillRect(
                    QRectF(WIDTH - 6, rect.top(), 4, rect.height()), QColor(getattr(tones(), TONES[verdict]))
                )
                verdict_icon(verdict).paint(painter, 5, int(rect.top()), _ICON, _ICON)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        clause = self._at(event.position().toPoint())
        if clause:
            self._choose(clause)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            verdict = self.stripes.get(self._at(event.pos()))
            QToolTip.showText(event.globalPos(), words.VERDICTS[verdict] if verdict else "", self)
            return True
        return super().event(event)

    def _at(self, point: QPoint) -> str:
        for place, rect in self._pane.visible_places():
            if rect.top() <= point.y() <= rect.bottom():
                return place.clause.id
        return ""
