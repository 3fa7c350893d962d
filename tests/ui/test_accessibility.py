import re
from pathlib import Path

import policycheck_ui
from policycheck_ui.models.coverage_model import TONES, VERDICT_ICONS
from policycheck_ui.theme.tones import DARK, LIGHT
from policycheck_ui.widgets.import_dialog import ImportDialog
from policycheck_ui.widgets.new_workspace_dialog import NewWorkspaceDialog
from policycheck_ui.widgets.roles_dialog import RolesDialog
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from ui_walks import unnamed

from policycheck.domain.documents import DocumentKind
from policycheck.workspace import Incoming


def test_every_interactive_widget_has_a_name(window, snapshot):
    window.show_snapshot(snapshot)
    for name in ("library", "findings", "coverage", "reader", "contradictions"):
        window.show_view(name)
        assert unnamed(window) == []


def test_the_walk_finds_a_widget_without_a_name(qtbot):
    root = QWidget()
    qtbot.addWidget(root)
    field = QLineEdit(root)
    assert unnamed(root) == [field]


def test_dialogs_have_names_too(qtbot, tmp_path):
    incoming = Incoming(path="a.pdf", kind=DocumentKind.POLICY)
    for dialog in (
        ImportDialog([incoming], {}),
        NewWorkspaceDialog(["court"], tmp_path / "new.policycheck"),
        RolesDialog(["court"], [], None),
    ):
        qtbot.addWidget(dialog)
        assert unnamed(dialog) == []
        assert dialog.windowTitle()


def test_tab_goes_from_the_filter_to_the_list_to_the_quotations_to_the_decision(window, snapshot, qtbot):
    window.show_snapshot(snapshot)
    window.runner.workspace = object()
    window._update_actions()
    window.show_view("findings")
    window.activateWindow()
    view = window.findings
    view.search.setFocus()
    qtbot.waitUntil(view.search.hasFocus)
    visited = []
    for _ in range(18):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        visited.append(window.focusWidget().accessibleName() or window.focusWidget().text())
    wanted = ["Add a filter", "Sort the findings", "Remove the filter Status: Open", "Clear all filters"]
    wanted += ["Findings", "First quotation", "Second quotation"]
    wanted += ["Reasons and history", "Note", "Decided by", "Accept"]
    places = [visited.index(name) for name in wanted]
    assert places == sorted(places)
    window.runner.workspace = None


def tabbed(window, qtbot, *, start, steps):
    """Return what Tab visits from a widget on, by name or words."""
    window.activateWindow()
    start.setFocus()
    qtbot.waitUntil(start.hasFocus)
    visited = []
    for _ in range(steps):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        here = window.focusWidget()
        visited.append(here.accessibleName() or getattr(here, "text", str)())
    return visited


def test_tab_goes_from_the_filters_of_the_matrix_to_its_cells_and_on_to_the_cell_in_full(
    window, workspace, qtbot
):
    window.show_workspace(workspace)
    window.show_view("coverage")
    view = window.page.coverage.matrix
    visited = tabbed(window, qtbot, start=view.search, steps=8)
    wanted = ["Filter the policies", "Holes only", "Totals only", "Coverage matrix: obligations by policies"]
    places = [visited.index(name) for name in [*wanted, "The cell in full"]]
    assert places == sorted(places)


def test_tab_goes_from_the_documents_to_their_properties(window, workspace, qtbot):
    window.show_workspace(workspace)
    window.show_view("library")
    window.library.table.selectRow(0)
    visited = tabbed(window, qtbot, start=window.library.search, steps=5)
    places = [visited.index(name) for name in ["Documents", "Kind of the document"]]
    assert places == sorted(places)


def test_verdicts_have_shapes_of_their_own_not_only_colours():
    assert len(set(VERDICT_ICONS.values())) == len(VERDICT_ICONS) == len(TONES)


def test_both_themes_can_be_put_on_and_the_marks_follow(window, snapshot):
    window.show_snapshot(snapshot)
    window.show_view("findings")
    window.findings.select("conflict")
    words = window.findings.detail.quotations.second.words
    for scheme, colours in (("dark", DARK), ("light", LIGHT)):
        window.choose_scheme(scheme)
        cursor = words.textCursor()
        cursor.setPosition(words.toPlainText().index("15") + 1)
        assert cursor.charFormat().background().color().name() == colours.mark
        assert window.palette().window().color().name() == colours.window


def test_the_program_never_says_compliant():
    folder = Path(policycheck_ui.__file__).parent
    for path in folder.rglob("*.py"):
        assert not re.search(r"complian", path.read_text(encoding="utf-8"), re.IGNORECASE), path
