"""Web pages: their own words without the furniture, and the list numbers a browser prints."""

from pathlib import Path

import pytest

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
