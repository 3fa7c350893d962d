"""What a figure of a duty is for: to say which cases it reaches, how long others have, or who is barred."""

import re
from functools import lru_cache

from policycheck.domain.obligations import (
    Comparator,
    LimitKind,
    Obligation,
    Threshold,
    ThresholdKind,
    TimeLimit,
)
from policycheck.lexicon.data import load

_I = re.IGNORECASE
_EXCESS = re.compile(r"(?:more|greater|longer)\sthan\b|over\b|above\b|exceed", _I)
_OPENS_CASE = re.compile(
    r"\b(?:where(?:ver)?|when(?:ever)?|if|once|any|anyone)\b[^.,;:|]{0,60}$", _I
)
_MUST_BE = re.compile(r"\b(?:must|shall|should|need\sto|has\sto|have\sto|are\sto|is\sto)\sbe\s(?:aged\s)?$", _I)


def says_which_cases(threshold: Threshold, text: str) -> bool:
    """Tell whether a least figure says whom or what a rule reaches: "of more than £500", "where it is 80 or more".

    Such a rule is widened by a lower figure.
    """
    if threshold.comparator is not Comparator.AT_LEAST:
        return False
    if threshold.kind not in (ThresholdKind.MONEY, ThresholdKind.PERCENT, ThresholdKind.COUNT):
        return False
    before = text.partition(threshold.text)[0]
    return _EXCESS.match(threshold.text) is not None or _OPENS_CASE.search(before) is not None


def bars_below(threshold: Threshold, text: str) -> bool:
    """Tell whether an age is one that people must have reached: "must be at least 18"."""
    if threshold.comparator is not Comparator.AT_LEAST:
        return False
    before = text.partition(threshold.text)[0]
    return _MUST_BE.search(before) is not None or "minimum age" in threshold.text.lower()


@lru_cache(maxsize=1)
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of what others make or bring, and of what they ask for."""
    windows = load("times")["windows"]
    made = "|".join(windows["made"])
    asks = "|".join(windows["asks"])
    brought = re.compile(
        rf"(?P<be>\b(?:must|shall|should|will|to)\sbe\s)?\b(?:{made})\b(?:\s(?!and\b|or\b|must\b|shall\b)[\w’'-]+){{0,4}}\s?$", _I
    )
    return brought, re.compile(rf"\b(?:to|may|can)\s(?:\w+ly\s)?(?:{asks})\b", _I)


_ALLOWED = re.compile(
    r"\b(?:allow(?:s|ed)?|give[ns]?|grant(?:s|ed)?|have|has)\s(?:[\w’'-]+\s){0,3}$", _I
)
_TO_DO_IT = re.compile(r"[^.;]{0,80}?\b(?:in|within)\swhich\b", _I)
_AROUND = 110


def gives_time(limit: TimeLimit, reading: Obligation) -> bool:
    """Tell whether a limit is time that others have, as in "made within 12 months" or "ten days in which to appeal".

    Who shortens it takes something away.
    """
    if limit.kind not in (LimitKind.WITHIN, LimitKind.AFTER, LimitKind.FOR):
        return False
    before, found, after = reading.text.partition(limit.text)
    if not found:
        return False
    brought, asks = _words()
    made = brought.search(before[-_AROUND:])
    if made is not None and not made["be"]:
        return True
    has_time = _ALLOWED.search(before[-_AROUND:]) is not None or before[-_AROUND:].rstrip().endswith(",")
    if has_time and _ALLOWED.search(before[-_AROUND:]) and _TO_DO_IT.match(after):
        return True
    return has_time and bool(asks.search(after[:_AROUND]) or _may_just_before(before, after, asks))


def _may_just_before(before: str, after: str, asks: re.Pattern[str]) -> bool:
    """Read "may, within 30 days of the reply, ask": the leave stands before the limit, the asking after it."""
    leave = re.search(r"\b(may|can),?\s*$", before, _I)
    verb = re.search(r",\s(\w+)", after[:_AROUND])
    return bool(leave and verb and asks.search(f"{leave[1]} {verb[1]}"))
