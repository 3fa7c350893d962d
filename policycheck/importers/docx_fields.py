"""Follows the fields inside a Word paragraph, and counts those (LISTNUM) that print a number of a list."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from policycheck.importers.docx_package import w
from policycheck.importers.number_formats import format_number
from policycheck.importers.office_text import ListPosition

_LISTNUM = re.compile(r'^\s*LISTNUM\b\s*(?:"([^"]*)"|([^\s\\]+))?(.*)$', re.IGNORECASE | re.DOTALL)
_LEVEL = re.compile(r"\\l\s*(\d)", re.IGNORECASE)
_START = re.compile(r"\\s\s*(\d{1,5})", re.IGNORECASE)
_NUMBERS = ("decimal", "lowerLetter", "lowerRoman")
# The three lists every Word file has: (number format, pattern) of each level.
_BUILT_IN: dict[str, list[tuple[str, str]]] = {
    "numberdefault": [(style, mark) for mark in ("{})", "({})", "{}.") for style in _NUMBERS],
    "outlinedefault": [
        ("upperRoman", "{}."),
        ("upperLetter", "{}."),
        ("decimal", "{}."),
        ("lowerLetter", "{})"),
        ("decimal", "({})"),
        *[("lowerLetter", "({})"), ("lowerRoman", "({})")] * 2,
    ],
    "legaldefault": [("decimal", "{}.")] * 9,
}

NamedList = Callable[[str, int, int | None], str | None]
"""(name of a list of the document, level from 0, start or None) -> the number printed, None for no such list."""


class ListFields:
    """The running counters of a document's LISTNUM fields.

    A field without a list name in a numbered paragraph counts one level below the paragraph's number and
    begins again in the next numbered paragraph.
    """

    def __init__(self, named: NamedList) -> None:
        self._named = named
        self._counters: dict[str, dict[int, int]] = {}

    def enter(self, position: ListPosition | None) -> None:
        """Begin a paragraph."""
        if position is not None:
            self._counters.pop("", None)

    def number(self, instruction: str, position: ListPosition | None) -> str:
        """Return what the field prints; "" where it is not a LISTNUM field."""
        found = _LISTNUM.match(instruction)
        if found is None:
            return ""
        name = (found.group(1) or found.group(2) or "").lower()
        asked, start = _LEVEL.search(found.group(3)), _START.search(found.group(3))
        first = int(start.group(1)) if start else None
        below = position.level + 1 if position is not None and not name else 0
        level = max(0, min(int(asked.group(1)) - 1 if asked else below, 8))
        if name and name not in _BUILT_IN:
            return self._named(name, level, first) or ""
        key = name or ("" if position is not None else "numberdefault")
        counters = self._counters.setdefault(key, {})
        counters[level] = first if first is not None else counters.get(level, 0) + 1
        for deeper in [index for index in counters if index > level]:
            del counters[deeper]
        return _printed(name or "numberdefault", counters, level)


@dataclass(slots=True)
class FieldState:
    """The fields open at one place of a paragraph; words inside a field's instruction do not print."""

    _open: list[list[str]] = field(default_factory=list)  # the instruction so far; [] once the result began
    _in_result: list[bool] = field(default_factory=list)

    @property
    def silent(self) -> bool:
        return not all(self._in_result)

    def read(self, element: etree._Element) -> str:
        """Take a `w:fldChar` or `w:instrText`; return the instruction of a field that ends without a result."""
        if element.tag == w("instrText"):
            if self._open:
                self._open[-1].append(element.text or "")
            return ""
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            self._open.append([])
            self._in_result.append(False)
        elif kind == "separate" and self._open:
            self._in_result[-1] = True
        elif kind == "end" and self._open:
            instruction, had_result = "".join(self._open.pop()), self._in_result.pop()
            return "" if had_result else instruction
        return ""


def _printed(name: str, counters: dict[int, int], level: int) -> str:
    if name == "legaldefault":
        return "".join(f"{counters.get(index, 1)}." for index in range(level + 1))
    style, pattern = _BUILT_IN[name][level]
    return pattern.format(format_number(counters[level], style))
