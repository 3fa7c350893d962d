"""Reads from a page's own style sheet how its lists are numbered: list-style-type by element and class."""

import re
from dataclasses import dataclass, field

from lxml import etree

from policycheck.importers.markup_tables import local_name

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_DECLARED = re.compile(r"(?<![\w-])list-style(?:-type)?\s*:\s*([^;]+)")
# "ol", ".alpha", "ol.alpha", and the same at the end of a longer selector: "main ol.alpha"
_SELECTOR = re.compile(r"(?:^|[\s>])(ol)?(?:\.([\w-]+))?$")
_LONGEST_SHEET = 500_000
NAMES = {
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
    "decimal": "1",
    "decimal-leading-zero": "01",
    "none": "none",
}


@dataclass(slots=True)
class ListStyles:
    """The list styles of a page, by (element, class); either may be empty."""

    rules: dict[tuple[str, str], str] = field(default_factory=dict)

    def of(self, element: etree._Element) -> str | None:
        """Return the type of a list ("a", "1", "none"): its own style, else what a rule says of it, or None."""
        own = declared_type(element.get("style") or "")
        if own is not None:
            return own
        name = local_name(element)
        for kind in (element.get("class") or "").split():
            for key in ((name, kind), ("", kind)):
                if key in self.rules:
                    return self.rules[key]
        return self.rules.get((name, "")) if not element.get("type") else None


def read_list_styles(root: etree._Element) -> ListStyles:
    """Read the style elements of a page; a later rule of the same selector wins."""
    styles = ListStyles()
    for sheet in root.iter("style"):
        text = _COMMENT.sub(" ", (sheet.text or "")[:_LONGEST_SHEET])
        for selectors, declarations in _RULE.findall(text) if "list-style" in text else ():
            kind = declared_type(declarations)
            for selector in selectors.split(",") if kind is not None else ():
                found = _SELECTOR.search(selector.strip())
                if found is not None and (found.group(1) or found.group(2)):
                    styles.rules[found.group(1) or "", found.group(2) or ""] = kind or ""
    return styles


def declared_type(declarations: str) -> str | None:
    """Return the type that CSS declarations give a list, None where they say nothing of it."""
    kinds = [
        NAMES[word]
        for found in _DECLARED.findall(declarations.lower())
        for word in found.split()
        if word in NAMES
    ]
    return kinds[-1] if kinds else None
