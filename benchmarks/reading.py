"""How fast documents are read: PDF pages and DOCX paragraphs per CPU-second, beside the plain libraries.

Run: python benchmarks/reading.py [--pages N] [--paragraphs N] [--repeat N] [FILE.pdf ...]
Times are CPU time of this process. Each figure is the best of the repeats; the order of the programs
changes from repeat to repeat. Reading means: a file becomes blocks with labels, headings and offsets; the
plain libraries only hand over their words.
"""

import argparse
import io
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docx
import pdfplumber
import pypdfium2
from rich.console import Console
from rich.table import Table

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from fixtures_reading.contents import COMPLAINTS, HANDBOOK
from fixtures_reading.model import Part, PartKind, Policy, Section, flatten
from fixtures_reading.reportlab_pages import reportlab_file
from fixtures_reading.styles import AUTOMATIC, COLUMNS, Style
from fixtures_reading.typst_pages import typst_file
from fixtures_reading.word_files import word_file

from policycheck.importers import import_file

PDF_GOAL, DOCX_GOAL = 80, 2_000


@dataclass(frozen=True, slots=True)
class Case:
    """A file, how many units it has, and the programs that read it; the first is ours."""

    name: str
    units: int
    unit: str
    goal: int
    programs: dict[str, Callable[[], object]]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--pages", type=int, default=60)
    arguments.add_argument("--paragraphs", type=int, default=4_000)
    arguments.add_argument("--repeat", type=int, default=3)
    arguments.add_argument("files", nargs="*", type=Path)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        cases = [*_made(Path(folder), given.pages, given.paragraphs), *map(_pdf_case, given.files)]
        _print([(case, measure(case, given.repeat)) for case in cases])


def measure(case: Case, repeat: int) -> dict[str, float]:
    """Return the CPU seconds of each program, its best of `repeat` runs."""
    best = dict.fromkeys(case.programs, float("inf"))
    for turn in range(repeat):
        names = list(case.programs)
        for name in names if turn % 2 == 0 else reversed(names):
            start = time.process_time()
            case.programs[name]()
            best[name] = min(best[name], time.process_time() - start)
    return best


def _made(folder: Path, pages: int, paragraphs: int) -> list[Case]:
    cases = []
    for name, build, style in [
        ("typst, one column", typst_file, AUTOMATIC),
        ("typst, two columns", typst_file, COLUMNS),
        ("reportlab, one column", reportlab_file, AUTOMATIC),
        ("reportlab, ruled tables", reportlab_file, AUTOMATIC),
    ]:
        path = folder / f"{name}.pdf"
        path.write_bytes(build(_parts(pages, style, tables="tables" in name), style))
        cases.append(_pdf_case(path))
    path = folder / "python-docx, automatic numbers.docx"
    parts = _parts(paragraphs // 8, AUTOMATIC, tables=False)[:paragraphs]
    path.write_bytes(word_file(parts, AUTOMATIC))
    return [*cases, _docx_case(path)]


def _parts(pages: int, style: Style, *, tables: bool) -> tuple[Part, ...]:
    """Return the parts of a long policy: about two sections a page, and a table every second section."""
    sections = tuple(
        Section(f"{section.title} {number}", section.units)
        for number in range(1, pages // 6 + 2)
        for section in HANDBOOK.sections
    )
    parts, _ = flatten(Policy("long", "Long Handbook", sections), style.scheme)
    if not tables:
        return parts
    table = next(part for part in flatten(COMPLAINTS, style.scheme)[0] if part.kind is PartKind.TABLE)
    mixed: list[Part] = []
    for place, part in enumerate(parts):
        mixed.append(part)
        if place % 16 == 15:
            mixed.append(table)
    return tuple(mixed)


def _pdf_case(path: Path) -> Case:
    data = path.read_bytes()
    document = pypdfium2.PdfDocument(data)
    count = len(document)
    document.close()
    return Case(
        path.name,
        count,
        "pages",
        PDF_GOAL,
        {
            "policycheck": lambda: import_file(path),
            "pdfplumber": lambda: _pdfplumber(data),
            "pypdfium2": lambda: _pypdfium2(data),
        },
    )


def _pdfplumber(data: bytes) -> str:
    with pdfplumber.open(io.BytesIO(data)) as document:
        texts = []
        for page in document.pages:
            texts.append(page.extract_text())
            page.close()
        return "\f".join(texts)


def _pypdfium2(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return "\f".join(texts)


def _docx_case(path: Path) -> Case:
    count = len(docx.Document(str(path)).paragraphs)
    return Case(
        path.name,
        count,
        "paragraphs",
        DOCX_GOAL,
        {
            "policycheck": lambda: import_file(path),
            "python-docx": lambda: [paragraph.text for paragraph in docx.Document(str(path)).paragraphs],
        },
    )


def _print(results: list[tuple[Case, dict[str, float]]]) -> None:
    table = Table("file", "units", "program", "CPU s", "units per CPU s", "goal", "speed beside ours")
    for case, times in results:
        ours = times["policycheck"]
        for name, seconds in times.items():
            table.add_row(
                case.name if name == "policycheck" else "",
                f"{case.units} {case.unit}" if name == "policycheck" else "",
                name,
                f"{seconds:.2f}",
                f"{case.units / seconds:,.0f}",
                f"{case.goal:,}" if name == "policycheck" else "",
                f"{ours / seconds:.2f}",
            )
    Console(width=120).print(table)


if __name__ == "__main__":
    main()
