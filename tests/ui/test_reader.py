"""The reader: both documents, parts marked, evidence linked both ways, holes only, pages, citations."""

from dataclasses import replace

import pytest
from policycheck_ui.citing import citation, with_citation
from policycheck_ui.marking import Mark, marks_of
from policycheck_ui.models.reading_model import ReadingModel
from policycheck_ui.originals import original_of, page_start
from policycheck_ui.widgets.clause_pane import ClausePane
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPdf import QPdfDocument
from reportlab.pdfgen.canvas import Canvas

from policycheck import read_obligations
from policycheck.domain.alignments import Verdict
from policycheck.domain.documents import Clause, Document, DocumentKind
from policycheck.domain.obligations import Modality
from policycheck.domain.readings import parts_of
from policycheck.embedding import HashingEmbedder
from policycheck.workspace import Workspace


@pytest.fixture
def reader(window, workspace):
    window.show_workspace(workspace)
    window.show_view("reader")
    return window.page.reader


def clause(reader, ref, pane="source"):
    return next(c.id for c in getattr(reader, pane).document.clauses if c.ref == ref)


def test_an_obligation_is_shown_with_its_parts_and_its_evidence(reader):
    reader.choose_clause(clause(reader, "1"))
    source, policy = reader.source.clauses, reader.policy.clauses
    assert source.marked_words(Mark.WHO) == ["The authority"]
    assert source.marked_words(Mark.MUST) == ["must"]
    assert source.marked_words(Mark.WHEN) == ["within 5 working days of the placement"]
    assert reader.policy.chosen().ref == "1.1"
    assert policy.marked_words(Mark.WHEN) == ["within 10 working days of the placement"]
    assert [mark for _, mark in source.bar.marks]
    assert policy.bar.marks


def test_the_table_is_the_one_that_the_command_line_prints(reader, workspace):
    reader.choose_clause(clause(reader, "1"))
    duty = next(d for d in workspace.obligations() if d.ref == "1")
    assert tuple(reader.card.model.rows) == parts_of(duty)
    assert reader.card.verdict.text().startswith("Conflict")
    assert "10 working days" in reader.card.reasons.toPlainText()


def test_choosing_a_clause_of_the_policy_goes_back_to_what_it_answers(reader):
    reader.choose_clause(clause(reader, "1"))
    reader.policy.clauses.clause_chosen.emit(clause(reader, "1.2", "policy"))
    assert reader.source.chosen().ref == "2"
    assert reader.policy.chosen().ref == "1.2"
    assert "Answers 2." in reader.policy.where.text()


def test_moving_the_caret_chooses_the_clause_it_comes_to(reader, qtbot):
    reader.choose_clause(clause(reader, "1"))
    reader.table.setFocus()
    for _ in range(6):
        qtbot.keyClick(reader.table, Qt.Key.Key_Down)
    assert reader.source.chosen().ref == "3"


def test_next_and_previous_go_through_the_obligations_by_keyboard(window, reader, qtbot):
    reader.choose_clause(clause(reader, "1"))
    reader.table.setFocus()
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(reader.table, Qt.Key.Key_Down, alt)
    assert reader.source.chosen().ref == "2"
    qtbot.keyClick(reader.table, Qt.Key.Key_Up, alt)
    qtbot.keyClick(reader.table, Qt.Key.Key_Up, alt)
    assert reader.source.chosen().ref == "3"  # round the end


def test_only_what_is_not_covered_can_be_shown(reader):
    reader.holes_only.setChecked(True)
    shown = {place.clause.ref for place in reader.source.clauses.places}
    assert shown == {"1", "3"}
    reader.holes_only.setChecked(False)
    assert len(reader.source.clauses.places) == 3


def test_stripes_say_the_verdict_of_each_clause(reader):
    stripes = reader.source.clauses.gutter.stripes
    assert stripes[clause(reader, "1")] is Verdict.CONFLICT
    assert stripes[clause(reader, "2")] is Verdict.COVERED
    reader.source.clauses.grab()
    seen = [place.clause.ref for place, _ in reader.source.clauses.visible_places()]
    assert seen == ["1", "2", "3"]


