"""What the words beside a figure make of it: the least, the most, or which cases a rule reaches."""

import re
from functools import cache

from policycheck.domain.obligations import Comparator
from policycheck.lexicon.cases import OPENS_CASE
from policycheck.lexicon.data import load
from policycheck.obligations.figures.durations import UNIT_WORDS
from policycheck.obligations.limit_kinds import NOT_SHORT
from policycheck.obligations.thresholds import SHORT_BAN

LOOK_BACK = 120
_MORE, _FEWER = ("|".join(load("bounds")[way]) for way in ("more", "fewer"))
_AT_LEAST_BEFORE = re.compile(
    rf"\b(?:at\s(?:the\s)?(?:very\s)?least|(?:not|no|never|nothing)\s(?:{_FEWER}|sooner|earlier)\sthan|nothing\sshort\sof|minimum(?:\sof|\sis|:)?|from)"
    r":?\s(?:the\s|an?\s(?:average|total)\sof\s)?$",
    re.I,
)
_AT_MOST_BEFORE = re.compile(
    rf"\b(?:(?:not|no|never|nothing)\s(?:{_MORE}|later)\sthan|at\s(?:the\s)?(?:very\s)?most|up\sto(?:\sand\sincluding)?|not\sexceed(?:ing)?|"
    rf"maximum(?:\sof|\sis|:)?|limited\sto|(?:{_FEWER})\sthan|under|below|short\sof):?\s(?:the\s|an?\s(?:average|total)\sof\s)?$",
    re.IGNORECASE,
)
_FEWER_BEFORE = re.compile(
    rf"\b(?:(?:{_FEWER})\sthan|under|below|short\sof):?\s(?:the\s|an?\s(?:average|total)\sof\s)?$", re.I
)
_END = r"(?:end|close|expiry|expiration)"
BY_TIME = re.compile(
    rf"\b(?:within|inside|by)\s(?:(?:the\s)?{_END}\sof\s)?(?:the\s)?$|\bbefore\s(?:the\s)?{_END}\sof\s(?:the\s)?$",
    re.IGNORECASE,
)
_AT_LEAST_AFTER = re.compile(
    rf"\s(?:\w+\s)?(?:or|and)\s(?:{_MORE})\b|\sat\s(?:the\s)?least\b|"
    r"\splus(?=\s?(?:$|[.,;:)|])|\s(?:must|shall|should|may|can|will|needs?|is|are|has|have|goes?)\b)|\+(?!\s?\d)",
    re.I,
)
_AT_MOST_AFTER = re.compile(rf"\s(?:\w+\s)?(?:or|and)\s(?:{_FEWER})\b|\sat\s(?:the\s)?most\b", re.I)
_EXCESS = re.compile(
    rf"\b(?:(?:{_MORE})\sthan|exceed(?:s|ing)?|beyond|above|over|in\sexcess\sof|upwards\sof):?\s(?:the\s|an?\s(?:average|total)\sof\s)?$",
    re.IGNORECASE,
)
_FAR = re.compile(r"\b(?:not|no)\s(?P<far>later|earlier|sooner)\sthan\s(?:the\s)?$", re.I)
_AHEAD = re.compile(r"\s(?:before|prior|preceding|ahead|in\sadvance)", re.I)
_REACHES = re.compile(
    r"(?<!\bcan\s)(?<!\bmay\s)\breach(?:es|ing)?\s(?:the\s|an?\s(?:average|total)\sof\s)?$", re.I
)
# "Nobody who was paid by a bidder within the last three years may": how far back a ban looks.
_BACK = re.compile(
    r"\b(?:who|which|that|whose|whom|if|where|when)\b(?:(?!\b(?:unless|until|except|without|other)\b)[^.;])*"
    r"\b(?:within|in|during|over)\s(?:the|his|her|their|its)\s(?:last|past|preceding|previous)\s$",
    re.I,
)
_BAN = re.compile(
    r"\b(?:must|shall|may|should|can|will|is|are|do|does)\s(?:not|never)\b|\b(?:cannot|nobody|no-one|no\sone|no\sperson|barred|disqualified)\b",
    re.I,
)
_THAT_REACHES = re.compile(r"\b(?:that|which|who)\sreach(?:es)?\s$", re.I)
NEGATION = re.compile(
    r"\b(?:not|no|never|nobody|none|nor|neither|cannot)\b(?!\s(?:sooner|earlier|later)\sthan)"
    rf"(?!\s(?:{_MORE}|{_FEWER})\sthan)(?!\sexceed)(?:(?!\b(?:who|which|that|where|when|if|unless|until|without)\b)[^.;])*$",
    re.IGNORECASE,
)
# "Who has held it for less than two years": those who fall short.
_SHORT = re.compile(
    rf"\b(?:who|which|that|whose|where|when|if)\b[^.;:|]{{0,80}}\b(?<!not\s)(?<!no\s)(?:(?:{_FEWER})\sthan|under|below|short\sof)\s(?:the\s)?$",
    re.I,
)

