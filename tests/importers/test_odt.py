"""OpenDocument text: words, and numbers as LibreOffice prints them."""

import random
from pathlib import Path

import pytest
from builders import WordFile, with_part, word_element
from hypothesis import given, settings
from hypothesis import strategies as st
from odt_files import (
    BULLETS,
    CLAUSES,
    ODT_TYPE,
    document_xml,
    manifest,
    odt_archive,
    odt_file,
    office,
)

from policycheck.domain.documents import BlockKind, ImportedDocument, ReadStatus
from policycheck.errors import (
    DamagedFile,
    EmptyFile,
    HostileFile,
    PasswordProtected,
    ScanWithoutText,
    UnsupportedFormat,
)
from policycheck.importers import from_docx, from_odt, import_file

PATH = Path("policies/visits.odt")
CAPITALS = """
<text:list-style style:name="Capitals">
<text:list-level-style-number text:level="1" text:start-value="3" style:num-format="I" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="A" text:display-levels="2"/>
<text:list-level-style-number text:level="3" style:num-format="1" style:num-prefix="no. " text:display-levels="3"/>
<text:list-level-style-bullet text:level="4" text:bullet-char="•"/>
</text:list-style>
"""


def read(body: str, **styles: str) -> ImportedDocument:
    return from_odt.read(PATH, odt_file(body, **styles))


def printed(document: ImportedDocument) -> list[str]:
    return [f"{block.label} {block.text}".strip() for block in document.blocks]


def a_list(*items: str, attributes: str = 'text:style-name="Clauses"') -> str:
    """A list of items; one that begins with "<" is XML, any other a paragraph."""
    return (
        f"<text:list {attributes}>"
        + "".join(
            f"<text:list-item>{item if item.startswith('<') else paragraph(item)}</text:list-item>"
            for item in items
        )
        + "</text:list>"
    )


def paragraph(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>' if style else f"<text:p>{text}</text:p>"


def heading(text: str, level: int, more: str = "") -> str:
    return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}" {more}>{text}</text:h>'


def test_numbers_of_a_nested_list_are_restored() -> None:
    deep = a_list("the bed;", "the window;", attributes="")
    letters = a_list("see the child;", paragraph("look at") + deep, "write a note.", attributes="")
    body = a_list(
        paragraph("Visits")
        + a_list("Visit.", paragraph("On each visit:") + letters, "Keep it.", attributes=""),
        paragraph("Reviews") + a_list("Review.", attributes=""),
    )

    document = read(body)

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
    ]
    assert [document.text[block.start : block.end] for block in document.blocks] == [
        block.text for block in document.blocks
    ]


def test_a_new_list_begins_again_and_a_continued_one_goes_on() -> None:
    clauses = 'text:style-name="Clauses"'
    body = (
        a_list("one", "two", attributes=f'{clauses} xml:id="first"')
        + paragraph("between")
        + a_list("three", attributes=f'{clauses} text:continue-numbering="true"')
        + a_list("one again", attributes=clauses)
        + a_list("point", attributes='text:style-name="Points"')
        + a_list("four", attributes=f'{clauses} text:continue-list="first"')
        + a_list("not the same list", attributes='text:style-name="Capitals" text:continue-numbering="true"')
    )

    assert printed(read(body, lists=CLAUSES + BULLETS + CAPITALS)) == [
        "1. one",
        "2. two",
        "between",
        "3. three",
        "1. one again",
        "point",
        "4. four",
        "III. not the same list",
    ]


def test_a_list_that_is_broken_by_a_paragraph_goes_on_at_its_depth() -> None:
    inner = 'text:style-name="Clauses" xml:id="one"'
    more = 'text:style-name="Clauses" text:continue-numbering="true"'
    body = (
        a_list(paragraph("Visits") + a_list("first", attributes=""), attributes=inner)
        + paragraph("A note.")
        + a_list(a_list("second", attributes=""), attributes=more)
    )

    assert printed(read(body)) == ["1. Visits", "1.1 first", "A note.", "1.2 second"]


