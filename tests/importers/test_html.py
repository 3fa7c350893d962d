"""Web pages: their own words without the furniture, and the list numbers a browser prints."""

from pathlib import Path

import pytest
from builders import WordFile, word_element
from odt_files import office

from policycheck.domain.documents import Block, BlockKind, ImportedDocument
from policycheck.errors import HostileFile
from policycheck.importers import from_html


def read(markup: str | bytes) -> ImportedDocument:
    data = markup if isinstance(markup, bytes) else markup.encode()
    return from_html.read(Path("page.html"), data)


def printed(document: ImportedDocument) -> list[str]:
    return [f"{block.label} {block.text}".strip() for block in document.blocks]


PAGE = """<!DOCTYPE html><html><head><title>Policy | Council</title>
<script>must()</script><style>p{}</style></head><body>
<a class="govuk-skip-link" href="#m">Skip to content</a>
<div id="global-cookie-message">You must accept cookies.</div>
<header role="banner"><h2>Council</h2></header>
<nav><ul><li>Home</li></ul></nav>
<div class="breadcrumb-trail"><ol><li>Home</li></ol></div>
<aside class="sidebar">Related pages</aside>
<main><h1>Missing children</h1><p>The carer must ring.</p>
<div class="share-links">Share</div>
<form><label>Was this useful?</label><button>Yes</button></form>
<p hidden>Secret</p><p style="display: none">Hidden</p><span class="visually-hidden">Opens a window</span></main>
<footer><p>You must not copy.</p></footer></body></html>"""


def test_only_the_words_of_the_page_remain() -> None:
    document = read(PAGE)
    assert printed(document) == ["Missing children", "The carer must ring."]
    assert document.title == "Missing children"


def test_a_page_whose_main_text_has_a_telling_class_is_kept() -> None:
    page = "<body><div class='menu'><p>Menus are planned weekly by the cook and the children together.</p></div></body>"
    assert printed(read(page)) == ["Menus are planned weekly by the cook and the children together."]


def test_inline_markup_does_not_split_words() -> None:
    page = (
        "<p>The <b>social</b> worker <em>must</em>, on the 10<sup>th</sup> day<sup><a href='#f'>1</a></sup>,\n"
        "  visit&nbsp;(<a>alone</a>).</p>"
    )
    assert printed(read(page)) == ["The social worker must, on the 10th day, visit (alone)."]


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("<ol>", ["1.", "2.", "3."]),
        ("<ol start='4'>", ["4.", "5.", "6."]),
        ("<ol type='a'>", ["a.", "b.", "c."]),
        ("<ol type='A' start='26'>", ["Z.", "AA.", "AB."]),
        ("<ol type='i' start='3'>", ["iii.", "iv.", "v."]),
        ("<ol reversed>", ["3.", "2.", "1."]),
        ("<ol style='list-style-type: lower-roman'>", ["i.", "ii.", "iii."]),
        ("<ol style='list-style: none'>", ["", "", ""]),
        ("<ul>", ["", "", ""]),
    ],
)
def test_list_numbers_are_computed(opening: str, expected: list[str]) -> None:
    document = read(f"{opening}<li>One</li><li>Two</li><li>Three</li></ol>")
    assert [block.label for block in document.blocks] == expected
    assert {block.kind for block in document.blocks} == {BlockKind.BULLET}


def test_an_item_may_set_its_number_and_numbers_typed_into_items_win() -> None:
    assert [b.label for b in read("<ol><li>A</li><li value=7>B</li><li>C</li></ol>").blocks] == [
        "1.",
        "7.",
        "8.",
    ]
    typed = read("<ol><li>(a) the plan; and</li><li>(b) the date.</li></ol>").blocks
    assert [(b.label, b.text) for b in typed] == [("", "(a) the plan; and"), ("", "(b) the date.")]


def test_nested_lists_keep_their_depth_and_second_paragraphs() -> None:
    inner = "<ol type=a><li>police;</li><li>parents</li></ol>"
    page = f"<ol><li><p>Ring:</p>{inner}<p>at once.</p></li><li>Write.</li></ol>"
    assert [(b.label, b.text, b.level) for b in read(page).blocks] == [
        ("1.", "Ring:", 0),
        ("a.", "police;", 1),
        ("b.", "parents", 1),
        ("", "at once.", 1),
        ("2.", "Write.", 0),
    ]


