"""Limits told by the time that may go by: "before ten minutes have passed", "without the lapse of more than a day"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from policycheck.domain.obligations import Unit
from policycheck.obligations.cues import words_in
from policycheck.obligations.figures.durations import DAY_KIND, QUALIFIERS, UNIT_WORDS, divide, measure
from policycheck.obligations.figures.numbers import NUMBER, read_number
from policycheck.obligations.spans import Span

_I = re.IGNORECASE
LENGTH = (
    rf"(?P<half>half\s)?(?P<number>{NUMBER}|an?|the)\s{QUALIFIERS}{DAY_KIND}"
    rf"(?P<unit>{UNIT_WORDS})s?\b(?!-)(?P<more>\sand\sa\shalf\b)?"
)
"""Pattern of a length of time; `read_length` reads what it finds."""
_GONE = (
    r"\s(?:(?:have|has|had)\s(?:passed|elapsed|gone\sby|gone|expired|run(?:\sout)?|ended)|"
    r"(?:are|is|were|was)\s(?:up|out|over|past|gone|done|through)|pass(?:es)?|elapses?|goes?\sby|runs?\sout|expires?|ends?)\b"
)
_PASSES = (
    r"(?:pass(?:es)?|elapses?|go(?:es)?\sby|lapses?|intervenes?|separates?|comes?\sbetween|lies?\sbetween)\b"
)
_MORE = r"(?:(?:more|longer)\sthan\s|upwards\sof\s)"
_MAY = r"(?:(?:may|shall|must|should|can|will|is\sto|are\sto)\s(?:be\s(?:allowed|left|let)\sto\s)?)?"
_TO_PASS = rf"\s(?:to\s)?{_PASSES}"
# What stands before and after the length.
_WAYS = (
    (r"\b(?:before|ere)\s(?:a\s|another\s)?(?:further\s)?", _GONE),
    (rf"\bwithout\s(?:the\s|any\s|a\s)?(?:lapse|passing|passage|delay|interval|gap|wait)\sof\s{_MORE}?", ""),
    (rf"\b(?:without|never|not)\s(?:letting|allowing|let|allow)\s{_MORE}?", _TO_PASS),
    (rf"\b(?:letting|allowing|let|allow)\s(?:no|not)\s{_MORE}", _TO_PASS),
    (
        rf"\b(?:not|no|never)\s{_MORE}",
        rf"\s{_MAY}(?:{_PASSES}|(?:from|between)\b[^.;:]{{3,80}}?\s(?:to|and)\b)",
    ),
    (rf"\bwith\s(?:not|no)\s{_MORE}", r"\sbetween\b"),
    (
        r"\b(?:in|over|during|inside)\s(?:the\s(?!next\s))?",
        r"(?=\s(?:that\sfollows?|which\sfollows?|following|after|from|thereafter|"
        r"(?:beginning|starting|commencing)\s(?:on|with|at|from))\b)",
    ),
    (
        r"\bbefore\s(?:(?:the|an?|any|each|its|their|his|her)\s)?(?:[\w’'-]+\s){1,3}?(?:have|has|had)\s"
        r"(?:spent|been|stood|lain|sat|waited|run|worked|lasted)\s(?:[\w’'-]+\s)?(?:for\s)?",
        "",
    ),
)
_PATTERNS = tuple(re.compile(before + LENGTH + after, _I) for before, after in _WAYS)
_THE_HOUR = re.compile(
    r"\b(?:(?:with)?in(?:side)?\sthe\shour\b(?!\s(?:before|preceding))|before\sthe\shour\sis\s(?:out|up|over|past)\b|"
    r"by\sthe\shour['’]s\send\b|by\sthe\send\sof\s(?:the|that)\shour\b|any\stime\s(?:in\s)?that\shour\b|the\ssame\shour\b)",
    _I,
)
_CUES = frozenset(
    [
        "before",
        "ere",
        "without",
        "letting",
        "let",
        "allowing",
        "more",
        "longer",
        "upwards",
        "in",
        "inside",
        "during",
        "over",
        "hour",
    ]
)
# A ban lasts so long, and is no limit: "must not be moved before two hours have passed", "in the week after, nobody".
_NO = r"(?:\b(?:not|no|never|nobody|none|neither|nor|cannot)\b(?!\s(?:only|later|more|longer))|n[’']t\b)"
# "What is not claimed shall be sent back before a week has passed" bans nothing.
_BANNED = re.compile(
    rf"(?:{_NO}(?:(?!\b(?:shall|must|will|should|(?:is|are)\sto|ha(?:s|ve)\sto)\b)[^.;:,]){{0,90}}|"
    r"\b(?:no|nobody|none|neither|nor|no-one)\b[^.;:,]{0,90})$",
    _I,
)
_BANS = re.compile(rf"[^.;:]{{0,90}}?{_NO}", _I)


@dataclass(frozen=True, slots=True)
class Elapsed:
    """A length that may go by before an act is done; `banned` where it must, before it may be."""

    value: float
    unit: Unit
    working: bool
    banned: bool = False


def find_elapsed(text: str) -> Iterator[Span[Elapsed]]:
    """Yield within how long an act is to be done, or after how long it may be, with the places."""
    words = words_in(text)
    if _CUES.isdisjoint(words):
        return
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            length = read_length(found)
            if length is None or _BANS.match(text, found.end()):
                continue
            if not _BANNED.search(text[: found.start()]):
                yield Span(found.start(), found.end(), length)
            elif pattern is _PATTERNS[0]:
                yield Span(found.start(), found.end(), replace(length, banned=True))
    for found in _THE_HOUR.finditer(text) if "hour" in words else ():
        yield Span(found.start(), found.end(), Elapsed(1.0, Unit.HOUR, working=False))


def read_length(found: re.Match[str]) -> Elapsed | None:
    """Return the length that `LENGTH` found; None where its words give none."""
    number = read_number(found["number"])
    if number is None or (found["number"].lower() == "the" and found["unit"].lower() == "day"):
        return None  # "before the day is out" is the same day
    value, unit, working = measure(number, found["unit"], found["kind"] or "")
    if found["half"]:
        value, unit = divide(value, unit, 2)
    return Elapsed(value + (0.5 if found["more"] else 0), unit, working)
