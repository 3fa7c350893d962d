"""The keys of the list of findings: to look up, to change, and to switch off."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QKeySequenceEdit,
    QVBoxLayout,
    QWidget,
)

from policycheck_ui.list_keys import DEFAULTS, SPECS, ListKeys, clashes
from policycheck_ui.theme.typography import Type
from policycheck_ui.widgets.labels import label

_HELP = (
    "These keys act only while the list of findings has the focus. Click a key, or go to it with Tab, and press "
    "another to change it. Shift with the arrow keys selects several findings; a decision then holds for all of them."
)
_ALWAYS = (("Ctrl+Z", "Undo the last decision"), ("Ctrl+Shift+Z", "Do it again"), ("Ctrl+F", "Filter"))


class KeysDialog(QDialog):
    """A row for each action with its key; saved only where no key stands for two things."""

    def __init__(self, keys: ListKeys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys of the list")
        self.setMinimumWidth(760)
        self._keys = keys
        self.edits = {name: _edit(name, key) for name, key in keys.keys().items()}
        self.is_on = QCheckBox("&Single keys decide")
        self.is_on.setChecked(keys.is_on)
        self.clash = label(step=Type.STRONG, wrap=True)
        rows = QGridLayout()
        rows.setHorizontalSpacing(16)
        rows.setColumnStretch(2, 1)
        for number, (name, edit) in enumerate(self.edits.items()):
            edit.keySequenceChanged.connect(lambda _: self._look_for_clashes())
            rows.addWidget(edit, number, 0)
            rows.addWidget(label(_plain(SPECS[name].text), Type.STRONG), number, 1)
            rows.addWidget(label(SPECS[name].tooltip, muted=True, wrap=True), number, 2)
        for number, (key, what) in enumerate(_ALWAYS, start=len(self.edits)):
            rows.addWidget(label(key), number, 0)
            rows.addWidget(label(what, muted=True), number, 1, 1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        layout.addWidget(label("Keys of the list", Type.HEADING))
        layout.addWidget(label(_HELP, muted=True, wrap=True))
        layout.addLayout(rows)
        layout.addWidget(self.is_on)
        layout.addWidget(self.clash)
        layout.addWidget(self._make_buttons())
        self._look_for_clashes()

    def accept(self) -> None:
        """Use the keys as they stand."""
        if not clashes(self._wanted()):
            self._keys.change(self._wanted(), is_on=self.is_on.isChecked())
            super().accept()

    def restore(self) -> None:
        """Show the keys that the program came with."""
        for name, edit in self.edits.items():
            edit.setKeySequence(QKeySequence(DEFAULTS[name]))

    def _make_buttons(self) -> QDialogButtonBox:
        kind = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kind.Ok | kind.Cancel | kind.RestoreDefaults)
        self.buttons.button(kind.Ok).setText("Save")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.buttons.button(kind.RestoreDefaults).clicked.connect(self.restore)
        return self.buttons

    def _wanted(self) -> dict[str, str]:
        return {name: edit.keySequence().toString() for name, edit in self.edits.items()}

    def _look_for_clashes(self) -> None:
        twice = sorted(clashes(self._wanted()))
        self.clash.setText(
            f"{', '.join(twice)} stands for two things. Give each its own key." if twice else ""
        )
        self.clash.setVisible(bool(twice))
        if hasattr(self, "buttons"):
            self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not twice)


def _edit(name: str, key: str) -> QKeySequenceEdit:
    edit = QKeySequenceEdit(QKeySequence(key))
    edit.setMaximumSequenceLength(1)
    edit.setClearButtonEnabled(True)
    edit.setAccessibleName(f"Key for {_plain(SPECS[name].text)}")
    edit.setFixedWidth(120)
    edit.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return edit


def _plain(text: str) -> str:
    return text.replace("&", "").rstrip("…")
