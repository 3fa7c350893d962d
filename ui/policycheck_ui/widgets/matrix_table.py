"""The table of the coverage matrix: cells one can walk by keyboard, headings that stay in place."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QTableView

from policycheck_ui.models.matrix_model import MatrixModel, Section
from policycheck_ui.widgets.labels import label
from policycheck_ui.widgets.matrix_cells import MatrixCells
from policycheck_ui.widgets.matrix_headings import ObligationHeadings, PolicyHeadings

_WIDEST = 21  # letters
_HEADING_SHARE = 0.42  # of the width, for the obligations
Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MatrixTable(QTableView):
    """Enter or a double click asks for the finding of a cell; on a section it opens or closes it."""

    wanted = Signal(int, int)
    moved = Signal()

    def __init__(self, model: MatrixModel) -> None:
        super().__init__()
        self._matrix = model
        self._cells = MatrixCells(model)
        self.setAccessibleName("Coverage matrix: obligations by policies")
        self.setModel(model)
        self.setItemDelegate(self._cells)
        self._policies = PolicyHeadings(model, self)
        self._obligations = ObligationHeadings(model, self)
        self.setHorizontalHeader(self._policies)
        self.setVerticalHeader(self._obligations)
        self._policies.setAccessibleName("Policies")
        self._obligations.setAccessibleName("Obligations")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self._corner = self._make_corner()
        self._obligations.sectionClicked.connect(self._click_heading)
        self.doubleClicked.connect(lambda index: self.act_on(index.row(), index.column()))
        model.modelReset.connect(self._fit)
        self._fit()

    def act_on(self, row: int, column: int) -> None:
        """Do what Enter does on a cell."""
        if isinstance(self._matrix.line(row), Section):
            self._fold(row, column)
        else:
            self.wanted.emit(row, column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        if event.key() in _ENTER and here.isValid():
            self.act_on(here.row(), here.column())
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.viewport().update()
        self.moved.emit()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        if hasattr(self, "_corner"):
            wide, tall = self._obligations.width(), self._policies.height()
            self._corner.setGeometry(self.frameWidth(), self.frameWidth(), wide, tall)
            self._corner.setVisible(tall > 0 and not self._obligations.isHidden())

    def _make_corner(self) -> QLabel:
        made = label("Obligation, its best verdict, and in how many policies it is covered", muted=True)
        made.setParent(self)
        made.setAutoFillBackground(True)
        made.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight)
        made.setContentsMargins(8, 0, 8, 8)
        made.setWordWrap(True)
        return made

    def _fit(self) -> None:
        """Give rows the height of the text, and columns the room there is for so many of them."""
        metrics, columns = self.fontMetrics(), self._matrix.columnCount()
        headings = max(round(self.width() * _HEADING_SHARE), self._obligations.totals_width() * 2)
        self._obligations.setFixedWidth(headings)
        self._obligations.setDefaultSectionSize(max(metrics.height() + 12, 28))
        narrowest = max(2 * metrics.height() + 4, metrics.horizontalAdvance("100%") + 6)
        room = self.viewport().width() or 1
        wide = min(
            max(room // columns if columns else narrowest, narrowest), _WIDEST * metrics.averageCharWidth()
        )
        self._policies.setDefaultSectionSize(wide)
        self._policies.setFixedHeight(self._policies.sizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(900, 480)

    def _click_heading(self, row: int) -> None:
        if isinstance(self._matrix.line(row), Section):
            self._fold(row, max(self.currentIndex().column(), 0))
        else:
            column = max(self.currentIndex().column(), 0)
            self.setCurrentIndex(self._matrix.index(row, column))

    def _fold(self, row: int, column: int) -> None:
        top = self.verticalScrollBar().value()
        self._matrix.toggle(row)
        self.verticalScrollBar().setValue(top)
        self.setCurrentIndex(self._matrix.index(row, column))

    def scroll_to_top(self) -> None:
        """Show the first rows and columns."""
        self.scrollToTop()
        self.horizontalScrollBar().setValue(0)

    def cell_at(self, where: QPoint) -> tuple[int, int]:
        """Return the row and column at a point of the viewport."""
        return self.rowAt(where.y()), self.columnAt(where.x())
