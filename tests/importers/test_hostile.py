"""Files made to exhaust or mislead the reader end in a clear message, and huge honest ones read, within limits.

Every file is read in a process of its own that the system ends when it takes more than ten seconds of
processor time or a gigabyte beyond what the program takes before it reads anything.
"""

import io
import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from reportlab.pdfgen.canvas import Canvas

resource = pytest.importorskip("resource", reason="this system has no limits for a process")

ROOT = Path(__file__).resolve().parents[2]
ESCAPED = Path(tempfile.gettempdir()) / "escaped-from-policycheck.xml"
SECONDS = 10
HONEST_SECONDS = 100  # 200,000 paragraphs at the 2,000 a second that reading promises
GIGABYTE = 1024**3
READ = """
import json, resource, sys
from pathlib import Path
from policycheck.domain.documents import DocumentKind
from policycheck.errors import FileError
from policycheck.reading import read_file
# what the readers need before the first byte of a file, threads of libraries included
from policycheck.importers import from_akn, from_clml, from_docx, from_html, from_markdown, from_pdf
from policycheck.importers import from_register, from_text
import openpyxl
status = dict(line.split(":", 1) for line in open("/proc/self/status") if ":" in line)
taken = int(status["VmSize"].split()[0]) * 1024
resource.setrlimit(resource.RLIMIT_AS, (taken + int(sys.argv[2]), taken + int(sys.argv[2])))
used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
limit = int(used) + 1 + int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
try:
    found = read_file(Path(sys.argv[1]), kind=DocumentKind.POLICY, name=Path(sys.argv[1]).name)
    answer = {"clauses": len(found.clauses), "first": found.clauses[0].text[:200], "last": found.clauses[-1].text[:200]}
except FileError as error:
    answer = {"error": type(error).__name__, "says": str(error)}
print(json.dumps(answer))
"""


def outcome(file: Path, *, seconds: int = SECONDS) -> dict[str, object]:
    """Read a file within the limits; fails where the process was ended or broke."""
    done = subprocess.run(
        [sys.executable, "-c", READ, str(file), str(GIGABYTE), str(seconds)],
        capture_output=True, text=True, cwd=ROOT, check=False,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
    )  # fmt: skip
    assert done.returncode == 0, f"ended with {done.returncode}: {done.stderr[-2000:]}"
    return dict(json.loads(done.stdout))


def zipped(**parts: str | bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(body: str, **parts: str | bytes) -> bytes:
    document = f'<?xml version="1.0"?>{{doctype}}<w:document {W}><w:body>{body}</w:body></w:document>'
    doctype = str(parts.pop("doctype", ""))
    return zipped(
        **{
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": document.replace("{doctype}", doctype),
            **parts,
        }
    )


def words(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


BOMB = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12)
) + "]>"  # fmt: skip
OUTSIDE = '<!DOCTYPE x [<!ENTITY m SYSTEM "file:///etc/passwd">]>'
AKN = "<akomaNtoso><act><body><section><num>1</num><content><p>{}</p></content></section></body></act></akomaNtoso>"


def zip_bomb() -> bytes:
    return word(words("Visit.") + " " * 300_000_000)


def nested_zip_bomb() -> bytes:
    """Many parts that are each small enough, but not together."""
    part = b"<x>" + b"visit the child " * 120_000 + b"</x>"
    return word(words("Visit."), **{f"word/header{number}.xml": part for number in range(400)})


def workbook_bomb() -> bytes:
    return zipped(**{"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>" + " " * 200_000_000})


def path_outside_the_archive() -> bytes:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/../../../../../etc/passwd"/></Relationships>'
    )
    return word(words("Visit."), **{"_rels/.rels": relations})


def part_outside_the_archive() -> bytes:
    return word(words("Visit."), **{f"{'../' * 9}{ESCAPED.as_posix().lstrip('/')}": "<x/>"})


def looping_pages() -> bytes:
    """A page tree whose only kid is the tree itself."""
    return (
        b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
        b"2 0 obj <</Type/Pages/Kids[3 0 R 2 0 R]/Count 999999>> endobj\n"
        b"3 0 obj <</Type/Pages/Kids[2 0 R 3 0 R]/Count 500000/Parent 2 0 R>> endobj\n"
        b"trailer <</Root 1 0 R/Size 4>>\n%%EOF\n"
    )


def promised_pages() -> bytes:
    """A page tree that promises two million pages and has one."""
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.drawString(72, 700, "1.1 The carer must ring.")
    canvas.save()
    return file.getvalue().replace(b"/Count 1", b"/Count 2000000")


def words_far_off_the_page() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file)
    for row in range(20):
        canvas.drawString(72, 700 - 14 * row, "The carer must ring.")
        canvas.drawString(10_000_000 * (row + 1), 700 - 14 * row, "far away")
    canvas.save()
    return file.getvalue()


