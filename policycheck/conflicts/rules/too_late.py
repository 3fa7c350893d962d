"""One side asks for a thing before an event or a day; the other comes to it after, in words of its own.

What it does: finds that one text wants its act done first ("before", "in advance", "not until", "at least 28 days
before") and that the other names only a later time: "once it has been built", "in the second year", "on the day of
the meeting".
Why it matters: a check, a warning or a consent that follows the event no longer protects anybody from it.
"""

import re
from functools import lru_cache

from policycheck.conflicts.guards import tells_of_a_thing
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.wording import order_message
from policycheck.domain.findings import ConflictType
from policycheck.domain.obligations import Comparator, LimitKind, Modality
from policycheck.lexicon.roles import find_roles
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement
from policycheck.matching.parts import forbids

_I = re.IGNORECASE
_EVENT = r"(?P<event>(?:(?!\s(?:within|by|(?:no|not)\slater)\b)[^,;:.()|]){3,90})"
# "Before a month is up" is a time limit.
_UP = (
    r"(?:[\w’'-]+\s){1,4}?(?:is|are|has|have|ends?|runs?)\b"
    r"(?:\s(?:up|out|over|done|gone|passed|elapsed)\b|(?=[.;,]|$))"
)
_BEFORE = re.compile(
    rf"\b(?:(?:before|prior\sto|in\sadvance\sof|ahead\sof)\s(?!\d|(?:(?:too|very|so)\s)?long\b|(?:the\s)?(?:end|close|age)\b|{_UP}){_EVENT}|"
    r"in\sadvance|beforehand|first(?=[.;,]|$))",
    _I,
)
_UNTIL = re.compile(
    rf"\b(?:(?:until|till|before|unless|without)\s{_EVENT}|without\sthe\sprior\s[^.;,]{{3,60}})", _I
)
# "Before it, or within ten days of it": two ways, of which the later is as good.
_EITHER = re.compile(r"\bor\b[^.;]{0,80}\b(?:within|after|if|where|as\ssoon)\b|\bafter(?:wards)?\b", _I)
_IN_TIME = re.compile(
    r"\b(?:before(?:hand)?|prior|in\sadvance|ahead\sof|until|till|unless|without|earlier|already|"
    r"only\s(?:when|once|after(?:wards)?|if|where|then)|then|"
    r"first(?!\s(?:few|two|three|weeks?|months?|years?|terms?|quarters?|hours?|days?)\b))\b",
    _I,
)
_PERIOD = r"(?:minute|hour|day|week|fortnight|month|quarter|term|year|season|summer|winter)s?"
_LATER = re.compile(
    r"\bonce\s(?!a\b|an\b|every|each|in\b|per\b|more\b)(?P<once>[^.,;:]{3,90})|"
    rf"\b(?:(?:with)?in|by|during|for|over)\s(?:(?!and\b|or\b)[\w’'-]+\s){{1,4}}?{_PERIOD}\s(?:of|after|from|following|since)\s(?P<within>[^.,;:]{{3,90}})|"
    r"\b(?<!not\s)(?<!day\s)(?:after|following)\s(?P<after>[^.,;:]{3,90})|"
    rf"\b(?:afterwards|retrospectively|in\sretrospect|{_PERIOD}\s(?:later|after|in(?=[.;,]|$)))\b|"
    r"\bfollows?\s(?:later|in|within|by|after|on)\b|"
    rf"\b(?:in|during|within|by|over)\s(?:the|their|its|his|her|your|our)\s(?:first|second|third|fourth|next|opening)\s(?:\w+\s)?{_PERIOD}\b|"
    r"\bwhen\s(?P<when>(?:(?!\bto\sbe\b)[^.,;:]){2,60}?\s(?:ended|ends|finished|finishes|completed?|closed|closes|over|done|begun|started|behind\s\w+))\b|"
    rf"\b(?:at|by|before)\s(?:the\s)?end\sof\s(?P<end>[^.,;:]{{3,60}})|\b(?:year|month|quarter|term)[\s-]end\b|"
    r"\b(?:at|in|with|on|for)\s(?:the|its|their|your|our)\snext\s(?!door\b)[\w’'-]+|"
    rf"\bwithin\s(?:(?!and\b|or\b)[\w’'-]+\s){{1,3}}?{_PERIOD}\b|"
    r"\b(?:while|whilst)\s[^.,;:]{2,60}\b(?:awaited|pending|outstanding|chased?|wait(?:ed|ing)?)\b",
    _I,
)
_AFTERWARDS = re.compile(r"afterwards|retrospectively|in\sretrospect|\w+\s(?:later|after|in)$", _I)
_GROUPS = ("once", "within", "after", "when", "end")
_ON_THE_DAY = re.compile(
    r"\b(?:on\sthe\s(?:very\s)?(?:day|morning|afternoon|evening)(?!\s(?:before|preceding))|(?:the\s)?same\s(?:day|morning|week)|"
    r"at\sthe\s(?:start|beginning|outset|end|door)|on\sarrival|as\s(?:they|you|we|people|members)\s(?:arrive|walk|sit|come|enter|leave|get)|"
    r"there\sand\sthen)\b",
    _I,
)


def too_late(pair: Pair) -> Objection | None:
    """Return the objection, or None where neither comes after what the other goes before."""
    found = None if pair.of_one_length else pair.told_by_either(_comes_late)
    if found is None:
        return None
    return Objection(
        type=ConflictType.DEADLINE,
        message=order_message(pair, *found),
        a_words=found[0],
        b_words=found[1],
        loosely=True,
    )


def _comes_late(one: Statement, other: Statement) -> tuple[str, str] | None:
    said = one.said
    if said is None or said.modality is Modality.PERMISSION or _is_in_time(other.text):
        return None
    for limit in said.time_limits:
        if limit.kind is LimitKind.BEFORE and limit.comparator is Comparator.AT_LEAST and not limit.is_vague:
            late = _ON_THE_DAY.search(other.text) or _later(other.text, frozenset(), frozenset())
            return (limit.text, late[0]) if late else None
    ban = forbids(said)
    before = (_UNTIL if ban else _BEFORE).search(one.text)
    if before is None or (not ban and _EITHER.search(one.text)):
        return None
    named = _happens(before["event"] or "")
    rest = _happens(one.text[: before.start()] + " " + one.text[before.end() :])
    event, act = (rest, named) if ban else (named, rest)
    late = _later(other.text, event, act)
    if late and before[0].lower().startswith("without") and not _happens(late[0]) & event:
        return None  # "without a permit" names no event but the act itself
    return (before[0], late[0]) if late else None


@lru_cache(maxsize=8192)
def _is_in_time(text: str) -> bool:
    return _IN_TIME.search(text) is not None


def _later(text: str, event: frozenset[str], act: frozenset[str]) -> re.Match[str] | None:
    """Return the words for a later time; not where they wait for the very act that is to come first."""
    for found in _LATER.finditer(text):
        if tells_of_a_thing(text, found.start()):
            continue
        waits_for = _happens(" ".join(found[group] or "" for group in _GROUPS))
        if _AFTERWARDS.match(found[0]):
            # "Reviewed afterwards" waits; "let in only afterwards" lets the act go first.
            done = _happens(re.split(r"[,;.]|\band\b", text[: found.start()])[-1])
            if not done & act or done & (event - act):
                continue
        if not (waits_for & act) or waits_for & (event - act):
            return found
    return None


def _happens(words: str) -> frozenset[str]:
    """Return what happens, without those to whom."""
    return frozenset(word for word in content_words(words) if not find_roles(word))
