"""Everything the views show of a workspace, read in one go (on the worker) and handed over as values."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from policycheck.domain.documents import Document, DocumentKind
from policycheck.domain.findings import Decision, Finding, Quotation
from policycheck_ui.models.coverage_model import CoverageRow, CoverageSummary, coverage_rows, summarise
from policycheck_ui.models.documents_model import DocumentRow, document_row
from policycheck_ui.models.findings_index import FindingsIndex
from policycheck_ui.reader_source import ReaderSource, reader_source

if TYPE_CHECKING:
    from policycheck.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The state of a workspace at one moment.

    `decisions` maps a finding's id to its history, `told` to the words of each quotation that the engine
    itself says differ ("" where it does not say), `kinds` a document's path to its kind. `found` is the findings
    laid out for looking up, where the worker has had the time; `reader` is what there is to read.
    """

    path: Path
    documents: tuple[DocumentRow, ...]
    findings: tuple[Finding, ...]
    coverage: tuple[CoverageRow, ...]
    summary: CoverageSummary
    decisions: Mapping[str, tuple[Decision, ...]]
    told: Mapping[str, tuple[str, str]]
    kinds: Mapping[str, DocumentKind]
    roles: tuple[str, ...]
    known_roles: tuple[str, ...]
    is_stale: bool
    found: FindingsIndex | None = None
    reader: ReaderSource = field(default_factory=ReaderSource)


def read_snapshot(workspace: "Workspace") -> Snapshot:
    """Read the whole state of a workspace."""
    documents, findings = workspace.documents(), workspace.findings()
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
        told=_told_words(findings, documents),
        kinds=kinds,
        roles=workspace.profile.roles,
        known_roles=tuple(workspace.known_roles()),
        is_stale=workspace.is_stale(),
        found=FindingsIndex(findings, kinds=kinds),
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


def _told_words(findings: Sequence[Finding], documents: Sequence[Document]) -> dict[str, tuple[str, str]]:
    by_path = {document.path: document for document in documents}
    told = {}
    for finding in findings:
        if finding.b is not None:
            told[finding.id] = (_narrowed(finding.a, by_path), _narrowed(finding.b, by_path))
    return told


def _narrowed(quotation: Quotation, documents: Mapping[str, Document]) -> str:
    """Return the words that a quotation's offsets point at, where they are less than the whole quotation."""
    document = documents.get(quotation.document)
    words = document.text[quotation.start : quotation.end] if document else ""
    return words if words != quotation.text and words in quotation.text else ""
