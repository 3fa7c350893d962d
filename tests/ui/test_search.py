import threading

import pytest
from policycheck_ui.models.hits_model import HitsModel, hit_of
from policycheck_ui.models.packages_model import PackagesModel
from policycheck_ui.searching import open_clause
from policycheck_ui.snippets import found_words, snippet
from PySide6.QtCore import Qt

from policycheck.domain.results import SearchHit


def words(text, query):
    return [text[start:end] for start, end in found_words(text, query)]


@pytest.fixture
def searched(window, workspace, settle, qtbot):
    """Return the search view after "who keeps the record of a visit" was searched for, and what it opened."""
    window.show_workspace(workspace)
    window.actions_by_id["search"].trigger()
    view = window.page.search
    opened = []
    view.open_clause.connect(lambda document, clause: opened.append((document, clause)))
    qtbot.waitUntil(view.search.hasFocus)
    qtbot.keyClicks(view.search, "who keeps the record of a visit")
    qtbot.keyClick(view.search, Qt.Key.Key_Return)
    settle(window)
    return view, opened


def test_a_question_brings_clauses_with_their_places(searched, workspace):
    view, _ = searched
    first = view.model.hits[0]
    assert "record of a visit" in first.text
    assert first.place.startswith(("2 · ", "1.2 · "))
    assert first.kind in ("Legislation", "Local policy")
    assert len(view.model.hits) == 5
    assert "5 clauses found" in view.count.text()
    assert view.words.marked() == ["keep", "record", "visit"]
    assert {hit.document for hit in view.model.hits} == {document.path for document in workspace.documents()}


def test_enter_goes_to_the_clause(searched, workspace, qtbot):
    view, opened = searched
    qtbot.waitUntil(view.table.hasFocus)
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    second = view.model.hits[1]
    assert view.place.text() == second.place
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert opened == [(second.document, second.clause)]
    clauses = {clause.id: clause for clause in workspace.document(second.document).clauses}
    assert clauses[second.clause].text == second.text
    view.open_button.click()
    assert len(opened) == 2


def test_only_law_or_only_policies(searched):
    view, _ = searched
    view.where.setCurrentText("Local policies")
    assert {hit.kind for hit in view.model.hits} == {"Local policy"}
    view.where.setCurrentText("Law, guidance, standards")
    assert {hit.kind for hit in view.model.hits} == {"Legislation"}


def test_an_answer_to_another_question_is_not_shown(searched):
    view, _ = searched
    before = list(view.model.hits)
    view.search.setText("something else")
    view.show_hits("an older question", [])
    assert list(view.model.hits) == before


def test_what_left_the_workspace_leaves_the_results(searched, window, workspace, settle):
    view, _ = searched
    gone = view.model.hits[0].document
    window.preferences.set("confirm_remove", False)
    window.library.table.selectRow(window.library.filter.position(gone))
    window.actions_by_id["remove"].trigger()
    settle(window)
    assert gone not in {hit.document for hit in view.model.hits}
    assert view.model.hits


def test_searching_happens_off_the_threads_of_the_window(window, workspace, settle, monkeypatch):
    window.show_workspace(workspace)
    threads = []
    search = workspace.search

    def spy(text, **more):
        threads.append(threading.current_thread())
        return search(text, **more)

    monkeypatch.setattr(workspace, "search", spy)
    window.page.search.search.setText("visits")
    window.page.search.button.click()
    settle(window)
    assert threads and threading.main_thread() not in threads


def test_nothing_asked_and_nothing_found_are_said(window, workspace, qtbot):
    window.show_workspace(workspace)
    view = window.page.search
    view.ask()
    assert view.count.text() == ""
    assert "press Enter" in view.hint.text()
    view.search.setText("zebra")
    view.show_hits("zebra", [])
    assert "No clause was found" in view.hint.text()
    assert not view.open_button.isEnabled()


def test_the_keys_of_search_and_filter(window, workspace, qtbot):
    window.show_workspace(workspace)
    window.activateWindow()
    window.show_view("library")
    window.actions_by_id["find"].trigger()
    assert window.library.search.hasFocus()
    window.actions_by_id["search"].trigger()
    assert window.page.search.search.hasFocus()
    window.page.search.table.setFocus()
    window.actions_by_id["find"].trigger()
    assert window.page.search.search.hasFocus()


def test_without_a_reader_opening_a_clause_does_no_harm(window, workspace):
    window.show_workspace(workspace)
    window.show_view("search")
    document = workspace.documents()[0]
    open_clause(window, document.path, document.clauses[0].id)


def test_models_hold(qtmodeltester, searched):
    view, _ = searched
    qtmodeltester.check(view.model)
    qtmodeltester.check(HitsModel())
    qtmodeltester.check(PackagesModel())


def test_a_screen_reader_hears_where_it_stands_and_how_it_was_found():
    found = SearchHit(
        document="a.md",
        document_title="Visits Policy",
        ref="4.2",
        text="The social worker calls at the home.",
        heading_path=("4 Visits", "How often"),
        score=0.5,
        clause="c1",
        start=0,
        end=36,
    )
    model = HitsModel()
    model.set_hits([hit_of(found, "visiting children", kind="Local policy")])
    said = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    for part in (
        "4.2 · Visits Policy",
        "Local policy",
        "4 Visits › How often",
        "calls at the home",
        "its meaning",
    ):
        assert part in said


def test_words_are_marked_in_this_form_or_a_near_one():
    text = "The visitor visited; visits are visible. A record of 10 days."
    assert words(text, "visit") == ["visitor", "visited", "visits"]
    assert words("He replies. They review and reviewed it.", "reply reviewing") == [
        "replies",
        "review",
        "reviewed",
    ]
    assert words(text, "records for 10 days") == ["record", "10", "days"]
    assert words(text, "the of a") == []
    assert words(text, "") == []


@pytest.mark.parametrize("length", [40, 90, 200])
def test_a_snippet_shows_the_first_word_found_and_marks_stay_on_their_words(length):
    text = "Nothing of note stands here at all. " * 6 + "The authority must keep the record.\nThen more. " * 3
    shown, spans = snippet(text, found_words(text, "record"), length=length)
    assert len(shown) <= length + 2
    assert {shown[start:end] for start, end in spans} <= {"record"}
    if length >= 90:
        assert spans
