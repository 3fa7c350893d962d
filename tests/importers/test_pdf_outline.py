"""Headings that only the outline of a PDF names, and those it must not make."""

import io
from pathlib import Path

import pytest
from builders import typst_pdf
from reportlab.pdfgen import canvas

from policycheck.domain.documents import BlockKind, ImportedDocument
from policycheck.importers import from_pdf

BODY = (
    "The carer must write to the child within three days and must keep a copy of the letter on the file "
    "until the matter is closed and every reply has been read."
)
PLAIN_HEADINGS = "#show heading: it => block(text(size: 11pt, weight: 400, it.body))\n"


def read(data: bytes) -> ImportedDocument:
    return from_pdf.read(Path("visits_policy.pdf"), data)


def typeset(source: str) -> ImportedDocument:
    return read(typst_pdf("#set page(height: 14cm)\n#set text(size: 11pt)\n" + source))


def headings(document: ImportedDocument) -> list[tuple[int, str, str]]:
    return [(b.level, b.label, b.text) for b in document.blocks if b.kind is BlockKind.HEADING]


def sheet_with(
    lines: list[tuple[float, str, int]],
    outline: list[tuple[str, int]],
    *,
    top: float | None = None,
    leading: float = 20,
) -> bytes:
    """Draw (size, words, page) lines, at most 30 on a page, and give the file an outline of (title, level).

    Every entry leads to page 1, to the height `top` where it is given.
    """
    stream = io.BytesIO()
    sheet = canvas.Canvas(stream)
    page, y = 1, 720.0
    for place, (title, level) in enumerate(outline):
        where = {} if top is None else {"fit": "XYZ", "left": 0, "top": top, "zoom": 0}
        sheet.bookmarkPage(f"key{place}", **where)
        sheet.addOutlineEntry(title, f"key{place}", level=level)
    for size, words, number in lines:
        if number != page:
            sheet.showPage()
            page, y = number, 720.0
        sheet.setFont("Helvetica", size)
        sheet.drawString(60, y, words)
        y -= leading
    sheet.save()
    return stream.getvalue()


def test_headings_in_the_type_of_the_body_come_from_the_outline_with_its_levels() -> None:
    document = typeset(
        PLAIN_HEADINGS
        + f"= Visits\n{BODY}\n\n== Visits at home\n{BODY}\n\n== Visits to school\n{BODY}\n\n= Records\n{BODY}"
    )

    assert headings(document) == [
        (1, "", "Visits"),
        (2, "", "Visits at home"),
        (2, "", "Visits to school"),
        (1, "", "Records"),
    ]
    assert [b.text for b in document.blocks if b.kind is BlockKind.PARAGRAPH] == [BODY] * 4


def test_the_levels_of_the_outline_win_over_the_size_of_the_type() -> None:
    source = (
        "#show heading.where(level: 1): set text(size: 13pt)\n#show heading.where(level: 2): set text(size: 18pt)\n"
        f"= Visits\n{BODY}\n\n== Home\n{BODY}\n\n== School\n{BODY}\n\n= Records\n{BODY}"
    )

    assert headings(typeset(source)) == [
        (1, "", "Visits"),
        (2, "", "Home"),
        (2, "", "School"),
        (1, "", "Records"),
    ]


def test_headings_that_the_outline_leaves_out_stand_below_the_larger_ones() -> None:
    source = (
        "#show heading: set text(size: 15pt)\n"
        f"= Visits\n{BODY}\n\n*Who visits*\n\n{BODY}\n\n= Records\n{BODY}\n\n*Who writes*\n\n{BODY}"
    )

    assert headings(typeset(source)) == [
        (1, "", "Visits"),
        (2, "", "Who visits"),
        (1, "", "Records"),
        (2, "", "Who writes"),
    ]


