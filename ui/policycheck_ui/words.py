"""The words on screen for the values of the domain: one word for one thing."""

from datetime import date, datetime

from policycheck.domain.alignments import Severity, Verdict
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

DOCUMENT_KINDS = {
    DocumentKind.LEGISLATION: "Legislation",
    DocumentKind.GUIDANCE: "Statutory guidance",
    DocumentKind.STANDARD: "Standard",
    DocumentKind.POLICY: "Local policy",
}
READ_STATUSES = {
    ReadStatus.READ: "Read",
    ReadStatus.PARTIAL: "Read in part",
    ReadStatus.FAILED: "Could not be read",
}
FINDING_KINDS = {FindingKind.GAP: "Gap", FindingKind.CONFLICT: "Contradiction"}
SEVERITIES = {Severity.HIGH: "High", Severity.MEDIUM: "Medium", Severity.LOW: "Low"}
VERDICTS = {
    Verdict.COVERED: "Covered",
    Verdict.PARTIAL: "Partial",
    Verdict.MISSING: "Missing",
    Verdict.CONFLICT: "Conflict",
}
VERDICT_COUNTS = {
    **{verdict: word.lower() for verdict, word in VERDICTS.items()},
    Verdict.CONFLICT: "in conflict",
}
CONFLICT_TYPES = {
    ConflictType.DEADLINE: "a time limit",
    ConflictType.FREQUENCY: "how often it is done",
    ConflictType.AGE: "an age",
    ConflictType.QUANTITY: "a figure",
    ConflictType.MODALITY: "whether it must, may or must not be done",
    ConflictType.DUTY_HOLDER: "who does it",
    ConflictType.RETENTION: "how long something is kept",
    ConflictType.DEFINITION: "what a word means",
}
CONFLICT_NAMES = {kind: f"{kind.words[:1].upper()}{kind.words[1:]}" for kind in ConflictType}
STATUSES = {
    FindingStatus.OPEN: "Open",
    FindingStatus.ACCEPTED: "Accepted",
    FindingStatus.DISMISSED: "Dismissed",
    FindingStatus.DEFERRED: "Deferred",
    FindingStatus.RESOLVED: "Resolved",
    FindingStatus.NOT_APPLICABLE: "Not applicable",
    FindingStatus.BOTH_RIGHT: "Both right",
    FindingStatus.LAPSED: "Lapsed",
    FindingStatus.NOT_APPLICABLE: "Not applicable",
    FindingStatus.BOTH_RIGHT: "Both right",
}
ACTIONS_DONE = {
    Action.ACCEPT: "Accepted",
    Action.DISMISS: "Dismissed",
    Action.DEFER: "Deferred",
    Action.RESOLVE: "Resolved",
    Action.NOT_APPLICABLE: "Marked not applicable",
    Action.BOTH_RIGHT: "Both sides found right",
    Action.REOPEN: "Reopened",
    Action.NOT_APPLICABLE: "Set aside as not applicable",
    Action.BOTH_RIGHT: "Said that both are right",
}


def confidence_word(confidence: float) -> str:
    """Say "high", "medium" or "low" for a confidence of 0 to 1."""
    shown = round(confidence, 2)  # the word must not belie the figure beside it
    if shown >= 0.75:
        return "high"
    return "medium" if shown >= 0.5 else "low"


def confidence(value: float) -> str:
    """Return for example "high, 87%"; never 100%, because nothing here is certain."""
    return f"{confidence_word(value)}, {min(value, 0.99):.0%}"


def finding_kind(finding: Finding) -> str:
    """Return "Contradiction", or "Gap" with its verdict: "Gap: missing"."""
    word = FINDING_KINDS[finding.kind]
    if finding.kind is FindingKind.GAP and finding.verdict is not None:
        return f"{word}: {VERDICTS[finding.verdict].lower()}"
    return word


def short_place(quotation: Quotation | None) -> str:
    """Return the place with the reference first, for narrow columns: "4.2 · Complaints policy"."""
    if quotation is None:
        return "no clause found"
    title = quotation.document_title or quotation.document
    return f"{quotation.ref} · {title}" if quotation.ref else title


def place(quotation: Quotation | None) -> str:
    """Return the document's title and the reference: "Complaints policy, 4.2"."""
    if quotation is None:
        return "no clause found"
    title = quotation.document_title or quotation.document
    return f"{title}, {quotation.ref}" if quotation.ref else title


def count(number: int, singular: str, plural: str = "") -> str:
    """Return "1 clause", "1,200 clauses"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def day(moment: datetime) -> str:
    """Return "3 May 2026, 14:05" in the user's own time zone."""
    local = moment.astimezone() if moment.tzinfo else moment
    return f"{local.day} {local:%B %Y, %H:%M}"


def date_word(moment: date | None) -> str:
    """Return "3 May 2026", "" for no date."""
    return f"{moment.day} {moment:%B %Y}" if moment is not None else ""


def assigned(finding: Finding) -> str:
    """Say who looks after a finding and by when; "" where neither is said."""
    parts = [f"Assigned to {finding.assignee}" if finding.assignee else ""]
    parts.append(f"due {date_word(finding.due)}" if finding.due else "")
    said = ", ".join(part for part in parts if part)
    return f"{said[:1].upper()}{said[1:]}"


def decision(item: Decision) -> str:
    """Return one line of history: who decided what, when, and their note."""
    line = f"{ACTIONS_DONE[item.action]} by {item.by} on {day(item.at)}"
    return f"{line}: {item.note}" if item.note else f"{line}."
