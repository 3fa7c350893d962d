"""Undo and redo of decisions: nothing is erased, the state before is recorded again."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from policycheck_ui import words
from policycheck_ui.operations import Decided


class DecisionCommand(QUndoCommand):
    """A decision already recorded; undoing and redoing it asks for new decisions."""

    def __init__(
        self, decided: Decided, *, restore: Callable[[Decided], None], repeat: Callable[[Decided], None]
    ) -> None:
        super().__init__(f"“{words.ACTIONS_DONE[decided.decision.action]}”")
        self._decided = decided
        self._restore = restore
        self._repeat = repeat
        self._is_new = True

    def undo(self) -> None:
        self._restore(self._decided)

    def redo(self) -> None:
        if self._is_new:  # the stack calls this when the command is pushed: it is done already
            self._is_new = False
            return
        self._repeat(self._decided)
