"""How often, told by whose turn it is or by when it was last: "a third of the alarms each year"."""

import re
from collections.abc import Iterator

from policycheck.domain.obligations import Unit
from policycheck.lexicon.data import load
from policycheck.obligations.figures.durations import UNIT_WORDS, measure
from policycheck.obligations.figures.numbers import NUMBER, ORDINAL, read_number, read_ordinal
from policycheck.obligations.readers import Reader, read_by
from policycheck.obligations.spans import Span

Often = tuple[float, Unit, bool]
_I = re.IGNORECASE
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SEASON = r"(?:spring|summer|autumn|winter|season)"
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10, "twelfth": 12}
_MONTHS: list[str] = load("rhythms")["calendar"]["month_names"]
_SHORT = "|".join(name[:3] for name in _MONTHS)
# "Every third Thursday", but not "each third Thursday of the month"
_NTH_WEEKDAY = re.compile(
    rf"\b(?:every|each)\s(?P<nth>{ORDINAL})\s{_DAY}\b(?!\s(?:of|in)\s(?:the|each|every|a)\b)", _I
)
# "A third of the fleet each winter", "half the pumps one year", "one van in four each winter"
_A_PART = re.compile(
    rf"\b(?:(?:an?\s|one[-\s])?(?P<part>{'|'.join(_PARTS)})(?:\sof)?\s(?:the|our|its|their|all|them|these|those)\b|"
    rf"one\s(?:[a-z-]+\s)?in\s(?:every\s)?(?P<many>{NUMBER})(?!\s(?:{UNIT_WORDS})))"
    rf"(?:\s(?!and\b|or\b|within\b|by\b|for\b|before\b|after\b)[a-z][\w’'-]*){{0,4}}?,?\s(?:(?:is|are|get|gets)\s[a-z]+\s)?(?:each|every|per|a|in\sany\sone)\s(?P<unit>{UNIT_WORDS}|{_SEASON})\b",
    _I,
)
_OF_MONEY = re.compile(
    r"[£%]|\b(?:fees?|price|cost|costs|rent|pay|paid|pays|deposit|budget|income|salary|wages?|loan|sum|amount|balance|money|debt|bill|charge|premium|holiday|leave|"
    r"time|hours|days|votes?)\b",
    _I,
)
# "Odd-numbered boats this winter, even-numbered boats next", "one half this year and the other half next"
_BY_TURNS = re.compile(
    rf"\b(?P<one>odd|half)\b[^.;:]{{0,40}}?\b(?:this|one)\s(?P<unit>{UNIT_WORDS}|{_SEASON})\b,?[^.;:]{{0,12}}?\b(?:even\b|(?:the\s)?(?:other|second|rest|remainder)\b)"
    r"[^.;:]{0,40}?\b(?:next|the\snext|following|after)\b",
    _I,
)
# "At the start of each of the three terms"
_EACH_OF = re.compile(
    rf"\b(?:each|every\sone)\sof\s(?:the|our|its)\s(?:{NUMBER})\s(?P<unit>{UNIT_WORDS})s\b", _I
)
_WITH_SEASONS = re.compile(r"\b(?:with|as)\sthe\sseasons\b(?:\s(?:turn|change|come))?", _I)
# "Before it is used on any day", "on each day that it is worked"
_USED = r"(?:used|worked|opened|started|run|driven|flown|ridden|operated|occupied|open|in\suse)"
_DAY_OF_USE = re.compile(
    rf"\bbefore\b[^.;:,]{{0,40}}?\b(?:{_USED}|use|work|opening)\s(?:on|in)\s(?:any|each|every|a)\s(?:working\s|given\s)?(?P<of>day|shift|night|session)\b|"
    rf"\bon\s(?:any|each|every)\s(?:working\s)?(?P<day>day)\s(?:(?:that|when|on\swhich)\s)?(?:it|they|the\s[a-z]+)\s(?:is|are)\s(?:(?:to\sbe|being)\s)?{_USED}\b|"
    r"\bon\s(?:each|every|any)\s(?P<use>day)\sof\s(?:use|operation|opening|work)\b",
    _I,
)
# "Every: half-hour"
_EVERY_CELL = re.compile(
    rf"(?:^|[;|]\s)(?:every|once\severy|once\sa)(?:\s\w+)?:\s(?P<half>half[-\s](?:an?\s)?)?(?P<unit>{UNIT_WORDS})\b(?=\s?(?:$|[;|.,(]))",
    _I,
)


