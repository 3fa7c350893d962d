"""Coverage at a glance: verdicts by source and by policy, as bars or as figures."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from policycheck_ui.models.figures_model import FiguresModel
from policycheck_ui.models.matrix import Matrix
from policycheck_ui.models.matrix_model import MatrixModel, Section
from policycheck_ui.models.row_filter import RowFilter
from policycheck_ui.snapshot import Snapshot
from policycheck_ui.theme.typography import Type
from policycheck_ui.widgets.bar_chart import Bar, BarChart
from policycheck_ui.widgets.flow import Flow
from policycheck_ui.widgets.labels import label
from policycheck_ui.widgets.table_view import TableView

_ROWS_SHOWN = 12


class ChartsView(QWidget):
    """Two charts, each with a table of its figures behind it."""

    def __init__(self) -> None:
        super().__init__()
        self._model = MatrixModel()
        self._matrix: Matrix | None = None
        self.as_figures = QCheckBox("Show the figures as tables")
        self.sources = _Chart("By source", "Source", "The best verdict of any policy, for each source")
        self.policies = _Chart(
            "By policy", "Policy", "What each policy does with the obligations it should meet"
        )
        self.as_figures.toggled.connect(self.sources.show_figures)
        self.as_figures.toggled.connect(self.policies.show_figures)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(self.sources)
        column.addWidget(self.policies)
        column.addStretch(1)
        self.table = QScrollArea()
        self.table.setAccessibleName("Charts of the coverage")
        self.table.setWidgetResizable(True)
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._top())
        layout.addWidget(self.table, stretch=1)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Count the verdicts of a workspace, at once or when the charts are looked at."""
        self._matrix = snapshot.matrix
        if self.isVisible():
            self._count()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._count()

    def _count(self) -> None:
        matrix, self._matrix = self._matrix, None
        if matrix is None:
            return
        model = self._model
        model.show_matrix(matrix)
        sections = [line for row in range(model.rowCount()) if isinstance(line := model.line(row), Section)]
        self.sources.show_bars(
            [Bar(title=s.title, tally=model.library_tally(s.rows)) for s in sections if s.level == 0]
        )
        policies = enumerate(model.policies_shown)
        self.policies.show_bars([Bar(title=p.title, tally=model.column_tally(n)) for n, p in policies])

    def _top(self) -> Flow:
        row = Flow(16)
        row.add(self.as_figures)
        return row


class _Chart(QFrame):
    """One chart with its heading; the figures take its place when asked for."""

    def __init__(self, title: str, what: str, explained: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.chart = BarChart(f"{title}: {explained}")
        self.model = FiguresModel(what)
        self.table = TableView(f"{title}: figures", RowFilter(self.model))
        self.table.set_widths({**dict.fromkeys(range(1, 6), 110), 6: 150}, stretch=(0,))
        self._none = label("Nothing has been checked yet.", muted=True)
        self._pages = QStackedWidget()
        for page in (self.chart, self.table, self._none):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(4)
        layout.addWidget(label(title, Type.HEADING))
        layout.addWidget(label(explained, muted=True, wrap=True))
        layout.addWidget(self._pages)
        self._as_figures = False

    def show_bars(self, bars: list[Bar]) -> None:
        """Show other figures."""
        self.chart.show_bars(bars)
        self.model.set_rows(bars)
        self._turn()

    def show_figures(self, wanted: bool) -> None:
        """Show the table of figures in place of the bars, or the bars again."""
        self._as_figures = wanted
        self._turn()

    def _turn(self) -> None:
        page = self.table if self._as_figures else self.chart
        self._pages.setCurrentWidget(page if self.model.rows else self._none)
        rows = min(len(self.model.rows), _ROWS_SHOWN)
        header = self.table.horizontalHeader().sizeHint().height()
        figures = self.table.verticalHeader().defaultSectionSize() * rows + header + 6
        self._pages.setFixedHeight(figures if self._as_figures else self.chart.sizeHint().height())
