"""Small line icons, drawn from our own paths on a grid of 24, in the colours of the theme."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from policycheck_ui.theme.appearance import tones
from policycheck_ui.theme.tones import Tones

# Shapes differ, not only colours: every state can be told apart in grey.
_PATHS = {
    "gap": "M4 4h16v16h-16z M9 12h6",
    "contradiction": "M3 8h14 M13 4l4 4l-4 4 M21 16h-14 M11 12l-4 4l4 4",
    "high": "M12 3L22 20H2z M12 9v5 M12 17v.5",
    "medium": "M12 3l9 9l-9 9l-9-9z M8 12h8",
    "low": "M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16",
    "open": "M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16",
    "accepted": "M4 12l5 6L20 6",
    "dismissed": "M6 6l12 12 M18 6L6 18",
    "deferred": "M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16 M12 8v4l3 3",
    "resolved": "M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18 M8 12l3 3l5-6",
    "not_applicable": "M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16 M8 12h8",
    "both_right": "M2 12l4 5L13 7 M11 15l2 2L21 7",
    "lapsed": "M20 6v5h-5 M20 11a8 8 0 1 0 0 5",
    "covered": "M4 12l5 6L20 6",
    "partial": "M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16 M12 4v16 M12 8h6 M12 12h8 M12 16h6",
    "missing": "M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16 M7 17L17 7",
    "warning": "M12 3L22 20H2z M12 9v5 M12 17v.5",
    "error": "M8 3h8l5 5v8l-5 5h-8l-5-5v-8z M12 7v6 M12 16v.5",
    "info": "M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16 M12 11v5 M12 8v.5",
    "read": "M6 3h9l4 4v14h-13z M9 14l2 3l4-5",
    "read_in_part": "M6 3h9l4 4v14h-13z M9 12h6 M9 16h2",
    "failed": "M6 3h9l4 4v14h-13z M10 12l5 5 M15 12l-5 5",
    "add": "M12 5v14 M5 12h14",
    "check": "M4 6h9 M4 12h6 M4 18h6 M13 15l3 4l5-8",
    "export": "M12 3v12 M8 7l4-4l4 4 M5 13v7h14v-7",
    "people": "M9 5a3 3 0 1 1 0 6a3 3 0 1 1 0-6 M3 20a6 6 0 0 1 12 0 M16 6a3 3 0 0 1 0 5 M18 14v5",
    "new": "M6 3h9l4 4v14h-13z M12 11v6 M9 14h6",
    "folder": "M3 6h6l2 3h10v10h-18z",
    "sample": "M9 3h6 M10 3v6l-5 10v2h14v-2l-5-10v-6 M7 15h10",
    "undo": "M8 5L4 9l4 4 M4 9h10a6 6 0 0 1 0 11h-4",
    "remove": "M5 7h14 M9 7v-3h6v3 M7 7l1 13h8l1-13",
    "search": "M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13 M15.5 15.5L21 21",
    "preferences": "M4 7h9 M17 7h3 M15 4.5v5 M4 16h3 M11 16h9 M9 13.5v5",
    "close": "M6 6l12 12 M18 6L6 18",
    "dot": "M12 12v.01",
    "folded": "M9 5l7 7l-7 7",
    "unfolded": "M5 9l7 7l7-7",
}
_SIZES = (16, 20, 24, 32, 48)


def icon(name: str, tone: str = "text") -> QIcon:
    """Return an icon in a colour of the theme in use ("text", "muted", "high", ...)."""
    return _drawn(name, tone, tones())


def severity_icon(severity: str) -> QIcon:
    """Return the icon of a severity or verdict-like state in its own colour."""
    return icon(severity, severity)


@cache
def _drawn(name: str, tone: str, colours: Tones) -> QIcon:
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(_pixmap(name, getattr(colours, tone), size), QIcon.Mode.Normal)
        made.addPixmap(_pixmap(name, colours.off, size), QIcon.Mode.Disabled)
        made.addPixmap(_pixmap(name, colours.accent_text, size), QIcon.Mode.Selected)
    return made


def _pixmap(name: str, colour: str, size: int) -> QPixmap:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
        f'<path d="{_PATHS[name]}" fill="none" stroke="{colour}" stroke-width="2" '
        'stroke-linecap="round" stroke-linejoin="round"/></svg>'
    )
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
