"""Numbers of people or things told before: "two of them", "three of you", "(one of whom"."""

import re

_OF_THEM = re.compile(
    r"(?:\sor\smore)?\sof\s(?:them|us|you|these|those|whom|which)\b(?!\s[a-z]+s\b)", re.IGNORECASE
)
_OF_WHOM = re.compile(r"(?:\sor\smore)?\sof\s(?:whom|which)\b", re.IGNORECASE)
_APART = re.compile(r"[,(]\s?(?:(?:and|at\sleast|including|with)\s)*$", re.IGNORECASE)
_THE_FEW = re.compile(r"\bthe\s$", re.IGNORECASE)  # "just the two of you" are both, and no number
_PART = "of them"  # what is counted among those counted before


def read_among(text: str, end: int, before: str) -> str | None:
    """Return what a number that ends there and has no noun counts, "" for anything told before.

    None where it counts nothing: then it is one of a list of references, or a grade.
    """
    if _OF_THEM.match(text, end) is None or _THE_FEW.search(before):
        return None
    return _PART if _OF_WHOM.match(text, end) or _APART.search(before) else ""
