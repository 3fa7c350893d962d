import io
import zipfile
from pathlib import Path

import pytest
from builders import CLAUSE_LEVELS, WordFile, office_pdf, ole_file, with_part, word_element, zip_file
from hypothesis import given, settings
from hypothesis import strategies as st

from policycheck.domain.documents import Block, BlockKind, DocumentKind, ImportedDocument, ReadStatus
from policycheck.errors import (
    DamagedFile,
    EmptyFile,
    HostileFile,
    PasswordProtected,
    UnsupportedFormat,
)
from policycheck.importers import from_docx, from_pdf
from policycheck.reading import read_file

PATH = Path("policies/visits.docx")


def read(word: WordFile) -> ImportedDocument:
    return from_docx.read(PATH, word.data())


def printed(document: ImportedDocument) -> list[str]:
    """Each block as a reader sees it, label first."""
    return [f"{block.label} {block.text}".strip() for block in document.blocks]


def of_kind(document: ImportedDocument, kind: BlockKind) -> list[Block]:
    return [block for block in document.blocks if block.kind is kind]


def test_numbers_of_a_nested_list_are_restored() -> None:
    word = WordFile()
    for text, level in [
        ("Visits", 0),
        ("The social worker must visit the child.", 1),
        ("On each visit the social worker must:", 1),
        ("see the child alone;", 2),
        ("look at the bedroom; and", 2),
        ("the bed;", 3),
        ("the window;", 3),
        ("write a note.", 2),
        ("The note must be kept.", 1),
        ("Reviews", 0),
        ("The first review:", 1),
        ("is early;", 2),
    ]:
        word.item(text, level)

    document = read(word)

    assert [(block.label, block.level) for block in document.blocks] == [
        ("1.", 0),
        ("1.1", 1),
        ("1.2", 1),
        ("(a)", 2),
        ("(b)", 2),
        ("(i)", 3),
        ("(ii)", 3),
        ("(c)", 2),
        ("1.3", 1),
        ("2.", 0),
        ("2.1", 1),
        ("(a)", 2),
    ]


def test_offsets_point_at_the_words_of_each_block() -> None:
    word = WordFile()
    word.paragraph("Visits policy", "Title")
    word.item("Visits", 0)
    word.item("The social worker must visit the child.", 1)
    word.table([["Stage", "Limit"], ["First visit", "7 days"]])

    document = read(word)

    assert document.title == "Visits policy"
    assert [document.text[block.start : block.end] for block in document.blocks] == [
        block.text for block in document.blocks
    ]
    assert "1.1 The social worker must visit the child." in document.text


def test_a_restarted_list_begins_again_and_another_list_goes_on() -> None:
    word = WordFile()
    again = word.restarted_list(91)
    word.item("first", 0)
    word.item("first again", 0, list_id=again)
    word.item("second again", 0, list_id=again)
    word.item("goes on", 0)

    # lists on one definition share their counters, so the first list goes on from the second
    assert printed(read(word)) == ["1. first", "1. first again", "2. second again", "3. goes on"]


def test_a_style_brings_its_number_and_its_heading_level() -> None:
    word = WordFile()
    style = word.document.styles["Heading 2"].element
    style.get_or_add_pPr().append(
        word_element('<w:numPr {}><w:ilvl w:val="1"/><w:numId w:val="90"/></w:numPr>')
    )
    word.item("Visits", 0, style="Heading 1")
    word.paragraph("How often", "Heading 2")
    word.paragraph("The social worker must visit each child in the placement every six weeks.", "Heading 2")

    blocks = read(word).blocks

    assert [(block.kind, block.level, block.label) for block in blocks] == [
        (BlockKind.HEADING, 1, "1."),
        (BlockKind.HEADING, 2, "1.1"),
        (BlockKind.PARAGRAPH, 1, "1.2"),  # a clause in a heading style is still a clause
    ]


@pytest.mark.parametrize(
    ("style", "pattern", "labels"),
    [
        ("upperLetter", "Part %1", ["Part A", "Part B"]),
        ("upperRoman", "%1)", ["I)", "II)"]),
        ("ordinal", "%1", ["1st", "2nd"]),
        ("ordinalText", "%1", ["First", "Second"]),
        ("decimalZero", "%1:", ["01:", "02:"]),
    ],
)
def test_number_formats(style: str, pattern: str, labels: list[str]) -> None:
    word = WordFile(levels=[(style, pattern)])
    word.item("one", 0)
    word.item("two", 0)

    assert [block.label for block in read(word).blocks] == labels


