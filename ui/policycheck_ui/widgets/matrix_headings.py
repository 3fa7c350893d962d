"""The headings of the coverage matrix: policies wrapped or on end, obligations with their totals, all readable."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from policycheck_ui.models.coverage_model import TONES, VERDICT_ICONS
from policycheck_ui.models.matrix import verdict_of
from policycheck_ui.models.matrix_model import MatrixModel, Section
from policycheck_ui.theme.appearance import tones
from policycheck_ui.theme.icons import icon
from policycheck_ui.widgets.matrix_cells import blend, figure, paint_shares, section_ground

_WRAPS_FROM = 12  # letters: a column this wide shows its heading in lines, a narrower one on end
_TALLEST = 0.4  # of the table: so that large text leaves room for rows
_PAD = 6
_INDENT = 16
_BAR = 5


class PolicyHeadings(QHeaderView):
    """A heading for each policy with a bar of its verdicts; cut titles are whole in the tooltip."""

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(24)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        tall = metrics.averageCharWidth() * 26
        if self._wraps(self.defaultSectionSize()):
            tall = metrics.height() * 4
        foot = 2 * _PAD + metrics.height() + _BAR + 4
        table = self.parentWidget()
        most = round(table.height() * _TALLEST) if table is not None else tall + foot
        return QSize(0, min(tall + foot, max(most, 5 * metrics.height())))

    def _wraps(self, width: int) -> bool:
        return width >= self.fontMetrics().averageCharWidth() * _WRAPS_FROM

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's
        if not 0 <= logicalIndex < self._model.columnCount():
            return
        colours, metrics = tones(), self.fontMetrics()
        painter.save()
        painter.fillRect(rect, self._ground(logicalIndex))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        tally = self._model.column_tally(logicalIndex)
        foot = QRect(
            rect.left() + 2, rect.bottom() - metrics.height() - _BAR - 4, rect.width() - 4, metrics.height()
        )
        painter.setPen(QColor(colours.muted))
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, figure(tally, metrics, foot.width()))
        if tally.total:
            bar = QRect(rect.left() + 3, rect.bottom() - _BAR - 2, rect.width() - 6, _BAR)
            paint_shares(painter, bar, tally)
        painter.setPen(QColor(colours.text))
        painter.setFont(self.font())
        title = self._model.policy(logicalIndex).title
        room = QRect(rect.left() + 2, rect.top() + _PAD, rect.width() - 4, foot.top() - rect.top() - _PAD - 2)
        if self._wraps(rect.width()):
            _paint_lines(painter, room, title, metrics)
        else:
            _paint_on_end(painter, room, title, metrics)
        painter.restore()

    def _ground(self, column: int) -> QColor:
        colours = tones()
        view = self.parent()
        here = getattr(view, "currentIndex", lambda: None)()
        is_here = here is not None and here.isValid() and here.column() == column
        return blend(colours.link, colours.window, 0.16) if is_here else QColor(colours.window)


class ObligationHeadings(QHeaderView):
    """A heading for each line: a section with its fold mark, or an obligation with its best verdict."""

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._model = model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(24)

    def totals_width(self) -> int:
        """Return how wide the figures at the right end are."""
        return self.fontMetrics().horizontalAdvance("000/000") + 16 + 3 * _PAD

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's
        if not 0 <= logicalIndex < self._model.rowCount():
            return
        painter.save()
        line = self._model.line(logicalIndex)
        if isinstance(line, Section):
            self._paint_section_line(painter, rect, line)
        else:
            self._paint_obligation(painter, rect, logicalIndex)
        painter.restore()

    def _paint_section_line(self, painter: QPainter, rect: QRect, line: Section) -> None:
        colours = tones()
        painter.fillRect(rect, section_ground(line.level))
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        left = rect.left() + _PAD + line.level * _INDENT
        fold = icon("unfolded" if line.is_open else "folded").pixmap(QSize(14, 14), self.devicePixelRatioF())
        painter.drawPixmap(left, rect.center().y() - 7, fold)
        figures = self._figures(rect)
        room = QRect(left + 20, rect.top(), figures.left() - left - 20 - _PAD, rect.height())
        painter.setPen(QColor(colours.text))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, middle, fitted(line.title, QFontMetrics(font), room.width()))
        tally = self._model.library_tally(line.rows)
        if tally.total:
            painter.drawText(figures, middle | Qt.AlignmentFlag.AlignRight, f"{tally.covered}/{tally.total}")
            paint_shares(painter, QRect(figures.left(), rect.bottom() - 4, figures.width(), 3), tally)

    def _paint_obligation(self, painter: QPainter, rect: QRect, row: int) -> None:
        line, colours, metrics = self._model.line(row), tones(), self.fontMetrics()
        assert not isinstance(line, Section)  # noqa: S101 - the caller looked
        view = self.parent()
        here = getattr(view, "currentIndex", lambda: None)()
        is_here = here is not None and here.isValid() and here.row() == row
        painter.fillRect(
            rect, blend(colours.link, colours.surface, 0.16) if is_here else QColor(colours.surface)
        )
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        left = rect.left() + _PAD + (2 if line.part else 1) * _INDENT
        figures, middle = self._figures(rect), Qt.AlignmentFlag.AlignVCenter
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        ref_width = min(QFontMetrics(strong).horizontalAdvance(line.ref), rect.width() // 3)
        painter.setFont(strong)
        painter.setPen(QColor(colours.text))
        painter.drawText(
            QRect(left, rect.top(), ref_width + 2, rect.height()),
            middle,
            fitted(line.ref, QFontMetrics(strong), ref_width + 2),
        )
        painter.setFont(self.font())
        start = left + ref_width + 10
        room = QRect(start, rect.top(), figures.left() - start - _PAD, rect.height())
        painter.drawText(room, middle, fitted(line.text, metrics, room.width()))
        verdict = verdict_of(line.library)
        if verdict is not None:
            tone = TONES[verdict] if line.is_in_scope else "edge"
            mark = icon(VERDICT_ICONS[verdict], tone).pixmap(QSize(16, 16), self.devicePixelRatioF())
            painter.drawPixmap(figures.left(), rect.center().y() - 8, mark)
        tally = self._model.row_tally(line)
        painter.setPen(QColor(colours.muted))
        said = figure(tally, metrics, figures.width() - 20) or "–"
        painter.drawText(figures, middle | Qt.AlignmentFlag.AlignRight, said)

    def _figures(self, rect: QRect) -> QRect:
        width = self.totals_width()
        return QRect(rect.right() - width, rect.top(), width - _PAD, rect.height())


def fitted(text: str, metrics: QFontMetrics, width: int) -> str:
    """Return a text on one line, ended by "…" where it does not fit."""
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(width, 0))


def wrapped(text: str, metrics: QFontMetrics, width: int, lines: int) -> list[str]:
    """Return a text in at most so many lines between words, the last ended by "…" where more is left."""
    made: list[str] = []
    rest = text.split()
    while rest and len(made) < lines - 1:
        taken = [rest.pop(0)]
        while rest and metrics.horizontalAdvance(" ".join([*taken, rest[0]])) <= width:
            taken.append(rest.pop(0))
        made.append(fitted(" ".join(taken), metrics, width))
    if rest:
        made.append(fitted(" ".join(rest), metrics, width))
    return made


def _paint_lines(painter: QPainter, room: QRect, title: str, metrics: QFontMetrics) -> None:
    lines = wrapped(title, metrics, room.width(), max(room.height() // metrics.height(), 1))
    painter.drawText(room, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter, "\n".join(lines))


def _paint_on_end(painter: QPainter, room: QRect, title: str, metrics: QFontMetrics) -> None:
    lines = wrapped(title, metrics, room.height(), max(room.width() // metrics.height(), 1))
    painter.translate(room.left(), room.bottom())
    painter.rotate(-90)
    on_end = QRect(0, 0, room.height(), room.width())
    painter.drawText(on_end, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, "\n".join(lines))
