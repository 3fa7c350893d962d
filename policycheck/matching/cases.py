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
_MORE = "|".join(load("bounds")["more"])
_EXCESS = re.compile(rf"(?:{_MORE})\sthan\b|over\b|above\b|exceed", _I)
_OPENS_CASE = re.compile(r"\b(?:where(?:ver)?|when(?:ever)?|if|once|any|anyone)\b[^.,;:|]{0,60}$", _I)
_MUST_BE = re.compile(
    r"\b(?:must|shall|should|need\sto|has\sto|have\sto|are\sto|is\sto)\sbe\s(?:aged\s)?$", _I
)


def says_which_cases(threshold: Threshold, text: str) -> bool:
    """Tell whether a least figure says whom or what a rule reaches: "of more than £500", "where it is 80 or more".

    Such a rule is widened by a lower figure.
    """
    if threshold.comparator is not Comparator.AT_LEAST:
        return False
    if threshold.kind in (ThresholdKind.AGE, ThresholdKind.RETENTION):
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
    """Patterns of what others make or bring, and of what only they ask for."""
    windows = load("times")["windows"]
    made, asks = "|".join(windows["made"]), "|".join(windows["asks"])
    brought = re.compile(
        rf"(?P<be>\b(?:is|are|was|were|been|being|be)\s)?\b(?:{made})\b"
        r"(?:\s(?!and\b|or\b|must\b|shall\b)[\w’'-]+){0,4}\s?$",
        _I,
    )
    return brought, re.compile(rf"\b(?:{asks})\b", _I)


_RELATIVE = re.compile(
    r"\b(?:that|which|who|if|when|where)\b(?!.*\b(?:must|shall|should|will|to)\s$)[^.;,]{0,25}$", _I
)
_HAVE = re.compile(r"\b(?:have|has)\s(?:[\w’'-]+\s){0,3}$", _I)
_ALLOWED = re.compile(r"\b(?:allow(?:s|ed)?|give[ns]?|grant(?:s|ed)?)\s(?:[\w’'-]+\s){0,3}$", _I)
_TO_DO = re.compile(r"[^.;]{0,80}?\b(?:(?:in|within)\swhich\s)?to\s(?P<verb>[^.;]{0,30})", _I)
_LEAVE = re.compile(r"\b(?:may|can),?\s*$", _I)
_THEN = re.compile(r"[^.;]{0,60}?,\s(?P<verb>[^.;]{0,30})")
_WHEN = re.compile(r"(?:with)?in\b|no(?:t)?\slater\b|inside\b", _I)
_AROUND = 110


def gives_time(limit: TimeLimit, reading: Obligation) -> bool:
    """Tell whether a limit is time that others have, as in "made within 12 months" or "ten days in which to appeal".

    Who shortens it takes something away.
    """
    if limit.kind not in (LimitKind.WITHIN, LimitKind.AFTER, LimitKind.FOR):
        return False
    before, found, after = reading.text.partition(limit.text)
    before, after = before[-_AROUND:], after[:_AROUND]
    # "Given within 14 days" says when somebody gives, "given 14 days to" what somebody is given.
    allowed = _WHEN.match(found) is None and _is_allowed(before, after)
    return bool(found) and (_is_brought(before) or allowed)


def _is_brought(before: str) -> bool:
    """Read "a complaint made", "that is made", but not "must be made", which bids them."""
    made = _words()[0].search(before)
    return made is not None and (not made["be"] or _RELATIVE.search(before[: made.start()]) is not None)


def _is_allowed(before: str, after: str) -> bool:
    """Read "are allowed ten days to", "have ten days to appeal", "may, within ten days, appeal"."""
    asks = _words()[1]
    to_do = _TO_DO.match(after)
    if to_do is not None and _ALLOWED.search(before):
        return True
    if to_do is not None and _HAVE.search(before):
        return asks.match(to_do["verb"]) is not None
    then = _THEN.match(after)
    return then is not None and _LEAVE.search(before) is not None and asks.match(then["verb"]) is not None
