"""Who we are: the roles this organisation fills, ticked in a list."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from policycheck_ui.theme.typography import Type, scaled
from policycheck_ui.widgets.labels import label
from policycheck_ui.widgets.roles_list import ROLES_HELP, RolesList

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RolesDialog(QDialog):
    """A list of the roles found in the sources; more can be typed."""

    def __init__(self, known: Sequence[str], chosen: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Who we are")
        self.resize(scaled(460), min(scaled(520), 800))
        self.choice = RolesList(known, chosen)
        self.new_role, self.list = self.choice.new_role, self.choice.list
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText("Save")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        layout.addWidget(label("Who we are", Type.HEADING))
        layout.addWidget(label(ROLES_HELP, muted=True, wrap=True))
        for widget in (self.choice, buttons):
            layout.addWidget(widget)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter in the field add a role without closing the dialog."""
        if not (event.key() in ENTER and self.choice.is_typing(self.focusWidget())):
            super().keyPressEvent(event)

    def roles(self) -> tuple[str, ...]:
        """Return the roles that are ticked."""
        return self.choice.roles()
