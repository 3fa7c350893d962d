"""Read a recipe text: one line per clause, each with the reference a reader would cite."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

TEXTS = Path(__file__).parent / "texts"
_CLAUSE = re.compile(r"^\[(?P<ref>[^\]]+)\] (?P<text>.+)$")
_NUMBERED_HEADING = re.compile(r"^(?P<number>\d+) (?P<text>.+)$")


@dataclass(frozen=True, slots=True)
class Block:
    """One line of a text.

    `kind` is heading, section, clause, item, definition, paragraph, bullet, table, head or row.
    """

    kind: str
    ref: str
    text: str
    cells: tuple[str, ...] = ()

    @property
    def is_clause(self) -> bool:
        """Whether a reader can cite this block; headings, captions and table heads are not clauses."""
        return self.kind in {"clause", "item", "definition", "paragraph", "bullet", "row"}

    @property
    def label(self) -> str:
        """The number printed beside the clause: `(1)`, `(a)`, `3.4`, or nothing for an unnumbered one."""
        if self.kind in {"clause", "item"}:
            inner = re.search(r"\([^()]+\)$", self.ref)
            if inner:
                return inner.group()
            return self.ref if "." in self.ref else ""
        return self.ref if self.kind == "section" else ""


@dataclass(frozen=True, slots=True)
class SampleText:
    """One document of the corpus, before it has a file format."""

    name: str
    title: str
    note: str
    blocks: tuple[Block, ...]

    def refs(self) -> dict[str, str]:
        """Every citable reference with its text; raises ValueError where a reference occurs twice."""
        found: dict[str, str] = {}
        for block in self.blocks:
            if block.is_clause and found.setdefault(block.ref, block.text) is not block.text:
                raise ValueError(f"{self.name}: {block.ref} is used twice; give each clause its own")
        return found


def read_text(name: str) -> SampleText:
    """Read `texts/<name>.txt`; raises ValueError naming the line that has no known form."""
    lines = (TEXTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    title = lines[0].removeprefix("title: ")
    note = lines[1].removeprefix("note: ")
    return SampleText(name, title, note, tuple(_blocks(name, lines[2:])))


def _blocks(name: str, lines: list[str]) -> list[Block]:
    blocks: list[Block] = []
    heading, ordinal, table, row = "", 0, "", 0
    for number, line in enumerate(lines, start=3):
        block = _block(line)
        if block is None:
            raise ValueError(f"{name}.txt, line {number}: this line has no known form: {line!r}")
        if block.kind in {"heading", "section"}:
            heading, ordinal = block.text, 0
        elif block.kind in {"paragraph", "bullet"}:
            ordinal += 1
            block = Block(block.kind, f"{heading} ¶{ordinal}", block.text)
        elif block.kind == "table":
            table, row = block.text.split(":")[0], 0
        elif block.kind == "row":
            row += 1
            block = Block("row", f"{table} row {row}", block.text, block.cells)
        blocks.append(block)
    return blocks


def _block(line: str) -> Block | None:
    for start, kind in (("# ", "heading"), ("## ", "section"), ("[p] ", "paragraph"), ("[-] ", "bullet")):
        if line.startswith(start):
            return _section(line[3:]) if kind == "section" else Block(kind, "", line.removeprefix(start))
    for start in ("table", "head", "row"):
        if line.startswith(f"{start}: "):
            text = line.removeprefix(f"{start}: ")
            return Block(start, "", text, tuple(cell.strip() for cell in text.split("|")))
    return _clause(line)


def _section(line: str) -> Block | None:
    match = _NUMBERED_HEADING.match(line)
    return Block("section", match["number"], match["text"]) if match else None


def _clause(line: str) -> Block | None:
    match = _CLAUSE.match(line)
    if match is None:
        return None
    ref = match["ref"]
    kind = "definition" if ref.endswith('"') else "item" if re.search(r"\([a-z]\)$", ref) else "clause"
    return Block(kind, ref, match["text"])
