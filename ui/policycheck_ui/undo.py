"""Undo and redo of what people said: nothing is erased, the state before is recorded again."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QUndoCommand

from policycheck.domain.findings import Finding
from policycheck_ui import words
from policycheck_ui.operations import Decided


class RecordedCommand(QUndoCommand):
    """Something already recorded, on one finding or many; undoing and redoing asks for new records."""

    def __init__(self, text: str, *, restore: Callable[[], object], repeat: Callable[[], object]) -> None:
        super().__init__(text)
        self._restore = restore
        self._repeat = repeat
        self._is_new = True

    def undo(self) -> None:
        self._restore()

    def redo(self) -> None:
        if self._is_new:  # the stack calls this when the command is pushed: it is done already
            self._is_new = False
            return
        self._repeat()


def name_of(made: Sequence[Decided]) -> str:
    """Return the words for the Undo menu: "“Accepted” on 5 findings"."""
    return _on(words.ACTIONS_DONE[made[0].decision.action], [item.after for item in made])


def assignment_name(findings: Sequence[Finding]) -> str:
    """Return the words for the Undo menu: "“Assigned to Ann” on 4.2 · Complaints policy"."""
    return _on(words.assigned(findings[0]) or "Assigned to nobody", findings)


def _on(done: str, findings: Sequence[Finding]) -> str:
    if len(findings) == 1:
        return f"“{done}” on {words.short_place(findings[0].a)}"
    return f"“{done}” on {words.count(len(findings), 'finding')}"
