"""The findings as a CSV file that Excel opens: one row each, the gravest and surest first."""

import csv
import io

from policycheck.domain.report import Report
from policycheck.reports.view import Row, rows
from policycheck.reports.wording import KIND_WORDS, clean

COLUMNS = (
    "Finding",
    "Kind",
    "Status",
    "Severity",
    "Verdict or type",
    "Policy",
    "Document",
    "Reference",
    "Text",
    "Second document",
    "Second reference",
    "Second text",
    "What the second is",
    "Message",
    "Reasons",
    "Confidence",
    "Reading warnings",
    "Decision",
    "Belongs to",
    "Looked after by",
    "Due",
)

_STARTS_A_FORMULA = tuple("=+-@\t\r＝＋－＠")


def render(report: Report) -> bytes:
    """Return the findings as CSV with the mark by which Excel knows UTF-8."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for row in rows(report):
        writer.writerow([harmless(value) for value in _values(row)])
    return out.getvalue().encode("utf-8-sig")


def harmless(value: str) -> str:
    """Return `value` so that a spreadsheet does not take it for a formula."""
    return "'" + clean(value) if value.startswith(_STARTS_A_FORMULA) else clean(value)


def _values(row: Row) -> list[str]:
    second = ("", "", "", "") if row.b is None else (row.b.title, row.b.ref, row.b.text, row.b_label)
    return [
        row.id,
        KIND_WORDS[row.kind],
        row.status.words,
        row.severity,
        row.topic,
        row.policy,
        row.a.title,
        row.a.ref,
        row.a.text,
        *second,
        row.message,
        " ".join(row.reasons),
        row.confidence,
        " ".join(row.warnings),
        row.decision,
        row.group,
        row.assignee,
        row.due,
    ]