def _date(which: str) -> str:
    day = r"(?:\d{1,2}(?:st|nd|rd|th)?\s)?"
    return rf"(?:{day}(?P<{which}month>{_SHORT})[a-z]*\.?\s)?(?:\d\d?/)?(?P<{which}year>20\d\d)\b"


# "Last looked at: 2024; Next: 2027"
_LAST_AND_NEXT = re.compile(
    rf"\b(?:last|previous(?:ly)?|latest|most\srecent(?:ly)?|done|reviewed|tested|inspected|approved|issued|agreed|checked)\b[^:;.|\d]{{0,30}}?(?::\s|\s){_date('a')}"
    rf"[^\d]{{0,60}}?\b(?:next|due|again|renewal|renew|repeat|expires|review\sdate)\b[^:;.|\d]{{0,30}}?(?::\s|\s){_date('b')}",
    _I,
)
_LONGEST = 12 * 12  # months


def find_rotations(text: str) -> Iterator[Span[Often]]:
    """Yield how long it is from one time to the next, with the places."""
    yield from read_by(_READERS, text)


def _of(many: float, unit: str) -> Often:
    low = unit.lower()
    return measure(many, "year" if re.fullmatch(_SEASON, low) else low, "")


def _nth_weekday(found: re.Match[str]) -> Often | None:
    place = read_ordinal(found["nth"])
    return (place, Unit.WEEK, False) if 1 < place <= len(_PARTS) + 1 else None


def _a_part(found: re.Match[str]) -> Often | None:
    if _OF_MONEY.search(found.string[max(0, found.start() - 40) : found.end()]):
        return None
    many = _PARTS[found["part"].lower()] if found["part"] else read_number(found["many"])
    return _of(many, found["unit"]) if many else None


def _by_turns(found: re.Match[str]) -> Often:
    return _of(2, found["unit"])


def _each_of(found: re.Match[str]) -> Often:
    return _of(1, found["unit"])


def _seasons(_found: re.Match[str]) -> Often:
    return (3.0, Unit.MONTH, False)


def _day_of_use(found: re.Match[str]) -> Often:
    return (8.0, Unit.HOUR, False) if (found["of"] or "").lower() == "shift" else (1.0, Unit.DAY, False)


def _every_cell(found: re.Match[str]) -> Often:
    value, unit, working = _of(1, found["unit"])
    if not found["half"]:
        return value, unit, working
    return (30.0, Unit.MINUTE, False) if unit is Unit.HOUR else (value / 2, unit, working)


def _last_and_next(found: re.Match[str]) -> Often | None:
    years = int(found["byear"]) - int(found["ayear"])
    months = 12 * years
    if found["amonth"] and found["bmonth"]:
        places = _SHORT.split("|")
        months += places.index(found["bmonth"].lower()) - places.index(found["amonth"].lower())
    if not 0 < months <= _LONGEST:
        return None
    return (months / 12, Unit.YEAR, False) if months % 12 == 0 else (float(months), Unit.MONTH, False)


# Each pattern with what reads it, and words of which a text must hold one for it to be tried.
_READERS: tuple[Reader[Often], ...] = (
    (
        _NTH_WEEKDAY,
        _nth_weekday,
        frozenset(f"{day}day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")),
    ),
    (_A_PART, _a_part, frozenset([*_PARTS, "one"])),
    (_BY_TURNS, _by_turns, frozenset(["odd", "half"])),
    (_EACH_OF, _each_of, frozenset(["of"])),
    (_WITH_SEASONS, _seasons, frozenset(["seasons"])),
    (_DAY_OF_USE, _day_of_use, frozenset(["day", "shift", "night", "session"])),
    (_EVERY_CELL, _every_cell, frozenset(["every", "once"])),
    (_LAST_AND_NEXT, _last_and_next, frozenset(["next", "due", "again", "renewal", "renew", "repeat", "expires"])),
)  # fmt: skip
