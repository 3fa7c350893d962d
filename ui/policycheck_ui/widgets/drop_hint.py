"""Shown over the window while files hover above it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from policycheck_ui.theme.appearance import tones
from policycheck_ui.theme.typography import Type, typeset


class DropHint(QLabel):
    """Says that letting go adds the files."""

    def __init__(self, covered: QWidget) -> None:
        super().__init__("Let go to add these to the workspace", covered)
        self._covered = covered
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        typeset(self, Type.HEADING)
        self.hide()

    def cover(self) -> None:
        """Lie over the whole of the window."""
        colours = tones()
        self.setStyleSheet(
            f"background: {colours.surface}; color: {colours.text}; border: 3px dashed {colours.link};"
        )
        self.setGeometry(self._covered.rect().adjusted(12, 12, -12, -12))
        self.show()
        self.raise_()
