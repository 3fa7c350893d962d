"""Where a person decides: five actions, a note, and who decides."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from policycheck_ui.widgets.labels import label

NOTE_LENGTH = 2000


class DecisionBar(QWidget):
    """The note and the decider's name, beside a button for each action."""

    decider_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.note = QLineEdit()
        self.note.setPlaceholderText("Why (kept with the decision)")
        self.note.setAccessibleName("Note")
        self.note.setMaxLength(NOTE_LENGTH)
        self.decider = QLineEdit()
        self.decider.setAccessibleName("Decided by")
        self.decider.setFixedWidth(150)
        self.decider.editingFinished.connect(lambda: self.decider_changed.emit(self.decider.text().strip()))
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        note_label, decider_label = label("&Note"), label("Decided &by")
        for caption, field in ((note_label, self.note), (decider_label, self.decider)):
            caption.setBuddy(field)
            caption.setTextFormat(Qt.TextFormat.AutoText)
            self._layout.addWidget(caption)
            self._layout.addWidget(field, stretch=1 if field is self.note else 0)
        self._layout.addSpacing(4)

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """Put a button for each action at the end of the bar, in the order given."""
        for action in actions.values():
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._layout.addWidget(button)

    def by(self) -> str:
        return self.decider.text().strip()

    def take_note(self) -> str:
        """Return the note and empty the field for the next one."""
        text = self.note.text().strip()
        self.note.clear()
        return text
