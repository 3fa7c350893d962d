"""Dresses the application in one of its themes, at one size of text, and follows the system's choice."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from policycheck_ui.theme.sheet import style_sheet
from policycheck_ui.theme.tones import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Tones
from policycheck_ui.theme.typography import base_font, typeset_again, use_scale

SCHEMES = {"light": LIGHT, "dark": DARK, "contrast-light": CONTRAST_LIGHT, "contrast-dark": CONTRAST_DARK}

_STYLED = "policycheck styled"
_current = LIGHT


def tones() -> Tones:
    """Return the colours in use."""
    return _current


def dress(app: QApplication, scheme: str, *, scale: float = 1.0) -> None:
    """Apply one of `SCHEMES`, or "system", at once; Fusion looks the same on every platform.

    `scale` is the size of text against the system's own, 1.0 to 2.0.
    """
    global _current  # noqa: PLW0603 - one application, one theme
    _current = SCHEMES[system_scheme(app) if scheme not in SCHEMES else scheme]
    use_scale(scale)
    if app.property(_STYLED) is None:  # each call visits every widget there is
        app.setStyle("Fusion")
        app.setProperty(_STYLED, True)
    app.setFont(base_font())
    app.setPalette(palette(_current))
    app.setStyleSheet(style_sheet(_current, scale=scale))
    typeset_again(app.allWidgets())


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
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.off))
    return made


def follow_system(app: QApplication, dress_again: Callable[[], object]) -> None:
    """Have the application dressed again when the system changes between light, dark and high contrast."""
    hints = app.styleHints()
    hints.colorSchemeChanged.connect(lambda _: dress_again())
    if hasattr(hints, "accessibility"):
        hints.accessibility().contrastPreferenceChanged.connect(lambda _: dress_again())


def system_scheme(app: QApplication) -> str:
    """Return the scheme that comes nearest to what the system says the user wants."""
    hints = app.styleHints()
    tone = "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"
    return f"contrast-{tone}" if _wants_contrast(app) else tone


def _wants_contrast(app: QApplication) -> bool:
    hints = app.styleHints()
    if not hasattr(hints, "accessibility"):  # Qt before 6.10 does not know
        return False
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
