"""How far one has come in deciding, and how much the list leaves out because it is not certain enough."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QProgressBar, QWidget

from policycheck.domain.findings import Sensitivity
from policycheck_ui import words
from policycheck_ui.widgets.flow import Flow
from policycheck_ui.widgets.labels import label
from policycheck_ui.widgets.menu_button import MenuButton

_CHOICES = {
    Sensitivity.CAREFUL: "Careful: only what is fairly certain, fewer false alarms",
    Sensitivity.BALANCED: "Balanced",
    Sensitivity.THOROUGH: "Thorough: everything found, less is overlooked",
}


class TriageProgress(QWidget):
    """Says for example "12 of 48 decided"; asks for another sensitivity through `sensitivity_chosen`."""

    sensitivity_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._sensitivity = Sensitivity.BALANCED
        self.words = label()
        self.bar = QProgressBar()
        self.bar.setAccessibleName("Decided so far")
        self.bar.setTextVisible(False)
        self.hidden = label(muted=True)
        self.sensitivity = MenuButton("Balanced", "How sure a finding must be to be shown", self._fill)
        self.hint = label("Press ? in the list for its keys", muted=True)
        layout = Flow(spacing=12)
        self.setLayout(layout)
        layout.add(self.words)
        layout.add(self.bar, stretch=True)
        for widget in (self.hidden, self.sensitivity, self.hint):
            layout.addWidget(widget)
        self.hide()

    def show_progress(self, done: int, every: int) -> None:
        """Show how many of all are decided; nothing where there is nothing to decide."""
        self.setVisible(every > 0 or bool(self.hidden.text()))
        self.words.setText(f"{done:,} of {every:,} decided")
        self.bar.setRange(0, max(every, 1))
        self.bar.setValue(done)
        self.bar.setAccessibleDescription(self.words.text())

    def show_sensitivity(self, sensitivity: Sensitivity, hidden: int) -> None:
        """Show how sure a finding must be, and how many are not sure enough."""
        self._sensitivity = sensitivity
        self.sensitivity.setText(f"Sensitivity: {sensitivity.value}")
        are = "is" if hidden == 1 else "are"
        less = words.count(hidden, "less certain finding")
        self.hidden.setText(f"{less} {are} not shown" if hidden else "")

    def _fill(self, menu: QMenu) -> None:
        for value, text in _CHOICES.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(value is self._sensitivity)
            action.triggered.connect(partial(self._choose, value))

    def _choose(self, value: Sensitivity, _checked: bool = False) -> None:
        if value is not self._sensitivity:
            self.sensitivity_chosen.emit(value)
