"""Import, check, decide, undo, export: the whole sample through the window, with the packaged model."""

import json

from openpyxl import load_workbook

from policycheck.domain.documents import ReadStatus
from policycheck.domain.findings import FindingKind, FindingStatus
from policycheck.samples import sample_corpus
from policycheck.workspace import Workspace

# Read in the documents, not taken from a report: parents are told within 12 hours here, within 24 there.
TOLD_TWICE = {("missing-children-policy.docx", "3.2"), ("care-planning-and-visits-policy.docx", "7.2")}


def places(finding):
    quoted = (finding.a, finding.b) if finding.b else (finding.a,)
    return {(one.document.rpartition("/")[2], one.ref) for one in quoted}


def test_import_check_decide_undo_export(window, keyboard, settle, qtbot, tmp_path):
    act = window.actions_by_id
    path = tmp_path / "audit.policycheck"
    keyboard.answer(path)
    act["new"].trigger()
    qtbot.waitUntil(lambda: window.snapshot is not None, timeout=60_000)
    settle(window)
    for folder in ("legislation", "local_policies"):
        keyboard.answer(sample_corpus() / folder)
        act["add_folder"].trigger()
        keyboard.accept_dialog()
        settle(window)
    read = window.library.model.rows
    assert len(read) == sum(1 for _ in sample_corpus().glob("l*/*"))
    assert {row.status for row in read} == {ReadStatus.READ}
    assert sum(row.kind.is_source for row in read) == sum(1 for _ in sample_corpus().glob("legislation/*"))

    act["check"].trigger()
    assert not act["check"].isEnabled()
    settle(window)
    assert act["check"].isEnabled()
    found = window.findings.model.rows
    assert {finding.kind for finding in found} == set(FindingKind)
    twice = next(f for f in found if f.kind is FindingKind.CONFLICT and places(f) == TOLD_TWICE)

    window.findings.select(twice.id)
    assert window.findings.selected().id == twice.id
    act["accept"].trigger()
    settle(window)
    workspace = window.runner.workspace
    assert workspace.finding(twice.id).status is FindingStatus.ACCEPTED
    assert window.findings.selected().id != twice.id  # it moved on
    act["undo"].trigger()
    settle(window)
    assert workspace.finding(twice.id).status is FindingStatus.OPEN
    act["redo"].trigger()
    settle(window)
    assert workspace.finding(twice.id).status is FindingStatus.ACCEPTED

    for form in ("xlsx", "html", "csv", "json"):
        keyboard.answer(tmp_path / f"report.{form}")
        act[f"export_{form}"].trigger()
        settle(window)
        assert (tmp_path / f"report.{form}").stat().st_size > 0
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert [d["finding"] for d in report["decisions"]] == [twice.id] * 3
    with (tmp_path / "report.xlsx").open("rb") as file:
        assert len(load_workbook(file).sheetnames) > 1

    window.close()
    with Workspace.open(path) as again:
        assert [finding.id for finding in again.findings(status=FindingStatus.ACCEPTED)] == [twice.id]
