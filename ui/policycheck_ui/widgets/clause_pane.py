"""A document to read: its clauses in order, the one chosen, the marked parts, and what answers it in the margin."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextLine,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from policycheck.domain.alignments import Verdict
from policycheck.domain.documents import Document
from policycheck_ui.marking import Mark, Marked
from policycheck_ui.theme.appearance import tones
from policycheck_ui.widgets.clause_text import ClausePlace, write_clauses
from policycheck_ui.widgets.mark_legend import ground_of, paint_line
from policycheck_ui.widgets.marked_scroll_bar import MarkedScrollBar
from policycheck_ui.widgets.stripe_gutter import WIDTH, StripeGutter

MARGIN = 8
_READING_LINE = 0.25  # the chosen clause is brought to this part of the height, so that its context shows


class ClausePane(QTextBrowser):
    """Moving the caret into a clause, by key or mouse, chooses it and says so through `clause_chosen`."""

    clause_chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.chosen = ""
        self.places: list[ClausePlace] = []
        self._by_id: dict[str, ClausePlace] = {}
        self._by_block: dict[int, ClausePlace] = {}
        self._marked: tuple[Marked, ...] = ()
        self._ticks: list[tuple[str, str]] = []
        self._is_moving = False
        self.bar = MarkedScrollBar()
        self.setVerticalScrollBar(self.bar)
        self.gutter = StripeGutter(self, self._choose_by_hand)
        self.setViewportMargins(WIDTH, 0, 0, 0)
        self.cursorPositionChanged.connect(self._follow_caret)

    def show_document(self, document: Document, *, only: Collection[str] | None = None) -> None:
        """Show a document's clauses, or only some of them."""
        self._is_moving = True
        text = QTextDocument(self)  # filled before it is shown: Qt then lays out only what is seen
        text.setDefaultFont(self.font())
        text.setDocumentMargin(MARGIN)
        self.places = write_clauses(text, document, only=only)
        self.setDocument(text)  # the one before belonged to the pane, and goes
        self._by_id = {place.clause.id: place for place in self.places}
        self._by_block = {place.block: place for place in self.places}
        self.chosen, self._marked = "", ()
        self.setExtraSelections([])
        self._is_moving = False
        self._show_ticks()

    def show_stripes(self, stripes: Mapping[str, Verdict]) -> None:
        """Show a verdict beside each of these clauses."""
        self.gutter.stripes = stripes
        self.gutter.update()

    def show_ticks(self, ticks: Sequence[tuple[str, str]]) -> None:
        """Show a tick in the scroll bar for each clause, in a colour of the theme."""
        self._ticks = list(ticks)
        self._show_ticks()

    def choose(self, clause: str, marked: Sequence[Marked] = ()) -> bool:
        """Go to a clause and mark its parts; false where it is not shown."""
        place = self._by_id.get(clause)
        self.chosen = clause if place else ""
        self._marked = tuple(marked)
        self._paint_marks()
        self.gutter.update()
        if place is not None:
            self._bring_into_view(place)
        return place is not None

    def marked_words(self, mark: Mark) -> list[str]:
        """Return the words that carry a mark."""
        text = self.document().toRawText()
        spans = [self._span(item) for item in self._marked if item.mark is mark]
        return [text[span[0] : span[1]] for span in spans if span]

    def visible_places(self) -> Iterator[tuple[ClausePlace, QRectF]]:
        """Yield the clauses that can be seen, each with where it is in the pane."""
        layout, document = self.document().documentLayout(), self.document()
        top = self.verticalScrollBar().value()
        height = self.viewport().height()
        first = self.cursorForPosition(QPoint(0, 0)).blockNumber()
        for place in self.places[bisect_left(self.places, first, key=lambda place: place.block) :]:
            rect = layout.blockBoundingRect(document.findBlockByNumber(place.block)).translated(0, -top)
            if rect.top() > height:
                return
            if rect.bottom() >= 0:
                yield place, rect

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()
        self.gutter.setGeometry(QRect(inside.left(), inside.top(), WIDTH, inside.height()))
        self._show_ticks()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint_band()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for item in self._marked:
            for around in self._rects_of(item):
                paint_line(painter, around, item.mark)
        painter.end()
        self.gutter.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "gutter"):
            self._paint_marks()
            self.gutter.update()

    def _choose_by_hand(self, clause: str) -> None:
        if clause != self.chosen:
            self.clause_chosen.emit(clause)

    def _follow_caret(self) -> None:
        place = self._by_block.get(self.textCursor().blockNumber())
        if not self._is_moving and place is not None:
            self._choose_by_hand(place.clause.id)

    def _bring_into_view(self, place: ClausePlace) -> None:
        self._is_moving = True
        if self.textCursor().blockNumber() != place.block:
            cursor = QTextCursor(self.document())
            cursor.setPosition(place.start)
            self.setTextCursor(cursor)
        block = self.document().findBlockByNumber(place.block)
        rect = self.document().documentLayout().blockBoundingRect(block)
        view = self.viewport().height()
        top = rect.top() - self.verticalScrollBar().value()
        if top < 0 or top + min(rect.height(), view) > view:
            self.verticalScrollBar().setValue(int(rect.top() - view * _READING_LINE))
        self._is_moving = False

    def _paint_marks(self) -> None:
        looks = (self._look_of(item) for item in self._marked)
        self.setExtraSelections([look for look in looks if look is not None])
        self.viewport().update()

    def _paint_band(self) -> None:
        """Lie under the whole of the chosen clause, as the stripe in the margin does."""
        painter = QPainter(self.viewport())
        for place, around in self.visible_places():
            if place.clause.id == self.chosen:
                wide = QRectF(0, around.top(), self.viewport().width(), around.height())
                painter.fillRect(wide, QColor(tones().here))
        painter.end()

    def _look_of(self, item: Marked) -> QTextEdit.ExtraSelection | None:
        span = self._span(item)
        if span is None:
            return None
        look = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(span[0])
        cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
        look.cursor = cursor
        look.format.setBackground(ground_of(item.mark))
        return look

    def _span(self, item: Marked) -> tuple[int, int] | None:
        place = self._by_id.get(item.clause)
        return (place.start + item.start, place.start + item.end) if place else None

    def _rects_of(self, item: Marked) -> Iterator[QRectF]:
        """Yield where the words of a mark are in the viewport, one rectangle for each line they stand on."""
        place, span = self._by_id.get(item.clause), self._span(item)
        if place is None or span is None:
            return
        block = self.document().findBlockByNumber(place.block)
        origin = self.document().documentLayout().blockBoundingRect(block).topLeft()
        origin -= QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first = max(span[0] - block.position(), line.textStart())
            last = min(span[1] - block.position(), line.textStart() + line.textLength())
            if first < last:
                left, right = _x(line, first), _x(line, last)
                yield QRectF(left, line.y(), right - left, line.ascent() + line.descent()).translated(origin)

    def _show_ticks(self) -> None:
        """Show where clauses stand by their share of the words: asking for lines would lay out the whole text."""
        length = max(self.document().characterCount(), 1)
        placed = ((self._by_id.get(clause), tone) for clause, tone in self._ticks)
        self.bar.show_marks([(place.start / length, tone) for place, tone in placed if place is not None])


def _x(line: QTextLine, position: int) -> float:
    """Return where a character stands in its line; Qt answers with the character as well."""
    answer = cast("tuple[float, int]", line.cursorToX(position))
    return answer[0]