def test_a_finding_opens_in_the_reader_by_enter(window, workspace, qtbot):
    window.show_workspace(workspace)
    window.show_view("findings")
    finding = next(f for f in window.findings.model.rows if f.a.ref == "1" and f.b is not None)
    window.findings.select(finding.id)
    qtbot.waitUntil(window.findings.table.hasFocus)
    qtbot.keyClick(window.findings.table, Qt.Key.Key_Return)
    assert window.page.tabs.currentWidget() is window.page.reader
    assert window.page.reader.source.chosen().ref == "1"
    assert window.page.reader.policy.chosen().ref == "1.1"


def test_copy_with_citation_takes_the_clause_or_the_words_selected(window, reader, qtbot):
    reader.choose_clause(clause(reader, "1"))
    window.actions_by_id["copy_citation"].trigger()
    assert QGuiApplication.clipboard().text() == (
        "‘The authority must visit the child within 5 working days of the placement.’ "
        "(The Sample Visits Regulations, reg 1)"
    )
    reader.policy.clauses.setFocus()
    window.actions_by_id["copy_citation"].trigger()
    assert QGuiApplication.clipboard().text().endswith("(Visits Policy, para 1.1)")


def document(title, kind, path="a.pdf", **values):
    return Document(path=path, title=title, kind=kind, clauses=(), **values)


@pytest.mark.parametrize(
    ("title", "kind", "ref", "cited"),
    [
        ("Equality Act 2010", DocumentKind.LEGISLATION, "149(1)(a)", "Equality Act 2010, s 149(1)(a)"),
        ("The Fire Rules 2004", DocumentKind.LEGISLATION, "3", "The Fire Rules 2004, r 3"),
        ("The Fire Order 2005", DocumentKind.LEGISLATION, "9(1)", "The Fire Order 2005, art 9(1)"),
        ("Act of Union Regulations", DocumentKind.LEGISLATION, "5(1)", "Act of Union Regulations, reg 5(1)"),
        (
            "Equality Act 2010",
            DocumentKind.LEGISLATION,
            "Sch 1 para 2(3)",
            "Equality Act 2010, Sch 1 para 2(3)",
        ),
        ("Guidance on Acts", DocumentKind.GUIDANCE, "4.2", "Guidance on Acts, para 4.2"),
        ("Visits Policy", DocumentKind.POLICY, "Table 1 row 3", "Visits Policy, Table 1 row 3"),
        ("Visits Policy", DocumentKind.POLICY, "", "Visits Policy"),
    ],
)
def test_a_place_is_cited_as_lawyers_do(title, kind, ref, cited):
    assert citation(document(title, kind), ref) == cited


def test_words_of_a_clause_are_quoted_as_selected():
    one = Clause(id="1", ref="4", text="Staff must knock. They must wait.")
    policy = document("Doors Policy", DocumentKind.POLICY)
    assert with_citation(policy, one, " They must wait. ") == "‘They must wait.’ (Doors Policy, para 4)"


def test_marks_follow_the_words_into_the_clause_and_into_its_list():
    told = "The manager must, within 5 days, write to the parent and must tell the board within 2 days."
    duty = read_obligations(told)[0]
    own, item = "The manager must, within 5 days, write to the parent", "tell the board within 2 days."
    found = marks_of(duty, [("top", own), ("a", item)])
    words = {(m.clause, m.mark, {"top": own, "a": item}[m.clause][m.start : m.end]) for m in found}
    assert {("top", Mark.WHO, "The manager"), ("top", Mark.WHEN, "within 5 days")} <= words


def test_marks_that_stand_nowhere_on_screen_are_left_out():
    duty = read_obligations("The manager must write to the parent within 5 days.")[0]
    assert marks_of(duty, [("other", "Something else altogether.")]) == []
    assert duty.modality is Modality.OBLIGATION


