"""One side asks for a thing before an event or a day; the other comes to it after, in words of its own.

What it does: finds that one text wants its act done first ("before", "in advance", "not until", "at least 28 days
before") and that the other names only a later time: "once it has been built", "in the second year", "on the day of
the meeting".
Why it matters: a check, a warning or a consent that follows the event no longer protects anybody from it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from policycheck.conflicts.drift import drift_objection
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.peace.guards import tells_of_a_thing
from policycheck.conflicts.shared import all_families, part_met
from policycheck.conflicts.wording import late_message
from policycheck.domain.comparison import Relation, compare_lengths
from policycheck.domain.figures import FigureKind
from policycheck.domain.findings import ConflictType
from policycheck.domain.obligations import Comparator, LimitKind, Modality, TimeLimit, Unit
from policycheck.lexicon.families import families
from policycheck.lexicon.roles import find_roles
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement
from policycheck.matching.appointed import appointed_times
from policycheck.matching.forbidding import forbids
from policycheck.matching.told_order import POINTING_BACK, THEN

_I = re.IGNORECASE
_EVENT = r"(?P<event>(?:(?!\s(?:within|by|(?:no|not)\slater)\b)[^,;:.()|]){3,90})"
# "Before a month is up" is a time limit.
_UP = (
    r"(?:[\w’'-]+\s){1,4}?(?:is|are|has|have|ends?|runs?)\b"
    r"(?:\s(?:up|out|over|done|gone|passed|elapsed)\b|(?=[.;,]|$))"
)
_BEFORE = re.compile(
    rf"\b(?:(?:before|prior\sto|in\sadvance\sof|ahead\sof)\s(?!\d|(?:(?:too|very|so)\s)?long\b|(?:the\s)?(?:end|close|age)\b|{_UP}){_EVENT}|"
    r"in\sadvance|beforehand|first(?=[.;,]|$)|"
    # "By the tenant's last day"
    r"by\s(?:(?:the|an?)\s[\w-]+['’]s?|their|his|her|your)\s(?:final|last)\s(?:working\s)?(?:day|shift|night|lesson|visit)\b(?!\sof))",
    _I,
)
_UNTIL = re.compile(
    rf"\b(?:(?:until|till|before|unless|without)\s{_EVENT}|without\sthe\sprior\s[^.;,]{{3,60}})", _I
)
# "Before it, or within ten days of it": two ways, of which the later is as good.
_EITHER = re.compile(r"\bor\b[^.;]{0,80}\b(?:within|after|if|where|as\ssoon)\b|\bafter(?:wards)?\b", _I)
_IN_TIME = re.compile(
    r"\b(?:before(?:hand)?(?!\s(?:the\s)?(?:weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day|next\b))|prior|in\sadvance|(?<!go\s)(?<!goes\s)(?<!going\s)ahead|until|till|unless|without|earlier|already|"
    r"only\s(?:when|once|after(?:wards)?|if|where|then)|then|"
    r"(?<!with\s)(?<!with\sthe\s)first(?!\s(?:few|two|three|weeks?|months?|years?|terms?|quarters?|hours?|days?)\b)"
    r"(?!\s(?:[a-z]+\s)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|night|lesson|visit|class|aid|floor|name|post|slot|opportunity)\b))\b",
    _I,
)
_PERIOD = r"(?:minute|hour|day|week|fortnight|month|quarter|term|year|season|summer|winter)s?"
_LATER = re.compile(
    r"\bonce\s(?!a\b|an\b|every|each|in\b|per\b|more\b)(?P<once>[^.,;:]{3,90})|"
    rf"\b(?:(?:with)?in|by|during|for|over)\s(?!the\s(?:week|month)\sof\b)(?:(?!and\b|or\b)[\w’'-]+\s){{1,4}}?{_PERIOD}\s(?:of|after|from|following|since)\s(?P<within>[^.,;:]{{3,90}})|"
    rf"\b(?<!not\s)(?<!day\s)(?:after|following)\s(?!{POINTING_BACK})(?P<after>[^.,;:]{{3,90}})|"
    rf"\b(?:afterwards|retrospectively|in\sretrospect|{_PERIOD}\s(?:later|after|(?:in|on)(?=\s?(?:[.;,]|$|or\b|at\b))))(?!\w)|"
    rf"\b(?:in|after)\s(?:[\w½¼]+\s(?:to|or)\s)?(?:two|three|four|five|six|seven|ten|\d{{1,2}}|a\sfew|several|some)\s{_PERIOD}(?!\s(?:before|time|notice))\b|"
    r"\b(?:in|during|within|throughout|at\sany\stime\s(?:in|during))\s(?:the|their|your|his|her|our)\s(?:probation(?:ary\speriod)?|induction(?:\speriod)?|trial\speriod|notice\speriod|stay)\b|"
    r"\b(?:when|once|as)\s(?:they|it|he|she|you|we)\s(?:is|are|comes?|gets?)\s(?:back|down|home|out|off|ashore)\b(?:\sagain\b)?|\bonce\s(?:up|down|out)\sthere\b|"
    r"\bfollows?\s(?:later|in|within|by|after|on)\b|"
    r"(?:\b(?:at|on|upon)\s(?:the\s|their\s|your\s|its\s)?|[:;|]\s(?:(?:at|on|upon)\s)?)(?:pick-?up|collection|drop-?off|check-?out|hand-?over|handing\sover|settling\sup)\b(?!\s(?:point|desk|time|day|date|note|box|bay|area|counter)s?\b)|"
    r"\b(?:with|on)\s(?:the|their|your|its|our)\s(?:final\s|last\s)?(?:bill|invoice|receipt|goods|container|consignment|shipment|keys)\b(?=\s?(?:$|[.,;:)|]|at\b|and\b))|"
    r"\bwhen\s(?:it|they|he|she|we|you|(?:the|your|their|our)\s[\w’'-]+)\s(?:is|are|comes?|gets?)\snext\s\w+|"
    rf"\b(?:in|during|within|by|over)\s(?:the|their|its|his|her|your|our)\s(?:first|second|third|fourth|next|opening)\s(?:\w+\s)?{_PERIOD}\b|"
    r"\bwhen\s(?P<when>(?:(?!\bto\sbe\b)[^.,;:]){2,60}?\s(?:ended|ends|finished|finishes|completed?|closed|closes|over|done|begun|started|gone(?:\shome)?|left|departed|installed|built|collected|picked\sup|behind\s\w+))\b|"
    rf"(?:\b(?:at|by|before)|[:;|])\s(?:the\s)?end\sof\s(?P<end>[^.,;:]{{2,60}})|\b(?:year|month|quarter|term)[\s-]end\b|"
    r"\b(?:at|in|with|on|for)\s(?:the|its|their|your|our)\snext\s(?!door\b)[\w’'-]+|"
    rf"\bwithin\s(?:(?!and\b|or\b)[\w’'-]+\s){{1,3}}?{_PERIOD}\b|"
    r"\b(?:while|whilst)\s[^.,;:]{2,60}\b(?:awaited|pending|outstanding|chased?|wait(?:ed|ing)?)\b",
    _I,
)
_AFTERWARDS = re.compile(r"afterwards|retrospectively|in\sretrospect|\w+\s(?:later|after|in)$", _I)
_GROUPS = ("once", "within", "after", "when", "end")
# "When it has been wrapped": only of the event itself, since anything may have been done before it.
_WHEN_DONE = re.compile(
    r"\b(?:when|as\ssoon\sas)\s(?P<done>(?:(?!\b(?:not|no|never|before|until)\b)[^.,;:]){2,50}?\s(?:has|have)\s(?:already\s)?(?:been\s)?"
    r"(?!(?:not|no|never|to|an?|the)\b)[^.,;:]{3,40})",
    _I,
)
_UNDOES_IT = re.compile(r"\b(?:back|again)\b", _I)  # "handed back" is not "handed over"
_ON_THE_DAY = re.compile(
    r"\b(?:on\sthe\s(?:very\s)?(?:day|morning|afternoon|evening)(?!\s(?:before|preceding))|(?:the\s)?same\s(?:day|morning|week)|"
    r"at\sthe\s(?:start|beginning|outset|end|door)|on\sarrival|as\s(?:they|you|we|people|members)\s(?:arrive|walk|sit|come|enter|leave|get)|"
    r"there\sand\sthen)\b",
    _I,
)

_UNDER_WAY = (
    r"(?:begins?|starts?|opens?|sets?\soff|sets?\sout|leaves?|gets?\sgoing|go(?:es)?\s(?:in|on|out|by|past|off|ahead|through|up|live)|pulls?\s(?:in|up|out|away|off)|arrives?|turns?\sup|drives?\s(?:in|off|up)|"
    r"comes?\s(?:in|on|off|through)|moves?\s(?:in|out|off)|rolls?\s(?:in|up|out|off)|sails?|departs?|docks?|lands?|lifts?\soff|takes?\soff|kicks?\soff|gets?\sunder\sway|"
    r"(?:is|are)\s(?:being\s[a-z]+ed|under\sway|handed\sover|delivered|loaded|unloaded))"
)
# "With the first pallet out", "along with the first load".
_WITH_THE_FIRST = (
    r"\b(?:with|on|at)\s(?:the\s|our\s|their\s|your\s)?(?:very\s)?first\s"
    r"(?!(?:class|aid|refusal|come|name|opportunity|chance|floor)\b)[\w’'-]+"
    r"(?:\s(?:out|in|off|away|through|sold|shipped|delivered))?(?=\s?(?:$|[.,;:)|]|and\b|of\b))"
)
_AS_IT_HAPPENS = re.compile(
    r"\bas\s(?:you|we|they)\s(?!see|wish|like|know|think|want|can|may|are|have|need|should|would|could|did|do|will|must|please|feel|say)\w+|"
    rf"\b(?:as|when|while|whilst)\s(?:(?:the|a|an|your|their|our|his|her)\s(?:[\w’'-]+\s){{1,2}}?|(?!you\b|we\b|they\b)[a-z]+s\s){_UNDER_WAY}\b|{_WITH_THE_FIRST}|\bon\sthe\s(?:bell|whistle)\b|"
    r"\bon\s(?:the|our|your|their)\sway\s(?:to|out|in|up|past)\b|\bwhile\s(?:you|we|they)\s(?:are|wait)\b",
    _I,
)


def too_late(pair: Pair) -> Objection | None:
    """Return the objection, or None where neither comes after what the other goes before."""
    found = None if pair.of_one_length else pair.told_by_either(_comes_late)
    if found is None:
        return None
    return drift_objection(pair, found, by="too_late", message=late_message, kind=ConflictType.DEADLINE)


def _comes_late(one: Statement, other: Statement) -> tuple[str, str] | None:
    said = one.said
    if said is None or said.modality is Modality.PERMISSION:
        return None
    ahead = [
        limit
        for limit in said.time_limits
        if limit.kind is LimitKind.BEFORE and limit.comparator is Comparator.AT_LEAST and not limit.is_vague
    ]
    ahead = ahead or (list(_notice(one)) if part_met(one, other) >= _OF_ONE_NOTICE else [])
    if ahead:
        words = _too_near(other, ahead[0]) or _after_it(one, other)
        return (ahead[0].text, words) if words else None
    ban = forbids(said)
    found = None if _is_in_time(other.text) else _after_event(one, other, ban=ban)
    return found or (None if ban else _out_of_order(one, other))


# "Ten days' warning is given", "by notice of at least 28 days".
_OF_NOTICE = re.compile(r"['’]s?\s(?:(?:clear|written|full|prior|advance)\s){0,2}(?:notice|warning)\b", _I)
# Of how many of the words the other side has to speak for "on the day" to be of the notice.
_OF_ONE_NOTICE = 0.25
_NOTICE_OF = re.compile(r"\b(?:notice|warning)\sof\s(?:at\sleast\s|not\sless\sthan\s)?$", _I)


def _notice(one: Statement) -> Iterator[TimeLimit]:
    """Yield how long before an event word of it is to be given."""
    if "notice" not in one.text.lower() and "warning" not in one.text.lower():
        return
    for figure in one.figures:
        if figure.kind is not FigureKind.TIME or not figure.value or figure.of_case:
            continue
        before, _, after = one.text.partition(figure.text)
        if _OF_NOTICE.match(after) or _NOTICE_OF.search(before):
            yield TimeLimit(
                kind=LimitKind.BEFORE, value=figure.value, unit=Unit(figure.unit), text=figure.text,
                working=figure.working, comparator=Comparator.AT_LEAST,
            )  # fmt: skip


# "Load the cart first, then see to its brakes": what comes first is told by its place.
_IN_ORDER = re.compile(
    rf"(?:^|[.;:|]\s)(?P<first>[^.;:|]{{5,100}}?),?\s(?:and\s)?(?:only\s)?{THEN},?\s(?P<then>[^.;:|]{{5,120}})|"
    r"\b(?P<named>[^.;:|,]{5,80})\scomes?\sfirst\b[.,;](?P<rest>[^|]{5,160})|"
    # "The rent is raised first, and the tenants are consulted afterwards"
    r"\b(?P<leads>[^.;:|,]{5,80})\sfirst,?\s(?:and|with|but)\s(?P<follows>[^.;:|]{5,120}?)\s(?:afterwards|thereafter|after|later|next|second)(?=\s?(?:[.;:|,]|$))",
    _I,
)


def _out_of_order(one: Statement, other: Statement) -> tuple[str, str] | None:
    """Return the words for the event that `one` wants its act before, and those that put the event first."""
    before = _BEFORE.search(one.text)
    if before is None or not before["event"] or _EITHER.search(one.text):
        return None
    event, act = (
        _happens(before["event"]),
        _happens(one.text[: before.start()] + " " + one.text[before.end() :]),
    )
    for found in _IN_ORDER.finditer(other.text):
        if any(before["event"] for before in _BEFORE.finditer(found[0])):
            continue
        first = _happens(found["first"] or found["named"] or found["leads"])
        then = _happens(found["then"] or found["rest"] or found["follows"])
        if first & event and (then & act) - first - event:
            return before[0], found[0].strip(" .;:|")
    return None


def _after_it(one: Statement, other: Statement) -> str:
    """Return the words for a time on the day of an event or after it."""
    if _is_in_time(other.text):
        return ""
    late = (
        _ON_THE_DAY.search(other.text)
        or _AS_IT_HAPPENS.search(other.text)
        or _later(other.text, frozenset(), frozenset())
    )
    return late[0].strip(" :;|") if late else _appointed(one, other)


def _after_event(one: Statement, other: Statement, *, ban: bool) -> tuple[str, str] | None:
    """Return the words for the event that `one` names, and those for a time after it."""
    before = (_UNTIL if ban else _BEFORE).search(one.text)
    if before is None or (not ban and _EITHER.search(one.text)):
        return None
    named = _happens(before["event"] or "")
    if ban and not named:
        return None  # what is not to be done before nine may be done after it
    rest = _happens(one.text[: before.start()] + " " + one.text[before.end() :])
    event, act = (rest, named) if ban else (named, rest)
    late = _later(other.text, event, act)
    if late and before[0].lower().startswith("without") and not _happens(late[0]) & event:
        return None  # "without a permit" names no event but the act itself
    words = late[0].strip(" :;|") if late else ""
    if not words and not ban and not _speaks_of_the_event_alone(other, event, act):
        words = _appointed(one, other)
    return (before[0], words) if words else None


def _speaks_of_the_event_alone(other: Statement, event: frozenset[str], act: frozenset[str]) -> bool:
    """Tell "in August the branch closes at five" beside "consult before a branch closes": its time is the event's."""
    said = all_families(other)
    return bool(families(event) & said) and not (families(act) - families(event)) & said