def test_numbers_may_stand_in_print_only_or_in_the_outline_only() -> None:
    numbered = '#set heading(numbering: "1.1")\n#show heading: set text(size: 11pt, weight: 400)\n'
    document = typeset(numbered + f"= Visits\n{BODY}\n\n== Home\n{BODY}\n\n= Records\n{BODY}")

    assert headings(document) == [(1, "1", "Visits"), (2, "1.1", "Home"), (1, "2", "Records")]

    data = sheet_with([(10, "Visits", 1), (10, "The carer must visit.", 1)], [("4. VISITS", 0)])
    assert headings(read(data)) == [(1, "", "Visits")]


def test_a_heading_over_two_lines_is_one() -> None:
    lines = [
        (10.0, "Visits to children who live", 1),
        (10.0, "in another county", 1),
        (10.0, "The carer goes.", 1),
    ]
    outline = [("2 Visits to children who live in another county", 0)]

    document = read(sheet_with(lines, outline, leading=13))

    assert [(b.kind, b.text) for b in document.blocks] == [
        (BlockKind.HEADING, "Visits to children who live in another county"),
        (BlockKind.PARAGRAPH, "The carer goes."),
    ]


@pytest.mark.parametrize(
    "body",
    [
        ["The carer must plan each of the", "Visits", "and write down what the child said."],
        ["Visits", "must be planned by the carer, who", "writes down what the child said."],
        ["Visits must be planned by the carer."],
        ["The carer must plan the", "visits"],
        ["• Visits"],
    ],
)
def test_words_of_a_paragraph_are_no_heading(body: list[str]) -> None:
    lines = [(10.0, words, 1) for words in body]

    assert headings(read(sheet_with(lines, [("Visits", 0)], leading=13))) == []


def test_titles_that_no_page_prints_are_left_out() -> None:
    lines = [(16.0, "Visits", 1), (10.0, "The carer goes.", 1), (10.0, "Records", 2), (10.0, "Keep them.", 2)]
    lines += [(16.0, "Letters", 2), (10.0, "Send them.", 2)]
    outline = [("visits_policy.docx", 0), ("Records", 0), ("Page 2", 0)]

    assert [text for _, _, text in headings(read(sheet_with(lines, outline)))] == ["Visits", "Letters"]


def test_the_place_that_the_entry_opens_tells_the_heading_from_its_line_of_the_contents() -> None:
    lines = [
        (10.0, words, 1)
        for words in ["What is in it:", "Visits", "Records.", "It begins.", "Visits", "Go weekly."]
    ]

    blocks = read(sheet_with(lines, [("Visits", 0)], top=652)).blocks

    assert [b.kind is BlockKind.HEADING for b in blocks] == [b is blocks[-2] for b in blocks]
    assert [b.text for b in blocks[-2:]] == ["Visits", "Go weekly."]


def test_clauses_and_captions_in_the_outline_stay_what_they_are() -> None:
    clause = "4.2 The carer must visit the child every week and must keep a note of it."
    lines = [(10.0, clause, 1), (10.0, "Table 1: Time limits", 1), (10.0, "The carer goes.", 1)]

    assert headings(read(sheet_with(lines, [(clause, 0), ("Table 1: Time limits", 1)]))) == []


def test_a_title_that_the_outline_names_is_still_the_title() -> None:
    source = (
        "#show heading.where(level: 1): set text(size: 20pt)\n"
        f"= Contact with families\n{BODY}\n\n== Visits\n{BODY}\n\n== Records\n{BODY}"
    )

    document = typeset(source)

    assert document.title == "Contact with families"
    assert [text for _, _, text in headings(document)] == ["Visits", "Records"]


def test_an_outline_that_loops_ends() -> None:
    data = sheet_with([(10.0, "Visits", 1), (10.0, "The carer goes.", 1)], [("Visits", 0), ("Records", 0)])
    looped = data.replace(b"/Prev", b"/Next")
    assert looped != data

    assert headings(read(looped)) == [(1, "", "Visits")]
