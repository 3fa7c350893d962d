"""An open workspace: its head, and a tab for each view."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QTabWidget, QVBoxLayout, QWidget

from policycheck_ui.snapshot import Snapshot
from policycheck_ui.views.contradictions_view import ContradictionsView
from policycheck_ui.views.coverage_page import CoveragePage
from policycheck_ui.views.findings_view import FindingsView
from policycheck_ui.views.library_view import LibraryView
from policycheck_ui.views.reader_view import ReaderView
from policycheck_ui.views.search_view import SearchView
from policycheck_ui.widgets.header import Header
from policycheck_ui.widgets.scrolling import let_front_decide


class WorkspacePage(QWidget):
    """The views of a workspace."""

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.header = Header(actions)
        self.library = LibraryView(actions)
        self.findings = FindingsView(actions)
        self.coverage = CoveragePage(actions)
        self.reader = ReaderView()
        self.contradictions = ContradictionsView(actions)
        self.search = SearchView()
        self.decision_bar = self.findings.detail.decision_bar
        self.decision_bars = (self.decision_bar, self.contradictions.decision_bar)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName("Views")
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._views: dict[
            str, LibraryView | FindingsView | CoveragePage | ReaderView | ContradictionsView | SearchView
        ] = {
            "library": self.library,
            "findings": self.findings,
            "coverage": self.coverage,
            "reader": self.reader,
            "contradictions": self.contradictions,
            "search": self.search,
        }
        for name, view in self._views.items():
            self.tabs.addTab(view, name.capitalize())
        let_front_decide(self.tabs)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.tabs, stretch=1)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a workspace in every view."""
        self.header.show_snapshot(snapshot)
        self.library.show_snapshot(snapshot)
        self.findings.show_snapshot(snapshot)
        self.coverage.show_snapshot(snapshot)
        self.reader.show_snapshot(snapshot)
        self.contradictions.show_snapshot(snapshot)
        self.search.show_snapshot(snapshot)
        self.update_tabs()

    def update_tabs(self) -> None:
        """Show on the tabs how much is in each view."""
        left = self.findings.left_to_decide()
        self.tabs.setTabText(0, f"Library ({len(self.library.model.rows):,})")
        self.tabs.setTabText(1, f"Findings ({left:,} to decide)")
        self.tabs.setTabText(2, f"Coverage ({len(self.coverage.model.rows):,})")

    def show_view(self, name: str) -> None:
        """Show one view and put the focus where its work is."""
        view = self._views[name]
        self.tabs.setCurrentWidget(view)
        view.table.setFocus()

    def view(self) -> str:
        """Return the name of the view in use."""
        here = self.tabs.currentWidget()
        return next((name for name, view in self._views.items() if view is here), "library")

    def go_to_filter(self) -> None:
        """Go to the filter of the view in front, or else to that of the findings."""
        field = getattr(self.tabs.currentWidget(), "search", None)
        if not isinstance(field, QLineEdit):
            self.tabs.setCurrentWidget(self.findings)
            field = self.findings.search
        field.setFocus()
        field.selectAll()
