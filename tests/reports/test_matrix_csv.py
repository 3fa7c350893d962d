"""The matrix of some obligations by some policies as a table that a spreadsheet program opens."""

import csv
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from policycheck.domain.alignments import Alignment, Severity, Verdict
from policycheck.domain.documents import Document, DocumentKind
from policycheck.domain.obligations import Modality, Obligation
from policycheck.domain.report import ModelCard, Report
from policycheck.errors import FileError
from policycheck.reports import write_matrix


def duty(name, text="The authority must act."):
    return Obligation(id=name, document="law", clause=name, ref=name, text=text, modality=Modality.OBLIGATION)


def aligned(obligation, policy, verdict, *, in_scope=True):
    return Alignment(
        obligation=obligation,
        policy=policy,
        verdict=verdict,
        in_scope=in_scope,
        severity=Severity.HIGH,
        confidence=0.8,
    )


@pytest.fixture
def report():
    documents = (
        Document(path="law", title="The Law", kind=DocumentKind.LEGISLATION, clauses=()),
        Document(path="p1", title="Visits policy", kind=DocumentKind.POLICY, clauses=()),
        Document(path="p2", title="=cmd()", kind=DocumentKind.POLICY, clauses=()),
    )
    return Report(
        created=datetime(2026, 1, 1, tzinfo=UTC),
        model=ModelCard(name="m", sha256="0"),
        documents=documents,
        obligations=(duty("1"), duty("2", "-1+1 must not run.")),
        coverage=(
            aligned("1", "p1", Verdict.PARTIAL),
            aligned("1", "p2", Verdict.COVERED, in_scope=False),
            aligned("1", "*", Verdict.PARTIAL),
            aligned("2", "p1", Verdict.MISSING, in_scope=False),
            aligned("2", "*", Verdict.MISSING),
        ),
    )


def rows(path):
    return list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))


def test_rows_and_columns_are_those_asked_for_in_their_order(report, tmp_path):
    out = tmp_path / "m.csv"
    write_matrix(report, obligations=["2", "1", "unknown"], policies=["p1"], out=out)
    assert rows(out) == [
        ["Source", "Reference", "Obligation", "Visits policy", "All policies"],
        ["The Law", "2", "'-1+1 must not run.", "-", "missing"],
        ["The Law", "1", "The authority must act.", "partial", "partial"],
    ]


def test_a_verdict_out_of_scope_stands_in_brackets_and_titles_are_no_formulas(report, tmp_path):
    out = tmp_path / "m.csv"
    write_matrix(report, obligations=["1"], policies=["p2", "p1"], out=out)
    assert rows(out)[0][3] == "'=cmd()"
    assert rows(out)[1][3:] == ["(covered)", "partial", "partial"]


def test_a_place_that_cannot_be_written_is_named(report, tmp_path):
    with pytest.raises(FileError, match=r"m\.csv"):
        write_matrix(replace(report, findings=()), obligations=[], policies=[], out=tmp_path / "no" / "m.csv")
