"""How often, told by the calendar in a sentence: "Mondays and Thursdays", "in spring and again in autumn"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from policycheck.domain.obligations import Unit
from policycheck.lexicon.data import load
from policycheck.obligations.cues import telling_words, words_in
from policycheck.obligations.durations import divide
from policycheck.obligations.spans import Span

Often = tuple[float, Unit]
_I = re.IGNORECASE
_CALENDAR: dict[str, list[str]] = load("rhythms")["calendar"]
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days"
_SHORT_DAY = r"(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)s?"
_AND = r"(?:,\s|,?\s(?:and|&)\s(?:again\s)?(?:on\s)?|/)"
# As they are written, with a capital.
_WEEKDAYS = re.compile(
    rf"\b(?>(?P<days>{_DAY}(?:{_AND}{_DAY})*|{_SHORT_DAY}\b(?:{_AND}{_SHORT_DAY}\b)+|(?:{_SHORT_DAY}|{_DAY[:-1]})\b(?=\sonly\b))(?:\sonly\b)?)"
    r"(?!\s?(?:-|–|to)\s?[A-Z])(?!,?\s(?:and|or)\s(?:bank|public|other)\b)"
)
_LEFT_OUT = re.compile(
    r"\b(?:except|excluding|excepting|excepted|save|other\sthan|apart\sfrom|but\snot|not|never|no|nor|or|than|open|closed|shut|to|until|from|between|"
    r"(?:not|never)\s\w+|includ\w+|non|outside|these|those|which|are|count\w*|hours?)\s(?:on\s)?(?:the\s)?(?:[A-Z]\w+(?:,\s|\s(?:and|or)\s))*$",
    _I,
)
_SEASONS = ("spring", "summer", "autumn", "winter")
_YEARLY = "|".join(sorted(_CALENDAR["yearly"], key=len, reverse=True))
_MONTH = "|".join(name.title() for name in _CALENDAR["month_names"])
_NAMED = rf"(?:(?:the\s)?(?:early\s|late\s|mid-?\s?)?(?:{_YEARLY}|(?-i:{_MONTH})))(?:\sterms?\b)?"
_YEAR_LIST = re.compile(
    rf"\b(?P<how>in|at|every|each|come|one\sin|one\sat|once\sin|once\sat|(?<=\w):)\s(?P<names>{_NAMED}(?:(?:,\s|,?\sand\s)(?:one\s|once\s)?(?P<more>(?:in|at)\s)?{_NAMED})+)\b"
    r"(?!\s(?:\d|to\b))",
    _I,
)
_AGAIN = re.compile(
    rf"\b(?:in|at|before|after|every|each)\s(?P<names>{_NAMED})\b[^.;]{{0,50}}?\band\s(?:then\s)?(?:again|once\smore|a\ssecond\stime)\b",
    _I,
)
_NO_TIME = ("open", "close", "opening", "closing", "unlock", "am", "pm")
_DAILY = "|".join(
    sorted(
        (word for word in _CALENDAR["daily"] if "." not in word and word not in _NO_TIME),
        key=len,
        reverse=True,
    )
)
_WHEN = r"when\s(?:you|we|they)\s(?:open|close|shut|lock|unlock|arrive|leave|start|finish)(?:\sup|\sshop)?"
_IN_DAY = rf"(?:(?:(?:in|at|before|after|over)\s)?(?:the\s)?(?:{_DAILY})|{_WHEN})"
_DAY_LIST = re.compile(
    rf"(?<![-\w])(?P<names>{_IN_DAY}(?:(?:,\s|,?\sand\s)(?P<again>(?:then\s)?again\s)?{_IN_DAY})+)\b(?=\s?(?:$|[.,;:)!]|\b(?:with|for|to|by|as|so|until|without|while)\b))",
    _I,
)


def find_calendar_rhythms(text: str) -> Iterator[Span[Often]]:
    """Yield how often by the days, seasons and hours that a sentence lists; best where nothing else says how often."""
    words = words_in(text)
    for found in _WEEKDAYS.finditer(text) if not words.isdisjoint(_DAY_CUES) else ():
        if not _LEFT_OUT.search(text[: found.start()][-60:]):
            many = len(re.findall(_SHORT_DAY, found["days"]))
            yield Span(found.start(), found.end(), divide(1.0, Unit.WEEK, many))
    if words.isdisjoint(_CUES):
        return
    for found in _AGAIN.finditer(text):
        yield Span(found.start(), found.end(), divide(1.0, Unit.YEAR, 2))
    for found in _YEAR_LIST.finditer(text):
        names = [name.lower() for name in re.findall(rf"{_YEARLY}|(?-i:{_MONTH})", found["names"], _I)]
        if len(set(names)) > 1 and not _run_on(names):
            yield Span(found.start(), found.end(), divide(1.0, Unit.YEAR, len(set(names))))
    for found in _DAY_LIST.finditer(text):
        many = len(re.findall(rf"\b(?:{_DAILY}|{_WHEN})\b", found["names"], _I))
        if many > 1:
            yield Span(found.start(), found.end(), divide(1.0, Unit.DAY, many))


_DAY_CUES = frozenset(
    form
    for day in ("mon", "tues", "tue", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun")
    for form in (day, f"{day}s")
) | frozenset(
    f"{day}day{s}" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun") for s in ("", "s")
)
_CUES = telling_words([*_CALENDAR["yearly"], *_CALENDAR["month_names"], *_CALENDAR["daily"]])


def _run_on(names: list[str]) -> bool:
    """Tell "June and July" and "autumn and winter", a time of the year, from "March and September"."""
    for all_of, most in ((_CALENDAR["month_names"], 12), (_SEASONS, 4)):
        places = [all_of.index(name) for name in names if name in all_of]
        if len(places) == len(names) and len(names) < most:
            return all((later - earlier) % most == 1 for earlier, later in pairwise(places))
    return False
