"""A read-only text whose telling words are underlined, bold and tinted."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser

from policycheck_ui.difference import Span
from policycheck_ui.theme.appearance import tones

TEXT_INDENT = 4  # pixels: border and margin; labels above indent by as much to stand in line


class MarkedText(QTextBrowser):
    """Shows plain text; the marks are told by line and weight as well as by colour."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._spans: tuple[Span, ...] = ()
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)

    def show_text(self, text: str, spans: Sequence[Span] = ()) -> None:
        """Show a text with some spans of it (character offsets) marked."""
        self._spans = tuple(spans)
        self.setPlainText(text)
        self._mark()

    def marked(self) -> list[str]:
        """Return the marked words."""
        text = self.toPlainText()
        return [text[start:end] for start, end in self._spans]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._mark()

    def _mark(self) -> None:
        look = QTextCharFormat()
        look.setBackground(QColor(tones().mark))
        look.setForeground(QColor(tones().mark_text))
        look.setFontUnderline(True)
        look.setFontWeight(QFont.Weight.DemiBold)
        cursor = QTextCursor(self.document())
        for start, end in self._spans:
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(look)
