"""A field for a file or a folder, with a button that opens the system's own dialog."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget


class PathField(QWidget):
    """Holds one path; `ask` opens the dialog and returns the answer or None."""

    changed = Signal()

    def __init__(self, name: str, hint: str, ask: Callable[[], Path | None]) -> None:
        super().__init__()
        self._ask = ask
        self.field = QLineEdit()
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(hint)
        self.field.textChanged.connect(self.changed)
        self.button = QPushButton("Browse…")
        self.button.setAccessibleName(f"Browse for: {name}")
        self.button.clicked.connect(self._browse)
        self.setFocusProxy(self.field)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field, stretch=1)
        layout.addWidget(self.button)

    def path(self) -> Path | None:
        """Return the path, None where the field is empty."""
        text = self.field.text().strip()
        return Path(text).expanduser() if text else None

    def set_path(self, path: Path) -> None:
        self.field.setText(str(path))

    def _browse(self) -> None:
        path = self._ask()
        if path is not None:
            self.set_path(path)
