"""A painted chart of stacked bars, one for each thing, whose figures and words a screen reader gets as well."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from policycheck.domain.alignments import Verdict
from policycheck_ui.models.coverage_model import TONES, VERDICT_ICONS
from policycheck_ui.models.matrix_model import Tally
from policycheck_ui.theme.appearance import tones
from policycheck_ui.theme.icons import icon
from policycheck_ui.widgets.matrix_cells import verdict_ground
from policycheck_ui.widgets.matrix_headings import fitted

_GAP = 10
_MARK = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar: what it is of, and how many of each verdict."""

    title: str
    tally: Tally

    def in_words(self) -> str:
        return f"{self.title}: {self.tally.in_words()}"


class BarChart(QWidget):
    """Bars of one length, divided by verdict; each piece has its mark and its figure where they fit."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._bars: tuple[Bar, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def bars(self) -> tuple[Bar, ...]:
        return self._bars

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other bars; those with nothing in scope are left to the table of figures."""
        self._bars = tuple(bar for bar in bars if bar.tally.total)
        self.setAccessibleDescription("\n".join(bar.in_words() for bar in self._bars))
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, max(len(self._bars), 1) * self._pitch() + _GAP)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        titles = min(round(self.width() * 0.34), 420)
        for number, bar in enumerate(self._bars):
            top = number * self._pitch()
            if event.rect().intersects(QRect(0, top, self.width(), self._pitch())):
                self._paint_bar(painter, bar, QRect(0, top, self.width(), self._pitch() - _GAP), titles)
        painter.end()

    def _pitch(self) -> int:
        return max(self.fontMetrics().height(), _MARK) + 8 + _GAP

    def _paint_bar(self, painter: QPainter, bar: Bar, rect: QRect, titles: int) -> None:
        colours, metrics = tones(), self.fontMetrics()
        painter.setPen(QColor(colours.text))
        middle = Qt.AlignmentFlag.AlignVCenter
        room = QRect(rect.left(), rect.top(), titles - 12, rect.height())
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, fitted(bar.title, metrics, room.width()))
        said = f"{bar.tally.covered:,} of {bar.tally.total:,}"
        figures = metrics.horizontalAdvance("00,000 of 00,000")
        track = QRect(titles, rect.top(), rect.width() - titles - figures - 12, rect.height())
        painter.drawText(QRect(track.right() + 12, rect.top(), figures, rect.height()), middle, said)
        before, left = 0, track.left()
        for verdict in Verdict:
            number = bar.tally.verdicts[verdict]
            if number:
                before += number
                right = track.left() + round(track.width() * before / bar.tally.total)
                self._paint_piece(
                    painter, QRect(left, track.top(), right - left, track.height()), verdict, number
                )
                left = right

    def _paint_piece(self, painter: QPainter, rect: QRect, verdict: Verdict, number: int) -> None:
        colours, figure = tones(), f"{number:,}"
        painter.fillRect(rect, verdict_ground(verdict))
        painter.setPen(QPen(QColor(getattr(colours, TONES[verdict])), 1))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
        tone = "surface" if verdict is Verdict.CONFLICT else TONES[verdict]
        wide = self.fontMetrics().horizontalAdvance(figure)
        if rect.width() >= _MARK + 6:
            mark = icon(VERDICT_ICONS[verdict], tone).pixmap(QSize(_MARK, _MARK), self.devicePixelRatioF())
            painter.drawPixmap(rect.left() + 4, rect.center().y() - _MARK // 2 + 1, mark)
        if rect.width() >= _MARK + wide + 14:
            painter.setPen(QColor(colours.surface if verdict is Verdict.CONFLICT else colours.text))
            place = rect.adjusted(_MARK + 8, 0, 0, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, figure)
