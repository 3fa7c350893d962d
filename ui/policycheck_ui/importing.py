"""Documents into a workspace: look at the files, ask once, read them, say what became of each."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from policycheck_ui import choices, operations
from policycheck_ui.errors import Level, Notice
from policycheck_ui.runner import Runner
from policycheck_ui.widgets.import_dialog import ImportDialog

if TYPE_CHECKING:
    from policycheck.workspace import ImportResult, Incoming, Workspace

_NO_WORKSPACE = Notice(
    level=Level.WARNING,
    text="There is no workspace to put these documents in yet.",
    remedy="Choose New workspace or Open workspace: they are added to it then.",
)
_NOTHING = Notice(
    level=Level.WARNING,
    text="There was nothing to read.",
    remedy="Choose files, or a folder that holds documents.",
)


class Importing(QObject):
    """Joins the file dialogs, the worker and the dialog that shows what is about to be added."""

    read = Signal(object)  # what became of each file
    refused = Signal(object)  # a notice

    def __init__(self, window: QWidget, runner: Runner) -> None:
        super().__init__(window)
        self._window, self._runner = window, runner
        self._waiting: list[Path] = []
        self.dialog: ImportDialog | None = None

    def choose_files(self) -> None:
        """Ask for files, then look at them."""
        self.look_at(choices.ask_files(self._window))

    def choose_folder(self) -> None:
        """Ask for a folder, then look at what is in it."""
        self.look_at(choices.ask_folder(self._window))

    def look_at(self, paths: Sequence[Path]) -> None:
        """Look at files and folders and ask what to do with them; without a workspace they wait for one."""
        workspace = self._runner.workspace
        if not paths:
            return
        if workspace is None:
            self.keep(paths)
            self.refused.emit(_NO_WORKSPACE)
            return
        self._runner.run(operations.look_at(workspace, paths), lambda found: self._ask(workspace, *found))

    def keep(self, paths: Sequence[Path]) -> None:
        """Keep files and folders for the workspace that is opened next."""
        self._waiting = list(paths)

    def go_on(self) -> None:
        """Look at the files that waited for a workspace."""
        waiting, self._waiting = self._waiting, []
        self.look_at(waiting)

    def _ask(self, workspace: "Workspace", files: list["Incoming"], titles: dict[str, str]) -> None:
        if not files:
            self.refused.emit(_NOTHING)
            return
        dialog = ImportDialog(files, titles, self._window)
        dialog.accepted.connect(lambda: self._take_in(workspace, dialog.files()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        dialog.open()

    def _forget(self) -> None:
        self.dialog = None

    def _take_in(self, workspace: "Workspace", files: list["Incoming"]) -> None:
        if self._runner.workspace is workspace:
            self._runner.run(operations.take_in(workspace, files), self._say)

    def _say(self, results: "list[ImportResult]") -> None:
        self.read.emit(results)
