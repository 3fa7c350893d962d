"""How many times a whole something is, as a share of it: "twice the usual rate", "time and a half", "double pay"."""

import re
from collections.abc import Iterator

from policycheck.obligations.cues import words_in
from policycheck.obligations.figures.numbers import NUMBER, read_number
from policycheck.obligations.spans import Span

_I = re.IGNORECASE
_WHOLE = (
    r"(?=\s(?:the|that|those|what|his|her|their|your|its|our|as\s(?:much|many|big|large|long|high|wide|dear)|normal|usual|plain|basic|ordinary|full)\b)"
    r"(?!\s[a-z]+\s(?:same|first|last|next|second|week|month|year|day|morning|evening|night)\b)"
)
_MONEY = (
    r"(?=\s(?:time|pay|rates?|price|fees?|fare|wages?|rent|charge|cost|money)\b|"
    r"\s(?:the|that|what|his|her|their|your|its|our)\b)"
)
_FORMS: tuple[tuple[re.Pattern[str], float], ...] = tuple(
    (re.compile(form, _I), share)
    for form, share in (
        (rf"\btwice{_WHOLE}", 200.0),
        (rf"\b(?:double|doubles){_MONEY}(?!\s(?:the\s)?(?:check|bed|room|yellow|door|dose)\b)", 200.0),
        (rf"\b(?:treble|triple){_MONEY}", 300.0),
        (r"\btime\sand\sa\shalf\b", 150.0),
        (r"\btime\sand\sa\s(?:quarter|third)\b", 125.0),
        (r"\bhalf\sas\s(?:much|many|big|large|long|high)\sagain\b", 150.0),
        (r"\bas\s(?:much|many)\sagain\b", 200.0),
    )
)
_TIMES = re.compile(rf"\b(?P<number>{NUMBER})(?P<half>\sand\sa\s(?:half|quarter))?\stimes{_WHOLE}", _I)
_CUES = frozenset(["twice", "double", "doubles", "treble", "triple", "again", "times", "half"])


def find_multiples(text: str) -> Iterator[Span[float]]:
    """Yield multiples of a whole as percentages, with their places: "twice the fee" is 200."""
    if _CUES.isdisjoint(words_in(text)):
        return
    for form, share in _FORMS:
        for found in form.finditer(text):
            yield Span(found.start(), found.end(), share)
    for found in _TIMES.finditer(text):
        number = read_number(found["number"])
        if number is not None:
            more = 0.0 if not found["half"] else 0.5 if found["half"].lower().endswith("half") else 0.25
            yield Span(found.start(), found.end(), 100.0 * (number + more))
