"""The same path by a person who uses no mouse: shortcuts, menus, Tab and Enter."""

from end_to_end.keyboard import LIST_KEYS, mnemonic
from policycheck_ui.actions import MENUS
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from policycheck.domain.findings import FindingStatus
from policycheck.workspace import Workspace


def test_the_whole_path_needs_no_mouse(window, keyboard, documents, settle, qtbot, tmp_path):
    path, out = tmp_path / "by keys.policycheck", tmp_path / "report.xlsx"
    keyboard.answer(path)
    keyboard.shortcut("new")
    qtbot.waitUntil(lambda: window.snapshot is not None, timeout=60_000)
    settle(window)
    keyboard.answer(documents)
    keyboard.menu("add_folder")
    keyboard.accept_dialog()
    settle(window)
    assert len(window.library.model.rows) == sum(1 for _ in documents.glob("*/*"))

    keyboard.shortcut("check")
    settle(window)
    keyboard.shortcut("findings")
    keyboard.tab_to("Findings")
    chosen = window.findings.selected()
    keyboard.type(LIST_KEYS["accept"].lower())
    settle(window)
    workspace = window.runner.workspace
    assert workspace.finding(chosen.id).status is FindingStatus.ACCEPTED
    keyboard.shortcut_of(window.actions_by_id["undo"])
    settle(window)
    assert workspace.finding(chosen.id).status is FindingStatus.OPEN

    keyboard.tab_to("Note")
    keyboard.type("a d r")  # in a field they are letters, not decisions
    assert QApplication.focusWidget().text() == "a d r"
    keyboard.tab_to("Findings")
    keyboard.press(Qt.Key.Key_Down)
    second = window.findings.selected()
    assert second.id != chosen.id
    keyboard.menu("dismiss")
    settle(window)

    keyboard.answer(out)
    keyboard.shortcut("export_xlsx")
    settle(window)
    assert out.stat().st_size > 0
    keyboard.shortcut("quit")
    qtbot.waitUntil(lambda: not window.isVisible())
    with Workspace.open(path) as again:
        assert again.finding(second.id).status is FindingStatus.DISMISSED
        assert [d.note for d in again.decisions() if d.finding == second.id] == ["a d r"]


def test_every_menu_opens_with_a_letter_of_its_own(window):
    bar = window.menuBar().actions()
    letters = [mnemonic(menu.text()) for menu in bar]
    assert len(bar) == len(MENUS)
    assert "" not in letters
    assert len(set(letters)) == len(letters), letters
