"""Jobs that wait, what can be cancelled, and the problems that stay readable."""

import threading
from datetime import UTC, datetime

from policycheck_ui.errors import Level, Notice
from policycheck_ui.models.problems_model import KEPT, ProblemsModel
from policycheck_ui.operations import Operation
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from policycheck.domain.documents import DocumentKind
from policycheck.domain.findings import Action
from policycheck.embedding import HashingEmbedder
from policycheck.workspace import Workspace


def held(gate, title="Reading documents"):
    return Operation(title=title, work=lambda _: gate.wait(20), refreshes=False)


def endless(progress):
    while True:
        progress(0, 100, "on and on")


def test_what_is_asked_for_while_something_runs_waits_for_its_turn(window, workspace, settle, files, qtbot):
    gate = threading.Event()
    window.show_workspace(workspace)
    window.runner.run(held(gate))
    window.set_kind((files / "policies" / "visits-policy.md").as_posix(), DocumentKind.GUIDANCE)
    window.actions_by_id["check"].trigger()
    strip = window.frame.progress
    assert strip.message.text() == "Reading documents…"
    assert strip.waiting.text() == "1 more to come"
    assert strip.waiting.toolTip() == "Checking"
    assert not window.actions_by_id["check"].isEnabled()
    assert window.actions_by_id["add_files"].isEnabled()
    gate.set()
    qtbot.waitUntil(lambda: not strip.waiting.isVisible())
    settle(window)
    assert not workspace.is_stale()
    assert not strip.isVisible()
    assert window.actions_by_id["check"].isEnabled()


def test_cancel_stops_what_runs_and_what_waits_goes_on(window, workspace, settle, qtbot):
    done = []
    window.show_workspace(workspace)
    window.runner.run(Operation(title="Checking", work=endless, refreshes=False))
    window.runner.run(Operation(title="Reading documents", work=lambda _: done.append(1), refreshes=False))
    qtbot.waitUntil(lambda: "on and on" in window.frame.progress.message.text())
    qtbot.mouseClick(window.frame.progress.cancel_button, Qt.MouseButton.LeftButton)
    settle(window)
    assert done == [1]


def test_cancel_all_stops_what_waits_too(window, workspace, settle, qtbot):
    done = []
    window.show_workspace(workspace)
    window.runner.run(Operation(title="Checking", work=endless, refreshes=False))
    window.runner.run(Operation(title="Reading documents", work=lambda _: done.append(1), refreshes=False))
    qtbot.waitUntil(lambda: "on and on" in window.frame.progress.message.text())
    assert window.frame.progress.cancel_all_button.isVisible()
    qtbot.mouseClick(window.frame.progress.cancel_all_button, Qt.MouseButton.LeftButton)
    settle(window)
    assert done == []


def test_closing_the_workspace_waits_for_what_runs(window, workspace, settle):
    gate = threading.Event()
    window.show_workspace(workspace)
    window.runner.run(held(gate))
    window.actions_by_id["close"].trigger()
    assert window.page.isVisible()
    gate.set()
    settle(window)
    assert window.start.isVisible()


def test_a_cancelled_import_keeps_the_files_read_and_names_the_file_it_is_at(
    window, workspace, settle, qtbot, tmp_path
):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(3):
        (folder / f"p{number} policy.md").write_text(
            f"# Policy {number}\n\n1. Staff must lock door {number}.\n", encoding="utf-8"
        )
    window.show_workspace(workspace)
    seen = []
    window.runner.progressed.connect(lambda done, total, message: seen.append((done, total, message)))
    window.importing.look_at([folder])
    settle(window)
    window.importing.dialog.accept()
    settle(window)
    assert (3, 3, "Reading finished") in seen
    assert any(message.startswith("Reading p") for _, _, message in seen)


def test_problems_stay_readable_after_their_notice(window, workspace, settle, tmp_path, qtbot):
    window.show_workspace(workspace)
    for number in range(2):
        window.export("csv", tmp_path / "none" / f"{number}.csv")
        settle(window)
    assert window.frame.notices.problems_button.text() == "All problems (2)"
    qtbot.mouseClick(window.frame.notices.problems_button, Qt.MouseButton.LeftButton)
    panel = window.frame.problems
    assert panel.isVisible()
    assert [row.notice.level for row in panel.model.rows] == [Level.ERROR, Level.ERROR]
    assert "1.csv" in panel.model.rows[0].notice.text  # the latest first
    panel.copy()
    assert "0.csv" in QGuiApplication.clipboard().text()
    panel.clear_button.click()
    assert not panel.isVisible()
    assert not window.frame.notices.problems_button.isVisible()


def test_news_is_no_problem(window):
    window.show_notice(Notice(level=Level.INFO, text="Done."))
    assert window.frame.problems.model.rows == []


def test_the_list_of_problems_keeps_qt_s_contract_and_a_bound(qtmodeltester):
    model = ProblemsModel()
    for number in range(KEPT + 5):
        model.add(Notice(level=Level.WARNING, text=str(number)), at=datetime(2026, 1, 1, tzinfo=UTC))
    assert len(model.rows) == KEPT
    assert model.rows[0].notice.text == str(KEPT + 4)
    qtmodeltester.check(model)


def test_after_an_export_the_folder_can_be_opened(window, workspace, settle, tmp_path):
    window.show_workspace(workspace)
    window.export("csv", tmp_path / "report.csv")
    settle(window)
    assert window.frame.notices.folder_button.isVisible()
    assert window.frame.notices.folder() == str(tmp_path)


def test_a_decision_made_before_a_crash_is_on_disk(window, workspace, settle):
    window.show_workspace(workspace)
    window.show_view("findings")
    window.actions_by_id[Action.ACCEPT.value].trigger()
    settle(window)
    with Workspace.open(
        workspace.path, embedder=HashingEmbedder()
    ) as other:  # as after a crash: nothing was closed
        assert [made.action for made in other.decisions()] == [Action.ACCEPT]
