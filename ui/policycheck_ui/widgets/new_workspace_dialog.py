"""A new workspace: where it is kept, who we are, and where the law and the policies lie."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from policycheck_ui import choices
from policycheck_ui.theme.typography import Type
from policycheck_ui.widgets.labels import label
from policycheck_ui.widgets.path_field import PathField
from policycheck_ui.widgets.roles_dialog import ENTER
from policycheck_ui.widgets.roles_list import ROLES_HELP, RolesList


class NewWorkspaceDialog(QDialog):
    """Only the first answer is needed; the others can be given later."""

    def __init__(self, known_roles: Sequence[str], suggested: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("New workspace")
        metrics = self.fontMetrics()
        self.resize(min(metrics.averageCharWidth() * 96, 1240), min(metrics.height() * 36, 780))
        self.place = PathField("Workspace file", "", lambda: choices.ask_new_workspace(self))
        self.place.set_path(suggested)
        self.place.changed.connect(self._judge)
        self.sources = PathField(
            "Folder of the law", "Acts, regulations, guidance, standards; can wait", self._folder
        )
        self.policies = PathField("Folder of the policies", "Your own documents; can wait", self._folder)
        self.roles = RolesList(known_roles, ())
        self.problem = label(wrap=True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText("Make it")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setVerticalSpacing(8)
        form.addRow("&Workspace file", self.place)
        form.addRow("The &law lies in", self.sources)
        form.addRow("Our &policies lie in", self.policies)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        layout.addWidget(label("New workspace", Type.HEADING))
        layout.addLayout(form)
        layout.addWidget(label("Who we are", Type.STRONG))
        layout.addWidget(label(ROLES_HELP, muted=True, wrap=True))
        for widget in (self.roles, self.problem, self.buttons):
            layout.addWidget(widget)
        self._judge()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter in the field of roles add one without closing the dialog."""
        if not (event.key() in ENTER and self.roles.is_typing(self.focusWidget())):
            super().keyPressEvent(event)

    def path(self) -> Path | None:
        """Return where the workspace goes, with its ending."""
        path = self.place.path()
        if path is None or path.suffix or not path.name:
            return path
        return path.with_suffix(choices.SUFFIX)

    def folders(self) -> list[Path]:
        """Return the folders named, the law first."""
        return [path for field in (self.sources, self.policies) if (path := field.path()) is not None]

    def _judge(self) -> None:
        said = _problem(self.path())
        self.problem.setText(said)
        self.problem.setVisible(bool(said))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not said)

    def _folder(self) -> Path | None:
        return next(iter(choices.ask_folder(self)), None)


def _problem(path: Path | None) -> str:
    """Say why no workspace can be made there, "" where one can."""
    if path is None or not path.name:  # "/" has no name
        return "Say where the workspace is kept."
    if path.exists():
        return f"{path.name} exists already: choose another name, or open it."
    return "" if path.parent.is_dir() else f"There is no folder {path.parent}."
