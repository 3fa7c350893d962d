"""Rows are cited by their table's caption, or by the clause that the table follows."""

from segmentation.blocks import by_ref, document, heading, para, refs, row

from policycheck.domain.documents import Block, BlockKind, ClauseKind


def test_a_caption_names_the_rows() -> None:
    found = document(
        heading("5 Checks"),
        para("5.1 See Table 1."),
        para("Table 1: Time limits"),
        row("Fire", "1 day"),
        row("Flood", "2 days"),
        para("5.2 Act."),
    )
    assert refs(found) == ["5.1", "Table 1 row 1", "Table 1 row 2", "5.2"]
    clause = by_ref(found)["Table 1 row 2"]
    assert (clause.text, clause.columns, clause.kind) == (
        "Flood | 2 days",
        ("Event", "Limit"),
        ClauseKind.ROW,
    )
    assert clause.heading_path == ("5 Checks",)


def test_a_caption_block_and_a_caption_without_a_number() -> None:
    numbered = Block(kind=BlockKind.CAPTION, text="Table 2 – Retention")
    named = Block(kind=BlockKind.CAPTION, text="Retention periods")
    assert refs(document(numbered, row("a", "b"))) == ["Table 2 row 1"]
    assert refs(document(named, row("a", "b"))) == ["Table (Retention periods) row 1"]


def test_without_a_caption_the_table_is_named_after_the_clause_before_it() -> None:
    found = document(para("4.2 See below."), row("a", "b"), row("c", "d"), para("Then."), row("e", "f"))
    assert refs(found) == [
        "4.2",
        "Table after 4.2 row 1",
        "Table after 4.2 row 2",
        "4.2 ¶2",
        "Table after 4.2 ¶2 row 1",
    ]


def test_a_second_table_after_the_same_clause() -> None:
    found = document(para("4.2 See below."), row("a", "b"), row("c", "d", columns=("Who", "What")))
    assert refs(found) == ["4.2", "Table after 4.2 row 1", "Table 2 after 4.2 row 1"]


def test_a_table_straight_below_a_heading() -> None:
    assert refs(document(heading("Limits"), row("a", "b"))) == ["Table after Limits row 1"]
    assert refs(document(heading("7 Limits"), row("a", "b"))) == ["Table after 7 row 1"]


def test_words_about_a_table_that_no_table_follows_are_a_clause() -> None:
    assert refs(document(heading("Limits"), para("Table 1: see the annex"), para("More."))) == [
        "Limits ¶1",
        "Limits ¶2",
    ]
