"""Acts done at every turn, "after each use", and those done at fewer of them or by the calendar alone."""

import re
from collections.abc import Iterator
from functools import lru_cache

from policycheck.domain.figures import Figure, FigureKind
from policycheck.domain.obligations import Comparator, Modality, Unit
from policycheck.lexicon.data import load
from policycheck.lexicon.words import canonical
from policycheck.matching import Statement

_I = re.IGNORECASE
_TIME = r"(?:minute|hour|day|night|morning|evening|week|fortnight|month|quarter|term|season|year|decade)s?\b"
_SERVED = "|".join(sorted(load("rhythms")["turns"]["served"], key=len, reverse=True))
_NO_TURN = rf"(?!{_TIME}|\d|(?:time|moment|such|other|second|third|one|two|three|four|five|six|ten)\b|[\w-]+\s{_TIME})"
_EVERY_TURN = re.compile(
    rf"\b(?:whenever|(?:each|every|(?<!at\s)any)\stime|(?:each|every)\s{_TIME}\s(?:when|that|(?:at|in|on)\swhich)\b|"
    r"(?:after|before|between|for|on|upon|at|with|following|following\sany|(?:at|from)\sthe\s(?:very\s)?(?:start|beginning|outset|opening|end|close|finish)\sof)\s(?:each|every|any)\s"
    rf"{_NO_TURN}[\w’'-]+|between\s(?:one|an?)\s(?!{_TIME})[\w’'-]+\sand\s(?:the\snext|another)\b|"
    rf"between\s(?:{_SERVED})(?:s|es)\b(?!\s(?:and|who|that|of)\b)|"
    rf"(?:when|as|once|before|after)\s(?:an?|any|each|every|the\snext)\s(?:new\s|fresh\s)?(?:{_SERVED})\s(?:begins?|starts?|ends?|finishes|leaves?|arrives?|goes|comes|"
    r"is\s(?:over|done|finished)|has\s(?:gone|left|finished|ended)))",
    _I,
)
_SITTING = "|".join(load("times")["windows"]["sittings"])
# "Twice in each session" counts what is done, whoever comes and goes meanwhile.
_PER_SITTING = re.compile(
    rf"\b(?:once|twice|thrice|(?:two|three|four|five|six|\d)\s(?:times|x))\s(?:(?:in|during|per)\s)?(?:an?\s|each\s|every\s|per\s)?"
    rf"(?:{_SITTING})\b",
    _I,
)
_ONCE_A_DAY = re.compile(rf"\b(?:{'|'.join(load('rhythms')['turns']['once_a_day'])})\b", _I)
_OF_TURN = re.compile(r"\b(?:each|every|any|an?|one|between)\s(?:new\s|fresh\s)?(?P<thing>[\w’'-]+)", _I)
_SOME = re.compile(
    r"\b(?:(?:alternate|every\s(?:other|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|twentieth|few|\d+(?:nd|rd|th))|one\sin\s(?:every\s)?\w+|(?:half|some|most|a\sfew)\sof\sthe|"
    r"(?:after|before|at|on|for)\sthe\s(?:first|last|odd))\s(?P<thing>[\w’'-]+)|one\s(?P<one>[\w’'-]+)\s(?:in|out\sof)\s(?:every\s)?(?:two|three|four|five|six|ten|\d+))\b",
    _I,
)


# By whatever name the other side calls the thing, one of several is not each.
_SKIPS = re.compile(
    rf"(?:alternate|every\s(?:other|second|third|fourth|fifth|few|\d+(?:nd|rd|th)|tenth|sixth|seventh|eighth|ninth|twelfth|twentieth))\s(?!{_TIME})",
    _I,
)


@lru_cache(maxsize=8192)
def every_turn(text: str) -> str:
    """Return the words that say an act is done at every turn, "" without any."""
    found = _EVERY_TURN.search(text)
    return found[0] if found else ""


def done_at_fewer(one: Statement, other: Statement) -> tuple[str, str] | None:
    """Return how the one acts at every turn and how the other does at fewer; None where it does not."""
    if one.said is None or one.said.modality is Modality.PERMISSION:
        return None
    turn = every_turn(one.text)
    if not turn or any(figure.kind is FigureKind.RHYTHM for figure in one.figures):
        return _within_a_day(one, other)
    fewer = _at_some(turn, other.text)
    if fewer:
        return turn, fewer
    if every_turn(other.text):
        return None
    rhythm = next(_often(other), None)
    if rhythm is not None:
        return turn, rhythm.text
    counted = _PER_SITTING.search(other.text) or _ONCE_A_DAY.search(other.text)
    return (turn, counted[0]) if counted else None


def _often(one: Statement) -> Iterator[Figure]:
    return (
        figure
        for figure in one.figures
        if figure.kind is FigureKind.RHYTHM and figure.bound is not Comparator.AT_LEAST
    )


def _within_a_day(one: Statement, other: Statement) -> tuple[str, str] | None:
    """Return a rhythm of hours of the one beside what the other does once, when the day begins or ends."""
    hours = next((figure for figure in _often(one) if _is_of_hours(figure)), None)
    if hours is None or every_turn(other.text) or next(_often(other), None) is not None:
        return None
    found = _ONCE_A_DAY.search(other.text)
    return (hours.text, found[0]) if found else None


def _is_of_hours(figure: Figure) -> bool:
    return figure.unit == Unit.MINUTE.value or (figure.unit == Unit.HOUR.value and figure.value <= 12)


def _at_some(turn: str, text: str) -> str:
    """Return "alternate tours" of a text where the turn is "on each tour", "" without."""
    thing = _OF_TURN.search(turn)
    if thing is None or thing["thing"].lower() == "time":
        return ""
    for found in _SOME.finditer(text):
        named = found["thing"] or found["one"]
        if canonical(named.lower()) == canonical(thing["thing"].lower()) or _SKIPS.match(found[0]):
            return found[0]
    return ""
