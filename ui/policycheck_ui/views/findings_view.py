"""The findings: a list to work through from the top, with everything needed to decide below it."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from policycheck.domain.documents import DocumentKind
from policycheck.domain.findings import Action, Decision, Finding, FindingKind, FindingStatus
from policycheck_ui.models.findings_filter import TO_DECIDE, Wanted, only
from policycheck_ui.models.findings_index import FindingsIndex
from policycheck_ui.models.findings_model import SAID_SOMETIMES, FindingsModel
from policycheck_ui.saved_views import SavedViews
from policycheck_ui.snapshot import Snapshot
from policycheck_ui.views.finding_detail import FindingDetail
from policycheck_ui.widgets.decision_bar import DecisionBar
from policycheck_ui.widgets.empty_notice import EmptyNotice
from policycheck_ui.widgets.filter_bar import FilterBar
from policycheck_ui.widgets.triage_progress import TriageProgress
from policycheck_ui.widgets.triage_table import TriageTable

LIST_ACTIONS = ("next_finding", "previous_finding", "list_keys")
_NOT_CHECKED = "No findings yet. Add sources and policies in the library, then choose Check."
_NONE_WANTED = "No finding matches the filter. Take a filter away, or choose the view “Everything”."
_WIDTHS = {0: 172, 1: 96, 3: 205, 4: 205, 5: 118, 6: 140, 7: 122, 8: 130, 9: 120}


class FindingsView(QWidget):
    """Filter, list, detail and decision on one page."""

    selection_changed = Signal()

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self._kinds: Mapping[str, DocumentKind] = {}
        self._decisions: dict[str, tuple[Decision, ...]] = {}
        self.model = FindingsModel()
        self.model.want(only())
        self.bar = FilterBar()
        self.bar.changed.connect(self.want)
        self.search = self.bar.search
        self.table = self._make_table()
        self.empty = EmptyNotice(self.table, _NOT_CHECKED)
        self.detail = FindingDetail()
        self.progress = TriageProgress()
        decisions = {action.value: actions[action.value] for action in Action} | {"assign": actions["assign"]}
        self.detail.decision_bar.set_actions(decisions)
        self.detail.read_button.setDefaultAction(actions["read_finding"])
        for action in [*decisions.values(), *(actions[name] for name in LIST_ACTIONS)]:
            self.table.addAction(action)  # so that their keys act while the list has the focus
        self._lay_out()

    @property
    def wanted(self) -> Wanted:
        """The filter in use."""
        return self.model.wanted

    def use_views(self, views: SavedViews) -> None:
        """Offer these filters by name."""
        self.bar.views = views
        self.bar.show_wanted(self.wanted, self.model.found)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the findings of a workspace, keeping the selection where it can be kept."""
        chosen = self.selected()
        self._kinds = snapshot.kinds
        self._decisions = dict(snapshot.decisions)
        self.model.set_findings(snapshot.found or FindingsIndex(snapshot.findings, kinds=snapshot.kinds))
        self._select(self.model.position(chosen.id) if chosen else None)
        self.progress.show_sensitivity(snapshot.sensitivity, snapshot.hidden)
        self._update_counts()

    @property
    def decision_bar(self) -> DecisionBar:
        return self.detail.decision_bar

    def show_changed(self, findings: Sequence[Finding], decisions: Sequence[Decision], *, step: bool) -> None:
        """Show findings after something was said of them; `step` goes on to the next one in the list."""
        rows = self.table.selected_rows()
        for decision in decisions:
            self._decisions[decision.finding] = (*self._decisions.get(decision.finding, ()), decision)
        self.model.replace(findings)
        stayed = self.model.position(findings[-1].id)
        if stayed is not None:
            self._select(stayed + step)
        else:
            self._select(rows[0] if rows else None)
        self._update_counts()

    def selected(self) -> Finding | None:
        """Return the finding shown in full."""
        rows = self.table.selected_rows()
        here = self.table.currentIndex().row()
        return self.model.row_at(here if here in rows else rows[0]) if rows else None

    def all_selected(self) -> list[Finding]:
        """Return every selected finding, in the order of the list."""
        found = (self.model.row_at(row) for row in self.table.selected_rows())
        return [finding for finding in found if finding is not None]

    def select(self, finding_id: str) -> None:
        """Select a finding, if the filter shows it."""
        position = self.model.position(finding_id)
        if position is not None:
            self.table.selectRow(position)

    def choose(
        self, *, kind: FindingKind | None = None, statuses: AbstractSet[FindingStatus] | None = TO_DECIDE
    ) -> None:
        """Show one kind of finding and select the first."""
        self.want(only(kind=kind, statuses=statuses))
        self._select(0)

    def want(self, wanted: Wanted) -> None:
        """Show only what is wanted, keeping the selection where it can be kept."""
        chosen = self.selected()
        self.model.want(wanted)
        self._select(self.model.position(chosen.id) if chosen else None)

    def step(self, by: int) -> None:
        """Go down or up the list."""
        self.table.step(by)

    def left_to_decide(self) -> int:
        """Return how many findings are open or lapsed."""
        return sum(finding.status in TO_DECIDE for finding in self.model.rows)

    def _make_table(self) -> TriageTable:
        table = TriageTable("Findings", self.model)
        table.set_widths(_WIDTHS, stretch=(2,))
        table.set_spare((3, 4, 5), letters=110)
        table.selectionModel().selectionChanged.connect(lambda *_: self._show_selected())
        self.model.changed.connect(self._show_filter)
        return table

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.empty)
        splitter.addWidget(self.detail)
        splitter.setSizes([320, 360])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self.bar)
        layout.addWidget(splitter, stretch=1)
        layout.addWidget(self.progress)

    def _select(self, row: int | None) -> None:
        """Select a row, the first or the last where there is no such row."""
        rows = self.model.rowCount()
        if rows:
            index = self.model.index(max(0, min(row or 0, rows - 1)), 0)
            how = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.table.selectionModel().setCurrentIndex(index, how)
        self._show_selected()

    def _show_selected(self) -> None:
        finding = self.selected()
        history: Sequence[Decision] = self._decisions.get(finding.id, ()) if finding else ()
        self.detail.show_finding(finding, kinds=self._kinds, decisions=history)
        self.detail.decision_bar.show_number(len(self.table.selected_rows()))
        self.selection_changed.emit()

    def _show_filter(self) -> None:
        shown, every = self.model.rowCount(), len(self.model.rows)
        self.bar.show_wanted(self.wanted, self.model.found)
        self.bar.count.setText(f"{shown:,} of {every:,} shown")
        self.empty.say(_NONE_WANTED if every else _NOT_CHECKED)

    def _update_counts(self) -> None:
        every = len(self.model.rows)
        for column, says in SAID_SOMETIMES.items():
            self.table.setColumnHidden(column, not any(says(finding) for finding in self.model.rows))
        self.decision_bar.known_names = tuple(sorted({f.assignee for f in self.model.rows if f.assignee}))
        self.progress.show_progress(every - self.left_to_decide(), every)
