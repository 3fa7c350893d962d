"""Builds PDFs with reportlab: untagged, without outline, labels as separate pieces of text."""

import io
from xml.sax.saxutils import escape

from fixtures_reading.model import Part, PartKind
from fixtures_reading.styles import FOOTER, HEADER, PAGES, Style
from reportlab.lib import colors
from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph
from reportlab.platypus import Table as Grid

_GUTTER = 0.8 * cm
_HANG = 1.1 * cm


def reportlab_file(parts: tuple[Part, ...], style: Style) -> bytes:
    """Return the bytes of a PDF."""
    stream = io.BytesIO()
    width, height = PAGES[style.page]
    margin = style.margin * cm
    column = (width - 2 * margin - _GUTTER * (style.columns - 1)) / style.columns
    frames = [
        Frame(margin + number * (column + _GUTTER), margin, column, height - 2 * margin, 0, 0, 0, 0)
        for number in range(style.columns)
    ]

    def furnish(canvas: Canvas, sheet: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        if style.header:
            canvas.drawRightString(width - margin, height - 0.6 * margin, HEADER)
        if style.footer:
            canvas.drawString(margin, 0.5 * margin, FOOTER)
            canvas.drawRightString(width - margin, 0.5 * margin, str(sheet.page))

    template = BaseDocTemplate(stream, pagesize=(width, height))
    template.addPageTemplates(PageTemplate(frames=frames, onPage=furnish))
    template.build([flowable for part in parts for flowable in _flowables(part, style)])
    return stream.getvalue()


def _flowables(part: Part, style: Style) -> list[Flowable]:
    if part.kind is PartKind.TABLE:
        return _table(part, style)
    size, bold = style.size, False
    if part.kind is PartKind.TITLE:
        size, bold = style.size * 1.8, True
    elif part.kind is PartKind.HEADING:
        size, bold = (style.size if style.plain_headings else style.size * 1.3), True
    if part.kind in {PartKind.TITLE, PartKind.HEADING}:
        words = f"{part.label} {part.text}".strip()
        return [Paragraph(escape(words), _look(style, size=size, bold=bold, before=size))]
    inset = _HANG * part.depth if style.indented else 0.0
    label = "•" if part.kind is PartKind.BULLET else part.label
    if label and (style.hanging or part.kind is PartKind.BULLET):
        look = _look(style, size=size, left=inset + _HANG, bullet=inset)
        return [Paragraph(escape(part.text), look, bulletText=label)]
    hung = _HANG if style.hanging and part.kind in {PartKind.PLAIN, PartKind.CLOSING} else 0.0
    return [Paragraph(escape(f"{label} {part.text}".strip()), _look(style, size=size, left=inset + hung))]


def _look(
    style: Style, *, size: float, bold: bool = False, left: float = 0, bullet: float = 0, before: float = 0
) -> ParagraphStyle:
    face = "Times-Roman" if style.serif else "Helvetica"
    strong = "Times-Bold" if style.serif else "Helvetica-Bold"
    return ParagraphStyle(
        "look",
        fontName=strong if bold else face,
        bulletFontName=face,
        fontSize=size,
        bulletFontSize=size,
        leading=size * 1.25,
        leftIndent=left,
        bulletIndent=bullet,
        spaceBefore=before,
        spaceAfter=size * 0.6,
        alignment=TA_JUSTIFY if style.justify and not bold else TA_LEFT,
    )


def _table(part: Part, style: Style) -> list[Flowable]:
    assert part.table is not None
    look, strong = _look(style, size=style.size), _look(style, size=style.size, bold=True)
    rows = [[Paragraph(escape(name), strong) for name in part.table.columns]]
    rows += [[Paragraph(escape(cell), look) for cell in row] for row in part.table.rows]
    rules = {
        "grid": [("GRID", (0, 0), (-1, -1), 0.5, colors.black)],
        "lines": [
            ("LINEABOVE", (0, 0), (-1, -1), 0.5, colors.black),
            ("LINEBELOW", (0, -1), (-1, -1), 0.5, colors.black),
        ],
        "none": [],
    }[style.rules]
    return [
        Paragraph(escape(part.text), look),
        Grid(rows, style=[*rules, ("VALIGN", (0, 0), (-1, -1), "TOP")]),
    ]
