"""Builds Word files with python-docx, numbered by Word's own lists or by typed numbers."""

import docx.document
from builders import LIST_ID, WordFile, word_element
from docx.shared import Cm, Pt
from fixtures_reading.model import Part, PartKind, Scheme
from fixtures_reading.styles import FOOTER, HEADER, PAGES, Style

_LEVELS = {
    Scheme.DECIMAL: (
        ("decimal", "%1"),
        ("decimal", "%1.%2"),
        ("lowerLetter", "(%3)"),
        ("lowerRoman", "(%4)"),
    ),
    Scheme.LEGAL: (("decimal", "%1."), ("decimal", "(%2)"), ("lowerLetter", "(%3)"), ("lowerRoman", "(%4)")),
    Scheme.HALF: (("decimal", "%1."), ("decimal", "%1.%2."), ("lowerLetter", "%3)"), ("lowerRoman", "%4)")),
    Scheme.PLAIN: (("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"), ("bullet", "–")),
    Scheme.NONE: (("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"), ("bullet", "–")),
}
_INDENT = 1.25  # centimetres a level


def word_file(parts: tuple[Part, ...], style: Style) -> bytes:
    """Return the bytes of a DOCX file."""
    word = WordFile(levels=(*_LEVELS[style.scheme], ("bullet", "•")))
    _page(word.document, style)
    word.document.core_properties.title = parts[0].text
    for part in parts:
        _add(word, part, style)
    return word.data()


def _add(word: WordFile, part: Part, style: Style) -> None:
    if part.kind is PartKind.TABLE:
        _table(word, part, style)
    elif part.kind is PartKind.TITLE:
        word.paragraph(part.text, style="Title")
    elif part.kind is PartKind.HEADING:
        _heading(word, part, style)
    elif part.kind is PartKind.BULLET or (part.label and style.automatic):
        word.item(part.text, _level(part, style.scheme))
        _indent(word, part, style, hanging=True)
    else:
        gap = "\t" if style.hanging else " "
        word.paragraph(f"{part.label}{gap}{part.text}" if part.label else part.text)
        _indent(word, part, style, hanging=bool(part.label) and style.hanging)


def _level(part: Part, scheme: Scheme) -> int:
    if part.kind is PartKind.BULLET:
        return 4
    return part.depth + (0 if scheme is Scheme.PLAIN else 1)


def _heading(word: WordFile, part: Part, style: Style) -> None:
    if style.automatic and part.label:
        word.item(part.text, 0, list_id=LIST_ID, style="Heading 1")
        return
    words = f"{part.label} {part.text}".strip()
    if style.plain_headings:
        word.document.add_paragraph().add_run(words).bold = True
    else:
        word.paragraph(words, style="Heading 1")


def _indent(word: WordFile, part: Part, style: Style, *, hanging: bool) -> None:
    last = word.document.paragraphs[-1].paragraph_format
    deep = part.depth if style.indented else 0
    hung = 1 if hanging or (style.hanging and style.scheme is not Scheme.NONE) else 0
    last.left_indent = Cm(_INDENT * (deep + hung))
    if hanging:
        last.first_line_indent = Cm(-_INDENT)
    last.space_after = Pt(6)
    if style.justify:
        last.alignment = docx.enum.text.WD_ALIGN_PARAGRAPH.JUSTIFY


def _table(word: WordFile, part: Part, style: Style) -> None:
    assert part.table is not None
    word.paragraph(part.text, style="Caption")
    table = word.table([part.table.columns, *part.table.rows])
    width = (PAGES[style.page][0] - 2 * style.margin * 28.35) / style.columns - 20
    table.autofit = False
    for column in table.columns:
        column.width = Pt(width / len(part.table.columns))
    for cell in (cell for row in table.rows for cell in row.cells):
        cell.width = Pt(width / len(part.table.columns))
    for cell in table.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    if style.rules != "grid":
        table.style = word.document.styles["Normal Table"]
    word.paragraph("")


def _page(document: docx.document.Document, style: Style) -> None:
    width, height = PAGES[style.page]
    section = document.sections[0]
    section.page_width, section.page_height = Pt(width), Pt(height)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(style.margin)
    section.header_distance = section.footer_distance = Cm(min(1.0, style.margin / 2))
    document.styles["Normal"].font.size = Pt(style.size)
    document.styles["Normal"].font.name = "Liberation Serif" if style.serif else "Liberation Sans"
    if style.header:
        section.header.paragraphs[0].text = HEADER
    if style.footer:
        paragraph = section.footer.paragraphs[0]
        paragraph.text = f"{FOOTER}  Page "
        paragraph._p.append(
            word_element('<w:fldSimple {} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
        )
    if style.columns > 1:
        section._sectPr.append(word_element(f'<w:cols {{}} w:num="{style.columns}" w:space="500"/>'))
