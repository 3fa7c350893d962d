"""Builds PDFs with typst."""

from builders import typst_pdf
from fixtures_reading.model import Part, PartKind
from fixtures_reading.styles import FOOTER, HEADER, PAGES, Style

_SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\#*_`$<>@[]-+/=~'\""})


def typst_file(parts: tuple[Part, ...], style: Style) -> bytes:
    """Return the bytes of a PDF."""
    return typst_pdf(typst_source(parts, style))


def typst_source(parts: tuple[Part, ...], style: Style) -> str:
    """Return the markup that typst sets."""
    return "\n\n".join([_preamble(style), *(_source(part, style) for part in parts)])


def _preamble(style: Style) -> str:
    width, height = PAGES[style.page]
    font = "Libertinus Serif" if style.serif else "DejaVu Sans Mono"
    family = f'font: "{font}", ' if style.serif else ""
    header = f"header: [{HEADER}], " if style.header else ""
    footer = f"footer: context [{FOOTER} #h(1fr) Page #counter(page).display()], " if style.footer else ""
    stroke = {"grid": "0.5pt", "lines": "(x: none, y: 0.5pt)", "none": "none"}[style.rules]
    return (
        f"#set page(width: {width}pt, height: {height}pt, margin: {style.margin}cm, {header}{footer}"
        f"columns: {style.columns})\n"
        f'#set text({family}size: {style.size}pt, lang: "en", hyphenate: {str(style.justify).lower()})\n'
        f"#set par(justify: {str(style.justify).lower()}, leading: 0.6em, spacing: 1em)\n"
        f"#set table(stroke: {stroke})\n#set smartquote(enabled: false)"
    )


def _source(part: Part, style: Style) -> str:
    words = _escaped(part.text)
    label = _escaped(part.label)
    match part.kind:
        case PartKind.TITLE:
            return f'#text(size: {style.size * 1.8}pt, weight: "bold")[{words}]'
        case PartKind.HEADING:
            whole = f"{label} {words}".strip()
            return f"#strong[{whole}]" if style.plain_headings else f"#heading(level: 1)[{whole}]"
        case PartKind.TABLE:
            return _table(part)
        case PartKind.BULLET:
            return f"#list(indent: {0.6 * part.depth}cm)[{words}]"
        case _:
            return _paragraph(part, style, label, words)


def _paragraph(part: Part, style: Style, label: str, words: str) -> str:
    inset = 1.2 * part.depth if style.indented else 0.0
    hung = 1.2 if style.hanging and part.kind is not PartKind.CLOSING else 0.0
    if not label:
        return f"#pad(left: {inset}cm)[{words}]"
    if style.automatic:
        return f"#pad(left: {inset}cm)[#grid(columns: (1.2cm, 1fr), [{label}], [{words}])]"
    if style.hanging:
        return f"#pad(left: {inset}cm)[#par(hanging-indent: {hung}cm)[#box(width: {hung}cm)[{label}]{words}]]"
    return f"#pad(left: {inset}cm)[{label} {words}]"


def _table(part: Part) -> str:
    assert part.table is not None
    head = ", ".join(f"[*{_escaped(name)}*]" for name in part.table.columns)
    rows = ", ".join(f"[{_escaped(cell)}]" for row in part.table.rows for cell in row)
    columns = ", ".join(["1fr"] * len(part.table.columns))
    return f"{_escaped(part.text)}\n\n#table(columns: ({columns}), table.header({head}), {rows})"


def _escaped(text: str) -> str:
    return text.translate(_SPECIAL).replace(".", "\\.") if text[:1].isdigit() else text.translate(_SPECIAL)
