"""What the list of findings shows: words, facets, order, and filters kept under a name."""

from dataclasses import replace

import pytest
from policycheck_ui.models.findings_filter import TO_DECIDE, Wanted, from_json, only, to_json
from policycheck_ui.models.findings_index import FindingsIndex
from policycheck_ui.models.findings_model import FindingsModel
from policycheck_ui.saved_views import BUILT_IN, SavedViews
from PySide6.QtCore import Qt

from policycheck.domain.alignments import Severity
from policycheck.domain.findings import FindingKind, FindingStatus


@pytest.fixture
def model(snapshot):
    made = FindingsModel()
    made.set_findings(FindingsIndex(snapshot.findings, kinds=snapshot.kinds))
    return made


def ids(model):
    return [model.row_at(row).id for row in range(model.rowCount())]


def having(**facets):
    wanted = Wanted()
    for facet, values in facets.items():
        wanted = wanted.having(facet, set(values.split()))
    return wanted


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        (Wanted(), ["missing", "partial", "conflict", "lapsed"]),
        (only(kind=FindingKind.CONFLICT), ["conflict"]),
        (only(statuses=TO_DECIDE), ["missing", "partial", "conflict", "lapsed"]),
        (having(severity="low"), ["partial", "lapsed"]),
        (having(severity="low high"), ["missing", "partial", "lapsed"]),
        (having(severity="low", status="lapsed"), ["lapsed"]),
        (having(type="gap_partial"), ["partial", "lapsed"]),
        (having(type="deadline gap_missing"), ["missing", "conflict"]),
        (having(source="law"), ["missing", "partial", "conflict", "lapsed"]),
        (having(policy="policy"), ["partial", "conflict", "lapsed"]),
        (having(policy="*"), ["missing"]),
        (having(confidence="low"), ["conflict"]),
        (having(confidence="high medium"), ["missing", "partial", "lapsed"]),
        (Wanted(text="WORKING days"), ["conflict"]),
        (Wanted(text="parent 2.3"), ["lapsed"]),
        (having(kind="conflict").with_text("parent"), []),
    ],
)
def test_the_filter_shows_what_is_wanted(model, wanted, shown):
    model.want(wanted)
    assert ids(model) == shown


def test_quotes_and_dashes_are_found_however_they_are_typed(snapshot):
    said = replace(snapshot.findings[0], message="The child’s “case record” – kept")
    made = FindingsModel()
    made.set_findings(FindingsIndex([said], kinds={}))
    for typed in ("child's", "child’s", '"case record"', "“CASE record”", "- kept"):
        made.want(Wanted(text=typed))
        assert ids(made) == ["missing"], typed


def test_typing_letter_by_letter_shows_what_typing_at_once_would(model):
    for text in ("w", "wo", "working days", "working day", "working days 15", "5", "", "he r", "he rec"):
        model.want(Wanted(text=text))
        narrowed = ids(model)
        fresh = FindingsModel()
        fresh.set_findings(FindingsIndex(model.rows, kinds={}))
        fresh.want(Wanted(text=text))
        assert narrowed == ids(fresh), text


def test_findings_sort_by_gravity_and_by_figure_and_back_to_the_engine_s_order(model):
    model.sort(1)
    assert [finding.severity for finding in map(model.row_at, range(4))] == [
        Severity.HIGH,
        Severity.MEDIUM,
        Severity.LOW,
        Severity.LOW,
    ]
    model.sort(5, Qt.SortOrder.DescendingOrder)
    assert [model.row_at(row).confidence for row in range(4)] == [0.91, 0.6, 0.6, 0.4]
    model.sort(-1)
    assert ids(model) == ["missing", "partial", "conflict", "lapsed"]


def test_a_decided_finding_leaves_the_list_of_what_is_to_decide_and_comes_back(model, qtbot):
    model.want(only())
    done = replace(model.row_at(1), status=FindingStatus.ACCEPTED)
    with qtbot.waitSignal(model.rowsRemoved):
        model.replace([done])
    assert ids(model) == ["missing", "conflict", "lapsed"]
    assert model.position("partial") is None
    model.replace([replace(done, status=FindingStatus.OPEN)])
    assert ids(model) == ["missing", "partial", "conflict", "lapsed"]


def test_a_model_that_is_filtered_and_sorted_keeps_qt_s_contract(model, qtmodeltester):
    model.want(having(severity="low").sorted_by(5, descending=True))
    qtmodeltester.check(model)
    model.replace([replace(model.row_at(0), severity=Severity.HIGH)])
    assert model.rowCount() == 1


def test_the_values_offered_are_those_that_occur_with_how_often(model):
    from policycheck_ui.models.facets import BY_ID  # noqa: PLC0415 - used here only

    assert model.found.offered(BY_ID["severity"]) == [
        ("high", "High", 1),
        ("medium", "Medium", 1),
        ("low", "Low", 2),
    ]
    assert model.found.offered(BY_ID["policy"]) == [("*", "No clause found", 1), ("policy", "Policy", 3)]


def test_a_filter_can_be_written_down_and_read_again():
    wanted = (
        having(severity="low", status="open lapsed").with_text("“visit” 5%").sorted_by(3, descending=True)
    )
    assert from_json(to_json(wanted)) == wanted
    for broken in ("", "{}", "[1]", '{"facets": {"colour": ["red"]}}', "null"):
        assert from_json(broken) is None
    assert from_json(
        '{"text": "a", "facets": {"colour": ["red"]}, "sort": -1, "descending": false}'
    ) == Wanted(text="a")


def test_views_are_kept_between_runs_and_built_in_ones_stay(preferences):
    views = SavedViews(preferences)
    mine = having(severity="high").with_text("visit")
    views.save("My visits", mine)
    views.save("To decide", mine)
    again = SavedViews(preferences)
    assert again.all() == BUILT_IN | {"My visits": mine}
    assert again.name_of(mine) == "My visits"
    again.delete("My visits")
    assert SavedViews(preferences).own == {}


def test_views_that_cannot_be_read_are_left_out(preferences):
    preferences.set_text("findings/views", '{"good": "{\\"text\\": 1}", "bad": 3}')
    assert SavedViews(preferences).own == {}
    preferences.set_text("findings/views", "[not json")
    assert SavedViews(preferences).own == {}
