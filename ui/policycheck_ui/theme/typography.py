"""One scale of type: caption, body, heading, title, all in proportion to the system's own font and the user's wish."""

from collections.abc import Iterable
from enum import Enum

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QWidget

SMALLEST = 10.0  # points: below this clauses are tiring to read
_STEP = "type step"  # the property of a widget that keeps its step

_scale = 1.0


class Type(Enum):
    """A step of the scale: its size against the body's, and its weight."""

    CAPTION = (0.9, QFont.Weight.Normal)
    BODY = (1.0, QFont.Weight.Normal)
    STRONG = (1.0, QFont.Weight.DemiBold)
    HEADING = (1.2, QFont.Weight.DemiBold)
    TITLE = (1.7, QFont.Weight.DemiBold)


def use_scale(factor: float) -> None:
    """Make everything set from now on this much larger, 1.0 to 2.0."""
    global _scale  # noqa: PLW0603 - one application, one size of text
    _scale = factor


def scaled(pixels: int) -> int:
    """Return a length that grows with the text."""
    return round(pixels * _scale)


def base_font() -> QFont:
    """Return the system's font, made no smaller than is good to read, times the scale in use."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPointSizeF(max(font.pointSizeF(), SMALLEST) * _scale)
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
    widget.setProperty(_STEP, step.name)
    widget.setFont(font_of(step))


def typeset_again(widgets: Iterable[QWidget]) -> None:
    """Give widgets typeset before the font of their step in the scale now in use."""
    for widget in widgets:
        name = widget.property(_STEP)
        if isinstance(name, str):
            widget.setFont(font_of(Type[name]))
