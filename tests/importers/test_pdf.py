import io
import random
from pathlib import Path

import pytest
from builders import WordFile, office_pdf, picture_page_pdf, protected_pdf, typst_pdf
from reportlab.pdfgen import canvas

from policycheck.domain.documents import Block, BlockKind, ImportedDocument, ReadStatus
from policycheck.errors import DamagedFile, EmptyFile, FileError, PasswordProtected, ScanWithoutText
from policycheck.importers import from_docx, from_pdf

PATH = Path("policies/visits_policy.pdf")


def read(data: bytes) -> ImportedDocument:
    return from_pdf.read(PATH, data)


def typeset(source: str) -> ImportedDocument:
    return read(typst_pdf(source))


def printed(document: ImportedDocument) -> list[str]:
    return [f"{block.label} {block.text}".strip() for block in document.blocks]


def of_kind(document: ImportedDocument, kind: BlockKind) -> list[Block]:
    return [block for block in document.blocks if block.kind is kind]


SENTENCES = [
    f"Clause {word} says that the {role} must write to the child within {days} days and must keep a copy of "
    f"the letter on the {word} file until the matter is closed."
    for word, role, days in [
        ("alpha", "carer", 3),
        ("beta", "manager", 5),
        ("gamma", "director", 7),
        ("delta", "nurse", 9),
        ("epsilon", "teacher", 11),
        ("zeta", "worker", 13),
    ]
]


def test_two_columns_are_read_one_after_the_other() -> None:
    source = '#set page(columns: 2, height: 9cm)\n#set par(justify: true)\n#set text(lang: "en")\n'

    document = typeset(source + "\n\n".join(SENTENCES))

    assert printed(document) == SENTENCES


def test_columns_written_line_by_line_across_the_page_are_taken_apart() -> None:
    words = {"left": "carer", "right": "nurse"}
    columns = {
        side: [f"The {role} must do the {side} duty number {n} at once" for n in range(12)]
        for side, role in words.items()
    }
    stream = io.BytesIO()
    sheet = canvas.Canvas(stream)
    sheet.setFont("Helvetica", 10)
    for place, pair in enumerate(zip(columns["left"], columns["right"], strict=True)):
        sheet.drawString(50, 700 - 13 * place, pair[0])
        sheet.drawString(320, 700 - 13 * place, pair[1])
    sheet.save()

    document = read(stream.getvalue())

    assert " ".join(block.text for block in document.blocks) == " ".join(columns["left"] + columns["right"])


def test_headers_footers_and_page_numbers_are_removed_and_nothing_else() -> None:
    source = (
        "#set page(height: 10cm, header: [Northmere Council #h(1fr) Visits policy], "
        "footer: context [Page #counter(page).display()])\n"
        + "\n#pagebreak()\n".join(f"{sentence}\n\nSee above." for sentence in SENTENCES[:3])
    )

    document = typeset(source)

    assert printed(document) == [text for sentence in SENTENCES[:3] for text in (sentence, "See above.")]
    assert [block.page for block in document.blocks] == [1, 1, 2, 2, 3, 3]
    assert "Northmere Council" in document.text


def test_the_first_lines_of_pages_are_not_taken_for_headers() -> None:
    source = "#set page(height: 10cm)\n" + "\n#pagebreak()\n".join(
        f"The carer must keep record {word}.\n\n{sentence}"
        for word, sentence in zip(["one", "two", "three", "four"], SENTENCES, strict=False)
    )

    document = typeset(source)

    assert printed(document)[::2] == [
        f"The carer must keep record {w}." for w in ("one", "two", "three", "four")
    ]


def test_words_hyphenated_at_line_ends_are_mended() -> None:
    text = (
        "The responsible individual must communicate administrative arrangements, notwithstanding "
        "confidentiality, to representatives of neighbouring organisations, whose well-being matters; "
        "self-governing establishments demonstrate extraordinary accountability."
    )
    for width in (5, 6, 7, 8):
        source = (
            f'#set page(width: {width}cm, height: 20cm, margin: 5mm)\n#set text(lang: "en", hyphenate: true)\n'
            "#set par(justify: true)\n"
        )
        document = typeset(source + text)

        assert "\u00ad" in document.text, "the sample must break words"
        assert printed(document) == [text]


