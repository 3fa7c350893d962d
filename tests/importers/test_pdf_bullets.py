"""Bullets that are drawn as shapes, as browsers print them, and shapes that are none."""

import io
from pathlib import Path

import pytest
from fixtures_reading.web_pages import chromium_program, print_to_pdf
from reportlab.pdfgen import canvas

from policycheck.domain.documents import BlockKind, ImportedDocument
from policycheck.importers import from_pdf

BULLET, PARAGRAPH = BlockKind.BULLET, BlockKind.PARAGRAPH
LEFT, LEADING = 80.0, 14.0


def read(data: bytes) -> ImportedDocument:
    return from_pdf.read(Path("visits_policy.pdf"), data)


def kinds(document: ImportedDocument) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for block in document.blocks]


class Sheet:
    """A page drawn line by line, with shapes before the lines."""

    def __init__(self) -> None:
        self._stream = io.BytesIO()
        self._sheet = canvas.Canvas(self._stream)
        self._y = 700.0

    def line(
        self, words: str, *, dot: float = 0, gap: float = 8, left: float = LEFT, size: float = 11
    ) -> None:
        """Print a line; `dot` is the width of the disc before it, `gap` the space between, in points."""
        self._sheet.setFont("Helvetica", size)
        self._sheet.drawString(left, self._y, words)
        if dot:
            self._sheet.circle(left - gap - dot / 2, self._y + 0.3 * size, dot / 2, stroke=0, fill=1)
        self._y -= LEADING

    def square(self, words: str, *, side: float) -> None:
        """Print a line with a hollow square before it."""
        self._sheet.rect(LEFT - 8 - side, self._y, side, side)
        self.line(words)

    def page(self) -> None:
        self._sheet.showPage()
        self._y = 700.0

    def data(self) -> bytes:
        self._sheet.save()
        return self._stream.getvalue()


def test_lists_of_a_browser_come_back_as_bullets_with_their_levels(tmp_path: Path) -> None:
    program = chromium_program()
    if program is None:
        pytest.skip("Chromium is not installed")
    page = tmp_path / "page.html"
    long = "visit each child every month and write down what the child said " * 3
    page.write_text(
        f"""<!DOCTYPE html><title>Care policy</title><h2>Visits</h2><p>The carer must:</p>
        <ul><li>{long}<li>keep a record<ul><li>in ink<li>in the blue book<ul><li>on page one<li>on page two</ul></ul>
        <li>tell the manager</ul><p>unless the court says otherwise.</p><p>Also:</p><ol><li>First</li></ol>"""
    )

    document = read(print_to_pdf(program, page, furniture=False, profile=tmp_path / "profile"))

    assert [(b.level, b.text) for b in document.blocks if b.kind is BULLET] == [
        (0, long.strip()),
        (0, "keep a record"),
        (1, "in ink"),
        (1, "in the blue book"),
        (2, "on page one"),
        (2, "on page two"),
        (0, "tell the manager"),
    ]
    assert [(b.label, b.text) for b in document.blocks if b.kind is PARAGRAPH] == [
        ("", "The carer must:"),
        ("", "unless the court says otherwise."),
        ("", "Also:"),
        ("1.", "First"),
    ]


def test_drawn_bullets_keep_the_places_of_their_words() -> None:
    sheet = Sheet()
    sheet.line("The carer must:", left=60)
    sheet.line("visit the child", dot=4)
    sheet.line("and the school;", left=LEFT)
    sheet.line("keep a record.", dot=4)

    document = read(sheet.data())

    assert kinds(document) == [
        (PARAGRAPH, "The carer must:"),
        (BULLET, "visit the child and the school;"),
        (BULLET, "keep a record."),
    ]
    assert document.text[document.blocks[1].start :].startswith("visit the child")
    assert document.text[document.blocks[2].start : document.blocks[2].end] == "keep a record."


def test_a_lone_bullet_counts_where_others_stand_as_far_from_their_words() -> None:
    sheet = Sheet()
    for words in ("visit the child;", "keep a record;"):
        sheet.line(words, dot=4)
    sheet.line("in ink;", dot=4, left=120)
    sheet.page()
    sheet.line("tell the manager.", dot=4)
    sheet.line("The record stays.", left=60)

    assert [kind for kind, _ in kinds(read(sheet.data()))] == [BULLET] * 4 + [PARAGRAPH]


def test_a_lone_shape_is_no_bullet() -> None:
    sheet = Sheet()
    sheet.line("Northmere Council looks after children.", dot=4)
    sheet.line("The carer must visit the child.")
    sheet.line("The carer must keep a record.")

    assert BULLET not in [kind for kind, _ in kinds(read(sheet.data()))]


@pytest.mark.parametrize(("dot", "gap"), [(12, 8), (1, 8), (4, 60)])
def test_shapes_too_large_too_small_or_too_far_away_are_no_bullets(dot: float, gap: float) -> None:
    sheet = Sheet()
    for number in range(4):
        sheet.line(f"The carer must visit child number {number}.", dot=dot, gap=gap)

    assert BULLET not in [kind for kind, _ in kinds(read(sheet.data()))]


def test_shapes_beside_headings_are_an_ornament() -> None:
    sheet = Sheet()
    for title in ("Visits", "Records", "Letters"):
        sheet.line(title, dot=5, size=15)
        for number in range(3):
            sheet.line(f"The carer must do the duty number {number} of these.")

    headings = [text for kind, text in kinds(read(sheet.data())) if kind is BlockKind.HEADING]

    assert headings == ["Visits", "Records", "Letters"]


def test_a_number_beside_a_shape_stays_the_number() -> None:
    sheet = Sheet()
    for number in range(1, 4):
        sheet.line(f"4.{number} The carer must visit the child.", dot=4)

    assert [block.label for block in read(sheet.data()).blocks] == ["4.1", "4.2", "4.3"]


def test_hollow_squares_are_bullets_too() -> None:
    sheet = Sheet()
    for words in ("visit the child", "keep a record", "tell the manager"):
        sheet.square(words, side=5)

    assert [kind for kind, _ in kinds(read(sheet.data()))] == [BULLET] * 3
