"""Everything the views show of a workspace, read in one go (on the worker) and handed over as values."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from policycheck.domain.documents import DocumentKind
from policycheck.domain.findings import Decision, Finding, Sensitivity
from policycheck.domain.scopes import PairScope
from policycheck_ui.models.coverage_model import CoverageRow, CoverageSummary, coverage_rows, summarise
from policycheck_ui.models.documents_model import DocumentRow, document_row
from policycheck_ui.models.findings_index import FindingsIndex
from policycheck_ui.models.matrix import Matrix, read_matrix
from policycheck_ui.reader_source import ReaderSource, reader_source

if TYPE_CHECKING:
    from policycheck.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The state of a workspace at one moment.

    `decisions` maps a finding's id to its history, `kinds` a document's path to its kind. `found` is the findings
    laid out for looking up, where the worker has had the time; `reader` is what there is to read;
    `hidden` is how many findings are not certain enough for the sensitivity.
    """

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
    matrix: Matrix = field(default_factory=Matrix)
    scopes: tuple[PairScope, ...] = ()
    found: FindingsIndex | None = None
    reader: ReaderSource = field(default_factory=ReaderSource)
    sensitivity: Sensitivity = Sensitivity.BALANCED
    hidden: int = 0


def read_snapshot(workspace: "Workspace") -> Snapshot:
    """Read the whole state of a workspace."""
    documents = workspace.documents()
    findings, hidden = workspace.shown()
    obligations = {duty.id: duty for duty in workspace.obligations()}
    per_document = Counter(duty.document for duty in obligations.values())
    applies = workspace.applies()
    titles = {document.path: document.title or document.path for document in documents}
    kinds = {document.path: document.kind for document in documents}
    alignments = workspace.coverage()
    coverage = coverage_rows(alignments, obligations=obligations, applies=applies, titles=titles)
    return Snapshot(
        path=workspace.path,
        documents=tuple(document_row(d, obligations=per_document[d.path]) for d in documents),
        findings=tuple(findings),
        coverage=tuple(coverage),
        summary=summarise(coverage, alignments=alignments, applies=applies),
        decisions=decisions_by_finding(workspace.decisions()),
        kinds=kinds,
        roles=workspace.profile.roles,
        known_roles=tuple(workspace.known_roles()),
        is_stale=workspace.is_stale(documents),
        scopes=tuple(workspace.scopes(documents)),
        matrix=read_matrix(
            alignments, obligations=obligations, documents=documents, applies=applies, findings=findings
        ),
        found=FindingsIndex(findings, kinds=kinds),
        sensitivity=workspace.sensitivity,
        hidden=hidden,
        reader=reader_source(
            documents, obligations=obligations.values(), alignments=alignments, applies=applies
        ),
    )


def decisions_by_finding(decisions: list[Decision]) -> dict[str, tuple[Decision, ...]]:
    """Return each finding's decisions, earliest first."""
    grouped: dict[str, tuple[Decision, ...]] = {}
    for item in decisions:
        grouped[item.finding] = (*grouped.get(item.finding, ()), item)
    return grouped
