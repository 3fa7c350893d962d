"""Words without a number are cited by heading and place; lists and bullets keep their sentence together."""

import pytest
from segmentation.blocks import bullet, by_ref, document, heading, para, parent_ref, refs

from policycheck.domain.documents import Block, BlockKind, ClauseKind


def test_paragraphs_are_counted_below_their_heading() -> None:
    found = document(
        heading("📌 Allegations:"), para("We listen."), para("We act."), heading("Other"), para("No.")
    )
    assert refs(found) == ["Allegations ¶1", "Allegations ¶2", "Other ¶1"]
    assert found.clauses[0].heading_path == ("📌 Allegations:",)


def test_words_before_the_first_heading_take_the_title() -> None:
    assert refs(document(para("Hello."), title="📘 Our Policies")) == ["Our Policies ¶1"]
    assert refs(document(para("Hello."))) == ["¶1"]


def test_the_only_paragraph_of_a_numbered_section_is_the_section() -> None:
    found = document(heading("3 Duty"), para("Act."), heading("4 More"), para("One."), para("Two."))
    assert refs(found) == ["3", "4 ¶1", "4 ¶2"]


def test_words_after_a_numbered_clause_are_its_second_paragraph() -> None:
    found = document(
        heading("4 Reviews"), para("4.2 Hold one."), para("Bring the file."), para("4.3 Write it up.")
    )
    assert refs(found) == ["4.2", "4.2 ¶2", "4.3"]


@pytest.mark.parametrize("end", [":", "—", " -", ""])
def test_bullets_fold_into_the_words_that_introduce_them(end: str) -> None:
    found = document(
        heading("Care"), para(f"Staff must{end}"), bullet("ask;"), bullet("listen.", level=1), para("Next.")
    )
    assert found.clauses[0].text == f"Staff must{end}\n• ask;\n• listen."
    assert refs(found) == ["Care ¶1", "Care ¶2"]


def test_other_bullets_are_paragraphs_of_their_own() -> None:
    found = document(
        heading("Care"), para("We care."), bullet("Visits are weekly."), bullet("Calls are daily.")
    )
    assert refs(found) == ["Care ¶1", "Care ¶2", "Care ¶3"]
    assert refs(document(heading("Care"), bullet("Staff ask"), bullet("Staff listen"))) == [
        "Care ¶1",
        "Care ¶2",
    ]


def test_bullets_below_an_item_fold_into_it() -> None:
    found = document(
        para("4.2 They must:"), para("(a) tell"), bullet("the police"), bullet("parents"), para("(b) write.")
    )
    assert by_ref(found)["4.2(a)"].text == "tell\n• the police\n• parents"
    assert refs(found) == ["4.2", "4.2(a)", "4.2(b)"]


def test_words_after_a_list_close_the_sentence_above_it() -> None:
    found = document(
        heading("11 Orders"),
        para("(5) Where—"),
        para("(a) a child has a parent; and"),
        para("(b) the parent agrees,"),
        para("the order ends."),
        para("(6) It may be renewed."),
    )
    assert by_ref(found)["11(5)"].closing == "the order ends."
    assert refs(found) == ["11(5)", "11(5)(a)", "11(5)(b)", "11(6)"]


def test_closing_words_after_folded_bullets() -> None:
    found = document(
        heading("Care"), para("Staff must:"), bullet("ask;"), bullet("listen;"), para("within two days.")
    )
    assert found.clauses[0].closing == "within two days."


def test_a_list_below_an_unnumbered_introduction() -> None:
    found = document(
        heading("Costs"),
        para("Note."),
        para("If it costs more:"),
        bullet("Ask.", "1."),
        bullet("Wait.", "2."),
    )
    assert refs(found) == ["Costs ¶1", "Costs ¶2", "Costs ¶2(1)", "Costs ¶2(2)"]
    assert parent_ref(found, "Costs ¶2(2)") == "Costs ¶2"


