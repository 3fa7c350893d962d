import pytest
from PySide6.QtCore import Qt

from policycheck.domain.findings import Action, FindingStatus


@pytest.fixture
def open_window(window, workspace, settle):
    window.show_workspace(workspace)
    window.show_view("findings")
    return window


def act(window, settle, name):
    window.actions_by_id[name].trigger()
    settle(window)


def history(workspace):
    return [(item.action, item.note) for item in workspace.decisions()]


def test_undo_records_the_open_state_again_and_redo_the_decision(open_window, workspace, settle):
    finding = open_window.findings.selected().id
    open_window.page.decision_bar.note.setText("Agreed")
    act(open_window, settle, "accept")
    assert workspace.finding(finding).status is FindingStatus.ACCEPTED
    act(open_window, settle, "undo")
    assert workspace.finding(finding).status is FindingStatus.OPEN
    assert open_window.findings.selected().id == finding
    act(open_window, settle, "redo")
    assert workspace.finding(finding).status is FindingStatus.ACCEPTED
    assert history(workspace) == [
        (Action.ACCEPT, "Agreed"),
        (Action.REOPEN, "Undone"),
        (Action.ACCEPT, "Agreed"),
    ]


def test_undo_of_a_second_decision_brings_the_first_back_with_its_note(open_window, workspace, settle):
    view = open_window.findings
    view.choose(statuses=None)
    finding = view.selected().id
    open_window.page.decision_bar.note.setText("Wait for the panel")
    act(open_window, settle, "defer")
    view.select(finding)
    act(open_window, settle, "resolve")
    act(open_window, settle, "undo")
    assert workspace.finding(finding).status is FindingStatus.DEFERRED
    assert history(workspace)[-1] == (Action.DEFER, "Wait for the panel")
    act(open_window, settle, "undo")
    assert workspace.finding(finding).status is FindingStatus.OPEN
    assert not open_window.actions_by_id["undo"].isEnabled()


def test_ctrl_z_undoes_from_the_list(open_window, workspace, settle, qtbot):
    table = open_window.findings.table
    qtbot.waitUntil(table.hasFocus)
    finding = open_window.findings.selected().id
    qtbot.keyClick(table, Qt.Key.Key_A)
    settle(open_window)
    qtbot.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(open_window)
    assert workspace.finding(finding).status is FindingStatus.OPEN
    assert len(workspace.decisions()) == 2


def test_an_undo_that_fails_is_said_and_leaves_nothing_to_undo(open_window, workspace, settle):
    act(open_window, settle, "accept")
    for document in workspace.documents():
        workspace.remove(document.path)
    workspace.check()
    act(open_window, settle, "undo")
    assert "There is no finding" in open_window.frame.notices.text.text()
    assert not open_window.actions_by_id["undo"].isEnabled()