def test_only_the_first_paragraph_of_an_item_is_numbered_and_headers_are_not() -> None:
    body = (
        '<text:list text:style-name="Clauses"><text:list-header><text:p>About this list</text:p>'
        "</text:list-header><text:list-item><text:p>one</text:p><text:p>more of one</text:p></text:list-item>"
        '<text:list-item text:start-value="7"><text:p>seven</text:p></text:list-item>'
        '<text:list-item text:style-override="Capitals"><text:p>other style</text:p></text:list-item></text:list>'
    )

    assert printed(read(body, lists=CLAUSES + CAPITALS)) == [
        "About this list",
        "1. one",
        "more of one",
        "7. seven",
        "VIII. other style",
    ]


def test_a_second_list_in_one_item_begins_again_unless_it_says_otherwise() -> None:
    letters = a_list("one", "two", attributes="")
    goes_on = a_list("three", attributes='text:continue-numbering="true"')
    body = a_list(paragraph("Visits") + letters + letters + goes_on)

    assert [block.label for block in read(body).blocks] == ["1.", "1.1", "1.2", "1.1", "1.2", "1.3"]


@pytest.mark.parametrize(
    ("attributes", "labels"),
    [
        ('style:num-format="A" style:num-suffix=")" text:start-value="26"', ["Z)", "AA)", "AB)"]),
        ('style:num-format="a" style:num-letter-sync="true" text:start-value="26"', ["z", "aa", "bb"]),
        ('style:num-format="i" style:num-prefix="[" style:num-suffix="]"', ["[i]", "[ii]", "[iii]"]),
        ('style:num-format="I" style:num-prefix="Part "', ["Part I", "Part II", "Part III"]),
        ('style:num-format="1" text:start-value="0"', ["0", "1", "2"]),
        ('style:num-format="" style:num-suffix="."', ["", "", ""]),
    ],
)
def test_number_formats(attributes: str, labels: list[str]) -> None:
    level = f'<text:list-level-style-number text:level="1" {attributes}/>'
    style = f'<text:list-style style:name="L">{level}</text:list-style>'
    body = a_list("One", "Two", "Three", attributes='text:style-name="L"')

    assert [block.label for block in read(body, lists=style).blocks] == labels


OUTLINE = """<text:outline-style style:name="Outline">
<text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>
<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>
<text:outline-level-style text:level="3" style:num-format=""/></text:outline-style>"""


def test_headings_are_numbered_by_the_outline() -> None:
    body = (
        heading("Visits", 1)
        + heading("How often", 2)
        + heading("Where", 2)
        + heading("Preface", 1, 'text:is-list-header="true"')
        + heading("A smaller matter", 3)
        + heading("Records", 1)
        + heading("Keeping", 2)
        + heading("Appendix", 1, 'text:restart-numbering="true" text:start-value="9"')
        + '<text:h text:style-name="Off" text:outline-level="1">Plain</text:h>'
    )
    off = (
        '<style:style style:name="Off" style:family="paragraph" style:parent-style-name="Heading_20_1" '
        'style:list-style-name=""/>'
    )

    document = read(body, outline=OUTLINE, automatic=off)

    assert [(block.kind, block.label, block.level) for block in document.blocks] == [
        (BlockKind.HEADING, label, level)
        for label, level in [
            ("1.", 1),
            ("1.1", 2),
            ("1.2", 2),
            ("", 1),
            ("", 3),
            ("2.", 1),
            ("2.1", 2),
            ("9.", 1),
            ("", 1),
        ]
    ]


@given(st.lists(st.integers(min_value=0, max_value=3), min_size=1, max_size=25))
@settings(max_examples=40, deadline=None)
def test_any_nesting_gives_back_its_labels(jumps: list[int]) -> None:
    counters: list[int] = []
    levels, expected = [], []
    for jump in jumps:
        level = min(jump, len(counters))
        counters = [*counters[: level + 1], *([0] if len(counters) <= level else [])]
        counters[level] += 1
        levels.append(level)
        expected.append(clause_label(counters))

    assert [block.label for block in read(nested(levels)).blocks] == expected


