import subprocess
import sys
import threading
import warnings
from dataclasses import replace
from pathlib import Path

import pytest
from policycheck_ui.errors import describe
from policycheck_ui.operations import Operation
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QWidget

from policycheck.domain.documents import DocumentKind
from policycheck.errors import WorkspaceError

ROOT = Path(__file__).resolve().parents[2]


def drop(window, paths):
    """Drop files on the window as the system would; returns whether they were welcome."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, no_key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with warnings.catch_warnings():  # Qt 6.12 has a newer signature that 6.8 does not know
        warnings.simplefilter("ignore", DeprecationWarning)
        enter = QDragEnterEvent(QPoint(50, 50), copy, data, left, no_key)
    window.dragEnterEvent(enter)
    hinted = window.drop_hint.isVisible()
    window.dropEvent(QDropEvent(QPointF(50, 50), copy, data, left, no_key))
    return enter.isAccepted() and hinted


def endless(progress):
    while True:
        progress(0, 100, "on and on")


def test_dropped_files_are_added_as_the_kind_chosen(window, workspace, files, settle):
    extra = files / "notes.md"
    extra.write_text("# House Rules\n\n1. Staff must lock the door.\n", encoding="utf-8")
    window.show_workspace(workspace)
    assert drop(window, [extra])
    assert not window.drop_hint.isVisible()
    settle(window)
    dialog = window.importing.dialog
    assert [file.path for file in dialog.files()] == [str(extra)]
    dialog.choose(DocumentKind.STANDARD)
    dialog.accept()
    settle(window)
    assert {row.title: row.kind for row in window.library.model.rows}["House Rules"] is DocumentKind.STANDARD


def test_files_dropped_without_a_workspace_are_answered(window, files):
    drop(window, [files])
    assert "no workspace" in window.frame.notices.text.text()


def test_a_workspace_dropped_is_opened(window, workspace, settle):
    drop(window, [workspace.path])
    settle(window)
    assert window.snapshot.path == workspace.path
    assert window.page.isVisible()


def test_no_field_inside_the_window_swallows_dropped_files(window):
    takers = [widget for widget in window.findChildren(QWidget) if widget.acceptDrops()]
    assert takers == []
    assert window.acceptDrops()


def test_create_open_and_recent(window, tmp_path, settle, preferences):
    path = tmp_path / "new.policycheck"
    window.create_workspace(path)
    settle(window)
    assert window.windowTitle() == "new – policycheck"
    window.close_workspace()
    assert window.start.isVisible()
    assert preferences.recent() == [path]
    window.start.recent.itemActivated.emit(window.start.recent.item(0))
    settle(window)
    assert window.page.isVisible()


def test_a_workspace_that_cannot_be_opened_is_said_in_the_window(window, tmp_path, settle):
    window.open(tmp_path / "gone.policycheck")
    settle(window)
    assert window.start.isVisible()
    assert "gone.policycheck" in window.frame.notices.text.text()
    assert window.frame.notices.level.text() == "Problem"


def test_an_error_nobody_foresaw_is_said_too(window, workspace, settle, caplog):
    def fail(_):
        raise KeyError("clause")

    window.show_workspace(workspace)
    window.runner.run(Operation(title="Checking", work=fail))
    settle(window)
    assert "did not expect" in window.frame.notices.text.text()
    assert not window.frame.progress.isVisible()
    assert "KeyError" in caplog.text


def test_progress_shows_count_and_message_and_cancel_stops(window, workspace, settle, qtbot):
    window.show_workspace(workspace)
    window.runner.run(Operation(title="Checking", work=endless))
    qtbot.waitUntil(lambda: "on and on" in window.frame.progress.message.text())
    assert window.frame.progress.message.text() == "Checking: on and on (0 of 100)"
    assert window.actions_by_id["add_files"].isEnabled()  # what is asked for now waits for its turn
    assert not window.actions_by_id["accept"].isEnabled()
    qtbot.mouseClick(window.frame.progress.cancel_button, Qt.MouseButton.LeftButton)
    settle(window)
    assert not window.frame.progress.isVisible()
    assert "stopped" in window.frame.notices.text.text()
    assert window.actions_by_id["add_files"].isEnabled()


def test_a_cancelled_import_keeps_and_shows_what_was_read(window, workspace, files, settle, qtbot):
    window.show_workspace(workspace)
    extra = files / "more.md"
    extra.write_text("# More\n\n1. Staff must lock the door.\n", encoding="utf-8")

    def work(progress):
        workspace.add([extra], kind=DocumentKind.POLICY)
        endless(progress)

    window.runner.run(Operation(title="Reading documents", work=work))
    qtbot.waitUntil(lambda: "on and on" in window.frame.progress.message.text())
    window.cancel()
    settle(window)
    assert "More" in [row.title for row in window.library.model.rows]


def test_the_window_stays_alive_while_the_worker_works(window, workspace, qtbot, settle):
    gate = threading.Event()
    window.show_workspace(workspace)
    window.runner.run(Operation(title="Checking", work=lambda _: gate.wait(10), refreshes=False))
    window.show_view("findings")
    qtbot.waitUntil(window.findings.table.hasFocus)
    qtbot.keyClick(window.findings.table, Qt.Key.Key_Down)
    assert window.findings.table.currentIndex().row() == 1
    assert window.runner.is_busy
    gate.set()
    settle(window)


def test_closing_while_the_worker_works_stops_it_first(window, workspace, qtbot):
    window.show_workspace(workspace)
    window.runner.run(Operation(title="Checking", work=endless))
    qtbot.waitUntil(lambda: "on and on" in window.frame.progress.message.text())
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert window.runner.is_idle
    assert window.runner.workspace is None


def test_changing_the_kind_of_a_document(window, workspace, settle, files):
    window.show_workspace(workspace)
    row = next(n for n, item in enumerate(window.library.model.rows) if item.title == "Visits Policy")
    window.library.table.selectRow(row)
    treat_as = window.library.context_menu().actions()[0].menu()
    next(a for a in treat_as.actions() if a.text() == "Statutory guidance").trigger()
    settle(window)
    kinds = {item.title: item.kind for item in workspace.documents()}
    assert kinds["Visits Policy"] is DocumentKind.GUIDANCE
    assert window.page.header.stale.isVisible()


def test_the_kind_can_be_edited_in_the_table(window, workspace, qtbot, settle):
    window.show_workspace(workspace)
    table = window.library.table
    index = table.model().index(0, 1)
    table.setCurrentIndex(index)
    table.edit(index)
    combo = table.viewport().findChild(QComboBox) or table.findChild(QComboBox)
    combo.hidePopup()
    combo.setCurrentIndex(combo.findData("standard"))
    combo.activated.emit(combo.currentIndex())
    settle(window)
    assert DocumentKind.STANDARD in {item.kind for item in workspace.documents()}


def test_removing_a_document(window, workspace, settle):
    window.show_workspace(workspace)
    window.library.table.selectRow(0)
    window.preferences.set("confirm_remove", False)
    window.actions_by_id["remove"].trigger()
    settle(window)
    assert len(workspace.documents()) == 1
    assert "untouched" in window.frame.notices.text.text()


def test_who_we_are_is_kept(window, workspace, settle, qtbot):
    window.show_workspace(workspace)
    dialog = window.ask_roles()
    qtbot.waitUntil(dialog.new_role.hasFocus)
    qtbot.keyClicks(dialog.new_role, "bus company")
    qtbot.keyClick(dialog.new_role, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.accept()
    settle(window)
    assert workspace.profile.roles == ("bus company",)
    assert window.page.header.roles.text() == "We are: bus company"


def test_the_list_of_roles_narrows_as_one_types(window, snapshot, workspace, qtbot):
    window.show_workspace(workspace)
    window.snapshot = replace(window.snapshot, known_roles=("court", "local authority"))
    dialog = window.ask_roles()
    qtbot.keyClicks(dialog.new_role, "auth")
    visible = [dialog.list.item(n).text() for n in range(2) if not dialog.list.item(n).isHidden()]
    assert visible == ["local authority"]
    dialog.reject()


def test_an_export_that_cannot_be_written_is_said(window, workspace, settle, tmp_path):
    window.show_workspace(workspace)
    window.export("csv", tmp_path / "no" / "such" / "folder" / "report.csv")
    settle(window)
    assert window.frame.notices.level.text() == "Problem"
    assert "report.csv" in window.frame.notices.text.text()


def test_the_window_comes_before_the_heavy_libraries():
    code = (
        "import sys; import policycheck_ui.desktop, policycheck.workspace; "
        "print([m for m in ('torch', 'sentence_transformers', 'faiss') if m in sys.modules])"
    )
    env_path = f"{ROOT}{':' if sys.platform != 'win32' else ';'}{ROOT / 'ui'}"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": env_path}
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("error", [WorkspaceError("The file is damaged.", remedy="Restore a copy.")])
def test_problem_and_remedy_are_shown_apart(window, error):
    window.show_notice(describe(error))
    assert window.frame.notices.text.text() == "The file is damaged."
    assert window.frame.notices.remedy.text() == "Restore a copy."
