"""One person who acts twice: in two cells of a row, "the cook plates it and the cook checks it", "your own change"."""

import re
from functools import lru_cache

from policycheck.matching.holders.in_passing import names_somebody
from policycheck.matching.statements import Statement

_I = re.IGNORECASE
_AGAIN = re.compile(
    r"\b(?P<who>(?:the|our)\s[\w’'-]+)\s[\w’'-]+s\b[^.;]{2,80}?\band\s(?:then\s)?(?:the\ssame\s[\w’'-]+|(?P=who))\s[\w’'-]+s\b",
    _I,
)
_OWN = re.compile(
    r"\b(?:confirm|check|approve|authorise|countersign|sign|verify|mark|count|inspect|test|review|pass|agree)(?:s|es)?\s(?:off\s)?(?:their|your|his|her)\sown\s[\w’'-]+",
    _I,
)
_DONE_AND = re.compile(
    r"(?:^|[.;:]\s)(?P<who>(?:the\s|our\s|whoever\sis\s|whoever's\s)?[\w’'-]+(?:\s[\w’'-]+)?)\s(?:makes|fills|plates|types|keys|enters|writes|draws|packs|counts|weighs|builds|fits|sets|mixes|cuts|takes|raises|orders)"
    r"\b[^.;]{2,50}?\sand\s(?:then\s)?(?:counts|checks|signs|passes|approves|confirms|inspects|tests|verifies|weighs|authorises|okays|clears)\s(?:it|them|this|that|everything)\b",
    _I,
)


@lru_cache(maxsize=8192)
def acts_twice(statement: Statement) -> str:
    """Return the words by which one person does a thing and has the check of it, "" where nobody does."""
    if statement.is_row:
        return _in_two_cells(statement.text)
    for pattern in (_OWN, _AGAIN, _DONE_AND):
        found = pattern.search(statement.text)
        if found is not None:
            return found[0].strip(" .;:")
    return ""


def _in_two_cells(text: str) -> str:
    """Return two cells of a row that name one person, "" where none do."""
    seen: dict[str, str] = {}
    for cell in text.split(";"):
        value = cell.partition(":")[2].strip()
        key = value.lower()
        if key and key in seen and names_somebody(value):
            return f"{seen[key]}; {cell.strip()}"
        seen[key] = cell.strip()
    return ""