def nested(levels: list[int]) -> str:
    """The lists of paragraphs at these levels, each at most one deeper than the one before."""
    xml, depth = "", -1
    for level in levels:
        if level > depth:
            xml += f"<text:list{'' if level else ' text:style-name=' + chr(34) + 'Clauses' + chr(34)}>"
        else:
            xml += "</text:list-item>" + "</text:list></text:list-item>" * (depth - level)
        xml += "<text:list-item><text:p>words</text:p>"
        depth = level
    return xml + "</text:list-item></text:list>" * (depth + 1)


def clause_label(counters: list[int]) -> str:
    number = counters[-1]
    romans = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
    return [
        f"{number}.",
        f"{counters[0]}.{number}",
        f"({'abcdefghijklmnopqrstuvwxyz'[number - 1]})",
        f"({'x' * (number // 10)}{romans[number % 10]})",
    ][len(counters) - 1]


def random_lists(seed: int) -> str:
    """Lists that are nested, continued, started anywhere and interrupted, as the file format allows."""
    chance = random.Random(seed)

    def items(level: int) -> str:
        return "".join(item(level) for _ in range(chance.randint(1, 3)))

    def item(level: int) -> str:
        start = f' text:start-value="{chance.randint(1, 9)}"' if chance.random() < 0.1 else ""
        xml = f"<text:list-item{start}>" + (
            "<text:p>w</text:p>" if chance.random() < 0.85 or level == 3 else ""
        )
        for _ in range(
            chance.choice([1, 1, 2]) if level < 3 and (xml[-2] == "m" or chance.random() < 0.5) else 0
        ):
            goes_on = ' text:continue-numbering="true"' if chance.random() < 0.15 else ""
            xml += f"<text:list{goes_on}>{items(level + 1)}</text:list>"
            xml += "<text:p>more</text:p>" if chance.random() < 0.3 else ""
        return xml + "</text:list-item>"

    xml = ""
    for _ in range(4):
        style = chance.choice(["Clauses", "Clauses", "Capitals"])
        goes_on = ' text:continue-numbering="true"' if chance.random() < 0.4 else ""
        xml += f'<text:list text:style-name="{style}"{goes_on}>{items(0)}</text:list>'
        xml += "<text:p>between</text:p>" if chance.random() < 0.8 else ""
    return xml


def test_labels_agree_with_libreoffice(tmp_path: Path) -> None:
    outlined = "".join(heading("h", level) for level in (1, 2, 2, 3, 1, 2))
    body = outlined + "".join(random_lists(seed) for seed in range(25))
    data = odt_file(body, lists=CLAUSES + BULLETS + CAPITALS, outline=OUTLINE)
    text = office(data, tmp_path, suffix=".odt", to="txt:Text")
    if text is None:
        pytest.skip("LibreOffice is not installed")

    lines = text.decode("utf-8-sig").splitlines()
    by_office = [" ".join(line.replace("•", "").split()) for line in lines if line.strip()]

    assert printed(from_odt.read(PATH, data)) == by_office


def test_a_word_file_saved_as_odt_reads_the_same(tmp_path: Path) -> None:
    word = WordFile()
    for name, level in [("Heading 1", 0), ("Heading 2", 1)]:
        numbers = f'<w:numPr {{}}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>'
        word.document.styles[name].element.get_or_add_pPr().append(word_element(numbers))
    word.paragraph("Visits policy", "Title")
    word.paragraph("Visits", "Heading 1")
    word.paragraph("Every visit", "Heading 2")
    word.item("the social worker must see the child;", 2)
    word.item("deep", 3)
    word.item("and a point", 4)
    word.paragraph("Next visit", "Heading 2")
    word.item("alone", 2)
    word.document.add_paragraph().add_run("Bold line").bold = True
    table = word.table([["Stage", "Who", "Limit"], ["Reply", "Manager", "10 days"], ["", "Panel", ""]])
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(2, 1).merge(table.cell(2, 2))
    table.rows[0]._tr.get_or_add_trPr().append(word_element("<w:tblHeader {}/>"))
    word.paragraph("a point", "List Bullet")
    changes = (
        "<w:p {}><w:r><w:t xml:space='preserve'>Reply within </w:t></w:r>"
        "<w:del w:id='1' w:author='x' w:date='2024-01-01T00:00:00Z'><w:r><w:delText>20</w:delText></w:r></w:del>"
        "<w:ins w:id='2' w:author='x' w:date='2024-01-01T00:00:00Z'><w:r><w:t>10</w:t></w:r></w:ins>"
        "<w:r><w:t xml:space='preserve'> days.</w:t></w:r></w:p>"
    )
    word.xml(changes)
    word.document.sections[0].header.paragraphs[0].text = "Head of the page"
    zipped = office(word.data(), tmp_path, suffix=".docx", to="odt")
    flat = office(word.data(), tmp_path, suffix=".docx", to="fodt")
    if zipped is None or flat is None:
        pytest.skip("LibreOffice is not installed")

    expected = from_docx.read(PATH, word.data())

    for data in (zipped, flat):
        document = from_odt.read(PATH, data)
        assert document.title == expected.title == "Visits policy"
        assert document.blocks == expected.blocks


