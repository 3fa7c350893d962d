"""How one begins: a new workspace with its answers, one that has moved, and where one was before a crash."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from policycheck_ui import choices
from policycheck_ui.session import Place, Session, read_place
from policycheck_ui.widgets.new_workspace_dialog import NewWorkspaceDialog
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from policycheck.domain.documents import DocumentKind


def test_a_new_workspace_asks_who_we_are_and_where_the_documents_lie(window, files, settle, tmp_path, qtbot):
    window.actions_by_id["new"].trigger()
    settle(window)
    dialog = window.starting.dialog
    assert "local authority" in [dialog.roles.list.item(n).text() for n in range(dialog.roles.list.count())]
    dialog.place.set_path(tmp_path / "mine")
    dialog.sources.set_path(files / "legislation")
    dialog.policies.set_path(files / "policies")
    qtbot.keyClicks(dialog.roles.new_role, "bus company")
    qtbot.keyClick(dialog.roles.new_role, Qt.Key.Key_Return)
    dialog.accept()
    settle(window)
    assert window.snapshot.path == tmp_path / "mine.policycheck"
    assert window.snapshot.roles == ("bus company",)
    assert window.page.isVisible()
    kinds = [file.kind for file in window.importing.dialog.files()]
    assert kinds == [DocumentKind.LEGISLATION, DocumentKind.POLICY]
    window.importing.dialog.accept()
    settle(window)
    assert len(window.library.model.rows) == 2


def test_a_new_workspace_cannot_be_made_where_one_is_or_nothing_can_be(qtbot, tmp_path):
    taken = tmp_path / "taken.policycheck"
    taken.write_text("", encoding="utf-8")
    dialog = NewWorkspaceDialog([], tmp_path / "free.policycheck")
    qtbot.addWidget(dialog)
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert ok.isEnabled()
    for path, said in (
        (taken, "exists already"),
        (tmp_path / "no" / "x.policycheck", "no folder"),
        (Path("/"), "Say where"),
    ):
        dialog.place.set_path(path)
        assert not ok.isEnabled()
        assert said in dialog.problem.text()
    assert choices.free_name(tmp_path) == tmp_path / "policies.policycheck"


@pytest.fixture
def moved(window, workspace, preferences, tmp_path):
    """A workspace used once and then moved to another folder."""
    old = tmp_path / "before" / "small.policycheck"
    preferences.remember(old)
    window.close_workspace()
    return old


def test_a_workspace_that_is_gone_is_greyed_says_so_and_can_be_located(
    window, moved, workspace, settle, monkeypatch
):
    item = window.start.recent.item(0)
    assert "not found. Locate…" in item.text()
    assert item.foreground().color() != window.palette().text().color()
    monkeypatch.setattr(choices, "ask_workspace", lambda *_: workspace.path)
    window.start.recent.itemActivated.emit(item)
    settle(window)
    assert window.snapshot.path == workspace.path
    assert moved not in window.preferences.recent_and_gone()


def test_a_workspace_can_be_taken_off_the_list(window, moved):
    window.start.recent.setCurrentRow(0)
    words = [action.text() for action in window.start.context_menu().actions()]
    assert words == ["Locate…", "Take off the list"]
    window.start.context_menu().actions()[1].trigger()
    assert window.start.recent.count() == 0


def test_opening_another_workspace_does_not_forget_the_missing_one(preferences, tmp_path):
    gone, here = tmp_path / "gone.policycheck", tmp_path / "here.policycheck"
    here.touch()
    preferences.remember(gone)
    preferences.remember(here)
    assert preferences.recent() == [here]
    assert preferences.recent_and_gone() == [here, gone]


# After a crash


@pytest.fixture
def crashed(workspace, preferences):
    """The place that a program left which ended without closing."""
    finding, document = workspace.findings()[-1], workspace.documents()[-1]
    place = Place(
        workspace=str(workspace.path),
        view="findings",
        way="charts",
        finding=finding.id,
        document=document.path,
        running=("Checking",),
    )
    preferences.session = place.as_text()
    return place


def test_where_one_is_is_kept_while_one_works_and_forgotten_when_closed(
    window, workspace, preferences, qtbot
):
    session = Session(window, preferences)
    window.show_workspace(workspace)
    window.show_view("findings")
    window.findings.select(workspace.findings()[-1].id)
    qtbot.waitUntil(lambda: preferences.session != "")
    qtbot.waitUntil(lambda: read_place(preferences.session).finding == workspace.findings()[-1].id)
    kept = read_place(preferences.session)
    assert (Path(kept.workspace), kept.view) == (workspace.path, "findings")
    session.end()
    assert preferences.session == ""


def test_after_a_crash_it_opens_where_one_was_and_says_what_is_kept(window, crashed, preferences, settle):
    session = Session(window, preferences)
    assert session.recover()
    settle(window)
    assert window.findings.selected().id == crashed.finding
    assert window.library.selected().path == crashed.document
    assert window.page.view() == "findings"
    assert window.page.coverage.way() == "charts"
    assert "not closed properly" in window.frame.notices.text.text()
    assert "Not finished: Checking" in window.frame.notices.remedy.text()
    session.end()


def test_what_ends_the_program_at_the_opening_does_not_do_so_at_every_start(
    window, crashed, preferences, tmp_path, settle
):
    Path(crashed.workspace).write_bytes(b"no workspace any more")
    session = Session(window, preferences)
    assert session.recover()
    assert preferences.session == ""
    settle(window)
    window.create_workspace(tmp_path / "another.policycheck")  # nothing is said to be recovered in it
    settle(window)
    assert "not closed properly" not in window.frame.notices.text.text()
    session.end()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_program_that_is_killed_loses_no_place(window, workspace, preferences, tmp_path, settle):
    finding = workspace.findings()[-1].id
    script = tmp_path / "killed.py"
    script.write_text(
        f"""
import os, signal, sys
import policycheck_ui
from pathlib import Path
from PySide6.QtCore import QSettings
from policycheck_ui.desktop import application
from policycheck_ui.main_window import MainWindow
from policycheck_ui.preferences import Preferences
from policycheck_ui.session import Session
from policycheck.workspace import Workspace
app = application()
ini, data = {str(tmp_path / "preferences.ini")!r}, {str(tmp_path / "data")!r}
preferences = Preferences(QSettings(ini, QSettings.Format.IniFormat), data_folder=Path(data))
window = MainWindow(preferences)
session = Session(window, preferences)
window.show_workspace(Workspace.open(Path({str(workspace.path)!r})))
window.show_view("findings")
window.findings.select({finding!r})
session.keep()
os.kill(os.getpid(), signal.SIGKILL)
""",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    preferences._settings.sync()
    session = Session(window, preferences)
    assert session.recover()
    settle(window)
    assert window.findings.selected().id == finding
    session.end()


def test_a_second_window_neither_recovers_nor_keeps(window, crashed, preferences):
    first = Session(window, preferences)
    second = Session(window, preferences)
    assert not second.recover()
    second.keep()
    assert read_place(preferences.session) == crashed
    first.end()


def test_nothing_is_recovered_after_a_proper_end_or_from_nonsense(window, preferences, tmp_path):
    session = Session(window, preferences)
    assert not session.recover()
    assert read_place("no json") is None
    assert read_place(json.dumps({"unknown": 1})) is None
    session.end()
