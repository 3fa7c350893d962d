"""Gaps and contradictions, and what a person decided about them."""

from dataclasses import dataclass
from datetime import date, datetime
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

    @property
    def words(self) -> str:
        """What it is called on screen and in reports."""
        return _TYPE_WORDS[self]


_TYPE_WORDS = {
    ConflictType.DEADLINE: "time limit",
    ConflictType.FREQUENCY: "frequency",
    ConflictType.AGE: "age",
    ConflictType.QUANTITY: "quantity",
    ConflictType.MODALITY: "must, may or must not",
    ConflictType.DUTY_HOLDER: "duty holder",
    ConflictType.RETENTION: "retention",
    ConflictType.DEFINITION: "definition",
}


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
    NOT_APPLICABLE = "not_applicable"
    BOTH_RIGHT = "both_right"
    LAPSED = "lapsed"

    @property
    def words(self) -> str:
        """What it is called in reports: "not applicable"."""
        return self.value.replace("_", " ")


class Action(StrEnum):
    """What a person can decide.

    `NOT_APPLICABLE`: the duty of a gap is not ours. `BOTH_RIGHT`: two clauses that seem to contradict each other
    can both stand. Either needs a reason, and neither is a way to say that the program was wrong about words.
    """

    ACCEPT = "accept"
    DISMISS = "dismiss"
    DEFER = "defer"
    RESOLVE = "resolve"
    NOT_APPLICABLE = "not_applicable"
    BOTH_RIGHT = "both_right"
    REOPEN = "reopen"

    @property
    def status(self) -> FindingStatus:
        return _STATUS_AFTER[self]

    @property
    def needs_reason(self) -> bool:
        """Whether a note must say why."""
        return self in (Action.NOT_APPLICABLE, Action.BOTH_RIGHT)

    def suits(self, kind: FindingKind) -> bool:
        """Tell whether this can be decided on a finding of a kind."""
        return _ONLY_FOR.get(self, kind) is kind


_STATUS_AFTER = {
    Action.ACCEPT: FindingStatus.ACCEPTED,
    Action.DISMISS: FindingStatus.DISMISSED,
    Action.DEFER: FindingStatus.DEFERRED,
    Action.RESOLVE: FindingStatus.RESOLVED,
    Action.NOT_APPLICABLE: FindingStatus.NOT_APPLICABLE,
    Action.BOTH_RIGHT: FindingStatus.BOTH_RIGHT,
    Action.REOPEN: FindingStatus.OPEN,
}
_ONLY_FOR = {Action.NOT_APPLICABLE: FindingKind.GAP, Action.BOTH_RIGHT: FindingKind.CONFLICT}


class Sensitivity(StrEnum):
    """How sure a finding must be to be shown: fewer false alarms, or fewer things overlooked."""

    CAREFUL = "careful"
    BALANCED = "balanced"
    THOROUGH = "thorough"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words of a clause with their place; `start` and `end` are offsets into the document's text.

    `words` are those of the clause that a contradiction turns on, "" where it does not turn on words of its own.
    """

    document: str
    ref: str
    text: str
    clause: str = ""
    start: int = 0
    end: int = 0
    page: int | None = None
    document_title: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What findings that belong together share: one disagreement in many places, or one section of a source."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A gap or a contradiction as a person sees it.

    `id` stays the same while the places it speaks of stay the same; `stamp` is the hash of the judged text.
    For a gap, `a` is the obligation, `b` the best evidence (None where there is none) and `verdict` is set;
    `policy` is the policy's path or "*". For a contradiction, `conflict_type` is set and `policy` is "".
    `warnings` says where a document that it rests on could be read only in part. `about` is the act or the term
    that a contradiction is about, `topic` what it is shown under (None until it was grouped). `status`,
    `assignee` and `due` are what people said of it.
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
    about: str = ""
    topic: Topic | None = None
    status: FindingStatus = FindingStatus.OPEN
    assignee: str = ""
    due: date | None = None

    @property
    def rule(self) -> str:
        """What spoke: "conflict:deadline", or the verdict of a gap with its deciding reason, "gap:partial:weaker"."""
        if self.conflict_type is not None:
            return f"{self.kind.value}:{self.conflict_type.value}"
        codes = [reason.code for reason in self.reasons]
        deciding = next((code for code in codes if code != "same-act"), "")
        return f"{self.kind.value}:{self.verdict.value if self.verdict else ''}:{deciding}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided on a finding: never changed afterwards, only followed by another.

    `stamp` is the finding's stamp when it was decided: a different one now means the decision has lapsed. `rule`
    is the finding's rule then ("" in a decision older than that), so that rules are counted when findings have gone.
    """

    finding: str
    action: Action
    by: str
    at: datetime
    stamp: str
    note: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """Who looks after a finding and by when ("" and None: nobody, no date); followed by another, never changed."""

    finding: str
    assignee: str
    due: date | None
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One line of a workspace's history: what happened, to what, by whom."""

    at: datetime
    what: str
    subject: str
    by: str = ""
    detail: str = ""