def test_a_paragraph_goes_on_over_the_page_and_a_new_one_does_not() -> None:
    source = "#set page(width: 12cm, height: 5cm, margin: 1cm)\n" + "\n\n".join(SENTENCES[:4])

    document = typeset(source)

    assert printed(document) == SENTENCES[:4]
    assert document.text.count("\f") > 0
    for block in document.blocks:
        words = document.text[block.start : block.end].replace("\r\n", " ").replace("\f", " ")
        assert " ".join(words.split()) == block.text


CLAUSES = [
    "4. Visits",
    "4.1 The social worker must visit the child, as paragraph 4.2 says, within 7 working days of the start of "
    "the placement and must see the bedroom. Then the visits go on every six weeks or more often if need be.",
    "4.2 On each visit the social worker must:",
    "(a) see the child alone, unless the child does not wish it and the team manager has agreed to that in "
    "writing beforehand;",
    "(b) look at the bedroom; and",
    "(c) write a note, of which 2 copies go",
    "(i) to the carer; and",
    "(ii) to the file.",
    "4.3 The note must be kept for 6 years.",
]


def clauses_as_word() -> bytes:
    word = WordFile()
    for clause in CLAUSES:
        label, text = clause.split(" ", 1)
        if label == "4.":
            word.document.add_heading(clause, 1)
            continue
        level = 0 if label[0].isdigit() else 2 if "i" in label else 1
        word.document.add_paragraph(f"{label}\t{text}").paragraph_format.left_indent = 360_000 * (level + 1)
        word.document.paragraphs[-1].paragraph_format.first_line_indent = -360_000
    return word.data()


def test_lettered_items_and_labels_from_an_office_program(tmp_path: Path) -> None:
    pdf = office_pdf(clauses_as_word(), tmp_path)
    if pdf is None:
        pytest.skip("LibreOffice is not installed")

    document = read(pdf)

    assert printed(document) == CLAUSES
    assert [block.label for block in document.blocks] == [clause.split(" ")[0] for clause in CLAUSES]
    assert [block.level for block in document.blocks] == [1, 0, 0, 1, 1, 1, 2, 2, 0]
    assert document.blocks[0].kind is BlockKind.HEADING
    assert printed(from_docx.read(Path("a.docx"), clauses_as_word())) == CLAUSES


def test_labels_without_indent_and_without_space_between() -> None:
    source = "#set page(width: 12cm, height: 20cm)\n#set par(spacing: 0.65em)\n"

    document = typeset(source + "\n\n".join(clause.replace("4. Visits", "*4. Visits*") for clause in CLAUSES))

    assert printed(document) == CLAUSES


def test_a_cross_reference_at_the_start_of_a_line_is_not_a_label() -> None:
    text = "The officer must act as set out in paragraph 4.2 and in paragraph 12 (a) of this policy at all times."
    for width in range(4, 12):
        source = f"#set page(width: {width}cm, height: 20cm, margin: 5mm)\n"

        assert printed(typeset(source + text)) == [text]


def test_bullets_are_recognised() -> None:
    document = typeset(
        "The plan says:\n- where the child lives;\n  - and with whom;\n- what the child wants.\n"
    )

    assert [(block.kind, block.text) for block in document.blocks] == [
        (BlockKind.PARAGRAPH, "The plan says:"),
        (BlockKind.BULLET, "where the child lives;"),
        (BlockKind.BULLET, "and with whom;"),
        (BlockKind.BULLET, "what the child wants."),
    ]
    assert [block.level for block in document.blocks[1:]] == [0, 1, 0]


