"""From files to a report, with the packaged model: what a person does on the first day."""

import json

from policycheck.domain.documents import DocumentKind, ReadStatus
from policycheck.domain.findings import FindingKind, FindingStatus
from policycheck.workspace import Workspace


def test_import_check_decide_undo_export(window, settle, files, tmp_path, minilm):
    path = tmp_path / "first day.policycheck"
    window.show_workspace(Workspace.create(path, embedder=minilm))
    window.add([files / "legislation"], DocumentKind.LEGISLATION)
    settle(window)
    broken = files / "policies" / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4 and nothing more")
    window.add([files / "policies"], DocumentKind.POLICY)
    settle(window)
    read = {row.title: row.status for row in window.library.model.rows}
    assert read["Visits Policy"] is ReadStatus.READ
    assert window.library.results.model.rows[0].status is ReadStatus.FAILED
    assert window.library.results.isVisible()
    assert "could not be read" in window.frame.notices.text.text()
    assert window.page.header.stale.isVisible()

    window.actions_by_id["check"].trigger()
    assert window.frame.progress.isVisible()
    assert window.actions_by_id["cancel"].isEnabled()
    assert not window.actions_by_id["check"].isEnabled()
    settle(window)
    assert not window.frame.progress.isVisible()
    assert window.page.tabs.currentWidget() is window.findings
    assert not window.page.header.stale.isVisible()
    report = [f for f in window.findings.model.rows if "publish a report" in f.a.text]
    assert [f.a.ref for f in report] == ["3"]

    window.findings.select(report[0].id)
    assert "publish a report" in window.findings.detail.quotations.first.words.toPlainText()
    window.page.decision_bar.note.setText("Write a new section")
    window.actions_by_id["accept"].trigger()
    settle(window)
    workspace = window.runner.workspace
    assert workspace.finding(report[0].id).status is FindingStatus.ACCEPTED
    window.actions_by_id["undo"].trigger()
    settle(window)
    assert workspace.finding(report[0].id).status is FindingStatus.OPEN

    for form in ("csv", "json", "html", "xlsx"):
        out = tmp_path / f"report.{form}"
        window.export(form, out)
        settle(window)
        assert out.stat().st_size > 100
        assert str(out) in window.frame.notices.text.text()
        assert window.frame.notices.open_button.isVisible()
    decisions = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["decisions"]
    assert len(decisions) == 2

    window.close()
    with Workspace.open(path, embedder=minilm) as again:
        assert [item.note for item in again.decisions()] == ["Write a new section", "Undone"]


def test_the_sample_is_one_click_and_a_second_click_is_cheap(window, settle):
    window.actions_by_id["sample"].trigger()
    settle(window, timeout=180_000)
    first = {finding.id for finding in window.findings.model.rows}
    assert len(window.library.model.rows) >= 10
    assert {finding.kind for finding in window.findings.model.rows} == set(FindingKind)
    window.close_workspace()
    window.actions_by_id["sample"].trigger()
    settle(window)
    assert {finding.id for finding in window.findings.model.rows} == first
