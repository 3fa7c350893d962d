"""Time limits and frequencies: "within 10 working days of the decision", "twice a year", "promptly"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from policycheck.domain.obligations import Comparator, LimitKind, TimeLimit
from policycheck.obligations.durations import Duration, find_durations
from policycheck.obligations.frequencies import find_frequencies
from policycheck.obligations.retention import find_retention
from policycheck.obligations.spans import Places, Span, without_overlaps
from policycheck.obligations.triggers import read_trigger
from policycheck.obligations.vague import find_named_days, find_vague

_LOOK_BACK = 90
_I = re.IGNORECASE
_MOST = (
    r"(?:(?:not|no)\s(?:more|longer|greater)\sthan|at\s(?:the\s)?(?:very\s)?most|(?:a\s)?maximum(?:\sof)?|"
    r"not\s(?:exceeding|to\sexceed)|up\sto|fewer\sthan|less\sthan|under)"
)
_LEAST = r"(?:at\s(?:the\s)?(?:very\s)?least|(?:not|no)\s(?:less|fewer)\sthan|(?:a\s)?minimum(?:\sof)?)"
_PERIOD = (
    r"(?:\s(?:a|an|the|any|that|another|their|its))?(?:\s(?:further|maximum|minimum|initial|total|"
    r"continuous|additional|first|next))?"
    r"(?:\s(?:period|space|limit|total|timescale|timeframe))?(?:\s(?:of|"
    r"not\sexceeding))?(?:\s(?:a|the|another|about|approximately))?"
)
_AT_MOST, _AT_LEAST, _EXACTLY = Comparator.AT_MOST, Comparator.AT_LEAST, Comparator.EXACTLY

# What stands before the figure, tried in order; the first that fits decides.
_LATEST = re.compile(rf"\b(?:by\s)?(?:no|not)\slater\sthan{_PERIOD}\s*$", _I)
_EARLIEST = re.compile(rf"\b(?:no|not)\s(?:earlier|sooner)\sthan{_PERIOD}\s*$", _I)
_WITHIN = re.compile(
    rf"\b(?:within|inside)(?:\s{_MOST})?{_PERIOD}\s*$|\bin\s(?:under|less\sthan|at\smost|no\smore\sthan)\s*$",
    _I,
)
_IN = re.compile(r"\b(?<!once\s)in\s*$", _I)
_END_OF = re.compile(
    rf"\b(?P<when>before|by|until|after|at|on|following)\s(?:the\s)?(?:end|expiry|expiration|close)\sof{_PERIOD}\s*$",
    _I,
)
_FOR = re.compile(rf"\b(?:for|lasting|lasts?|of)\s(?:(?P<least>{_LEAST})|(?P<most>{_MOST})){_PERIOD}\s*$", _I)
_FOR_PLAIN = re.compile(rf"\b(?:for|lasting|lasts?|takes?|throughout){_PERIOD}\s*$", _I)
_BARE_LEAST = re.compile(rf"\b{_LEAST}{_PERIOD}\s*$", _I)
_BARE_MOST = re.compile(rf"\b(?:by\s)?{_MOST}{_PERIOD}\s*$", _I)
_LONGER = re.compile(rf"\b(?:for\s)?(?:longer|more)\sthan{_PERIOD}\s*$|\bexceed(?:s|ing)?{_PERIOD}\s*$", _I)
_AFTER = re.compile(rf"\b(?P<word>after|following|until){_PERIOD}\s*$", _I)
_NOT_A_LIMIT = re.compile(
    r"\b(?:last|past|previous|preceding|aged?|age\sof|ages\sof|£\S{1,12}\s(?:a|per|for\seach)|first)\s*$", _I
)
_NEGATION = re.compile(r"\b(?:not|no|never|nobody|cannot|neither|nothing)\b", _I)

# What stands after it.
_EARLIER = re.compile(
    r"\s*(?:before\b|prior\sto\b|in\sadvance\b|ahead\sof\b|beforehand\b|ahead\b|"
    r"(?:\w+\s){0,2}notice\b|ending\s(?:on|with)\b|preceding\b)",
    _I,
)
_NOTICE = re.compile(r"\s*(?:of\s)?(?:\w+\s){0,2}notice\b|\s*in\sadvance\b|\s*beforehand\b", _I)
_LATER = re.compile(r"\s*(?:after|following|from|of|beginning|starting|commencing|since|later)\b", _I)
_AGE = re.compile(r"[-\s]*(?:old\b|olds\b|of\sage\b|or\s(?:over|under|older|younger)\b)", _I)

_OF = re.compile(r"\s*of\b", _I)
Reading = tuple[LimitKind, Comparator, int]


def read_time_limits(text: str) -> tuple[TimeLimit, ...]:
    """Return the time limits and frequencies of a text, in order; how long records are kept is a threshold."""
    return tuple(span.value for span in find_time_limits(text))


def read_bare_limit(text: str, kind: LimitKind) -> TimeLimit | None:
    """Return the limit of a table cell that says only "10 working days", read as `kind`; None without one."""
    for duration in find_durations(text):
        return _span(text, duration, (kind, _AT_MOST, duration.start)).value
    return None


@lru_cache(maxsize=64)  # a sentence above a list is read once alone and once with its list
def find_time_limits(text: str) -> tuple[Span[TimeLimit], ...]:
    """Return the time limits with their places, trigger included, in order and without overlaps."""
    spans = [*find_frequencies(text), *find_named_days(text)]
    taken = Places(len(text), find_retention(text), spans)
    spans += _from_durations(text, taken)
    return tuple(without_overlaps([*spans, *find_vague(text)]))


def _from_durations(text: str, taken: Places) -> Iterator[Span[TimeLimit]]:
    for duration in find_durations(text):
        if taken.overlap(duration.start, duration.end) or _AGE.match(text, duration.end):
            continue
        start = max(0, duration.start - _LOOK_BACK)
        reading = _classify(text[start : duration.start], text, duration)
        if reading is not None:
            kind, comparator, cue = reading
            yield _span(text, duration, (kind, comparator, start + cue))


def _span(text: str, duration: Duration, reading: Reading) -> Span[TimeLimit]:
    kind, comparator, start = reading
    trigger, end = read_trigger(text, duration.end)
    limit = TimeLimit(
        kind=kind, value=duration.value, unit=duration.unit, text=text[start : duration.end].strip(),
        working=duration.working, trigger=trigger, comparator=comparator,
    )  # fmt: skip
    return Span(start, max(end, duration.end), limit)


def _classify(before: str, text: str, duration: Duration) -> Reading | None:
    earlier = _EARLIER.match(text, duration.end) is not None
    reading = _bounded(before, earlier=earlier)
    if reading is not None or _NOT_A_LIMIT.search(before):
        return reading
    found = _END_OF.search(before)
    if found:
        return _after_end(before, found)
    if duration.bare:
        return _bare(before, text, duration)
    return _counted(before, text, duration, earlier=earlier)


def _bounded(before: str, *, earlier: bool) -> Reading | None:
    """Read "within", "no later than" and "not earlier than"."""
    latest = _LATEST.search(before)
    found = latest or _WITHIN.search(before)
    if found:
        if earlier:
            return LimitKind.BEFORE, _AT_LEAST if latest else _AT_MOST, found.start()
        return LimitKind.WITHIN, _AT_MOST, found.start()
    found = _EARLIEST.search(before)
    if found is None:
        return None
    kind, comparator = (LimitKind.BEFORE, _AT_MOST) if earlier else (LimitKind.AFTER, _AT_LEAST)
    return kind, comparator, found.start()


def _after_end(before: str, found: re.Match[str]) -> Reading | None:
    when = found["when"].lower()
    if when == "until":
        return LimitKind.FOR, _EXACTLY, found.start()
    if when in ("before", "by"):
        if re.search(r"\bnot\b[^,;.]{0,40}$", before[: found.start()], _I) and when == "before":
            return LimitKind.AFTER, _AT_LEAST, found.start()
        return LimitKind.WITHIN, _AT_MOST, found.start()
    return LimitKind.AFTER, _EXACTLY, found.start()


def _bare(before: str, text: str, duration: Duration) -> Reading | None:
    """Read "a week": a limit only with clear words around it."""
    if _EARLIER.match(text, duration.end) and text[duration.start : duration.start + 3].lower() != "the":
        return LimitKind.BEFORE, _AT_LEAST, duration.start
    found = _FOR_PLAIN.search(before)
    if found and text[duration.start : duration.start + 3].lower() != "the":
        return LimitKind.FOR, _EXACTLY, found.start()
    return None


def _counted(before: str, text: str, duration: Duration, *, earlier: bool) -> Reading | None:
    later = _LATER.match(text, duration.end) is not None
    longer = _LONGER.search(before)
    least, most = _FOR.search(before), _BARE_MOST.search(before)
    if longer and not most:
        return (LimitKind.FOR, _AT_MOST, longer.start()) if _NEGATION.search(text[: duration.start]) else None
    if earlier:
        bound = _BARE_LEAST.search(before) or most
        return LimitKind.BEFORE, _AT_MOST if most else _AT_LEAST, bound.start() if bound else duration.start
    if least:
        return LimitKind.FOR, _AT_LEAST if least["least"] else _AT_MOST, least.start()
    if most:
        return LimitKind.WITHIN if later else LimitKind.FOR, _AT_MOST, most.start()
    bound = _BARE_LEAST.search(before)
    if bound:
        return LimitKind.AFTER if later else LimitKind.FOR, _AT_LEAST, bound.start()
    return _plain(before, text, duration, later=later)


def _plain(before: str, text: str, duration: Duration, *, later: bool) -> Reading | None:
    found = _FOR_PLAIN.search(before)
    if found:
        return LimitKind.FOR, _EXACTLY, found.start()
    found = _AFTER.search(before)
    if found:
        if found["word"].lower() == "until":
            return LimitKind.FOR, _EXACTLY, found.start()
        return LimitKind.AFTER, _EXACTLY, found.start()
    found = _IN.search(before)
    if found:
        return LimitKind.WITHIN, _AT_MOST, found.start()
    later = later and not _OF.match(text, duration.end)
    return (LimitKind.AFTER, _EXACTLY, duration.start) if later else None
