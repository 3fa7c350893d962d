"""What the writers for people show: findings as rows of words, gravest and surest first, and the figures on top."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from policycheck.domain.alignments import LIBRARY, Verdict, weight
from policycheck.domain.documents import Document, ReadStatus
from policycheck.domain.findings import Decision, Finding, FindingKind, FindingStatus, Quotation
from policycheck.domain.obligations import Applies
from policycheck.domain.report import Report
from policycheck.reports import wording

_SETTLED = (
    FindingStatus.DISMISSED,
    FindingStatus.RESOLVED,
    FindingStatus.NOT_APPLICABLE,
    FindingStatus.BOTH_RIGHT,
)
_TO_DO = (FindingStatus.OPEN, FindingStatus.LAPSED, FindingStatus.ACCEPTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A quotation in words; `place` is the title and the reference."""

    document: str
    title: str
    ref: str
    text: str
    page: str

    @property
    def place(self) -> str:
        return f"{self.title}, {self.ref}" if self.ref else self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A finding in words. `b_label` says what the second quotation is; `topic` is the verdict or the type.

    `group` is the title of what it is shown under, "" where it stands alone; rows of one `group_id` belong together.
    """

    id: str
    kind: FindingKind
    status: FindingStatus
    severity: str
    topic: str
    policy: str
    a: Quoted
    b: Quoted | None
    b_label: str
    message: str
    reasons: tuple[str, ...]
    warnings: tuple[str, ...]
    confidence: str
    decision: str
    group: str
    group_id: str
    assignee: str
    due: str

    @property
    def is_settled(self) -> bool:
        return self.status in _SETTLED


@dataclass(frozen=True, slots=True, kw_only=True)
class RowGroup:
    """Rows that belong together, under their title ("" where a row stands alone)."""

    title: str
    rows: tuple[Row, ...]

    @property
    def places(self) -> int:
        """How many different places the rows quote."""
        ends = [end for row in self.rows for end in (row.a, row.b) if end is not None]
        return len({(end.document, end.ref) for end in ends})


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The figures on top: verdicts over all policies on the duties that are ours, and findings by status.

    `set_aside` duties are somebody else's, `not_applicable` ones those that a person said do not apply.
    """

    obligations: int
    unknown: int
    set_aside: int
    not_applicable: int
    verdicts: Mapping[Verdict, int]
    gaps: int
    contradictions: int
    settled: int
    lapsed: int
    partial: tuple[Document, ...]
    failed: tuple[Document, ...]


def applies_to(report: Report, obligation: str) -> tuple[Applies, str]:
    """Return whether an obligation is ours, and why; with no roles given every duty applies."""
    unsaid = Applies.UNKNOWN if report.profile.roles else Applies.YES
    return report.applies.get(obligation, (unsaid, ""))


def titles(report: Report) -> dict[str, str]:
    """Map each document's path to its title, or to the path where it has none."""
    return {document.path: document.title or document.path for document in report.documents}


def rows(report: Report) -> list[Row]:
    """Return the findings in words, the gravest and surest first."""
    ordered = sorted(report.findings, key=lambda one: -weight(one.severity, one.confidence))
    named = titles(report)
    last = {decision.finding: decision for decision in report.decisions}
    unread = {one.path: one for one in report.documents if one.status is not ReadStatus.READ}
    return [_row(one, named, last.get(one.id), unread) for one in ordered]


def to_do_first(found: list[Row], *, at_most: int = 10) -> list[Row]:
    """Return the gravest findings that nobody has settled or put off, each contradiction in one place only."""
    waiting: dict[str, Row] = {}
    for row in found:
        if row.status in _TO_DO:
            waiting.setdefault(row.id if row.kind is FindingKind.GAP else row.group_id, row)
    return list(waiting.values())[:at_most]


def grouped(found: Iterable[Row]) -> list[RowGroup]:
    """Return rows brought together, groups in the order of their first row."""
    groups: dict[str, list[Row]] = {}
    for row in found:
        groups.setdefault(row.group_id, []).append(row)
    return [RowGroup(title=members[0].group, rows=tuple(members)) for members in groups.values()]


def scope_lines(report: Report) -> list[str]:
    """Return in words where a person said whether a policy is meant to meet a source."""
    named = titles(report)
    return [
        f"{named.get(one.policy, one.policy)} and {named.get(one.source, one.source)}: {one.reason.message}"
        for one in report.scopes
    ]


