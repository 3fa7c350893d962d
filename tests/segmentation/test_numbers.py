"""Numbers printed in front of paragraphs become the references a reader would cite."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from segmentation.blocks import bullet, by_ref, document, heading, para, parent_ref, refs

from policycheck.domain.documents import Block, ClauseKind


def test_sections_subsections_paragraphs_and_sub_paragraphs() -> None:
    found = document(
        heading("5 Notification", 2),
        para("(1) The provider must tell the authority where—"),
        para("(a) a child dies;"),
        para("(b) a child is injured and—"),
        para("(i) is taken to hospital; or"),
        para("(ii) is seen by a doctor."),
        para("(2) The notice must be in writing."),
    )
    assert refs(found) == ["5(1)", "5(1)(a)", "5(1)(b)", "5(1)(b)(i)", "5(1)(b)(ii)", "5(2)"]
    assert by_ref(found)["5(1)(b)(ii)"].text == "is seen by a doctor."
    assert by_ref(found)["5(1)(b)(i)"].heading_path == ("5 Notification",)


def test_the_letter_i_after_h_is_a_letter_unless_roman_numbers_follow() -> None:
    letters = [para(f"({letter}) words;") for letter in "abcdefghij"]
    assert refs(document(heading("4 List"), *letters))[-2:] == ["4(i)", "4(j)"]
    nested = [*letters[:8], para("(i) first;"), para("(ii) second;"), para("(i) ninth;"), para("(j) tenth.")]
    assert refs(document(heading("4 List"), *nested))[-4:] == ["4(h)(i)", "4(h)(ii)", "4(i)", "4(j)"]


def test_a_decimal_number_is_complete_and_takes_letters() -> None:
    found = document(
        heading("4. Reviews"),
        para("4.2 The review must cover:"),
        para("(a) health; and"),
        para("(b) schooling."),
        para("4.3. The plan is signed."),
    )
    assert refs(found) == ["4.2", "4.2(a)", "4.2(b)", "4.3"]
    assert parent_ref(found, "4.2(b)") == "4.2"
    assert by_ref(found)["4.2(a)"].kind is ClauseKind.ITEM
    assert by_ref(found)["4.3"].heading_path == ("4 Reviews",)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("12.—(1) The rules apply.", "12(1)"),
        ("12.1. —(1) The rules apply.", "12.1(1)"),
        ("12.1(1) The rules apply.", "12.1(1)"),
        ("A1.2 The form is signed.", "A1.2"),
    ],
)
def test_two_numbers_at_once(printed: str, expected: str) -> None:
    assert refs(document(heading("Scope"), para(printed), para("(2) More."))) == [
        expected,
        expected.replace("(1)", "") + "(2)",
    ]


@pytest.mark.parametrize(
    "shown", ["Regulation 5: Notices", "Section 5 Notices", "5 Notices", "5. Notices", "5) Notices"]
)
def test_a_heading_gives_the_number_however_it_is_printed(shown: str) -> None:
    assert refs(document(heading(shown), para("(1) Tell them."), para("(2) Write."))) == ["5(1)", "5(2)"]


@pytest.mark.parametrize(
    "text",
    [
        "2019 was a hard year.",
        "10 working days is the limit.",
        "10 Working days is the limit.",
        "4.2 million children live here.",
        "A. Smith wrote this.",
        "A child must be seen.",
        "(see Annex A) The rules apply.",
        "I. e. nothing of note.",
        "24/7 cover is given.",
    ],
)
def test_words_that_only_look_like_numbers_stay_text(text: str) -> None:
    found = document(heading("Cover"), para(text))
    assert [(clause.ref, clause.text) for clause in found.clauses] == [("Cover ¶1", text)]


def test_plain_numbers_count_when_they_stand_in_sequence() -> None:
    found = document(para("1. Read it."), para("2. Sign it."), para("10 Working days later it lapses."))
    assert refs(found)[:2] == ["1", "2"]
    assert found.clauses[2].text.startswith("10 Working days")


def test_plain_numbers_that_begin_again_take_the_heading() -> None:
    found = document(
        heading("Before"),
        para("1. Ask."),
        para("2. Write."),
        heading("After"),
        para("1. Thank."),
        para("2. File."),
    )
    assert refs(found) == ["Before 1", "Before 2", "After 1", "After 2"]


def test_a_heading_with_a_figure_among_headings_without_is_no_number() -> None:
    names = ("Welcome", "7 Steps to Safety", "Visits", "Contact")
    found = document(*(block for name in names for block in (heading(name, 2), para("Words here."))))
    assert refs(found)[1] == "7 Steps to Safety ¶1"


def test_lettered_and_numbered_plain_lists_below_a_clause() -> None:
    found = document(
        heading("3 Steps"),
        para("3.1 The worker must:"),
        bullet("ring the police;", "1."),
        bullet("write down:", "2."),
        bullet("the time; and", "a.", 1),
        bullet("the place.", "b.", 1),
        bullet("tell the parents.", "3."),
    )
    assert refs(found) == ["3.1", "3.1(1)", "3.1(2)", "3.1(2)(a)", "3.1(2)(b)", "3.1(3)"]
    assert parent_ref(found, "3.1(2)(b)") == "3.1(2)"


def test_schedules_and_appendices_have_their_own_numbers() -> None:
    found = document(
        heading("1 Scope"),
        para("It applies."),
        heading("SCHEDULE 1 Records"),
        heading("Part 1 Staff", 2),
        para("2.—(1) Keep:"),
        para("(a) names;"),
        heading("Appendix A: Form"),
        para("Fill it in."),
    )
    assert refs(found) == ["1", "Sch 1 para 2(1)", "Sch 1 para 2(1)(a)", "Appendix A"]


def test_inserted_numbers_follow_in_order() -> None:
    found = document(
        heading("9 Papers"),
        *(para(f"({number}) Words.") for number in ("A1", "1", "2", "2ZA", "2A", "2B", "3")),
    )
    assert refs(found) == ["9(A1)", "9(1)", "9(2)", "9(2ZA)", "9(2A)", "9(2B)", "9(3)"]


def test_a_repealed_paragraph_is_no_clause_and_the_next_keeps_its_number() -> None:
    found = document(heading("9 Papers"), para("(1) One."), para("(2) . . . ."), para("(3) Three."))
    assert refs(found) == ["9(1)", "9(3)"]


def test_a_number_in_a_block_of_its_own_joins_the_words_below() -> None:
    found = document(
        heading("9 Papers"), para("(1) These:"), para("(a)"), para("letters;"), para("(b)"), para("forms.")
    )
    assert [(clause.ref, clause.text) for clause in found.clauses][1:] == [
        ("9(1)(a)", "letters;"),
        ("9(1)(b)", "forms."),
    ]


def test_a_cross_heading_inside_a_section_does_not_end_it() -> None:
    found = document(
        heading("4 Terms", 1),
        para("(1) One."),
        heading("Gas", 2),
        para("(2) Two."),
        heading("5 Next", 1),
        para("(1) A."),
    )
    assert refs(found) == ["4(1)", "4(2)", "5(1)"]


_SHAPES = (
    [str(number) for number in range(1, 30)],
    list("abcdefghijklmnopqrstuvwxyz"),
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"],
)


@st.composite
def _sections(draw: st.DrawFn) -> tuple[list[Block], list[str]]:
    """Draw sections of (1), (a) and (i) with their expected references."""
    blocks: list[Block] = []
    expected: list[str] = []
    for section in range(1, draw(st.integers(1, 4)) + 1):
        blocks.append(heading(f"{section} Heading", 1))
        _draw_level(draw, str(section), 0, blocks, expected)
    return blocks, expected


def _draw_level(draw: st.DrawFn, above: str, depth: int, blocks: list[Block], expected: list[str]) -> None:
    for core in _SHAPES[depth][: draw(st.integers(2, 10))]:
        deeper = depth < 2 and draw(st.booleans())
        ref = f"{above}({core})"
        blocks.append(para(f"({core}) The keeper must do {'these things—' if deeper else 'this.'}"))
        expected.append(ref)
        if deeper:
            _draw_level(draw, ref, depth + 1, blocks, expected)


@settings(max_examples=60, deadline=None)
@given(_sections())
def test_nested_numbers_come_back_as_they_were_written(drawn: tuple[list[Block], list[str]]) -> None:
    blocks, expected = drawn
    assert refs(document(*blocks)) == expected


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=25), st.data())
def test_any_text_gives_unique_references_and_ids(texts: list[str], data: st.DataObject) -> None:
    makers = [heading, para, bullet]
    blocks = [data.draw(st.sampled_from(makers))(text) for text in texts]
    found = document(*blocks)
    assert len(set(refs(found))) == len(found.clauses)
    assert len({clause.id for clause in found.clauses}) == len(found.clauses)
    assert {clause.parent for clause in found.clauses} - {None} <= {clause.id for clause in found.clauses}


def test_a_letter_and_a_figure_number_clauses_where_they_run_on_from_the_first() -> None:
    found = document(
        heading("A Setting up"),
        para("A1 The clerk must lay out the stalls:"),
        para("(a) by dawn; and"),
        para("(b) in rows."),
        para("A2. The clerk must sweep."),
        heading("B Closing"),
        para("B1 Stalls must be shut."),
        para("B2 Bins must be emptied."),
    )
    assert refs(found) == ["A1", "A1(a)", "A1(b)", "A2", "B1", "B2"]
    assert by_ref(found)["B2"].text == "Bins must be emptied."
    assert refs(document(heading("Stalls"), para("Sweep.", label="C1"), para("Shut.", label="C2"))) == [
        "C1",
        "C2",
    ]


def test_a_size_and_a_road_are_no_numbers() -> None:
    texts = [
        "A4 Posters must be approved.",
        "A3 paper must be used.",
        "M25 Traffic is heavy.",
        "A1 Is a road.",
    ]
    found = document(heading("Stalls"), *map(para, texts))
    assert [clause.text for clause in found.clauses] == texts
