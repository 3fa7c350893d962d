"""Times without a figure: "the same day", "by the end of the next working day", "promptly", "regularly"."""

import re
from collections.abc import Iterator

from policycheck.domain.obligations import LimitKind, TimeLimit, Unit
from policycheck.lexicon.data import load
from policycheck.obligations.cues import telling_words, words_in
from policycheck.obligations.spans import Span
from policycheck.obligations.triggers import read_trigger

_I = re.IGNORECASE
_DAY_KIND = r"(?P<kind>working|business|school)?\s?"
_EDGE = (
    r"(?:(?:by|on|before|at|no\slater\sthan|not\slater\sthan|within)\s)?(?:the\s)?(?:(?:end|close)\sof\s)?"
)
_NEXT_DAY = re.compile(
    rf"\b{_EDGE}(?:the\s)?(?:very\s)?(?:next|following)\s{_DAY_KIND}day\b|"
    r"\b(?:by|before|no\slater\sthan|not\slater\sthan|within)\s(?:the\s)?(?:(?:end|close)\sof\s)?the\s(?P<kind2>working|business|school)?\s?"
    r"day(?=\s(?:after|following)\b)",
    _I,
)
_SAME_DAY = re.compile(
    rf"\b{_EDGE}(?:the\s|that\s)?(?:very\s)?same[-\s]{_DAY_KIND}(?:day|morning|afternoon|evening)\b|\b(?:by|before)\s(?:[a-z]+\s){{1,3}}that\s(?:very\s)?day\b|\b(?:by|"
rf"before)\s(?:the\s)?(?:end|close)\sof\s(?:the|that)\s(?P<kind2>working|business|"
rf"school)?\s?day\b(?!\s(?:after|following)\b)|\b(?:by\sthe\stime|before)\s(?:the|that)\s(?P<kind3>working|business|"
rf"school)?\s?day\s(?:(?:is|was)\s(?:out|over|done)|ends|closes)\b|"
    # "On the day on which it is received", when a thing comes in or happens; whoever is eighteen that day is not timed
    r"\bon\sthe\s(?P<kind4>working|business|school)?\s?day\s(?:of\s(?:its\s|their\s)?receipt|"
    r"(?:(?:on\swhich|that|when)\s)?(?:it|they)\s(?:(?:is|are|was|were)\s(?:received|reported|found|(?:handed|brought|sent)\sin)|"
    r"arrives?|happens?|occurs?|comes?\sin))\b",
    _I,
)  # fmt: skip
# "During your first month", "in the week after": a length from a beginning that the words name.
_FIRST = re.compile(
    r"\b(?:during|in|within|over)\s(?:the|your|their|his|her|its)\s(?:first\s(?P<unit>week|fortnight|month|year)|"
    r"(?P<unit2>week|fortnight|month)(?=\safter\b))\b(?!\sof\s(?:each|every|the\s(?:month|year)))",
    _I,
)
_WITHIN_THE = re.compile(r"\bwithin\sthe\s(?P<unit>hour|day|week|month|year)\b(?!s)", _I)


def _phrases(name: str) -> re.Pattern[str]:
    words: list[str] = load("times")["phrases"][name]
    return re.compile(
        r"\b(?:"
        + "|".join(word.replace(" ", r"\s") for word in sorted(words, key=len, reverse=True))
        + r")\b",
        _I,
    )


_VAGUE = tuple(
    (_phrases(name), telling_words(load("times")["phrases"][name]), kind)
    for name, kind in (("soon", LimitKind.WITHIN), ("often", LimitKind.EVERY))
)
_DAY = frozenset(["day", "workingday", "businessday", "schoolday"])
_IMMEDIATELY_BEFORE = re.compile(
    r"\s(?:before|preceding|prior|following\s(?:section|paragraph)|above|below|adjacent)\b", _I
)


def find_named_days(text: str) -> Iterator[Span[TimeLimit]]:
    """Yield "the same day" (within 0 days) and "the next working day" (within 1), with their places."""
    words = words_in(text)
    if not _DAY.isdisjoint(words) or "same" in words:
        for found in _NEXT_DAY.finditer(text):
            yield _named(text, found, 1.0, found["kind"] or found["kind2"])
        for found in _SAME_DAY.finditer(text):
            yield _named(
                text, found, 0.0, found["kind"] or found["kind2"] or found["kind3"] or found["kind4"]
            )
    if "first" in words or "after" in words:
        for found in _FIRST.finditer(text):
            many, unit = (2.0, Unit.WEEK) if "fortnight" in found[0].lower() else (1.0, None)
            unit = unit or Unit((found["unit"] or found["unit2"]).lower())
            trigger, end = read_trigger(text, found.end())
            limit = TimeLimit(kind=LimitKind.WITHIN, value=many, unit=unit, text=found[0], trigger=trigger)
            yield Span(found.start(), max(end, found.end()), limit)
    if "within" not in words:
        return
    for found in _WITHIN_THE.finditer(text):
        limit = TimeLimit(kind=LimitKind.WITHIN, value=1.0, unit=Unit(found["unit"].lower()), text=found[0])
        yield Span(found.start(), found.end(), limit)


def _named(text: str, found: re.Match[str], value: float, kind: str | None) -> Span[TimeLimit]:
    kind = (kind or "").lower()
    trigger, end = read_trigger(text, found.end())
    unit = Unit.SCHOOL_DAY if kind == "school" else Unit.DAY
    working = kind in ("working", "business")
    limit = TimeLimit(
        kind=LimitKind.WITHIN, value=value, unit=unit, text=found[0].strip(), working=working, trigger=trigger
    )
    return Span(found.start(), end, limit)


def find_vague(text: str) -> Iterator[Span[TimeLimit]]:
    """Yield "promptly" (within, no value) and "regularly" (every, no value), with their places."""
    words = words_in(text)
    for pattern, cues, kind in _VAGUE:
        if cues.isdisjoint(words):
            continue
        for found in pattern.finditer(text):
            if _IMMEDIATELY_BEFORE.match(text, found.end()):
                continue
            yield Span(found.start(), found.end(), TimeLimit(kind=kind, value=None, unit=None, text=found[0]))