def by_source(found: list[Row]) -> dict[str, list[Row]]:
    """Return the gaps under the title of the source they are gaps of, in order of title."""
    groups: dict[str, list[Row]] = {}
    for row in found:
        if row.kind is FindingKind.GAP:
            groups.setdefault(row.a.title, []).append(row)
    return dict(sorted(groups.items()))


def summary(report: Report) -> Summary:
    """Return the figures on top of a report."""
    library = [one for one in report.coverage if one.policy == LIBRARY]
    answers = {one.obligation: applies_to(report, one.obligation)[0] for one in library}
    ours = [one for one in library if answers[one.obligation] is not Applies.NO]
    verdicts = Counter(one.verdict for one in ours)
    aside = {one.obligation for one in report.findings if one.status is FindingStatus.NOT_APPLICABLE}
    not_applicable = sum(one.obligation in aside and answers[one.obligation] is Applies.NO for one in library)
    standing = Counter(one.kind for one in report.findings if one.status not in _SETTLED)
    return Summary(
        obligations=len(ours),
        unknown=sum(answers[one.obligation] is Applies.UNKNOWN for one in ours),
        set_aside=len(library) - len(ours) - not_applicable,
        not_applicable=not_applicable,
        verdicts={verdict: verdicts[verdict] for verdict in Verdict},
        gaps=standing[FindingKind.GAP],
        contradictions=standing[FindingKind.CONFLICT],
        settled=sum(one.status in _SETTLED for one in report.findings),
        lapsed=sum(one.status is FindingStatus.LAPSED for one in report.findings),
        partial=tuple(one for one in report.documents if one.status is ReadStatus.PARTIAL),
        failed=tuple(one for one in report.documents if one.status is ReadStatus.FAILED),
    )


def _row(one: Finding, named: dict[str, str], last: Decision | None, unread: Mapping[str, Document]) -> Row:
    return Row(
        id=one.id,
        kind=one.kind,
        status=one.status,
        severity=one.severity,
        topic=one.verdict or (wording.TYPE_WORDS[one.conflict_type] if one.conflict_type else ""),
        policy=wording.policy_words(one.policy, named) if one.policy else "",
        a=_quoted(one.a, named),
        b=None if one.b is None else _quoted(one.b, named),
        b_label=_second_label(one),
        message=one.message,
        reasons=tuple(reason.message for reason in one.reasons if reason.message != one.message),
        warnings=one.warnings or _reading_warnings(one, unread),
        confidence=wording.confidence_words(one.confidence),
        decision=_decision_words(one, last),
        group="" if one.topic is None else one.topic.title,
        group_id=one.id if one.topic is None else one.topic.id,
        assignee=one.assignee,
        due="" if one.due is None else one.due.isoformat(),
    )


def _quoted(quotation: Quotation, named: dict[str, str]) -> Quoted:
    title = quotation.document_title or named.get(quotation.document) or quotation.document
    page = "" if quotation.page is None else f"page {quotation.page}"
    return Quoted(document=quotation.document, title=title, ref=quotation.ref, text=quotation.text, page=page)


def _second_label(one: Finding) -> str:
    if one.kind is FindingKind.CONFLICT:
        return "Against"
    if one.verdict is Verdict.MISSING:
        return "Closest clause, which does not answer it"
    return "The policy says"


def _reading_warnings(one: Finding, unread: Mapping[str, Document]) -> tuple[str, ...]:
    """Say what could not be read behind a finding, where the finding itself does not.

    A gap over all policies rests on every policy: the answer may stand on a page that was not read.
    """
    paths = [one.a.document, one.policy, *([one.b.document] if one.b else [])]
    if one.policy == LIBRARY:
        paths += [path for path, document in unread.items() if not document.kind.is_source]
    return tuple(reading_warning(unread[path]) for path in dict.fromkeys(paths) if path in unread)


def reading_warning(document: Document) -> str:
    """Return the sentence that stands wherever findings rest on a document not read in full."""
    how = "was read only in part" if document.status is ReadStatus.PARTIAL else "could not be read"
    return f"{document.title or document.path} {how}: {' '.join(document.warnings)}".removesuffix(": ")


def _decision_words(one: Finding, last: Decision | None) -> str:
    if last is None:
        return ""
    note = f": {last.note}" if last.note else ""
    lapsed = " The text has changed since." if one.status is FindingStatus.LAPSED else ""
    return f"{last.action.status.words} by {last.by}, {wording.date_words(last.at)}{note}.{lapsed}"
