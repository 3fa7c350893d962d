"""What a length of time limits: done within it, before or after it, or lasting it, by the words around it."""

import re

from policycheck.domain.obligations import Comparator, LimitKind, Unit
from policycheck.lexicon.data import load
from policycheck.obligations.figures.durations import Duration

_I = re.IGNORECASE
_MOST = (
    r"(?:(?:not|no)\s(?:more|longer|greater)\sthan|at\s(?:the\s)?(?:very\s)?most|(?:a\s)?maximum(?:\sof)?|"
    r"not\s(?:exceeding|to\sexceed)|up\sto|(?<!not\s)(?<!no\s)(?:fewer|less)\sthan|under)"
)
_LEAST = r"(?:at\s(?:the\s)?(?:very\s)?least|(?:not|no)\s(?:less|fewer)\sthan|(?:a\s)?minimum(?:\sof)?)"
_PERIOD = (
    r"(?:\s(?:a|an|the|any|that|another|their|its))?(?:\s(?:further|maximum|minimum|initial|total|"
    r"continuous|additional|first|next))?"
    r"(?:(?:\s(?!and\b|or\b)[a-z-]{3,20})?\s(?:period|space|limit|total|timescale|timeframe))?(?:\s(?:of|"
    r"not\sexceeding))?(?:\s(?:a|the|another|about|approximately))?"
)
_AT_MOST, _AT_LEAST, _EXACTLY = Comparator.AT_MOST, Comparator.AT_LEAST, Comparator.EXACTLY

# What stands before the figure, tried in order; the first that fits decides.
_LATEST = re.compile(
    rf"\b(?:(?:by\s)?(?:no|not)\slater\sthan|(?:by\s)?at\sthe\s(?:very\s)?latest,?){_PERIOD}\s*$", _I
)
_EARLIEST = re.compile(rf"\b(?:no|not)\s(?:earlier|sooner)\sthan{_PERIOD}\s*$", _I)
_WITHIN = re.compile(
    rf"\b(?:within|inside)(?:\s{_MOST})?{_PERIOD}\s*$|\bwithin(?:\s[a-z]{{1,15}}){{1,5}},?\s{_MOST}{_PERIOD}\s*$|"
    rf"\bin\s{_MOST}\s*$",
    _I,
)
_FAR = re.compile(rf"\b(?P<far>later|earlier|sooner)\sthan{_PERIOD}\s*$", _I)  # the "not" stands further off
_HAVE = re.compile(
    r"\b(?:have|has|having|had|gets?|given|allow(?:s|ed)?)(?:\s(?:only|just|until))?"
    r"(?:\s(?:an?|another)(?:\s(?:further|extra|additional))?(?:\s(?:period|maximum|total)\sof)?)?\s*$",
    _I,
)
_IN = re.compile(r"\b(?<!once\s)in\s*$", _I)
_IN_THE = re.compile(r"\b(?:in|during)\sthe\s(?:(?:last|final)\s)?$", _I)
_END_OF = re.compile(
    rf"\b(?P<when>before|by|until|after|at|on|following)\s(?:the\s)?(?:end|expiry|expiration|close)\sof{_PERIOD}\s*$",
    _I,
)
_FOR = re.compile(rf"\b(?:for|lasting|lasts?|of)\s(?:(?P<least>{_LEAST})|(?P<most>{_MOST})){_PERIOD}\s*$", _I)
_FOR_THAT_LONG = re.compile(
    rf"\b(?:for|during)(?:\s(?:(?P<least>{_LEAST})|(?P<most>{_MOST})))?{_PERIOD}\s*$", _I
)
_FOR_PLAIN = re.compile(rf"\b(?:for|lasting|lasts?|takes?|throughout){_PERIOD}\s*$", _I)
_BARE_LEAST = re.compile(rf"\b{_LEAST}{_PERIOD}\s*$", _I)
_BARE_MOST = re.compile(rf"\b(?:by\s)?{_MOST}{_PERIOD}\s*$", _I)
_LONGER = re.compile(rf"\b(?:for\s)?(?:longer|more)\sthan{_PERIOD}\s*$|\bexceed(?:s|ing)?{_PERIOD}\s*$", _I)
_AFTER = re.compile(rf"\b(?P<word>after|following|until){_PERIOD}\s*$", _I)
_UNTIL = re.compile(rf"\b(?:until|till)(?:\s{_LEAST})?{_PERIOD}\s*$", _I)
_UNLESS = re.compile(rf"\b(?:unless|until|till)(?:\s{_LEAST})?{_PERIOD}\s*$", _I)
_ONCE = re.compile(rf"\b(?:once|when|after|as\ssoon\sas)(?:\s{_LEAST})?{_PERIOD}\s*$", _I)
# "Until notice has been given and", before a length that must have gone by as well.
_AS_WELL = re.compile(
    r"\b(?P<opens>until|till|unless|before|once|when|after|as\ssoon\sas)\s[^.,;:()]{3,80}?\sand(?:\sthen)?"
    rf"(?:\s{_LEAST})?{_PERIOD}\s*$",
    _I,
)
_NOT_A_LIMIT = re.compile(
    r"\b(?:last|past|previous|preceding|aged?|age\sof|ages\sof|£\S{1,12}\s(?:a|per|for\seach)|first)\s*$", _I
)
_NEGATION = re.compile(r"\b(?:not|no|never|nobody|cannot|neither|nothing)\b", _I)

