"""Asks what part the documents to be added play."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QDialog, QDialogButtonBox, QRadioButton, QVBoxLayout, QWidget

from policycheck.domain.documents import DocumentKind
from policycheck_ui.theme.typography import Type
from policycheck_ui.widgets.labels import label

NAMES_SHOWN = 5
_CHOICES: tuple[tuple[DocumentKind | None, str], ...] = (
    (None, "Tell from each document"),
    (DocumentKind.LEGISLATION, "Legislation: Acts and regulations we must follow"),
    (DocumentKind.GUIDANCE, "Statutory guidance"),
    (DocumentKind.STANDARD, "Standard"),
    (DocumentKind.POLICY, "Local policy: our own documents, to be checked"),
)


class KindDialog(QDialog):
    """One choice for everything that was dropped or picked together."""

    def __init__(self, paths: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Add documents")
        self.setMinimumWidth(420)
        self.paths = list(paths)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(8)
        layout.addWidget(label("What are these documents?", Type.HEADING))
        layout.addWidget(label(_names(self.paths), muted=True, wrap=True))
        self._group = QButtonGroup(self)
        for number, (_, text) in enumerate(_CHOICES):
            button = QRadioButton(text)
            button.setChecked(number == 0)
            self._group.addButton(button, number)
            layout.addWidget(button)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText("Add")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addSpacing(6)
        layout.addWidget(buttons)

    def kind(self) -> DocumentKind | None:
        """Return the kind chosen; None asks the engine to tell."""
        return _CHOICES[self._group.checkedId()][0]

    def choose(self, kind: DocumentKind | None) -> None:
        """Tick one kind."""
        for number, (value, _) in enumerate(_CHOICES):
            if value is kind:
                self._group.button(number).setChecked(True)


def _names(paths: Sequence[Path]) -> str:
    names = [path.name for path in paths[:NAMES_SHOWN]]
    if len(paths) > NAMES_SHOWN:
        names.append(f"and {len(paths) - NAMES_SHOWN} more")
    return "\n".join(names)