def test_tables_have_columns_and_repeat_spanning_cells() -> None:
    page = """<table><caption>Table 1: Limits</caption><thead><tr><th>Event</th><th>Limit</th></tr></thead>
    <tr><td rowspan=2>Fire</td><td>1<br>day</td></tr><tr><td>2 days</td></tr></table>"""
    caption, first, second = read(page).blocks
    assert (caption.kind, caption.text) == (BlockKind.CAPTION, "Table 1: Limits")
    assert (first.columns, first.cells) == (("Event", "Limit"), ("Fire", "1 day"))
    assert second.cells == ("Fire", "2 days")


def test_a_table_for_layout_is_read_as_text() -> None:
    page = "<table><tr><td><h2>Visits</h2><p>Weekly.</p></td><td><p>Always.</p></td></tr></table>"
    assert [block.kind for block in read(page).blocks] == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
    ]


def test_a_huge_span_does_not_exhaust_the_reader() -> None:
    cells = "<td colspan=999999999>x</td><td rowspan=999999999>y</td>"
    page = f"<table><tr><th>A</th><th>B</th></tr><tr>{cells}</tr></table>"
    assert len(read(page).blocks[0].cells) < 1_000


def test_description_lists_define_terms() -> None:
    document = read(
        "<dl><dt>Missing</dt><dd>not where expected.</dd><dt>Who may call us?</dt><dd>Anyone.</dd></dl>"
    )
    definition = document.blocks[0]
    assert (definition.kind, definition.cells) == (BlockKind.DEFINITION, ("Missing",))
    assert printed(document)[1:] == ["Who may call us?", "Anyone."]


def test_line_breaks_split_numbered_lines_only() -> None:
    page = "<p>4.1 Ring<br>the police.<br>4.2 Write it down:<br>(a) when;<br>(b) where.</p>"
    assert printed(read(page)) == ["4.1 Ring the police.", "4.2 Write it down:", "(a) when;", "(b) where."]


def test_a_bold_line_is_a_heading_and_a_bold_lead_in_is_not() -> None:
    document = read(
        "<h2>Care</h2><p><strong>Visits</strong></p><p><b>Staff must:</b></p><p><b>Note</b> this.</p>"
    )
    assert [block.kind for block in document.blocks[1:]] == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
    ]
    assert document.blocks[1].level == 3


@pytest.mark.parametrize(
    "data",
    [
        "<p>Café “open” – £5</p>".encode(),
        b"<meta charset='windows-1252'><p>" + "Café “open” – £5".encode("cp1252") + b"</p>",
        "<p>Café “open” – £5</p>".encode("cp1252"),
        b"\xef\xbb\xbf" + "<p>Café “open” – £5</p>".encode(),
        "<p>Café “open” – £5</p>".encode("utf-16"),
        '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15"><p>Café “open” – £5</p>'.encode(),
    ],
    ids=["utf-8", "declared", "undeclared-cp1252", "bom", "utf-16", "wrongly-declared"],
)
def test_character_sets(data: bytes) -> None:
    words = read(data).blocks[0].text
    assert words.startswith("Caf") and words.endswith("5")
    if b"8859-15" not in data:
        assert words == "Café “open” – £5"


def test_offsets_point_at_the_words() -> None:
    document = read("<h1>Care</h1><ul><li>One</li></ul><p>Two <b>three</b>.</p>")
    assert [document.text[block.start : block.end] for block in document.blocks] == [
        "Care",
        "One",
        "Two three.",
    ]


def test_deep_markup_keeps_its_words_or_is_refused() -> None:
    deep = "<div>" * 200 + "<p>Deep words.</p>" + "</div>" * 200
    assert "Deep words." in read(deep).text
    with pytest.raises(HostileFile, match="nested too deeply"):
        read("<div>" * 2_000 + "<p>Deep words.</p>" + "</div>" * 2_000)


