"""The library: files looked at before they are read, properties, what a policy is meant to meet, first steps."""

import shutil

import pytest
from policycheck_ui.models.incoming_model import FATE_COLUMN, KIND_COLUMN, Fate, IncomingModel
from policycheck_ui.models.scope_model import SAID_COLUMN, ScopeModel
from policycheck_ui.widgets.import_dialog import ImportDialog
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from policycheck.domain.alignments import Reason
from policycheck.domain.documents import DocumentKind
from policycheck.domain.findings import FindingKind
from policycheck.domain.scopes import PairScope
from policycheck.embedding import HashingEmbedder
from policycheck.workspace import Incoming, Workspace

EDIT = Qt.ItemDataRole.EditRole


def incoming(path, **given):
    return Incoming(path=path, kind=DocumentKind.POLICY, **given)


@pytest.fixture
def dialog(qtbot):
    files = [
        incoming("in/new.md"),
        incoming("in/visits v2.md", version_of="old/visits.md"),
        incoming("in/copy.md", same_as="old/visits.md", left_out=True),
        incoming("old/visits.md", known=True),
    ]
    made = ImportDialog(files, {"old/visits.md": "Visits Policy"})
    qtbot.addWidget(made)
    return made


def texts(model, row):
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_the_models_keep_qt_s_contract(qtmodeltester, dialog):
    qtmodeltester.check(dialog.model)
    reason = Reason(code="cited", message="It cites it.")
    scopes = ScopeModel({}, of_policy=True)
    scopes.set_rows(
        [PairScope(source="a", policy="b", computed=True, by_hand=None, effective=True, reason=reason)]
    )
    qtmodeltester.check(scopes)


def test_each_file_says_what_becomes_of_it_and_why(dialog):
    rows = [texts(dialog.model, row) for row in range(4)]
    assert [row[FATE_COLUMN] for row in rows] == [
        "Add it",
        "A new version of “Visits Policy”",
        "Leave it out",
        "Read it again",
    ]
    assert rows[2][3] == "The same file as “Visits Policy”"
    assert dialog.counts.text() == "3 files to read · 1 new version · 1 left out"


def test_what_becomes_of_a_file_can_be_changed_and_changed_back(dialog):
    model = dialog.model
    assert model.fates(1) == [Fate.VERSION, Fate.NEW, Fate.LEAVE_OUT]
    version = model.index(1, FATE_COLUMN)
    model.setData(version, "Add it")
    assert dialog.files()[1].version_of == ""
    model.setData(version, "A new version")
    assert dialog.files()[1].version_of == "old/visits.md"
    model.setData(model.index(2, FATE_COLUMN), "Add it")
    assert not dialog.files()[2].left_out


def test_kinds_are_changed_one_by_one_or_all_at_once(dialog):
    dialog.model.setData(dialog.model.index(0, KIND_COLUMN), "guidance")
    assert [file.kind for file in dialog.files()][:2] == [DocumentKind.GUIDANCE, DocumentKind.POLICY]
    dialog.choose(DocumentKind.STANDARD)
    assert {file.kind for file in dialog.files()} == {DocumentKind.STANDARD}
    dialog.choose(None)
    assert {file.kind for file in dialog.files()} == {DocumentKind.POLICY}


def test_nothing_to_read_cannot_be_added(qtbot):
    made = ImportDialog([incoming("a.md", left_out=True)], {})
    qtbot.addWidget(made)
    assert not made.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_a_copy_and_a_new_version_are_recognised_in_the_window(window, workspace, files, settle, tmp_path):
    window.show_workspace(workspace)
    old = files / "policies" / "visits-policy.md"
    new = tmp_path / "2026"
    new.mkdir()
    shutil.copy(old, new / "a copy.md")
    (new / "visits-policy v2.md").write_text(
        old.read_text(encoding="utf-8").replace("10 working", "5 working"), encoding="utf-8"
    )
    window.importing.look_at([new])
    settle(window)
    window.importing.dialog.accept()
    settle(window)
    assert len(workspace.documents()) == 2
    assert "5 working days" in workspace.document(old.as_posix()).text
    said = {row.path: row.message for row in window.library.results.model.rows}
    assert "same file" in next(message for path, message in said.items() if path.endswith("copy.md"))
    assert window.frame.notices.text.text() == "1 document read. 1 known already."


