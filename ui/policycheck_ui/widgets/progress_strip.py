"""What the worker is doing, how far it is, and the button that stops it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QWidget

from policycheck_ui.widgets.labels import label


class ProgressStrip(QWidget):
    """One line at the foot of the window while something runs."""

    def __init__(self) -> None:
        super().__init__()
        self.message = label(wrap=True)
        self.message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.bar = QProgressBar()
        self.bar.setAccessibleName("Progress")
        self.bar.setMinimumWidth(self.fontMetrics().averageCharWidth() * 24)
        self.bar.setTextVisible(False)  # the message beside it gives the figures
        self.waiting = label(muted=True)
        self.cancel_button = QPushButton("Cancel")
        self.cancel_button.setToolTip("Stop this; what is finished is kept, and what waits goes on")
        self.cancel_all_button = QPushButton("Cancel all")
        self.cancel_all_button.setToolTip("Stop this and everything that waits; what is finished is kept")
        self._title = ""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 6)
        layout.setSpacing(12)
        layout.addWidget(self.message, stretch=1)
        for widget in (self.waiting, self.bar, self.cancel_button, self.cancel_all_button):
            layout.addWidget(widget)
        self.show_waiting([])
        self.hide()

    def show_waiting(self, titles: Sequence[str]) -> None:
        """Show how much waits for what runs."""
        self.waiting.setText(f"{len(titles):,} more to come" if titles else "")
        self.waiting.setToolTip("\n".join(titles))
        self.waiting.setVisible(bool(titles))
        self.cancel_all_button.setVisible(bool(titles))

    def begin(self, title: str) -> None:
        """Show that something has started; how long it takes is not known yet."""
        self._title = title
        self.message.setText(f"{title}…")
        self.bar.setRange(0, 0)
        self.cancel_button.setEnabled(True)
        self.show()

    def advance(self, done: int, total: int, message: str) -> None:
        """Show how far it is."""
        self.bar.setRange(0, max(total, 0))
        self.bar.setValue(done)
        step = f": {message}" if message else ""
        self.message.setText(f"{self._title}{step} ({done:,} of {total:,})")

    def stopping(self) -> None:
        """Show that the cancel was heard."""
        self.cancel_button.setEnabled(False)
        self.message.setText("Stopping…")
