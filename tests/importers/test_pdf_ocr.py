"""Scanned pages: read and marked where text recognition is installed, else refused with what to install."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from policycheck.domain.documents import Document, DocumentKind, ReadStatus
from policycheck.errors import ScanWithoutText
from policycheck.importers import from_pdf, pdf_ocr
from policycheck.importers.pdf_ocr import Box
from policycheck.segmentation import segment

PRINTED = (
    "Visits Policy",
    "1.1 The social worker must visit the child within 10 working days",
    "of the start of the placement.",
    "1.2 The manager must keep a record of every visit.",
)


def scan(*, text_page: bool = False) -> bytes:
    """A page that is a picture of words, and perhaps a second one with characters."""
    picture = Image.new("L", (1240, 1754), 255)
    draw = ImageDraw.Draw(picture)
    for line, down, size in zip(PRINTED, (150, 260, 298, 360), (44, 28, 28, 28), strict=True):
        draw.text((120, down), line, fill=0, font=ImageFont.load_default(size=size))
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842))
    canvas.drawImage(ImageReader(picture), 0, 0, 595, 842)
    canvas.showPage()
    if text_page:
        canvas.drawString(72, 700, "1.3 The carer must be told the outcome of every visit.")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def load(data: bytes) -> Document:
    imported = from_pdf.read(Path("scan.pdf"), data)
    for block in imported.blocks:
        assert imported.text[block.start : block.end].split()[-1] == block.text.split()[-1]
    return segment(imported, path="scan.pdf", kind=DocumentKind.POLICY, sha256="")


@pytest.fixture
def without_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_ocr, "engine", lambda: None)


def test_without_text_recognition_the_message_says_what_to_install(without_engine: None) -> None:
    with pytest.raises(ScanWithoutText, match=r"pip install 'policycheck\[ocr\]'"):
        load(scan())


def test_a_scanned_page_among_others_is_named(without_engine: None) -> None:
    found = load(scan(text_page=True))
    assert found.status is ReadStatus.PARTIAL
    assert "Page 1 is a picture without text and was not read. Install text recognition" in found.warnings[0]
    assert [clause.ref for clause in found.clauses] == ["1.3"]


def at(text: str, left: float, row: int, right: float) -> Box:
    return Box(text, left, 200 + 46 * row, right, 240 + 46 * row)


def test_recognised_words_become_lines_in_reading_order(monkeypatch: pytest.MonkeyPatch) -> None:
    boxes = [
        at("visit the child within 10 working days", 700, 1, 1300),
        at("1.1", 150, 1, 200),
        at("The social worker must", 260, 1, 690),
        at("of the placement.", 260, 2, 500),
        at("1.2", 150, 4, 200),
        at("The manager must keep a record.", 260, 4, 800),
    ]
    monkeypatch.setattr(pdf_ocr, "engine", lambda: lambda _picture: boxes)
    found = load(scan(text_page=True))
    assert [(clause.ref, clause.text) for clause in found.clauses] == [
        ("1.1", "The social worker must visit the child within 10 working days of the placement."),
        ("1.2", "The manager must keep a record."),
        ("1.3", "The carer must be told the outcome of every visit."),
    ]
    assert found.status is ReadStatus.PARTIAL
    assert found.warnings == (
        "OCR: check page 1 against the original; the words were recognised from a picture.",
    )


def test_a_picture_without_words_stays_a_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_ocr, "engine", lambda: lambda _picture: [])
    with pytest.raises(ScanWithoutText, match="No words were found"):
        load(scan())


@pytest.mark.skipif(pdf_ocr.engine() is None, reason="neither Tesseract nor the extra 'ocr' is installed")
def test_a_scan_is_read_and_marked() -> None:
    found = load(scan())
    assert found.status is ReadStatus.PARTIAL
    assert found.warnings[0].startswith("OCR: check page 1")
    assert {clause.ref: clause.text for clause in found.clauses} == {
        "1.1": "The social worker must visit the child within 10 working days of the start of the placement.",
        "1.2": "The manager must keep a record of every visit.",
    }
    assert found.title in {"Visits Policy", "Scan"}
