"""Turns the dashed tables that pandoc writes into pipe tables, which every Markdown reader knows."""

import re
from collections.abc import Sequence

_RULE = re.compile(r"^\s*-{3,}(?:\s+-{3,})+\s*$")
_FULL_RULE = re.compile(r"^\s*-{3,}\s*$")
_DASHES_ONLY = re.compile(r"^[\\\-\s]*$")
_MOST_LINES = 500  # of one table; a longer one is no table


def with_pipe_tables(source: str) -> str:
    """Return `source` with each dashed table replaced by a pipe table; everything else stays as it is."""
    lines = source.split("\n")
    out: list[str] = []
    index = 0
    while index < len(lines):
        if not _RULE.match(lines[index]):
            out.append(lines[index])
            index += 1
            continue
        header = [out.pop()] if out and out[-1].strip() and not _FULL_RULE.match(out[-1]) else []
        end, sections = _sections(lines, index, headed=bool(header))
        out += ["", *_pipe_table(lines[index], header, sections), ""]
        index = end
    return "\n".join(out)


def _sections(lines: Sequence[str], start: int, *, headed: bool) -> tuple[int, list[list[str]]]:
    """Return (line after the table, its lines between rules)."""
    sections: list[list[str]] = [[]]
    index = start + 1
    while index < len(lines) and index - start < _MOST_LINES:
        line = lines[index]
        if _RULE.match(line) or _FULL_RULE.match(line):
            index += 1
            follows = index < len(lines) and lines[index].strip()
            if headed or not follows or len(sections) > 1:
                return index, sections
            sections.append([])
            continue
        if headed and not line.strip():
            return index, sections
        sections[-1].append(line)
        index += 1
    return index, sections


def _pipe_table(rule: str, header: Sequence[str], sections: Sequence[Sequence[str]]) -> list[str]:
    starts = [found.start() for found in re.finditer(r"-+", rule)]
    rows = [_cells(line, starts) for section in sections for line in _logical(section)]
    heading = _cells(header[0], starts) if header else []
    if not heading and len(sections) > 1 and sections[0]:
        heading, rows = rows[0], rows[1:]
    if not heading and len(rows) > 1 and all(_DASHES_ONLY.match(cell) for cell in rows[1]):
        heading, rows = rows[0], rows[2:]
    heading = heading or [""] * len(starts)
    return [_pipes(heading), _pipes(["---"] * len(starts)), *(_pipes(row) for row in rows)]


def _logical(section: Sequence[str]) -> list[str]:
    """Join the lines of a row where blank lines set the rows apart."""
    if not any(not line.strip() for line in section[:-1]):
        return [line for line in section if line.strip()]
    rows: list[list[str]] = [[]]
    for line in section:
        if line.strip():
            rows[-1].append(line)
        elif rows[-1]:
            rows.append([])
    return ["\n".join(row) for row in rows if row]


def _cells(row: str, starts: Sequence[int]) -> list[str]:
    ends = [*starts[1:], None]
    parts = [
        [line[start:end].strip() for line in row.split("\n")] for start, end in zip(starts, ends, strict=True)
    ]
    return [" ".join(piece for piece in pieces if piece) for pieces in parts]


def _pipes(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
