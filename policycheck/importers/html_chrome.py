"""Takes the furniture off a web page: navigation, cookie bars, headers, footers, forms and hidden words."""

import re

from lxml import etree

from policycheck.importers.markup_tables import local_name

_DROPPED_TAGS_TEXT = """
    script style noscript template nav button input select textarea option iframe object embed svg canvas dialog
    head link meta audio video map datalist progress meter form
    """
_DROPPED_TAGS = frozenset(_DROPPED_TAGS_TEXT.split())
_OUTER_TAGS = frozenset({"header", "footer", "aside"})  # inside the main text they carry words of their own
_DROPPED_ROLES_TEXT = (
    "navigation banner contentinfo search complementary dialog alertdialog menu menubar toolbar"
)
_DROPPED_ROLES = frozenset(_DROPPED_ROLES_TEXT.split())
_OUTER_ROLES = frozenset({"banner", "contentinfo", "complementary"})
_CHROME_NAME = re.compile(
    r"^(?:(?:site|global|page|main|top|bottom|primary|secondary|left|right|mobile|gov-?uk|nhsuk|app|l|c|m|o)[-_]+)*"
    r"(?:nav|navbar|navigation|menu|breadcrumbs?|cookies?|consent|gdpr|skip|skip-?link|footer|masthead|sidebar|"
    r"pagination|pager|share|sharing|social|search|feedback|related|toolbar|toc|newsletter|subscribe|advert|ads?|"
    r"popup|modal|print-link|back-to-top)"
    r"(?:[-_]+(?:bar|banner|notice|message|consent|popup|wrapper|container|links?|list|area|region|inner|outer|block|"
    r"component|nav|navigation|menu|form|box|buttons?|icons?|content|toggle|trail|section|widget|panel|media|to|main))*$",
    re.IGNORECASE,
)
_OUTER_NAME = re.compile(
    r"^(?:site|global|page|main)?[-_]*(?:header|banner)(?:[-_](?:wrapper|container|bar|inner))?$",
    re.IGNORECASE,
)
_HIDDEN_NAME = re.compile(
    r"^(?:govuk-|nhsuk-)?(?:visually-?hidden|sr-only|screen-reader-text|hidden|print-only)$", re.IGNORECASE
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_MOST_OF_PAGE = 0.5
_LEAST_MAIN_SHARE = 0.2


def main_content(root: etree._Element) -> etree._Element:
    """Remove the furniture from the page and return the element that holds its own words."""
    body = next(root.iter("body"), root)
    whole = max(_length(body), 1)
    protected = {id(body)}
    for element in _mains(body):
        protected.add(id(element))
        protected.update(id(ancestor) for ancestor in element.iterancestors())
    doomed = [
        element for element in body.iter() if id(element) not in protected and _is_furniture(element, whole)
    ]
    for element in doomed:
        remove(element)
    mains = [
        element for element in _mains(body) if _length(element) >= _LEAST_MAIN_SHARE * max(_length(body), 1)
    ]
    return mains[0] if len(mains) == 1 else body


def remove(element: etree._Element) -> None:
    """Take an element out of its tree and leave the words after it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = _joined(parent.text, element.tail)
        else:
            before.tail = _joined(before.tail, element.tail)
    parent.remove(element)


def _joined(before: str | None, after: str) -> str:
    """Join two texts without the control characters that a tree may hold and refuses to be given."""
    return _CONTROL.sub("", (before or "") + after)


def _mains(body: etree._Element) -> list[etree._Element]:
    mains = [
        element for element in body.iter() if local_name(element) == "main" or element.get("role") == "main"
    ]
    return mains or list(body.iter("article"))


def _is_furniture(element: etree._Element, whole: int) -> bool:
    name = local_name(element)
    if not name:
        return True  # comments and processing instructions
    if name in _DROPPED_TAGS:
        return name != "form" or _length(element) < _MOST_OF_PAGE * whole
    role = (element.get("role") or "").lower()
    outer = not _inside_main(element)
    if role in _DROPPED_ROLES and (outer or role not in _OUTER_ROLES):
        return True
    if name in _OUTER_TAGS and outer:
        return _length(element) < _MOST_OF_PAGE * whole and not _heads_part(element)
    if _is_hidden(element) or _is_page_edge(element):
        return True
    return _has_chrome_name(element, outer=outer) and _length(element) < _MOST_OF_PAGE * whole


def _heads_part(element: etree._Element) -> bool:
    """Whether a `header` is that of a section or list item, with its heading, and not that of the page."""
    if local_name(element) != "header":
        return False
    inside = any(local_name(ancestor) in {"section", "li"} for ancestor in element.iterancestors())
    return inside and next(element.iter("h1", "h2", "h3", "h4", "h5", "h6"), None) is not None


def _is_page_edge(element: etree._Element) -> bool:
    """Whether an element is the header or footer of printed pages, as LibreOffice exports them."""
    return local_name(element) == "div" and element.get("title") in {"header", "footer"}


def _is_hidden(element: etree._Element) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if _HIDDEN_STYLE.search(element.get("style") or ""):
        return True
    return any(_HIDDEN_NAME.match(word) for word in (element.get("class") or "").split())


def _has_chrome_name(element: etree._Element, *, outer: bool) -> bool:
    if local_name(element) in {"h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "td", "th", "tr"}:
        return bool(re.search(r"skip[-_]?link|breadcrumb", element.get("class") or "", re.IGNORECASE))
    words = [*(element.get("class") or "").split(), element.get("id") or ""]
    return any(_CHROME_NAME.match(word) or (outer and _OUTER_NAME.match(word)) for word in words if word)


def _inside_main(element: etree._Element) -> bool:
    return any(
        local_name(ancestor) in {"main", "article"} or ancestor.get("role") == "main"
        for ancestor in element.iterancestors()
    )


def _length(element: etree._Element) -> int:
    total = len((element.text or "").strip()) if local_name(element) not in {"script", "style"} else 0
    for child in element.iterdescendants():
        if isinstance(child.tag, str) and child.tag not in {"script", "style"}:
            total += len((child.text or "").strip())
        total += len((child.tail or "").strip())
    return total
