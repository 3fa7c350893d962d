"""The numbers of provisions, which measure and count nothing: "sections 174 to 177", "paragraph 34G(6)"."""

import re

_NUMBER = r"\d[\w().]*"
_PROVISIONS = re.compile(
    r"\b(?:(?:(?:sub-?)?(?:section|paragraph)|regulation|article|schedule|part|chapter|rule)s?|(?-i:Act)(?=\s\d{4}\b))"
    # "Under section 4, 30 days": of what stands after a comma only a list that ends in "and" or "or" goes on.
    rf"\s{_NUMBER}(?:(?:,\s{_NUMBER})*,?\s(?:and|or|to)\s{_NUMBER})?",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\(\w{1,4}\)")


def provisions_in(text: str) -> list[tuple[int, int]]:
    """Return where provisions are named with their numbers, in order."""
    return [found.span() for found in _PROVISIONS.finditer(text)]


def without_provisions(text: str) -> str:
    """Return a text without the provisions named in it, and without the numbers of its own: "(b)"."""
    return _IN_BRACKETS.sub("", _PROVISIONS.sub("", text))