@given(st.lists(st.integers(min_value=0, max_value=4), min_size=1, max_size=30))
@settings(max_examples=40, deadline=None)
def test_any_nesting_gives_back_its_labels(jumps: list[int]) -> None:
    """Levels go one deeper at most, as authors' lists do; the truth counts with a plain stack."""
    word = WordFile()
    expected = []
    counters: list[int] = []
    for jump in jumps:
        level = min(jump, len(counters), 4)
        counters = [*counters[: level + 1]]
        if len(counters) == level:
            counters.append(0)
        counters[level] += 1
        word.item("words", level)
        expected.append(expected_label(counters))

    assert [block.label for block in read(word).blocks] == expected


def expected_label(counters: list[int]) -> str:
    number = counters[-1]
    match len(counters):
        case 1:
            return f"{number}."
        case 2:
            return f"{counters[0]}.{number}"
        case 3:
            return "(" + "abcdefghijklmnopqrstuvwxyz"[(number - 1) % 26] * ((number - 1) // 26 + 1) + ")"
        case 4:
            tens, ones = divmod(number, 10)
            return "(" + "x" * tens + ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][ones] + ")"
        case _:
            return ""  # a bullet


def test_labels_agree_with_libreoffice(tmp_path: Path) -> None:
    word = WordFile(levels=CLAUSE_LEVELS[:4])
    word.restarted_list(91, level=2)
    for level, list_id in [
        (0, 90),
        (1, 90),
        (2, 90),
        (2, 90),
        (3, 90),
        (2, 90),
        (1, 90),
        (2, 91),
        (2, 91),
        (0, 90),
        (1, 90),
    ]:
        word.item("The officer must keep a record of it.", level, list_id=list_id)
    pdf = office_pdf(word.data(), tmp_path)
    if pdf is None:
        pytest.skip("LibreOffice is not installed")

    by_office = [line.text.split("\t")[0].split(" ")[0] for line in lines_of(pdf)]

    assert [block.label for block in read(word).blocks] == by_office


def lines_of(pdf: bytes) -> list[Block]:
    document = from_pdf.read(Path("oracle.pdf"), pdf)
    return [Block(kind=BlockKind.PARAGRAPH, text=line) for line in document.text.splitlines() if line.strip()]


def test_tracked_changes_are_read_as_accepted() -> None:
    word = WordFile()
    word.xml(
        "<w:p {}><w:r><w:t xml:space='preserve'>Reply within </w:t></w:r>"
        "<w:del w:id='1' w:author='x'><w:r><w:delText>20</w:delText></w:r></w:del>"
        "<w:ins w:id='2' w:author='x'><w:r><w:t>10</w:t></w:r></w:ins>"
        "<w:r><w:t xml:space='preserve'> working days.</w:t></w:r></w:p>"
    )
    word.xml(
        "<w:p {}><w:pPr><w:rPr><w:del w:id='3' w:author='x'/></w:rPr></w:pPr>"
        "<w:r><w:t xml:space='preserve'>The record is kept </w:t></w:r></w:p>"
    )
    word.paragraph("for six years.")

    assert printed(read(word)) == ["Reply within 10 working days.", "The record is kept for six years."]


def test_a_deleted_paragraph_takes_no_number() -> None:
    word = WordFile()
    word.item("stays", 0)
    word.xml(
        "<w:p {}><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='90'/></w:numPr>"
        "<w:rPr><w:del w:id='3' w:author='x'/></w:rPr></w:pPr>"
        "<w:del w:id='4' w:author='x'><w:r><w:delText>goes</w:delText></w:r></w:del></w:p>"
    )
    word.item("follows", 0)

    assert printed(read(word)) == ["1. stays", "2. follows"]


