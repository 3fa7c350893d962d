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
from policycheck.lexicon.cases import OPENS_CASE, says_how_far
from policycheck.lexicon.data import load
from policycheck.matching.forbidding import forbids
from policycheck.matching.keeping import ENDS

_I = re.IGNORECASE
_MORE = "|".join(load("bounds")["more"])
_EXCESS = re.compile(rf"(?:{_MORE})\sthan\b|over\b|above\b|beyond\b|exceed|in\sexcess\b|upwards\sof\b", _I)
_THAT_REACHES = re.compile(r"\b(?:that|which|who)\sreach(?:es)?\b", _I)
_MUST_BE = re.compile(
    r"\b(?:must|shall|should|needs?\sto|has\sto|have\sto|are\sto|is\sto)\s(?P<denied>not\s)?be\s(?:aged\s)?$",
    _I,
)
_LOWEST_AGE = re.compile(r"\b(?:lowest|minimum|youngest|earliest)\s(?:[a-z]+\s)?age\b[^.;]{0,80}$", _I)
_BELOW = re.compile(r"(?:under|below|younger|less|before)\b", _I)


def says_which_cases(threshold: Threshold, text: str) -> bool:
    """Tell whether a figure says whom or what a rule reaches: "of more than £500", "where it is 80 or more".

    Such a rule is widened by a lower least figure, and by a higher greatest one: "where the lead is 20 votes or fewer",
    "from every place within 25 metres of".
    """
    if threshold.kind in (ThresholdKind.AGE, ThresholdKind.RETENTION):
        return False
    before, _, after = text.partition(threshold.text)
    if threshold.comparator is Comparator.AT_MOST:
        return _ends_case(threshold, before, after)
    if threshold.comparator is not Comparator.AT_LEAST:
        return False
    if _EXCESS.match(threshold.text) is not None or OPENS_CASE.search(before) is not None:
        return True
    if _THAT_REACHES.search(before[-len("which ") :] + threshold.text) is not None:
        return True
    return _describes_the_subject(threshold, before, after)


_IS_SO = re.compile(
    r"\b(?:where|if|when)\s(?:the|its|their|his|her|a|an)\s(?:[\w’'-]+\s){1,4}?(?:is|are)\s(?:(?:only|just|of|worth)\s)?$",
    _I,
)


def _ends_case(threshold: Threshold, before: str, after: str) -> bool:
    """Tell whether a greatest figure ends the cases, and is not itself what must be kept to."""
    if threshold.kind is ThresholdKind.MEASURE and says_how_far(before, after):
        return True
    return _IS_SO.search(before) is not None


# "An employer with 20 or more employees must", "before accepting a gift of £500 or more": what stands before the verb.
_MODAL = re.compile(r"\b(?:must|shall|should|may|can|will|need|is|are|has|have|do|does)\b", _I)
_HAVING = re.compile(
    r"\b(?:with|by|having|employing|containing|carrying|holding|seating|serving|receiving|owning|keeping|covering|affecting|"
    r"involving|worth|(?:who|that|which)\s[\w’'-]+s?)\s$",
    _I,
)
_OF = re.compile(r"\b(?:of|for|at)\s$", _I)
# "A sum of at least £50 must be paid": the sum itself is what is asked for.
_IS_GIVEN = re.compile(
    r"[^.;]{0,40}?\b(?:be|is|are)\s(?:\w+ly\s)?(?:paid|charged|kept|maintained|held|provided|given|deposited|available|set|left|"
    r"allowed|offered|reserved|spent|met|reached|achieved|awarded|deducted|added)\b",
    _I,
)


def _describes_the_subject(threshold: Threshold, before: str, after: str) -> bool:
    """Tell whether a least figure before the verb says which of its kind are meant, and is not itself what is asked."""
    if _HAVING.search(before) and (relative := re.search(r"\b(?:who|that|which)\s[\w’'-]+\s$", before, _I)):
        before = before[: relative.start()]
    elif not _HAVING.search(before) and not (
        threshold.kind in (ThresholdKind.MONEY, ThresholdKind.PERCENT)
        and _OF.search(before)
        and not _IS_GIVEN.match(after)
    ):
        return False
    return _MODAL.search(before) is None and _MODAL.search(after) is not None


_NOT_UNTIL = re.compile(r"\b(?:before|until|till|unless)\s[^.;,]{0,40}$", _I)


