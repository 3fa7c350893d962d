"""The library: every document with what part it plays and how well it was read."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from policycheck.domain.documents import DocumentKind
from policycheck_ui import words
from policycheck_ui.models.documents_model import KIND_COLUMN, DocumentRow, DocumentsModel
from policycheck_ui.models.import_results_model import ImportResultsModel
from policycheck_ui.models.row_filter import RowFilter
from policycheck_ui.snapshot import Snapshot
from policycheck_ui.theme.typography import Type
from policycheck_ui.widgets.empty_notice import EmptyNotice
from policycheck_ui.widgets.kind_delegate import KindDelegate
from policycheck_ui.widgets.labels import label
from policycheck_ui.widgets.table_view import TableView

if TYPE_CHECKING:
    from policycheck.workspace import ImportResult

_EMPTY = "Drop files or folders here, or choose Add documents.\nStart with the law, then add your policies."


class LibraryView(QWidget):
    """The table of documents, and below it what became of the last import."""

    kind_chosen = Signal(str, object)
    selection_changed = Signal()

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self._actions = actions
        self.model = DocumentsModel()
        self.model.kind_chosen.connect(self.kind_chosen)
        self.filter = RowFilter(self.model)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Filter by title or file")
        self.search.setAccessibleName("Filter the documents")
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(320)
        self.search.textChanged.connect(self._narrow)
        self.totals = label(muted=True)
        self.table = self._make_table()
        self.results = _ResultsPanel()
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(EmptyNotice(self.table, _EMPTY))
        splitter.addWidget(self.results)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 1)
        top = QHBoxLayout()
        top.addWidget(self.search)
        top.addStretch(1)
        top.addWidget(self.totals)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(splitter, stretch=1)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the documents of a workspace, keeping the selection."""
        chosen = self.selected()
        self.model.set_rows(snapshot.documents)
        self.totals.setText(_totals(snapshot.documents))
        position = self.filter.position(chosen.path) if chosen else None
        if position is not None:
            self.table.selectRow(position)
        self.selection_changed.emit()

    def show_results(self, results: "Sequence[ImportResult]") -> None:
        """Show what became of each file of an import, the failed ones first."""
        self.results.show_results(results)

    def selected(self) -> DocumentRow | None:
        """Return the selected document."""
        rows = self.table.selectionModel().selectedRows()
        return self.filter.row_at(rows[0].row()) if rows else None

    def _make_table(self) -> TableView:
        table = TableView("Documents", self.filter)
        table.set_widths({0: 480, 1: 170, 2: 172, 3: 90, 4: 110}, stretch=(5,))
        table.setItemDelegateForColumn(KIND_COLUMN, KindDelegate(table))
        trigger = QAbstractItemView.EditTrigger
        table.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._open_menu)
        table.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit())
        return table

    def context_menu(self) -> QMenu:
        """Return the menu of the selected document: another kind, or out of the workspace."""
        menu = QMenu(self)
        row = self.selected()
        kinds = menu.addMenu("Treat as")
        for kind, word in words.DOCUMENT_KINDS.items():
            choice = kinds.addAction(word)
            choice.setCheckable(True)
            choice.setChecked(row is not None and row.kind is kind)
            choice.triggered.connect(lambda _checked=False, kind=kind: self._choose_kind(kind))
        menu.addAction(self._actions["remove"])
        return menu

    def _open_menu(self, where: QPoint) -> None:
        if self.selected() is not None and self._actions["remove"].isEnabled():
            self.context_menu().popup(self.table.viewport().mapToGlobal(where))

    def _choose_kind(self, kind: DocumentKind) -> None:
        row = self.selected()
        if row is not None and row.kind is not kind:
            self.kind_chosen.emit(row.path, kind)

    def _narrow(self, text: str) -> None:
        wanted = text.casefold().split()
        self.filter.admit(lambda row: all(word in f"{row.title} {row.path}".casefold() for word in wanted))


class _ResultsPanel(QFrame):
    """What became of each file of the last import; hidden until there was one."""

    def __init__(self) -> None:
        super().__init__()
        self.model = ImportResultsModel()
        self.title = label("Last import", Type.STRONG)
        self.table = TableView("Last import", self.model, sortable=False)
        self.table.set_widths({0: 340, 1: 172}, stretch=(2,))
        hide = QPushButton("Hide")
        hide.setAccessibleName("Hide the last import")
        hide.clicked.connect(self.hide)
        top = QHBoxLayout()
        top.addWidget(self.title, stretch=1)
        top.addWidget(hide)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.table)
        self.hide()

    def show_results(self, results: "Sequence[ImportResult]") -> None:
        """Show the files, those that need attention first."""
        self.model.set_rows(sorted(results, key=lambda result: not result.message))
        self.show()


def _totals(rows: Sequence[DocumentRow]) -> str:
    sources = sum(row.kind.is_source for row in rows)
    parts = [
        words.count(sources, "source"),
        words.count(len(rows) - sources, "policy", "policies"),
        words.count(sum(row.clauses for row in rows), "clause"),
        words.count(sum(row.obligations for row in rows if row.kind.is_source), "obligation"),
    ]
    return " · ".join(parts)
