"""The contradictions by topic: both clauses with the words that differ, and what was decided on them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from policycheck.domain.documents import DocumentKind
from policycheck.domain.findings import Action, Decision, Finding, FindingKind
from policycheck.domain.topics import by_topic
from policycheck_ui import words
from policycheck_ui.models.contradictions_model import ContradictionsModel
from policycheck_ui.models.findings_filter import TO_DECIDE
from policycheck_ui.snapshot import Snapshot
from policycheck_ui.views.finding_detail import FindingDetail
from policycheck_ui.widgets.decision_bar import DecisionBar
from policycheck_ui.widgets.empty_notice import EmptyNotice
from policycheck_ui.widgets.labels import label
from policycheck_ui.widgets.topic_tree import TopicTree

_NONE = (
    "No contradictions to show. Check first; what was decided is shown when “Only what is to decide” is off."
)
_DECISIONS = (Action.ACCEPT, Action.BOTH_RIGHT, Action.DISMISS, Action.DEFER, Action.RESOLVE, Action.REOPEN)
_LIST_ACTIONS = ("assign", "next_finding", "previous_finding", "list_keys")


class ContradictionsView(QWidget):
    """A tree of disagreements above the pair one is at; deciding on a topic decides on all its pairs."""

    selection_changed = Signal()

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self._kinds: Mapping[str, DocumentKind] = {}
        self._decisions: dict[str, tuple[Decision, ...]] = {}
        self._findings: dict[str, Finding] = {}
        self._is_due = False
        self.model = ContradictionsModel()
        self.table = TopicTree("Contradictions by topic", self.model)
        self.table.set_widths({1: 330, 2: 110, 3: 150}, stretch=0)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_selected())
        self.only_open = QCheckBox("&Only what is to decide")
        self.only_open.toggled.connect(lambda _: self._show_groups())
        self.count = label(muted=True)
        self.detail = FindingDetail()
        decisions = {action.value: actions[action.value] for action in _DECISIONS}
        self.detail.decision_bar.set_actions(decisions | {"assign": actions["assign"]})
        self.detail.read_button.setDefaultAction(actions["read_finding"])
        for action in [*decisions.values(), *(actions[name] for name in _LIST_ACTIONS)]:
            self.table.addAction(action)  # so that their keys act while the tree has the focus
        self._lay_out()

    @property
    def decision_bar(self) -> DecisionBar:
        return self.detail.decision_bar

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the contradictions of a workspace, keeping the selection where it can be kept."""
        self._kinds, self._decisions = snapshot.kinds, dict(snapshot.decisions)
        self._findings = {f.id: f for f in snapshot.findings if f.kind is FindingKind.CONFLICT}
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the tree only now that it is looked at: a large library has many branches."""
        super().showEvent(event)
        if self._is_due:
            self._refresh()

    def show_changed(self, findings: Sequence[Finding], decisions: Sequence[Decision], *, step: bool) -> None:
        """Show contradictions after something was said of them; `step` goes on to the next."""
        for decision in decisions:
            self._decisions[decision.finding] = (*self._decisions.get(decision.finding, ()), decision)
        ours = [finding for finding in findings if finding.id in self._findings]
        self._findings |= {finding.id: finding for finding in ours}
        if not ours or not self.isVisible():
            self._is_due = self._is_due or bool(ours)
            return
        following = self._following(ours[-1]) if step else ours[-1].id
        self.model.replace(ours)
        if self.only_open.isChecked():
            self._show_groups()
        self.select(following)
        self._show_selected()
        self._show_count()

    def selected(self) -> Finding | None:
        """Return the contradiction shown in full: that of the row, or the first of a topic."""
        chosen = self.model.findings_at(self.table.currentIndex())
        return chosen[0] if chosen and self.table.selectionModel().hasSelection() else None

    def all_selected(self) -> list[Finding]:
        """Return every selected contradiction; a topic stands for all of its own."""
        rows = self.table.selectionModel().selectedRows()
        found = {f.id: f for index in rows for f in self.model.findings_at(index)}
        return list(found.values())

    def select(self, finding_id: str) -> None:
        """Select a contradiction, if it is shown."""
        index = self.model.index_of(finding_id)
        if index.isValid():
            self.table.go_to(index)

    def left_to_decide(self) -> int:
        """Return how many contradictions are open or lapsed."""
        return sum(finding.status in TO_DECIDE for finding in self._findings.values())

    def step(self, by: int) -> None:
        """Go to the next pair or back."""
        self.table.step(by)

    def _refresh(self) -> None:
        self._is_due = not self.isVisible()
        if not self._is_due:
            self._show_groups()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.only_open)
        top.addStretch(1)
        top.addWidget(self.count)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(EmptyNotice(self.table, _NONE))
        splitter.addWidget(self.detail)
        splitter.setSizes([320, 360])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(splitter, stretch=1)

    def _show_groups(self) -> None:
        chosen = self.selected()
        shown = [
            f for f in self._findings.values() if not self.only_open.isChecked() or f.status in TO_DECIDE
        ]
        self.model.set_groups(by_topic(shown))
        self.table.expandAll()
        first = self.model.index(0, 0, self.model.index(0, 0))
        kept = self.model.index_of(chosen.id) if chosen else QModelIndex()
        if first.isValid():
            self.table.go_to(kept if kept.isValid() else first)
        self._show_selected()
        self._show_count()

    def _show_selected(self) -> None:
        finding = self.selected()
        history: Sequence[Decision] = self._decisions.get(finding.id, ()) if finding else ()
        self.detail.show_finding(finding, kinds=self._kinds, decisions=history)
        self.decision_bar.show_number(len(self.all_selected()))
        self.selection_changed.emit()

    def _show_count(self) -> None:
        every = len(self._findings)
        topics = words.count(len(self.model.groups), "disagreement")
        self.count.setText(
            f"{topics} · {every - self.left_to_decide():,} of {every:,} contradictions decided"
        )

    def _following(self, finding: Finding) -> str:
        """Return the contradiction shown after one, or before it where it is the last."""
        order = [one.id for group in self.model.groups for one in group.findings]
        if finding.id not in order:
            return finding.id
        here = order.index(finding.id)
        return (order[here + 1 :] or order[max(here - 1, 0) : here] or [finding.id])[0]
