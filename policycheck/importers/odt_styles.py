"""Answers what an OpenDocument style says, following its parents, and which list styles there are."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from policycheck.importers.odt_package import q

_HEADING_NAME = re.compile(r"^heading ([1-9])$")
_BOLD = frozenset({"bold", "600", "700", "800", "900"})
_ENCODED = re.compile(r"_([0-9a-f]{2,4})_")
_NO_COLOUR = frozenset({"", "transparent", "#ffffff", "white"})


class OdtStyles:
    """The styles of one document, looked up by family and name."""

    def __init__(self, parts: Sequence[etree._Element]) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self.lists: dict[str, etree._Element] = {}
        self.outline: etree._Element | None = None
        self._names: dict[str, list[str]] = {}
        self._bold: dict[tuple[str, str], bool | None] = {}
        for part in parts:
            for style in part.findall(q("style:style")):
                self._styles[style.get(q("style:family"), ""), style.get(q("style:name"), "")] = style
            for style in part.findall(q("text:list-style")):
                self.lists[style.get(q("style:name"), "")] = style
            outline = part.find(q("text:outline-style"))
            self.outline = outline if outline is not None else self.outline

    def chain(self, family: str, name: str | None) -> Iterator[etree._Element]:
        """Yield the style and its parents, nearest first."""
        seen: set[str] = set()
        while name and name not in seen:
            seen.add(name)
            style = self._styles.get((family, name))
            if style is None:
                return
            yield style
            name = style.get(q("style:parent-style-name"))

    def names(self, paragraph: etree._Element) -> list[str]:
        """Return the lower-case names of a paragraph's style and its parents, nearest first.

        The styles that a program makes on its own ("P1") have no name to go by and are left out.
        """
        own = paragraph.get(q("text:style-name"), "")
        if own not in self._names:
            named = [
                style.get(q("style:display-name")) or _decoded(style.get(q("style:name"), ""))
                for style in self.chain("paragraph", own)
                if not _is_automatic(style)
            ]
            self._names[own] = [name.lower() for name in named]
        return self._names[own]

    def heading_level(self, paragraph: etree._Element) -> int | None:
        """Return 1 to 9 for a heading: the element's own level, else its style's; None for plain words."""
        if paragraph.tag == q("text:h"):
            return _level(paragraph.get(q("text:outline-level"))) or 1
        for style in self.chain("paragraph", paragraph.get(q("text:style-name"))):
            named = _HEADING_NAME.match(_decoded(style.get(q("style:name"), "")).lower())
            if named:
                return int(named.group(1))
            level = style.get(q("style:default-outline-level"))
            if level is not None:
                return _level(level)
        return None

    def list_style(self, paragraph: etree._Element) -> str | None:
        """Return the list style that a paragraph's style names: "" where it says none, None for no word."""
        for style in self.chain("paragraph", paragraph.get(q("text:style-name"))):
            name = style.get(q("style:list-style-name"))
            if name is not None:
                return name
        return None

    def is_bold(self, spans: Sequence[str], paragraph: etree._Element) -> bool:
        """Whether words inside `spans` (text style names, outermost first) of a paragraph print bold."""
        for name in reversed(spans):
            said = self._says_bold("text", name)
            if said is not None:
                return said
        return bool(self._says_bold("paragraph", paragraph.get(q("text:style-name"), "")))

    def is_hidden(self, family: str, name: str | None) -> bool:
        """Whether a text or paragraph style hides its words."""
        for style in self.chain(family, name):
            properties = style.find(q("style:text-properties"))
            display = properties.get(q("text:display")) if properties is not None else None
            if display is not None:
                return display == "none"
        return False

    def is_shaded(self, cell: etree._Element) -> bool:
        """Whether a table cell has a background of its own."""
        for style in self.chain("table-cell", cell.get(q("table:style-name"))):
            properties = style.find(q("style:table-cell-properties"))
            colour = properties.get(q("fo:background-color")) if properties is not None else None
            if colour is not None:
                return colour.lower() not in _NO_COLOUR
        return False

    def _says_bold(self, family: str, name: str) -> bool | None:
        key = (family, name)
        if key not in self._bold:
            weights = (
                properties.get(q("fo:font-weight"))
                for style in self.chain(family, name)
                if (properties := style.find(q("style:text-properties"))) is not None
            )
            weight = next((weight for weight in weights if weight is not None), None)
            self._bold[key] = None if weight is None else weight in _BOLD
        return self._bold[key]


def _is_automatic(style: etree._Element) -> bool:
    parent = style.getparent()
    return parent is not None and parent.tag == q("office:automatic-styles")


def _decoded(name: str) -> str:
    """Undo the escapes of a style name: "Heading_20_1" is "Heading 1"."""
    return _ENCODED.sub(lambda found: chr(int(found.group(1), 16)), name)


def _level(text: str | None) -> int | None:
    return min(int(text), 9) if text is not None and text.isdecimal() and int(text) > 0 else None
