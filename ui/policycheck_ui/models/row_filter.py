"""A sorted and filtered face of a table, whose filter is one plain function over a row."""

from collections.abc import Callable
from typing import Generic

from PySide6.QtCore import QSortFilterProxyModel, Signal

from policycheck_ui.models.table import ROW_ROLE, SORT_ROLE, Index, Row, TableModel


class RowFilter(QSortFilterProxyModel, Generic[Row]):
    """Shows the rows that are admitted; until a heading is clicked they keep the model's order."""

    changed = Signal()

    def __init__(self, table: TableModel[Row]) -> None:
        super().__init__()
        self.table = table
        self._admits: Callable[[Row], bool] = lambda _: True
        self.setSortRole(SORT_ROLE)
        self.setSourceModel(table)

    def admit(self, admits: Callable[[Row], bool]) -> None:
        """Show only the rows for which the function is true."""
        self._admits = admits
        self.invalidate()
        self.changed.emit()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        return not source_parent.isValid() and self._admits(self.table.rows[source_row])

    def row_at(self, number: int) -> Row | None:
        """Return the row shown at a position."""
        row: Row | None = self.index(number, 0).data(ROW_ROLE)
        return row

    def position(self, key: str) -> int | None:
        """Return where the row with this key is shown, None where it is not."""
        source = self.table.position(key)
        if source is None:
            return None
        shown = self.mapFromSource(self.table.index(source, 0))
        return shown.row() if shown.isValid() else None
