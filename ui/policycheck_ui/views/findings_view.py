"""The findings: a list to work through from the top, with everything needed to decide below it."""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from policycheck.domain.alignments import Severity
from policycheck.domain.documents import DocumentKind
from policycheck.domain.findings import Action, Decision, Finding, FindingKind, FindingStatus
from policycheck_ui import words
from policycheck_ui.models.findings_filter import TO_DECIDE, Wanted
from policycheck_ui.models.findings_model import NOTE_COLUMN, FindingsModel
from policycheck_ui.models.row_filter import RowFilter
from policycheck_ui.snapshot import Snapshot
from policycheck_ui.views.finding_detail import FindingDetail
from policycheck_ui.widgets.choice import Choice
from policycheck_ui.widgets.empty_notice import EmptyNotice
from policycheck_ui.widgets.labels import label
from policycheck_ui.widgets.table_view import TableView

_NOT_CHECKED = "No findings yet. Add sources and policies in the library, then choose Check."
_NONE_WANTED = "No finding matches the filter. Choose “All statuses” to see those already decided."
_KINDS: dict[str, FindingKind | None] = {
    "Gaps and contradictions": None,
    "Gaps": FindingKind.GAP,
    "Contradictions": FindingKind.CONFLICT,
}
_SEVERITIES: dict[str, Severity | None] = {
    "All severities": None,
    **{f"{word} severity": value for value, word in words.SEVERITIES.items()},
}
_STATUSES: dict[str, AbstractSet[FindingStatus] | None] = {
    "To decide": TO_DECIDE,
    "All statuses": None,
    **{word: frozenset({status}) for status, word in words.STATUSES.items()},
}


class FindingsView(QWidget):
    """Filter, list, detail and decision on one page."""

    selection_changed = Signal()

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self._kinds: Mapping[str, DocumentKind] = {}
        self._told: Mapping[str, tuple[str, str]] = {}
        self._decisions: dict[str, tuple[Decision, ...]] = {}
        self.wanted = Wanted(statuses=TO_DECIDE)
        self.model = FindingsModel()
        self.filter = RowFilter(self.model)
        self.filter.admit(self.wanted.admits)
        self.table = self._make_table()
        self.empty = EmptyNotice(self.table, _NOT_CHECKED)
        self.detail = FindingDetail()
        decisions = {action.value: actions[action.value] for action in Action}
        self.detail.decision_bar.set_actions(decisions)
        for action in decisions.values():  # so that their keys act while the list has the focus
            self.table.addAction(action)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.empty)
        splitter.addWidget(self.detail)
        splitter.setSizes([340, 340])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(self._make_filter_row())
        layout.addWidget(splitter, stretch=1)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the findings of a workspace, keeping the selection where it can be kept."""
        chosen = self.selected()
        self._kinds, self._told = snapshot.kinds, snapshot.told
        self._decisions = dict(snapshot.decisions)
        self.model.set_rows(snapshot.findings)
        has_notes = any(finding.warnings for finding in snapshot.findings)
        self.table.setColumnHidden(NOTE_COLUMN, not has_notes)
        self._select(self.filter.position(chosen.id) if chosen else None)
        self._update_counts()

    def show_decided(self, finding: Finding, decision: Decision, *, step: bool) -> None:
        """Show a finding after a decision; `step` goes on to the next one in the list."""
        here = self.table.currentIndex().row()
        self._decisions[finding.id] = (*self._decisions.get(finding.id, ()), decision)
        self.model.replace(finding)
        position = self.filter.position(finding.id)
        if not step:
            self._select(position)
        else:
            self._select(here if position is None else position + 1)
        self._show_selected()
        self._update_counts()

    def selected(self) -> Finding | None:
        """Return the selected finding."""
        rows = self.table.selectionModel().selectedRows()
        return self.filter.row_at(rows[0].row()) if rows else None

    def select(self, finding_id: str) -> None:
        """Select a finding, if the filter shows it."""
        position = self.filter.position(finding_id)
        if position is not None:
            self.table.selectRow(position)

    def choose(
        self, *, kind: FindingKind | None = None, statuses: AbstractSet[FindingStatus] | None = TO_DECIDE
    ) -> None:
        """Show one kind of finding and select the first."""
        self.kind.choose(kind)
        self.status.choose(statuses)
        self._select(0)

    def left_to_decide(self) -> int:
        """Return how many findings are open or lapsed."""
        return sum(finding.status in TO_DECIDE for finding in self.model.rows)

    def _make_table(self) -> TableView:
        table = TableView("Findings", self.filter)
        table.set_widths({0: 172, 1: 96, 3: 205, 4: 205, 5: 118, 6: 112, 7: 122}, stretch=(2,))
        table.selectionModel().selectionChanged.connect(lambda *_: self._show_selected())
        return table

    def _make_filter_row(self) -> QHBoxLayout:
        self.search = QLineEdit()
        self.search.setPlaceholderText("Filter by any words")
        self.search.setAccessibleName("Filter the findings")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda text: self._want(lambda wanted: replace(wanted, text=text)))
        self.kind = Choice("Kind", _KINDS)
        self.kind.chosen.connect(lambda kind: self._want(lambda wanted: replace(wanted, kind=kind)))
        self.severity = Choice("Severity", _SEVERITIES)
        self.severity.chosen.connect(
            lambda severity: self._want(lambda wanted: replace(wanted, severity=severity))
        )
        self.status = Choice("Status", _STATUSES)
        self.status.chosen.connect(
            lambda statuses: self._want(lambda wanted: replace(wanted, statuses=statuses))
        )
        self.count = label(muted=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.search, stretch=1)
        for widget in (self.kind, self.severity, self.status, self.count):
            row.addWidget(widget)
        return row

    def _want(self, change: Callable[[Wanted], Wanted]) -> None:
        chosen = self.selected()
        self.wanted = change(self.wanted)
        self.filter.admit(self.wanted.admits)
        self._select(self.filter.position(chosen.id) if chosen else None)
        self._update_counts()

    def _select(self, position: int | None) -> None:
        """Select a row, the first or the last where there is no such row."""
        rows = self.filter.rowCount()
        if rows:
            self.table.selectRow(min(position or 0, rows - 1))
        self._show_selected()

    def _show_selected(self) -> None:
        finding = self.selected()
        history: Sequence[Decision] = self._decisions.get(finding.id, ()) if finding else ()
        told = self._told.get(finding.id, ("", "")) if finding else ("", "")
        self.detail.show_finding(finding, kinds=self._kinds, decisions=history, told=told)
        self.selection_changed.emit()

    def _update_counts(self) -> None:
        shown, every = self.filter.rowCount(), len(self.model.rows)
        self.count.setText(f"{shown:,} of {every:,} shown")
        self.empty.say(_NONE_WANTED if every else _NOT_CHECKED)
