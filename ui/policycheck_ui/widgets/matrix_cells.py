"""Paints the cells of the coverage matrix: a ground and a mark for each verdict, figures for a section."""

from functools import cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from policycheck.domain.alignments import Verdict
from policycheck_ui.models.coverage_model import TONES, VERDICT_ICONS
from policycheck_ui.models.matrix import CODES, OUTSIDE, verdict_of
from policycheck_ui.models.matrix_model import MatrixModel, Section, Tally
from policycheck_ui.theme.appearance import tones
from policycheck_ui.theme.icons import icon
from policycheck_ui.theme.tones import Tones

_MARK = 16
_TINT = 0.22  # how much of the verdict's colour is in its ground
Index = QModelIndex | QPersistentModelIndex


class MatrixCells(QStyledItemDelegate):
    """Draws from pictures made once for each verdict and size: a page of cells in a few milliseconds."""

    def __init__(self, model: MatrixModel) -> None:
        super().__init__()
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        row, column = index.row(), index.column()
        code = self._model.code(row, column)
        if code is None:
            self._paint_section(painter, rect, row, column)
        else:
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(rect.topLeft(), _picture(code, rect.width(), rect.height(), ratio, tones()))
        state = option.state
        if state & (QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected):
            _frame(painter, rect, has_focus=bool(state & QStyle.StateFlag.State_HasFocus))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(_MARK + 12, _MARK + 10)

    def _paint_section(self, painter: QPainter, rect: QRect, row: int, column: int) -> None:
        section = self._model.line(row)
        assert isinstance(section, Section)  # noqa: S101 - a line without a code is a section
        tally = self._model.section_tally(section, column)
        colours = tones()
        painter.fillRect(rect, section_ground(section.level))
        if tally.total:
            bar = rect.adjusted(3, rect.height() - 6, -3, -2)
            paint_shares(painter, bar, tally)
            painter.setPen(QColor(colours.text))
            text = figure(tally, painter.fontMetrics(), rect.width() - 2)
            painter.drawText(rect.adjusted(0, 0, 0, -4), Qt.AlignmentFlag.AlignCenter, text)


def section_ground(level: int) -> QColor:
    """Return the ground of a section's row."""
    colours = tones()
    return blend(colours.line, colours.window, 0.7 if level == 0 else 0.25)


def verdict_ground(verdict: Verdict) -> QColor:
    """Return the ground of a verdict's cell; a conflict stands out by a full one."""
    colours = tones()
    share = 1.0 if verdict is Verdict.CONFLICT else _TINT
    return blend(getattr(colours, TONES[verdict]), colours.surface, share)


def paint_shares(painter: QPainter, rect: QRect, tally: Tally) -> None:
    """Draw a bar divided by verdict; the words beside it or its tooltip say the same."""
    colours, left = tones(), rect.left()
    for verdict in Verdict:
        number = tally.verdicts[verdict]
        if not number:
            continue
        right = rect.left() + round(rect.width() * (_before(tally, verdict) + number) / tally.total)
        piece = QRect(left, rect.top(), max(right - left, 1), rect.height())
        colour = QColor(getattr(colours, TONES[verdict]))
        painter.fillRect(piece, blend(colour.name(), colours.surface, 0.5) if _is_paler(verdict) else colour)
        left = right


def figure(tally: Tally, metrics: QFontMetrics, width: int) -> str:
    """Return "3/7", the share covered where there is no room for both figures, "" for nothing in scope."""
    if not tally.total:
        return ""
    both = f"{tally.covered}/{tally.total}"
    fits = metrics.horizontalAdvance(both) <= width
    return both if fits else f"{tally.covered * 100 // tally.total}%"


def blend(colour: str, ground: str, share: float) -> QColor:
    """Return a mixture of two colours."""
    over, under = QColor(colour), QColor(ground)
    mixed = (
        round(o * share + u * (1 - share))
        for o, u in zip(over.toTuple()[:3], under.toTuple()[:3], strict=True)  # type: ignore[index]
    )
    return QColor(*mixed)


def _before(tally: Tally, verdict: Verdict) -> int:
    number = 0
    for one in Verdict:
        if one is verdict:
            return number
        number += tally.verdicts[one]
    return number


def _is_paler(verdict: Verdict) -> bool:
    return verdict is Verdict.MISSING  # beside a conflict of the same colour


def _frame(painter: QPainter, rect: QRect, *, has_focus: bool) -> None:
    colours = tones()
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(QColor(colours.text if has_focus else colours.edge), 3 if has_focus else 2)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.drawRect(rect.adjusted(1, 1, -2, -2))
    painter.restore()


@cache
def _picture(code: int, width: int, height: int, ratio: float, colours: Tones) -> QPixmap:
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(colours.surface))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    verdict = verdict_of(code)
    if verdict is None:
        painter.setPen(QPen(QColor(colours.line), 2))
        painter.drawPoint(width // 2, height // 2)
    else:
        in_scope = code < OUTSIDE
        if in_scope:
            painter.fillRect(QRect(1, 1, width - 2, height - 2), verdict_ground(verdict))
        tone = TONES[verdict] if in_scope else "edge"
        if in_scope and code == CODES[Verdict.CONFLICT]:
            tone = "surface"
        mark = icon(VERDICT_ICONS[verdict], tone).pixmap(QSize(_MARK, _MARK), ratio)
        painter.drawPixmap((width - _MARK) // 2, (height - _MARK) // 2, mark)
    painter.end()
    return picture
