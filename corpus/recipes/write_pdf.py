"""Write a sample text as a PDF: with typst, or with LibreOffice from a Word file."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import typst
from sample_text import Block, SampleText
from write_docx import write_docx

PREAMBLE = """#set document(title: "{title}", date: none)
#set page(paper: "a4", margin: 2.4cm, header: text(8pt)[{title} #h(1fr) Sample for demonstration],
  footer: context align(center, text(8pt)[Page #counter(page).display("1 of 1", both: true)]))
#set text(font: "Libertinus Serif", size: 11pt, lang: "en", region: "GB")
#set par(justify: true)
#let clause(number, body) = grid(columns: (1.2cm, 1fr), number, body)
#let item(number, body) = pad(left: 1.2cm, grid(columns: (0.9cm, 1fr), number, body))
#text(20pt, weight: "bold")[{title}]

_{note}_
"""


def write_guidance(sample: SampleText, path: Path) -> None:
    """Write the PDF with typst: typed numbers, running header, page numbers, table with its caption above."""
    parts = [PREAMBLE.format(title=sample.title, note=sample.note)]
    rows: list[Block] = []
    for block in sample.blocks:
        if rows and block.kind != "row":
            parts.append(_table(rows))
            rows = []
        if block.kind in {"head", "row"}:
            rows.append(block)
        elif block.kind == "table":
            parts.append(f"#v(4pt)\n*{block.text}*")
        elif block.kind == "section":
            parts.append(f"= {block.ref}. {block.text}")
        else:
            call = "item" if block.kind == "item" else "clause"
            parts.append(f"#{call}[{block.label}][{block.text}]")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source.typ"
        source.write_text("\n\n".join(parts), encoding="utf-8")
        path.write_bytes(typst.compile(str(source), pdf_standards=["1.7"]))


def write_policy_pdf(sample: SampleText, path: Path) -> None:
    """Write the PDF as most councils do: a Word file, exported by an office program."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{path.stem}.docx"
        write_docx(sample, source, style_numbered=True)
        convert_to_pdf(source, path.parent)


def convert_to_pdf(source: Path, folder: Path) -> None:
    """Convert an office file with LibreOffice; raises CalledProcessError where that fails."""
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf"]
        subprocess.run([*command, "--outdir", str(folder), str(source)], check=True, capture_output=True)


def _table(rows: list[Block]) -> str:
    cells = ", ".join(f"[{cell}]" for row in rows[1:] for cell in row.cells)
    head = ", ".join(f"[*{cell}*]" for cell in rows[0].cells)
    return f"#table(columns: (1fr, 1.6fr, 1.4fr), table.header({head}), {cells})\n#v(4pt)"
