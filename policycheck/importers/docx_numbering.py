"""Works out the numbers that Word computes and prints in front of paragraphs (ECMA-376 part 1, 17.9)."""

import re
from dataclasses import dataclass

from lxml import etree

from policycheck.importers.docx_package import switch, value, w
from policycheck.importers.docx_styles import Styles
from policycheck.importers.number_formats import format_number

_LEVELS = 9
_PLACEHOLDER = re.compile(r"%([1-9])")
_FORMAT_CHILD = ".//" + w("numFmt")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPosition:
    """What a numbered paragraph shows: its label as printed ("" for a bullet) and its level from 0."""

    label: str
    level: int
    bullet: bool


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
                self._lists[number.get(w("numId"), "")] = resolved

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

    def _resolve(self, number: etree._Element) -> _List | None:
        abstract_id = value(number, "abstractNumId") or ""
        abstract = self._abstract.get(abstract_id)
        if abstract is None:
            return None
        target = self._by_style_link.get(value(abstract, "numStyleLink") or "")
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

    def _reference(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """Return (list id, level): the paragraph's own, else what its style and that style's bases say."""
        properties = paragraph.find(w("pPr"))
        own = properties.find(w("numPr")) if properties is not None else None
        list_id, level = value(own, "numId"), value(own, "ilvl")
        if list_id is None:
            for style in self._styles.chain(self._styles.paragraph_style(paragraph)):
                inherited = style.find(f"{w('pPr')}/{w('numPr')}")
                list_id = value(inherited, "numId")
                level = level if level is not None else value(inherited, "ilvl")
                if list_id is not None:
                    if level is None:
                        level = self._level_of_style(list_id, style.get(w("styleId"), ""))
                    break
        if list_id is None or list_id == "0":
            return None
        return list_id, _integer(level, 0)

    def _level_of_style(self, list_id: str, style_id: str) -> str | None:
        """Return the level of the list that is tied to the style, as text."""
        entry = self._lists.get(list_id)
        for index, level in entry.levels.items() if entry is not None else ():
            if value(level, "pStyle") == style_id:
                return str(index)
        return None

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
        # Legal numbering prints the numbers of higher levels in figures, whatever their own format.
        return format_number(counters.get(index, 1), "decimal" if legal and style != "none" else style)

    return _PLACEHOLDER.sub(number, pattern).rstrip()


def _number_format(level: etree._Element | None) -> str:
    found = level.find(_FORMAT_CHILD) if level is not None else None
    return "decimal" if found is None else found.get(w("val"), "decimal")


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
