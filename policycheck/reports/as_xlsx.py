"""The report as an Excel workbook, with a column in which a reviewer decides."""

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from policycheck.domain.alignments import LIBRARY, Alignment, Verdict
from policycheck.domain.documents import Document, DocumentKind, ReadStatus
from policycheck.domain.findings import Action, FindingKind
from policycheck.domain.obligations import Applies, Obligation
from policycheck.domain.report import Report
from policycheck.reports import view, wording
from policycheck.reports.sheets import Styles, put, styles_for, write_table


def render(report: Report) -> bytes:
    """Return the workbook: Summary, Gaps, Contradictions, Traceability matrix, Evidence, Documents."""
    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": "Policy check", "created": report.created.replace(tzinfo=None)})
        styles = styles_for(book)
        found = view.rows(report)
        _write_summary(book, styles, report)
        for name, kind in (("Gaps", FindingKind.GAP), ("Contradictions", FindingKind.CONFLICT)):
            groups = view.grouped(row for row in found if row.kind is kind)
            _write_findings(book, styles, name, [row for group in groups for row in group.rows])
        _write_matrix(book, styles, report)
        _write_evidence(book, styles, report)
        _write_documents(book, styles, report.documents)
    return out.getvalue()


def _write_summary(book: Any, styles: Styles, report: Report) -> None:
    sheet = book.add_worksheet("Summary")
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 1, 14)
    sheet.set_column(2, 2, 80)
    put(sheet, 0, 0, "Policy check", styles.title)
    lines = _summary_lines(report)
    for number, (name, value, meaning) in enumerate(lines, start=2):
        put(sheet, number, 0, name, styles.verdict.get(name, styles.plain))
        put(sheet, number, 1, value, styles.plain)
        put(sheet, number, 2, meaning, styles.muted)


def _summary_lines(report: Report) -> list[tuple[str, int | str, str]]:
    figures = view.summary(report)
    roles = ", ".join(report.profile.roles) or "nothing said: every duty counts"
    return [
        ("Made", "", wording.date_words(report.created)),
        ("Who we are", "", roles),
        ("Language model", "", f"{report.model.name} {report.model.sha256}"),
        ("Documents", len(report.documents), ""),
        ("Documents read only in part", len(figures.partial), "; ".join(one.path for one in figures.partial)),
        ("Documents not read", len(figures.failed), "; ".join(one.path for one in figures.failed)),
        ("Duties counted", figures.obligations, "over all policies together"),
        ("Duties not known to be ours", figures.unknown, "counted above"),
        ("Duties set aside", figures.set_aside, "they fall on somebody else; not counted"),
        ("Duties not applicable", figures.not_applicable, "as a person said; not counted"),
        ("Scope said by hand", len(report.scopes), "\n".join(view.scope_lines(report))),
        *((verdict, count, wording.VERDICT_MEANING[verdict]) for verdict, count in figures.verdicts.items()),
        ("Gaps not settled", figures.gaps, ""),
        ("Contradictions not settled", figures.contradictions, ""),
        ("Findings settled", figures.settled, "dismissed, resolved or found not to apply by a person"),
        ("Findings not shown", report.hidden, wording.SENSITIVITY_WORDS[report.sensitivity]),
        ("Decisions that lapsed", figures.lapsed, "the text they judged has changed: decide again"),
        ("How to read this", "", "The program proposes and a person decides. Read both quotations first."),
    ]


def _write_findings(book: Any, styles: Styles, name: str, found: Sequence[view.Row]) -> None:
    gaps = name == "Gaps"
    columns = [
        ("Finding", 14.0),
        ("Severity", 10.0),
        ("Verdict" if gaps else "About", 12.0),
        ("Source" if gaps else "Document", 26.0),
        ("Reference", 12.0),
        ("The source says" if gaps else "One clause says", 50.0),
        ("Policy" if gaps else "Other document", 26.0),
        ("Where" if gaps else "Other reference", 20.0),
        ("Closest or best clause" if gaps else "The other says", 50.0),
        ("Why", 44.0),
        ("Confidence", 14.0),
        ("Reading warnings", 30.0),
        ("Section" if gaps else "Disagreement", 36.0),
        ("Status", 12.0),
        ("Looked after by", 16.0),
        ("Due", 12.0),
        ("Last decision", 28.0),
        ("Decision", 12.0),
        ("Decided by", 16.0),
        ("Note", 34.0),
    ]
    lines = [_finding_line(row, gaps=gaps) for row in found]
    sheet = write_table(book, styles, name, columns, lines, frozen=1)
    kind = FindingKind.GAP if gaps else FindingKind.CONFLICT
    choices = [action.value for action in Action if action.suits(kind)]
    rule = {
        "validate": "list",
        "source": choices,
        "input_title": "Decision",
        "input_message": "Choose what you decide; leave empty to decide later.",
        "error_title": "Not a decision",
        "error_message": f"Choose one of: {', '.join(choices)}.",
    }
    if lines:
        decision = [heading for heading, _ in columns].index("Decision")
        sheet.data_validation(1, decision, len(lines), decision, rule)


