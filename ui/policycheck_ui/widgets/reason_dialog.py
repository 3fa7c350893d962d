"""Asks why, for a decision that is worth nothing without its reason."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from policycheck.domain.findings import Action
from policycheck_ui import words
from policycheck_ui.theme.typography import Type
from policycheck_ui.widgets.labels import label

_ASKED = {
    Action.BOTH_RIGHT: (
        "Both are right, because…",
        "For example: they are about different groups, stages or dates. The reason is kept with the decision and "
        "shown to whoever comes across the two clauses again.",
    ),
    Action.NOT_APPLICABLE: (
        "It does not apply to us, because…",
        "For example: we do not run such a service. The duty is then set aside, shown, and not counted as a gap.",
    ),
}


class ReasonDialog(QDialog):
    """A reason in the user's own words; nothing can be saved without one."""

    def __init__(self, action: Action, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title, help_text = _ASKED[action]
        self.setWindowTitle(title)
        self.setMinimumWidth(460)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(title)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(110)
        kind = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kind.Ok | kind.Cancel)
        self.save = buttons.button(kind.Ok)
        self.save.setText("Save" if number == 1 else f"Save for {words.count(number, 'finding')}")
        self.save.setEnabled(False)
        self.text.textChanged.connect(lambda: self.save.setEnabled(bool(self.reason())))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        layout.addWidget(label(title, Type.HEADING))
        layout.addWidget(label(help_text, muted=True, wrap=True))
        layout.addWidget(self.text)
        layout.addWidget(buttons)

    def accept(self) -> None:
        """Close only with a reason."""
        if self.reason():
            super().accept()

    def reason(self) -> str:
        return self.text.toPlainText().strip()
