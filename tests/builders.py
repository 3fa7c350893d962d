"""Builds the files that tests read: Word files with true numbering, PDFs, scans, protected and hostile files."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
import typst
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

LIST_ID = 90
CLAUSE_LEVELS = (
    ("decimal", "%1."),
    ("decimal", "%1.%2"),
    ("lowerLetter", "(%3)"),
    ("lowerRoman", "(%4)"),
    ("bullet", "\u2022"),
)


class WordFile:
    """A Word file under construction, with one multilevel list (`LIST_ID`) ready to use."""

    def __init__(self, levels: Sequence[tuple[str, str]] = CLAUSE_LEVELS) -> None:
        self.document = docx.Document()
        self._numbering = self.document.part.numbering_part.element
        definitions = "".join(
            f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
            f'<w:lvlText w:val="{pattern}"/></w:lvl>'
            for index, (style, pattern) in enumerate(levels)
        )
        abstract = word_element(
            f'<w:abstractNum {{}} w:abstractNumId="{LIST_ID}">{definitions}</w:abstractNum>'
        )
        self._numbering.insert(0, abstract)
        self._add_list(LIST_ID, "")

    def restarted_list(self, list_id: int, *, level: int = 0, start: int = 1) -> int:
        """Add a list on the same definition that starts `level` afresh; return its id."""
        self._add_list(
            list_id,
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>',
        )
        return list_id

    def numbering_xml(self, fragment: str) -> None:
        """Add a list definition or a list written as XML, with {} where its namespace declarations go."""
        element = word_element(fragment)
        if element.tag.endswith("abstractNum"):
            self._numbering.insert(0, element)
        else:
            self._numbering.append(element)

    def style_xml(self, fragment: str) -> None:
        """Add a style written as XML, with {} where its namespace declarations go."""
        self.document.styles.element.append(word_element(fragment))

    def _add_list(self, list_id: int, overrides: str) -> None:
        self._numbering.append(
            word_element(
                f'<w:num {{}} w:numId="{list_id}"><w:abstractNumId w:val="{LIST_ID}"/>{overrides}</w:num>'
            )
        )

    def paragraph(self, text: str, style: str | None = None) -> None:
        self.document.add_paragraph(text, style=style)

    def item(self, text: str, level: int, *, list_id: int = LIST_ID, style: str | None = None) -> None:
        paragraph = self.document.add_paragraph(text, style=style)
        paragraph._p.get_or_add_pPr().append(
            word_element(f'<w:numPr {{}}><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')
        )

    def xml(self, fragment: str) -> None:
        """Append a body element written as XML, with {} where its namespace declarations go."""
        self.document.element.body.insert_element_before(word_element(fragment), "w:sectPr")

    def table(self, rows: Sequence[Sequence[str]]) -> "docx.table.Table":
        table = self.document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        return table

    def data(self) -> bytes:
        stream = io.BytesIO()
        self.document.save(stream)
        return stream.getvalue()


def word_element(fragment: str) -> etree._Element:
    """Parse an element, with {} where its namespace declarations go."""
    return parse_xml(fragment.replace("{}", nsdecls("w"), 1))


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """Return the ZIP file with one member added or replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            if member.filename != name:
                new.writestr(member, old.read(member))
        new.writestr(name, content)
    return stream.getvalue()


def zip_file(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def ole_file(stream_name: str) -> bytes:
    """Return bytes that open like an OLE container with one stream of this name in its directory."""
    return (
        bytes.fromhex("D0CF11E0A1B11AE1")
        + bytes(504)
        + stream_name.encode("utf-16-le").ljust(64, b"\0")
        + bytes(1024)
    )


def typst_pdf(source: str) -> bytes:
    """Typeset a PDF from typst markup."""
    return bytes(typst.compile(source.encode()))


def office_pdf(data: bytes, folder: Path) -> bytes | None:
    """Print a Word file to PDF with LibreOffice; None where it is not installed."""
    program = shutil.which("soffice")
    if program is None:
        return None
    source = folder / "source.docx"
    source.write_bytes(data)
    subprocess.run(
        [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return source.with_suffix(".pdf").read_bytes()


def picture_page_pdf(pages: Sequence[str | None]) -> bytes:
    """Make a PDF with one line of text on each page, or a picture and nothing else where the line is None."""
    stream = io.BytesIO()
    sheet = canvas.Canvas(stream)
    picture = ImageReader(Image.new("L", (60, 80), color=200))
    for line in pages:
        if line is None:
            sheet.drawImage(picture, 50, 50, width=480, height=700)
        else:
            sheet.drawString(72, 700, line)
        sheet.showPage()
    sheet.save()
    return stream.getvalue()


def protected_pdf(line: str, password: str) -> bytes:
    """Make a PDF of one line that opens only with the password."""
    stream = io.BytesIO()
    sheet = canvas.Canvas(stream, encrypt=StandardEncryption(password, ownerPassword=f"{password}-owner"))
    sheet.drawString(72, 700, line)
    sheet.save()
    return stream.getvalue()
