"""Time limits and frequencies: "within 10 working days of the decision", "twice a year", "promptly"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from policycheck.domain.obligations import Comparator, LimitKind, TimeLimit
from policycheck.obligations.figures.brief_lengths import BOUNDS, Told, find_brief_lengths
from policycheck.obligations.figures.durations import Duration, find_durations
from policycheck.obligations.keeping.retention import find_retention
from policycheck.obligations.limit_kinds import GONE, Reading, classify, is_time_to_act
from policycheck.obligations.nth_days import find_nth_days
from policycheck.obligations.rhythms.frequencies import find_frequencies
from policycheck.obligations.spans import Places, Span, without_overlaps
from policycheck.obligations.triggers import read_trigger, without_act
from policycheck.obligations.vague import find_named_days, find_vague

_LOOK_BACK = 90
_I = re.IGNORECASE
# What joins a second length to the limit before it: "10 days, or 20 days where ...", "10 days (20 if ...)".
_ALSO = re.compile(
    r"(?:\s(?:of|from|after|following|for|if|where|when|in)\s[^.;:()]{1,60}?)?(?:,?\s(?:or|but)\s|\s?\()"
    r"(?:(?:up|rising|extended)\sto\s)?",
    _I,
)
_AND_ALSO = re.compile(r"\s(?:for|if|where|when|in)\s[^.;:()]{1,60}?,?\sand\s", _I)
_IN_EACH = re.compile(
    r"\s(?:in|during|per|over|out\sof|within)\s(?:any|each|every|an?|the)?\s?(?:period\sof\s)?", _I
)
_AGE = re.compile(r"[-\s]*(?:old\b|olds\b|of\sage\b|or\s(?:over|under|older|younger)\b)", _I)

_AGED = re.compile(r"\baged\s(?:[a-z]+\s){0,3}$", _I)  # "aged at least eight weeks"


def read_time_limits(text: str) -> tuple[TimeLimit, ...]:
    """Return the time limits and frequencies of a text, in order; how long records are kept is a threshold."""
    return tuple(span.value for span in find_time_limits(text))


def read_bare_limit(text: str, kind: LimitKind) -> TimeLimit | None:
    """Return the limit of a table cell that says only "10 working days", read as `kind`; None without one."""
    for duration in _lengths(text):
        return _span(text, duration, (kind, Comparator.AT_MOST, duration.start)).value
    return None


@lru_cache(maxsize=64)  # a sentence above a list is read once alone and once with its list
def find_time_limits(text: str) -> tuple[Span[TimeLimit], ...]:
    """Return the time limits with their places, trigger included, in order and without overlaps."""
    spans = [*find_frequencies(text), *find_named_days(text), *find_nth_days(text)]
    spans += _told_briefly(text)
    taken = Places(len(text), find_retention(text), spans)
    spans += _from_durations(text, taken)
    return tuple(without_overlaps([*spans, *find_vague(text)]))


def _told_briefly(text: str) -> Iterator[Span[TimeLimit]]:
    """Yield "D+5" and "night before", which say for themselves on which side of an event they lie."""
    for brief in find_brief_lengths(text):
        length, end = brief.value, brief.end
        if length.told is Told.LASTS:
            continue
        trigger, end = read_trigger(text, end)
        limit = TimeLimit(
            kind=_SIDES[length.told], value=length.value, unit=length.unit, text=text[brief.start : brief.end],
            working=length.working, trigger=trigger, comparator=BOUNDS.get(length.told, Comparator.AT_MOST),
        )  # fmt: skip
        yield Span(brief.start, max(end, brief.end), limit)


_SIDES = {
    Told.AFTER: LimitKind.WITHIN,
    Told.WITHIN: LimitKind.WITHIN,
    Told.SINCE: LimitKind.AFTER,
    Told.BEFORE: LimitKind.BEFORE,
}


def _lengths(text: str) -> list[Duration]:
    """Return the lengths of a text in order, those too that are written as tables write them."""
    brief = [
        Duration(one.start, one.end, one.value.value, one.value.unit, one.value.working, bare=False)
        for one in find_brief_lengths(text)
        if one.value.told is Told.LASTS
    ]
    if not brief:
        return list(find_durations(text))
    taken = Places(len(text), brief)
    others = (one for one in find_durations(text) if not taken.overlap(one.start, one.end))
    return sorted((*brief, *others), key=lambda one: one.start)


def _from_durations(text: str, taken: Places) -> Iterator[Span[TimeLimit]]:
    last: tuple[Duration, Reading] | None = None
    for duration in _lengths(text):
        if taken.overlap(duration.start, duration.end) or _AGE.match(text, duration.end):
            continue
        if _AGED.search(text[: duration.start]):
            continue
        between = text[last[0].end : duration.start] if last else ""
        if last and _IN_EACH.fullmatch(between):
            continue  # "45 days in one year" is one figure
        reading = _limit_of(text, duration) or _carried(text, duration, last)
        if reading is not None:
            last = duration, reading
            yield _span(text, duration, reading)


def _limit_of(text: str, duration: Duration) -> Reading | None:
    start = max(0, duration.start - _LOOK_BACK)
    reading = classify(text[start : duration.start], text, duration)
    return (reading[0], reading[1], start + reading[2]) if reading else None


def _carried(text: str, duration: Duration, last: tuple[Duration, Reading] | None) -> Reading | None:
    """Give "20 days" of "within 10 days, or 20 days where it is complex" the reading of the first length."""
    if last is None or duration.bare or duration.start - last[0].end > _LOOK_BACK:
        return None
    between = text[last[0].end : duration.start]
    if not (_ALSO.fullmatch(between) or _AND_ALSO.fullmatch(between)):
        return None
    return last[1][0], last[1][1], duration.start


def _span(text: str, duration: Duration, reading: Reading) -> Span[TimeLimit]:
    kind, comparator, start = reading
    gone = GONE.match(text, duration.end)
    trigger, end = read_trigger(text, gone.end() if gone else duration.end)
    if trigger and start == duration.start and is_time_to_act(text[:start], kind):
        end -= len(trigger)
        trigger = without_act(trigger)
        end += len(trigger)
    limit = TimeLimit(
        kind=kind, value=duration.value, unit=duration.unit, text=text[start : duration.end].strip(),
        working=duration.working, trigger=trigger, comparator=comparator, low=duration.low,
    )  # fmt: skip
    return Span(start, max(end, duration.end), limit)
