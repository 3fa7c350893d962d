"""One unit of time without a number: "a day", "half a year", "the next month", "a month and a half"."""

import re
from collections.abc import Iterator

from policycheck.domain.obligations import Unit
from policycheck.obligations.figures.durations import measure

# "On a day that suits you", "to a day not more than a week later" say when, and no length.
_WHICH_DAY = (
    r"(?:(?<=\bon\s)|(?<=\bto\s))a\sday\b(?!\s(?:or\s(?:two|so)|later|earlier|off)\b)|"
    r"(?<!\bwithin\s)(?<!\binside\s)(?<!\bthan\s)(?<!\bleast\s)(?<!\bmost\s)a\sday\s(?:(?:that|when|which|of|chosen|agreed|fixed|set|named|to\sbe)\b|(?:is|(?:will|must|shall)\sbe)\s(?:set|fixed|agreed|chosen|named)\b)"
)
_ONE_UNIT = re.compile(
    rf"\b(?!{_WHICH_DAY})(?:(?P<half>half\san?)|an?|(?:the|your|their|his|her)\s(?:first|next))\s(?:(?:whole|full|clear|complete|calendar|good)\s){{0,2}}"
    r"(?P<unit>hour|day|week|fortnight|month|quarter(?!\sof\b)|year|twelvemonth|decade|century)\b(?!-)(?P<more>\sand\sa\shalf)?",
    re.I,
)
# The price or speed of a thing, "£12 an hour", is no length of time.
_RATE_BEFORE = re.compile(r"(?:\d|%|\b(?:cent|pounds|pence|p|hours?|days?|times))\s$", re.I)


def find_single_units(text: str) -> Iterator[tuple[re.Match[str], float, Unit]]:
    """Yield where a text tells one unit, its half or one and a half, with the value and the unit."""
    for found in _ONE_UNIT.finditer(text):
        if _RATE_BEFORE.search(text[: found.start()][-8:]):
            continue
        many, unit, _ = measure(1, found["unit"], "")
        yield found, many * (0.5 if found["half"] else 1.5 if found["more"] else 1), unit