# What stands after it.
_EARLIER = re.compile(
    r"\s*(?:before\b|prior\sto\b|in\sadvance\b|ahead\sof\b|beforehand\b|ahead\b|"
    r"(?:(?!(?:after|from|following|since|of)\b)\w+\s){0,2}notice\b|ending\s(?:on|with)\b|preceding\b)",
    _I,
)
_BEFORE = re.compile(r"\s*(?:before|prior\sto|preceding|ending\swith)\b", _I)
_AT_THE_LATEST = re.compile(r"[^.;,]{0,80}\bat\sthe\s(?:very\s)?latest\b", _I)
_TO_DO = re.compile(
    r"(?:\s(?:of|from|after|following|beginning|starting)\b[^.;:]{1,80})?\s(?:to|(?:in|within)\swhich)\b", _I
)
_WITHIN_WHICH = re.compile(r"\s*(?:within\swhich|in\swhich\sto)\b", _I)
_UNTIL_THE_END = re.compile(r"\s*before\sthe\s(?:end|expiry)\sof\swhich\b(?P<rest>[^.;]{0,80})", _I)
_EXPIRES = re.compile(
    r"\b(?:time|period|deadline|limit)\b[^.;]{0,60}\b(?:expires?|ends?|runs?\sout|lapses?|closes?)\s*$", _I
)
_LATER = re.compile(
    r"(?:\s(?:have|has|had)\s(?:passed|elapsed|gone\sby|expired)(?!\s*[.,;]))?"
    r"\s*(?:after|following|from|of|beginning|starting|commencing|since|later)\b",
    _I,
)

_AWAITED, _TO_BE_AWAITED = ("|".join(load("times")[name]) for name in ("awaited", "awaited_acts"))
_TAKES = re.compile(r"\btakes?\s$", _I)
_AWAITED_TAKES = re.compile(
    rf"\b(?:{_AWAITED})\s(?:(?:on|about|to|of|from|for)\s[^.;,:]{{1,40}}\s)?(?:[a-z]+\s){{0,2}}?takes?\s$", _I
)
_WAITS = re.compile(r"\b(?:wait|waits|waiting)\s$", _I)
_FOR_WHAT_IS_AWAITED = re.compile(rf"\sfor\s(?:an?\s|the\s|our\s|your\s|his\s|her\s)?(?:{_AWAITED})\b", _I)
_UNTIL_AWAITED = re.compile(rf"\s(?:for\s(?:us|it|them)\s)?to\s(?:{_TO_BE_AWAITED})\b", _I)

