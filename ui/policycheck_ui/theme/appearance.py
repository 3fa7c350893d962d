"""Dresses the application in the light or the dark theme and follows the system's choice."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from policycheck_ui.theme.sheet import style_sheet
from policycheck_ui.theme.tones import DARK, LIGHT, Tones
from policycheck_ui.theme.typography import base_font

_current = LIGHT


def tones() -> Tones:
    """Return the colours in use."""
    return _current


def dress(app: QApplication, scheme: str) -> None:
    """Apply "light", "dark" or "system"; Fusion looks the same on every platform."""
    global _current  # noqa: PLW0603 - one application, one theme
    _current = DARK if _is_dark(app, scheme) else LIGHT
    app.setStyle("Fusion")
    app.setFont(base_font())
    app.setPalette(palette(_current))
    app.setStyleSheet(style_sheet(_current))


def palette(colours: Tones) -> QPalette:
    """Return the palette for Fusion made of our own colours."""
    role = QPalette.ColorRole
    made = QPalette()
    for which, colour in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.alternate),
        (role.Text, colours.text),
        (role.Button, colours.button),
        (role.ButtonText, colours.text),
        (role.ToolTipBase, colours.surface),
        (role.ToolTipText, colours.text),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.accent_text),
        (role.Link, colours.link),
        (role.LinkVisited, colours.link),
        (role.PlaceholderText, colours.muted),
        (role.Accent, colours.link),
    ):
        made.setColor(which, QColor(colour))
    for which in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.edge))
    return made


def _is_dark(app: QApplication, scheme: str) -> bool:
    if scheme == "system":
        return app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return scheme == "dark"