def test_words_spaces_links_and_what_does_not_print() -> None:
    no_display = '<style:text-properties text:display="none"/>'
    hidden = f'<style:style style:name="H" style:family="text">{no_display}</style:style>'
    body = (
        "<text:p>The  non\u2011urgent<text:s text:c='3'/>case<text:line-break/>o\ufb03cer"
        "<text:soft-page-break/> <text:a xlink:href='x'>rings <text:span>the</text:span></text:a> nurse"
        "<office:annotation><text:p>a comment</text:p></office:annotation>.</text:p>"
        "<text:p>Seen<text:span text:style-name='H'> hidden</text:span>"
        "<text:hidden-text text:is-hidden='true'>hidden</text:hidden-text><text:placeholder>Click</text:placeholder>"
        ".</text:p>"
        "<text:section text:display='none'><text:p>Hidden section.</text:p></text:section>"
        "<text:section><text:p>Shown section.</text:p></text:section>"
        "<text:table-of-content><text:index-body><text:p>Visits 3</text:p></text:index-body></text:table-of-content>"
    )

    assert printed(read(body, automatic=hidden)) == [
        "The non-urgent case officer rings the nurse.",
        "Seen.",
        "Shown section.",
    ]


REGIONS = """<text:tracked-changes>
<text:changed-region xml:id="i" text:id="i"><text:insertion><office:change-info/></text:insertion></text:changed-region>
<text:changed-region xml:id="d" text:id="d"><text:deletion><office:change-info/><text:p>twenty</text:p></text:deletion>
</text:changed-region></text:tracked-changes>"""


def mark(kind: str, change: str) -> str:
    return f'<text:change{kind} text:change-id="{change}"/>'


def test_insertions_are_kept_and_deletions_are_not() -> None:
    apart = f"<text:p>within {mark('', 'd')}{mark('-start', 'i')}ten{mark('-end', 'i')} days</text:p>"
    in_place = f"<text:p>within {mark('-start', 'd')}20 <text:span>or 30</text:span>{mark('-end', 'd')}10 days</text:p>"

    assert printed(read(REGIONS + apart + in_place)) == ["within ten days", "within 10 days"]


