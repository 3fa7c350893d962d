"""The coverage matrix: what a cell, a section and a total say, what narrows it, and the way to the finding."""

import csv
from dataclasses import replace

import pytest
from policycheck_ui.models.figures_model import FiguresModel
from policycheck_ui.models.matrix import OUTSIDE, Matrix, MatrixRow, PolicyColumn
from policycheck_ui.models.matrix_model import MatrixModel, Section
from policycheck_ui.models.row_filter import RowFilter
from policycheck_ui.widgets.matrix_headings import wrapped
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from policycheck.domain.findings import FindingKind

COVERED, PARTIAL, MISSING, CONFLICT = 1, 2, 3, 4


def row(name, *, library, cells, document="law", part="Part 1", text="The authority must act."):
    return MatrixRow(
        obligation=name,
        ref=name,
        text=text,
        document=document,
        source=document.capitalize(),
        part=part,
        library=library,
        cells=bytes(cells),
    )


@pytest.fixture
def matrix():
    """Two sources and three policies; the third policy is about nothing here."""
    return Matrix(
        rows=(
            row(
                "1", library=COVERED, cells=(COVERED, MISSING, 0), text="The authority must publish a report."
            ),
            row("2", library=MISSING, cells=(MISSING, MISSING, 0)),
            row("3", library=PARTIAL, cells=(PARTIAL, 0, OUTSIDE + COVERED), part="Part 2"),
            row("4", library=0, cells=(0, 0, 0), part="Part 2"),
            row("5", library=CONFLICT, cells=(0, CONFLICT, 0), document="standard", part=""),
        ),
        policies=tuple(
            PolicyColumn(path=f"p{n}", title=title)
            for n, title in enumerate(("Visits policy", "Records policy", "Parking"))
        ),
    )


@pytest.fixture
def model(matrix):
    made = MatrixModel()
    made.show_matrix(matrix)
    return made


def shown(model):
    lines = (model.line(number) for number in range(model.rowCount()))
    return [line.title if isinstance(line, Section) else line.obligation for line in lines]


def spoken(model, row, column):
    return model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_model_keeps_qt_s_contract(qtmodeltester, model, matrix):
    qtmodeltester.check(model)
    model.narrow(holes_only=True)
    qtmodeltester.check(model)
    figures = FiguresModel("Policy")
    qtmodeltester.check(figures)
    qtmodeltester.check(RowFilter(figures))


def test_obligations_stand_under_their_source_and_part(model):
    assert shown(model) == ["Law", "Part 1", "1", "2", "Part 2", "3", "Standard", "5"]


def test_what_no_policy_is_about_is_shown_when_asked_for(model):
    model.narrow(with_unclaimed=True)
    assert shown(model) == ["Law", "Part 1", "1", "2", "Part 2", "3", "4", "Standard", "5"]


def test_holes_only_leaves_what_some_policy_should_cover_and_none_does(model):
    model.narrow(holes_only=True)
    assert [one.obligation for one in model.shown] == ["2", "3", "5"]


def test_words_narrow_the_obligations_and_titles_the_policies(model):
    model.narrow(text="PUBLISH report")
    assert shown(model) == ["Law", "Part 1", "1"]
    model.narrow(text="", policies="records")
    assert [policy.path for policy in model.policies_shown] == ["p1"]
    assert model.code(shown(model).index("5"), 0) == CONFLICT


def test_policies_that_need_not_meet_anything_shown_can_be_left_out(model):
    model.narrow(concerned_only=True)
    assert [policy.path for policy in model.policies_shown] == ["p0", "p1"]
    model.narrow(text="standard")
    assert [policy.path for policy in model.policies_shown] == ["p1"]


def test_totals_count_what_is_in_scope_and_shown(model):
    assert model.column_tally(0).in_words() == "1 of 3 covered: 1 partial, 1 missing"
    assert model.column_tally(2).in_words() == "nothing in scope"
    assert model.row_tally(model.matrix.rows[0]).in_words() == "1 of 2 covered: 1 missing"
    model.narrow(holes_only=True)
    assert model.column_tally(0).in_words() == "0 of 2 covered: 1 partial, 1 missing"


def test_a_section_says_its_own_figures_even_when_its_name_comes_twice(matrix):
    again = (row("6", library=COVERED, cells=(COVERED, 0, 0), part="Part 1"),)
    model = MatrixModel()
    model.show_matrix(replace(matrix, rows=(*matrix.rows[:3], *again)))
    sections = [n for n in range(model.rowCount()) if shown(model)[n] == "Part 1"]
    assert [model.index(n, 0).data() for n in sections] == ["1 of 2", "1 of 1"]


def test_a_section_closes_and_opens(model):
    model.toggle(1)
    assert shown(model) == ["Law", "Part 1", "Part 2", "3", "Standard", "5"]
    model.toggle(0)
    assert shown(model) == ["Law", "Standard", "5"]
    model.close_all(closed=False)
    assert "1" in shown(model)
    model.close_all(closed=True)
    assert shown(model) == ["Law", "Part 1", "Part 2", "Standard"]


