"""Where a person decides: a note, who decides, and a button for each decision."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from policycheck_ui import words
from policycheck_ui.theme.typography import Type
from policycheck_ui.widgets.flow import Flow
from policycheck_ui.widgets.labels import label

NOTE_LENGTH = 2000


class DecisionBar(QWidget):
    """The note and the decider's name, above a button for each action."""

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
        self.known_names: tuple[str, ...] = ()  # those who were given findings before
        self.number = label(step=Type.STRONG)
        self._fields = QHBoxLayout()
        self._fields.setSpacing(8)
        self._buttons = Flow()
        self.add_field("&Note", self.note, stretch=1)
        self.add_field("Decided &by", self.decider)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._fields)
        layout.addLayout(self._buttons)

    def add_field(self, caption: str, field: QWidget, *, stretch: int = 0) -> None:
        """Put a field with its caption at the end of the upper row."""
        named = label(caption)
        named.setBuddy(field)
        named.setTextFormat(Qt.TextFormat.AutoText)  # the ampersand marks the key
        self._fields.addWidget(named)
        self._fields.addWidget(field, stretch=stretch)

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """Put a button for each action into the lower row, in the order given."""
        for action in actions.values():
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._buttons.addWidget(button)
        self._buttons.addWidget(self.number)

    def show_number(self, selected: int) -> None:
        """Say how many findings a decision would be for, where it is not just the one shown."""
        self.number.setText(f"Decides on {words.count(selected, 'finding')} at once" if selected > 1 else "")

    def by(self) -> str:
        return self.decider.text().strip()

    def take_note(self) -> str:
        """Return the note and empty the field for the next one."""
        text = self.note.text().strip()
        self.note.clear()
        return text
