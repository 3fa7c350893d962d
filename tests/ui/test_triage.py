"""Working through the findings by keyboard: moving, deciding one or many, chips, views and keys."""

from datetime import date, timedelta

import pytest
from policycheck_ui.list_keys import DEFAULTS, ListKeys, clashes
from policycheck_ui.triage import ask_keys
from policycheck_ui.widgets.assign_dialog import AssignDialog
from policycheck_ui.widgets.keys_dialog import KeysDialog
from policycheck_ui.widgets.reason_dialog import ReasonDialog
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from policycheck.domain.findings import Action, FindingKind, FindingStatus, Sensitivity

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(window, workspace, qtbot):
    window.show_workspace(workspace)
    window.show_view("findings")
    qtbot.waitUntil(window.findings.table.hasFocus)
    return window.findings


def ids(view):
    return [view.model.row_at(row).id for row in range(view.model.rowCount())]


def test_j_and_k_go_down_and_up_and_stop_at_the_ends(view, qtbot):
    order = ids(view)
    assert len(order) >= 2
    qtbot.keyClick(view.table, "k")
    assert view.selected().id == order[0]
    for key, place in (("j", 1), ("k", 0), *(("j", None) for _ in order)):
        qtbot.keyClick(view.table, key)
        if place is not None:
            assert view.selected().id == order[place]
    assert view.selected().id == order[-1]


def test_a_letter_without_a_meaning_does_nothing(view, qtbot):
    first = view.selected().id
    for letter in "ctgx":
        qtbot.keyClick(view.table, letter)
    assert view.selected().id == first


