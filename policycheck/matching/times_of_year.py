"""Months and seasons in which a thing is done: "in October", "the autumn newsletter", "by the Easter break"."""

import re
from functools import lru_cache

from policycheck.lexicon.data import load

_I = re.IGNORECASE
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH = (
    r"(?-i:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
_SEASONS: dict[str, list[int]] = load("times")["seasons"]
_SEASON = "|".join(sorted(map(re.escape, _SEASONS), key=len, reverse=True))
_OPENS = (
    r"(?:\b(?:in|during|for|come|over|until|till|by|with|at|on|each|every|next|this)\s(?:the\s|our\s|their\s|your\s|its\s)?"
    r"(?:(?:early|late|mid|next|following|big|main|whole)[\s-])?|[:;|]\s(?:early\s|late\s|mid[\s-]|in\s)?)"
)
_TIME = re.compile(
    rf"{_OPENS}(?:(?P<month>{_MONTH})(?!\s?\d|\s(?:to|or|and)\b|\s?[–/-])|(?P<season>{_SEASON})(?!\s(?:term|terms|or|and|to)\b|['’]))(?![\w’'])",
    _I,
)

# "From March until June" begins before.
_RANGE = re.compile(
    rf"\b(?:from|between)\s[^.;]{{0,20}}?{_MONTH}\s(?:to|till|until|and|through)\s[^.;]{{0,20}}?{_MONTH}", _I
)


@lru_cache(maxsize=16384)
def times_of_year(text: str) -> tuple[tuple[str, float], ...]:
    """Return the words for such times, and the place in the year, of months of 31 days, at which each begins."""
    return tuple(
        (found[0].strip(" :;|"), _begins(found["month"], found["season"]))
        for found in _TIME.finditer(_RANGE.sub("", text))
    )


def _begins(month: str | None, season: str | None) -> float:
    if month:
        return (
            31.0 * next(place for place, name in enumerate(_MONTHS) if name.startswith(month.lower()[:3])) + 1
        )
    of, day = _SEASONS[(season or "").lower()]
    return 31.0 * (of - 1) + day