def test_content_controls_links_and_special_signs_are_read() -> None:
    word = WordFile()
    word.xml(
        "<w:sdt {}><w:sdtContent><w:p><w:r><w:t xml:space='preserve'>Owner: </w:t></w:r>"
        "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>the Director</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:hyperlink w:anchor='x'><w:r><w:t xml:space='preserve'> of care</w:t></w:r></w:hyperlink>"
        "</w:p></w:sdtContent></w:sdt>"
    )
    word.xml(
        "<w:p {}><w:r><w:t>A non</w:t><w:noBreakHyphen/><w:t>urgent\u00a0case o\ufb03cer</w:t><w:br/>"
        "<w:t>decides.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"
    )
    word.xml(
        "<w:p {}><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        "<w:r><w:t>Click to enter text.</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )

    assert printed(read(word)) == ["Owner: the Director of care", "A non-urgent case officer decides."]


def test_a_text_box_is_read_where_it_stands() -> None:
    word = WordFile()
    word.xml(
        "<w:p {}><w:r><w:t>Before the box.</w:t></w:r><w:r>"
        "<mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
        "<mc:Choice Requires='wps'><w:drawing><w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p>"
        "</w:txbxContent></w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    word.paragraph("After the box.")

    assert printed(read(word)) == ["Before the box.", "In the box.", "After the box."]


def test_footnotes_follow_the_text_under_their_own_heading() -> None:
    word = WordFile()
    word.xml("<w:p {}><w:r><w:t>Keep it.</w:t><w:footnoteReference w:id='2'/></w:r></w:p>")
    word.paragraph("Last words.")
    namespace = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
    notes = (
        f"<w:footnotes {namespace}><w:footnote w:id='2'><w:p><w:r><w:footnoteRef/><w:t>See the Act.</w:t></w:r>"
        "</w:p></w:footnote></w:footnotes>"
    )

    document = from_docx.read(PATH, with_part(word.data(), "word/footnotes.xml", notes.encode()))

    assert printed(document) == ["Keep it.", "Last words.", "Footnotes", "See the Act."]


def test_table_rows_carry_columns_and_merged_cells_repeat() -> None:
    word = WordFile()
    word.paragraph("Table 1: Time limits")
    table = word.table(
        [
            ["Stage", "Who", "Limit"],
            ["Reply", "The manager", "10 days"],
            ["", "The director", "20 days"],
            ["Appeal", "The panel", ""],
        ]
    )
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(3, 1).merge(table.cell(3, 2))

    document = read(word)

    assert [block.text for block in of_kind(document, BlockKind.CAPTION)] == ["Table 1: Time limits"]
    rows = of_kind(document, BlockKind.ROW)
    assert {row.columns for row in rows} == {("Stage", "Who", "Limit")}
    assert [row.cells for row in rows] == [
        ("Reply", "The manager", "10 days"),
        ("Reply", "The director", "20 days"),
        ("Appeal", "The panel", "The panel"),
    ]
    assert rows[0].text == "Reply | The manager | 10 days"


def test_a_caption_below_its_table_is_moved_above_the_rows() -> None:
    word = WordFile()
    word.table([["Stage", "Limit"], ["Reply", "10 days"]])
    word.paragraph("Limits for replies", "Caption")
    word.paragraph("The limits bind everybody.")

    assert [block.kind for block in read(word).blocks] == [
        BlockKind.CAPTION,
        BlockKind.ROW,
        BlockKind.PARAGRAPH,
    ]


def test_a_list_of_facts_has_no_header_row() -> None:
    word = WordFile()
    table = word.table([["Policy owner", "Head of Housing"], ["Approved by", "Cabinet"]])
    for row in table.rows:
        row.cells[0].paragraphs[0].runs[0].bold = True

    rows = of_kind(read(word), BlockKind.ROW)

    assert [(row.cells, row.columns) for row in rows] == [
        (("Policy owner", "Head of Housing"), ()),
        (("Approved by", "Cabinet"), ()),
    ]


def test_layout_tables_are_read_as_paragraphs() -> None:
    word = WordFile()
    word.table([["The carer must lock the medicines away."]])
    word.table([["4.2", "The carer must write down each dose."], ["4.3", "The nurse must check."]])
    outer = word.document.add_table(rows=2, cols=2)
    outer.cell(0, 0).text = "Beside the table."
    inner = outer.cell(1, 1).add_table(rows=2, cols=2)
    for cell, text in zip(inner._cells, ["Stage", "Limit", "Reply", "10 days"], strict=True):
        cell.text = text

    document = read(word)

    assert printed(document) == [
        "The carer must lock the medicines away.",
        "4.2 The carer must write down each dose.",
        "4.3 The nurse must check.",
        "Beside the table.",
        "Reply | 10 days",
    ]


def test_bullets_typed_numbers_and_bold_headings() -> None:
    word = WordFile()
    word.paragraph("Records", "Heading 1")
    word.document.add_paragraph().add_run("Keeping records").bold = True
    word.paragraph("2.1\tThe officer must keep a record.")
    word.paragraph("(a) of the visit;")
    word.paragraph("28 days is the limit.")
    word.paragraph("a point", "List Bullet")
    word.paragraph("• another point")

    blocks = read(word).blocks

    assert [(block.kind, block.label, block.text) for block in blocks[1:]] == [
        (BlockKind.HEADING, "", "Keeping records"),
        (BlockKind.PARAGRAPH, "2.1", "The officer must keep a record."),
        (BlockKind.PARAGRAPH, "(a)", "of the visit;"),
        (BlockKind.PARAGRAPH, "", "28 days is the limit."),
        (BlockKind.BULLET, "", "a point"),
        (BlockKind.BULLET, "", "another point"),
    ]
    assert [block.level for block in blocks[:2]] == [1, 2]


def test_headers_and_tables_of_contents_are_left_out() -> None:
    word = WordFile()
    word.document.sections[0].header.paragraphs[0].text = "Visits policy v2"
    word.document.styles.add_style("TOC 1", 1)
    word.paragraph("1 Purpose 3", "TOC 1")
    word.paragraph("The policy begins.")

    assert printed(read(word)) == ["The policy begins."]


def levels_xml(*levels: str) -> str:
    """Level definitions from their inner XML: "<w:numFmt w:val='decimal'/>..." with the start already in."""
    return "".join(
        f"<w:lvl w:ilvl='{index}'><w:start w:val='1'/>{inner}</w:lvl>" for index, inner in enumerate(levels)
    )


def level_xml(style: str, pattern: str, *, more: str = "") -> str:
    return f"<w:numFmt w:val='{style}'/>{more}<w:lvlText w:val='{pattern}'/>"


def word_with_list(*levels: str, link: str = "") -> WordFile:
    """A Word file with a list 70 of these levels."""
    word = WordFile()
    word.numbering_xml(
        f"<w:abstractNum {{}} w:abstractNumId='70'>{link}{levels_xml(*levels)}</w:abstractNum>"
    )
    word.numbering_xml("<w:num {} w:numId='70'><w:abstractNumId w:val='70'/></w:num>")
    return word


def labels(word: WordFile) -> list[str]:
    return [block.label for block in read(word).blocks]


def test_a_level_that_never_restarts_and_one_that_waits_for_the_top() -> None:
    never = word_with_list(
        level_xml("upperRoman", "Part %1"),
        level_xml("decimal", "%2.", more="<w:lvlRestart w:val='0'/>"),
        level_xml("lowerLetter", "(%3)", more="<w:lvlRestart w:val='1'/>"),
    )
    for level in (0, 1, 2, 1, 2, 0, 1, 2):
        never.item("words", level, list_id=70)

    assert labels(never) == ["Part I", "1.", "(a)", "2.", "(b)", "Part II", "3.", "(a)"]


def test_legal_numbering_prints_all_levels_in_figures() -> None:
    word = word_with_list(
        level_xml("upperRoman", "%1."), level_xml("lowerLetter", "%1.%2", more="<w:isLgl/>")
    )
    for level in (0, 0, 1, 1):
        word.item("words", level, list_id=70)

    assert labels(word) == ["I.", "II.", "2.1", "2.2"]


def test_a_list_style_lends_its_levels() -> None:
    word = word_with_list(level_xml("decimal", "Rule %1"))
    word.style_xml(
        "<w:style {} w:type='numbering' w:styleId='Rules'><w:name w:val='Rules'/>"
        "<w:pPr><w:numPr><w:numId w:val='70'/></w:numPr></w:pPr></w:style>"
    )
    word.numbering_xml(
        "<w:abstractNum {} w:abstractNumId='71'><w:numStyleLink w:val='Rules'/></w:abstractNum>"
    )
    word.numbering_xml("<w:num {} w:numId='71'><w:abstractNumId w:val='71'/></w:num>")
    word.item("one", 0, list_id=71)
    word.item("two", 0, list_id=71)

    assert labels(word) == ["Rule 1", "Rule 2"]


def test_styles_pass_their_list_on_and_the_list_says_which_level_is_theirs() -> None:
    word = word_with_list(
        level_xml("decimal", "%1.", more="<w:pStyle w:val='Clause'/>"),
        level_xml("decimal", "%1.%2", more="<w:pStyle w:val='Subclause'/>"),
        level_xml("lowerLetter", "(%3)"),
    )
    for style, base, numbers in [
        ("Clause", "Normal", "<w:numPr><w:numId w:val='70'/></w:numPr>"),
        ("Subclause", "Clause", ""),  # list and level from its base and from the list
        ("Item", "Subclause", "<w:numPr><w:ilvl w:val='2'/></w:numPr>"),
        ("Plain", "Clause", "<w:numPr><w:numId w:val='0'/></w:numPr>"),
    ]:
        word.style_xml(
            f"<w:style {{}} w:type='paragraph' w:styleId='{style}'><w:name w:val='{style}'/>"
            f"<w:basedOn w:val='{base}'/><w:pPr>{numbers}</w:pPr></w:style>"
        )
    for style in ("Clause", "Subclause", "Subclause", "Plain", "Clause"):
        word.paragraph("words", style)

    assert labels(word) == ["1.", "1.1", "1.2", "", "2."]


def test_a_list_may_replace_a_level_of_its_definition() -> None:
    word = word_with_list(level_xml("decimal", "%1."))
    replaced = levels_xml(level_xml("upperLetter", "[%1]"))
    word.numbering_xml(
        "<w:num {} w:numId='72'><w:abstractNumId w:val='70'/>"
        f"<w:lvlOverride w:ilvl='0'><w:startOverride w:val='3'/>{replaced}</w:lvlOverride></w:num>"
    )
    word.item("one", 0, list_id=70)
    word.item("three", 0, list_id=72)
    word.item("four", 0, list_id=72)

    assert labels(word) == ["1.", "[C]", "[D]"]


def test_a_custom_format_is_padded() -> None:
    word = word_with_list("<w:numFmt w:val='custom' w:format='001, 002, 003, ...'/><w:lvlText w:val='R%1'/>")
    word.item("words", 0, list_id=70)

    assert labels(word) == ["R001"]


def test_hidden_paragraphs_take_no_number() -> None:
    word = WordFile()
    word.item("one", 0)
    word.xml(
        "<w:p {}><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='90'/></w:numPr><w:rPr><w:vanish/></w:rPr>"
        "</w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>not printed</w:t></w:r></w:p>"
    )
    word.item("two", 0)

    assert printed(read(word)) == ["1. one", "2. two"]


def field(instruction: str) -> str:
    return (
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
        f"<w:r><w:instrText xml:space='preserve'>{instruction}</w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    )


def words_xml(text: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"


def test_numbers_inside_a_paragraph_are_counted() -> None:
    word = WordFile()
    second = " LISTNUM LegalDefault \\l 2 \\s 4 "
    numbered = "<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='90'/></w:numPr></w:pPr>"
    for name in ("LISTNUM", "LISTNUM"):
        word.xml(
            f"<w:p {{}}>{numbered}{words_xml('The carer ')}{field(f' {name} ')}{words_xml(' sees and ')}"
            f"{field(' LISTNUM ')}{words_xml(' writes.')}</w:p>"
        )
    word.xml(
        f"<w:p {{}}>{field(' LISTNUM LegalDefault ')}{words_xml(' Terms ')}"
        f"{field(second)}{words_xml(' more')}</w:p>"
    )

    assert printed(read(word)) == [
        "1. The carer a) sees and b) writes.",
        "2. The carer a) sees and b) writes.",
        "1. Terms 1.4. more",
    ]


def test_the_instructions_of_a_field_are_not_words() -> None:
    word = WordFile()
    begin, separate, end = (
        f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>" for kind in ("begin", "separate", "end")
    )
    inner = f"{begin}<w:r><w:instrText>REF x</w:instrText></w:r>{separate}{words_xml('hidden')}{end}"
    word.xml(f"<w:p {{}}>{words_xml('See ')}{begin}{inner}{separate}{words_xml('section 4')}{end}.</w:p>")

    assert printed(read(word)) == ["See section 4"]


def changed_file() -> WordFile:
    word = WordFile()
    word.item("stays", 0)
    word.xml(
        "<w:p {}><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='90'/></w:numPr>"
        "<w:rPr><w:ins w:id='3' w:author='x'/></w:rPr></w:pPr>"
        "<w:ins w:id='4' w:author='x'><w:r><w:t>comes in</w:t></w:r></w:ins></w:p>"
    )
    word.xml(
        "<w:p {}><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='90'/></w:numPr></w:pPr>"
        f"{words_xml('within ')}<w:del w:id='1' w:author='x'><w:r><w:delText>20</w:delText></w:r></w:del>"
        f"<w:ins w:id='2' w:author='x'>{words_xml('10')}</w:ins>{words_xml(' days')}</w:p>"
    )
    word.xml(
        f"<w:p {{}}><w:moveFrom w:id='5' w:author='x'>{words_xml('moved words')}</w:moveFrom>"
        "<w:pPr><w:pPrChange w:id='6' w:author='x'><w:pPr/></w:pPrChange></w:pPr></w:p>"
    )
    word.xml(
        "<w:p {}><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='90'/></w:numPr>"
        "<w:pPrChange w:id='7' w:author='x'><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='90'/></w:numPr>"
        f"</w:pPr></w:pPrChange></w:pPr>{words_xml('was a clause of its own')}</w:p>"
    )
    word.table([["Stage", "Limit"], ["Reply", "5 days"], ["Appeal", "9 days"]])
    for row, name in zip(word.document.tables[0].rows, ["", "ins", "del"], strict=True):
        if name:
            row._tr.get_or_add_trPr().append(word_element(f"<w:{name} {{}} w:id='8' w:author='x'/>"))
    return word


def test_the_changed_text_and_the_original_are_both_to_be_had() -> None:
    data = changed_file().data()

    assert printed(from_docx.read(PATH, data)) == [
        "1. stays",
        "2. comes in",
        "3. within 10 days",
        "3.1 was a clause of its own",
        "Reply | 5 days",
    ]
    assert printed(from_docx.read(PATH, data, original=True)) == [
        "1. stays",
        "2. within 20 days",
        "moved words",
        "3. was a clause of its own",
        "Appeal | 9 days",
    ]


def test_the_original_may_be_asked_of_any_file(tmp_path: Path) -> None:
    changed, plain = tmp_path / "visits.docx", tmp_path / "visits.md"
    changed.write_bytes(changed_file().data())
    plain.write_text("1.1 The carer must visit.")

    before = read_file(changed, kind=DocumentKind.POLICY, original=True)

    assert [clause.ref for clause in before.clauses if "20 days" in clause.text] == ["2"]
    assert read_file(plain, kind=DocumentKind.POLICY, original=True).clauses[0].ref == "1.1"


def test_header_rows_of_several_lines_and_on_later_pages() -> None:
    word = WordFile()
    table = word.table(
        [
            ["Stage", "Limit", ""],
            ["", "Adults", "Children"],
            ["Reply", "5 days", "3 days"],
            ["Stage", "Limit", "Limit"],
            ["Appeal", "9 days", "7 days"],
        ]
    )
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    for row in table.rows[:2]:
        row._tr.get_or_add_trPr().append(word_element("<w:tblHeader {}/>"))

    rows = of_kind(read(word), BlockKind.ROW)

    assert {row.columns for row in rows} == {("Stage", "Limit Adults", "Limit Children")}
    assert [row.cells for row in rows] == [("Reply", "5 days", "3 days"), ("Appeal", "9 days", "7 days")]


def test_the_look_of_a_table_style_tells_the_header() -> None:
    word = WordFile()
    word.style_xml(
        "<w:style {} w:type='table' w:styleId='Banded'><w:name w:val='Banded'/>"
        "<w:tblStylePr w:type='firstRow'><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>"
    )
    table = word.table([["Visit no. 1 or 2", "Limit in 2026"], ["First", "5 days"], ["Second", "9 days"]])
    table._tbl.tblPr.style = "Banded"

    assert [row.columns for row in of_kind(read(word), BlockKind.ROW)] == [
        ("Visit no. 1 or 2", "Limit in 2026")
    ] * 2


def test_a_row_that_begins_further_right_keeps_its_columns() -> None:
    word = WordFile()
    table = word.table(
        [["Stage", "Who", "Limit"], ["Reply", "Manager", "5 days"], ["", "Director", "9 days"]]
    )
    row = table.rows[2]._tr
    row.remove(row.tc_lst[0])
    row.get_or_add_trPr().append(word_element("<w:gridBefore {} w:val='1'/>"))

    assert of_kind(read(word), BlockKind.ROW)[1].cells == ("", "Director", "9 days")


def test_parts_are_found_under_other_names() -> None:
    word = WordFile()
    word.item("one", 0)
    data = word.data()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["word/numbering2.xml"] = members.pop("word/numbering.xml")
    relations = members["word/_rels/document.xml.rels"].replace(b"numbering.xml", b"numbering2.xml")
    members["word/_rels/document.xml.rels"] = relations

    assert printed(from_docx.read(PATH, zip_file(members))) == ["1. one"]


def test_headings_come_from_outline_levels_and_the_title_from_the_properties() -> None:
    word = WordFile()
    word.document.core_properties.title = "Visits to children"
    word.xml(f"<w:p {{}}><w:pPr><w:outlineLvl w:val='1'/></w:pPr>{words_xml('How often')}</w:p>")
    word.paragraph("Every six weeks.")

    document = read(word)

    assert document.title == "Visits to children"
    assert [(block.kind, block.level) for block in document.blocks] == [
        (BlockKind.HEADING, 2),
        (BlockKind.PARAGRAPH, 0),
    ]


def test_unread_parts_make_the_document_partial() -> None:
    word = WordFile()
    word.paragraph("Some words.")
    word.xml("<w:altChunk {}/>")

    document = read(word)

    assert document.status is ReadStatus.PARTIAL
    assert document.warnings == ("A document embedded in this one was not read.",)


def test_a_number_that_is_not_one_does_no_harm() -> None:
    word = WordFile()
    word.xml(
        "<w:p {}><w:pPr><w:numPr><w:ilvl w:val='x'/><w:numId w:val='90'/></w:numPr></w:pPr>"
        "<w:r><w:t>Odd.</w:t></w:r></w:p>"
    )
    word.xml(
        "<w:p {}><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='77'/></w:numPr></w:pPr>"
        "<w:r><w:t>No such list.</w:t></w:r></w:p>"
    )

    assert [block.text for block in read(word).blocks] == ["Odd.", "No such list."]


def test_the_title_is_never_that_of_the_program() -> None:
    word = WordFile()
    word.document.core_properties.title = "Microsoft Word - visits.doc"
    word.paragraph("Some words.")

    assert read(word).title == "Visits"


@pytest.mark.parametrize(
    ("data", "error", "remedy"),
    [
        (b"", EmptyFile, "add it again"),
        (b"not a zip file", DamagedFile, "save a fresh copy"),
        (WordFile().data()[:3000], DamagedFile, "save a fresh copy"),
        (WordFile().data(), EmptyFile, "right file"),
        (zip_file({"content.xml": b"<x/>"}), UnsupportedFormat, "save it as DOCX"),
        (zip_file({"word/document.xml": b"<w:document"}), DamagedFile, ""),
        (ole_file("EncryptedPackage"), PasswordProtected, "without a password"),
        (ole_file("WordDocument"), UnsupportedFormat, "save it as DOCX"),
        (zip_file({"word/document.xml": b"0" * 20_000_000}), HostileFile, "save a fresh copy"),
        (
            zip_file({"word/document.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}),
            HostileFile,
            "",
        ),
    ],
)
def test_bad_files_are_named_and_explained(data: bytes, error: type[Exception], remedy: str) -> None:
    with pytest.raises(error) as caught:
        from_docx.read(PATH, data)

    assert str(PATH) in str(caught.value)
    assert remedy in str(caught.value)
