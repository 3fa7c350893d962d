"""Records what a person decides on findings, goes on to the next, and can undo."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from policycheck.domain.findings import Action
from policycheck_ui import operations, words
from policycheck_ui.announce import announce
from policycheck_ui.errors import Level, Notice
from policycheck_ui.operations import Decided, Operation
from policycheck_ui.runner import Runner
from policycheck_ui.undo import DecisionCommand, Made
from policycheck_ui.views.findings_view import FindingsView

NO_NAME = Notice(
    level=Level.WARNING,
    text="A decision needs the name of the person who makes it.",
    remedy="Fill in “Decided by”, then decide again.",
)


class Deciding(QObject):
    """Joins the list of findings, the decision bar, the worker and the undo stack."""

    decided = Signal()
    refused = Signal(object)

    def __init__(self, runner: Runner, findings: FindingsView, undo_stack: QUndoStack) -> None:
        super().__init__(runner)
        self._runner = runner
        self._findings = findings
        self._bar = findings.detail.decision_bar
        self._undo_stack = undo_stack

    def decide(self, action: Action) -> None:
        """Record a decision on the selected findings and go on to the next."""
        findings, workspace = self._findings.all_selected(), self._runner.workspace
        if not findings or workspace is None or self._runner.is_busy:
            return
        if not self._bar.by():
            self.refused.emit(NO_NAME)
            self._bar.decider.setFocus()
            return
        note = self._bar.take_note()
        self._runner.run(
            operations.decide(workspace, findings, action, by=self._bar.by(), note=note), self._keep
        )

    def _keep(self, made: Made) -> None:
        self._undo_stack.push(DecisionCommand(made, restore=self._restore, repeat=self._repeat))
        self._show(made, step=True)

    def _restore(self, made: Made) -> None:
        if self._runner.workspace is not None:
            self._run_again(operations.restore(self._runner.workspace, made, by=self._bar.by()))

    def _repeat(self, made: Made) -> None:
        if self._runner.workspace is not None:
            self._run_again(operations.repeat(self._runner.workspace, made, by=self._bar.by()))

    def _run_again(self, operation: Operation[tuple[Decided, ...]]) -> None:
        self._runner.run(
            operation, lambda made: self._show(made, step=False), otherwise=self._undo_stack.clear
        )

    def _show(self, made: Made, *, step: bool) -> None:
        self._findings.show_decided(made, step=step)
        left = words.count(self._findings.left_to_decide(), "finding")
        many = f", {words.count(len(made), 'finding')}" if len(made) > 1 else ""
        done = words.ACTIONS_DONE[made[0].decision.action]
        announce(self._findings, f"{done}{many}. {left} left to decide.")
        self.decided.emit()