def test_the_original_has_the_deletions_back_and_no_insertions() -> None:
    several = (
        '<text:changed-region text:id="s"><text:deletion><office:change-info/><text:p>by post</text:p>'
        "<text:p>or by hand</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    )
    body = (
        REGIONS.replace("</text:tracked-changes>", several)
        + f"<text:p>within {mark('', 'd')}{mark('-start', 'i')}ten{mark('-end', 'i')} days</text:p>"
        + a_list(
            f"<text:p>Reply <text:span>at once {mark('', 's')}</text:span>, always</text:p>",
            f"<text:p>{mark('-start', 'i')}new item</text:p>",
            f"<text:p>{mark('-end', 'i')}Keep it.</text:p>",
        )
    )
    data = odt_file(body)

    assert printed(from_odt.read(PATH, data)) == [
        "within ten days",
        "1. Reply at once , always",
        "2. new item",
        "3. Keep it.",
    ]
    assert printed(from_odt.read(PATH, data, original=True)) == [
        "within twenty days",
        "1. Reply at once by post",
        "or by hand, always",
        "2. Keep it.",
    ]


def test_a_deletion_over_several_items_takes_their_numbers_and_joins_the_ends() -> None:
    body = REGIONS + a_list(
        "one",
        f"<text:p>keeps {mark('-start', 'd')}loses</text:p>",
        "goes",
        f"<text:p>loses{mark('-end', 'd')}the end</text:p>",
        "three",
    )

    assert printed(read(body)) == ["1. one", "2. keeps the end", "3. three"]


def test_footnotes_frames_and_shapes_are_read() -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>See the Act.</text:p></text:note-body></text:note>"
    )
    frame = (
        "<draw:frame><draw:text-box>"
        + a_list("In the box.", attributes='text:style-name="Clauses"')
        + "</draw:text-box></draw:frame>"
    )
    shape = "<draw:g><draw:custom-shape><text:p>In the shape.</text:p></draw:custom-shape></draw:g>"
    body = shape + a_list(f"<text:p>Keep it{note}.{frame}</text:p>", "Next.")

    assert printed(read(body)) == [
        "In the shape.",
        "1. Keep it.",
        "1. In the box.",
        "2. Next.",
        "Footnotes",
        "See the Act.",
    ]


def test_an_object_inside_makes_the_document_partial() -> None:
    chart = "<draw:frame><draw:object xlink:href='x'/><draw:image xlink:href='y'/></draw:frame>"

    document = read(f"<text:p>See the chart.{chart}</text:p>")

    assert document.status is ReadStatus.PARTIAL
    assert document.warnings == ("The words of a diagram or chart were not read.",)


def row(*cells: str) -> str:
    texts = [
        cell if cell.startswith("<") else f"<table:table-cell>{paragraph(cell)}</table:table-cell>"
        for cell in cells
    ]
    return f"<table:table-row>{''.join(texts)}</table:table-row>"


def test_tables_have_header_rows_and_repeat_merged_cells() -> None:
    covered = "<table:covered-table-cell/>"

    def spanning(text: str, *, columns: int = 1, rows: int = 1) -> str:
        spans = f'table:number-columns-spanned="{columns}" table:number-rows-spanned="{rows}"'
        return f"<table:table-cell {spans}>{paragraph(text)}</table:table-cell>"

    listed = "<table:table-cell>" + a_list("nurse", "parent") + "</table:table-cell>"
    body = (
        paragraph("Table 1: Limits")
        + "<table:table><table:table-column/><table:table-header-rows>"
        + row(spanning("Stage", rows=2), spanning("Limit", columns=2), covered)
        + row(covered, "Adults", "Children")
        + "</table:table-header-rows>"
        + row(spanning("Reply", rows=2), "5 days", "3 days")
        + row(covered, spanning("one week", columns=2), covered)
        + row(spanning("After the reply", columns=3), covered, covered)
        + row("Appeal", listed, "7 days")
        + "</table:table>"
    )

    caption, *rows = read(body).blocks

    assert (caption.kind, caption.text) == (BlockKind.CAPTION, "Table 1: Limits")
    assert {found.columns for found in rows} == {("Stage", "Limit Adults", "Limit Children")}
    assert [found.cells for found in rows] == [
        ("Reply", "5 days", "3 days"),
        ("Reply", "one week", "one week"),
        ("After the reply",),
        ("Appeal", "1. nurse 2. parent", "7 days"),
    ]


def test_bold_and_shaded_first_rows_are_headers_and_layout_tables_are_text() -> None:
    words = "<text:span text:style-name='Strong'>Limit in 2026</text:span>"
    bold = f"<table:table-cell><text:p>{words}</text:p></table:table-cell>"
    shaded = '<table:table-cell table:style-name="Grey"><text:p>Stage 1 or 2</text:p></table:table-cell>'
    grey = (
        '<style:style style:name="Grey" style:family="table-cell">'
        '<style:table-cell-properties fo:background-color="#cccccc"/></style:style>'
    )
    data = f"<table:table>{row(shaded, bold)}{row('Reply', '5 days')}</table:table>"
    layout = f"<table:table>{row('4.1 The carer must lock it away.')}</table:table>"

    first, second = read(data + layout, automatic=grey).blocks

    assert first.columns == ("Stage 1 or 2", "Limit in 2026")
    assert (second.kind, second.label) == (BlockKind.PARAGRAPH, "4.1")