# "The week of the wedding", "in race week", "the morning it starts", "on signing": so near to the event that
# it is before, if at all.
_NEAR = re.compile(
    r"(?:\b(?:in|during|on)\sthe|[:;|])\s(?:very\s)?(?P<of>week|month)\sof\s(?:the|their|your|our|its)\s(?!month|year|week|quarter)[\w’'-]+|"
    r"\b(?:in|during|of)\s(?:the\s)?(?!(?:the|that|this|last|next|first|second|third|fourth|same|each|every|any|one|working|following|whole|full|calendar|previous|past|a|an|per)\b)"
    r"[a-z]+\s(?P<named>week|month)\b(?!['’-])|"
    r"(?:\b(?:on\s|in\s)?the\s|[:;|]\s)(?:very\s)?(?:day|morning|afternoon|evening|night|minute|moment|(?P<span>week|month))\s(?:that\s|when\s|in\swhich\s)?(?:it|they|you|we|he|she|work|the\s(?:[\w’'-]+\s)?[\w’'-]+)\s"
    r"(?:starts?|begins?|opens?|comes?\sinto|takes?\seffect|goes|go|arrives?|turns?\sup|moves?|leaves?|kicks?|fly|flies|travels?|sails?|sets?\soff|departs?|lands?|marry|marries|happens?|falls?|is\sdue|are\sdue|is\sheld)\b|"
    r"(?:\b(?:at|on|upon|with|when)\s(?:the\s)?|[:;|]\s(?:the\s|at\s|on\s)?)(?:signing|completion|exchange|check-in|departure|"
    r"(?:you|they|we)\s(?:sign|book\son|check\sin|turn\sup|set\soff))\b(?=\s?(?:$|[,;:.()|]|and\b|with\b))",
    _I,
)
_WEEKS = {"week": 168.0, "month": 31 * 24.0}


