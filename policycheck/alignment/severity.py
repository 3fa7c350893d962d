"""How much a gap matters: statutory duty before guidance before good practice, conflict before missing."""

from policycheck.domain.alignments import Severity, Verdict
from policycheck.domain.documents import DocumentKind
from policycheck.domain.obligations import Modality

_HIGH, _MEDIUM, _LOW = Severity.HIGH, Severity.MEDIUM, Severity.LOW
_LAW = {Verdict.CONFLICT: _HIGH, Verdict.MISSING: _HIGH, Verdict.PARTIAL: _MEDIUM, Verdict.COVERED: _LOW}
_GUIDANCE = {
    Verdict.CONFLICT: _HIGH,
    Verdict.MISSING: _MEDIUM,
    Verdict.PARTIAL: _MEDIUM,
    Verdict.COVERED: _LOW,
}
_GOOD_PRACTICE = {
    Verdict.CONFLICT: _MEDIUM,
    Verdict.MISSING: _LOW,
    Verdict.PARTIAL: _LOW,
    Verdict.COVERED: _LOW,
}


def severity_of(verdict: Verdict, *, modality: Modality, kind: DocumentKind) -> Severity:
    """Return how much this verdict on an obligation of this strength, from this kind of source, matters."""
    if not modality.binds:
        return _GOOD_PRACTICE[verdict]
    return (_LAW if kind is DocumentKind.LEGISLATION else _GUIDANCE)[verdict]
