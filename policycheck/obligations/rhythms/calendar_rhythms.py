"""How often, told by the calendar in a sentence: "Mondays and Thursdays", "in spring and again in autumn"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from policycheck.domain.obligations import Unit
from policycheck.lexicon.data import load
from policycheck.obligations.cues import telling_words, words_in
from policycheck.obligations.figures.durations import divide
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
# "On a Monday and a Thursday", "Monday to Friday", "at weekends"
_ON_A_DAY = re.compile(
    r"\bon\san?\s(?P<one>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?:\sand\s(?:again\s)?(?:on\s)?an?\s(?P<two>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))?"
    r"|\b(?P<ends>at\sweekends)\b|\b(?P<work>on\sweekdays)\b"
)
# "On 1 March and 1 September", "each 1 April"
_FULL_MONTH = "|".join(name.title() for name in _CALENDAR["month_names"])
_A_DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:{_FULL_MONTH}))\b(?!,?\s\d{{4}})"
_DATES = re.compile(
    rf"\b(?:[Oo]n|[Bb]y)\s(?:the\s)?(?P<dates>{_A_DATE}(?:(?:,\s|,?\sand\s)(?:again\s)?(?:(?:on|by)\s)?(?:the\s)?{_A_DATE})+)|\b(?:[Ee]ach|[Ee]very)\s(?P<one>{_A_DATE})"
)
_OF_MONTH = re.compile(
    r"\b(?:on\sthe\s(?:first|last|1st|\d{1,2}(?:st|nd|rd|th))\s(?:(?:working\s)?day\s)?of\s(?:the|each|every)\smonth\b|(?:first|last|1st)\s(?:(?:working\s)?day\s)?of\s(?:the|each|every)\smonth(?=\sonly\b|:))",
    _I,
)
_HOUR = (
    r"(?:\d{1,2}(?:[:.][0-5]\d)?\s?(?:am|pm|a\.m\.|p\.m\.)|(?:[01]?\d|2[0-4]):[0-5]\d|noon|midday|midnight)"
)
_WORD_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_HOURS = re.compile(
    rf"(?<!between\s)(?<!from\s)\bat\s(?P<hours>(?:about\s)?{_HOUR}(?:(?:,\s|,?\sand\s)(?:again\s)?(?:at\s)?{_HOUR})+)(?!\s(?:on|the|of)\b)|"
    rf"\bat\s(?P<told>{_WORD_HOUR}(?:(?:,\s|,?\sand\s){_WORD_HOUR})+)\so['’]clock|"
    rf"\bat\s(?:{_WORD_HOUR}|{_HOUR})\b[^.;]{{0,50}}?\band\b[^.;]{{0,25}}?\bagain\sat\s(?P<again>{_WORD_HOUR}|{_HOUR})\b",
    _I,
)
# "Spring and autumn suit most people"
_ALL_SEASONS = re.compile(
    r"\b(?:spring,\ssummer,\sautumn(?:,|,?\sand)\swinter|winter,\sspring,\ssummer(?:,|,?\sand)\sautumn)\b", _I
)
_TWO_SEASONS = re.compile(
    r"\b(?:spring\sand\sautumn|autumn\sand\sspring|summer\sand\swinter|winter\sand\ssummer)\b(?!['’\s](?:s\b|terms?\b|months?\b|colours?\b|clothes))",
    _I,
)
# "When the leaves come out and again when they come down"
_TURNS_OF_YEAR = re.compile(
    r"\bwhen\sthe\s(?:leaves|clocks|cuckoos?|swallows|frosts?|snows?|blossom|nights|evenings|days|weather|season|heating|birds)\b[^.;:,]{0,30}?\sand\s(?:then\s)?(?P<again>again\s)?when\b",
    _I,
)
_SEASONS = ("spring", "summer", "autumn", "winter")
_YEARLY = "|".join(sorted(_CALENDAR["yearly"], key=len, reverse=True))
# In full, or cut short as tables and notices have it: "Jan + Jul", "MAR & SEP".
_MONTH = f"(?-i:{_FULL_MONTH}|(?:{'|'.join(f'{m.title()}|{m.upper()}' for m in _CALENDAR['months'])}|Sept|SEPT)\\b)"
_NAMED = rf"(?:(?:the\s)?(?:early\s|late\s|mid-?\s?)?(?:{_YEARLY}|{_MONTH}))(?:\sterms?\b)?"
_YEAR_LIST = re.compile(
    rf"\b(?P<how>in|at|every|each|come|one\sin|one\sat|once\sin|once\sat|(?<=\w):)\s(?P<names>{_NAMED}(?:(?:,\s|,?\sand\s|\s?[+&/]\s?)(?:one\s|once\s)?(?P<more>(?:in|at)\s)?{_NAMED})+)\b"
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
_WHEN = (
    r"when\s(?:you|we|they)\s(?:open|close|shut|lock|unlock|arrive|leave|start|finish|get\s(?:up|in|back)|go\s(?:home|off|to\sbed)|"
    r"come\s(?:in|on)|knock\soff|clock\s(?:on|off)|turn\sin|(?:put|turn|switch)\sthe\slights\s(?:on|off|out))(?:\sup|\sshop)?"
)
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
    yield from _on_named_days(text, words)
    for found in _HOURS.finditer(text) if "at" in words else ():
        many = (
            2
            if found["again"]
            else len(re.findall(_WORD_HOUR if found["told"] else _HOUR, found["told"] or found["hours"], _I))
        )
        yield Span(found.start(), found.end(), divide(1.0, Unit.DAY, many))
    if words.isdisjoint(_CUES):
        return
    for found in (*_TWO_SEASONS.finditer(text), *_TURNS_OF_YEAR.finditer(text)):
        yield Span(found.start(), found.end(), divide(1.0, Unit.YEAR, 2))
    for found in _ALL_SEASONS.finditer(text):
        yield Span(found.start(), found.end(), (3.0, Unit.MONTH))
    for found in _AGAIN.finditer(text):
        yield Span(found.start(), found.end(), divide(1.0, Unit.YEAR, 2))
    for found in _YEAR_LIST.finditer(text):
        names = [name.lower() for name in re.findall(rf"{_YEARLY}|{_MONTH}", found["names"], _I)]
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
_CUES = frozenset(["leaves", "clocks", "when"]) | telling_words(
    [*_CALENDAR["yearly"], *_CALENDAR["month_names"], *_CALENDAR["months"], *_CALENDAR["daily"]]
)


def _on_named_days(text: str, words: frozenset[str]) -> Iterator[Span[Often]]:
    """Yield "on a Monday", "at weekends", "on 1 March and 1 September" and "on the first of the month"."""
    for found in (
        _ON_A_DAY.finditer(text) if not words.isdisjoint(_DAY_CUES | {"weekends", "weekdays"}) else ()
    ):
        # "... must not be done (a) on a Sunday": the ban stands above its items.
        if not found.start() or (found["one"] and _FALLS.search(text[: found.start()][-160:])):
            continue
        many = 5 if found["work"] else 2 if found["two"] else 1
        yield Span(found.start(), found.end(), divide(1.0, Unit.WEEK, many))
    for found in _OF_MONTH.finditer(text) if "month" in words else ():
        yield Span(found.start(), found.end(), (1.0, Unit.MONTH))
    for found in _DATES.finditer(text) if not words.isdisjoint(_MONTH_NAMES) else ():
        many = len(re.findall(_A_DATE, found["dates"] or found["one"]))
        yield Span(found.start(), found.end(), divide(1.0, Unit.YEAR, many))


# "Falls on a Sunday"; and what is banned on one is not done once a week.
_FALLS = re.compile(
    r"\b(?:(?:falls?|fell|ends?|lands?|expires?|born|open|closed|shut)\s(?:\w+\s)?|(?:is|are|was|except|than)\s|"
    r"(?:until|till|before|after|from|by)\s\S+(?:\s[ap]\.?m\.?)?\s)$|"
    r"\b(?:not|never|no|none|nobody|nothing|nor|cannot|except|save|unless|if)\b[^.;]*$",
    _I,
)
_MONTH_NAMES = frozenset(_CALENDAR["month_names"])


def _run_on(names: list[str]) -> bool:
    """Tell "June and July" and "autumn and winter", a time of the year, from "March and September"."""
    cut = [name[:3] for name in names]
    for all_of, told, most in ((_CALENDAR["months"], cut, 12), (_SEASONS, names, 4)):
        places = [all_of.index(name) for name in told if name in all_of]
        if len(places) == len(names) and len(names) < most:
            return all((later - earlier) % most == 1 for earlier, later in pairwise(places))
    return False
