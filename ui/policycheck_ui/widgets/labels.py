"""Labels in the type scale, and a label that leads with an icon."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from policycheck_ui.theme.icons import icon
from policycheck_ui.theme.typography import Type, scaled, typeset


def label(text: str = "", step: Type = Type.BODY, *, muted: bool = False, wrap: bool = False) -> QLabel:
    """Return a plain-text label in one step of the type scale."""
    made = Wrapped(text) if wrap else QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if muted:
        made.setObjectName("muted")
    typeset(made, step)
    return made


class Wrapped(QLabel):
    """A label of several lines that is never given less height than they need."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setWordWrap(True)

    def setText(self, text: str) -> None:
        super().setText(text)
        if self.isVisible():  # while hidden its width may not be its own
            self._hold()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._hold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hold()

    def _hold(self) -> None:
        self.setMinimumHeight(0)  # Qt counts the height held so far as needed
        if self.text():
            self.setMinimumHeight(max(self.heightForWidth(self.width()), 0))


class IconLabel(QWidget):
    """An icon with its word: what the icon shows is always said as well."""

    def __init__(self, name: str, tone: str, text: str = "", step: Type = Type.BODY) -> None:
        super().__init__()
        self._name, self._tone = name, tone
        self._icon = QLabel()
        self._text = label(text, step)
        self._text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, stretch=1)
        self._draw()

    def say(self, name: str, tone: str, text: str) -> None:
        """Show another icon and word."""
        self._name, self._tone = name, tone
        self._text.setText(text)
        self._draw()

    def text(self) -> str:
        return self._text.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw()

    def _draw(self) -> None:
        size = QSize(scaled(16), scaled(16))
        self._icon.setPixmap(icon(self._name, self._tone).pixmap(size, self.devicePixelRatioF()))
