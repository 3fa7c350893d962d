"""Contradictions by topic: the tree, the words that differ, deciding on one pair or a whole topic."""

from dataclasses import replace

import pytest
from policycheck_ui.models.contradictions_model import ContradictionsModel
from policycheck_ui.widgets.reason_dialog import ReasonDialog
from PySide6.QtCore import Qt

from policycheck.domain.documents import DocumentKind
from policycheck.domain.findings import Action, FindingKind, FindingStatus, Topic
from policycheck.domain.topics import by_topic
from policycheck.embedding import HashingEmbedder
from policycheck.workspace import Workspace

FIRST = """# Visits Policy

1.1 The social worker must visit the child within 10 working days of the placement.

1.2 The manager must sign the record of each visit within 3 days.
"""
SECOND = """# Placements Policy

4.1 The social worker must visit the child within 5 working days of the placement.

4.2 The manager must sign the record of each visit within 7 days.
"""


@pytest.fixture
def view(window, tmp_path, qtbot):
    folder = tmp_path / "policies"
    folder.mkdir()
    for name, text in (("visits", FIRST), ("placements", SECOND)):
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    made = Workspace.create(tmp_path / "two.policycheck", embedder=HashingEmbedder())
    made.add([folder], kind=DocumentKind.POLICY)
    made.check()
    window.show_workspace(made)
    window.show_view("contradictions")
    qtbot.waitUntil(window.page.contradictions.table.hasFocus)
    yield window.page.contradictions
    window.close_workspace()


def pairs(view):
    return [finding for group in view.model.groups for finding in group.findings]


@pytest.fixture
def grouped(findings):
    conflict = next(f for f in findings if f.kind is FindingKind.CONFLICT)
    one, two = Topic(id="1", title="Time limit: reply"), Topic(id="2", title="Age: consent")
    made = [replace(conflict, id=str(n), topic=topic) for n, topic in enumerate((one, two, one))]
    return by_topic(made)


def test_the_tree_keeps_qt_s_contract(grouped, qtmodeltester):
    model = ContradictionsModel()
    qtmodeltester.check(model)
    model.set_groups(grouped)
    qtmodeltester.check(model)


def test_a_topic_says_how_much_it_holds_and_how_much_is_decided(grouped):
    model = ContradictionsModel()
    model.set_groups(grouped)
    topic = model.index(0, 0)
    said = [topic.siblingAtColumn(column).data() for column in range(model.columnCount())]
    assert said == ["Time limit: reply", "2 contradictions in 2 places", "Medium", "0 of 2 decided"]
    pair = model.index(1, 0, topic)
    assert pair.data() == "5 · Law  against  2.2 · Policy"
    assert pair.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Disagreement: 5")
    model.replace([replace(grouped[0].findings[1], status=FindingStatus.ACCEPTED)])
    assert topic.siblingAtColumn(3).data() == "1 of 2 decided"
    assert pair.siblingAtColumn(3).data() == "Accepted"


def test_both_clauses_are_shown_with_the_words_that_differ(view):
    finding = view.selected()
    first, second = view.detail.quotations.first.words, view.detail.quotations.second.words
    assert first.marked() == [finding.a.words]
    assert second.marked() == [finding.b.words]
    assert {finding.a.words, finding.b.words} <= {
        "within 10 working days",
        "within 5 working days",
        "within 3 days",
        "within 7 days",
    }


def test_both_right_needs_a_reason_is_remembered_and_can_be_undone(window, view, qtbot, settle):
    assert len(pairs(view)) >= 2
    finding = view.selected().id
    qtbot.keyClick(view.table, "b")
    dialog = window.findChild(ReasonDialog)
    assert not dialog.save.isEnabled()
    qtbot.keyClicks(dialog.text, "One is for respite care")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    settle(window)
    workspace = window.runner.workspace
    assert workspace.finding(finding).status is FindingStatus.BOTH_RIGHT
    assert view.selected().id != finding
    view.select(finding)
    assert "One is for respite care" in view.detail.reasons.words.toPlainText()
    workspace.check()
    assert workspace.finding(finding).status is FindingStatus.BOTH_RIGHT
    window.actions_by_id["undo"].trigger()
    settle(window)
    assert workspace.finding(finding).status is FindingStatus.OPEN


def test_deciding_on_a_topic_decides_on_all_of_it(window, view, qtbot, settle):
    topic = view.model.index(0, 0)
    view.table.go_to(topic)
    chosen = {finding.id for finding in view.all_selected()}
    assert chosen == {finding.id for finding in view.model.groups[0].findings}
    view.table.setFocus()
    qtbot.keyClick(view.table, "a")
    settle(window)
    assert {d.finding for d in window.runner.workspace.decisions()} == chosen
    assert topic.siblingAtColumn(3).data().startswith(f"{len(chosen)} of")


def test_j_and_k_go_from_pair_to_pair_over_the_topics(view, qtbot):
    order = [finding.id for finding in pairs(view)]
    assert view.selected().id == order[0]
    qtbot.keyClick(view.table, "j")
    assert view.selected().id == order[1]
    qtbot.keyClick(view.table, "k")
    qtbot.keyClick(view.table, "k")
    assert view.selected().id == order[0]


def test_what_is_decided_can_be_left_out(window, view, qtbot, settle):
    order = [finding.id for finding in pairs(view)]
    view.only_open.setChecked(True)
    view.table.setFocus()
    qtbot.keyClick(view.table, "d")
    settle(window)
    assert [finding.id for finding in pairs(view)] == order[1:]
    assert view.count.text().endswith(f"1 of {len(order)} contradictions decided")
    assert window.runner.workspace.decisions()[0].action is Action.DISMISS


def test_both_views_know_of_a_decision(window, view, qtbot, settle):
    finding = view.selected().id
    qtbot.keyClick(view.table, "a")
    settle(window)
    status = {f.id: f.status for f in window.findings.model.rows}
    assert status[finding] is FindingStatus.ACCEPTED


def test_a_decision_made_here_leaves_one_s_place_in_the_list_of_findings(window, view, qtbot, settle):
    window.show_view("findings")
    last = window.findings.model.rowCount() - 1
    window.findings.table.selectRow(last)
    kept = window.findings.selected().id
    window.show_view("contradictions")
    view.select(next(one.id for one in pairs(view) if one.id != kept))
    qtbot.waitUntil(view.table.hasFocus)
    qtbot.keyClick(view.table, "a")
    settle(window)
    assert window.findings.selected().id == kept


def test_nothing_is_decided_from_a_view_without_findings(window, view):
    window.show_view("library")
    assert not window.actions_by_id["accept"].isEnabled()
    window.show_view("contradictions")
    assert window.actions_by_id["accept"].isEnabled()
    assert window.actions_by_id["both_right"].isEnabled()


def test_enter_reads_both_clauses_in_context(window, view, qtbot):
    finding = view.selected()
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert window.page.tabs.currentWidget() is window.page.reader
    reader = window.page.reader
    assert (reader.source.document.path, reader.source.chosen().ref) == (finding.a.document, finding.a.ref)
    assert (reader.policy.document.path, reader.policy.chosen().ref) == (finding.b.document, finding.b.ref)
