"""A table model over a list of values, described column by column."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = Qt.ItemDataRole.UserRole
ROW_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, kw_only=True)  # without slots: a slotted generic cannot be made as Column[Row](...)
class Column(Generic[Row]):
    """One column: its heading and what it shows of a row; `sort` defaults to the text."""

    title: str
    text: Callable[[Row], str]
    icon: Callable[[Row], QIcon | None] | None = None
    tooltip: Callable[[Row], str] | None = None
    sort: Callable[[Row], Any] | None = None
    figures: bool = False  # set to the right, as numbers are
    editable: bool = False


class TableModel(QAbstractTableModel, Generic[Row]):
    """Shows rows through columns; `key` tells which row is which when a row is replaced."""

    def __init__(self, columns: Sequence[Column[Row]], *, key: Callable[[Row], str]) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._key = key
        self._rows: list[Row] = []

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def replace(self, row: Row) -> None:
        """Show a newer value of one row; a row that is not here is left alone."""
        number = self.position(self._key(row))
        if number is not None:
            self._rows[number] = row
            last = self.index(number, len(self._columns) - 1)
            self.dataChanged.emit(self.index(number, 0), last)

    def position(self, key: str) -> int | None:
        """Return the number of the row with this key."""
        return next((n for n, row in enumerate(self._rows) if self._key(row) == key), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self._columns[index.column()].editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        return cell(self._columns[index.column()], self._rows[index.row()], role)


def cell(column: Column[Row], row: Row, role: int) -> object:
    """Return what one cell says in one role, None where it has nothing to say."""
    says: dict[int, Callable[[], object]] = {
        Qt.ItemDataRole.DisplayRole: lambda: column.text(row),
        Qt.ItemDataRole.AccessibleTextRole: lambda: f"{column.title}: {column.text(row)}",
        Qt.ItemDataRole.DecorationRole: lambda: column.icon(row) if column.icon else None,
        Qt.ItemDataRole.ToolTipRole: lambda: (column.tooltip or column.text)(row),
        Qt.ItemDataRole.TextAlignmentRole: lambda: _alignment(column),
        SORT_ROLE: lambda: (column.sort or column.text)(row),
        ROW_ROLE: lambda: row,
    }
    return says[role]() if role in says else None


def _alignment(column: Column[Row]) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.figures else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
