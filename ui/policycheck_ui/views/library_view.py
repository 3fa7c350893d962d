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
from policycheck.domain.scopes import PairScope
from policycheck_ui import words
from policycheck_ui.models.documents_model import KIND_COLUMN, WARNINGS_COLUMN, DocumentRow, DocumentsModel
from policycheck_ui.models.import_results_model import ImportResultsModel
from policycheck_ui.models.row_filter import RowFilter
from policycheck_ui.snapshot import Snapshot
from policycheck_ui.theme.typography import Type
from policycheck_ui.widgets.choice_delegate import ChoiceDelegate
from policycheck_ui.widgets.document_properties import DocumentProperties
from policycheck_ui.widgets.empty_notice import EmptyNotice
from policycheck_ui.widgets.first_steps import FirstSteps
from policycheck_ui.widgets.flow import Flow
from policycheck_ui.widgets.labels import label
from policycheck_ui.widgets.table_view import TableView, letter_width
from policycheck_ui.widgets.turning_splitter import TurningSplitter, is_wide

if TYPE_CHECKING:
    from policycheck.workspace import ImportResult

_NONE_WANTED = "No document matches the filter."


class LibraryView(QWidget):
    """The table of documents, and below it what became of the last import."""

    kind_chosen = Signal(str, object)
    scope_chosen = Signal(str, str, object)
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
        self.search.setMinimumWidth(self.fontMetrics().averageCharWidth() * 36)
        self.search.textChanged.connect(self._narrow)
        self.totals = label(muted=True)
        self.totals.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.table = self._make_table()
        self.results = _ResultsPanel()
        self.properties = DocumentProperties()
        self.properties.kind_chosen.connect(self.kind_chosen)
        self.properties.scope_chosen.connect(self.scope_chosen)
        self._titles: dict[str, str] = {}
        self._scopes: tuple[PairScope, ...] = ()
        left = QSplitter(Qt.Orientation.Vertical)
        left.setChildrenCollapsible(False)
        self.steps = FirstSteps(actions)
        self.empty = EmptyNotice(self.table, "", instead=self.steps)
        left.addWidget(self.empty)
        left.addWidget(self.results)
        left.setStretchFactor(0, 3)
        left.setStretchFactor(1, 1)
        splitter = TurningSplitter(
            left, self.properties, shares=(56, 44), side_shares=(66, 34), beside=is_wide
        )
        top = Flow(12)
        top.add(self.search)
        top.add(self.totals, stretch=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(splitter, stretch=1)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the documents of a workspace, keeping the selection."""
        chosen = self.selected()
        self._titles = {row.path: row.title for row in snapshot.documents}
        self._scopes = snapshot.scopes
        self.model.set_rows(snapshot.documents)
        self.table.setColumnHidden(WARNINGS_COLUMN, not any(row.warnings for row in snapshot.documents))
        self._say_what_is_missing(snapshot)
        self.totals.setText(_totals(snapshot.documents))
        position = self.filter.position(chosen.path) if chosen else None
        if position is not None:
            self.table.selectRow(position)
        self._show_selected()

    def show_results(self, results: "Sequence[ImportResult]") -> None:
        """Show what became of each file of an import, the failed ones first."""
        self.results.show_results(results)

    def select(self, path: str) -> None:
        """Select a document, if the filter shows it."""
        position = self.filter.position(path)
        if position is not None:
            self.table.selectRow(position)

    def selected(self) -> DocumentRow | None:
        """Return the selected document."""
        rows = self.table.selectionModel().selectedRows()
        return self.filter.row_at(rows[0].row()) if rows else None

    def _make_table(self) -> TableView:
        table = TableView("Documents", self.filter)
        letter = letter_width(self)
        letters = {1: 21, 2: 15, 3: 11, 4: 14, 5: 15, WARNINGS_COLUMN: 24}
        table.set_widths({column: count * letter for column, count in letters.items()}, stretch=(0,))
        kinds = {kind.value: word for kind, word in words.DOCUMENT_KINDS.items()}
        table.setItemDelegateForColumn(
            KIND_COLUMN, ChoiceDelegate("Kind of document", lambda _: kinds, table)
        )
        trigger = QAbstractItemView.EditTrigger
        table.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._open_menu)
        table.selectionModel().selectionChanged.connect(lambda *_: self._show_selected())
        return table

    def _show_selected(self) -> None:
        self.properties.show_document(self.selected(), scopes=self._scopes, titles=self._titles)
        self.selection_changed.emit()

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

    def _say_what_is_missing(self, snapshot: Snapshot) -> None:
        self.steps.show_done({"roles"} if snapshot.roles else set())
        if snapshot.documents:
            self.empty.say(_NONE_WANTED)
        else:
            self.empty.show_instead()
        for widget in (self.search, self.totals, self.properties):
            widget.setVisible(bool(snapshot.documents))

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
