"""Records what a person says of findings, goes on to the next, and can undo it."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from policycheck.domain.findings import Action, Decision, Finding
from policycheck_ui import operations, words
from policycheck_ui.announce import announce
from policycheck_ui.errors import Level, Notice
from policycheck_ui.operations import Assigned, Decided, Operation
from policycheck_ui.runner import Runner
from policycheck_ui.undo import RecordedCommand, assignment_name, name_of
from policycheck_ui.widgets.assign_dialog import AssignDialog
from policycheck_ui.widgets.decision_bar import DecisionBar
from policycheck_ui.widgets.reason_dialog import ReasonDialog

NO_NAME = Notice(
    level=Level.WARNING,
    text="A decision needs the name of the person who makes it.",
    remedy="Fill in “Decided by”, then decide again.",
)
Made = Sequence[Decided]


class TriageView(Protocol):
    """A view in which findings are selected and decided."""

    @property
    def decision_bar(self) -> DecisionBar: ...

    def isVisible(self) -> bool: ...

    def selected(self) -> Finding | None: ...

    def all_selected(self) -> list[Finding]: ...

    def show_changed(self, findings: Sequence[Finding], decisions: Sequence[Decision], *, step: bool) -> None:
        """Show findings after something was said of them; `step` goes on to the next."""
        ...

    def left_to_decide(self) -> int: ...

    def step(self, by: int) -> None: ...


class Deciding(QObject):
    """Joins the views of findings, their decision bars, the worker and the undo stack."""

    decided = Signal()
    refused = Signal(object)

    def __init__(
        self, runner: Runner, views: Sequence[TriageView], undo_stack: QUndoStack, window: QWidget
    ) -> None:
        super().__init__(runner)
        self._runner = runner
        self._views = views
        self._undo_stack = undo_stack
        self._window = window

    def view(self) -> TriageView:
        """Return the view in which a person decides now."""
        return next((view for view in self._views if view.isVisible()), self._views[0])

    def decide(self, action: Action) -> None:
        """Record a decision on the selected findings and go on to the next; asks for a reason where one is due."""
        findings = self._deciding_on()
        if not findings:
            return
        note = self.view().decision_bar.take_note()
        if action.needs_reason and not note:
            dialog = ReasonDialog(action, len(findings), self._window)
            dialog.accepted.connect(lambda: self._decide(findings, action, dialog.reason()))
            _open(dialog)
        else:
            self._decide(findings, action, note)

    def ask_assignment(self) -> AssignDialog | None:
        """Ask who looks after the selected findings; returns the dialog, open."""
        findings = self._deciding_on()
        if not findings:
            return None
        dialog = AssignDialog(findings, self.view().decision_bar.known_names, self._window)
        dialog.accepted.connect(lambda: self.assign(findings, dialog.assignee(), dialog.due()))
        _open(dialog)
        return dialog

    def assign(self, findings: Sequence[Finding], assignee: str, due: date | None) -> None:
        """Say who looks after some findings and by when."""
        self._assign([(finding, assignee, due) for finding in findings], self._keep_assigned)

    def _deciding_on(self) -> list[Finding]:
        """Return the findings to decide on; none where it cannot be done now, with the reason said."""
        findings = self.view().all_selected()
        if not findings or self._runner.workspace is None or self._runner.is_busy:
            return []
        if not self._by():
            self.refused.emit(NO_NAME)
            self.view().decision_bar.decider.setFocus()
            return []
        return findings

    def _by(self) -> str:
        return self.view().decision_bar.by()

    def _decide(self, findings: Sequence[Finding], action: Action, note: str) -> None:
        if self._runner.workspace is not None:
            operation = operations.decide(self._runner.workspace, findings, action, by=self._by(), note=note)
            self._runner.run(operation, self._keep)

    def _keep(self, made: Made) -> None:
        workspace = self._runner.workspace
        if workspace is not None:
            command = RecordedCommand(
                name_of(made),
                restore=lambda: self._again(operations.restore(workspace, made, by=self._by())),
                repeat=lambda: self._again(operations.repeat(workspace, made, by=self._by())),
            )
            self._undo_stack.push(command)
        self._show(made, step=True)

    def _again(self, operation: Operation[tuple[Decided, ...]]) -> None:
        self._runner.run(
            operation, lambda made: self._show(made, step=False), otherwise=self._undo_stack.clear
        )

    def _show(self, made: Made, *, step: bool) -> None:
        self._show_in_views([item.after for item in made], [item.decision for item in made], step=step)
        left = words.count(self.view().left_to_decide(), "finding")
        many = f", {words.count(len(made), 'finding')}" if len(made) > 1 else ""
        done = words.ACTIONS_DONE[made[0].decision.action]
        announce(self._window, f"{done}{many}. {left} left to decide.")
        self.decided.emit()

    def _assign(
        self,
        wanted: Sequence[tuple[Finding, str, date | None]],
        then: Callable[[tuple[Assigned, ...]], object],
    ) -> None:
        if self._runner.workspace is not None:
            operation = operations.assign(self._runner.workspace, wanted, by=self._by())
            self._runner.run(operation, then, otherwise=self._undo_stack.clear)

    def _keep_assigned(self, made: Sequence[Assigned]) -> None:
        before = [(item.after, item.before.assignee, item.before.due) for item in made]
        after = [(item.before, item.after.assignee, item.after.due) for item in made]
        command = RecordedCommand(
            assignment_name([item.after for item in made]),
            restore=lambda: self._assign(before, self._show_assigned),
            repeat=lambda: self._assign(after, self._show_assigned),
        )
        self._undo_stack.push(command)
        self._show_assigned(made)

    def _show_assigned(self, made: Sequence[Assigned]) -> None:
        self._show_in_views([item.after for item in made], (), step=False)
        announce(self._window, words.assigned(made[0].after) or "Assigned to nobody")
        self.decided.emit()

    def _show_in_views(
        self, findings: Sequence[Finding], decisions: Sequence[Decision], *, step: bool
    ) -> None:
        here = self.view()
        for view in self._views:
            view.show_changed(findings, decisions, step=step and view is here)


def _open(dialog: AssignDialog | ReasonDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