def test_control_characters_do_no_harm() -> None:
    assert printed(read("<p>We<script>x</script>\x01 &#1;care.</p>")) == ["We care."]


def test_nothing_to_read_gives_no_blocks() -> None:
    blocks: tuple[Block, ...] = read("<html><body><nav>Home</nav></body></html>").blocks
    assert blocks == ()


def labels(markup: str) -> list[str]:
    return [block.label for block in read(markup).blocks]


@pytest.mark.parametrize(
    ("sheet", "opening", "expected"),
    [
        ("ol.letters { list-style-type: lower-alpha }", "<ol class='wide letters'>", ["a.", "b."]),
        (
            "/* ol.x{} */ main ol, .romans { list-style: inside upper-roman; }",
            "<ol class=romans>",
            ["I.", "II."],
        ),
        (
            "ol { list-style: none } ol.plain { list-style: decimal-leading-zero }",
            "<ol class=plain>",
            ["01.", "02."],
        ),
        ("ol { list-style: none }", "<ol>", ["", ""]),
        ("li { color: red }", "<ol type=a start=27>", ["aa.", "ab."]),
    ],
)
def test_the_style_sheet_of_the_page_numbers_its_lists(sheet: str, opening: str, expected: list[str]) -> None:
    assert labels(f"<head><style>{sheet}</style></head>{opening}<li>One</li><li>Two</li></ol>") == expected


def test_a_reversed_list_counts_down_from_its_start_and_over_given_values() -> None:
    items = "<li>One</li><li value=5>Two</li><li>Three</li>"
    assert labels(f"<ol reversed start=9>{items}</ol>") == ["9.", "5.", "4."]
    assert labels("<ol start=0 type=a><li>One</li><li>Two</li></ol>") == ["0.", "a."]


def test_a_list_directly_inside_a_list_and_a_type_of_one_item() -> None:
    page = "<ol><li>One</li><ol type=i><li>Inner</li><li type=A>Other</li></ol><li>Two</li></ol>"
    assert [(b.label, b.text, b.level) for b in read(page).blocks] == [
        ("1.", "One", 0),
        ("i.", "Inner", 1),
        ("B.", "Other", 1),
        ("2.", "Two", 0),
    ]


def test_a_heading_in_a_numbered_list_has_the_number() -> None:
    page = "<ol><li><h2>Visits</h2><p>Weekly.</p></li><li><h2>Records</h2></li></ol>"
    assert [(b.kind, b.label, b.text) for b in read(page).blocks] == [
        (BlockKind.HEADING, "1.", "Visits"),
        (BlockKind.PARAGRAPH, "", "Weekly."),
        (BlockKind.HEADING, "2.", "Records"),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "<h2>Visits</h2>",
        '<div><a name="visits"></a><h2><span>Visits</span></h2></div>',
        "<p></p><h2>Visits</h2>",
        "<h2></h2><h2>Visits</h2>",
        "<header><h2>Visits</h2></header>",
        '<div role="heading" aria-level="2">Visits</div>',
    ],
)
def test_a_heading_that_opens_an_item_has_its_number_however_it_is_wrapped(heading: str) -> None:
    page = f"<h1>Care policy</h1><ol start=4><li>{heading}<p>Weekly.</p></li></ol>"
    assert [(b.kind, b.level, b.label, b.text) for b in read(page).blocks][1:] == [
        (BlockKind.HEADING, 2, "4.", "Visits"),
        (BlockKind.PARAGRAPH, 1, "", "Weekly."),
    ]


def test_headings_in_lists_in_lists_and_over_several_lists_have_their_numbers() -> None:
    page = """<ol><li><h1>Visits</h1><ol type=a><li><h2>Home</h2></li><li><h2>School</h2></li></ol></li></ol>
    <p>Weekly.</p><ol start=2><li><h1>Records</h1></li></ol><ul><li><h2>Letters</h2></li></ul>"""
    headings = [b for b in read(page).blocks if b.kind is BlockKind.HEADING]
    assert [(b.level, b.label, b.text) for b in headings] == [
        (1, "1.", "Visits"),
        (2, "a.", "Home"),
        (2, "b.", "School"),
        (1, "2.", "Records"),
        (2, "", "Letters"),
    ]


