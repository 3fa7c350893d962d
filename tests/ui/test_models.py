from dataclasses import replace

import pytest
from policycheck_ui.models.coverage_model import CoverageModel
from policycheck_ui.models.documents_model import KIND_COLUMN, DocumentsModel, without_path
from policycheck_ui.models.findings_index import FindingsIndex
from policycheck_ui.models.findings_model import NOTE_COLUMN, FindingsModel
from policycheck_ui.models.import_results_model import ImportResultsModel
from policycheck_ui.models.row_filter import RowFilter
from PySide6.QtCore import Qt

from policycheck.domain.documents import DocumentKind, ReadStatus
from policycheck.workspace import ImportResult

DISPLAY = Qt.ItemDataRole.DisplayRole


def texts(model, row):
    return [model.index(row, column).data(DISPLAY) for column in range(model.columnCount())]


def filled(name, snapshot):
    models = {
        "documents": (DocumentsModel, snapshot.documents),
        "findings": (FindingsModel, snapshot.findings),
        "coverage": (CoverageModel, snapshot.coverage),
        "imports": (
            ImportResultsModel,
            [ImportResult(path="a.pdf", kind=DocumentKind.POLICY, status=ReadStatus.READ)],
        ),
    }
    make, rows = models[name]
    model = make()
    if isinstance(model, FindingsModel):
        model.set_findings(FindingsIndex(rows, kinds=snapshot.kinds))
    else:
        model.set_rows(rows)
    return model


@pytest.mark.parametrize("name", ["documents", "findings", "coverage", "imports"])
def test_every_model_keeps_qt_s_contract(qtmodeltester, snapshot, name):
    model = filled(name, snapshot)
    qtmodeltester.check(model)
    if name != "findings":  # it filters and sorts itself
        qtmodeltester.check(RowFilter(model))


@pytest.mark.parametrize("name", ["documents", "findings", "coverage", "imports"])
def test_every_cell_is_told_in_words(snapshot, name):
    model = filled(name, snapshot)
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            text, spoken = index.data(DISPLAY), index.data(Qt.ItemDataRole.AccessibleTextRole)
            assert text in spoken
            assert spoken.startswith(model.headerData(column, Qt.Orientation.Horizontal))
            if index.data(Qt.ItemDataRole.DecorationRole) is not None:
                assert text  # never an icon without its word


def test_a_finding_s_row_says_kind_severity_places_confidence_and_status(snapshot):
    model = filled("findings", snapshot)
    assert texts(model, 0) == [
        "Gap: missing",
        "High",
        "No policy does this: The authority must publish a report.",
        "3(1) · Law",
        "no clause found",
        "high, 91%",
        "Open",
        "",
        "",
        "",
    ]
    assert texts(model, 2)[0] == "Contradiction"
    assert texts(model, 2)[5] == "low, 40%"
    assert texts(model, 3)[6] == "Lapsed"


def test_the_list_leaves_out_titles_and_never_claims_certainty(snapshot):
    message = "Two time limits: Law, 5, says “10 working days”, Policy, 2.2, says “15 working days”."
    certain = replace(snapshot.findings[2], message=message, confidence=0.999)
    model = FindingsModel()
    model.set_findings(FindingsIndex([certain], kinds={}))
    said = texts(model, 0)
    assert said[2] == "Two time limits: 5, says “10 working days”, 2.2, says “15 working days”."
    assert said[5] == "high, 99%"


def test_a_finding_on_a_document_read_in_part_is_marked(snapshot):
    model = filled("findings", snapshot)
    assert [texts(model, row)[NOTE_COLUMN] for row in range(4)] == ["", "Read in part", "", ""]


def test_obligations_of_a_policy_are_not_counted(snapshot):
    model = filled("documents", snapshot)
    assert texts(model, 0) == ["Law", "Legislation", "Read", "12", "0%", "9", ""]
    assert texts(model, 1) == [
        "Policy",
        "Local policy",
        "Read in part",
        "3",
        "0%",
        "–",
        "Page 3 is a picture.",
    ]


def test_choosing_another_kind_asks_for_it(qtbot, snapshot):
    model = filled("documents", snapshot)
    index = model.index(1, KIND_COLUMN)
    assert model.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert not model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsEditable
    with qtbot.waitSignal(model.kind_chosen) as asked:
        model.setData(index, "guidance")
    assert asked.args == ["policy", DocumentKind.GUIDANCE]
    with qtbot.assertNotEmitted(model.kind_chosen):
        model.setData(index, "policy")


def test_a_failed_file_shows_its_reason_without_repeating_its_name():
    model = ImportResultsModel()
    message = "/shared/ann/plan.pdf: it opens only with a password. Save it without one."
    failed = ImportResult(
        path="/shared/ann/plan.pdf", kind=DocumentKind.POLICY, status=ReadStatus.FAILED, message=message
    )
    model.set_rows([failed])
    said = "It opens only with a password. Save it without one."
    assert texts(model, 0) == ["plan.pdf", "Could not be read", said]
    assert without_path("Page 3: nothing to read", "plan.pdf") == "Page 3: nothing to read"
