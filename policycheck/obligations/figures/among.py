"""Numbers of people or things told before: "two of them", "three of you", "(one of whom"."""

import re

_OF_THEM = re.compile(
    r"(?:\sor\smore)?\sof\s(?:them|us|you|these|those|whom|which)\b(?!\s[a-z]+s\b)", re.IGNORECASE
)
_OF_WHOM = re.compile(r"(?:\sor\smore)?\sof\s(?:whom|which)\b", re.IGNORECASE)
_APART = re.compile(r"[,(]\s?(?:(?:and|at\sleast|including|with)\s)*$", re.IGNORECASE)
_THE_FEW = re.compile(r"\bthe\s$", re.IGNORECASE)  # "just the two of you" are both, and no number
_PART = "of them"  # what is counted among those counted before

# "The clerk may not be one of them" says to whom somebody belongs.
_BELONGS = re.compile(
    r"^(?!.*\bthere\b).*\b(?:be|is|are|was|were|been|being|as|any)\s(?:not\s)?$", re.IGNORECASE
)
_TO_THEM = re.compile(r"\sof\s(?:them|us|you|these|those|the\s[a-z]+s)\b", re.IGNORECASE)


def read_among(text: str, end: int, before: str) -> str | None:
    """Return what a number that ends there and has no noun counts, "" for anything told before.

    None where it counts nothing: then it is one of a list of references, or a grade.
    """
    if _OF_THEM.match(text, end) is None or _THE_FEW.search(before):
        return None
    return _PART if _OF_WHOM.match(text, end) or _APART.search(before) else ""


def belongs(text: str, end: int, before: str) -> bool:
    """Tell whether a "one" that ends there says to whom somebody belongs, and counts nobody."""
    return _BELONGS.search(before) is not None and _TO_THEM.match(text, end) is not None