def test_headings_have_levels_and_the_largest_is_the_title() -> None:
    document = typeset(
        '#text(24pt, weight: "bold")[Visits policy]\n\n= 1. Purpose\n== Aim\nThe aim is plain, and all know it.\n'
        "== Scope\nThis policy binds all staff.\n= 2. Visits\nStaff visit.\n"
    )

    assert document.title == "Visits policy"
    assert [(block.level, block.label, block.text) for block in of_kind(document, BlockKind.HEADING)] == [
        (1, "1.", "Purpose"),
        (2, "", "Aim"),
        (2, "", "Scope"),
        (1, "2.", "Visits"),
    ]


def test_the_title_in_the_file_wins_unless_it_is_a_file_name() -> None:
    body = "\nThe policy begins here."

    assert typeset('#set document(title: "Visits and Reviews")' + body).title == "Visits and Reviews"
    assert typeset('#set document(title: "policy_final.docx")' + body).title == "Visits policy"


TABLE = """
#figure(kind: table, caption: figure.caption(position: top)[Time limits], table(columns: 3,
  [*Stage*], [*Who*], [*Limit*],
  [Reply], [The manager of the team], [10 days],
  table.cell(rowspan: 2)[Appeal], [The panel], [20 days],
  [The director], [30 days],
))
"""


def test_a_ruled_table_becomes_rows_in_place() -> None:
    document = typeset(f"Before the table.\n{TABLE}\nAfter the table.")

    assert [block.kind for block in document.blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.CAPTION,
        BlockKind.ROW,
        BlockKind.ROW,
        BlockKind.ROW,
        BlockKind.PARAGRAPH,
    ]
    rows = of_kind(document, BlockKind.ROW)
    assert {row.columns for row in rows} == {("Stage", "Who", "Limit")}
    assert [row.cells for row in rows] == [
        ("Reply", "The manager of the team", "10 days"),
        ("Appeal", "The panel", "20 days"),
        ("Appeal", "The director", "30 days"),
    ]
    assert "10 days" in document.text[rows[0].start : rows[0].end]
    assert of_kind(document, BlockKind.CAPTION)[0].text == "Table 1: Time limits"


def test_a_table_goes_on_over_the_page_with_its_columns() -> None:
    cells = "".join(f"[Stage {n}], [{n} days]," for n in range(1, 9))
    source = "#set page(height: 6cm)\nThe limits are these, and they bind all staff.\n"

    document = typeset(source + f"#table(columns: 2, table.header([*Stage*], [*Limit*]), {cells})")

    rows = of_kind(document, BlockKind.ROW)
    assert [row.cells for row in rows] == [(f"Stage {n}", f"{n} days") for n in range(1, 9)]
    assert {row.columns for row in rows} == {("Stage", "Limit")}
    assert rows[-1].page != rows[0].page


def test_a_boxed_paragraph_is_not_a_table() -> None:
    boxes = "\n".join(f"#rect[{sentence}]" for sentence in SENTENCES[:4])

    assert printed(typeset(boxes)) == SENTENCES[:4]


def test_footnotes_are_kept_out_of_the_sentence() -> None:
    document = typeset(
        "The record is kept for six years#footnote[See the Limitation Act.] from closure, and the officer who "
        "keeps it must say so to the child.\n\nAnother paragraph follows it."
    )

    assert printed(document) == [
        "The record is kept for six years from closure, and the officer who keeps it must say so to the child.",
        "Another paragraph follows it.",
        "Footnotes",
        "See the Limitation Act.",
    ]


def test_contents_entries_are_left_out() -> None:
    stream = io.BytesIO()
    sheet = canvas.Canvas(stream)
    for place, line in enumerate(
        ["1. Purpose ................ 2", "2. Visits ................. 3", "The policy begins."]
    ):
        sheet.drawString(72, 600 - 30 * place, line)
    sheet.save()

    assert printed(read(stream.getvalue())) == ["The policy begins."]


