"""Who acts by himself: "on your own", "single-handed"; one person, whatever the office."""

import re
from collections.abc import Iterator

from policycheck.obligations.spans import Span

# "Never alone" bans an act and tells no number.
_ALONE = re.compile(
    r"(?<!leave\s)(?<!let\s)(?<!stand\s)\b(?:alone|on\s(?:your|their|his|her)\sown|by\s(?:yourself|himself|herself)|"
    r"single-handed(?:ly)?)\b",
    re.I,
)


# "On watch: just the mate", "Who: only a steward"
_ALONE_IN_CELL = re.compile(
    r"\b(?:people|persons?|who|staff|crew|present|hands|team|manned\sby|how\smany)\b[^:;|]{0,24}:\s(?P<one>(?:just|only)\s(?:the|an?|one)\s[\w’'-]+)"
    r"(?=\s?(?:[;,(.]|$))",
    re.I,
)


def find_alone(text: str) -> Iterator[Span[float]]:
    """Yield where a text has somebody act alone, denied or not, with the one person that he is."""
    for found in _ALONE.finditer(text):
        yield Span(found.start(), found.end(), 1.0)
    for found in _ALONE_IN_CELL.finditer(text) if ": " in text else ():
        yield Span(found.start("one"), found.end("one"), 1.0)