_DONE_BY = re.compile(
    r"\b(?:must|shall|should|is\sto|are\sto)\b[^.;]*\sby\s[^.;]{0,80}\b(?:who|aged|over|of|at\sleast)\b[^.;,]{0,20}$|"
    # "Must be a person who has attained", "must have attained"
    r"\b(?:must|shall|should|has\sto|have\sto|needs?\sto)\s(?:(?:only\s)?be\s(?:(?:an?\s(?:\w+\s)?person|somebody|someone|persons|people|those)\swho\s|aged\s)?)?$",
    _I,
)


def is_asked_of_the_doer(before: str) -> bool:
    """Tell whether words before an age ask it of whoever acts: "must be signed by a neighbour who has reached"."""
    return _DONE_BY.search(before) is not None


def bars_below(threshold: Threshold, text: str, *, banned: bool) -> bool:
    """Tell whether an age is one that must have been reached: "must be at least 18", "banned until it is 18"."""
    if threshold.comparator is not Comparator.AT_LEAST:
        return False
    before = text.partition(threshold.text)[0]
    if banned and _NOT_UNTIL.search(before) is not None:
        return True
    asked = _MUST_BE.search(before)
    if asked is not None:
        return not asked["denied"]
    if is_asked_of_the_doer(before) or _ONLY_THOSE.search(before):
        return True
    return _LOWEST_AGE.search(before) is not None or "minimum age" in threshold.text.lower()


# "Taken only from persons who", "only those aged"
_ONLY_THOSE = re.compile(r"\bonly\b[^.;,]{0,60}$", _I)


def caps_above(threshold: Threshold, text: str) -> bool:
    """Tell whether an age is one that must not be passed: "must not be more than ten years old"."""
    if threshold.comparator is not Comparator.AT_MOST or _BELOW.match(threshold.text):
        return False
    return _MUST_BE.search(text.partition(threshold.text)[0]) is not None


_MUST = re.compile(
    r"\b(?:must|shall|should|needs?\sto|has\sto|have\sto|are\sto|is\sto)\s(?:be\s(?:[^.;,]{1,30}\sand\s)?(?:aged\s)?)?$",
    _I,
)


def shuts_out_older(threshold: Threshold, text: str, *, banned: bool) -> bool:
    """Tell whether an age keeps out those above: "nobody aged 70 or over may", "must be under 70"."""
    if threshold.comparator is Comparator.AT_LEAST:
        return banned and not bars_below(threshold, text, banned=banned)
    if caps_above(threshold, text):
        return True
    return (
        threshold.comparator is Comparator.AT_MOST
        and not banned
        and _MUST.search(text.partition(threshold.text)[0]) is not None
    )


