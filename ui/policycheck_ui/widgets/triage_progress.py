"""How far one has come in deciding: a thin bar and the figures in words."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from policycheck_ui.widgets.labels import label


class TriageProgress(QWidget):
    """Says for example "12 of 48 decided"."""

    def __init__(self) -> None:
        super().__init__()
        self.words = label()
        self.bar = QProgressBar()
        self.bar.setAccessibleName("Decided so far")
        self.bar.setTextVisible(False)
        self.hint = label("Press ? in the list for its keys", muted=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.words)
        layout.addWidget(self.bar, stretch=1)
        layout.addWidget(self.hint)
        self.hide()

    def show_progress(self, done: int, every: int) -> None:
        """Show how many of all are decided; nothing where there is nothing to decide."""
        self.setVisible(every > 0)
        self.words.setText(f"{done:,} of {every:,} decided")
        self.bar.setRange(0, max(every, 1))
        self.bar.setValue(done)
        self.bar.setAccessibleDescription(self.words.text())
