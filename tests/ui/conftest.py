"""What the tests of the window share: no screen, preferences of their own, small real files, made findings."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from datetime import UTC, datetime
from pathlib import Path

import policycheck_ui  # noqa: F401 - before the first call into Qt
import pytest
from policycheck_ui.main_window import MainWindow
from policycheck_ui.models.coverage_model import CoverageRow, CoverageSummary
from policycheck_ui.models.documents_model import DocumentRow
from policycheck_ui.snapshot import Snapshot
from policycheck_ui.theme.appearance import dress
from PySide6.QtCore import QCoreApplication, QEvent

from policycheck.domain.alignments import Reason, Severity, Verdict
from policycheck.domain.documents import DocumentKind, ReadStatus
from policycheck.domain.findings import (
    Action,
    ConflictType,
    Decision,
    Finding,
    FindingKind,
    FindingStatus,
    Quotation,
)
from policycheck.embedding import HashingEmbedder
from policycheck.workspace import Workspace

LAW = """# The Sample Visits Regulations

1. The authority must visit the child within 5 working days of the placement.

2. The authority must keep each record of a visit for 10 years.

3. Fishing crews, after a storm, shall publish a report about whales, seals, gulls and puffins.
"""
POLICY = """# Visits Policy

1.1 The authority must visit the child within 10 working days of the placement.

1.2 The authority must keep each record of a visit for 10 years.
"""


# The offscreen platform says this of sizes, popups and grabs: it has no screen to show them on.
HARMLESS = "This plugin does not support "


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(HARMLESS))


@pytest.fixture(autouse=True)
def application(qapp):
    """Have an application in every test: icons cannot be drawn without one."""
    return qapp


@pytest.fixture
def window(qtbot, qapp, preferences):
    dress(qapp, "light")
    made = MainWindow(preferences)
    made.show()
    yield made
    made.runner.shut_down()
    qtbot.waitUntil(lambda: made.runner.is_idle)
    made.close()
    made.deleteLater()  # at once: windows that pile up make every later change of theme slower
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def settle(qtbot):
    """Wait until a window's worker has nothing more to do."""

    def wait(window, timeout=60_000):
        qtbot.waitUntil(lambda: window.runner.is_idle, timeout=timeout)

    return wait


@pytest.fixture
def files(tmp_path):
    """Return a folder with one law and one policy."""
    folder = tmp_path / "documents"
    (folder / "legislation").mkdir(parents=True)
    (folder / "policies").mkdir()
    (folder / "legislation" / "visits-regulations.md").write_text(LAW, encoding="utf-8")
    (folder / "policies" / "visits-policy.md").write_text(POLICY, encoding="utf-8")
    return folder


@pytest.fixture
def workspace(tmp_path, files):
    """Return a small workspace, read and checked."""
    made = Workspace.create(tmp_path / "small.policycheck", embedder=HashingEmbedder())
    made.add([files / "legislation"], kind=DocumentKind.LEGISLATION)
    made.add([files / "policies"], kind=DocumentKind.POLICY)
    made.check()
    yield made
    made.close()


def _quotation(document, ref, text):
    return Quotation(document=document, ref=ref, text=text, document_title=document.capitalize())


@pytest.fixture
def findings():
    """Return four findings: a gap, a weaker gap read in part, a contradiction, and one that has lapsed."""
    law = "The authority must reply within 10 working days."
    policy = "The team replies within 15 working days."
    return [
        Finding(
            id="missing",
            kind=FindingKind.GAP,
            severity=Severity.HIGH,
            confidence=0.91,
            message="No policy does this.",
            a=_quotation("law", "3(1)", "The authority must publish a report."),
            b=None,
            stamp="1",
            policy="*",
            verdict=Verdict.MISSING,
            reasons=(Reason(code="missing", message="Nothing in the library is about a report."),),
        ),
        Finding(
            id="partial",
            kind=FindingKind.GAP,
            severity=Severity.LOW,
            confidence=0.6,
            message="Met in part. The list is not complete.",
            a=_quotation("law", "4", "The record must hold the name and the date."),
            b=_quotation("policy", "2.1", "The record must hold the name."),
            stamp="1",
            policy="*",
            verdict=Verdict.PARTIAL,
            warnings=("Policy was read in part: page 3 is a picture.",),
        ),
        Finding(
            id="conflict",
            kind=FindingKind.CONFLICT,
            severity=Severity.MEDIUM,
            confidence=0.4,
            message="10 working days against 15 working days.",
            a=_quotation("law", "5", law),
            b=_quotation("policy", "2.2", policy),
            stamp="1",
            conflict_type=ConflictType.DEADLINE,
        ),
        Finding(
            id="lapsed",
            kind=FindingKind.GAP,
            severity=Severity.LOW,
            confidence=0.6,
            message="Met in part. It only recommends.",
            a=_quotation("law", "6", "The authority must tell the parent."),
            b=_quotation("policy", "2.3", "The team should tell the parent."),
            stamp="2",
            policy="*",
            verdict=Verdict.PARTIAL,
            status=FindingStatus.LAPSED,
        ),
    ]


@pytest.fixture
def snapshot(findings, tmp_path):
    """Return the snapshot of a made workspace with those findings."""
    documents = (
        DocumentRow(
            path="law",
            title="Law",
            kind=DocumentKind.LEGISLATION,
            status=ReadStatus.READ,
            clauses=12,
            obligations=9,
            warnings=(),
        ),
        DocumentRow(
            path="policy",
            title="Policy",
            kind=DocumentKind.POLICY,
            status=ReadStatus.PARTIAL,
            clauses=3,
            obligations=0,
            warnings=("Page 3 is a picture.",),
        ),
    )
    row = CoverageRow(
        obligation="o1",
        ref="3(1)",
        source="Law",
        text="The authority must publish a report.",
        duty_holder="",
        verdict=Verdict.MISSING,
        confidence=0.91,
        met_by="",
    )
    decided = Decision(
        finding="lapsed",
        action=Action.ACCEPT,
        by="Bob",
        at=datetime(2026, 5, 3, 14, 5, tzinfo=UTC),
        stamp="1",
        note="Tell the team",
    )
    return Snapshot(
        path=tmp_path / "made.policycheck",
        documents=documents,
        findings=tuple(findings),
        coverage=(row,),
        summary=CoverageSummary(verdicts={Verdict.MISSING: 1}, not_ours=2, out_of_scope=0),
        decisions={"lapsed": (decided,)},
        kinds={"law": DocumentKind.LEGISLATION, "policy": DocumentKind.POLICY},
        roles=("local authority",),
        known_roles=("court", "local authority"),
        is_stale=False,
    )
