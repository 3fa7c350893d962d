"""One scale of type: caption, body, heading, title, all in proportion to the system's own font."""

from enum import Enum

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QWidget

SMALLEST = 10.0  # points: below this clauses are tiring to read


class Type(Enum):
    """A step of the scale: its size against the body's, and its weight."""

    CAPTION = (0.9, QFont.Weight.Normal)
    BODY = (1.0, QFont.Weight.Normal)
    STRONG = (1.0, QFont.Weight.DemiBold)
    HEADING = (1.2, QFont.Weight.DemiBold)
    TITLE = (1.7, QFont.Weight.DemiBold)


def base_font() -> QFont:
    """Return the system's font, made no smaller than is good to read."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPointSizeF(max(font.pointSizeF(), SMALLEST))
    return font


def font_of(step: Type) -> QFont:
    """Return the font of one step of the scale."""
    size, weight = step.value
    font = base_font()
    font.setPointSizeF(font.pointSizeF() * size)
    font.setWeight(weight)
    return font


def typeset(widget: QWidget, step: Type) -> None:
    """Give a widget the font of one step of the scale."""
    widget.setFont(font_of(step))
