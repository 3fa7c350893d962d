"""Answers what a Word paragraph style says, following the styles it is based on."""

import re
from collections.abc import Iterator

from lxml import etree

from policycheck.importers.docx_package import switch, value, w

_HEADING_NAME = re.compile(r"^heading ([1-9])$")
_MAX_OUTLINE_LEVEL = 8  # 9 stands for "body text"


class Styles:
    """The styles of one document, looked up by the style id a paragraph or run names."""

    def __init__(self, root: etree._Element | None) -> None:
        styles = root.findall(w("style")) if root is not None else []
        self._styles = {style.get(w("styleId"), ""): style for style in styles}
        self._found: dict[tuple[str | None, str], bool | None] = {}
        self._default = next(
            (
                style.get(w("styleId"), "")
                for style in styles
                if style.get(w("type")) == "paragraph" and style.get(w("default")) in {"1", "true"}
            ),
            "",
        )

    def chain(self, style_id: str | None) -> Iterator[etree._Element]:
        """Yield the style and those it is based on, nearest first; no id means the default style."""
        seen: set[str] = set()
        current = self._default if style_id is None else style_id
        while current and current in self._styles and current not in seen:
            seen.add(current)
            style = self._styles[current]
            yield style
            current = value(style, "basedOn") or ""

    def paragraph_style(self, paragraph: etree._Element) -> str | None:
        """Return the style id a paragraph names."""
        return value(paragraph.find(w("pPr")), "pStyle")

    def names(self, paragraph: etree._Element) -> list[str]:
        """Return the lower-case names of the paragraph's style and its bases, nearest first."""
        chain = self.chain(self.paragraph_style(paragraph))
        return [(value(style, "name") or style.get(w("styleId")) or "").lower() for style in chain]

    def heading_level(self, paragraph: etree._Element) -> int | None:
        """Return 1 to 9 for a heading by its own outline level or by its style, else None."""
        own = _outline_level(paragraph.find(w("pPr")))
        if own is not None:
            return own if own <= _MAX_OUTLINE_LEVEL + 1 else None
        for style in self.chain(self.paragraph_style(paragraph)):
            named = _HEADING_NAME.match((value(style, "name") or "").lower())
            if named:
                return int(named.group(1))
            level = _outline_level(style.find(w("pPr")))
            if level is not None:
                return level if level <= _MAX_OUTLINE_LEVEL + 1 else None
        return None

    def is_bold(self, run: etree._Element, paragraph: etree._Element) -> bool:
        """Whether a run prints bold: by itself, its character style or the paragraph's style."""
        return self._run_switch("b", run, paragraph)

    def is_hidden(self, run: etree._Element, paragraph: etree._Element) -> bool:
        """Whether a run is hidden text, which is not printed."""
        return self._run_switch("vanish", run, paragraph)

    def is_mark_hidden(self, paragraph: etree._Element) -> bool:
        """Whether the whole paragraph is hidden and so takes no number.

        A hidden mark that is a style separator only sets the next paragraph on the same line.
        """
        mark = paragraph.find(f"{w('pPr')}/{w('rPr')}")
        return bool(switch(mark, "vanish")) and not switch(mark, "specVanish")

    def is_first_row_strong(self, table_style: str | None) -> bool:
        """Whether a table style prints the first row bold or shaded."""
        for style in self.chain(table_style) if table_style else ():
            for part in style.findall(w("tblStylePr")):
                if part.get(w("type")) == "firstRow":
                    shading = part.find(f"{w('tcPr')}/{w('shd')}")
                    fill = shading.get(w("fill"), "auto").lower() if shading is not None else "auto"
                    return bool(switch(part.find(w("rPr")), "b")) or fill not in {"auto", "ffffff"}
        return False

    def _run_switch(self, name: str, run: etree._Element, paragraph: etree._Element) -> bool:
        properties = run.find(w("rPr"))
        if properties is not None:
            own = switch(properties, name)
            if own is not None:
                return own
            run_style = value(properties, "rStyle")
            said = self._style_switch(name, run_style) if run_style else None
            if said is not None:
                return said
        return bool(self._style_switch(name, self.paragraph_style(paragraph)))

    def _style_switch(self, name: str, style_id: str | None) -> bool | None:
        key = (style_id, name)
        if key not in self._found:
            said = (switch(style.find(w("rPr")), name) for style in self.chain(style_id))
            self._found[key] = next((answer for answer in said if answer is not None), None)
        return self._found[key]


def _outline_level(properties: etree._Element | None) -> int | None:
    """Return the outline level from 1 (Word stores it from 0)."""
    stored = value(properties, "outlineLvl")
    return int(stored) + 1 if stored is not None and stored.isdigit() else None
