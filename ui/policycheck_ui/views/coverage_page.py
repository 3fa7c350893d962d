"""Coverage three ways: the matrix, the list of obligations, and charts."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from policycheck.domain.alignments import Verdict
from policycheck_ui import words
from policycheck_ui.models.coverage_model import TONES, VERDICT_ICONS, CoverageModel
from policycheck_ui.snapshot import Snapshot
from policycheck_ui.views.charts_view import ChartsView
from policycheck_ui.views.coverage_view import CoverageView
from policycheck_ui.views.matrix_view import MatrixView
from policycheck_ui.widgets.flow import Flow
from policycheck_ui.widgets.labels import IconLabel, label

_WAYS = (
    ("matrix", "Matrix", "Obligations by policies"),
    ("list", "List", "Each obligation with the best verdict over all policies"),
    ("charts", "Charts", "Verdicts by source and by policy"),
)


class CoveragePage(QWidget):
    """One of three views of the same coverage, chosen by a row of buttons."""

    finding_wanted = Signal(str)

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.matrix, self.list, self.charts = MatrixView(), CoverageView(), ChartsView()
        self._views: dict[str, MatrixView | CoverageView | ChartsView] = {
            "matrix": self.matrix,
            "list": self.list,
            "charts": self.charts,
        }
        self.matrix.finding_wanted.connect(self.finding_wanted)
        self.pages = QStackedWidget()
        for view in self._views.values():
            self.pages.addWidget(view)
        self.ways = QButtonGroup(self)
        self.legend = _legend()
        top = Flow(16)
        top.add(self._segments())
        top.add(self.legend, stretch=True)
        top.add(_export_button(actions))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.pages, stretch=1)

    @property
    def model(self) -> CoverageModel:
        """The obligations in scope, whichever way they are shown."""
        return self.list.model

    @property
    def table(self) -> QWidget:
        """Where the work of the view in use is."""
        return self._views[self.way()].table

    def way(self) -> str:
        """Return "matrix", "list" or "charts"."""
        return _WAYS[max(self.ways.checkedId(), 0)][0]

    def choose_way(self, name: str) -> None:
        """Show one of the three."""
        number = next((n for n, way in enumerate(_WAYS) if way[0] == name), 0)
        self.ways.button(number).setChecked(True)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the coverage of a workspace in all three."""
        for view in self._views.values():
            view.show_snapshot(snapshot)

    def _segments(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, (name, word, tooltip) in enumerate(_WAYS):
            row.addWidget(self._way(number, name, word, tooltip))
        return holder

    def _way(self, number: int, name: str, word: str, tooltip: str) -> QToolButton:
        button = QToolButton()
        button.setText(word)
        button.setToolTip(tooltip)
        button.setCheckable(True)
        button.setChecked(number == 0)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setProperty("segment", "first" if number == 0 else "next")
        button.toggled.connect(lambda on: self._turn_to(name) if on else None)
        self.ways.addButton(button, number)
        return button

    def _turn_to(self, name: str) -> None:
        self.pages.setCurrentWidget(self._views[name])
        self.legend.setVisible(name != "list")  # which says its verdicts in words


def _legend() -> QWidget:
    """Return the marks with their words, for the views that show marks alone."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(14)
    for verdict in Verdict:
        row.addWidget(IconLabel(VERDICT_ICONS[verdict], TONES[verdict], words.VERDICTS[verdict]))
    row.addWidget(label("· Not in scope", muted=True))
    row.addStretch(1)
    return holder


def _export_button(actions: Mapping[str, QAction]) -> QPushButton:
    button = QPushButton("Export…")
    button.setAccessibleName("Export the matrix as shown")
    button.setToolTip(actions["export_matrix"].toolTip())
    button.clicked.connect(actions["export_matrix"].trigger)
    return button