def test_a_folder_with_nothing_to_read_is_said(window, workspace, settle, tmp_path):
    (tmp_path / "empty").mkdir()
    window.show_workspace(workspace)
    window.importing.look_at([tmp_path / "empty"])
    settle(window)
    assert window.importing.dialog is None
    assert "nothing to read" in window.frame.notices.text.text()


def test_files_dropped_before_there_is_a_workspace_wait_for_one(window, files, settle, tmp_path):
    window.importing.look_at([files])
    window.create_workspace(tmp_path / "late.policycheck")
    settle(window)
    assert len(window.importing.dialog.files()) == 2


def properties_of(window, title):
    rows = window.library.model.rows
    window.library.select(next(row.path for row in rows if row.title == title))
    return window.library.properties


def test_the_properties_say_how_well_a_document_was_read(window, workspace):
    window.show_workspace(workspace)
    panel = properties_of(window, "Visits Policy")
    assert panel.title.text() == "Visits Policy"
    assert panel.facts["Numbers"].text() == "2 of 2 clauses have a number of their own"
    assert panel.facts["File"].text().replace("\u200b", "").endswith("visits-policy.md")
    assert not panel.facts["Obligations"].isVisible()
    assert properties_of(window, "The Sample Visits Regulations").facts["Obligations"].text() == "3"


def test_the_kind_can_be_changed_in_the_properties(window, workspace, settle):
    window.show_workspace(workspace)
    properties_of(window, "Visits Policy").kind.choose(DocumentKind.GUIDANCE)
    settle(window)
    assert {d.title: d.kind for d in workspace.documents()}["Visits Policy"] is DocumentKind.GUIDANCE


def test_what_a_policy_is_meant_to_meet_is_said_by_hand(window, workspace, settle):
    window.show_workspace(workspace)
    assert workspace.findings(kind=FindingKind.GAP)
    panel = properties_of(window, "Visits Policy")
    index = panel.scope_model.index(0, SAID_COLUMN)
    assert index.data() == "Yes"
    panel.scope_model.setData(index, "No, by hand")
    settle(window)
    (pair,) = workspace.scopes()
    assert (pair.by_hand, pair.decision.by) == (False, "Ann")
    assert workspace.findings(kind=FindingKind.GAP) == []
    panel = properties_of(window, "Visits Policy")
    assert panel.scope_model.index(0, SAID_COLUMN).data() == "No, by hand"
    panel.scope_model.setData(panel.scope_model.index(0, SAID_COLUMN), "As computed")
    settle(window)
    assert workspace.scopes()[0].by_hand is None


def test_an_empty_workspace_shows_three_steps_with_one_action_each(window, settle, tmp_path, qtbot):
    made = Workspace.create(tmp_path / "empty.policycheck", embedder=HashingEmbedder())
    window.show_workspace(made)
    library = window.library
    assert library.steps.isVisible()
    assert not library.properties.isVisible()
    assert not library.steps.done["roles"].isVisible()
    dialog = window.ask_roles()
    qtbot.keyClicks(dialog.new_role, "bus company")
    qtbot.keyClick(dialog.new_role, Qt.Key.Key_Return)
    dialog.accept()
    settle(window)
    assert library.steps.done["roles"].isVisible()


def test_a_filter_that_nothing_matches_does_not_bring_back_the_first_steps(window, workspace):
    window.show_workspace(workspace)
    window.library.search.setText("no such document")
    assert not window.library.steps.isVisible()
    assert window.library.empty.currentIndex() == 1


def test_a_model_without_versions_offers_none():
    model = IncomingModel([incoming("a.md")], {})
    assert model.fates(0) == [Fate.NEW, Fate.LEAVE_OUT]
    assert not model.setData(model.index(0, 0), "x", EDIT)