GONE = re.compile(
    r"\s(?:ha(?:ve|s|d)\s(?:passed|elapsed|gone(?:\sby)?|expired|run(?:\sout)?)|pass(?:es)?|elapses?|go(?:es)?\sby|"
    r"(?:are|is)\s(?:up|over))\b",
    _I,
)
"""What a length of time that must go by has done then: "have elapsed"."""
NOT_SHORT = re.compile(
    r"(?:\b(?:not|never|cannot)|\bno\s(?:[\w’'-]+\s){1,6}?(?:may|must|shall|should|can|will|is\sto))\s"
    r"(?:ever\s)?(?:be|last|run|fall|drop|go)\s(?:(?:[a-z]+[dnt]\s)?for\s|to\s)?"
    rf"(?P<bound>(?:(?:less|fewer|shorter)\sthan|under|below){_PERIOD}\s*)$",
    _I,
)
"""Before a length, "must not be less than", "no lease may fall below": the thing that is bounded lasts as long."""
_OF = re.compile(r"\s*of\b", _I)
_SINCE = re.compile(r"\s*(?:after|following|from|since|later|ago|earlier|before|old)\b", _I)
_DENIED_AFTER = 80
Reading = tuple[LimitKind, Comparator, int]
"""Kind, comparator, and where the words of the limit begin."""


def classify(before: str, text: str, duration: Duration) -> Reading | None:
    """Read a length of time by the words before it, `before`, and those after it in the text; None for no limit.

    The place in the reading counts from the start of `before`.
    """
    earlier = _EARLIER.match(text, duration.end) is not None
    reading = _bounded(before, earlier=earlier) or _with_which(text, before, duration)
    if reading is not None or _NOT_A_LIMIT.search(before):
        return reading
    found = _END_OF.search(before)
    if found:
        return _after_end(before, found)
    gone_by = _gone_by(before, text, duration, earlier=earlier)
    if gone_by:
        return gone_by
    # "Allowed half an hour to rest" says how long the rest lasts; a deadline in minutes says "within".
    if duration.unit is not Unit.MINUTE and _HAVE.search(before) and _TO_DO.match(text, duration.end):
        return LimitKind.WITHIN, _AT_MOST, len(before)
    if duration.bare:
        return _bare(before, text, duration)
    return _counted(before, text, duration, earlier=earlier)


def is_time_to_act(before: str, kind: LimitKind) -> bool:
    """Tell whether a length is what somebody has for doing something: "you have a week from joining to pay"."""
    return kind is LimitKind.WITHIN and _HAVE.search(before) is not None


def _bounded(before: str, *, earlier: bool) -> Reading | None:
    """Read "within", "no later than" and "not earlier than"."""
    latest = _LATEST.search(before)
    found = latest or _WITHIN.search(before)
    if found:
        if earlier:
            return LimitKind.BEFORE, _AT_LEAST if latest else _AT_MOST, found.start()
        return LimitKind.WITHIN, _AT_MOST, found.start()
    found = _EARLIEST.search(before)
    if found is None:
        return None
    kind, comparator = (LimitKind.BEFORE, _AT_MOST) if earlier else (LimitKind.AFTER, _AT_LEAST)
    return kind, comparator, found.start()


