"""Ages told by where somebody stands at school: "Year 9s", "pupils in Years 7 to 9", "the lower sixth"."""

import re
from collections.abc import Iterator

from policycheck.domain.obligations import Comparator
from policycheck.lexicon.data import load
from policycheck.obligations.cues import telling_words, words_in
from policycheck.obligations.figures.numbers import NUMBER, read_number

_I = re.IGNORECASE
# Who is in Year 7 was 11 when it began.
_BEGINS_AT = 4.0
_LAST_YEAR = 13
_PUPILS = "|".join(load("ages")["pupils"])
_UP = r"(?:(?:and|or)\s(?:up(?:wards?)?|above|over|older|beyond)|upwards?|up(?=\s?(?:$|[.,;:)|]))|\+)"
_DOWN = r"(?:(?:and|or)\s(?:below|under|down|younger)|downwards?)"
_AND = r"(?:\s?[-–]\s?|\s(?:to|and|or|until|&)\s)"
_YEAR = re.compile(
    rf"\b(?P<before>(?i:(?:up\s)?into|in|from|until|till|to|of|reach(?:es|ed)?|start(?:s|ed|ing)?(?:\s(?:at|in))?:?|finish(?:es|ed)?|leav(?:es?|ing)|"
    rf"enter(?:s|ed|ing)?|below|above|under|over|up\sto|than|(?:{_PUPILS})(?:\sare)?)\s(?:the\s)?)?"
    rf"(?P<year>[Yy]ears?|YEARS?|Yrs?)\s(?P<number>(?i:{NUMBER}))(?P<many>['’]?s)?\b"
    rf"(?:(?P<join>(?i:{_AND}))(?:[Yy]ears?\s|Yrs?\s)?(?P<second>(?i:{NUMBER}))(?:['’]?s)?\b)?"
    rf"(?P<after>\s(?i:{_UP}|{_DOWN})(?=\W|$)|\s(?i:{_PUPILS})\b)?(?!\s(?:of|on\s(?:year|the\s(?:job|rig|course)))\b|[.,:/£%]\d)"
)
_UPWARDS = re.compile(rf"\s?{_UP}$", _I)
_DOWNWARDS = re.compile(rf"\s?{_DOWN}$", _I)
_UP_TO = re.compile(r"(?:up\sto|until|till)\s", _I)
# "In Year 2" may be the second year of anything; few things but schools have a ninth.
_FEW = 7


def find_school_years(text: str) -> Iterator[tuple[int, int, Comparator, float]]:
    """Yield where a text tells an age by the school, how it bounds it and the age."""
    words = words_in(text)
    if not words.isdisjoint(("year", "years", "yr", "yrs")):
        for found in _YEAR.finditer(text):
            yield from _ages(found)
    if not words.isdisjoint(_CUES):
        for comparator, pattern, ages in _PHRASES:
            for phrase in pattern.finditer(text):
                yield phrase.start(), phrase.end(), comparator, float(ages[phrase[0].lower()])


def _ages(found: re.Match[str]) -> Iterator[tuple[int, int, Comparator, float]]:
    first, second = _year(found["number"]), _year(found["second"] or "")
    if not 0 < first <= _LAST_YEAR or (second and not first < second <= _LAST_YEAR):
        return
    if not _is_of_school(found, first):
        return
    start = found.start("year")
    if second:
        middle = found.end("join")
        yield start, found.start("join"), Comparator.AT_LEAST, first + _BEGINS_AT
        yield middle, found.end(), Comparator.AT_MOST, second + _BEGINS_AT
        return
    yield start, found.end(), _bound(found), first + _BEGINS_AT


def _is_of_school(found: re.Match[str], year: int) -> bool:
    """Tell "Year 9s" and "pupils in Year 3" from "Year 2 of the contract" and "after year 7"."""
    if found["many"] or found["after"] or found["second"]:
        return found["year"][0] == "Y" or found["many"] is not None or _is_pupil(found["after"])
    before = (found["before"] or "").lower()
    if (
        _is_pupil(before)
        or before.startswith("up into")
        or re.search(rf"\b(?:{_PUPILS})\b[^.;:]{{0,30}}$", found.string[: found.start()], _I)
    ):
        return True
    return found["year"] in ("Year", "Yr") and bool(before) and year >= _FEW


def _is_pupil(words: str | None) -> bool:
    return words is not None and re.search(rf"\b(?:{_PUPILS})\b", words, _I) is not None


def _bound(found: re.Match[str]) -> Comparator:
    if _UPWARDS.match(found["after"] or ""):
        return Comparator.AT_LEAST
    if _DOWNWARDS.match(found["after"] or "") or _UP_TO.match(found["before"] or ""):
        return Comparator.AT_MOST
    return Comparator.EXACTLY


def _year(words: str) -> int:
    return int(read_number(words) or 0)


def _phrases(name: str, comparator: Comparator) -> tuple[Comparator, re.Pattern[str], dict[str, float]]:
    ages: dict[str, float] = load("ages")[name]
    written = "|".join(sorted(map(re.escape, ages), key=len, reverse=True))
    return comparator, re.compile(rf"\b(?:{written})\b", _I), ages


_PHRASES = (
    _phrases("least", Comparator.AT_LEAST),
    _phrases("at", Comparator.EXACTLY),
    _phrases("most", Comparator.AT_MOST),
)
_CUES = telling_words(phrase for _, _, ages in _PHRASES for phrase in ages)