def test_many_are_decided_at_once_and_undone_in_one_step(window, view, workspace, qtbot, settle):
    order = ids(view)
    qtbot.keyClick(view.table, Qt.Key.Key_Down, SHIFT)
    assert [finding.id for finding in view.all_selected()] == order[:2]
    assert view.detail.decision_bar.number.text() == "Decides on 2 findings at once"
    view.detail.decision_bar.note.setText("Same cause")
    qtbot.keyClick(view.table, "d")
    settle(window)
    assert [(d.finding, d.action, d.note) for d in workspace.decisions()] == [
        (finding, Action.DISMISS, "Same cause") for finding in order[:2]
    ]
    assert window.undo_stack.undoText() == "“Dismissed” on 2 findings"
    qtbot.keyClick(view.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    assert {workspace.finding(finding).status for finding in order[:2]} == {FindingStatus.OPEN}
    assert not window.undo_stack.canUndo()
    window.actions_by_id["redo"].trigger()
    settle(window)
    assert {workspace.finding(finding).status for finding in order[:2]} == {FindingStatus.DISMISSED}


def test_the_undo_menu_names_what_it_undoes(window, view, qtbot, settle):
    ref = view.selected().a.ref
    qtbot.keyClick(view.table, "a")
    settle(window)
    assert window.actions_by_id["undo"].text().startswith(f"Undo “Accepted” on {ref}")


def test_progress_is_said(window, view, qtbot, settle):
    every = len(view.model.rows)
    assert view.progress.words.text() == f"0 of {every} decided"
    qtbot.keyClick(view.table, "l")
    settle(window)
    assert view.progress.words.text() == f"1 of {every} decided"
    assert view.progress.bar.value() == 1


def test_a_decision_is_announced(window, view, qtbot, settle, monkeypatch):
    said = []
    monkeypatch.setattr("policycheck_ui.deciding.announce", lambda _, text: said.append(text))
    left = view.left_to_decide() - 2
    qtbot.keyClick(view.table, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(view.table, "a")
    settle(window)
    assert said == [f"Accepted, 2 findings. {left} {'finding' if left == 1 else 'findings'} left to decide."]


def test_the_whole_work_by_keyboard(window, view, workspace, qtbot, settle):
    first = view.selected().id
    qtbot.keyClick(view.table, "a")
    settle(window)
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(view.search.hasFocus)
    qtbot.keyClicks(view.search, "zebra")
    assert view.model.rowCount() == 0
    view.search.clear()
    for _ in range(12):
        if window.focusWidget().accessibleName() == "Remove the filter Status: Open":
            break
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Delete)
    assert window.focusWidget().accessibleName() == "Remove the filter Status: Lapsed"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert view.wanted.facets == {}
    assert first in ids(view)


def test_filters_are_added_from_the_menu_and_removed_by_their_chip(view):
    facets = {action.text(): action.menu() for action in view.bar.add_button.filled().actions()}
    high = next(action for action in facets["Severity"].actions() if action.text().startswith("High"))
    high.trigger()
    assert {finding.severity.value for finding in map(view.model.row_at, range(view.model.rowCount()))} == {
        "high"
    }
    assert [button.text() for button in view.bar.chips.chips] == [
        "Severity: High",
        "Status: Open",
        "Status: Lapsed",
    ]
    assert view.bar.view_button.text() == "View: High severity, to decide"
    view.bar.chips.chips[0].click()
    assert view.bar.view_button.text() == "View: To decide"
    view.bar.chips.clear_button.click()
    assert not view.bar.chips.isVisible()


def test_a_view_of_one_s_own(window, view, preferences):
    view.bar.search.setText("visit")
    view.bar.save_view("Visits")
    assert view.bar.view_button.text() == "View: Visits"
    choose = {action.text(): action for action in view.bar.view_button.filled().actions()}
    choose["Everything"].trigger()
    assert view.search.text() == ""
    {action.text(): action for action in view.bar.view_button.filled().actions()}["Visits"].trigger()
    assert view.search.text() == "visit"


def test_the_sort_menu_sorts_and_can_be_turned_round(view):
    sorts = {action.text(): action for action in view.bar.sort_button.filled().actions()}
    sorts["Confidence"].trigger()
    values = [view.model.row_at(row).confidence for row in range(view.model.rowCount())]
    assert values == sorted(values)
    next(a for a in view.bar.sort_button.filled().actions() if a.text() == "&Backwards").trigger()
    values = [view.model.row_at(row).confidence for row in range(view.model.rowCount())]
    assert values == sorted(values, reverse=True)
    assert view.bar.sort_button.text() == "Sort: confidence, backwards"


def test_less_certain_findings_can_be_left_out_and_are_counted(window, view, workspace, settle):
    every = len(view.model.rows)
    unsure = sum(
        f.confidence < 0.7 if f.kind is FindingKind.CONFLICT else f.confidence < 0.6 for f in view.model.rows
    )
    choose = {
        action.text().partition(":")[0]: action for action in view.progress.sensitivity.filled().actions()
    }
    choose["Careful"].trigger()
    settle(window)
    assert workspace.sensitivity is Sensitivity.CAREFUL
    assert len(view.model.rows) == every - unsure
    said = view.progress.hidden.text()
    assert said.startswith(f"{unsure} less certain finding") if unsure else said == ""
    choose["Thorough"].trigger()
    settle(window)
    assert len(view.model.rows) == every
    assert view.progress.hidden.text() == ""


def test_the_question_mark_shows_the_keys_and_they_can_be_changed(
    window, view, workspace, qtbot, settle, preferences
):
    qtbot.keyClick(view.table, "?")
    dialog = window.findChild(KeysDialog)
    assert {name: edit.keySequence().toString() for name, edit in dialog.edits.items()} == DEFAULTS
    dialog.edits["accept"].setKeySequence(QKeySequence("D"))
    assert "D stands for two things" in dialog.clash.text()
    dialog.accept()
    assert dialog.isVisible()
    dialog.edits["accept"].setKeySequence(QKeySequence("Y"))
    dialog.accept()
    view.table.setFocus()
    qtbot.keyClick(view.table, "a")
    qtbot.keyClick(view.table, "y")
    settle(window)
    assert [d.action for d in workspace.decisions()] == [Action.ACCEPT]
    assert "(Y in the list)" in window.actions_by_id["accept"].toolTip()
    assert ListKeys(preferences, window.actions_by_id).keys()["accept"] == "Y"


def test_single_keys_can_be_switched_off(window, view, workspace, qtbot, settle):
    dialog = ask_keys(window)
    dialog.is_on.setChecked(False)
    dialog.accept()
    view.table.setFocus()
    for letter in "adlrjk":
        qtbot.keyClick(view.table, letter)
    settle(window)
    assert workspace.decisions() == []
    assert "in the list)" not in window.actions_by_id["accept"].toolTip()


def test_no_key_stands_for_two_things_from_the_start():
    assert clashes(DEFAULTS) == set()
    assert clashes({"a": "", "b": ""}) == set()


def test_findings_are_given_to_somebody_and_taken_back(window, view, workspace, qtbot, settle):
    order = ids(view)
    qtbot.keyClick(view.table, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(view.table, "g")
    dialog = window.findChild(AssignDialog)
    dialog.name.setCurrentText("Bea")
    dialog.has_due.setChecked(True)
    due = dialog.due()
    assert due == date.today() + timedelta(days=28)
    dialog.accept()
    settle(window)
    assert {(workspace.finding(one).assignee, workspace.finding(one).due) for one in order[:2]} == {
        ("Bea", due)
    }
    assert view.detail.assigned.text().startswith("Assigned to Bea, due ")
    assert not view.table.isColumnHidden(7)
    assert window.undo_stack.undoText().startswith("“Assigned to Bea, due ")
    view.want(view.wanted.having("assignee", {"Bea"}))
    assert view.model.rowCount() == 2
    window.actions_by_id["undo"].trigger()
    settle(window)
    assert {workspace.finding(one).assignee for one in order[:2]} == {""}
    assert view.model.rowCount() == 0
    window.actions_by_id["redo"].trigger()
    settle(window)
    assert workspace.finding(order[0]).due == due


def test_the_dialog_shows_what_all_have_in_common_and_offers_names(qtbot, findings):
    from dataclasses import replace  # noqa: PLC0415 - used here only

    day = date(2027, 1, 4)
    both = [replace(findings[0], assignee="Ann", due=day), replace(findings[1], assignee="Bob", due=day)]
    dialog = AssignDialog(both, ["Ann", "Bob"])
    qtbot.addWidget(dialog)
    assert (dialog.assignee(), dialog.due()) == ("", day)
    assert [dialog.name.itemText(n) for n in range(dialog.name.count())] == ["", "Ann", "Bob"]


def test_what_does_not_apply_needs_a_reason(window, view, workspace, qtbot, settle):
    view.choose(kind=FindingKind.GAP)
    gap = view.selected().id
    view.table.setFocus()
    qtbot.keyClick(view.table, "n")
    dialog = window.findChild(ReasonDialog)
    dialog.accept()
    assert dialog.isVisible()
    assert not dialog.save.isEnabled()
    qtbot.keyClicks(dialog.text, "We run no such service")
    dialog.accept()
    settle(window)
    assert workspace.finding(gap).status is FindingStatus.NOT_APPLICABLE
    assert workspace.decisions()[-1].note == "We run no such service"
    window.actions_by_id["undo"].trigger()
    settle(window)
    assert workspace.finding(gap).status is FindingStatus.OPEN


def test_a_decision_that_does_not_suit_what_is_selected_cannot_be_made(window, view):
    enabled = {}
    for kind in FindingKind:
        view.choose(kind=kind)
        enabled[kind] = {
            a: window.actions_by_id[a].isEnabled() for a in ("not_applicable", "both_right", "accept")
        }
    assert enabled[FindingKind.GAP] == {"not_applicable": True, "both_right": False, "accept": True}
    assert enabled[FindingKind.CONFLICT] == {"not_applicable": False, "both_right": True, "accept": True}
