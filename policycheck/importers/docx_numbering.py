"""Works out the numbers that Word computes and prints in front of paragraphs (ECMA-376 part 1, 17.9)."""

import re
from dataclasses import dataclass

from lxml import etree

from policycheck.importers.docx_package import switch, value, w
from policycheck.importers.docx_styles import Styles
from policycheck.importers.number_formats import format_number
from policycheck.importers.office_text import ListPosition

_LEVELS = 9
_PLACEHOLDER = re.compile(r"%([1-9])")
_FORMAT_CHILD = ".//" + w("numFmt")


@dataclass(slots=True)
class _List:
    """One `w:num` with the abstract list it draws on."""

    number: etree._Element
    abstract_id: str
    levels: dict[int, etree._Element]
    starts: dict[int, int]  # start overrides by level


class Numbering:
    """The running counters of a document; ask `position` once for every paragraph, in document order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, etree._Element] = {}
        self._by_style_link: dict[str, str] = {}
        self._lists: dict[str, _List] = {}
        self._by_name: dict[str, str] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._overrides_used: set[tuple[str, int]] = set()
        if root is None:
            return
        for abstract in root.findall(w("abstractNum")):
            abstract_id = abstract.get(w("abstractNumId"), "")
            self._abstract[abstract_id] = abstract
            link = value(abstract, "styleLink")
            if link:
                self._by_style_link[link] = abstract_id
        for number in root.findall(w("num")):
            resolved = self._resolve(number)
            if resolved is not None:
                list_id = number.get(w("numId"), "")
                self._lists[list_id] = resolved
                name = value(self._abstract[resolved.abstract_id], "name")
                if name:
                    self._by_name.setdefault(name.lower(), list_id)

    def position(self, paragraph: etree._Element) -> ListPosition | None:
        """Advance the counters for `paragraph` and return what it shows; None where it is not numbered."""
        found = self._reference(paragraph)
        if found is None:
            return None
        list_id, level = found
        entry = self._lists.get(list_id)
        if entry is None or level not in entry.levels:
            return None
        counters = self._advance(list_id, entry, level)
        definition = entry.levels[level]
        if _number_format(definition) == "bullet":
            return ListPosition(label="", level=level, bullet=True)
        return ListPosition(label=_label(entry, counters, level), level=level, bullet=False)

    def named(self, name: str, level: int, start: int | None) -> str | None:
        """Advance the list of this name for a field inside a paragraph and return the number it prints.

        `level` counts from 0; `start` sets the number. None where no list has the name.
        """
        entry = self._lists.get(self._by_name.get(name.lower(), ""))
        if entry is None or level not in entry.levels:
            return None
        counters = self._advance(self._by_name[name.lower()], entry, level)
        if start is not None:
            counters[level] = start
        return _label(entry, counters, level)

    def _resolve(self, number: etree._Element) -> _List | None:
        abstract_id = value(number, "abstractNumId") or ""
        abstract = self._abstract.get(abstract_id)
        if abstract is None:
            return None
        target = self._linked(value(abstract, "numStyleLink"))
        if target is not None:
            abstract_id, abstract = target, self._abstract[target]
        levels = {_index(level): level for level in abstract.findall(w("lvl"))}
        starts: dict[int, int] = {}
        for override in number.findall(w("lvlOverride")):
            replacement = override.find(w("lvl"))
            if replacement is not None:
                levels[_index(override)] = replacement
            start = value(override, "startOverride")
            if start is not None:
                starts[_index(override)] = _integer(start, 1)
        return _List(number, abstract_id, levels, starts)

    def _linked(self, style_id: str | None) -> str | None:
        """Return the id of the abstract list that a list style stands for."""
        if not style_id:
            return None
        if style_id in self._by_style_link:
            return self._by_style_link[style_id]
        style = next(self._styles.chain(style_id), None)
        list_id = value(style.find(f"{w('pPr')}/{w('numPr')}"), "numId") if style is not None else None
        entry = self._lists.get(list_id or "")
        return entry.abstract_id if entry is not None else None

    def _reference(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """Return (list id, level): each the paragraph's own, else what its style and that style's bases say.

        The level whose definition names the style goes before the level that the style itself gives.
        """
        properties = paragraph.find(w("pPr"))
        own = properties.find(w("numPr")) if properties is not None else None
        list_id, level = value(own, "numId"), value(own, "ilvl")
        given = level is not None
        if list_id is None or level is None:
            walked: list[str] = []
            for style in self._styles.chain(self._styles.paragraph_style(paragraph)):
                walked.append(style.get(w("styleId"), ""))
                inherited = style.find(f"{w('pPr')}/{w('numPr')}")
                level = level if level is not None else value(inherited, "ilvl")
                list_id = list_id if list_id is not None else value(inherited, "numId")
                if list_id is not None and value(inherited, "numId") is not None:
                    break
            if not given and list_id is not None:
                level = self._level_of_style(list_id, walked) or level
        if list_id is None or list_id == "0":
            return None
        return list_id, _integer(level, 0)

    def _level_of_style(self, list_id: str, styles: list[str]) -> str | None:
        """Return the level of the list that is tied to the first of the styles that is tied to one."""
        entry = self._lists.get(list_id)
        tied = {value(level, "pStyle"): str(index) for index, level in entry.levels.items()} if entry else {}
        return next((tied[style] for style in styles if style in tied), None)

    def _advance(self, list_id: str, entry: _List, level: int) -> dict[int, int]:
        counters = self._counters.setdefault(entry.abstract_id, {})
        if level in entry.starts and (list_id, level) not in self._overrides_used:
            self._overrides_used.add((list_id, level))
            counters[level] = entry.starts[level]
        elif level in counters:
            counters[level] += 1
        else:
            counters[level] = _start(entry, level)
        for deeper in [index for index in counters if index > level and _restarts(entry, index, level)]:
            del counters[deeper]
        for higher in range(level):
            counters.setdefault(higher, _start(entry, higher))
        return counters


def _label(entry: _List, counters: dict[int, int], level: int) -> str:
    definition = entry.levels[level]
    pattern = value(definition, "lvlText") or ""
    legal = bool(switch(definition, "isLgl"))

    def number(found: re.Match[str]) -> str:
        index = int(found.group(1)) - 1
        style = _number_format(entry.levels.get(index))
        if style == "bullet":
            return ""
        # Legal numbering prints the numbers of all levels in figures, whatever their own format.
        plain = legal and style not in {"none", "decimalZero"}
        return format_number(counters.get(index, 1), "decimal" if plain else style)

    return _PLACEHOLDER.sub(number, pattern).rstrip()


def _number_format(level: etree._Element | None) -> str:
    found = level.find(_FORMAT_CHILD) if level is not None else None
    if found is None:
        return "decimal"
    style = found.get(w("val"), "decimal")
    # A custom format shows how it counts: "001, 002, 003, ...".
    return found.get(w("format"), "decimal").split(",")[0].strip() if style == "custom" else style


def _restarts(entry: _List, deeper: int, used: int) -> bool:
    """Whether level `deeper` starts afresh after level `used` (both from 0)."""
    rule = value(entry.levels.get(deeper), "lvlRestart")
    return rule is None or used < _integer(rule, _LEVELS)


def _start(entry: _List, level: int) -> int:
    if level in entry.starts:
        return entry.starts[level]
    return _integer(value(entry.levels.get(level), "start"), 1)


def _index(element: etree._Element) -> int:
    return _integer(element.get(w("ilvl")), 0)


def _integer(text: str | None, default: int) -> int:
    try:
        return int(text) if text is not None else default
    except ValueError:
        return default