def test_a_heading_that_is_a_duty_is_a_clause() -> None:
    found = document(
        heading("4 Reviews"),
        heading("4.2 The social worker must hold a review each year.", 2),
        heading("4.3 Timing", 2),
        para("Each June."),
    )
    assert refs(found) == ["4.2", "4.3"]
    assert by_ref(found)["4.3"].heading_path == ("4 Reviews", "4.3 Timing")


def test_a_title_with_subsections_below_is_no_clause_whatever_its_words() -> None:
    found = document(
        heading("25 Matters to which the court must have regard."), para("(1) It must."), para("(2) It may.")
    )
    assert refs(found) == ["25(1)", "25(2)"]


def test_a_heading_that_introduces_bullets_is_their_sentence() -> None:
    found = document(
        heading("Visits"), heading("The social worker must:", 2), bullet("visit"), bullet("write")
    )
    assert found.clauses[0].text == "The social worker must:\n• visit\n• write"


def test_equal_references_take_the_heading_above() -> None:
    found = document(
        heading("Leave"),
        heading("Introduction", 2),
        para("One."),
        heading("Pay"),
        heading("Introduction", 2),
        para("Two."),
    )
    assert refs(found) == ["Introduction ¶1", "Pay, Introduction ¶1"]


def test_definitions_are_cited_by_their_term() -> None:
    found = document(
        heading("2 Interpretation"),
        para("(1) In these Regulations—"),
        bullet("“missing” means not where expected;"),
        bullet('"carer" has the meaning in regulation 4.'),
        para("“plan” means—"),
        para("(a) a care plan; or"),
        para("(b) a pathway plan."),
        para("(2) A month is four weeks."),
    )
    assert refs(found) == [
        "2(1)",
        '2(1) "missing"',
        '2(1) "carer"',
        '2(1) "plan"',
        '2(1) "plan" (a)',
        '2(1) "plan" (b)',
        "2(2)",
    ]
    assert by_ref(found)['2(1) "carer"'].kind is ClauseKind.DEFINITION
    assert parent_ref(found, '2(1) "missing"') == "2(1)"
    assert by_ref(found)['2(1) "plan" (a)'].kind is ClauseKind.ITEM


def test_terms_without_quotation_marks_only_below_a_definitions_heading() -> None:
    text = "Missing child means a child who is not where expected."
    assert refs(document(heading("Definitions"), para(text))) == ['Definitions "Missing child"']
    assert refs(document(heading("Practice"), para(text))) == ["Practice ¶1"]


def test_quoted_words_that_define_nothing_stay_a_paragraph() -> None:
    assert refs(document(heading("Practice"), para("“Missing” episodes must be logged."))) == ["Practice ¶1"]


def test_a_contents_line_and_a_rule_are_no_clauses() -> None:
    assert refs(document(heading("Contents"), para("Reviews ........ 12"), para("-----"))) == []


def test_ids_depend_on_path_reference_and_text_only() -> None:
    one, other = document(heading("A"), para("x y.")), document(heading("B", 2), heading("A"), para("x y."))
    assert one.clauses[0].id == other.clauses[0].id
    assert document(heading("A"), para("x y."), path="other.md").clauses[0].id != one.clauses[0].id
    assert len(one.clauses[0].id) == 16


def test_pages_offsets_and_quotation_pass_through() -> None:
    block = Block(kind=BlockKind.PARAGRAPH, text="Words.", page=3, start=10, end=16, quoted=True)
    clause = document(block).clauses[0]
    assert (clause.page, clause.start, clause.end, clause.quoted) == (3, 10, 16, True)


def test_a_second_paragraph_of_a_list_item_joins_it_unless_it_defines() -> None:
    found = document(
        heading("2 Terms"),
        bullet("In these Rules—", "1."),
        para("“plan” means a care plan.", level=1),
        bullet("A month is four weeks.", "2."),
        para("It begins on the first.", level=1),
    )
    assert refs(found) == ["2(1)", '2(1) "plan"', "2(2)"]
    assert by_ref(found)["2(2)"].text == "A month is four weeks.\nIt begins on the first."
