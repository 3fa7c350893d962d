"""Finds list marks that only their order shows: "a. the child agrees", "ii. the school", "2. keep a log"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from policycheck.importers.pdf_lines import Line

_MARK = re.compile(
    r"^(?P<core>[a-z]|[ivx]{2,5}|\d{1,2})\.\s(?=[^\s\d])|^(?P<letter>[a-z]|[ivx]{2,5})\.\s(?=\S)"
)
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_OPENS = (":", "—", "–", ";", ",", "-")
_REACH = 200  # lines from one mark of a list to the next


@dataclass(slots=True)
class _Run:
    """A list being followed: the mark that comes next, in every way to read the last one."""

    following: set[str]
    last: int


def with_typed_marks(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """Return the lines with a tab after each mark that its list makes one.

    A line may begin with "a." or "2." by chance; not in order, first below words that open a list.
    """
    lines = [line for page in pages for line in page]
    marks = {place: _core(line) for place, line in enumerate(lines) if _core(line)}
    listed = _in_order(lines, marks)
    starts = {lines[place].start for place in listed}
    return [[_tabbed(line) if line.start in starts else line for line in page] for page in pages]


def _core(line: Line) -> str:
    found = _MARK.match(line.text) if "\t" not in line.text[:6] else None
    return (found.group("core") or found.group("letter")) if found else ""


def _in_order(lines: Sequence[Line], marks: dict[int, str]) -> set[int]:
    listed: set[int] = set()
    runs: list[_Run] = []
    places = sorted(marks)
    for index, place in enumerate(places):
        core = marks[place]
        while runs and place - runs[-1].last > _REACH:
            runs.pop()
        depth = next((at for at in reversed(range(len(runs))) if core in runs[at].following), None)
        if depth is not None:
            del runs[depth + 1 :]
            runs[depth] = _Run(_after(core), place)
            listed.add(place)
        elif core in {"a", "i", "1"} and place and _opens_list(lines[place - 1]):
            later = [marks[other] for other in places[index + 1 :] if other - place <= _REACH]
            if _after(core) & set(later):
                runs.append(_Run(_after(core), place))
                listed.add(place)
    return listed


def _opens_list(line: Line) -> bool:
    words = line.text.rstrip()
    return words.endswith(_OPENS) or words.endswith((" and", " or"))


def _after(core: str) -> set[str]:
    if core.isdigit():
        return {str(int(core) + 1)}
    following = set()
    if len(core) == 1 and core != "z":
        following.add(chr(ord(core) + 1))
    if core in _ROMAN[:-1]:
        following.add(_ROMAN[_ROMAN.index(core) + 1])
    return following


def _tabbed(line: Line) -> Line:
    mark, _, words = line.text.partition(" ")
    return replace(line, text=f"{mark}\t{words}")