def _finding_line(row: view.Row, *, gaps: bool) -> list[str]:
    second = row.b
    other = row.policy if gaps else (second.title if second else "")
    where = "" if second is None else second.ref
    if gaps and second is not None and second.title != row.policy:
        where = second.place
    said = "" if second is None else second.text
    if second is not None and gaps and row.topic == Verdict.MISSING:
        said = f"({row.b_label}) {said}"
    return [
        row.id,
        row.severity,
        row.topic,
        row.a.title,
        row.a.ref,
        row.a.text,
        other,
        where,
        said,
        "\n".join((row.message, *row.reasons)),
        row.confidence,
        "\n".join(row.warnings),
        row.group,
        row.status.words,
        row.assignee,
        row.due,
        row.decision,
        "",
        "",
        "",
    ]


def _write_matrix(book: Any, styles: Styles, report: Report) -> None:
    policies = [one for one in report.documents if one.kind is DocumentKind.POLICY]
    pairs = {(one.obligation, one.policy): one for one in report.coverage}
    judged = {one.obligation for one in report.coverage}
    named = view.titles(report)
    columns = [
        ("Source", 26.0),
        ("Reference", 12.0),
        ("Duty", 60.0),
        ("Force", 14.0),
        ("Ours?", 12.0),
        (wording.LIBRARY_WORDS, 12.0),
        *((_policy_heading(one), 14.0) for one in policies),
    ]
    lines = [
        [
            named.get(one.document, one.document),
            one.ref,
            one.text,
            one.modality,
            wording.APPLIES_WORDS[view.applies_to(report, one.id)[0]],
            *(_cell(pairs.get((one.id, path))) for path in (LIBRARY, *(policy.path for policy in policies))),
        ]
        for one in report.obligations
        if one.id in judged
    ]
    write_table(book, styles, "Traceability matrix", columns, lines, frozen=3)


def _policy_heading(policy: Document) -> str:
    name = policy.title or policy.path
    return name if policy.status is ReadStatus.READ else f"{name} ({_status_words(policy)})"


def _status_words(document: Document) -> str:
    return {
        ReadStatus.READ: "read",
        ReadStatus.PARTIAL: "read only in part",
        ReadStatus.FAILED: "not read",
    }[document.status]


def _cell(alignment: Alignment | None) -> str:
    """Return the verdict; out of scope it stands in brackets, without colour, and a plain gap as a dash."""
    if alignment is None:
        return ""
    if alignment.in_scope or alignment.policy == LIBRARY:
        return alignment.verdict
    return "–" if alignment.verdict is Verdict.MISSING else f"({alignment.verdict})"


def _write_evidence(book: Any, styles: Styles, report: Report) -> None:
    obligations = {one.id: one for one in report.obligations}
    named = view.titles(report)
    columns = [
        ("Source", 26.0),
        ("Reference", 12.0),
        ("Duty", 50.0),
        ("Policy", 26.0),
        ("Verdict", 12.0),
        ("Clauses, best first", 30.0),
        ("The best of them says", 50.0),
        ("Why", 44.0),
        ("Confidence", 14.0),
        ("Reading warnings", 30.0),
    ]
    unread = {
        one.path: view.reading_warning(one) for one in report.documents if one.status is not ReadStatus.READ
    }
    lines = [
        _evidence_line(one, obligations[one.obligation], named, unread)
        for one in report.coverage
        if one.in_scope
        and one.policy != LIBRARY
        and one.obligation in obligations
        and view.applies_to(report, one.obligation)[0] is not Applies.NO
    ]
    write_table(book, styles, "Evidence", columns, lines, frozen=2)


def _evidence_line(
    alignment: Alignment, duty: Obligation, named: dict[str, str], unread: dict[str, str]
) -> list[str]:
    missing = alignment.verdict is Verdict.MISSING
    shown = () if missing else alignment.evidence
    return [
        named.get(duty.document, duty.document),
        duty.ref,
        duty.text,
        named.get(alignment.policy, alignment.policy),
        alignment.verdict,
        "; ".join(one.ref for one in shown),
        shown[0].text if shown else "",
        "\n".join(reason.message for reason in alignment.reasons),
        wording.confidence_words(alignment.confidence),
        "\n".join(unread[path] for path in (duty.document, alignment.policy) if path in unread),
    ]


def _write_documents(book: Any, styles: Styles, documents: Sequence[Document]) -> None:
    columns = [
        ("Title", 40.0),
        ("Path", 44.0),
        ("Kind", 14.0),
        ("Reading", 18.0),
        ("Clauses", 10.0),
        ("Reading warnings", 70.0),
    ]
    lines: list[list[str | int]] = [
        [one.title, one.path, one.kind, _status_words(one), len(one.clauses), "\n".join(one.warnings)]
        for one in documents
    ]
    write_table(book, styles, "Documents", columns, lines)
