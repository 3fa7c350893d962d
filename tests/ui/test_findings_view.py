from dataclasses import replace

import pytest
from policycheck_ui.models.findings_model import NOTE_COLUMN
from PySide6.QtCore import Qt

from policycheck.domain.findings import FindingKind, FindingStatus


@pytest.fixture
def view(window, snapshot, qtbot):
    window.show_snapshot(snapshot)
    window.show_view("findings")
    return window.findings


def test_the_first_finding_is_selected_with_its_reasons(view):
    assert view.selected().id == "missing"
    assert view.detail.message.text() == "No policy does this."
    assert "Nothing in the library is about a report." in view.detail.reasons.words.toPlainText()
    assert view.detail.quotations.second.title.text() == "Nothing found"


def test_a_contradiction_shows_both_quotations_with_the_words_that_differ(view):
    view.select("conflict")
    first, second = view.detail.quotations.first, view.detail.quotations.second
    assert first.caption.text() == "Legislation"
    assert second.caption.text() == "Local policy"
    assert second.place.text() == "Reference 2.2"
    assert first.words.toPlainText() == "The authority must reply within 10 working days."
    assert "10" in first.words.marked()
    assert second.words.marked() == ["15"]
    assert "time limit" in view.detail.reasons.words.toPlainText()


def test_marked_words_are_underlined_and_bold_not_only_coloured(view):
    view.select("conflict")
    cursor = view.detail.quotations.second.words.textCursor()
    cursor.setPosition("The team replies within 15 working days.".index("15") + 1)
    assert cursor.charFormat().fontUnderline()
    assert cursor.charFormat().fontWeight() > 500


def test_the_words_the_engine_names_are_the_ones_marked(window, snapshot):
    conflict = snapshot.findings[2]
    said = replace(
        conflict,
        a=replace(conflict.a, words="within 10 working days"),
        b=replace(conflict.b, words="within 15 working days"),
    )
    window.show_snapshot(replace(snapshot, findings=(said,)))
    window.findings.select("conflict")
    assert window.findings.detail.quotations.first.words.marked() == ["within 10 working days"]
    assert window.findings.detail.quotations.second.words.marked() == ["within 15 working days"]


def test_a_document_read_in_part_and_a_lapsed_decision_are_said(view):
    view.select("partial")
    assert view.detail.reasons.in_part.isVisible()
    assert "page 3 is a picture" in view.detail.reasons.words.toPlainText()
    view.select("lapsed")
    said = view.detail.reasons.words.toPlainText()
    assert not view.detail.reasons.in_part.isVisible()
    assert "lapsed" in said
    assert "Accepted by Bob on 3 May 2026" in said
    assert "Tell the team" in said


def test_the_filter_row_narrows_the_list(view, qtbot):
    qtbot.keyClicks(view.search, "report")
    assert view.model.rowCount() == 1
    assert view.bar.count.text() == "1 of 4 shown"
    view.search.clear()
    view.choose(kind=FindingKind.CONFLICT)
    assert [view.model.row_at(row).id for row in range(view.model.rowCount())] == ["conflict"]
    view.choose(statuses={FindingStatus.LAPSED})
    assert view.selected().id == "lapsed"
    view.choose(statuses={FindingStatus.RESOLVED})
    assert view.selected() is None
    assert view.detail.currentIndex() == 1


def test_the_note_column_is_there_only_when_it_says_something(window, snapshot, view):
    assert not view.table.isColumnHidden(NOTE_COLUMN)
    clean = tuple(replace(finding, warnings=()) for finding in snapshot.findings)
    window.show_snapshot(replace(snapshot, findings=clean))
    assert view.table.isColumnHidden(NOTE_COLUMN)


def decided(workspace):
    return [(item.action.value, item.by, item.note) for item in workspace.decisions()]


def test_letters_decide_only_while_the_list_has_the_focus(window, workspace, qtbot, settle):
    window.show_workspace(workspace)
    window.show_view("findings")
    view = window.findings
    qtbot.waitUntil(view.table.hasFocus)
    note = view.detail.decision_bar.note
    note.setFocus()
    qtbot.keyClicks(note, "adlr")
    view.search.setFocus()
    qtbot.keyClick(view.search, Qt.Key.Key_A)
    view.search.clear()
    view.detail.quotations.first.words.setFocus()
    qtbot.keyClick(view.detail.quotations.first.words, Qt.Key.Key_D)
    settle(window)
    assert decided(workspace) == []
    assert note.text() == "adlr"
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_D)
    settle(window)
    assert decided(workspace) == [("dismiss", "Ann", "adlr")]
    assert note.text() == ""


@pytest.mark.parametrize(
    ("key", "action"), [("A", "accept"), ("D", "dismiss"), ("L", "defer"), ("R", "resolve")]
)
def test_each_letter_has_its_decision(window, workspace, qtbot, settle, key, action):
    window.show_workspace(workspace)
    window.show_view("findings")
    qtbot.waitUntil(window.findings.table.hasFocus)
    qtbot.keyClick(window.findings.table, getattr(Qt.Key, f"Key_{key}"))
    settle(window)
    assert [item[0] for item in decided(workspace)] == [action]


def test_after_a_decision_the_next_finding_is_selected(window, workspace, settle):
    window.show_workspace(workspace)
    window.show_view("findings")
    view = window.findings
    ids = [view.model.row_at(row).id for row in range(view.model.rowCount())]
    assert len(ids) >= 2
    window.actions_by_id["accept"].trigger()
    settle(window)
    assert view.selected().id == ids[1]
    assert view.model.rowCount() == len(ids) - 1
    assert window.page.tabs.tabText(1) == f"Findings ({len(ids) - 1} to decide)"


def test_a_decision_needs_a_name(window, workspace, settle):
    window.show_workspace(workspace)
    window.show_view("findings")
    window.page.decision_bar.decider.clear()
    window.actions_by_id["accept"].trigger()
    settle(window)
    assert workspace.decisions() == []
    assert window.frame.notices.isVisible()
    assert "name" in window.frame.notices.text.text()


def test_the_decider_s_name_is_kept(window, workspace, preferences, qtbot):
    window.show_workspace(workspace)
    window.show_view("findings")
    field = window.page.decision_bar.decider
    assert field.text() == "Ann"
    field.setText("Beatrice")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert preferences.decider == "Beatrice"
