"""Every report, opened again as its reader would open it."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import jsonschema
import openpyxl
import pytest
from lxml import html

import policycheck
from policycheck import reports
from policycheck.domain.alignments import Alignment, Evidence, Reason, Severity, Verdict
from policycheck.domain.documents import Clause, Document, DocumentKind, ReadStatus
from policycheck.domain.findings import (
    Action,
    ConflictType,
    Decision,
    Finding,
    FindingKind,
    FindingStatus,
    Quotation,
    Sensitivity,
    Topic,
)
from policycheck.domain.obligations import (
    Applies,
    Comparator,
    LimitKind,
    Modality,
    Obligation,
    Threshold,
    ThresholdKind,
    TimeLimit,
    Unit,
)
from policycheck.domain.report import ModelCard, Profile, Report
from policycheck.domain.scopes import PairScope
from policycheck.errors import FileError, UsageError
from policycheck.reports import as_csv, as_html, as_json, as_xlsx, view, wording

SCHEMA = json.loads((Path(reports.__file__).parent / "report.schema.json").read_text(encoding="utf-8"))

LAW = Document(
    path="law.xml",
    title="The Visits Regulations 2020",
    kind=DocumentKind.LEGISLATION,
    clauses=(Clause(id="l1", ref="5(1)", text="The authority must visit within 10 days.", page=2, end=41),),
)
HANDBOOK = Document(
    path="handbook.pdf",
    title="Handbook <b>for</b> staff",
    kind=DocumentKind.POLICY,
    clauses=(Clause(id="p1", ref="4.2", text="We visit within 15 days.", heading_path=("Visits",)),),
    status=ReadStatus.PARTIAL,
    warnings=("Page 3 is a picture.",),
)
LEAFLET = Document(path="leaflet.docx", title="", kind=DocumentKind.POLICY, clauses=())
LOST = Document(
    path="scan.pdf",
    title="",
    kind=DocumentKind.POLICY,
    clauses=(),
    status=ReadStatus.FAILED,
    warnings=("The pages are pictures.",),
)
DUTY = Obligation(
    id="o1",
    document="law.xml",
    clause="l1",
    ref="5(1)",
    text="The authority must visit within 10 days.",
    modality=Modality.OBLIGATION,
    duty_holder="The authority",
    act="visit",
    signal="must",
    items=("at home",),
    time_limits=(TimeLimit(kind=LimitKind.WITHIN, value=10.0, unit=Unit.DAY, text="within 10 days"),),
    thresholds=(
        Threshold(kind=ThresholdKind.AGE, comparator=Comparator.AT_LEAST, value=None, unit="year", text="x"),
    ),
)
COURT_DUTY = replace(DUTY, id="o2", ref="5(2)", text="The court must publish a list.", time_limits=())
SHOWN = Evidence(document="handbook.pdf", clause="p1", ref="4.2", text="We visit within 15 days.", score=0.9)
WHY = (Reason(code="limit", message="15 days is longer than 10 days."),)


def judged(obligation, policy, verdict, **changes):
    whole = Alignment(
        obligation=obligation,
        policy=policy,
        verdict=verdict,
        in_scope=True,
        severity=Severity.HIGH,
        confidence=0.9,
        evidence=(SHOWN,),
        reasons=WHY,
    )
    return replace(whole, **changes)


LAW_QUOTE = Quotation(
    document="law.xml", ref="5(1)", text="within 10 days", clause="l1", start=25, end=39, page=2
)
POLICY_QUOTE = Quotation(document="handbook.pdf", ref="4.2", text="We visit within 15 days.", clause="p1")
GAP = Finding(
    id="g1",
    kind=FindingKind.GAP,
    severity=Severity.MEDIUM,
    confidence=0.55,
    message="The time limit is laxer.",
    a=LAW_QUOTE,
    b=POLICY_QUOTE,
    stamp="s1",
    reasons=WHY,
    policy="handbook.pdf",
    obligation="o1",
    verdict=Verdict.CONFLICT,
)
MISSING = replace(
    GAP,
    id="g2",
    severity=Severity.HIGH,
    message="No clause answers it.",
    b=None,
    policy="*",
    verdict=Verdict.MISSING,
)
DISMISSED = replace(
    GAP, id="g3", severity=Severity.HIGH, status=FindingStatus.DISMISSED, policy="leaflet.docx"
)
CONTRADICTION = Finding(
    id="k1",
    kind=FindingKind.CONFLICT,
    severity=Severity.HIGH,
    confidence=0.8,
    message="“10 days” against “15 days”.",
    a=LAW_QUOTE,
    b=POLICY_QUOTE,
    stamp="s1",
    reasons=WHY,
    conflict_type=ConflictType.DEADLINE,
    warnings=("Handbook was read only in part.",),
)
REPORT = Report(
    created=datetime(2026, 3, 4, 12, 5, tzinfo=UTC),
    model=ModelCard(name="all-MiniLM-L6-v2", sha256="53aa"),
    documents=(LAW, HANDBOOK, LEAFLET, LOST),
    obligations=(DUTY, COURT_DUTY),
    applies={"o1": (Applies.YES, "we are the authority"), "o2": (Applies.NO, "the court's")},
    coverage=(
        judged("o1", "handbook.pdf", Verdict.CONFLICT),
        judged("o1", "leaflet.docx", Verdict.COVERED, in_scope=False),
        judged("o1", "*", Verdict.CONFLICT),
        judged("o2", "handbook.pdf", Verdict.MISSING, evidence=()),
        judged("o2", "leaflet.docx", Verdict.MISSING, in_scope=False),
        judged("o2", "*", Verdict.MISSING),
    ),
    findings=(GAP, MISSING, DISMISSED, CONTRADICTION),
    decisions=(
        Decision(
            finding="g3",
            action=Action.DISMISS,
            by="Zoë",
            at=datetime(2026, 3, 5, tzinfo=UTC),
            stamp="s1",
            note="old",
        ),
    ),
    profile=Profile(roles=("local authority",)),
)
EMPTY = Report(created=REPORT.created, model=REPORT.model)


def text_of(element):
    return " ".join(element.text_content().split())


def page_of(report):
    return html.document_fromstring(as_html.render(report))


def section(page, name):
    return page.xpath(f"//section[@aria-labelledby='{name}']")[0]


def book_of(report):
    return openpyxl.load_workbook(io.BytesIO(as_xlsx.render(report)))


def table_of(book, name):
    head, *lines = book[name].iter_rows(values_only=True)
    return [dict(zip(head, line, strict=True)) for line in lines]


def csv_of(report):
    text = as_csv.render(report).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


# JSON


@pytest.mark.parametrize("report", [REPORT, EMPTY])
def test_the_json_is_what_its_schema_says(report):
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    validator = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
    validator.validate(json.loads(as_json.render(report)))


def test_a_measure_is_written_as_a_count_of_its_unit():
    [duty] = policycheck.read_obligations("The fence must be at least two metres high.")
    [threshold] = as_json.obligation_dict(duty)["thresholds"]
    assert duty.thresholds[0].kind is ThresholdKind.MEASURE
    assert (threshold["kind"], threshold["value"], threshold["unit"]) == ("count", 2, "metres")


def test_a_range_is_written_as_its_two_ends():
    [duty] = policycheck.read_obligations("The keeper must keep the store between 4 and 9 degrees.")
    found = as_json.obligation_dict(duty)["thresholds"]
    assert [(one["comparator"], one["value"]) for one in found] == [("at least", 4), ("at most", 9)]


def test_the_schema_knows_every_word_of_the_domain():
    words = SCHEMA["$defs"]
    for found, kind in (
        (words["document"]["properties"]["kind"], DocumentKind),
        (words["document"]["properties"]["status"], ReadStatus),
        (words["obligation"]["properties"]["modality"], Modality),
        (words["obligation"]["properties"]["applies"], Applies),
        (words["time_limit"]["properties"]["kind"], LimitKind),
        (words["threshold"]["properties"]["kind"], set(ThresholdKind) - {ThresholdKind.MEASURE}),
        (words["comparator"], Comparator),
        (words["verdict"], Verdict),
        (words["severity"], Severity),
        (words["conflict"]["properties"]["type"], ConflictType),
        (words["finding"]["properties"]["status"], FindingStatus),
        (words["decision"]["properties"]["action"], Action),
    ):
        assert sorted(found["enum"]) == sorted(kind)
    assert words["time_limit"]["properties"]["unit"]["enum"] == [*Unit, None]


def test_the_json_has_the_fields_that_other_programs_rely_on():
    told = json.loads(as_json.render(REPORT))
    assert told["schema"] == "policycheck/report/1"
    assert told["documents"][0]["clauses"] == [
        {
            "id": "l1",
            "ref": "5(1)",
            "heading_path": [],
            "text": "The authority must visit within 10 days.",
            "page": 2,
            "start": 0,
            "end": 41,
        }
    ]
    assert told["obligations"][0]["time_limits"][0]["unit"] == "day"
    assert (told["obligations"][1]["applies"], told["obligations"][1]["applies_reason"]) == (
        "no",
        "the court's",
    )
    assert told["coverage"][1]["in_scope"] is False
    assert told["coverage"][0]["evidence"] == [
        {"document": "handbook.pdf", "ref": "4.2", "text": "We visit within 15 days.", "score": 0.9}
    ]
    [conflict] = told["conflicts"]
    assert (conflict["id"], conflict["type"]) == ("k1", "deadline")
    assert (conflict["a"]["start"], conflict["a"]["end"]) == (25, 39)
    assert [one["id"] for one in told["findings"]] == ["g1", "g2", "g3", "k1"]
    assert told["decisions"][0]["by"] == "Zoë"
    assert told["profile"] == {"roles": ["local authority"]}


# CSV


def test_the_csv_has_one_row_for_each_finding_the_gravest_first():
    assert as_csv.render(REPORT).startswith(b"\xef\xbb\xbf")
    told = csv_of(REPORT)
    assert [row["Finding"] for row in told] == ["k1", "g2", "g3", "g1"]
    assert told[0]["Kind"] == "contradiction"
    assert told[0]["Confidence"] == "80% (high)"
    assert told[1]["Policy"] == "All policies"
    assert told[2]["Decision"] == "dismissed by Zoë, 5 March 2026, 00:00 UTC: old."
    assert told[3]["Second text"] == "We visit within 15 days."


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "＝"])
def test_a_text_that_looks_like_a_formula_is_only_text(start):
    evil = start + 'HYPERLINK("http://example.org","x")'
    report = replace(REPORT, findings=(replace(GAP, message=evil, a=replace(LAW_QUOTE, text=evil)),))
    [row] = csv_of(report)
    assert row["Message"] == "'" + evil
    assert row["Text"] == "'" + evil
    book = book_of(report)
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    assert any(str(cell.value).strip().startswith(evil.strip()) for cell in cells if cell.value)
    assert all(cell.data_type in ("s", "n") and cell.hyperlink is None for cell in cells)


def test_texts_with_line_breaks_and_quotes_stay_in_their_cell():
    odd = 'one, "two";\nthree'
    [row] = csv_of(replace(REPORT, findings=(replace(GAP, message=odd),)))
    assert row["Message"] == odd


# HTML


def test_the_page_stands_alone():
    page = page_of(REPORT)
    assert page.xpath("//script | //link | //img | //iframe") == []
    assert page.xpath("//@src") == []
    assert all(target.startswith("#") for target in page.xpath("//@href"))
    assert "url(" not in page.findtext(".//style")
    assert "prefers-color-scheme: dark" in page.findtext(".//style")
    assert "@media print" in page.findtext(".//style")


@pytest.mark.parametrize("report", [REPORT, EMPTY])
def test_the_page_is_built_for_screen_readers(report):
    page = page_of(report)
    assert page.get("lang") == "en-GB"
    assert len(page.xpath("//h1")) == 1
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1 | //h2 | //h3 | //h4")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert page.xpath("//th[not(@scope)]") == []
    assert page.xpath("//table[not(caption)]") == []
    assert page.xpath("//tbody/tr[not(th[@scope='row' or @scope='rowgroup'])]") == []
    names = page.xpath("//@id")
    assert len(names) == len(set(names))
    assert {target[1:] for target in page.xpath("//@href")} <= set(names)


def test_the_page_tells_what_to_do_first_with_both_quotations_and_the_reason():
    page = page_of(REPORT)
    order = [heading.get("id") for heading in page.xpath("//h2")]
    assert order == ["summary", "first", "gaps", "contradictions", "documents", "reading"]
    cards = section(page, "first").xpath(".//article")
    assert [text_of(card.xpath(".//h3")[0]) for card in cards] == [
        "“10 days” against “15 days”.",
        "No clause answers it.",
        "The time limit is laxer.",
    ]
    assert [text_of(quote) for quote in cards[0].xpath(".//blockquote")] == [
        "within 10 days",
        "We visit within 15 days.",
    ]
    told = text_of(cards[0])
    for words in (
        "15 days is longer than 10 days.",
        "80% (high)",
        "5(1)",
        "4.2",
        "The Visits Regulations 2020",
    ):
        assert words in told
    assert "Handbook was read only in part." in told


def test_the_page_groups_gaps_by_source_and_keeps_the_settled_ones():
    gaps = section(page_of(REPORT), "gaps")
    assert [text_of(one) for one in gaps.xpath(".//h3")] == ["The Visits Regulations 2020"]
    assert len(gaps.xpath(".//tbody/tr")) == 3
    assert "dismissed by Zoë" in text_of(gaps)


SECTION = Topic(id="t1", title="The Visits Regulations 2020: Visits")
DISPUTE = Topic(id="t2", title="Time limit: visit (10 days or 15 days)")
ELSEWHERE = replace(
    CONTRADICTION, id="k2", severity=Severity.LOW, topic=DISPUTE, b=replace(POLICY_QUOTE, ref="9.1")
)
APART = replace(CONTRADICTION, id="k3", severity=Severity.MEDIUM, topic=Topic(id="t3", title="Age: drive"))
GROUPED = replace(
    REPORT,
    findings=(
        replace(GAP, topic=SECTION),
        replace(MISSING, topic=Topic(id="t0", title="The Visits Regulations 2020: Lists")),
        replace(DISMISSED, topic=SECTION),
        replace(CONTRADICTION, topic=DISPUTE),
        APART,
        ELSEWHERE,
    ),
)


def test_one_disagreement_in_many_places_stands_together():
    section_of = section(page_of(GROUPED), "contradictions")
    assert [text_of(one) for one in section_of.xpath("./h3")] == [DISPUTE.title]
    assert "One disagreement in 3 places:" in text_of(section_of)
    assert [text_of(one).split()[-1] for one in section_of.xpath(".//article")] == ["k1", "k2", "k3"]
    assert [row["Finding"] for row in table_of(book_of(GROUPED), "Contradictions")] == ["k1", "k2", "k3"]
    assert table_of(book_of(GROUPED), "Contradictions")[1]["Disagreement"] == DISPUTE.title
    first = section(page_of(GROUPED), "first").xpath(".//article")
    assert [text_of(one).split()[-1] for one in first] == ["k1", "k3", "g2", "g1"], (
        "k2 is k1 in another place"
    )
    assert {row["Finding"]: row["Belongs to"] for row in csv_of(GROUPED)}["k2"] == DISPUTE.title


def test_gaps_stand_under_their_section():
    gaps = section(page_of(GROUPED), "gaps")
    assert [text_of(one) for one in gaps.xpath(".//th[@scope='rowgroup']")] == ["Lists", "Visits"]
    assert [len(one.xpath("./tr")) for one in gaps.xpath(".//tbody")] == [2, 3]
    assert [row["Finding"] for row in table_of(book_of(GROUPED), "Gaps")] == ["g2", "g3", "g1"]
    assert [row["Section"] for row in table_of(book_of(GROUPED), "Gaps")][1:] == [SECTION.title] * 2


def test_the_reports_say_what_people_said():
    said = PairScope(
        source="law.xml",
        policy="handbook.pdf",
        computed=True,
        by_hand=False,
        effective=False,
        reason=Reason(code="by-hand", message="Zoë said that it is not meant to meet this source."),
    )
    gap = replace(MISSING, obligation="o2", status=FindingStatus.NOT_APPLICABLE, topic=SECTION)
    given_out = replace(GAP, assignee="Bo", due=date(2026, 3, 31))
    report = replace(
        REPORT, findings=(gap, given_out), scopes=(said,), hidden=37, sensitivity=Sensitivity.CAREFUL
    )
    lines = {line[0]: line[1:3] for line in book_of(report)["Summary"].iter_rows(values_only=True)}
    assert lines["Duties set aside"][0] == 0
    assert lines["Duties not applicable"][0] == 1
    assert lines["Findings not shown"][0] == 37
    assert lines["Scope said by hand"][0] == 1
    assert "Zoë said" in lines["Scope said by hand"][1]
    told = text_of(section(page_of(report), "summary"))
    for words in ("1 do not apply", "37 less certain findings are not shown.", "careful", "Zoë said"):
        assert words in told
    assert "looked after by Bo, due 2026-03-31" in text_of(section(page_of(report), "gaps"))
    rows = {row["Finding"]: row for row in table_of(book_of(report), "Gaps")}
    assert (rows["g1"]["Looked after by"], rows["g1"]["Due"]) == ("Bo", "2026-03-31")
    assert rows["g2"]["Status"] == "not applicable"
    assert {row["Finding"]: row["Due"] for row in csv_of(report)} == {"g1": "2026-03-31", "g2": ""}


def test_reading_warnings_stand_wherever_their_findings_do():
    """The gap rests on a handbook read in part and says nothing of it itself."""
    report = replace(REPORT, findings=(GAP,))
    page = page_of(report)
    for name in ("summary", "first", "gaps", "documents"):
        assert "Page 3 is a picture." in text_of(section(page, name)), name
    assert "Page 3 is a picture." in csv_of(report)[0]["Reading warnings"]
    book = book_of(report)
    assert "Page 3 is a picture." in table_of(book, "Gaps")[0]["Reading warnings"]
    assert "Page 3 is a picture." in table_of(book, "Evidence")[0]["Reading warnings"]
    assert "Handbook <b>for</b> staff (read only in part)" in table_of(book, "Traceability matrix")[0]


def test_a_gap_over_all_policies_says_which_of_them_were_not_read():
    [row] = view.rows(replace(REPORT, findings=(MISSING,)))
    assert row.warnings == (
        "Handbook <b>for</b> staff was read only in part: Page 3 is a picture.",
        "scan.pdf could not be read: The pages are pictures.",
    )


def test_words_of_documents_are_never_markup():
    page = page_of(REPORT)
    assert page.xpath("//table//b") == []
    assert "Handbook <b>for</b> staff" in text_of(section(page, "documents"))


def test_a_report_without_anything_still_reads():
    told = text_of(page_of(EMPTY))
    for words in ("Nothing is waiting", "No gaps were found", "No contradictions were found"):
        assert words in told
    assert book_of(EMPTY).sheetnames[0] == "Summary"
    assert csv_of(EMPTY) == []


# XLSX


def test_the_workbook_has_its_sheets_frozen_and_filtered():
    book = book_of(REPORT)
    assert book.sheetnames == [
        "Summary",
        "Gaps",
        "Contradictions",
        "Traceability matrix",
        "Evidence",
        "Documents",
    ]
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes is not None
        assert sheet.auto_filter.ref is not None
        assert sheet["A1"].alignment.wrap_text


def test_the_summary_counts_only_duties_that_are_ours():
    lines = {line[0]: line[1] for line in book_of(REPORT)["Summary"].iter_rows(values_only=True)}
    assert lines["Duties counted"] == 1
    assert lines["Duties set aside"] == 1
    assert (lines["conflict"], lines["missing"]) == (1, 0)
    assert lines["Gaps not settled"] == 2
    assert lines["Contradictions not settled"] == 1
    assert lines["Documents read only in part"] == 1
    assert lines["Documents not read"] == 1


def test_the_matrix_has_a_verdict_for_every_duty_and_policy():
    book = book_of(REPORT)
    first, second = table_of(book, "Traceability matrix")
    assert (first["Reference"], first["All policies"]) == ("5(1)", "conflict")
    assert first["Handbook <b>for</b> staff (read only in part)"] == "conflict"
    assert first["leaflet.docx"] == "(covered)"
    assert first["scan.pdf (not read)"] is None
    assert second["Ours?"] == "no, set aside"
    assert second["leaflet.docx"] == "–"
    colours = {
        cell.value: cell.fill.fgColor.rgb for line in book["Traceability matrix"]["F2:H3"] for cell in line
    }
    assert colours["conflict"] != colours["missing"] != "00000000"
    assert colours["(covered)"] == "00000000"


def test_the_evidence_sheet_names_the_clauses_of_duties_in_scope_and_ours():
    [line] = table_of(book_of(REPORT), "Evidence")
    assert (line["Reference"], line["Verdict"], line["Clauses, best first"]) == ("5(1)", "conflict", "4.2")


@pytest.mark.parametrize(("name", "only"), [("Gaps", "not_applicable"), ("Contradictions", "both_right")])
def test_a_reviewer_chooses_a_decision_from_a_list(name, only):
    sheet = book_of(REPORT)[name]
    [rule] = sheet.data_validations.dataValidation
    assert rule.type == "list"
    assert rule.formula1 == f'"accept,dismiss,defer,resolve,{only},reopen"'
    heading = [cell.value for cell in sheet[1]].index("Decision") + 1
    [area] = rule.sqref.ranges
    assert (area.min_col, area.max_col) == (heading, heading)
    assert (area.min_row, area.max_row) == (2, sheet.max_row)


def test_a_text_too_long_for_a_cell_is_cut_and_says_so():
    report = replace(REPORT, findings=(replace(GAP, message="x" * 40_000, reasons=()),))
    [line] = table_of(book_of(report), "Gaps")
    assert len(line["Why"]) == 32_767
    assert line["Why"].endswith("…")


# All of them


@pytest.mark.parametrize("name", reports.FORMATS)
def test_no_report_claims_that_anything_complies(name, tmp_path):
    out = tmp_path / f"report.{name}"
    reports.write(REPORT, format=name, out=out)
    told = " ".join(
        str(cell.value) for sheet in book_of(REPORT) for line in sheet.iter_rows() for cell in line
    )
    content = told if name == "xlsx" else out.read_text(encoding="utf-8")
    assert "compliant" not in content.lower()
    assert "complies" not in content.lower()


@pytest.mark.parametrize("name", reports.FORMATS)
def test_characters_that_no_file_holds_do_not_stop_a_report(name, tmp_path):
    odd = "a\x00b\ud800c\ufffed\x0be"
    broken = replace(GAP, message=odd, a=replace(LAW_QUOTE, text=odd, document_title=odd))
    out = tmp_path / "report"
    reports.write(replace(REPORT, findings=(broken,)), format=name, out=out)
    assert out.stat().st_size > 100
    if name == "xlsx":
        assert table_of(openpyxl.load_workbook(io.BytesIO(out.read_bytes())), "Gaps")[0]["Why"].startswith(
            "a\ufffdb"
        )


def test_an_unknown_format_is_refused_with_the_ones_there_are(tmp_path):
    with pytest.raises(UsageError, match="csv, html, json, xlsx"):
        reports.write(REPORT, format="wordperfect", out=tmp_path / "r")


def test_a_place_that_cannot_be_written_says_so(tmp_path):
    with pytest.raises(FileError, match="nowhere"):
        reports.write(REPORT, format="csv", out=tmp_path / "nowhere" / "r.csv")
    with pytest.raises(FileError, match="cannot be written"):
        reports.write(REPORT, format="csv", out=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_report_is_replaced_whole(tmp_path):
    out = tmp_path / "r.csv"
    out.write_text("old " * 10_000)
    reports.write(EMPTY, format="csv", out=out)
    assert out.read_bytes() == as_csv.render(EMPTY)
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize(
    ("confidence", "words"),
    [
        (1.0, "100% (high)"),
        (0.8, "80% (high)"),
        (0.799, "79% (medium)"),
        (0.5, "50% (medium)"),
        (0.49, "49% (low)"),
        (0.29, "29% (low)"),
        (0.0, "0% (low)"),
    ],
)
def test_confidence_in_words(confidence, words):
    assert wording.confidence_words(confidence) == words


def test_a_lapsed_decision_says_that_the_text_changed():
    lapsed = replace(GAP, id="g3", status=FindingStatus.LAPSED)
    [row] = view.rows(replace(REPORT, findings=(lapsed,)))
    assert row.decision.endswith("The text has changed since.")
    assert view.to_do_first([row]) == [row]


def test_with_no_roles_given_every_duty_counts():
    anyone = replace(REPORT, applies={}, profile=Profile())
    assert view.applies_to(anyone, "o1") == (Applies.YES, "")
    assert view.summary(anyone).obligations == 2
    assert view.applies_to(replace(REPORT, applies={}), "o1") == (Applies.UNKNOWN, "")
