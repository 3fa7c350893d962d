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
        properties = run.find(w("rPr"))
        own = switch(properties, "b")
        if own is not None:
            return own
        run_style = value(properties, "rStyle")
        chains = [self.chain(run_style)] if run_style else []
        chains.append(self.chain(self.paragraph_style(paragraph)))
        for chain in chains:
            for style in chain:
                bold = switch(style.find(w("rPr")), "b")
                if bold is not None:
                    return bold
        return False


def _outline_level(properties: etree._Element | None) -> int | None:
    """Return the outline level from 1 (Word stores it from 0)."""
    stored = value(properties, "outlineLvl")
    return int(stored) + 1 if stored is not None and stored.isdigit() else None
