"""The tour on screen: a frame around the thing in question and a card beside it; the window stays usable."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from policycheck_ui.announce import announce
from policycheck_ui.theme.appearance import tones
from policycheck_ui.theme.typography import Type, scaled
from policycheck_ui.tour import TourStep, steps_for
from policycheck_ui.widgets.labels import label

_WIDTH, _GAP = 380, 12
_LOOK_EVERY = 150  # milliseconds


class Ring(QWidget):
    """A frame around a place in the window; clicks go through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tones().link), 3))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 6, 6)


class TourPanel(QFrame):
    """One step at a time; Escape or "Skip" ends it."""

    finished = Signal(bool)  # whether it was seen to its end

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("callout")
        self._window = window
        self._before = window.focusWidget()
        self._steps = steps_for(window)
        self._number = 0
        self.ring = Ring(window)
        self.title, self.text = label(step=Type.HEADING), label()
        for words in (self.title, self.text):
            words.setWordWrap(True)  # the card gives them their height, so that it can shrink again
        self.where = label(step=Type.CAPTION, muted=True)
        self.skip_button, self.back_button, self.next_button = (
            QPushButton(words) for words in ("Skip the tour", "Back", "Next")
        )
        self.next_button.setProperty("primary", True)
        self.skip_button.clicked.connect(lambda: self.end())  # noqa: PLW0108 - Qt would pass "checked" on
        self.back_button.clicked.connect(lambda: self._go(-1))
        self.next_button.clicked.connect(lambda: self._go(1))
        buttons = QHBoxLayout()
        buttons.addWidget(self.where, stretch=1)
        for button in (self.skip_button, self.back_button, self.next_button):
            buttons.addWidget(button)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(8)
        for widget in (self.title, self.text):
            layout.addWidget(widget)
        layout.addSpacing(4)
        layout.addLayout(buttons)
        self._target = QRect()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self._follow)
        window.installEventFilter(self)

    def begin(self) -> None:
        """Show the first step."""
        self.show()
        self.ring.show()
        self.raise_()
        self._show_step()
        self.next_button.setFocus()
        self._timer.start()

    def end(self, *, is_seen: bool = False) -> None:
        """Put everything away and give the focus back."""
        self._timer.stop()
        self._window.removeEventFilter(self)
        self.ring.deleteLater()
        self.hide()
        self.deleteLater()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self.finished.emit(is_seen)

    def step(self) -> TourStep:
        """Return the step shown."""
        return self._steps[self._number][0]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay beside the thing pointed at when the window changes."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self._place()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        """Go after the thing pointed at where it moved: another view, a longer word on a tab."""
        if (self.step().find(self._window) or QRect()) != self._target:
            self._place()

    def _go(self, by: int) -> None:
        if self._number + by >= len(self._steps):
            self.end(is_seen=True)
            return
        self._number = max(self._number + by, 0)
        self._show_step()

    def _show_step(self) -> None:
        step, last = self.step(), self._number == len(self._steps) - 1
        self.title.setText(step.title)
        self.text.setText(step.text)
        self.where.setText(f"{self._number + 1} of {len(self._steps)}")
        self.back_button.setEnabled(self._number > 0)
        self.next_button.setText("Done" if last else "Next")
        self.skip_button.setVisible(not last)
        self._place()
        announce(self, f"{step.title}. {step.text} {self.where.text()}")

    def _place(self) -> None:
        target = self._target = self.step().find(self._window) or QRect()
        self.ring.setVisible(not target.isNull())
        self.ring.setGeometry(target.adjusted(-5, -5, 5, 5))
        self.ring.raise_()
        self.raise_()
        width = min(scaled(_WIDTH), self._window.width() - 2 * _GAP)
        self.setFixedSize(width, self._layout.totalHeightForWidth(width))
        self.move(self._beside(target).topLeft())

    def _beside(self, target: QRect) -> QRect:
        """Return where the card goes: below the thing, above it where there is no room, always in the window."""
        room = self._window.rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
        card = QRect(self.rect())
        if target.isNull():
            card.moveCenter(room.center())
            return card
        card.moveTopLeft(target.bottomLeft())
        card.translate(0, _GAP)
        if card.bottom() > room.bottom():
            card.moveBottom(target.top() - _GAP)
        card.moveLeft(max(min(card.left(), room.right() - card.width()), room.left()))
        card.moveTop(max(card.top(), room.top()))
        return card
