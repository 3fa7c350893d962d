"""The filter in use as a row of chips; each can be taken away by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

from policycheck_ui.theme.icons import icon
from policycheck_ui.widgets.flow import Flow

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One value of one facet, with the words that name both."""

    facet: str
    value: str
    text: str


class ChipButton(QToolButton):
    """One chip: pressing it, or Delete while it has the focus, takes it away."""

    def __init__(self, chip: Chip) -> None:
        super().__init__()
        self.chip = chip
        self.setObjectName("chip")
        self.setText(chip.text)
        self.setAccessibleName(f"Remove the filter {chip.text}")
        self.setToolTip("Take this filter away")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross after the words
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIcon(icon("close"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS:
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.setIcon(icon("close"))


class FilterChips(QWidget):
    """All chips in use; hidden where there is none. `before` is the widget that Tab comes from."""

    removed = Signal(str, str)
    cleared = Signal()

    def __init__(self, before: QWidget) -> None:
        super().__init__()
        self._before = before
        self.chips: list[ChipButton] = []
        self._row = Flow(spacing=6)
        self.setLayout(self._row)
        self.clear_button = QToolButton()
        self.clear_button.setText("Clear all")
        self.clear_button.setAccessibleName("Clear all filters")
        self.clear_button.setObjectName("chip")
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clear_button.clicked.connect(self.cleared)
        self._row.addWidget(self.clear_button)

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show these chips, keeping the focus on the one after a chip that went."""
        if [button.chip for button in self.chips] == list(chips):
            return
        focused = next((n for n, button in enumerate(self.chips) if button.hasFocus()), None)
        while self._row.takeAt(0) is not None:
            pass
        for button in self.chips:
            button.hide()
            button.deleteLater()
        self.chips = [self._make(chip) for chip in chips]
        self._row.addWidget(self.clear_button)
        self._chain()
        self.setVisible(bool(chips))
        if focused is not None and self.chips:
            self.chips[min(focused, len(self.chips) - 1)].setFocus()

    def _make(self, chip: Chip) -> ChipButton:
        button = ChipButton(chip)
        button.clicked.connect(lambda _=False: self.removed.emit(chip.facet, chip.value))
        self._row.addWidget(button)
        button.show()  # at once: it may have to take the focus
        return button

    def _chain(self) -> None:
        """Let Tab come from the widget before and go along the chips as seen, whenever they were made."""
        order = [self._before, *self.chips, self.clear_button]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
