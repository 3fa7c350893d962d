"""Which findings the list shows: by words, kind, severity and where they stand."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from PySide6.QtCore import QSortFilterProxyModel, Signal

from policycheck.domain.alignments import Severity
from policycheck.domain.findings import Finding, FindingKind, FindingStatus
from policycheck_ui import words
from policycheck_ui.models.findings_model import FindingsModel
from policycheck_ui.models.table import SORT_ROLE, Index

TO_DECIDE = frozenset({FindingStatus.OPEN, FindingStatus.LAPSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to show; None or no words means everything."""

    text: str = ""
    kind: FindingKind | None = None
    severity: Severity | None = None
    statuses: AbstractSet[FindingStatus] | None = None

    def admits(self, finding: Finding) -> bool:
        """Say whether a finding is wanted; every word typed must occur in it."""
        if self.kind is not None and finding.kind is not self.kind:
            return False
        if self.severity is not None and finding.severity is not self.severity:
            return False
        if self.statuses is not None and finding.status not in self.statuses:
            return False
        return all(word in _words_of(finding) for word in self.text.casefold().split())


class FindingsFilter(QSortFilterProxyModel):
    """Shows the wanted findings only; until a heading is clicked they keep the engine's order."""

    changed = Signal()

    def __init__(self, findings: FindingsModel) -> None:
        super().__init__()
        self._findings = findings
        self._wanted = Wanted()
        self.setSortRole(SORT_ROLE)
        self.setDynamicSortFilter(True)
        self.setSourceModel(findings)

    @property
    def wanted(self) -> Wanted:
        return self._wanted

    def want(self, **changes: object) -> None:
        """Change some fields of what is wanted."""
        self._wanted = replace(self._wanted, **changes)  # type: ignore[arg-type]
        self.invalidate()
        self.changed.emit()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        return not source_parent.isValid() and self._wanted.admits(self._findings.rows[source_row])


def _words_of(finding: Finding) -> str:
    parts = [finding.message, words.finding_kind(finding), finding.a.text, words.place(finding.a)]
    if finding.b is not None:
        parts += [finding.b.text, words.place(finding.b)]
    return " ".join(parts).casefold()