_RUNNING = r"(?:single|rolling|moving|running|continuous|consecutive)"
# "In any period of", "over a rolling", and where a length stands before it "in a": the time over which it is counted.
_SPAN = re.compile(
    rf"(?:\b(?:in|within|during|over|per|out\sof)\s(?:any|each|every|(?:an?|one|the)(?=\s{_RUNNING}\s))(?:\s(?:one|given|{_RUNNING}))*|"
    rf"\b(?:{UNIT_WORDS})s?\s(?:in|over|out\sof)\s(?:an?|one))(?:\speriod\sof)?\s$",
    re.I,
)


def bound_of(text: str, start: int, end: int) -> Comparator | None:
    """Return the bound that the words before and after a place give, None where they give none."""
    before = text[max(0, start - 40) : start]
    after = text[end : end + 24]
    if (far := _FAR.search(before)) and _AHEAD.match(after):
        return Comparator.AT_LEAST if far["far"].lower() == "later" else Comparator.AT_MOST
    if _AT_LEAST_BEFORE.search(before):
        return Comparator.AT_LEAST
    if _AT_MOST_BEFORE.search(before):
        back = text[max(0, start - LOOK_BACK) : start]
        asked = _FEWER_BEFORE.search(before) and (SHORT_BAN.search(back) or NOT_SHORT.search(back))
        return Comparator.AT_LEAST if asked else Comparator.AT_MOST
    if _EXCESS.search(before) or _REACHES.search(before):
        # "must not suspend anybody for more than six months" against "where it is more than six months"
        banned = NEGATION.search(text[max(0, start - LOOK_BACK) : start])
        return Comparator.AT_MOST if banned else Comparator.AT_LEAST
    if _AT_MOST_AFTER.match(after):
        return Comparator.AT_MOST
    return Comparator.AT_LEAST if _AT_LEAST_AFTER.match(after) else None


def looks_back(text: str, start: int) -> bool:
    """Tell whether a length that starts there says how far back a ban looks: a longer one bars more."""
    if _BACK.search(text[max(0, start - LOOK_BACK) : start]) is None:
        return False
    ends = min((at for at in (text.find(". ", start), text.find(";", start)) if at >= 0), default=len(text))
    return _BAN.search(text, max(text.rfind(". ", 0, start), 0), ends) is not None


@cache
def _waited() -> re.Pattern[str]:
    """Pattern of what has lasted when a rule begins: "whose home has been without water for"."""
    lacking = "|".join(load("times")["windows"]["lacking"])
    words = r"(?:\s(?!for\b)[\w’'-]+){0,3}"
    return re.compile(
        r"\b(?:who|which|that|whose|whom|if|where|when|once|after|every|each|any|all|whoever)\b"
        r"(?:(?!\b(?:unless|until|except|only|provided|must|shall|should|will|may)\b)[^.;])*"
        rf"\b(?:(?:ha(?:s|ve)|had)\s(?:now\s|already\s)?(?:(?:been|gone|stood|lain|had)\s(?:\w+ly\s)?(?:{lacking})|waited|not\s[a-z]+)\b{words}|"
        rf"(?<!\bgo\s)(?<!\bbe\s)(?<!\bleft\s)(?<!\bgoes\s)without{words})\sfor\s"
        rf"(?:(?:at\sleast|as\slong\sas|(?:{_MORE})\sthan|over)\s)?(?:the\s)?$",
        re.I,
    )


_WHILE_NOT = re.compile(r"\b(?:unless|until|till|except|only|provided)\b[^.;]*$", re.I)


def has_waited(text: str, start: int) -> bool:
    """Tell whether a length that starts there is how long a lack lasts before a rule helps: a longer one helps later.

    Not so what must have lasted for leave to act, "only if it has been empty for a year".
    """
    before = text[max(0, start - LOOK_BACK) : start]
    return _waited().search(before) is not None and _WHILE_NOT.search(before) is None


def is_span(text: str, start: int) -> bool:
    """Tell whether a length that starts there is what something else is counted over: "ten hours in any 24"."""
    return _SPAN.search(text[max(0, start - LOOK_BACK) : start]) is not None


def whole_bound(text: str, start: int) -> int:
    """Return by how much a bound on whole things lies off its figure: "fewer than 50" are 49 at most."""
    before = text[max(0, start - 40) : start]
    if _FEWER_BEFORE.search(before) and not _AT_LEAST_BEFORE.search(before):
        return 0 if SHORT_BAN.search(text[max(0, start - LOOK_BACK) : start]) else -1
    if _EXCESS.search(before) and not _AT_MOST_BEFORE.search(before):
        return 0 if NEGATION.search(text[max(0, start - LOOK_BACK) : start]) else 1
    return 0


def is_case(text: str, start: int, bound: Comparator | None) -> bool:
    """Tell whether a least figure says which cases a rule reaches: "of more than £500", "where it is 80 or more"."""
    before = text[max(0, start - LOOK_BACK) : start]
    if bound is Comparator.AT_MOST:
        return _SHORT.search(before) is not None
    return bound is Comparator.AT_LEAST and (
        _EXCESS.search(before[-40:]) is not None
        or OPENS_CASE.search(before) is not None
        or _THAT_REACHES.search(before[-40:]) is not None
    )
