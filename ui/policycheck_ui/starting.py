"""How one begins: a new workspace with its first answers, a workspace that has moved, the list of recent ones."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from policycheck_ui import choices, operations
from policycheck_ui.importing import Importing
from policycheck_ui.preferences import Preferences
from policycheck_ui.runner import Runner
from policycheck_ui.snapshot import Snapshot
from policycheck_ui.widgets.new_workspace_dialog import NewWorkspaceDialog


class Starting(QObject):
    """Joins the start page, the dialog for a new workspace and the worker."""

    opened = Signal(object)  # a path to open
    made = Signal(object)  # a workspace, new and open
    recent_changed = Signal()

    def __init__(
        self, window: QWidget, runner: Runner, preferences: Preferences, importing: Importing
    ) -> None:
        super().__init__(window)
        self._window, self._runner, self._preferences = window, runner, preferences
        self._importing = importing
        self._roles: list[str] = []
        runner.refreshed.connect(self._learn)
        self.dialog: NewWorkspaceDialog | None = None

    def new(self) -> None:
        """Ask for a new workspace; the roles to choose from are read on the worker where nobody has yet."""
        if self._roles:
            self._ask(self._roles)
        else:
            self._runner.run(operations.known_roles(), self._ask)

    def locate(self, gone: Path) -> None:
        """Ask where a workspace is now that is not where it was, and open it there."""
        path = choices.ask_workspace(self._window, gone.name)
        if path is not None:
            self._preferences.forget(gone)
            self.opened.emit(path)

    def forget(self, path: Path) -> None:
        """Take a workspace off the list; the file stays."""
        self._preferences.forget(path)
        self.recent_changed.emit()

    def _learn(self, snapshot: Snapshot) -> None:
        self._roles = list(snapshot.known_roles)

    def _ask(self, roles: list[str]) -> None:
        folder = choices.documents_folder()
        dialog = NewWorkspaceDialog(roles, choices.free_name(folder), self._window)
        dialog.accepted.connect(lambda: self._make(dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._close)
        self.dialog = dialog
        dialog.open()

    def _close(self) -> None:
        self.dialog = None

    def _make(self, dialog: NewWorkspaceDialog) -> None:
        path = dialog.path()
        if path is not None:
            self._importing.keep(dialog.folders())
            self._runner.run(operations.create_workspace(path, roles=dialog.roles.roles()), self.made.emit)
