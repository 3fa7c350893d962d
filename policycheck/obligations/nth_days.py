"""Days told by their place: "by the end of the fifth working day after", "on or before the 28th day before"."""

import re
from collections.abc import Iterator

from policycheck.domain.obligations import Comparator, LimitKind, TimeLimit
from policycheck.obligations.figures.durations import DAY_KIND, UNIT_WORDS, measure
from policycheck.obligations.figures.numbers import ORDINAL, read_ordinal
from policycheck.obligations.spans import Span
from policycheck.obligations.triggers import read_trigger

_I = re.IGNORECASE
_HOUR = r"(?:noon|midday|midnight|\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.|o['’]clock)?)"
_PART = rf"(?:(?:the\s)?(?:end|close|expiry|close\sof\s(?:business|play))\s(?:of|on)\s|{_HOUR}\son\s)"
_NTH = re.compile(
    rf"\b(?P<edge>(?:by\s)?(?:no|not)\slater\sthan|(?:no|not)\s(?:earlier|sooner)\sthan|on\sor\sbefore|"
    rf"on\sor\safter|before|by|until|within|from|on|at)\s{_PART}?(?:the\s)?(?P<place>{ORDINAL})\s"
    rf"(?:(?:clear|full|complete|calendar|whole)\s)?{DAY_KIND}(?P<unit>{UNIT_WORDS})\b(?!-|s\b)",
    _I,
)
_HINT = re.compile(rf"{ORDINAL}\s", _I)
_LATER = re.compile(r"\s(?:after|following|from|since|beginning|starting)\b", _I)
_EARLIER = re.compile(r"\s(?:before|preceding|prior\sto|ahead\sof)\b", _I)
# "Of the month" says which day of a calendar, not how long after something.
_OF = re.compile(
    r"\sof\s(?!(?:(?:each|every|any|the|that|a)\s)?(?:(?:following|next|same|calendar|financial|school|academic)\s)?"
    r"(?:each|every|months?|quarters?|years?|terms?|weeks?|january|february|march|april|may|june|july|august|"
    r"september|october|november|december)\b)",
    _I,
)
_ENDS_THERE = re.compile(r"\s*(?:$|[.;,)|])")
# "By the tenth day of the month after" counts from that month's beginning.
_OF_NEXT = re.compile(
    r"\sof\sthe\s(?:(?:following|next)\s(?:calendar\s)?month\b|(?:calendar\s)?month\s(?:(?:next\s)?after|following)\b)",
    _I,
)
_NEGATION = re.compile(r"\b(?:not|no|never|nobody|cannot)\b[^,;.]{0,60}$", _I)


def find_nth_days(text: str) -> Iterator[Span[TimeLimit]]:
    """Yield the limits that name a day, week or month by its place, with their places in the text."""
    if _HINT.search(text) is None:
        return
    for found in _NTH.finditer(text):
        reading = _reading(found)
        if reading is None:
            continue
        kind, comparator = reading
        value, unit, working = measure(read_ordinal(found["place"]), found["unit"], found["kind"] or "")
        trigger, end = read_trigger(text, found.end())
        limit = TimeLimit(
            kind=kind, value=value, unit=unit, text=found[0].strip(), working=working, trigger=trigger,
            comparator=comparator,
        )  # fmt: skip
        yield Span(found.start(), max(end, found.end()), limit)


def _reading(found: re.Match[str]) -> tuple[LimitKind, Comparator] | None:
    """Say which side of the day is meant; None where the words only name a day."""
    edge, text, end = found["edge"].lower(), found.string, found.end()
    ban = edge in ("before", "until") and _NEGATION.search(text[max(0, found.start() - 80) : found.start()])
    if edge == "from":
        return (LimitKind.AFTER, Comparator.EXACTLY) if _LATER.match(text, end) else None
    opens = bool(ban) or edge.endswith(("earlier than", "sooner than", "or after"))
    if _EARLIER.match(text, end):
        return (LimitKind.BEFORE, Comparator.AT_MOST if opens else Comparator.AT_LEAST)
    if edge == "until" and not ban:
        return (LimitKind.FOR, Comparator.EXACTLY) if _LATER.match(text, end) else None
    by_itself = _is_deadline_by_itself(found) or (opens and _ENDS_THERE.match(text, end))
    if not (_counts_from(found) or _LATER.match(text, end) or by_itself):
        return None
    return (LimitKind.AFTER, Comparator.AT_LEAST) if opens else (LimitKind.WITHIN, Comparator.AT_MOST)


def _counts_from(found: re.Match[str]) -> bool:
    """Tell "by the third day of the placement" from "by the tenth day of each month"; the first day is a date."""
    of = _OF.match(found.string, found.end()) is not None and found["unit"].lower() in (
        "day",
        "week",
        "weekday",
    )
    of = of or (_OF_NEXT.match(found.string, found.end()) is not None and found["unit"].lower() == "day")
    return of and read_ordinal(found["place"]) > 1


def _is_deadline_by_itself(found: re.Match[str]) -> bool:
    """Tell "by the fifth working day", counted from something said before, from "on the second day"."""
    counted = (found["kind"] or "").lower() in ("working", "business", "school")
    follows = re.match(r"\s(?!of\b)\w", found.string[found.end() :])
    return counted and not follows and found["edge"].lower() not in ("on", "at", "until")
