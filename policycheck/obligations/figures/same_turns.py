"""Times told by the turn of work or the part of a day in which a thing happens: "in the session in which it occurs"."""

import re
from collections.abc import Iterator

from policycheck.domain.obligations import Unit
from policycheck.lexicon.data import load
from policycheck.obligations.cues import words_in
from policycheck.obligations.figures.occasions import Occasion
from policycheck.obligations.spans import Span

_I = re.IGNORECASE
_TURNS = load("times")["same_turn"]
_PART = r"(?:day|date|morning|afternoon|evening|night)"
_TURN = rf"(?:{'|'.join(sorted(_TURNS['turns'], key=len, reverse=True))}|{_PART})"
_LONGER = r"(?P<longer>week|fortnight|month|quarter|term|season|year)"
_IN = r"(?:in\sthe\scourse\sof|before\sthe\s(?:end|close)\sof|by\sthe\s(?:end|close)\sof|in|during|within|on|at|over)"
_WHO = r"(?:it|they|he|she|we|you|one|this|that|the|an?|any|each|some\w+|any\w+|his|her|their|its|your|our)"
# "In the shift in which it is seen", "on the afternoon when they ask", "in the week that it was written".
_IN_WHICH = re.compile(
    rf"\b{_IN}\s(?:the|that|this)\s(?:(?:very|same|working|school|calendar)\s){{0,2}}(?:{_TURN}|{_LONGER})"
    rf"(?:\s(?:in|on|at|during)\swhich\b|\s(?:when|that|where)\s(?={_WHO}\b))(?!\s(?:is|was|are|were|will|may|must)\b)",
    _I,
)
# "On the night of the fire"; "on the first evening of the curfew" is within a day of its beginning.
_OF_EVENT = re.compile(
    r"\b(?:on|in|during)\sthe\s(?:very\s)?(?:morning|afternoon|evening|night)\sof\s(?:the|its|their|his|her|your|our|that|any|an?)\s"
    r"(?!\d|(?:week|month|term|year)\b)[\w’'-]+",
    _I,
)
_NEXT_TURN = re.compile(
    rf"\bbefore\s(?:the|their|his|her|its|your|our|any)\snext\s{_TURN}(?=\s?(?:$|[.;,:)|]|begins|starts|comes|opens|is\b))",
    _I,
)
_LAST_OF = re.compile(
    r"\b(?:on|at|by\sthe\send\sof|before\sthe\send\sof)\s(?:the|their|his|her|your|our|its)\slast\s(?:day|shift|turn|visit|lesson|session|round|watch)\b(?!\sof\s(?:the|each|every|any)\s(?:\w+\s)?(?:month|week|year|quarter|term|period)\b)",
    _I,
)
_FIRST_OF = re.compile(
    r"\b(?:on|in|during|by|before|for|at)\s(?:the|their|his|her|its|your|our)\s(?:very\s)?first\s(?:day|morning|afternoon|evening|night|shift)"
    r"(?=\s(?:of\s(?!(?:the|each|every|any|a)\s(?:month|week|year|quarter|term)\b)|in\b|at\b|there\b|after\b|with\b|on\b)|\s?[.;,|)]|$)",
    _I,
)
# "Before nightfall on the day of the loss", "by dusk that day".
_FALLS = "|".join(sorted(_TURNS["falls"], key=len, reverse=True))
_DARK = re.compile(
    rf"\b(?:before|by|at|until)\s(?:the\s)?(?:{_FALLS})\s(?:on|of)?\s?(?:the|that)\s(?:very\s|same\s)?{_PART}\b",
    _I,
)
# "Before whoever found it goes off duty", "before going home", "before you hand over".
_OFF = (
    r"(?:(?:go(?:es|ing)?|leav(?:e|es|ing)|sign(?:s|ing)?|knock(?:s|ing)?|clock(?:s|ing)?|log(?:s|ging)?|com(?:e|es|ing)|head(?:s|ing)?|stand(?:s|ing)?)\s"
    r"(?:home|off\s(?:duty|shift|watch|work|site)|off(?!\s(?:to|on|in|at|sick|long|for\s(?!the\s(?:day|night|evening))))|out\sfor\sthe\s(?:day|night)|to\sbed|for\s(?:the\s(?:day|night|evening)|home)|work(?=\s?[.;,|)]|$|\sthat\b))|"
    r"go(?:es|ing)?\sto\sbed|(?:finish(?:es|ing)?|end(?:s|ing)?|complet(?:e|es|ing))\s(?:work|(?:the|that|their|his|her|your|our)\s(?:shift|watch|round|turn|session|duty|day['’]s\swork|day))|"
    r"hand(?:s|ing)?\s(?:over|back)(?=\s?[.;,|)]|$|\s(?:to\sthe\s(?:next|relief|night|day|late|early)|at\b)))"
)
_BEFORE_HOME = re.compile(
    rf"\b(?:before|until|by\sthe\stime)\s(?:(?!(?:before|until|bus|train|children|guests?|visitors?|pupils?|patients?|customers?)\b)[\w’'-]+\s){{0,9}}?{_OFF}"
    r"(?:\s(?:that|the\ssame)\s(?:very\s)?(?:day|evening|night|afternoon|morning))?(?!\s(?:sick|holiday|leave))\b",
    _I,
)
# "In the same turn of duty", "during that visit"; at the end of a clause, "that evening".
_THAT = re.compile(
    rf"\b{_IN}\sthat\s(?:(?:very|same)\s)?(?!day\b|date\b){_TURN}\b"
    r"(?!\s(?:is|was|are|were|will|may|must|has|had|when|who|which)\b)|"
    rf"\b(?:(?:later|before|by|early|late)\s)?that\s(?:(?:very|same)\s)?(?:morning|afternoon|evening|night)\b(?=\s?[.;,|)]|$|['’]s\s(?:post|mail|van|run|round|delivery|collection)\b)",
    _I,
)
_PATTERNS = (
    (_IN_WHICH, frozenset(["which", "when", "that", "where"])),
    (_OF_EVENT, frozenset(["morning", "afternoon", "evening", "night"])),
    (_DARK, frozenset(["day", "date", "morning", "afternoon", "evening", "night"])),
    (_BEFORE_HOME, frozenset(["before", "until", "time"])),
    (_THAT, frozenset(["that"])),
    (_FIRST_OF, frozenset(["first"])),
    (_NEXT_TURN, frozenset(["next"])),
    (_LAST_OF, frozenset(["last"])),
)
# "Before the nurse on the late shift goes off duty" is one reading; a ban says when a thing may not be.
_BANNED = re.compile(
    r"\b(?:not|no|never|nobody|none|neither|nor|cannot)\b[^.;:,]{0,80}$|n[’']t\b[^.;:,]{0,80}$", _I
)
_RESTED = re.compile(r"\b(?:hours?|hrs?|minutes?|days?|nights?|rest|breaks?|off)\b[^.;]{0,60}$", _I)


def find_same_turns(text: str) -> Iterator[Span[Occasion]]:
    """Yield the turns of work, parts of a day and weeks in which a thing is to be done, with their places."""
    words = words_in(text)
    for pattern, cues in _PATTERNS:
        if words.isdisjoint(cues):
            continue
        for found in pattern.finditer(text):
            before = text[: found.start()]
            if pattern in (_BEFORE_HOME, _NEXT_TURN) and _BANNED.search(before):
                continue
            if pattern is _NEXT_TURN and _RESTED.search(before):
                continue  # "eleven hours off before the next shift"
            yield Span(found.start(), found.end(), _read(pattern, found))


def _read(pattern: re.Pattern[str], found: re.Match[str]) -> Occasion:
    longer = (found["longer"] or "").lower() if pattern is _IN_WHICH else ""
    if longer:
        many, unit = load("times")["periods"][longer]
        return Occasion(float(many), Unit(unit))
    return Occasion(1.0 if pattern in (_FIRST_OF, _NEXT_TURN) else 0.0, Unit.DAY)
