"""Feeds damaged and malicious variants of documents to every importer, and reports what breaks or hangs.

Run: python benchmarks/fuzz_importers.py MINUTES [--seed N] [--keep DIR]

Hypothesis decides what is damaged and how: bytes, marks, numbers, whole elements, the parts of an archive. Every
variant must read or end in a FileError. A variant that raises anything else, or takes more than 20 seconds, is
counted by where it broke, and written to DIR. Exit code 1 when there was any.
"""

import argparse
import faulthandler
import io
import re
import resource
import signal
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import docx
import openpyxl
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from lxml import etree
from reportlab.pdfgen.canvas import Canvas

from policycheck.domain.documents import DocumentKind
from policycheck.errors import FileError
from policycheck.reading import read_duties, read_file

SECONDS = 20  # for one variant; a hundred times what the seeds take
MEMORY = 6 * 1024**3
AT_A_TIME = 200
_MOST_ELEMENTS = 3000
Draw = Callable[..., Any]

TEXT = """Visits Policy

1 Visits

1.1 The social worker must visit the child within 10 working days of the placement, and must:

(a) see the child alone;
(b) write a record—
    (i) on the day, or
    (ii) within 2 days; and

unless the child objects.

Table 1: Stages

Stage | Time
One   | 10 days
"""
MARKDOWN = """---
title: Visits
---
# Visits Policy

## 1 Visits

1.1 The worker **must** visit within 10 days:

- (a) alone;
  1. on the day
  2. later
- (b) with `notes`

> The “SSW” means the supervising social worker (SSW).

| Stage | Time |
|:------|-----:|
| One | [10 days](x) |

Term
: what it means <span>and why</span>
"""
HTML = """<!doctype html><html><head><title>Visits</title><meta charset="utf-8"></head><body><nav>Home</nav><main>
<h1>Visits Policy</h1><h2>1 Visits</h2><p>The worker must visit<br>within 10 days:</p>
<ol type="a" start="3" reversed><li value="7">alone<ol type="i"><li>one</li></ol></li><li>with notes</li></ol>
<table><caption>Table 1</caption><thead><tr><th>Stage</th><th>Time</th></tr></thead>
<tr><td rowspan="2">One</td><td colspan="2">10 days</td></tr><tr><td>x</td></tr></table>
<dl><dt>SSW</dt><dd>worker</dd></dl></main><footer>End</footer></body></html>"""
CLML = """<?xml version="1.0"?><Legislation xmlns="http://www.legislation.gov.uk/namespaces/legislation"
 RestrictExtent="E+W" xmlns:dc="http://purl.org/dc/elements/1.1/"><Metadata><dc:title>Homes Act</dc:title></Metadata>
<Primary><Body><Part><Number>PART 1</Number><Title>Homes</Title><Pblock><Title>Fire</Title>
<P1group Status="Prospective"><Title>Alarms</Title><P1 id="section-1"><Pnumber>1</Pnumber><P1para><P2>
<Pnumber>1</Pnumber>
<P2para><Text>A landlord must—</Text><P3><Pnumber><Repeal>a</Repeal></Pnumber><P3para><Text>
<Repeal>fit</Repeal></Text></P3para></P3>
<Text>and record.</Text></P2para></P2><P2><Pnumber>2</Pnumber><P2para><Text>insert—</Text><BlockAmendment>
<P1><Pnumber>5A</Pnumber>
<P1para><Text>New.</Text></P1para></P1></BlockAmendment><AppendText>.</AppendText>
<UnorderedList Class="Definition"><ListItem><Para>
<Text>“home” means—</Text><OrderedList Type="alpha"><ListItem><Para><Text>a house.</Text></Para></ListItem>
</OrderedList></Para>
</ListItem></UnorderedList></P2para></P2></P1para></P1></P1group></Pblock></Part></Body><Schedules>
<Schedule><Number>SCHEDULE 1</Number>
<TitleBlock><Title>Tests</Title></TitleBlock><ScheduleBody><P1><Pnumber>4</Pnumber><P1para><Tabular><table>
<tr><th>A</th></tr><tr>
<td>b</td></tr></table></Tabular></P1para></P1></ScheduleBody></Schedule></Schedules></Primary>
</Legislation>"""
AKN = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><meta><analysis>
<restriction href="#s1"
 refersTo="#e+w" type="jurisdiction"/></analysis></meta><body>
