"""The findings as a table: kind, severity, what is wrong, both references, confidence, status."""

from functools import reduce

from policycheck.domain.alignments import Severity, Verdict
from policycheck.domain.findings import Finding, FindingKind, FindingStatus
from policycheck_ui import words
from policycheck_ui.models.table import Column, TableModel
from policycheck_ui.theme.icons import icon, severity_icon

_GRAVITY = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2}
_VERDICT_ICONS = {Verdict.PARTIAL: "partial", Verdict.MISSING: "missing", Verdict.CONFLICT: "contradiction"}
_STATUS_TONES = {FindingStatus.LAPSED: "medium", FindingStatus.RESOLVED: "good"}


def kind_icon_name(finding: Finding) -> str:
    """Return the name of the icon for a finding's kind."""
    if finding.kind is FindingKind.CONFLICT:
        return "contradiction"
    return _VERDICT_ICONS.get(finding.verdict, "gap") if finding.verdict else "gap"


def note(finding: Finding) -> str:
    """Return the mark of a finding that rests on a document read only in part."""
    return "Read in part" if finding.warnings else ""


def what(finding: Finding) -> str:
    """Return what is wrong in one line, without the titles that stand in columns of their own.

    A missing obligation is named by its words: the message alone is the same for all of them.
    """
    if finding.verdict is Verdict.MISSING:
        return f"{finding.message.rstrip('.')}: {finding.a.text}"
    titles = (quoted.document_title for quoted in (finding.a, finding.b) if quoted is not None)
    return reduce(
        lambda text, title: text.replace(f"{title}, ", "") if title else text, titles, finding.message
    )


COLUMNS = (
    Column[Finding](
        title="Kind", text=words.finding_kind, icon=lambda row: icon(kind_icon_name(row), "muted")
    ),
    Column[Finding](
        title="Severity",
        text=lambda row: words.SEVERITIES[row.severity],
        icon=lambda row: severity_icon(row.severity.value),
        sort=lambda row: _GRAVITY[row.severity],
    ),
    Column[Finding](title="What", text=what),
    Column[Finding](
        title="Reference", text=lambda row: words.short_place(row.a), tooltip=lambda row: words.place(row.a)
    ),
    Column[Finding](
        title="Compared with",
        text=lambda row: words.short_place(row.b),
        tooltip=lambda row: words.place(row.b),
    ),
    Column[Finding](
        title="Confidence", text=lambda row: words.confidence(row.confidence), sort=lambda row: row.confidence
    ),
    Column[Finding](
        title="Status",
        text=lambda row: words.STATUSES[row.status],
        icon=lambda row: icon(row.status.value, _STATUS_TONES.get(row.status, "muted")),
    ),
    Column[Finding](
        title="Note",
        text=note,
        icon=lambda row: icon("read_in_part", "medium") if row.warnings else None,
        tooltip=lambda row: "\n".join(row.warnings),
    ),
)
NOTE_COLUMN = len(COLUMNS) - 1


class FindingsModel(TableModel[Finding]):
    """The findings of a workspace, in the order the engine ranks them."""

    def __init__(self) -> None:
        super().__init__(COLUMNS, key=lambda row: row.id)
