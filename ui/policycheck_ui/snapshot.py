"""Everything the views show of a workspace, read in one go (on the worker) and handed over as values."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from policycheck.domain.documents import DocumentKind
from policycheck.domain.findings import Decision, Finding
from policycheck_ui.models.coverage_model import CoverageRow, CoverageSummary, coverage_rows, summarise
from policycheck_ui.models.documents_model import DocumentRow, document_row

if TYPE_CHECKING:
    from policycheck.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The state of a workspace at one moment; `decisions` maps a finding's id to its history."""

    path: Path
    documents: tuple[DocumentRow, ...]
    findings: tuple[Finding, ...]
    coverage: tuple[CoverageRow, ...]
    summary: CoverageSummary
    decisions: Mapping[str, tuple[Decision, ...]]
    kinds: Mapping[str, DocumentKind]
    roles: tuple[str, ...]
    known_roles: tuple[str, ...]
    is_stale: bool


def read_snapshot(workspace: "Workspace") -> Snapshot:
    """Read the whole state of a workspace."""
    documents = workspace.documents()
    obligations = {duty.id: duty for duty in workspace.obligations()}
    per_document = Counter(duty.document for duty in obligations.values())
    applies = workspace.applies()
    titles = {document.path: document.title or document.path for document in documents}
    coverage = coverage_rows(workspace.coverage(), obligations=obligations, applies=applies, titles=titles)
    return Snapshot(
        path=workspace.path,
        documents=tuple(document_row(d, obligations=per_document[d.path]) for d in documents),
        findings=tuple(workspace.findings()),
        coverage=tuple(coverage),
        summary=summarise(coverage, applies=applies),
        decisions=decisions_by_finding(workspace.decisions()),
        kinds={document.path: document.kind for document in documents},
        roles=workspace.profile.roles,
        known_roles=tuple(workspace.known_roles()),
        is_stale=workspace.is_stale(),
    )


def decisions_by_finding(decisions: list[Decision]) -> dict[str, tuple[Decision, ...]]:
    """Return each finding's decisions, earliest first."""
    grouped: dict[str, tuple[Decision, ...]] = {}
    for item in decisions:
        grouped[item.finding] = (*grouped.get(item.finding, ()), item)
    return grouped