<part><num>Part 1</num><heading>Homes</heading><section eId="s1"
 class="prospective"><num>1</num><heading>Alarms</heading><subsection><num>1</num><intro><p>A landlord must—</p></intro>
<paragraph>
<num><del>a</del></num><content><p>fit an <term>alarm</term></p></content></paragraph><wrapUp>
<p>and record.</p></wrapUp></subsection>
<subsection><num>2</num><content><p>insert—</p><p><mod><quotedStructure><section><num>5A</num><content>
<p>New.</p></content></section>
</quotedStructure></mod></p><blockList><listIntroduction>In this—</listIntroduction><item>
<p>“home” means—</p><blockList><item><num>a
</num><p>a house</p></item></blockList></item></blockList></content></subsection></section></part>
<hcontainer name="schedule"><num>
SCHEDULE 1</num><paragraph><num>4</num><content><tblock><table><tr><th>A</th></tr><tr><td rowspan="3">b</td></tr>
</table></tblock>
</content></paragraph></hcontainer></body></act></akomaNtoso>"""
CSV = 'Ref,Topic,Requirement,Owner\nS1,Visits,"The worker must visit, and see.",Manager\nS2,,"Keep a ""record"".",\n'
EVIL = (
    "", " ", "\x00", "\ufeff", "\u202e", "\U0001f600", "\ud7ff", "9" * 40, "-1", "0", "99999999", "1e309",
    "NaN", "(" * 60, "[" * 60, "<" * 40, "&" * 40, "&#0;", "&#x110000;", "&amp;", "]]>", "<![CDATA[",
    "<!--", "-->", "<?x", "%s%n", "../" * 9, "\r", "\n\n\n", "\t", "(a)", "(i)", "1.1.1.1.1.1.1.1",
    "iiiiiiiiiiii", "ZZZZ", "|" * 50, "#" * 12, "* " * 30, "> " * 60, "“", "”", "—", ". . . . .",
    "x" * 5000,
)  # fmt: skip


def word_file() -> bytes:
    document, file = docx.Document(), io.BytesIO()
    document.add_heading("Visits Policy", 0)
    for style, text in (
        ("Heading 1", "Visits"),
        ("List Number", "The worker must visit:"),
        ("List Number 2", "alone;"),
        ("List Bullet", "and kindly."),
    ):
        document.add_paragraph(text, style=style)
    table = document.add_table(2, 2)
    for place, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = ("Stage", "Time", "One", "10 days")[place]
    table.cell(0, 0).merge(table.cell(1, 0))
    document.save(file)
    return file.getvalue()


def workbook_file() -> bytes:
    book, file = openpyxl.Workbook(), io.BytesIO()
    for row in (
        ["Ref", "Topic", "Requirement", "Owner"],
        ["S1", "Visits", "Visit.", "Manager"],
        [2.0, None, '="a"&"b"', None],
    ):
        book.active.append(row)
    book.active.merge_cells("B2:B3")
    book.save(file)
    return file.getvalue()


def pdf_file() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pageCompression=0)
    for page in range(2):
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(72, 780, f"{page + 1} Visits")
        canvas.setFont("Helvetica", 10)
        for row, line in enumerate(TEXT.splitlines()):
            canvas.drawString(72, 740 - 14 * row, line)
        for row in range(4):
            canvas.line(72, 300 + 20 * row, 400, 300 + 20 * row)
            canvas.line(72 + 100 * row, 300, 72 + 100 * row, 360)
        canvas.drawString(80, 305, "Stage")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


SEEDS: dict[str, bytes] = {
    "a.txt": TEXT.encode(),
    "a.md": MARKDOWN.encode(),
    "a.mdx": MARKDOWN.encode(),
    "a.html": HTML.encode(),
    "a.xml": CLML.encode(),
    "a.akn": AKN.encode(),
    "a.csv": CSV.encode(),
    "a.docx": word_file(),
    "a.xlsx": workbook_file(),
    "a.pdf": pdf_file(),
}
TOKEN = re.compile(rb"<[^<>]*>|\w+|\s+|.", re.DOTALL)


def damaged_bytes(draw: Draw, data: bytes) -> bytes:
    """Overwrite, cut, repeat or insert stretches of bytes."""
    out = bytearray(data)
    for _ in range(draw(st.integers(1, 6))):
        at = int(draw(st.integers(0, max(len(out) - 1, 0))))
        size = draw(st.sampled_from([1, 1, 2, 8, 60, 400, 4000]))
        action = draw(st.sampled_from(["over", "cut", "repeat", "insert", "end"]))
        if action == "over":
            out[at : at + size] = draw(st.binary(max_size=min(size, 16)))
        elif action == "cut":
            del out[at : at + size]
        elif action == "repeat":
            out[at:at] = out[at : at + size] * draw(st.integers(1, 20))
        elif action == "insert":
            out[at:at] = str(draw(st.sampled_from(EVIL))).encode()
        else:
            del out[max(at, len(out) // 3) :]
    return bytes(out)


def damaged_tokens(draw: Draw, data: bytes) -> bytes:
    """Drop, repeat, swap or replace whole tags and words, so that the result still looks like markup."""
    tokens = TOKEN.findall(data)
    for _ in range(draw(st.integers(1, 8))):
        at = int(draw(st.integers(0, len(tokens) - 1)))
        other = int(draw(st.integers(0, len(tokens) - 1)))
        size = draw(st.sampled_from([1, 1, 3, 12, 80]))
        action = draw(st.sampled_from(["drop", "repeat", "swap", "move", "evil", "deep"]))
        if action == "drop":
            tokens[at : at + size] = [b""]
        elif action == "repeat":
            tokens[at:at] = tokens[at : at + size] * draw(st.integers(1, 12))
        elif action == "swap":
            tokens[at], tokens[other] = tokens[other], tokens[at]
        elif action == "move":
            tokens[other:other] = tokens[at : at + size]
        elif action == "evil":
            tokens[at] = str(draw(st.sampled_from(EVIL))).encode()
        else:
            tokens[at] = tokens[at] * draw(st.sampled_from([40, 120, 300]))
    return b"".join(tokens)


def damaged_tree(draw: Draw, data: bytes) -> bytes:  # noqa: PLR0912 one branch for each kind of damage
    """Drop, repeat, move, rename or refill elements; the result is well formed."""
    try:
        root = etree.fromstring(data, etree.XMLParser(recover=True))
    except etree.XMLSyntaxError:
        return data
    if root is None:
        return data
    for _ in range(draw(st.integers(1, 8))):
        elements = [one for one in root.iter() if isinstance(one.tag, str)]
        one = elements[draw(st.integers(0, len(elements) - 1))]
        other = elements[draw(st.integers(0, len(elements) - 1))]
        parent = one.getparent()
        action = draw(st.sampled_from(["drop", "repeat", "move", "rename", "text", "attribute", "deep"]))
        if action == "rename":
            one.tag = other.tag
        elif action == "text":
            one.text = plain(draw(st.sampled_from(EVIL)))
        elif action == "attribute" and one.attrib:
            one.set(draw(st.sampled_from(sorted(one.attrib))), plain(draw(st.sampled_from(EVIL))))
        elif parent is None:
            continue
        elif action == "drop":
            parent.remove(one)
        elif action == "repeat" and len(elements) < _MOST_ELEMENTS:
            for _ in range(draw(st.integers(1, 12))):
                parent.insert(0, deepcopy(one))
        elif action == "move" and not any(above is one for above in (other, *other.iterancestors())):
            other.append(one)
        elif action == "deep":
            inner = one
            for _ in range(draw(st.sampled_from([3, 20, 60]))):
                inner = etree.SubElement(inner, one.tag, dict(one.attrib))
                inner.text = one.text
    return bytes(etree.tostring(root))


def plain(text: str) -> str:
    """Return what XML can hold of `text`."""
    return "".join(letter for letter in text if letter >= " " and letter not in "\ud7ff\ufffe\uffff")


def damaged_archive(draw: Draw, data: bytes) -> bytes:
    """Damage one part of an archive and pack it again, so that its checksums hold."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    names = sorted(name for name in parts if name.endswith((".xml", ".rels")))
    likely = [
        name
        for name in names
        if name.endswith(("document.xml", "numbering.xml", "sheet1.xml", "styles.xml", "workbook.xml"))
    ]
    name = str(draw(st.sampled_from(likely * 4 + names)))
    parts[name] = draw(st.sampled_from([damaged_tokens, damaged_tree, damaged_tree]))(draw, parts[name])
    if draw(st.integers(0, 30)) == 0:
        del parts[str(draw(st.sampled_from(names)))]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return file.getvalue()


