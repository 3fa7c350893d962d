"""The reader: a source and a policy side by side, at the obligation one is reading and the clauses that answer it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QShowEvent
from PySide6.QtWidgets import QCheckBox, QSplitter, QToolButton, QVBoxLayout, QWidget

from policycheck.domain.alignments import LIBRARY, Alignment, Verdict
from policycheck.domain.documents import Clause, Document
from policycheck.domain.findings import Finding, FindingKind, Quotation
from policycheck.domain.obligations import Obligation
from policycheck.domain.readings import why_unread
from policycheck_ui.announce import announce
from policycheck_ui.citing import quotation_cited, with_citation
from policycheck_ui.marking import Marked, marks_of
from policycheck_ui.models.coverage_model import TONES
from policycheck_ui.reader_source import ReaderSource, answering, where
from policycheck_ui.snapshot import Snapshot
from policycheck_ui.widgets.document_choice import DocumentChoice
from policycheck_ui.widgets.flow import Flow
from policycheck_ui.widgets.mark_legend import MarkLegend
from policycheck_ui.widgets.reading_card import ReadingCard
from policycheck_ui.widgets.reading_pane import ReadingPane

_HOLES = (Verdict.MISSING, Verdict.PARTIAL, Verdict.CONFLICT)


class ReaderView(QWidget):
    """Choosing an obligation goes to its evidence in the policy; choosing a clause there goes back."""

    def __init__(self) -> None:
        super().__init__()
        self._read = ReaderSource()
        self._workspace = Path()
        self._is_due = False
        self._duty: Obligation | None = None
        self.source_choice = DocumentChoice("Source to read")
        self.policy_choice = DocumentChoice("Policy to read beside it", first="Wherever the best answer is")
        self.holes_only = QCheckBox("&Uncovered clauses only")
        self.source = ReadingPane("Source")
        self.policy = ReadingPane("Policy")
        self.card = ReadingCard()
        self.table = self.source.clauses  # where the focus goes when the page is shown
        self.source_choice.chosen.connect(lambda _: self._show_source())
        self.policy_choice.chosen.connect(lambda _: self._show_verdicts())
        self.holes_only.toggled.connect(lambda _: self._show_source())
        self.source.clauses.clause_chosen.connect(self.choose_clause)
        self.policy.clauses.clause_chosen.connect(self._go_back_from)
        self._lay_out()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a workspace's documents, staying at the same clause where it is still there."""
        self._read, self._workspace = snapshot.reader, snapshot.path
        self._is_due = True
        if self.isVisible():
            self._show_documents()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the panes only now that they are looked at: a long law takes its time to write."""
        super().showEvent(event)
        if self._is_due:
            self._show_documents()

    def _show_documents(self) -> None:
        self._is_due = False
        here, clause = self.source_choice.path(), self.source.clauses.chosen
        self.source_choice.offer([*self._read.sources(), *self._read.policies()])
        self.policy_choice.offer(self._read.policies())
        self._show_source()
        if here and self.source_choice.path() == here and clause:
            self.choose_clause(clause)

    def go_to(self, document: str, clause: str) -> None:
        """Go to a clause of a source, or of a policy and back from there to what it answers."""
        known = self._read.documents.get(document)
        if known is None:
            return
        self.holes_only.setChecked(False)
        if known.kind.is_source:
            self.source_choice.choose(document)
            self.choose_clause(clause)
        else:
            self.policy_choice.choose(document)
            self._show_policy(document)
            self._go_back_from(clause)

    def go_to_finding(self, finding: Finding) -> None:
        """Show the clauses that a finding is about in their documents, a source on the left."""
        quoted = [q for q in (finding.a, finding.b) if q is not None and q.document in self._read.documents]
        quoted.sort(key=lambda one: not self._read.documents[one.document].kind.is_source)
        if not quoted:
            return
        self.policy_choice.choose("")
        self.holes_only.setChecked(False)
        self.source_choice.choose(quoted[0].document)
        self.choose_clause(quoted[0].clause)
        if finding.kind is FindingKind.CONFLICT and len(quoted) > 1:
            self._show_policy(quoted[1].document)
            self._show_clause_of_policy(quoted[1].clause)

    def choose_clause(self, clause: str) -> None:
        """Read a clause of the source: its first obligation, and the evidence for it."""
        duties = self._read.at(self.source_choice.path(), clause)
        if duties:
            self.choose_duty(duties[0])
        else:
            self._duty = None
            self.source.choose(clause)
            self.policy.choose("")
            self.card.show_reading(None, None, why=self._why_unread(clause))

    def choose_duty(self, duty: Obligation) -> None:
        """Read one obligation: mark its parts, and go to the clauses that answer it best."""
        self._duty = duty
        judged = self._read.judged(duty, self.policy_choice.path() or LIBRARY)
        self.source.choose(duty.clause, self._marks(duty))
        self._show_policy(where(judged, self.policy_choice.path()))
        self._show_evidence(judged)
        self.card.show_reading(duty, judged, ours=self._read.applies.get(duty.id))

    def step(self, by: int) -> None:
        """Go to the next obligation, or back; only those not covered where only these are shown."""
        shown = {place.clause.id for place in self.source.clauses.places}
        duties = [d for d in self._read.duties.get(self.source_choice.path(), ()) if d.clause in shown]
        if not duties:
            return
        here = duties.index(self._duty) if self._duty in duties else (-1 if by > 0 else 0)
        self.choose_duty(duties[(here + by) % len(duties)])

    def copy_with_citation(self) -> str:
        """Put the clause one is in, or the words selected in it, on the clipboard with its citation."""
        pane = self.policy if self.policy.isAncestorOf(self.focusWidget() or self) else self.source
        clause = pane.chosen()
        if clause is None or pane.document is None:
            return ""
        return self._copy(with_citation(pane.document, clause, pane.selected_words()))

    def copy_quotation(self, quoted: Quotation) -> str:
        """Put the words of a finding on the clipboard with their citation."""
        document = self._read.documents.get(quoted.document)
        return self._copy(quotation_cited(document, quoted.ref, quoted.text)) if document else ""

    def _copy(self, text: str) -> str:
        QGuiApplication.clipboard().setText(text)
        announce(self, f"Copied: {text}")
        return text

    def _lay_out(self) -> None:
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.addWidget(self.source)
        sides.addWidget(self.policy)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(sides)
        splitter.addWidget(self.card)
        splitter.setSizes([430, 200])
        for one in (sides, splitter):
            one.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(self._top())
        layout.addWidget(splitter, stretch=1)

    def _top(self) -> Flow:
        row = Flow()
        row.add(self.source_choice, stretch=True)
        row.add(self.policy_choice, stretch=True)
        row.addWidget(self._step_button("Previous", "Previous obligation", -1, "Alt+Up"))
        row.addWidget(self._step_button("Next", "Next obligation", 1, "Alt+Down"))
        row.addWidget(self.holes_only)
        row.addWidget(MarkLegend())
        return row

    def _step_button(self, text: str, name: str, by: int, key: str) -> QToolButton:
        action = QAction(text, self)
        action.setToolTip(f"{name} ({key})")
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _=False: self.step(by))
        self.addAction(action)
        button = QToolButton()
        button.setDefaultAction(action)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _show_source(self) -> None:
        source = self._read.documents.get(self.source_choice.path())
        holes = set(self._holes()) if self.holes_only.isChecked() else None
        self.source.show_document(source, workspace=self._workspace, only=holes)
        self.policy.show_document(None, workspace=self._workspace)
        self._duty = None
        self._show_verdicts()
        if source is not None:
            self.step(1)

    def _holes(self) -> list[str]:
        verdicts = self._read.verdicts(self.source_choice.path(), self.policy_choice.path() or LIBRARY)
        return [clause for clause, verdict in verdicts.items() if verdict in _HOLES]

    def _show_verdicts(self) -> None:
        verdicts = self._read.verdicts(self.source_choice.path(), self.policy_choice.path() or LIBRARY)
        self.source.clauses.show_stripes(verdicts)
        self.source.clauses.show_ticks([(c, TONES[v]) for c, v in verdicts.items() if v in _HOLES])
        if self._duty is not None:
            self.choose_duty(self._duty)

    def _show_policy(self, path: str) -> None:
        policy = self._read.documents.get(path)
        if policy is None or (self.policy.document is not None and self.policy.document.path == path):
            return
        self.policy.show_document(policy, workspace=self._workspace)
        answers = self._read.answers(path, self.source_choice.path())
        self.policy.clauses.show_stripes({clause: ones[0][1].verdict for clause, ones in answers.items()})

    def _show_evidence(self, judged: Alignment | None) -> None:
        here = self.policy.document.path if self.policy.document else ""
        evidence = [item for item in answering(judged) if item.document == here] if judged else []
        if judged is None or not evidence:
            self.policy.choose("", aside="No clause here comes close to it.")
            self.policy.clauses.show_ticks([])
            return
        is_missing = judged.verdict is Verdict.MISSING
        aside = "The closest clause, which does not answer it." if is_missing else ""
        marks = (
            []
            if is_missing
            else [m for e in evidence for d in self._read.at(here, e.clause) for m in self._marks(d)]
        )
        self.policy.choose(evidence[0].clause, marks, aside=aside)
        self.policy.clauses.show_ticks([(item.clause, TONES[judged.verdict]) for item in evidence])

    def _marks(self, duty: Obligation) -> list[Marked]:
        document = self._read.documents[duty.document]
        return marks_of(duty, [(c.id, c.text) for c in _family(document, duty.clause)])

    def _go_back_from(self, clause: str) -> None:
        """Go from a clause of the policy to the obligation of the source that it answers best."""
        policy = self.policy.document
        if policy is None:
            return
        answered = self._read.answers(policy.path, self.source_choice.path()).get(clause, [])
        if answered:
            duty, judged = answered[0]
            self._duty = duty
            self.source.choose(duty.clause, self._marks(duty))
            self.card.show_reading(duty, judged, ours=self._read.applies.get(duty.id))
        self._show_clause_of_policy(clause, [duty.ref for duty, _ in answered])

    def _show_clause_of_policy(self, clause: str, answered: Sequence[str] = ()) -> None:
        policy = self.policy.document
        if policy is None:
            return
        others = f"Answers {', '.join(answered)}" if answered else "Answers nothing here"
        marks = [m for d in self._read.at(policy.path, clause) for m in self._marks(d)]
        self.policy.choose(clause, marks, aside=f"{others}.")

    def _why_unread(self, clause: str) -> str:
        document = self._read.documents.get(self.source_choice.path())
        by_id = {one.id: one for one in document.clauses} if document else {}
        read = {duty.clause for duty in self._read.duties.get(self.source_choice.path(), ())}
        return why_unread(by_id[clause], by_id, read) if clause in by_id else ""


def _family(document: Document, clause: str) -> list[Clause]:
    """Return a clause, those whose list it belongs to, and the items of its list: where its sentence stands."""
    by_id = {one.id: one for one in document.clauses}
    own = by_id.get(clause)
    above: list[Clause] = []
    one = own
    while one is not None and one.parent in by_id and one.parent not in {c.id for c in above}:
        one = by_id[one.parent]
        above.append(one)
    below = [c for c in document.clauses if c.parent == clause]
    return [*([own] if own else []), *above, *below]
