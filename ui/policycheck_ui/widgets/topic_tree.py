"""The tree of disagreements: letters decide, never search; J and K go from pair to pair."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView


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
        """Give columns their widths in pixels; one takes the rest."""
        self.header().setStretchLastSection(False)
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self.header().setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)

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