def _too_near(other: Statement, limit: TimeLimit) -> str:
    """Return the words for a time before the same event that is plainly nearer to it than is asked."""
    asked = (limit.value or 0.0, limit.unit or Unit.DAY, limit.working)
    for time in appointed_times(other.text):
        if time.earlier and compare_lengths(asked, time.length) is Relation.STRICTER:
            return time.words
    for found in _NEAR.finditer(other.text):
        far = (
            _WEEKS.get((found["of"] or found["span"] or found["named"] or "").lower(), 24.0),
            Unit.HOUR,
            False,
        )
        if compare_lengths(asked, far) is Relation.STRICTER:
            return found[0].strip(" :;|")
    return ""


def _appointed(one: Statement, other: Statement) -> str:
    """Return the words for a time that comes round by itself, whether or not the event has been by then."""
    if any(not time.by_clock for time in appointed_times(one.text)) or not part_met(one, other):
        return ""
    return next((time.words for time in appointed_times(other.text) if not time.earlier), "")


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
            clauses = reversed(re.split(r"[,;.]|\band\b", text[: found.start()]))
            done = next((words for words in map(_happens, clauses) if words & (act | event)), frozenset())
            if not done & act or done & (event - act):
                continue
        if not (waits_for & act) or waits_for & (event - act):
            return found
    return next(
        (
            found
            for found in _WHEN_DONE.finditer(text)
            if _happens(found["done"]) & (event - act) and not _UNDOES_IT.search(found[0])
        ),
        None,
    )


def _happens(words: str) -> frozenset[str]:
    """Return what happens, without those to whom."""
    return frozenset(word for word in content_words(words) if not find_roles(word))