@st.composite
def variants(draw: Draw) -> tuple[str, bytes]:
    """Draw a file name and damaged content; now and then under another format's name."""
    name = str(draw(st.sampled_from(sorted(SEEDS))))
    data = SEEDS[name]
    way = draw(st.sampled_from(["bytes", "tokens", "tree", "tree", "both"]))
    if way != "bytes" and data.startswith(b"PK"):
        data = damaged_archive(draw, data)
    elif way == "tree" and name.endswith((".xml", ".akn", ".html")):
        data = damaged_tree(draw, data)
    elif way != "bytes":
        data = damaged_tokens(draw, data)
    if way in {"bytes", "both"}:
        data = damaged_bytes(draw, data)
    if draw(st.integers(0, 12)) == 0:
        name = str(draw(st.sampled_from(sorted(SEEDS))))
    return name, data


class Hang(BaseException):
    """A variant took too long."""


def too_slow(_signal: int, _frame: object) -> None:
    raise Hang


class Tally:
    """Counts outcomes, and the failures by where they broke."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.outcomes: Counter[str] = Counter()
        self.failures: Counter[str] = Counter()
        self.slowest = (0.0, "")

    def try_one(self, name: str, data: bytes) -> None:
        path = self.folder / name
        path.write_bytes(data)
        started = time.process_time()
        signal.alarm(SECONDS)
        faulthandler.dump_traceback_later(3 * SECONDS, exit=True)  # a library that never comes back
        try:
            read_duties(read_file(path, kind=DocumentKind.POLICY))
            self.outcomes[f"{name} read"] += 1
        except FileError as error:
            self.outcomes[f"{name} {type(error).__name__}"] += 1
        except (Exception, Hang) as error:
            self._keep(name, data, error)
        finally:
            signal.alarm(0)
            faulthandler.cancel_dump_traceback_later()
        self.slowest = max(self.slowest, (time.process_time() - started, name))

    def _keep(self, name: str, data: bytes, error: BaseException) -> None:
        ours = [
            frame for frame in traceback.extract_tb(error.__traceback__) if "policycheck" in frame.filename
        ]
        place = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "?"
        key = f"{type(error).__name__} at {place}: {str(error)[:100]}"
        self.failures[key] += 1
        if self.failures[key] == 1:
            kept = self.folder / f"failure-{len(self.failures)}-{name}"
            kept.write_bytes(data)
            print(f"{key}\n  kept as {kept}", file=sys.stderr, flush=True)


def rounds(minutes: float, first: int) -> Iterator[int]:
    """Yield seeds until the time is up."""
    end = time.monotonic() + 60 * minutes
    number = first
    while time.monotonic() < end:
        yield number
        number += 1


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("minutes", type=float)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=None)
    asked = parser.parse_args()
    folder = asked.keep or Path(tempfile.mkdtemp(prefix="fuzz-"))
    folder.mkdir(parents=True, exist_ok=True)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGALRM, too_slow)
    tally = Tally(folder)
    for number in rounds(asked.minutes, asked.seed):

        @seed(number)
        @settings(
            max_examples=AT_A_TIME,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(variants())
        def one_round(variant: tuple[str, bytes]) -> None:
            tally.try_one(*variant)

        one_round()
    for outcome, count in sorted(tally.outcomes.items()):
        print(f"{count:8}  {outcome}")
    total = sum(tally.outcomes.values()) + sum(tally.failures.values())
    print(
        f"{total} variants in {asked.minutes:g} minutes; slowest {tally.slowest[0]:.1f} s ({tally.slowest[1]})"
    )
    for failure, count in tally.failures.most_common():
        print(f"{count:8}  FAILURE {failure}")
    return 1 if tally.failures else 0


if __name__ == "__main__":
    sys.exit(main())
