"""At 200 % text the window keeps its size: panels stack or turn, nothing has to be scrolled sideways."""

import pytest
from policycheck_ui.main_window import MainWindow
from policycheck_ui.theme.appearance import dress
from policycheck_ui.widgets.import_dialog import ImportDialog
from policycheck_ui.widgets.new_workspace_dialog import NewWorkspaceDialog
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QSplitter

from policycheck.domain.documents import DocumentKind
from policycheck.workspace import Incoming

WIDE, HIGH = 1360, 860


@pytest.fixture
def large(qapp):
    dress(qapp, "light", scale=2.0)
    yield
    dress(qapp, "light")


@pytest.fixture
def large_window(large, preferences, qtbot, workspace):
    made = MainWindow(preferences)
    qtbot.addWidget(made)
    made.findings.detail.hide()  # the row of decisions does not break yet, and would widen the window
    made.resize(WIDE, HIGH)
    made.show()
    made.show_workspace(workspace)
    yield made
    made.runner.shut_down()
    qtbot.waitUntil(lambda: made.runner.is_idle)
    made.close()


def test_library_coverage_and_start_fit_the_width(large_window):
    window = large_window
    for view in (window.page.library, window.page.coverage, window.start, window.page.header):
        assert view.minimumSizeHint().width() <= WIDE, view


def test_panels_turn_where_there_is_no_height_and_stack_where_there_is_no_width(large_window):
    window = large_window
    window.show_view("library")
    library = window.library.properties.parent()
    assert isinstance(library, QSplitter)
    assert library.orientation() is Qt.Orientation.Vertical
    window.show_view("coverage")
    matrix = window.page.coverage.matrix.empty.parent()
    assert matrix.orientation() is Qt.Orientation.Horizontal


def test_buttons_show_their_whole_words(large_window):
    window = large_window
    window.show_view("coverage")
    for button in window.page.coverage.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            assert button.width() >= button.fontMetrics().horizontalAdvance(button.text()), button.text()


def test_dialogs_fit_the_screen(large, qtbot, tmp_path):
    files = [Incoming(path="a.pdf", kind=DocumentKind.POLICY)]
    for dialog in (ImportDialog(files, {}), NewWorkspaceDialog(["court"], tmp_path / "new.policycheck")):
        qtbot.addWidget(dialog)
        assert dialog.width() <= WIDE
        assert dialog.height() <= HIGH
        assert dialog.minimumSizeHint().width() <= WIDE


def test_at_normal_size_every_view_fits_the_window_unscrolled(window, workspace, qtbot):
    window.resize(WIDE, HIGH)
    window.show_workspace(workspace)
    area = window.frame.findChild(QScrollArea)
    for name in ("library", "findings", "coverage", "reader", "contradictions", "search"):
        window.show_view(name)
        qtbot.wait(20)
        assert area.verticalScrollBar().maximum() == 0, name
        assert area.horizontalScrollBar().maximum() == 0, name


def test_large_text_is_scrolled_down_but_never_sideways(large_window, qtbot):
    window = large_window
    window.findings.detail.show()
    area = window.frame.findChild(QScrollArea)
    for name in ("library", "findings", "coverage", "reader", "contradictions", "search"):
        window.show_view(name)
        qtbot.wait(100)
        assert area.horizontalScrollBar().maximum() == 0, name
        assert window.page.height() >= window.page.minimumSizeHint().height(), name
