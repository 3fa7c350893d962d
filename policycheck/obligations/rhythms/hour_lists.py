"""How often, told by hours and days in passing: "at 10, 2 and 6", "eight in the morning, one o'clock and six"."""

import re
from collections.abc import Iterator

from policycheck.domain.obligations import Unit
from policycheck.obligations.cues import words_in
from policycheck.obligations.figures.durations import divide
from policycheck.obligations.spans import Span

_I = re.IGNORECASE
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midday|midnight)"
_HOUR = (
    rf"(?:{_WORD}|(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?)"
    r"(?:\s(?:o['’]clock|in\sthe\s(?:morning|afternoon|evening)|at\snight)|\s?[ap]\.?m\b\.?)?"
)
_LIST = re.compile(
    rf"\b(?P<at>at\s(?:about\s)?)?(?P<hours>{_HOUR}(?:,\s{_HOUR})*,?\s(?:and|then)\s(?:again\s)?(?:at\s)?{_HOUR})"
    r"(?P<round>,?\s(?:round\sthe\sclock|day\sand\snight|twice\sround))?(?=\s?(?:$|[.,;:!)]|(?:every|each)\sday|sharp\b|on\sthe\sdot))",
    _I,
)
_MARKED = re.compile(
    r"o['’]clock|in\sthe\s(?:morning|afternoon|evening)|at\snight|\d\s?[ap]\.?m\b|noon|midday|midnight|[:.]\d\d",
    _I,
)
_SPAN_OR_COUNT = re.compile(
    r"\b(?:between|from|aged?|ages|years?|pages?|section|paragraph|rooms?|numbers?|of|stages?|steps?|tables?)\s$",
    _I,
)
# "If it's Monday", "come Friday", "Friday, four o'clock: somebody checks".
_WEEKDAY = re.compile(
    rf"\b(?:if|when|whenever|as)\sit(?:['’]s|\sis)\s(?:an?\s)?(?P<one>{_DAY})\b|\bof\sa\s(?P<of>{_DAY})\b|\bcome\s(?P<come>{_DAY})\b|"
    rf"(?:^|[.!?]\s)(?P<opens>{_DAY})s?(?:\s(?:morning|afternoon|evening|night|lunchtime))?(?:,\s[^:.;,]{{1,40}})?[:,]\s(?!\d)",
    _I,
)
_IN_A_CELL = re.compile(r"(?:^|[:|])\s*$")
_FEWEST = 2
# What opens at one hour and closes at another is not done at both.
_HOURS_OF_OPENING = re.compile(r"\b(?:open|clos|start|begin|finish|end|shut|stop|run)\w*\b", _I)


def find_hour_lists(text: str) -> Iterator[Span[tuple[float, Unit]]]:
    """Yield how long it is from one time to the next with the places."""
    words = words_in(text)
    if not words.isdisjoint(("and", "then")):
        for found in _LIST.finditer(text):
            marked = _MARKED.search(found["hours"]) is not None
            if not (found["at"] or marked) or _SPAN_OR_COUNT.search(text[: found.start()][-12:]):
                continue
            if not found["at"] and _IN_A_CELL.search(text[: found.start()]) and found["hours"][0].isdigit():
                continue  # which the heading of its column tells of
            hours = re.findall(rf"\b{_HOUR}", found["hours"], _I)
            clock = [_of_day(hour) for hour in hours]
            if len(hours) == _FEWEST and _HOURS_OF_OPENING.search(text):
                continue
            if len(hours) >= _FEWEST and all(hour is not None for hour in clock):
                times = len(hours) * (2 if found["round"] and not marked else 1)
                yield Span(found.start(), found.end(), divide(1.0, Unit.DAY, times))
    if any(
        day in text.lower()
        for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    ):
        for found in _WEEKDAY.finditer(text):
            yield Span(found.start(), found.end(), (1.0, Unit.WEEK))


def _of_day(hour: str) -> float | None:
    number = re.match(r"\d+", hour)
    return float(number[0]) if number and float(number[0]) <= 24 else None if number else 1.0
