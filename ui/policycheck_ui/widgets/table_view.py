"""A table as every view shows it: whole rows, calm lines, keys for all."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QAbstractItemModel, QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from policycheck_ui.theme.typography import scaled

ROW_HEIGHT, LOWEST_ROW = 32, 24


def letter_width(widget: QWidget) -> int:
    """Return the width of a letter at normal size, for widths that are scaled afterwards."""
    return widget.fontMetrics().averageCharWidth() * 100 // scaled(100)


class TableView(QTableView):
    """One selection of whole rows; Tab leaves the table; headings sort it."""

    def __init__(self, name: str, model: QAbstractItemModel, *, sortable: bool = True) -> None:
        super().__init__()
        self._spare: tuple[int, ...] = ()
        self._letters = 0
        self._scale = scaled(100)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setMinimumSectionSize(LOWEST_ROW)  # Qt's own would follow the font too late
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(scaled(70))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if sortable:
            self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
            self.setSortingEnabled(True)

    def set_spare(self, columns: Collection[int], *, letters: int) -> None:
        """Hide some columns while the table is narrower than so many letters: what they say stands elsewhere too."""
        self._spare, self._letters = tuple(columns), letters

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < self._letters * self.fontMetrics().averageCharWidth()
        for column in self._spare:
            self.setColumnHidden(column, is_narrow)

    def set_widths(self, widths: Mapping[int, int], *, stretch: tuple[int, ...]) -> None:
        """Give columns their widths in pixels; the stretched ones share the rest."""
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in widths.items():
            self.setColumnWidth(column, scaled(width))
        for column in stretch:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def changeEvent(self, event: QEvent) -> None:
        """Let rows and columns grow and shrink with the text."""
        super().changeEvent(event)
        now = scaled(100)
        if event.type() != QEvent.Type.FontChange or now == getattr(self, "_scale", now):
            return
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))
        header = self.horizontalHeader()
        header.setMinimumSectionSize(scaled(70))
        for column in range(header.count()):
            if header.sectionResizeMode(column) is QHeaderView.ResizeMode.Interactive:
                self.setColumnWidth(column, self.columnWidth(column) * now // self._scale)
        self._scale = now
