"""Which findings the list shows: by words, kind, severity and where they stand."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from policycheck.domain.alignments import Severity
from policycheck.domain.findings import Finding, FindingKind, FindingStatus
from policycheck_ui import words

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


def _words_of(finding: Finding) -> str:
    parts = [finding.message, words.finding_kind(finding), finding.a.text, words.place(finding.a)]
    if finding.b is not None:
        parts += [finding.b.text, words.place(finding.b)]
    return " ".join(parts).casefold()