def test_every_cell_and_heading_is_told_in_words(model):
    at = shown(model).index
    assert spoken(model, at("1"), 0) == "Covered: Visits policy, 1  The authority must publish a report."
    assert spoken(model, at("3"), 1).startswith("Not in scope: Records policy")
    assert spoken(model, at("3"), 2).startswith("Covered, though not in scope: Parking")
    assert spoken(model, at("Part 1"), 0) == "1 of 2: Visits policy, Part 1"
    said = model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert said == "Visits policy\n1 of 3 covered: 1 partial, 1 missing"
    said = model.headerData(at("2"), Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole)
    assert "Best verdict: missing; by policy: 0 of 2 covered: 2 missing" in said


def test_a_heading_is_wrapped_between_words_and_cut_with_dots_only_at_the_end(qapp):
    metrics = QFontMetrics(qapp.font())
    wide = metrics.horizontalAdvance("Complaints and")
    assert wrapped("Complaints and Representations", metrics, wide * 2, 3)[0].startswith("Complaints and")
    lines = wrapped("Complaints and more words than there is room for here", metrics, wide, 2)
    assert lines[0] == "Complaints and"
    assert lines[1].endswith("…")


# In the window, with real files


@pytest.fixture
def page(window, workspace):
    window.show_workspace(workspace)
    window.show_view("coverage")
    return window.page.coverage


def stand_on(page, text):
    view = page.matrix
    number = next(n for n, line in enumerate(view.model.shown) if text in line.text)
    position = view.model.position(view.model.shown[number].obligation)
    view.table.setCurrentIndex(view.model.index(position, 0))
    return view


def test_the_cell_one_stands_on_is_explained(page):
    view = stand_on(page, "must visit the child")
    assert "Visits Policy" in view.place.text()
    assert view.verdict.text() == "Conflict"
    assert "within 10 working days" in view.words.toPlainText()


def test_enter_on_a_cell_goes_to_its_finding_even_when_the_filter_hid_it(window, page, qtbot):
    window.findings.choose(kind=FindingKind.CONFLICT)
    view = stand_on(page, "publish a report")
    qtbot.waitUntil(view.table.hasFocus)
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert window.page.tabs.currentWidget() is window.findings
    assert "publish a report" in window.findings.selected().a.text


def test_a_cell_of_a_contradiction_goes_to_the_contradiction(window, page):
    stand_on(page, "must visit the child").go.click()
    chosen = window.findings.selected()
    assert chosen.kind is FindingKind.CONFLICT
    assert {chosen.a.ref, chosen.b.ref} == {"1", "1.1"}


def test_a_covered_cell_has_no_finding_to_go_to(window, page, qtbot):
    view = stand_on(page, "keep each record")
    assert not view.go.isEnabled()
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert window.page.tabs.currentWidget() is page


def test_the_filter_keeps_the_cell_where_it_can(page, qtbot):
    view = stand_on(page, "publish a report")
    view.holes.setChecked(True)
    assert "publish" in view.words.toPlainText()
    qtbot.keyClicks(view.search, "visit")
    qtbot.waitUntil(lambda: "2 of 3 shown" in view.totals.text())
    view.search.setText("no such words")
    qtbot.waitUntil(lambda: view.empty.currentIndex() == 1)


def test_charts_say_their_figures_and_show_them_as_tables(page):
    page.choose_way("charts")
    chart = page.charts.policies.chart
    assert chart.accessibleName().startswith("By policy")
    assert chart.accessibleDescription() == "Visits Policy: 1 of 3 covered: 1 missing, 1 in conflict"
    page.charts.as_figures.setChecked(True)
    figures = page.charts.policies.table.model()
    texts = [figures.index(0, column).data() for column in range(figures.columnCount())]
    assert texts == ["Visits Policy", "1", "0", "1", "1", "3", "33%"]
    assert page.charts.policies.table.isVisible()


def test_the_matrix_is_exported_as_it_is_shown(window, page, settle, tmp_path):
    page.matrix.holes.setChecked(True)
    out = tmp_path / "matrix.csv"
    window.exporting.matrix(out)
    settle(window)
    rows = list(csv.reader(out.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0] == ["Source", "Reference", "Obligation", "Visits Policy", "All policies"]
    assert [(one[1], *one[3:]) for one in rows[1:]] == [
        ("1", "conflict", "conflict"),
        ("3", "missing", "missing"),
    ]


def test_the_findings_are_exported_as_they_are_shown(window, page, settle, tmp_path):
    window.show_view("findings")
    window.findings.choose(kind=FindingKind.CONFLICT)
    out = tmp_path / "some.csv"
    window.exporting.findings("csv", out)
    settle(window)
    rows = list(csv.reader(out.read_text(encoding="utf-8-sig").splitlines()))
    assert {one[1] for one in rows[1:]} == {"contradiction"}
    assert len(rows) - 1 == window.findings.model.rowCount()
