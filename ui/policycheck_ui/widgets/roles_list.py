"""A list of roles to tick, with a field that finds one or adds another."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

ROLES_HELP = (
    "Tick every role your organisation fills. Duties on anybody else are then shown but not counted. "
    "With nothing ticked, every duty counts as yours."
)

_LEAST = 26  # pixels: lines far enough apart for a finger


class RolesList(QWidget):
    """The roles known to the program; those chosen stand first."""

    def __init__(self, known: Sequence[str], chosen: Sequence[str]) -> None:
        super().__init__()
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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.new_role)
        layout.addWidget(self.list)

    def roles(self) -> tuple[str, ...]:
        """Return the roles that are ticked."""
        return tuple(i.text() for i in self._items() if i.checkState() is Qt.CheckState.Checked)

    def is_typing(self, widget: QWidget | None) -> bool:
        """Say whether Enter belongs to the field, so that it must not close the dialog."""
        return widget is self.new_role

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _add(self, role: str, *, ticked: bool) -> None:
        item = QListWidgetItem(role)
        item.setSizeHint(QSize(0, max(self.fontMetrics().height() + 10, _LEAST)))
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
