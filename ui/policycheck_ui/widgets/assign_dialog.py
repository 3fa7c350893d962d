"""Asks who looks after some findings, and by when."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from policycheck.domain.findings import Finding
from policycheck_ui import words
from policycheck_ui.theme.typography import Type
from policycheck_ui.widgets.labels import label

_AT_FIRST = timedelta(days=28)


class AssignDialog(QDialog):
    """A name, typed or chosen among those used before, and a day or none."""

    def __init__(
        self, findings: Sequence[Finding], known_names: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Assign")
        self.setMinimumWidth(400)
        self.name = QComboBox()
        self.name.setEditable(True)
        self.name.setAccessibleName("Assigned to")
        self.name.addItems(["", *known_names])
        self.name.setCurrentText(_shared([finding.assignee for finding in findings]))
        self.has_due = QCheckBox("&Due by")
        self.day = QDateEdit()
        self.day.setAccessibleName("Due by")
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("d MMMM yyyy")
        dues = {finding.due for finding in findings}
        due = dues.pop() if len(dues) == 1 else None
        self.has_due.setChecked(due is not None)
        self.day.setDate(_qdate(due or date.today() + _AT_FIRST))
        self.day.setEnabled(due is not None)
        self.has_due.toggled.connect(self.day.setEnabled)
        kind = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kind.Ok | kind.Cancel)
        buttons.button(kind.Ok).setText("Save")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        rows = QFormLayout()
        rows.addRow("&Assigned to", self.name)
        rows.addRow(self.has_due, self.day)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        what = words.count(len(findings), "finding") if len(findings) > 1 else words.place(findings[0].a)
        layout.addWidget(label("Who looks after it?", Type.HEADING))
        layout.addWidget(label(what, muted=True, wrap=True))
        layout.addLayout(rows)
        layout.addWidget(buttons)

    def assignee(self) -> str:
        return self.name.currentText().strip()

    def due(self) -> date | None:
        """Return the day, None where none is wanted."""
        if not self.has_due.isChecked():
            return None
        day = self.day.date()
        return date(day.year(), day.month(), day.day())


def _shared(names: Sequence[str]) -> str:
    return names[0] if len(set(names)) == 1 else ""


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
