"""Gaps and contradictions, and what a person decided about them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from policycheck.domain.alignments import Reason, Severity, Verdict


class ConflictType(StrEnum):
    """What two clauses disagree about."""

    DEADLINE = "deadline"
    FREQUENCY = "frequency"
    AGE = "age"
    QUANTITY = "quantity"
    MODALITY = "modality"
    DUTY_HOLDER = "duty_holder"
    RETENTION = "retention"
    DEFINITION = "definition"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two clauses, by their indices in the list given, that contradict each other.

    `a_span` and `b_span` are the offsets, in each clause's text, of the words that differ.
    """

    type: ConflictType
    a: int
    b: int
    confidence: float
    message: str
    severity: Severity = Severity.MEDIUM
    a_span: tuple[int, int] = (0, 0)
    b_span: tuple[int, int] = (0, 0)


class FindingKind(StrEnum):
    """A finding is a gap or a contradiction (`conflict` in files and code)."""

    GAP = "gap"
    CONFLICT = "conflict"


class FindingStatus(StrEnum):
    """Where a finding stands. `LAPSED`: it was decided, and then the judged text changed."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"
    DEFERRED = "deferred"
    RESOLVED = "resolved"
    LAPSED = "lapsed"


class Action(StrEnum):
    """What a person can decide."""

    ACCEPT = "accept"
    DISMISS = "dismiss"
    DEFER = "defer"
    RESOLVE = "resolve"
    REOPEN = "reopen"

    @property
    def status(self) -> FindingStatus:
        return _STATUS_AFTER[self]


_STATUS_AFTER = {
    Action.ACCEPT: FindingStatus.ACCEPTED,
    Action.DISMISS: FindingStatus.DISMISSED,
    Action.DEFER: FindingStatus.DEFERRED,
    Action.RESOLVE: FindingStatus.RESOLVED,
    Action.REOPEN: FindingStatus.OPEN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words of a clause with their place; `start` and `end` are offsets into the document's text."""

    document: str
    ref: str
    text: str
    clause: str = ""
    start: int = 0
    end: int = 0
    page: int | None = None
    document_title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A gap or a contradiction as a person sees it.

    `id` stays the same while the places it speaks of stay the same; `stamp` is the hash of the judged text.
    For a gap, `a` is the obligation, `b` the best evidence (None where there is none) and `verdict` is set;
    `policy` is the policy's path or "*". For a contradiction, `conflict_type` is set and `policy` is "".
    `warnings` says where a document that it rests on could be read only in part.
    """

    id: str
    kind: FindingKind
    severity: Severity
    confidence: float
    message: str
    a: Quotation
    b: Quotation | None
    stamp: str
    reasons: tuple[Reason, ...] = ()
    policy: str = ""
    obligation: str = ""
    verdict: Verdict | None = None
    conflict_type: ConflictType | None = None
    warnings: tuple[str, ...] = ()
    status: FindingStatus = FindingStatus.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided on a finding: never changed afterwards, only followed by another.

    `stamp` is the finding's stamp when it was decided: a different one now means the decision has lapsed.
    """

    finding: str
    action: Action
    by: str
    at: datetime
    stamp: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One line of a workspace's history: what happened, to what, by whom."""

    at: datetime
    what: str
    subject: str
    by: str = ""
    detail: str = ""
