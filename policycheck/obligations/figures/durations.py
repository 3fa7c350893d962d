"""Lengths of time in a text: "10 working days", "a fortnight", "half an hour"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from policycheck.domain.obligations import Unit
from policycheck.lexicon.data import load
from policycheck.obligations.cues import words_in
from policycheck.obligations.figures.numbers import NUMBER, read_number
from policycheck.obligations.figures.ranges import find_range

_UNITS: dict[str, tuple[float, str]] = {
    word: (float(n), unit) for word, (n, unit) in load("times")["units"].items()
}
UNIT_WORDS = "|".join(sorted(_UNITS, key=len, reverse=True))
"""Alternatives of a pattern: the singular words for units of time."""

QUALIFIERS = (
    r"(?:(?:clear|full|complete|completed|whole|entire|consecutive|continuous|successive|unbroken|uninterrupted|straight|solid|running|calendar|lunar|"
    r"further|additional|more|extra|normal|academic|financial|scheme|plan|club|membership|council|municipal|leave|reporting|licensing|licence|policy|holiday|performance|fiscal|fishing|accounting|billing|tax|trading|growing|operating|flying|driving|"
    r"first|next|following)\s){0,3}"
)
"""Pattern of the words that may stand between a number and its unit and change nothing here."""

DAY_KIND = r"(?:(?P<kind>working|business|office|school|teaching|week)[-\s]?)?"
"""Pattern of the words that say which days count."""

_DURATION = re.compile(
    rf"(?P<half>\bhalf\s(?:an?\s)?)?(?:{NUMBER}(?:\s(?:to|or)\s|\s?[-–]\s?(?=\d)))?"
    rf"(?P<number>{NUMBER}|\ban?\b|\bthe\b|\bone\b|(?<=half\s)|(?<=half\sa\s)|(?<=half\san\s))"
    rf"\+?[-\s]?{QUALIFIERS}{DAY_KIND}(?P<unit>{UNIT_WORDS})(?P<plural>s?)\b(?!-)['’]?s?(?P<more>\sand\s(?:a\shalf|(?:a\squarter|three[\s-]quarters)(?!\sof\b))\b)?",
    re.IGNORECASE,
)
# "Three quarters of the members" is a share, "of an hour" less than one; "two quarters of the year" are six months.
_PARTS = re.compile(r"quarters(?=\sof\s(?!(?:the\s|a\s|each\s|every\s)?(?:[a-z]+\s)?year\b))", re.IGNORECASE)
_RUNS_FROM = re.compile(r"\b(?:within|after|for|every)\s$", re.IGNORECASE)
_OF_A_TIME = re.compile(r"\sof\san?\s(?P<unit>hour|day|week|year)\b", re.IGNORECASE)
_DAY_KINDS = ("", "working", "business", "office", "school", "teaching", "week")
UNIT_FORMS = frozenset(
    f"{kind}{unit}{plural}" for kind in _DAY_KINDS for unit in _UNITS for plural in ("", "s")
)
_OF_TIME = re.compile(
    r"\s+(?:\w+\s){0,2}(?:notice|warning|time|period|delay|grace|consultation|consideration|leave)\b|\s*(?:$|[,.;])",
    re.IGNORECASE,
)
_SCHOOL = ("school", "teaching")
_IN_SMALLER = {
    Unit.YEAR: (12, Unit.MONTH),
    Unit.HOUR: (60, Unit.MINUTE),
    Unit.WEEK: (7, Unit.DAY),
    Unit.DAY: (24, Unit.HOUR),
}


# What a smaller unit adds to a larger one.
_IN_DAYS = {
    Unit.MINUTE: 1 / 24 / 60, Unit.HOUR: 1 / 24, Unit.DAY: 1.0, Unit.WEEK: 7.0, Unit.MONTH: 30.0, Unit.YEAR: 360.0,
}  # fmt: skip
_LOOK_BACK = 24
_AND = re.compile(r"\s(?:and\s)?", re.IGNORECASE)
# "For a year and six months", but not "48 hours a week and six hours a day".
_LEADS_ON = re.compile(
    r"(?:\b(?:within|inside|for|after|until|of|over|least|most|than|lasts?|takes?|is|are|be|only|further)|[:|(])\s$",
    re.IGNORECASE,
)
_FREE = re.compile(r"(?<!\bany\s)(?<!\beach\s)(?<!\bevery\s)(?<!\bper\s)(?<!\bbetween\s)$", re.IGNORECASE)
_COUNTED_OVER = re.compile(r"\b(?:in|over|during)\s$", re.IGNORECASE)
_RATE_AFTER = re.compile(r"\s(?:in|per|an?|each|every|on|over)\b", re.IGNORECASE)
_OF_ANOTHER = re.compile(r",?\s(?:respectively|later|ago|off)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time at text[start:end]; `bare` means "a" or "the" stood for the number.

    `low` is the lower end of a range, "two to four weeks", whose upper end is `value`; `compound` where it is told in
    two parts.
    """

    start: int
    end: int
    value: float
    unit: Unit
    working: bool
    bare: bool
    low: float | None = None
    compound: bool = False