def enormous_page() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(2_000_000, 2_000_000))
    canvas.rect(0, 0, 100, 100)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def wide_html() -> bytes:
    row = "".join(f"<td>{number}</td>" for number in range(5000))
    span = '<tr><td colspan="99999999" rowspan="99999999">must</td></tr>'
    return f"<html><body><table><tr>{row}</tr>{span}<tr>{row}</tr></table></body></html>".encode()


def wide_word() -> bytes:
    row = "".join(f"<w:tc>{words(f'cell {number}')}</w:tc>" for number in range(5000))
    span = f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr>{words("must")}</w:tc></w:tr>'
    return word(f"<w:tbl><w:tr>{row}</w:tr>{span}<w:tr>{row}</w:tr></w:tbl>")


def wide_markdown() -> bytes:
    cells = "|".join(f"c{number}" for number in range(5000))
    return f"|{cells}|\n|{'---|' * 5000}\n|{cells}|\n".encode()


def wide_register() -> bytes:
    book, file = openpyxl.Workbook(), io.BytesIO()
    book.active.append([*(f"Week {number}" for number in range(4999)), "Requirement"])
    for _ in range(20):
        book.active.append([*range(4999), "The carer must ring."])
    book.save(file)
    return file.getvalue()


def sparse_register() -> bytes:
    """A sheet whose last cell is in the last row and column that Excel has."""
    book, file = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["Ref", "Requirement"])
    book.active.append(["1", "The carer must ring."])
    book.active["XFD1048576"] = "far away"
    book.save(file)
    return file.getvalue()


def nested(opening: str, closing: str, depth: int, inner: str = "<p>Visit the child.</p>") -> str:
    return opening * depth + inner + closing * depth


def nested_html_lists() -> bytes:
    return nested("<ul><li>The carer must ring.", "</li></ul>", 3000).encode()


def nested_markdown_lists() -> bytes:
    return "\n".join("  " * depth + "- The carer must ring." for depth in range(2000)).encode()


def nested_quotes() -> bytes:
    return (">" * 20_000 + " The carer must ring.\n").encode() * 20


def nested_tables_word() -> bytes:
    return word(nested("<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>", 70, words("Visit.")))


def nested_akn() -> bytes:
    inner = nested("<paragraph><num>a</num>", "</paragraph>", 200, "<content><p>Visit.</p></content>")
    return f"<akomaNtoso><act><body><section><num>1</num>{inner}</section></body></act></akomaNtoso>".encode()


def nested_clml() -> bytes:
    inner = nested("<P3><Pnumber>a</Pnumber><P3para>", "</P3para></P3>", 110, "<Text>Visit.</Text>")
    return f"<Legislation><Body><P1><Pnumber>1</Pnumber><P1para>{inner}</P1para></P1></Body></Legislation>".encode()


def nested_far_too_deep() -> bytes:
    return AKN.format(nested("<i>", "</i>", 100_000, "Visit.")).encode()


def long_line() -> bytes:
    return b"a " * 5_000_000 + b"must ring."


def only_brackets() -> bytes:
    return (
        b"(" * 200_000
        + b"\n\n"
        + b'("' * 100_000
        + b"\n\n"
        + b"1." * 100_000
        + b"\n\n"
        + b"[" * 100_000
        + b"](" * 50_000
    )


def emphasis() -> bytes:
    return b"**a _b " * 20_000 + b"\n\nThe carer must ring.\n"


HOSTILE: dict[str, tuple[str, Callable[[], bytes], str, str]] = {
    # name: file name, maker, the error, words of its message
    "zip bomb": ("a.docx", zip_bomb, "HostileFile", "unpacks to far more"),
    "zip bomb in parts": ("a.docx", nested_zip_bomb, "HostileFile", "unpacks to far more"),
    "workbook bomb": ("a.xlsx", workbook_bomb, "HostileFile", "unpacks to far more"),
    "entities in Word": ("a.docx", lambda: word(words("&m;"), doctype=BOMB), "HostileFile", "entities"),
    "outside entity in Word": ("a.docx", lambda: word(words("&m;"), doctype=OUTSIDE), "HostileFile", "entities"),
    "entities in law": ("a.akn", (BOMB + AKN.format("&m;")).encode, "HostileFile", "entities"),
    "outside entity in law": ("a.xml", (OUTSIDE + AKN.format("&m;")).encode, "HostileFile", "entities"),
    "entities in UTF-16": ("a.akn", lambda: (BOMB + AKN.format("&m;")).encode("utf-16"), "HostileFile", "entities"),
    "markup too deep": ("a.akn", nested_far_too_deep, "HostileFile", "nested too deeply"),
    "page tree with a loop": ("a.pdf", looping_pages, "DamagedFile", "Save"),
    "enormous page": ("a.pdf", enormous_page, "ScanWithoutText", "text recognition"),
    "path outside the archive": ("a.docx", path_outside_the_archive, "UnsupportedFormat", "no text part"),
    "quotes in quotes": ("a.md", nested_quotes, "EmptyFile", "no words"),
    "brackets only": ("a.md", only_brackets, "EmptyFile", "no clause"),
    "HTML lists nested without end": ("a.html", nested_html_lists, "HostileFile", "nested too deeply"),
}  # fmt: skip

