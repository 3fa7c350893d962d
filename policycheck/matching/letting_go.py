"""That a record is kept for a time, and that one goes without any: "in the bin with it", "shredded once it is full"."""

import re
from functools import cache, lru_cache

from policycheck.domain.figures import Figure, FigureKind
from policycheck.domain.obligations import Comparator, Threshold, ThresholdKind, Unit
from policycheck.lexicon.data import load
from policycheck.matching.keeping import ENDS, ends_keeping, must_be_gone_within
from policycheck.matching.statements import Statement

_I = re.IGNORECASE
_KEPT = re.compile(
    r"\b(?:kept|keep|keeps|held|hold|holds|retain\w*|retention|stored?|preserve[sd]?|archive[sd]?|filed|(?:be|is|are)\savailable)\b",
    _I,
)
_STAYS = re.compile(
    rf"{_KEPT.pattern}|\b(?:stays?|remains?|lies?|sits?|lives?|rests?|(?:is|are)\s(?:there|filed|with\sus))\b",
    _I,
)
_GOES = re.compile(
    rf"{ENDS.pattern}|\b(?:bins?|binned|dump(?:s|ed)?|tip(?:s|ped)?|clears?\s(?:it|them|the\s\w+)|out\swith\sthe)\b",
    _I,
)
_DENIED = re.compile(r"\b(?:not|never|no|nor|nothing|nobody|cannot|without)\b|n[’']t\b", _I)
# "The bins are put out", "the lid of the bin": the vessel, and nothing that goes into it.
_VESSEL = re.compile(
    r"\b(?:the|an?|our|your|their|its|all|these|those|waste|of|each|every|no|which|this|that|recycling)\s$",
    _I,
)
_STOP = re.compile(r"[.;!?\n]")
_CELL = re.compile(r"(?:^|(?<=;\s))(?P<heading>[^:;]{1,40}):\s(?P<cell>[^;]+)")
_LONG_DAYS = 7.0
_DAYS = {
    Unit.HOUR: 1 / 24,
    Unit.DAY: 1.0,
    Unit.WEEK: 7.0,
    Unit.MONTH: 30.0,
    Unit.TERM: 90.0,
    Unit.YEAR: 365.0,
}


@cache
def _any_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(load('disposal')[name])})(?![\w-])", _I)


@lru_cache(maxsize=8192)
def kept_for(statement: Statement) -> tuple[str, bool]:
    """Return the words for how long a statement keeps something, "" without, and whether it goes at the end of it."""
    if statement.said is not None:
        for kept in statement.said.thresholds:
            if (
                kept.kind is ThresholdKind.RETENTION
                and kept.comparator is not Comparator.AT_MOST
                and _lasts(kept)
            ):
                return kept.text, ends_keeping(kept, statement.said)
    if _STAYS.search(statement.text) and not _GOES.search(statement.text):
        for figure in statement.figures:
            if figure.bound is not Comparator.AT_MOST and _is_long(figure):
                return figure.text, False
    return "", False


def _lasts(kept: Threshold) -> bool:
    return kept.value is None or kept.value * _DAYS.get(Unit(kept.unit), 0.0) >= _LONG_DAYS


def _is_long(figure: Figure) -> bool:
    if figure.kind is FigureKind.TIME:
        return figure.value * _DAYS.get(Unit(figure.unit), 0.0) >= _LONG_DAYS
    return False


@lru_cache(maxsize=8192)
def lets_go(statement: Statement) -> str:
    """Return the words by which something goes when it is done with, and after no length of time; "" without."""
    text = statement.text
    for kept in statement.said.thresholds if statement.said else ():
        if kept.kind is ThresholdKind.RETENTION and kept.value == 0:
            return kept.text
    until = _any_of("until_event").search(text)
    if until is not None and (_STAYS.search(text) or not until[0].lower().startswith(("until", "till"))):
        return "" if _has_length(statement) else until[0]
    soon = _any_of("soon").search(text)
    if soon is None or _any_of("outlasting").search(text) or _has_length(statement):
        return ""
    if statement.is_row and (told := _told_by_heading(text)):
        return told
    for found in _GOES.finditer(text):
        before, after = _STOP.split(text[: found.start()])[-1], _STOP.split(text[found.end() :])[0]
        vessel = found[0].lower() in ("bin", "bins") and _VESSEL.search(before)
        if not vessel and not _DENIED.search(before) and not _KEPT.search(before + after):
            start, end = min(soon.start(), found.start()), max(soon.end(), found.end())
            return text[start:end].strip()
    return ""


def _told_by_heading(text: str) -> str:
    for found in _CELL.finditer(text):
        if _any_of("going").fullmatch(found["heading"].strip()) and _any_of("soon").search(found["cell"]):
            return found[0]
    return ""


_LENGTHS = (FigureKind.TIME, FigureKind.AGE)


def _has_length(statement: Statement) -> bool:
    """Tell whether a statement says how long: in so many days, up to an age, or for ever."""
    if any(figure.kind in _LENGTHS and figure.value for figure in statement.figures):
        return True
    kept = statement.said.thresholds if statement.said else ()
    return any(one.kind is ThresholdKind.RETENTION for one in kept)


@lru_cache(maxsize=8192)
def must_go(statement: Statement) -> str:
    """Return the words by which something must have gone after a time, or when it is done with; "" without."""
    said = statement.said
    if said is None or not said.modality.binds:
        return ""
    for kept in said.thresholds:
        capped = kept.comparator is Comparator.AT_MOST or ends_keeping(kept, said)
        if kept.kind is ThresholdKind.RETENTION and kept.value is not None and capped:
            return kept.text
    if _GOES.search(statement.text) is None:
        return ""
    for limit in said.time_limits:
        if must_be_gone_within(limit, said):
            return limit.text
    return lets_go(statement)


@lru_cache(maxsize=8192)
def kept_for_good(statement: Statement) -> str:
    """Return the words by which a thing is never let go, "" without: "stays there for good", "we never delete one"."""
    found = _any_of("for_good").search(statement.text)
    if found is None or _any_of("outlasting").search(statement.text):
        return ""
    return found[0] if _TOLD.match(found[0]) or _STAYS.search(statement.text) else ""


# These say for themselves that something is kept.
_TOLD = re.compile(
    r"(?:go|reach|stretch|run|never|not|nothing|nobody|no|can|won|will|does|we|have|has|keep)", _I
)