def test_a_page_turned_on_its_side_is_read() -> None:
    stream = io.BytesIO()
    sheet = canvas.Canvas(stream)
    sheet.rotate(90)
    for place, line in enumerate(["The carer must keep the medicines", "in a locked cupboard."]):
        sheet.drawString(72, -200 - 13 * place, line)
    sheet.save()

    assert printed(read(stream.getvalue())) == ["The carer must keep the medicines in a locked cupboard."]


def test_pages_that_are_pictures_make_the_document_partial() -> None:
    document = read(picture_page_pdf(["The first page.", None, "The third page.", None]))

    assert document.status is ReadStatus.PARTIAL
    assert len(document.warnings) == 1
    assert document.warnings[0].startswith("Pages 2 and 4 are pictures without text and were not read.")
    assert printed(document) == ["The first page.", "The third page."]


def test_a_blank_page_loses_nothing() -> None:
    document = typeset("Words.\n#pagebreak()\n#pagebreak()\nMore words.")

    assert document.status is ReadStatus.READ
    assert document.text.count("\f") == 2


@pytest.mark.parametrize(
    ("data", "error", "remedy"),
    [
        (b"", EmptyFile, "add it again"),
        (b"%PDF-1.7 and then nothing", DamagedFile, "save it as PDF again"),
        (b"plain words", DamagedFile, "save it as PDF again"),
        (picture_page_pdf([None, None]), ScanWithoutText, "text recognition"),
        (picture_page_pdf([""]), EmptyFile, "right file"),
        (protected_pdf("Secret words.", "open sesame"), PasswordProtected, "without a password"),
    ],
)
def test_bad_files_are_named_and_explained(data: bytes, error: type[Exception], remedy: str) -> None:
    with pytest.raises(error) as caught:
        read(data)

    assert str(PATH) in str(caught.value)
    assert remedy in str(caught.value)


def test_random_damage_is_reported_or_read_but_never_crashes() -> None:
    whole = typst_pdf(TABLE + "\n\n".join(SENTENCES))
    damage = random.Random(7)
    for _ in range(30):
        data = bytearray(whole)
        for _ in range(damage.choice([1, 20, 200])):
            data[damage.randrange(len(data))] = damage.randrange(256)
        try:
            read(bytes(data))
        except FileError as error:
            assert str(PATH) in str(error)


def test_a_file_cut_short_is_reported_or_read_but_never_crashes() -> None:
    whole = typst_pdf("\n\n".join(SENTENCES))
    for share in range(1, 10):
        try:
            document = read(whole[: len(whole) * share // 10])
        except DamagedFile:
            continue
        assert set(printed(document)) <= set(SENTENCES)


def test_the_header_and_footer_of_a_single_page_are_left_out() -> None:
    page = "#set page(header: [Northfield Council], footer: [Version 3, May])\n"

    assert printed(typeset(page + "\n\n".join(SENTENCES[:3]))) == SENTENCES[:3]


def test_a_table_without_upright_rules_is_read_below_its_caption() -> None:
    table = "#table(columns: (4cm, 5cm), stroke: none, [*Record*], [*Kept for*], [Letter], [6 years], [Log], [1 year])"

    document = typeset(f"The records are these.\n\nTable 2: Records\n\n{table}\n\nAfter the table.")

    rows = of_kind(document, BlockKind.ROW)
    assert [row.cells for row in rows] == [("Letter", "6 years"), ("Log", "1 year")]
    assert {row.columns for row in rows} == {("Record", "Kept for")}


def test_letters_before_small_words_are_marks_only_in_order() -> None:
    stream = io.BytesIO()
    sheet = canvas.Canvas(stream)
    lines = [
        "The carer must:",
        "a. keep the log;",
        "b. tell the child.",
        "Vitamins such as",
        "d. and e. are kept too.",
    ]
    for place, line in enumerate(lines):
        sheet.drawString(72, 600 - 14 * place, line)
    sheet.save()

    labels = [block.label for block in read(stream.getvalue()).blocks]

    assert [label for label in labels if label] == ["a.", "b."]