HONEST: dict[str, tuple[str, Callable[[], bytes], str]] = {
    # name: file name, maker, words of the first clause
    "a part outside the archive": ("a.docx", part_outside_the_archive, "Visit."),
    "a page count that lies": ("a.pdf", promised_pages, "The carer must ring."),
    "words far off the page": ("a.pdf", words_far_off_the_page, "The carer must ring."),
    "wide HTML table": ("a.html", wide_html, "0 | 1"),
    "wide Word table": ("a.docx", wide_word, "cell 0"),
    "wide Markdown table": ("a.md", wide_markdown, "c0"),
    "wide register": ("a.xlsx", wide_register, "The carer must ring."),
    "far corner of a register": ("a.xlsx", sparse_register, "The carer must ring."),
    "Markdown lists nested without end": ("a.md", nested_markdown_lists, "The carer must ring."),
    "tables in tables": ("a.docx", nested_tables_word, "Visit."),
    "deep Akoma Ntoso": ("a.akn", nested_akn, "Visit."),
    "deep CLML": ("a.xml", nested_clml, "Visit."),
    "one line of ten megabytes": ("a.txt", long_line, "a a a"),
    "emphasis never closed": ("a.md", emphasis, ""),
}


def write(folder: Path, name: str, data: bytes) -> Path:
    file = folder / name
    file.write_bytes(data)
    return file


@pytest.mark.parametrize("case", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_ends_in_a_clear_message(
    case: tuple[str, Callable[[], bytes], str, str], tmp_path: Path
) -> None:
    name, make, error, says = case
    found = outcome(write(tmp_path, name, make()))
    assert found.get("error") == error, found
    assert name in str(found["says"])
    assert says in str(found["says"])
    assert "root:" not in str(found["says"])


@pytest.mark.parametrize("case", HONEST.values(), ids=HONEST.keys())
def test_an_odd_file_reads(case: tuple[str, Callable[[], bytes], str], tmp_path: Path) -> None:
    name, make, first = case
    found = outcome(write(tmp_path, name, make()))
    assert "error" not in found, found
    assert first in str(found["first"])
    assert not ESCAPED.exists()


def paragraphs(number: int) -> list[str]:
    return [
        f"{1 + n // 2500}.{1 + n // 50 % 50}.{1 + n % 50} The carer must ring number {n}."
        for n in range(number)
    ]


@pytest.mark.parametrize("name", ["a.txt", "a.docx"])
def test_two_hundred_thousand_paragraphs_read(name: str, tmp_path: Path) -> None:
    count = 200_000
    lines = paragraphs(count)
    made = {
        "a.txt": lambda: "\n\n".join(lines).encode(),
        "a.docx": lambda: word("".join(words(line) for line in lines)),
    }[name]()
    found = outcome(write(tmp_path, name, made), seconds=HONEST_SECONDS)
    assert found["clauses"] == count
    assert found["last"] == f"The carer must ring number {count - 1}."


SCRIPTS = (
    "يجب على العامل زيارة الطفل. The carer must ring. \u202eevil\u202c "
    "e\u0301\u0302\u0303 " + "z" + "\u0300" * 500 + " 👩‍👩‍👧‍👦 עברית \u200f(a)\u200f שלום."
)  # fmt: skip


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.docx", "a.akn"])
def test_right_to_left_and_combining_characters(name: str, tmp_path: Path) -> None:
    made = {
        "a.docx": lambda: word(words(SCRIPTS)),
        "a.akn": lambda: AKN.format(SCRIPTS).encode(),
        "a.html": f"<body><p>{SCRIPTS}</p></body>".encode,
    }.get(name, SCRIPTS.encode)()
    found = outcome(write(tmp_path, name, made))
    assert "العامل زيارة الطفل. The carer must ring." in str(found["first"])


@pytest.mark.parametrize(
    "data",
    [
        b"The carer must ring\xff\xfe the child\x80\x81 \xc3\x28 now.",
        "The carer must ring.".encode("utf-16-le") + b"\x00",
        b"\xef\xbb\xbfThe carer must ring \xed\xa0\x80 now.",
        "\ufeffThe carer must ring.".encode("utf-16-le") + b"\xd8",
        b'<?xml version="1.0" encoding="made-up"?><html><body><p>The carer must ring.</p></body></html>',
    ],
    ids=[
        "bytes of no encoding",
        "UTF-16 without mark",
        "half surrogates",
        "UTF-16 cut short",
        "made-up encoding",
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.md", "a.xml"])
def test_invalid_encodings_read_or_say_so(data: bytes, name: str, tmp_path: Path) -> None:
    found = outcome(write(tmp_path, name, data))
    assert "carer must ring" in str(found.get("first")) or name in str(found.get("says"))
