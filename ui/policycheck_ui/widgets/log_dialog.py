"""The log to look at, and to take words out of, before it is copied or saved; nothing is sent from here."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QPlainTextEdit, QVBoxLayout, QWidget

from policycheck_ui.theme.typography import Type, scaled
from policycheck_ui.widgets.labels import label

_HELP = (
    "What the program noted down, oldest first. It holds no text of your documents, but it may name files. Take out "
    "here what nobody else should see: only what you leave is copied or saved."
)
_EMPTY = "Nothing has been noted down."


class LogDialog(QDialog):
    """The log as text that can be changed; the file itself stays as it is."""

    save_wanted = Signal(object, str)
    empty_wanted = Signal()

    def __init__(self, versions: str, log: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("The log")
        self.resize(min(scaled(760), 1240), min(scaled(560), 800))
        self.text = QPlainTextEdit(f"{versions}\n\n{log or _EMPTY}")
        self.text.setAccessibleName("The log")
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        kind, role = QDialogButtonBox.StandardButton, QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox(kind.Close)
        buttons.rejected.connect(self.reject)
        for words, act in (("Save as…", self.choose), ("Copy", self.copy), ("Empty the log", self.empty)):
            button = buttons.addButton(words, role.ActionRole)
            button.clicked.connect(act)
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        layout.addWidget(label("The log", Type.HEADING))
        layout.addWidget(label(_HELP, muted=True, wrap=True))
        layout.addWidget(self.text, stretch=1)
        layout.addWidget(buttons)

    def choose(self) -> None:
        """Ask where a copy goes."""
        name, _ = QFileDialog.getSaveFileName(self, "Save the log", "policycheck-log.txt", "Text (*.txt)")
        if name:
            self.save_wanted.emit(Path(name), self.text.toPlainText())

    def copy(self) -> None:
        """Copy what is left of the log."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    def empty(self) -> None:
        """Throw the log away."""
        self.text.setPlainText(_EMPTY)
        self.empty_wanted.emit()
