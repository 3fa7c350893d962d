import re
from pathlib import Path

import policycheck_ui
from policycheck_ui.models.coverage_model import TONES, VERDICT_ICONS
from policycheck_ui.theme.tones import DARK, LIGHT
from policycheck_ui.widgets.kind_dialog import KindDialog
from policycheck_ui.widgets.roles_dialog import RolesDialog
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from ui_walks import unnamed


def test_every_interactive_widget_has_a_name(window, snapshot):
    window.show_snapshot(snapshot)
    for name in ("library", "findings", "coverage"):
        window.show_view(name)
        assert unnamed(window) == []


def test_the_walk_finds_a_widget_without_a_name(qtbot):
    root = QWidget()
    qtbot.addWidget(root)
    field = QLineEdit(root)
    assert unnamed(root) == [field]


def test_dialogs_have_names_too(qtbot, tmp_path):
    for dialog in (KindDialog([tmp_path], None), RolesDialog(["court"], [], None)):
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
    for _ in range(14):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        visited.append(window.focusWidget().accessibleName() or window.focusWidget().text())
    wanted = ["Kind", "Severity", "Status", "Findings", "First quotation", "Second quotation"]
    wanted += ["Reasons and history", "Note", "Decided by", "Accept"]
    places = [visited.index(name) for name in wanted]
    assert places == sorted(places)
    window.runner.workspace = None


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
