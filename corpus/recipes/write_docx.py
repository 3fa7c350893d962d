"""Write a sample text as a Word file whose numbers are Word's own automatic numbers, not typed ones."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph
from sample_text import Block, SampleText

NUM_ID = 90
LEVEL = {"section": 0, "clause": 1, "item": 2}
STYLE = {"section": "Heading 1", "clause": "Clause", "item": "Sub-clause"}
FORMAT = (("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"))


def write_docx(sample: SampleText, path: Path, *, style_numbered: bool) -> None:
    """Write the file; the numbers hang on the styles or on each paragraph; both occur in real files."""
    document = docx.Document()
    _set_up(document, sample, style_numbered=style_numbered)
    document.add_heading(sample.title, 0)
    document.add_paragraph(sample.note).runs[0].italic = True
    rows: list[Block] = []
    for block in sample.blocks:
        if rows and block.kind != "row":
            _table(document, rows)
            rows = []
        if block.kind in {"head", "row"}:
            rows.append(block)
        elif block.kind == "table":
            _caption(document, block.text)
        else:
            paragraph = document.add_paragraph(block.text, style=STYLE[block.kind])
            if not style_numbered and block.kind != "section":
                _number(paragraph, LEVEL[block.kind])
    document.save(str(path))


def _set_up(document: Document, sample: SampleText, *, style_numbered: bool) -> None:
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(_abstract_numbering(style_numbered=style_numbered)))
    num = f'<w:num {nsdecls("w")} w:numId="{NUM_ID}"><w:abstractNumId w:val="{NUM_ID}"/></w:num>'
    numbering.append(parse_xml(num))
    document.styles["Normal"].font.name = "Calibri"
    for name in ("Clause", "Sub-clause"):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
    for kind, name in STYLE.items():
        if style_numbered or kind == "section":
            properties = document.styles[name].element.get_or_add_pPr()
            properties.append(parse_xml(_numpr(LEVEL[kind])))
    section = document.sections[0]
    section.header.paragraphs[0].text = sample.title
    footer = section.footer.paragraphs[0]
    footer.text = "Sample for demonstration    Page "
    _field(footer, "PAGE", shown="1")
    document.core_properties.title = sample.title
    document.core_properties.author = "Northmere Council (fictional)"
    document.core_properties.comments = sample.note
    document.core_properties.created = document.core_properties.modified = datetime(2025, 6, 2)


def _abstract_numbering(*, style_numbered: bool) -> str:
    levels = []
    style_ids = {0: "Heading1", 1: "Clause", 2: "Sub-clause"}
    for level, (number_format, text) in enumerate(FORMAT):
        linked = f'<w:pStyle w:val="{style_ids[level]}"/>' if style_numbered or level == 0 else ""
        left = 567 if level < 2 else 1134
        levels.append(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{linked}'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{left}" w:hanging="567"/></w:pPr></w:lvl>'
        )
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{NUM_ID}">{kind}{"".join(levels)}</w:abstractNum>'


def _numpr(level: int) -> str:
    return f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{NUM_ID}"/></w:numPr>'


def _number(paragraph: Paragraph, level: int) -> None:
    paragraph._p.get_or_add_pPr().append(parse_xml(_numpr(level)))


def _field(paragraph: Paragraph, instruction: str, *, shown: str) -> None:
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{shown}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    for part in parts:
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{part}</w:r>"))


def _caption(document: Document, text: str) -> None:
    label, title = text.split(":", 1)
    word, number = label.split()
    paragraph = document.add_paragraph(f"{word} ", style="Caption")
    _field(paragraph, "SEQ Table \\* ARABIC", shown=number)
    paragraph.add_run(f":{title}")


def _table(document: Document, rows: list[Block]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0].cells))
    table.style = "Table Grid"
    for block in rows:
        for cell, text in zip(table.add_row().cells, block.cells, strict=True):
            cell.text = text
            cell.paragraphs[0].runs[0].bold = block.kind == "head"
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    document.add_paragraph()
