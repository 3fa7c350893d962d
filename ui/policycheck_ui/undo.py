"""Undo and redo of decisions: nothing is erased, the state before is recorded again."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QUndoCommand

from policycheck_ui import words
from policycheck_ui.operations import Decided

Made = Sequence[Decided]


class DecisionCommand(QUndoCommand):
    """Decisions already recorded, on one finding or many; undoing and redoing asks for new decisions."""

    def __init__(
        self, made: Made, *, restore: Callable[[Made], None], repeat: Callable[[Made], None]
    ) -> None:
        super().__init__(name_of(made))
        self._made = made
        self._restore = restore
        self._repeat = repeat
        self._is_new = True

    def undo(self) -> None:
        self._restore(self._made)

    def redo(self) -> None:
        if self._is_new:  # the stack calls this when the command is pushed: it is done already
            self._is_new = False
            return
        self._repeat(self._made)


def name_of(made: Made) -> str:
    """Return the words for the Undo menu: "“Accepted” on 5 findings"."""
    done = f"“{words.ACTIONS_DONE[made[0].decision.action]}”"
    if len(made) == 1:
        return f"{done} on {words.short_place(made[0].after.a)}"
    return f"{done} on {words.count(len(made), 'finding')}"