def _is_share(text: str, found: re.Match[str]) -> bool:
    """Tell "three quarters of the members" from "within two quarters of the sale"."""
    return _PARTS.match(text, found.start("unit")) is not None and not _RUNS_FROM.search(
        text, 0, found.start()
    )


def has_duration(text: str) -> bool:
    """Tell quickly whether a text may hold a length of time."""
    return not UNIT_FORMS.isdisjoint(words_in(text))


def measure(value: float, unit_word: str, kind: str) -> tuple[float, Unit, bool]:
    """Return value, unit and whether working days are meant, for a unit as written."""
    times, name = _UNITS[unit_word.lower()]
    kind = kind.lower()
    if kind in _SCHOOL and name in ("day", "week"):
        return value * (5 if name == "week" else 1), Unit.SCHOOL_DAY, False
    if name == "working day":
        return value, Unit.DAY, True
    return (
        value * times,
        Unit(name),
        kind in ("working", "business", "office", "week") and name in ("day", "hour"),
    )


def divide(value: float, unit: Unit, parts: float) -> tuple[float, Unit]:
    """Return one part of a length in a unit that suits it: half a year is 6 months."""
    if parts == 1:
        return value, unit
    times, smaller = _IN_SMALLER.get(unit, (1, unit))
    return value * times / parts, smaller


def _is_amount(text: str, end: int) -> bool:
    """Tell "two weeks' rent", a sum, from "two weeks' notice", a time."""
    return text[end - 1] in "'’" and _OF_TIME.match(text, end) is None


@lru_cache(maxsize=256)  # limits, retention and counts of one sentence all ask
def find_durations(text: str) -> tuple[Duration, ...]:
    """Return the lengths of time of a text, in order."""
    found: list[Duration] = []
    for one in _durations(text) if has_duration(text) else ():
        # "Two weeks" of "two weeks to four weeks" is the lower end of what comes next.
        found = [earlier for earlier in found if earlier.end <= one.start] if one.low is not None else found
        whole = _joined(text, found[-1], one) if found else None
        found = [*found[:-1], whole] if whole is not None else [*found, one]
    return tuple(found)


def find_compounds(text: str) -> list[Duration]:
    """Return the lengths of a text told in two parts: "one year and six months", "an hour and three quarters"."""
    return [one for one in find_durations(text) if one.compound]


def _joined(text: str, one: Duration, other: Duration) -> Duration | None:
    """Return two lengths as one, "two weeks and three days"; None where the second is another length."""
    whole, rest = _IN_DAYS.get(one.unit, 0), _IN_DAYS.get(other.unit, 0) * other.value
    ranged = one.low is not None or other.low is not None or one.working or other.working
    if ranged or not 0 < rest < whole or not _AND.fullmatch(text, one.end, other.start):
        return None
    before = text[: one.start][-_LOOK_BACK:]
    leads = _LEADS_ON if one.bare else _FREE
    if not leads.search(before) or _OF_ANOTHER.match(text, other.end):
        return None
    if _COUNTED_OVER.search(before) and _RATE_AFTER.match(text, other.end):
        return None
    value = one.value + rest / whole
    return replace(one, end=other.end, value=value, bare=False, compound=True)


def _more(words: str) -> float:
    return 0.5 if "half" in words.lower() else 0.75 if "three" in words.lower() else 0.25


def _durations(text: str) -> Iterator[Duration]:
    for found in _DURATION.finditer(text):
        number = found["number"].strip().lower()
        half = (found["half"] or "").lower()
        amount = read_number(number) if number else 1.0
        if amount is None or _is_amount(text, found.end()):
            continue
        whole = _OF_A_TIME.match(text, found.end()) if found["unit"].lower() == "quarter" else None
        if whole is not None and number not in ("the", ""):
            value, unit = divide(*measure(amount, whole["unit"], "")[:2], 4)
            yield Duration(found.start(), whole.end(), value, unit, working=False, bare=False)
            continue
        if _is_share(text, found):
            continue
        value, unit, working = measure(amount, found["unit"], found["kind"] or "")
        if half:
            value, unit = divide(value, unit, 2)
        elif found["more"]:
            value *= (amount + _more(found["more"])) / amount
        bare = number in ("a", "an", "the") and not half and not found["more"]
        told_in_two = bool(found["more"]) and (amount != 1 or "quarter" in found["more"].lower())
        length = Duration(found.start(), found.end(), value, unit, working, bare, compound=told_in_two)
        ends = None if bare or half else find_range(text, found.start("number"), found.end())
        if ends is None:
            yield length
        else:
            yield replace(length, start=min(ends.start, length.start), low=ends.low * value / amount)