def test_the_reading_model_keeps_qt_s_contract(qtmodeltester):
    model = ReadingModel()
    model.show_duty(read_obligations("The manager must write to the parent within 5 days.")[0])
    qtmodeltester.check(model)
    model.show_duty(None)
    assert model.rowCount() == 0


def test_a_pane_shows_bullets_rows_and_long_references_without_losing_an_offset(qtbot):
    clauses = (
        Clause(id="1", ref="Allegations ¶2", text="Staff must:\n• knock\n• wait", heading_path=("Doors",)),
        Clause(id="2", ref="", text="No number | at all", heading_path=("Doors", "Inside")),
        Clause(id="3", ref="4(a)", text="an item", parent="2", heading_path=("Doors", "Inside")),
    )
    pane = ClausePane("Test")
    qtbot.addWidget(pane)
    pane.show_document(replace(document("Doors", DocumentKind.POLICY), clauses=clauses))
    raw = pane.document().toRawText().replace("\u2028", "\n")
    assert [raw[place.start : place.end] for place in pane.places] == [c.text for c in clauses]
    assert raw.count("Doors") == 1
    assert not pane.choose("gone")


# Pages


def pdf(path, pages):
    canvas = Canvas(str(path))
    for lines in pages:
        for number, line in enumerate(lines):
            canvas.drawString(72, 720 - 24 * number, line)
        canvas.showPage()
    canvas.save()
    return path


@pytest.fixture
def paged(tmp_path, files, window):
    first = ["Visits Policy", "1.1 The authority must keep each record of a visit for 10 years."]
    second = ["1.2 The authority must visit the child within 10 working days of the placement."]
    path = pdf(files / "policies" / "paged.pdf", [first, second])
    made = Workspace.create(tmp_path / "paged.policycheck", embedder=HashingEmbedder())
    made.add([files / "legislation"], kind=DocumentKind.LEGISLATION)
    made.add([path], kind=DocumentKind.POLICY)
    made.check()
    window.show_workspace(made)
    window.show_view("reader")
    yield window.page.reader, path
    window.close_workspace()


def test_the_page_of_the_file_is_shown_with_the_clause_marked(paged):
    reader, path = paged
    reader.choose_clause(clause(reader, "1"))
    chosen = reader.policy.chosen()
    assert chosen.page == 2
    reader.policy.page_button.setChecked(True)
    page = reader.policy.page
    assert reader.policy.stack.currentWidget() is page
    assert page.sheet.page == 1
    assert reader.policy.page_button.text() == "Page 2 of 2"
    start = chosen.start - page_start(reader.policy.document.text, 2)
    seen = QPdfDocument()
    seen.load(str(path))
    assert seen.getSelectionAtIndex(1, start, chosen.end - chosen.start).text() == chosen.text
    box = page.sheet.marks[0].boundingRect()
    assert 60 < box.left() < 110
    assert box.top() < 842 - 720 < box.bottom()  # around the baseline, in points from the top of an A4 page


def test_a_file_that_is_gone_or_changed_is_said(paged):
    reader, path = paged
    reader.policy.page_button.setChecked(True)
    path.write_bytes(path.read_bytes() + b"\n")
    reader.choose_clause(clause(reader, "2"))
    assert reader.policy.stack.currentWidget() is reader.policy.problem
    assert "changed since it was read" in reader.policy.problem.text()
    path.unlink()
    reader.choose_clause(clause(reader, "1"))
    assert "no longer where it was read" in reader.policy.problem.text()
    reader.policy.page_button.setChecked(False)
    assert reader.policy.stack.currentWidget() is reader.policy.clauses


def test_other_files_have_no_pages_to_show(tmp_path):
    original = original_of(document("a", DocumentKind.POLICY, path="a.docx"), workspace=tmp_path / "w")
    assert original.path is None
    assert "PDF files only" in original.problem