@lru_cache(maxsize=1)
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of what others make or bring, and of what only they ask for."""
    windows = load("times")["windows"]
    made, asks = "|".join(windows["made"]), "|".join(windows["asks"])
    brought = re.compile(
        rf"(?P<be>\b(?:is|are|was|were|been|being|be)\s)?\b(?P<done>{made}|paid)\b"
        r"(?:\s(?!and\b|or\b|must\b|shall\b)[\w’'-]+){0,4}\s?$",
        _I,
    )
    return brought, re.compile(rf"\b(?:{asks})\b", _I)


@lru_cache(maxsize=1)
def _may_ask() -> re.Pattern[str]:
    """Pattern of leave to ask for something: "may apply for a review", "has the right to appeal"."""
    asks = "|".join(load("times")["windows"]["asks"])
    return re.compile(
        rf"\b(?:may|can|(?:right|entitled|free|able)\sto)\s(?:{asks})\b[^.;:]{{0,60}}$",
        _I,
    )


@lru_cache(maxsize=1)
def _lets_ask() -> re.Pattern[str]:
    """Pattern of others who must be let do what is for them to choose: "must allow a member to leave".

    Who must let them see or have a thing has the time.
    """
    windows = load("times")["windows"]
    chosen = "|".join((*windows["asks"], *windows["leaves"]))
    whom = r"(?:(?!(?:to|must|shall|will)\b)[\w’'-]+\s){1,8}?"
    return re.compile(
        rf"(?<!\bnot\s)(?<!\bnever\s)\b(?:(?:allow|permit|enable)s?\s{whom}to|lets?\s{whom}|be\s(?:allowed|permitted|enabled|free)\sto)\s?"
        rf"(?:[a-z]+ly\s)?(?:{chosen})\b[^.;:]{{0,60}}$",
        _I,
    )


@lru_cache(maxsize=1)
def _who_asks() -> re.Pattern[str]:
    """Pattern of others who ask for something: "if the person asks", "a charge that is challenged"."""
    asks = "|".join(load("times")["windows"]["asks"])
    return re.compile(
        rf"\b(?:if|where|when|who|that|which)\s(?:(?!must\b|shall\b|will\b)[\w’'-]+\s){{0,8}}(?:{asks})(?:s|ed|d)?\b"
        r"(?:\s(?!and\b|or\b|must\b|shall\b)[\w’'-]+){0,5}\s?$",
        _I,
    )


_RECEIVES = re.compile(
    r"\b(?:that|which)\s(?:it|they|we|you|he\sor\sshe|the\s[\w’'-]+)\s(?:receives?|gets?)\s(?:[\w’'-]+\s){0,4}$",
    _I,
)
_RELATIVE = re.compile(
    r"\b(?:(?<!so\s)that|which|who|if|when|where)\b(?!.*\b(?:must|shall|should|will|to)\s$)[^.;,]{0,25}$", _I
)
# "Shortages must be listed and damage reported within two days" bids them too: "must be" stands once for both.
_ELIDED = re.compile(
    r"\b(?:must|shall|should|will|is|are)\s(?:to\s)?be\s(?:(?!\b(?:if|that|which|who|where|when)\b)[^.;:])*\b(?:and|or|then)\s[^.;,:]{0,50}$",
    _I,
)
_HAVE = re.compile(r"\b(?:have|has)\s(?:[\w’'-]+\s){0,3}$", _I)
_ALLOWED = re.compile(r"\b(?:allow(?:s|ed)?|give[ns]?|grant(?:s|ed)?)\s(?:[\w’'-]+\s){0,3}$", _I)
_TO_DO = re.compile(
    r"[^.;]{0,80}?\b(?<!\bis\s)(?<!\bare\s)(?:(?:in|within)\swhich\s)?to\s(?P<verb>[^.;]{0,30})", _I
)
# "Two months' notice to leave" is how long before, and no time to do anything in.
_NOTICE = re.compile(r"['’]?\s(?:\w+\s){0,2}?(?:notice|warning)\b", _I)
_LEAVE = re.compile(r"\b(?:may|can),?\s*$", _I)
_THEN = re.compile(r"[^.;]{0,60}?,\s(?P<verb>[^.;]{0,30})")
_WHEN = re.compile(r"(?:with)?in\b|no(?:t)?\slater\b|inside\b", _I)
_AROUND = 110


_LASTING = re.compile(r"(?:for|during|throughout|lasts?|lasting|takes?)\b", _I)


def lasts(limit: TimeLimit) -> bool:
    """Tell whether a limit says how long a thing is done, "watched for five minutes", and not by when."""
    return limit.kind is LimitKind.FOR and _LASTING.match(limit.text) is not None


def sets_the_day(limit: TimeLimit, reading: Obligation) -> bool:
    """Tell whether a limit says when a thing is to be done, "reviewed six weeks after": later is as wrong as sooner."""
    if limit.kind is not LimitKind.AFTER or limit.comparator is not Comparator.EXACTLY:
        return False
    return ENDS.search(reading.text) is None


def gives_time(limit: TimeLimit, reading: Obligation) -> bool:
    """Tell whether a limit is time that others have, as in "made within 12 months" or "ten days in which to appeal".

    Who shortens it takes something away.
    """
    if limit.kind is LimitKind.EVERY:
        return False
    before, found, after = reading.text.partition(limit.text)
    if not found or (limit.kind is LimitKind.BEFORE and _is_greatest_age(limit, before, reading)):
        return False
    before, after = before[-_AROUND:], after[:_AROUND]
    if (
        _is_brought(before)
        or _may_ask().search(before)
        or _AT_ANY_TIME.search(before)
        or _lets_ask().search(before)
    ):
        return True
    if _may_do(before, after):
        return True
    # "Given within 14 days" says when somebody gives, "given 14 days to" what somebody is given.
    return _WHEN.match(found) is None and _is_allowed(before, after)


def looks_back(limit: TimeLimit, reading: Obligation) -> bool:
    """Tell whether a time before an event says what a rule is about: "gifts received in the month before the vote".

    Who shortens it leaves something out.
    """
    if limit.kind is not LimitKind.BEFORE or limit.comparator is not Comparator.AT_MOST:
        return False
    before, found, after = reading.text.partition(limit.text)
    if not found or _is_greatest_age(limit, before, reading):
        return False
    in_subject = before.strip() and not before.endswith(", ") and not _MODAL.search(before)
    return bool(in_subject and _BINDS.search(after)) or HAPPENED.search(before) is not None


_OLDER = re.compile(rf"(?P<denied>(?:no|not)\s)?(?:(?:{_MORE}|earlier)\sthan|over|beyond)\b", _I)


def _is_greatest_age(limit: TimeLimit, before: str, reading: Obligation) -> bool:
    """Tell whether a time before an event is how old a thing may be, and not how far back a rule looks.

    "No eggs laid more than a week before the sale", "a survey made no more than a year before": more is laxer.
    """
    older = _OLDER.match(limit.text)
    if older is None:
        return False
    return not older["denied"] or (not forbids(reading) and _rests_on_one().search(before) is not None)


@lru_cache(maxsize=1)
def _rests_on_one() -> re.Pattern[str]:
    """Pattern of one thing that is held or rested upon: "must be based on a survey made", not "list spills made"."""
    rests = "|".join(load("times")["windows"]["rests"])
    return re.compile(
        rf"\b(?:{rests})\s(?:[a-z]+ly\s)?(?:up)?(?:on\s|by\s|with\s)?(?:an?|the|one|only)\s[^.;,]{{1,60}}$",
        _I,
    )


# "Those who were ill", "anything received", beside "must be checked and cleaned".
HAPPENED = re.compile(
    r"\b(?:who|that|which|whose)\s(?:(?!\b(?:must|shall|should|will|may)\b)[^.;,])*$|"
    r"(?<!\bbe\s)(?<!\bis\s)(?<!\bare\s)(?<!\bnot\s)(?<!ly\s)(?<!\band\s)(?<!\bor\s)\b[a-z]+ed\s$",
    _I,
)
"""Words after which a time tells when a thing happened, and not when an act is to be done."""


def _is_brought(before: str) -> bool:
    """Read "a complaint made", "that is made", but not "must be made", which bids them."""
    asking = _who_asks().search(before)
    if asking is not None and not _only_names(asking[0], before[: asking.start()]):
        return True
    if _RECEIVES.search(before) is not None:
        return True
    made = _words()[0].search(before)
    if (
        made is None
        or _BID.search(before[: made.start()])
        or _ELIDED.search(before[: made.start()]) is not None
    ):
        return False
    if made["be"] and _LEAVE_TO.search(before[: made.start()]):
        return True  # "a claim may be made within ten days"
    if not made["be"]:
        # The office pays too, and hands over "the papers asked for within two days".
        return made["done"].lower() != "paid" and _HANDS_OVER.search(before[: made.start()]) is None
    return _RELATIVE.search(before[: made.start()]) is not None


_LEAVE_TO = re.compile(r"\b(?:may|can)\s$", _I)
_AT_ANY_TIME = re.compile(
    r"(?:\b(?:may|can)|(?<!not\s)\b(?:allow|permit|let|enable)s?)\b[^.;]*\bat\sany\stime\s$", _I
)
_HANDS_OVER = re.compile(
    r"\b(?:must|shall|should|will)\s(?:produce|supply|provide|furnish|give|send|deliver|hand|submit|show|disclose|return|share)\b[^.;,]*$",
    _I,
)
# "Must be able to reach it within the hour": their own act.
_BID = re.compile(r"\b(?:to|must|shall|should|will)\s$", _I)
_BINDS = re.compile(r"\b(?:must|shall|should|will|(?:is|are|has|have)\sto)\b", _I)
_NAMES = re.compile(
    r"(?:who|that|which)\s(?:(?P<denied>(?:[\w’'-]+\s)*?(?:not|never)\b)|(?:[a-z]+\s)?[a-z]+ed\b)", _I
)
_IN_THE_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|be)\b", _I)


def _only_names(relative: str, before: str) -> bool:
    """Tell whether what others did, or did not do, only names to whom or of what: then the limit is of what must be.

    "Must send the person who complained an answer within ten days", beside "must hear a fine that is challenged
    within ten days".
    """
    named = _NAMES.match(relative)
    if named is None or _BINDS.search(before) is None:
        return False
    return bool(named["denied"]) or _IN_THE_PASSIVE.search(relative) is None


def _is_allowed(before: str, after: str) -> bool:
    """Read "are allowed ten days to", "have ten days to appeal"."""
    to_do = None if _NOTICE.match(after) else _TO_DO.match(after)
    if to_do is not None and _ALLOWED.search(before):
        return True
    return to_do is not None and _HAVE.search(before) is not None and _asks(to_do["verb"])


def _may_do(before: str, after: str) -> bool:
    """Read "may, within ten days, appeal"."""
    then = _THEN.match(after)
    return then is not None and _LEAVE.search(before) is not None and _asks(then["verb"])


def _asks(verb: str) -> bool:
    return _words()[1].match(verb) is not None
