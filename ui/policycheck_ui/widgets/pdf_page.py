"""A page of the original PDF file with a clause marked on it.

Each page is drawn by Qt's PDF library as a picture as wide as the pane. (`QPdfView` keeps the places of its pages to
itself, and a mark that is off by a margin is worse than none.)
"""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QScrollArea, QWidget

MARGIN = 12
READING_LINE = 0.3  # the marked words are brought to this part of the height


class _Sheet(QWidget):
    """One page, its marks outlined and tinted: seen without colour too."""

    def __init__(self, pdf: QPdfDocument) -> None:
        super().__init__()
        self._pdf = pdf
        self.page = 0
        self.marks: list[QPolygonF] = []
        self._picture: QImage | None = None

    def fit(self, width: int) -> None:
        """Draw the page as wide as there is room."""
        size = self._pdf.pagePointSize(self.page)
        if size.isEmpty() or width <= 0:
            return
        height = round(width * size.height() / size.width())
        scale = self.devicePixelRatioF()
        picture = self._pdf.render(self.page, QSize(round(width * scale), round(height * scale)))
        picture.setDevicePixelRatio(scale)
        self._picture = picture
        self.setFixedSize(width, height)
        self.update()

    def factor(self) -> float:
        """Return how many pixels one point of the page takes."""
        return self.width() / max(self._pdf.pagePointSize(self.page).width(), 1.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), Qt.GlobalColor.white)
        if self._picture is not None:
            painter.drawImage(0, 0, self._picture)
        tint = QColor("#ffd34d")  # paper is white in every theme
        tint.setAlpha(90)
        painter.scale(self.factor(), self.factor())
        for mark in self.marks:
            painter.fillRect(mark.boundingRect(), tint)
        if self.marks:
            painter.setPen(QPen(QColor("#8a5300"), 1.2))
            around = QRectF()
            for mark in self.marks:
                around = around.united(mark.boundingRect())
            painter.drawRect(around.adjusted(-4, -3, 4, 3))
        painter.end()


class PdfPage(QScrollArea):
    """Shows the page that a clause stands on; Page Up and Page Down turn the leaves."""

    page_changed = Signal(int, int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._pdf = QPdfDocument(self)
        self._path: Path | None = None
        self._where: tuple[int, int, int] = (0, 0, 0)  # page, first character on it, how many
        self.sheet = _Sheet(self._pdf)
        self.setWidget(self.sheet)

    def show_clause(self, path: Path, *, page: int, start: int, length: int) -> bool:
        """Show a page (counted from 1) with some characters of it marked; false where the file cannot be opened."""
        if path != self._path:
            if self._pdf.load(str(path)) is not QPdfDocument.Error.None_:
                self._path = None
                return False
            self._path = path
        self._where = (page - 1, start, length)
        self.turn_to(page - 1)
        return True

    def turn_to(self, page: int) -> None:
        """Show a page (counted from 0), where there is one."""
        if not 0 <= page < self._pdf.pageCount():
            return
        at, start, length = self._where
        self.sheet.page = page
        self.sheet.marks = self._pdf.getSelectionAtIndex(page, start, length).bounds() if page == at else []
        self.sheet.fit(self.viewport().width() - 2 * MARGIN)
        self.setAccessibleDescription(f"Page {page + 1} of {self._pdf.pageCount()}")
        self.page_changed.emit(page + 1, self._pdf.pageCount())
        self._go_to_marks()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turns = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        key = Qt.Key(event.key())
        if key in turns:
            self.turn_to(self.sheet.page + turns[key])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sheet.fit(self.viewport().width() - 2 * MARGIN)
        self._go_to_marks()

    def _go_to_marks(self) -> None:
        """Bring the marked words to the upper part of the view, or the head of the page where none are."""
        top = self.sheet.marks[0].boundingRect().top() * self.sheet.factor() if self.sheet.marks else 0.0
        self.verticalScrollBar().setValue(round(top - self.viewport().height() * READING_LINE))