def test_words_before_a_heading_in_an_item_have_the_number() -> None:
    page = "<ol><li>First of all<h2>Visits</h2></li></ol>"
    assert [(b.kind, b.label) for b in read(page).blocks] == [
        (BlockKind.BULLET, "1."),
        (BlockKind.HEADING, ""),
    ]


def test_a_header_of_two_rows_and_cells_that_span_both_ways() -> None:
    page = """<table><thead><tr><th rowspan=2>Stage</th><th colspan=2>Limit</th></tr>
    <tr><th>Adults</th><th>Children</th></tr></thead>
    <tr><td>Reply</td><td colspan=2 rowspan=2>5 days</td></tr><tr><td>Appeal</td></tr>
    <tr><td colspan=3>After the appeal</td></tr>
    <tr><td>Review</td><td>9 days</td><td>7 days</td></tr></table>"""
    rows = read(page).blocks
    assert {row.columns for row in rows} == {("Stage", "Limit Adults", "Limit Children")}
    assert [row.cells for row in rows] == [
        ("Reply", "5 days", "5 days"),
        ("Appeal", "5 days", "5 days"),
        ("After the appeal",),
        ("Review", "9 days", "7 days"),
    ]


def test_lists_in_cells_keep_their_numbers() -> None:
    page = """<table><tr><th>Stage</th><th>Who</th></tr>
    <tr><td>Reply</td><td>Ring:<ol type=a><li>the nurse</li><li>the parent</li></ol></td></tr></table>"""
    assert read(page).blocks[0].cells == ("Reply", "Ring: a. the nurse b. the parent")


def test_a_meaning_with_a_list_keeps_the_list() -> None:
    page = "<dl><dt>Carer</dt><dd>anyone who<ol type=a><li>cooks; or</li><li>cleans.</li></ol></dd></dl>"
    blocks = read(page).blocks
    assert (blocks[0].kind, blocks[0].text, blocks[0].cells) == (
        BlockKind.DEFINITION,
        "Carer: anyone who",
        ("Carer",),
    )
    assert [(b.label, b.text) for b in blocks[1:]] == [("a.", "cooks; or"), ("b.", "cleans.")]


def test_several_headings_of_the_first_level_leave_the_title_to_the_page() -> None:
    page = "<title>Visits policy</title><h1>Visits</h1><p>Weekly.</p><h1>Records</h1><p>Always.</p>"
    assert read(page).title == "Visits policy"


def test_a_page_that_libreoffice_exported(tmp_path: Path) -> None:
    word = WordFile()
    heading = word.document.styles["Heading 1"].element
    heading.get_or_add_pPr().append(
        word_element('<w:numPr {}><w:ilvl w:val="0"/><w:numId w:val="90"/></w:numPr>')
    )
    section = word.document.sections[0]
    section.header.paragraphs[0].text = "Head of the page"
    section.footer.paragraphs[0].text = "Foot of the page"
    word.document.core_properties.title = "Visits policy"
    word.paragraph("Visits policy", "Title")
    word.paragraph("Visits", "Heading 1")
    word.item("the carer sees the child;", 2)
    word.item("and the room.", 2)
    word.paragraph("Records", "Heading 1")
    table = word.table([["Stage", "Limit in 2026"], ["Reply", "10 days"]])
    table.rows[0]._tr.get_or_add_trPr().append(word_element("<w:tblHeader {}/>"))
    page = office(word.data(), tmp_path, suffix=".docx", to="html")
    if page is None:
        pytest.skip("LibreOffice is not installed")

    document = read(page)

    assert document.title == "Visits policy"
    # a browser prints the counter of the list alone, without Word's brackets
    assert printed(document) == [
        "1. Visits",
        "a. the carer sees the child;",
        "b. and the room.",
        "2. Records",
        "Reply | 10 days",
    ]
    assert document.blocks[-1].columns == ("Stage", "Limit in 2026")