def _gone_by(before: str, text: str, duration: Duration, *, earlier: bool) -> Reading | None:
    """Read "not until 30 days have passed", "not until a week after" and "once 60 days have gone by"."""
    notice = earlier and not _BEFORE.match(text, duration.end)
    if notice or text[duration.start : duration.start + 3].lower() == "the":
        return None
    gone = GONE.match(text, duration.end)
    found = (_UNLESS if gone else _UNTIL).search(before)
    if found and _is_negated(re.split(r"\bbut\b", before[: found.start()])[-1], len(before)):
        kind, comparator = (LimitKind.BEFORE, _AT_MOST) if earlier else (LimitKind.AFTER, _AT_LEAST)
        return kind, comparator, found.start()
    as_well = _AS_WELL.search(before) if gone else None
    if as_well and as_well["opens"].lower() in ("until", "till", "unless", "before"):
        denied = _is_negated(before, as_well.start())
        return (LimitKind.AFTER, _AT_LEAST, len(before)) if denied else None
    found = _ONCE.search(before) if gone else None
    if as_well and found is None:
        return LimitKind.AFTER, _EXACTLY, len(before)
    return (LimitKind.AFTER, _EXACTLY, found.start()) if found else None


def _after_end(before: str, found: re.Match[str]) -> Reading | None:
    when = found["when"].lower()
    if when in ("before", "until") and _is_negated(before, found.start()):
        return LimitKind.AFTER, _AT_LEAST, found.start()
    if when == "until":
        return LimitKind.FOR, _EXACTLY, found.start()
    if when in ("before", "by"):
        return LimitKind.WITHIN, _AT_MOST, found.start()
    if when == "at" and _EXPIRES.search(before[: found.start()]):
        return LimitKind.WITHIN, _AT_MOST, found.start()
    return LimitKind.AFTER, _EXACTLY, found.start()


def _is_negated(before: str, end: int) -> bool:
    """Tell whether a "not" stands in the same clause before a place."""
    clause = re.split(r"[,;.]", before[:end])[-1]
    return _NEGATION.search(clause) is not None


def _with_which(text: str, before: str, duration: Duration) -> Reading | None:
    """Read "a period of 14 days within which" and "30 days before the end of which ... must not"."""
    if _WITHIN_WHICH.match(text, duration.end):
        least = _BARE_LEAST.search(before)
        if least:  # "allow at least a week in which to reply"
            return LimitKind.FOR, _AT_LEAST, least.start()
        return LimitKind.WITHIN, _AT_MOST, len(before)
    found = _UNTIL_THE_END.match(text, duration.end)
    if found is None:
        return None
    if _NEGATION.search(found["rest"]):
        return LimitKind.AFTER, _AT_LEAST, len(before)
    return LimitKind.WITHIN, _AT_MOST, len(before)


def _bare(before: str, text: str, duration: Duration) -> Reading | None:
    """Read "a week": a limit only with clear words around it."""
    if text[duration.start : duration.start + 3].lower() == "the":
        return None
    if _EARLIER.match(text, duration.end):
        return _earlier(before, text, duration, _BARE_MOST.search(before))
    found = _FOR_PLAIN.search(before)
    return (LimitKind.FOR, _EXACTLY, found.start()) if found else None


def _counted(before: str, text: str, duration: Duration, *, earlier: bool) -> Reading | None:
    later = _LATER.match(text, duration.end) is not None
    longer = _LONGER.search(before)
    least, most = _FOR.search(before), _BARE_MOST.search(before)
    if longer and not most:
        return _no_longer(text, duration, longer)
    far = _far(before, earlier=earlier, later=later)
    if far is not None:
        return far
    if earlier:
        return _earlier(before, text, duration, most)
    awaited = most is not None and _is_awaited(before[: most.start()], text, duration.end)
    return _bound(before, least, most, later=later or awaited) or _plain(before, text, duration, later=later)


def _no_longer(text: str, duration: Duration, longer: re.Match[str]) -> Reading | None:
    """Read "not for longer than a week", "not more than a week before", and "nothing made more than a year ago"."""
    denied = _NEGATION.search(text[: duration.start])
    since = _SINCE.match(text, duration.end) and not longer[0].lower().startswith(("for", "longer"))
    if since and (denied or _NEGATION.search(text[duration.end : duration.end + _DENIED_AFTER])):
        kind = LimitKind.BEFORE if _BEFORE.match(text, duration.end) else LimitKind.WITHIN
        return kind, _AT_MOST, longer.start()
    return (LimitKind.FOR, _AT_MOST, longer.start()) if denied else None


