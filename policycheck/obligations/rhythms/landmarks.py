"""How often, told by what comes round again and again: "on every payday", "come the equinox", "in leap years"."""

import re
from collections.abc import Iterator

from policycheck.domain.obligations import Unit
from policycheck.lexicon.data import load
from policycheck.obligations.cues import telling_words, words_in
from policycheck.obligations.spans import Span

Often = tuple[float, Unit]
_I = re.IGNORECASE
_MARKS: dict[str, tuple[float, str]] = {
    name: (float(many), unit) for name, (many, unit) in load("times")["landmarks"].items()
}
_CUES = telling_words(form for name in _MARKS for form in (name, f"{name}s", f"{name}es"))
_NAMES = "|".join(re.escape(name) for name in sorted(_MARKS, key=len, reverse=True))
_MARK = rf"(?P<mark>{_NAMES})(?P<many>s|es)?(?![\w-])"
_A_MARK = re.compile(rf"(?<![\w-]){_MARK}", _I)
_COMES = r"(?:there(?:['’]s|\sis)|it(?:['’]s|\sis)|we\s(?:have|get)|they\s(?:have|get))"
# "Each payday", "come the equinox", "when there is a new moon", "in leap years", "on the anniversary of".
_EACH = re.compile(
    rf"\b(?:(?:every|each|any)\s(?P<nth>other\s|second\s|third\s)?(?:single\s|last\s)?|(?:whenever|when|as|if)\s{_COMES}\s(?:an?\s|the\s)?|come\s(?:the\s|each\s)?){_MARK}",
    _I,
)
_OF_ITS = re.compile(rf"\b(?:on|at|with)\s(?:the|your|their|its|his|her|our|an?)\s(?:[a-z]+\s)?{_MARK}", _I)
_PLURAL = re.compile(rf"\b(?:in|on|at)\s(?:the\s(?:four\s|two\s)?)?{_MARK}", _I)
_ALTERNATE = re.compile(
    rf"\b(?:alternate|alternating|alt\.?|every\s(?P<nth>other|second|third))\s(?:{_MARK}|(?:winter|summer|spring|autumn|januar(?:y|ie)|februar(?:y|ie)|march|april|may|june|july|august|september|october|november|december)s?\b)",
    _I,
)
_NTH = {"other": 2.0, "second": 2.0, "third": 3.0}
# What is done at a feast need not be done at each.
_FEASTS = (
    "christmas",
    "xmas",
    "easter",
    "whitsun",
    "new year",
    "harvest",
    "midsummer",
    "birthday",
    "bank holiday",
    "census",
)
_ONE_DAY = re.compile(
    r"\b(?:by|before|after|until|till|since|from|except|excluding|not|no|never|than)\s(?:\w+\s){0,2}$", _I
)
_AND = re.compile(rf"\s?,?\s(?:and|&|plus)\s(?:again\s)?(?:(?:come|at|on|in)\s)?(?:the\s)?{_MARK}", _I)
_BESIDE = frozenset(load("times")["landmark_cells"]["beside"])
_BRACKETS = re.compile(r"\([^()]{0,30}\)")
_YEAR_IN_MONTHS = 12.0


def find_landmarks(text: str) -> Iterator[Span[Often]]:
    """Yield how long it is from one time to the next where a sentence ties an act to what comes round."""
    words = words_in(text)
    if not words.isdisjoint(("alternate", "alternating", "alt", "other", "second", "third")):
        for found in _ALTERNATE.finditer(text):
            many, unit = _MARKS.get((found["mark"] or "").lower(), (1.0, "year"))
            yield Span(
                found.start(), found.end(), (many * _NTH[(found["nth"] or "other").lower()], Unit(unit))
            )
    if words.isdisjoint(_CUES):
        return
    for pattern in (_EACH, _OF_ITS, _PLURAL):
        for found in pattern.finditer(text):
            if not _is_each(found):
                continue
            marks, end = [found["mark"].lower()], found.end()
            while more := _AND.match(text, end):
                marks.append(more["mark"].lower())
                end = more.end()
            yield Span(found.start(), end, _often(marks))


def _is_each(found: re.Match[str]) -> bool:
    if _ONE_DAY.search(found.string[: found.start()][-24:]) or found.groupdict().get("nth"):
        return False
    if found.re is _PLURAL:
        return found["many"] is not None
    return found.re is _EACH or found["mark"].lower() not in _FEASTS


def read_landmarks(words: str) -> Often | None:
    """Return how often by words that name nothing but what comes round, "mid-month and month end"; else None."""
    if words_in(words).isdisjoint(_CUES):
        return None
    plain = _BRACKETS.sub(" ", words)
    marks = [found["mark"].lower() for found in _A_MARK.finditer(plain)]
    rest = re.findall(r"[\w'’-]+", _A_MARK.sub(" ", plain).lower())
    return _often(marks) if marks and _BESIDE.issuperset(rest) else None


def _often(marks: list[str]) -> Often:
    """Return the rhythm of all marks together: what falls on each of two comes twice as often."""
    different = set(marks)
    if len(different) == 1:
        many, unit = _MARKS[marks[0]]
        return many, Unit(unit)
    a_year = sum(_YEAR_IN_MONTHS / _in_months(*_MARKS[mark]) for mark in different)
    return _YEAR_IN_MONTHS / a_year, Unit.MONTH


def _in_months(many: float, unit: str) -> float:
    return many * (_YEAR_IN_MONTHS if unit == Unit.YEAR.value else 1.0)
