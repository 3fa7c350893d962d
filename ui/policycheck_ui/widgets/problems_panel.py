"""The panel of problems: what went wrong stays readable after its notice is gone, and no box is in the way."""

from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from policycheck_ui import words
from policycheck_ui.errors import Notice
from policycheck_ui.models.problems_model import ProblemsModel
from policycheck_ui.theme.typography import Type
from policycheck_ui.widgets.flow import Flow
from policycheck_ui.widgets.labels import label
from policycheck_ui.widgets.table_view import TableView, letter_width

_LINES = 9
_TALLEST = 240  # pixels: large text leaves room for the page


class ProblemsPanel(QFrame):
    """A table at the foot of the window, shown when asked for."""

    counted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.model = ProblemsModel()
        self.title = label("Problems", Type.STRONG)
        self.table = TableView("Problems", self.model, sortable=False)
        letter = letter_width(self)
        self.table.set_widths({0: letter * 9, 1: letter * 15}, stretch=(2, 3))
        self.table.setWordWrap(True)
        self.copy_button = QPushButton("Copy")
        self.copy_button.setToolTip("Copy the list as text, to send it to whoever helps you")
        self.copy_button.clicked.connect(self.copy)
        self.clear_button = QPushButton("Clear")
        self.clear_button.setAccessibleName("Clear the problems")
        self.clear_button.clicked.connect(self.clear)
        self.hide_button = QPushButton("Hide")
        self.hide_button.setAccessibleName("Hide the problems")
        self.hide_button.clicked.connect(self.hide)
        top = Flow(8)
        top.add(self.title, stretch=True)
        for button in (self.copy_button, self.clear_button, self.hide_button):
            top.add(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addLayout(top)
        layout.addWidget(self.table)
        self.setFixedHeight(min(self.fontMetrics().height() * _LINES + 60, _TALLEST))
        self.hide()

    def add(self, notice: Notice) -> None:
        """Keep a notice."""
        self.model.add(notice, at=datetime.now(UTC))
        self._count()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def clear(self) -> None:
        """Forget all of them."""
        self.model.set_rows([])
        self._count()
        self.hide()

    def copy(self) -> None:
        """Put them on the clipboard, one paragraph each."""
        lines = [
            f"{words.day(row.at)}: {row.notice.text} {row.notice.remedy}".strip() for row in self.model.rows
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _fit(self) -> None:
        """Give each row the lines that its words need."""
        if self.isVisible():
            self.table.resizeRowsToContents()

    def _count(self) -> None:
        self._fit()
        number = len(self.model.rows)
        self.title.setText(f"Problems and notes ({number:,})")
        self.counted.emit(number)