def _bound(
    before: str, least: re.Match[str] | None, most: re.Match[str] | None, *, later: bool
) -> Reading | None:
    short = None if later else NOT_SHORT.search(before)
    if short:
        return LimitKind.FOR, _AT_LEAST, short.start("bound")
    if least:
        return LimitKind.FOR, _AT_LEAST if least["least"] else _AT_MOST, least.start()
    if most and later and _is_too_little(most) and _is_negated(before, most.start()):
        return LimitKind.AFTER, _AT_LEAST, most.start()
    if most:
        return LimitKind.WITHIN if later else LimitKind.FOR, _AT_MOST, most.start()
    bound = _BARE_LEAST.search(before)
    if bound:
        return LimitKind.AFTER if later else LimitKind.FOR, _AT_LEAST, bound.start()
    return None


def _is_awaited(before: str, text: str, end: int) -> bool:
    """Tell "a decision may take up to a month" and "wait up to a month for a reply" from "the course may take"."""
    if _WAITS.search(before):
        return _FOR_WHAT_IS_AWAITED.match(text, end) is not None
    return _AWAITED_TAKES.search(before) is not None or (
        _TAKES.search(before) is not None and _UNTIL_AWAITED.match(text, end) is not None
    )


def _is_too_little(bound: re.Match[str]) -> bool:
    """Tell "less than", which a "not" before it turns round, from "no more than"."""
    return re.match(r"(?:fewer|less)\b", bound[0], _I) is not None


def _earlier(before: str, text: str, duration: Duration, most: re.Match[str] | None) -> Reading:
    """Read a length that ends where something begins: "at least 5 days before", "for 21 days before"."""
    during = _FOR_THAT_LONG.search(before) if _BEFORE.match(text, duration.end) else None
    if during:
        comparator = _AT_LEAST if during["least"] else _AT_MOST if during["most"] else _EXACTLY
        return LimitKind.FOR, comparator, during.start()
    if most and _is_too_little(most) and _is_negated(before, most.start()):
        return LimitKind.BEFORE, _AT_LEAST, most.start()
    window = _IN_THE.search(before) if _BEFORE.match(text, duration.end) else None
    if window:
        return LimitKind.BEFORE, _AT_MOST, window.start()
    bound = _BARE_LEAST.search(before) or most
    return LimitKind.BEFORE, _AT_MOST if most else _AT_LEAST, bound.start() if bound else len(before)


def _far(before: str, *, earlier: bool, later: bool) -> Reading | None:
    """Read "nobody may return earlier than two weeks after": the ban stands apart from its figure."""
    found = _FAR.search(before)
    if found is None or not (earlier or later) or not _is_negated(before, found.start()):
        return None
    late = found["far"].lower() == "later"
    if earlier:
        return LimitKind.BEFORE, _AT_LEAST if late else _AT_MOST, found.start()
    return (
        (LimitKind.WITHIN, _AT_MOST, found.start()) if late else (LimitKind.AFTER, _AT_LEAST, found.start())
    )


def _plain(before: str, text: str, duration: Duration, *, later: bool) -> Reading | None:
    found = _FOR_PLAIN.search(before)
    if found:
        return LimitKind.FOR, _EXACTLY, found.start()
    if later and _AT_THE_LATEST.match(text, duration.end):
        return LimitKind.WITHIN, _AT_MOST, len(before)
    found = _AFTER.search(before)
    if found:
        if found["word"].lower() == "until":
            return LimitKind.FOR, _EXACTLY, found.start()
        return LimitKind.AFTER, _EXACTLY, found.start()
    found = _IN.search(before)
    if found:
        return LimitKind.WITHIN, _AT_MOST, found.start()
    later = later and not _OF.match(text, duration.end)
    return (LimitKind.AFTER, _EXACTLY, len(before)) if later else None