def test_a_huge_repeat_does_not_exhaust_the_reader() -> None:
    many = '<table:table-cell table:number-columns-repeated="99999999"><text:p>x</text:p></table:table-cell>'
    body = f"<table:table>{row('a', many)}{row('b', 'c')}</table:table><text:p>x<text:s text:c='99999999'/>y</text:p>"

    assert len(read(body).text) < 10_000


def test_the_title_comes_from_its_style_or_the_properties() -> None:
    assert read(paragraph("Words."), title="Visits to children").title == "Visits to children"
    assert (
        read(paragraph("Visits policy", "Title") + paragraph("Words."), title="Other").title
        == "Visits policy"
    )
    assert read(paragraph("Words.")).title == "Visits"


def test_the_registry_knows_the_format_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "visits.odt"
    path.write_bytes(odt_file(paragraph("We care.")))
    flat = tmp_path / "visits.fodt"
    inner = f"<office:body><office:text>{paragraph('We care.')}</office:text></office:body>"
    flat.write_text(document_xml("document", inner, more=f' office:mimetype="{ODT_TYPE}"'), encoding="utf-8")

    assert [import_file(each).blocks[0].text for each in (path, flat)] == ["We care."] * 2
    assert import_file(path).warnings == import_file(flat).warnings == ()


def test_a_spreadsheet_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "sums.ods"
    path.write_bytes(odt_archive({}, mimetype="application/vnd.oasis.opendocument.spreadsheet"))

    with pytest.raises(UnsupportedFormat, match="no text document"):
        import_file(path)


BOMB = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (odt_file("")[:600], DamagedFile),
        (odt_file(""), EmptyFile),
        (odt_file("<text:p><draw:frame><draw:image/></draw:frame></text:p>"), ScanWithoutText),
        (
            odt_archive({"META-INF/manifest.xml": manifest(encrypted=True), "content.xml": "?"}),
            PasswordProtected,
        ),
        (odt_archive({"styles.xml": "<x/>"}), DamagedFile),
        (odt_archive({"content.xml": "<x/>"}), DamagedFile),
        (with_part(odt_file("<text:p>x</text:p>"), "content.xml", b"<broken"), DamagedFile),
        (with_part(odt_file("<text:p>x</text:p>"), "content.xml", BOMB), HostileFile),
        (with_part(odt_file("<text:p>x</text:p>"), "styles.xml", BOMB), HostileFile),
        (odt_archive({"content.xml": "0" * 20_000_000}), HostileFile),
    ],
)
def test_bad_files_are_named_and_explained(tmp_path: Path, data: bytes, error: type[Exception]) -> None:
    path = tmp_path / "visits.odt"
    path.write_bytes(data)

    with pytest.raises(error) as caught:
        import_file(path)

    assert "visits.odt" in str(caught.value)


def test_very_deep_lists_are_read_or_refused() -> None:
    deep = (
        "<text:list><text:list-item>" * 60 + "<text:p>Deep.</text:p>" + "</text:list-item></text:list>" * 60
    )
    assert printed(read(deep)) == ["Deep."]
    with pytest.raises(HostileFile, match="nested too deeply"):
        read("<text:list><text:list-item>" * 3000 + "</text:list-item></text:list>" * 3000)


def test_an_odt_file_saved_for_word_reads_the_same(tmp_path: Path) -> None:
    data = odt_file(
        heading("Visits", 1) + a_list("The carer must see the child.", "The carer writes it down.")
    )
    word = office(data, tmp_path, suffix=".odt", to="docx")
    if word is None:
        pytest.skip("LibreOffice is not installed")

    assert printed(from_docx.read(PATH, word)) == printed(from_odt.read(PATH, data))
