"""The list of findings: several rows can be selected, and letters are for deciding, not for searching."""

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel
from PySide6.QtWidgets import QAbstractItemView

from policycheck_ui.widgets.table_view import TableView


class TriageTable(TableView):
    """Shift and Ctrl extend the selection as everywhere; typing never jumps about."""

    def __init__(self, name: str, model: QAbstractItemModel) -> None:
        super().__init__(name, model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        # To paint itself a header looks through every selected row, half a second for 100,000; it needs none.
        self.horizontalHeader().setSelectionModel(QItemSelectionModel(model, self))

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: a letter without a meaning must not move the selection."""

    def step(self, by: int) -> None:
        """Go down or up by some rows, as far as there are any."""
        last = self.model().rowCount() - 1
        if last >= 0:
            self.selectRow(max(0, min(last, self.currentIndex().row() + by)))

    def selected_rows(self) -> list[int]:
        """Return the numbers of the selected rows from the top; quick for whole lists too."""
        chosen = self.selectionModel().selection()
        parts = [chosen.at(number) for number in range(chosen.count())]
        return sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})
