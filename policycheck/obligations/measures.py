"""Measures with their units, in one unit for each kind: "8°C", "two kilometres", "minus 18 degrees"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policycheck.lexicon.data import load
from policycheck.obligations.cues import words_in
from policycheck.obligations.numbers import NUMBER, read_number
from policycheck.obligations.spans import Span


@dataclass(frozen=True, slots=True)
class Measure:
    """A value in the first unit of its table, whose name is `unit`: 2 km is 2,000 "metres"."""

    value: float
    unit: str


def _units() -> dict[str, tuple[float, str]]:
    tables: dict[str, dict[str, float]] = load("measures")
    return {
        name.lower(): (many, next(iter(table))) for table in tables.values() for name, many in table.items()
    }


_UNITS = _units()
_NAMES = "|".join(re.escape(name) for name in sorted(_UNITS, key=len, reverse=True))
# A rate is another measure than its parts: "45p a mile", "5 mg per litre".
_MEASURE = re.compile(
    rf"(?:(?P<minus>\bminus\s|(?<![\w.)])[-\u2212](?=\d))|(?<![\w.,£$€-]))(?P<number>{NUMBER})(?P<half>\sand\sa\shalf)?"
    rf"[\s-]?(?P<unit>{_NAMES})(?![\w²])(?!\s?(?:per\b|/))",
    re.IGNORECASE,
)
# "A metre", "half a mile", but not "a metre rule" or "45p a mile".
_ONE = re.compile(
    r"(?P<half>\bhalf\s)?\ban?\s(?P<unit>metre|mile|kilometre|litre|pint|gallon|tonne|acre|hectare)\b(?!-)(?P<more>\sand\sa\shalf)?"
    r"(?=\s?(?:[.,;:)|]|$)|\s(?:of|for|from|away|off|apart|wide|deep|high|long|or|and|to|between|beside|behind|above|below|past|clear|round|around)\b)",
    re.IGNORECASE,
)
_RATE = re.compile(r"(?:\d\w*|%|\b(?:pence|pounds|cent|per|hour|minutes?))\s$", re.IGNORECASE)
_SIGNS = ("°", "º")
_CUES = frozenset(run for name in _UNITS for run in words_in(name))


def find_measures(text: str) -> Iterator[Span[Measure]]:
    """Yield the measures of a text with their places."""
    if _CUES.isdisjoint(words_in(text)) and not any(sign in text for sign in _SIGNS):
        return
    for found in _ONE.finditer(text):
        if not _RATE.search(text[: found.start()][-12:]):
            times = 0.5 if found["half"] else 1.5 if found["more"] else 1
            many, unit = _UNITS[found["unit"].lower()]
            yield Span(found.start(), found.end(), Measure(many * times, unit))
    for found in _MEASURE.finditer(text):
        value = read_number(found["number"])
        if value is None:
            continue
        value += 0.5 if found["half"] else 0
        many, unit = _UNITS[found["unit"].lower()]
        yield Span(found.start(), found.end(), Measure((-value if found["minus"] else value) * many, unit))
