"""Works out the numbers that OpenDocument lists and headings print (OpenDocument 1.3, part 3, lists)."""

import re
from dataclasses import dataclass, field

from lxml import etree

from policycheck.importers.number_formats import format_number
from policycheck.importers.odt_package import q
from policycheck.importers.odt_styles import OdtStyles
from policycheck.importers.office_text import ListPosition

_FORMATS = {"1": "decimal", "a": "lowerColumn", "A": "upperColumn", "i": "lowerRoman", "I": "upperRoman"}
_DOUBLED = {"a": "lowerLetter", "A": "upperLetter"}  # aa, bb, cc after z
_PLACEHOLDER = re.compile(r"%(\d{1,2})%")
_NUMBERED = frozenset({q("text:list-level-style-number"), q("text:outline-level-style")})
_DEEPEST = 10


@dataclass(slots=True)
class OpenList:
    """One level of a list that is being read.

    `counters` (level -> number) are shared by a list, its sublists and the lists that continue it. `restart`
    says that the next number of this level begins afresh; `sublists` counts those of the item being read.
    """

    style: str
    level: int
    counters: dict[int, int]
    restart: bool = False
    item_style: str = ""
    start: int | None = None  # of the item being read
    awaits_label: bool = False
    sublists: int = 0


@dataclass(slots=True)
class OdtNumbering:
    """The running counters of a document; lists are opened and closed as they are met, in order."""

    styles: OdtStyles
    _open: list[OpenList] = field(default_factory=list)
    _by_id: dict[str, dict[int, int]] = field(default_factory=dict)
    _last: OpenList | None = None
    _outline: dict[int, int] = field(default_factory=dict)
    _stacks: list[list[OpenList]] = field(default_factory=list)

    def open_list(self, element: etree._Element) -> None:
        """Enter a `text:list`."""
        parent = self._open[-1] if self._open else None
        name = element.get(q("text:style-name"))
        goes_on = element.get(q("text:continue-numbering"))
        if parent is None:
            opened = OpenList(name or "", 0, self._counters_for(element, name or "", goes_on == "true"))
            self._last = opened
        else:
            parent.sublists += 1
            parent.awaits_label = False  # words after a sublist go on with the item and are not numbered
            restart = parent.restart or parent.sublists > 1 if goes_on is None else goes_on != "true"
            style = name or parent.item_style or parent.style
            opened = OpenList(style, parent.level + 1, parent.counters, restart)
        identity = element.get(q("xml:id"))
        if identity:
            self._by_id[identity] = opened.counters
        self._open.append(opened)

    def open_item(self, item: etree._Element) -> None:
        """Enter a `text:list-item`, whose first paragraph carries the number, or a `text:list-header`."""
        current = self._open[-1]
        current.sublists = 0
        current.awaits_label = item.tag == q("text:list-item")
        current.item_style = item.get(q("text:style-override")) or ""
        current.start = _whole(item.get(q("text:start-value")))

    def close_list(self) -> None:
        """Leave the list that was entered last."""
        self._open.pop()

    def set_aside(self) -> None:
        """Begin a place with lists of its own (a cell, a text box, a note)."""
        self._stacks.append(self._open)
        self._open = []

    def take_up(self) -> None:
        """Leave such a place and go on with the lists around it."""
        self._open = self._stacks.pop()

    @property
    def depth(self) -> int:
        """How many lists are open."""
        return len(self._open)

    def position(self, paragraph: etree._Element) -> ListPosition | None:
        """Count `paragraph` and return what it shows; None where it has no number.

        Only the first paragraph of a list item is numbered. A heading outside lists is counted by the
        outline style.
        """
        if not self._open:
            return self._heading_position(paragraph) if paragraph.tag == q("text:h") else None
        current = self._open[-1]
        if not current.awaits_label:
            return None
        current.awaits_label = False
        said = self.styles.list_style(paragraph)
        style = self._list(current.item_style or current.style or said or "")
        levels = _levels(style)
        level = current.level
        if level not in levels:
            return None
        _count(current.counters, levels, level, start=current.start, restart=current.restart)
        for opened in self._open:
            opened.restart = False
        current.start = None
        return _shown(levels, current.counters, level)

    def _heading_position(self, heading: etree._Element) -> ListPosition | None:
        said = self.styles.list_style(heading)
        unnumbered = heading.get(q("text:is-list-header")) == "true" or said == ""
        level = _whole(heading.get(q("text:outline-level"))) or 1
        levels = _levels(self.styles.outline if not said else self._list(said))
        definition = levels.get(level - 1)
        if unnumbered or definition is None or not _counts(definition):
            return None
        restart = heading.get(q("text:restart-numbering")) == "true"
        start = _whole(heading.get(q("text:start-value"))) if restart else None
        _count(self._outline, levels, level - 1, start=start, restart=restart)
        return _shown(levels, self._outline, level - 1)

    def _counters_for(self, element: etree._Element, style: str, goes_on: bool) -> dict[int, int]:
        if style == "Outline" and "Outline" not in self.styles.lists:
            return self._outline
        continued = element.get(q("text:continue-list"))
        if continued and continued in self._by_id:
            return self._by_id[continued]
        if goes_on and self._last is not None and self._last.style == style:
            return self._last.counters
        return {}

    def _list(self, name: str) -> etree._Element | None:
        found = self.styles.lists.get(name)
        return self.styles.outline if found is None and name == "Outline" else found


