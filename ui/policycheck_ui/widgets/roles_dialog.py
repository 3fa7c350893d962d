"""Who we are: the roles this organisation fills, ticked in a list."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from policycheck_ui.theme.typography import Type, scaled
from policycheck_ui.widgets.labels import label

_HELP = (
    "Tick every role your organisation fills. Duties on anybody else are then shown but not counted. "
    "With nothing ticked, every duty counts as yours."
)


class RolesDialog(QDialog):
    """A list of the roles found in the sources; more can be typed."""

    def __init__(self, known: Sequence[str], chosen: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Who we are")
        self.resize(scaled(460), min(scaled(520), 800))
        self.new_role = QLineEdit()
        self.new_role.setPlaceholderText("Find a role, or type another and press Enter")
        self.new_role.setAccessibleName("Find or add a role")
        self.new_role.textChanged.connect(self._narrow)
        self.new_role.returnPressed.connect(self._add_typed)
        self.list = QListWidget()
        self.list.setAccessibleName("Roles")
        others = sorted((role for role in known if role not in chosen), key=str.casefold)
        for role in [*chosen, *others]:
            self._add(role, ticked=role in chosen)
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
        layout.addWidget(label(_HELP, muted=True, wrap=True))
        for widget in (self.new_role, self.list, buttons):
            layout.addWidget(widget)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter in the field add a role without closing the dialog."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (enter and self.focusWidget() is self.new_role):
            super().keyPressEvent(event)

    def roles(self) -> tuple[str, ...]:
        """Return the roles that are ticked."""
        return tuple(i.text() for i in self._items() if i.checkState() is Qt.CheckState.Checked)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _add(self, role: str, *, ticked: bool) -> None:
        item = QListWidgetItem(role)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.list.addItem(item)

    def _add_typed(self) -> None:
        role = self.new_role.text().strip()
        if not role:
            return
        same = [item for item in self._items() if item.text().casefold() == role.casefold()]
        if same:
            same[0].setCheckState(Qt.CheckState.Checked)
        else:
            self._add(role, ticked=True)
        self.new_role.clear()

    def _narrow(self, text: str) -> None:
        for item in self._items():
            item.setHidden(text.strip().casefold() not in item.text().casefold())
