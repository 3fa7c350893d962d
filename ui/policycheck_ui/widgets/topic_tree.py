"""The tree of disagreements: letters decide, never search; J and K go from pair to pair."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractItemModel, QEvent, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from policycheck_ui.theme.typography import scaled


class TopicTree(QTreeView):
    """All branches open; several rows can be selected."""

    def __init__(self, name: str, model: QAbstractItemModel) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setTabKeyNavigation(False)
        self.setExpandsOnDoubleClick(False)  # a double click reads the pair in context
        self.header().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def set_widths(self, widths: Mapping[int, int], *, stretch: int) -> None:
        """Give columns their widths in pixels at normal text; one takes the rest."""
        self._widths = dict(widths)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
        self._scale()

    def changeEvent(self, event: QEvent) -> None:
        """Let columns grow and shrink with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._scale()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scale()

    def _scale(self) -> None:
        for column, width in getattr(
            self, "_widths", {}
        ).items():  # Qt changes the font before they are given
            self.setColumnWidth(column, min(scaled(width), max(self.width() // 4, width // 2)))

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: a letter without a meaning must not move the selection."""

    def step(self, by: int) -> None:
        """Go to the next pair, or back, over the headings of topics."""
        move = self.indexBelow if by > 0 else self.indexAbove
        index = move(self.currentIndex())
        while index.isValid() and not index.parent().isValid():
            index = move(index)
        if index.isValid():
            self.go_to(index)

    def go_to(self, index: QModelIndex) -> None:
        """Select one row."""
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index.siblingAtColumn(0), how)