def _levels(style: etree._Element | None) -> dict[int, etree._Element]:
    """Map each level from 0 to its definition."""
    levels: dict[int, etree._Element] = {}
    for child in style if style is not None else ():
        level = _whole(child.get(q("text:level")))
        if level is not None and 1 <= level <= _DEEPEST:
            levels[level - 1] = child
    return levels


def _count(
    counters: dict[int, int],
    levels: dict[int, etree._Element],
    level: int,
    *,
    start: int | None,
    restart: bool,
) -> None:
    first = _start(levels.get(level))
    if start is not None:
        counters[level] = start
    elif restart or level not in counters:
        counters[level] = first
    else:
        counters[level] += 1
    for deeper in [index for index in counters if index > level]:
        del counters[deeper]
    for higher in range(level):
        counters.setdefault(higher, _start(levels.get(higher)))


def _shown(levels: dict[int, etree._Element], counters: dict[int, int], level: int) -> ListPosition:
    definition = levels[level]
    if definition.tag not in _NUMBERED:
        return ListPosition(label="", level=level, bullet=True)
    return ListPosition(label=_label(levels, counters, level), level=level, bullet=False)


def _label(levels: dict[int, etree._Element], counters: dict[int, int], level: int) -> str:
    definition = levels[level]
    if not _counts(definition):
        return ""
    pattern = definition.get(q("style:num-list-format")) or definition.get(q("loext:num-list-format"))
    if pattern is not None:
        return _PLACEHOLDER.sub(
            lambda found: _printed(levels, counters, int(found.group(1)) - 1), pattern
        ).strip()
    shown = min(_whole(definition.get(q("text:display-levels"))) or 1, level + 1)
    numbers = [_printed(levels, counters, index) for index in range(level + 1 - shown, level + 1)]
    prefix, suffix = definition.get(q("style:num-prefix"), ""), definition.get(q("style:num-suffix"), "")
    return f"{prefix}{'.'.join(number for number in numbers if number)}{suffix}".strip()


def _printed(levels: dict[int, etree._Element], counters: dict[int, int], level: int) -> str:
    definition = levels.get(level)
    if definition is None or not _counts(definition):
        return ""
    code = definition.get(q("style:num-format"), "")
    doubled = definition.get(q("style:num-letter-sync")) == "true" and code in _DOUBLED
    style = _DOUBLED[code] if doubled else _FORMATS.get(code, "decimal")
    return format_number(counters.get(level, 1), style)


def _counts(definition: etree._Element) -> bool:
    """Whether a level prints a number at all."""
    return definition.tag in _NUMBERED and bool(definition.get(q("style:num-format")))


def _start(definition: etree._Element | None) -> int:
    said = _whole(definition.get(q("text:start-value"))) if definition is not None else None
    return 1 if said is None else said


def _whole(text: str | None) -> int | None:
    return int(text) if text is not None and re.fullmatch(r"\d{1,6}", text) else None
