"""How often, told by the parts of a day, a week or a year: "after breakfast and again after supper"."""

import re
from collections.abc import Iterator

from policycheck.domain.obligations import Unit
from policycheck.lexicon.data import load
from policycheck.obligations.cues import telling_words, words_in
from policycheck.obligations.figures.durations import divide
from policycheck.obligations.spans import Span

Often = tuple[float, Unit]
_I = re.IGNORECASE
_CALENDAR: dict[str, list[str]] = load("rhythms")["calendar"]
_HOUR = {"am", "pm", "open", "close", "a.m.", "p.m.", "unlock"}
_MARKS = sorted((word for word in _CALENDAR["daily"] if word not in _HOUR), key=len, reverse=True)
_MARK = "|".join(map(re.escape, _MARKS))
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = "|".join([*_CALENDAR["month_names"], *_CALENDAR["yearly"]])
_ANY_MONTH = "|".join([*_CALENDAR["month_names"], *_CALENDAR["months"]])
_BEFORE = (
    r"(?:just\s|right\s|straight\s|soon\s|shortly\s)?"
    r"(?:at|before|after|over|by|around|round|towards|with|in|on|during)"
)
_AGAIN = r"(?:again|once\smore|one\smore\stime|(?:for\s)?(?:a|the)\s(?:second|third|fourth|last|final)\stime)"
# "A last one before tea", but not "the third evening"
_ONE_MORE = rf"(?:(?:a|the)\s(?:second|third|fourth|last|final)(?:\sone)?|the\ssame)(?=\s{_BEFORE}\s)"
# "And again after supper", "once more at noon", "a last time before tea"
_LATER = re.compile(
    rf"\b(?:{_AGAIN}|{_ONE_MORE})\s(?:{_BEFORE}\s(?:the\s|their\s|our\s|your\s)?(?:[a-z]+\s)?)?(?:(?P<part>{_MARK})|(?P<day>(?:a\s)?{_DAY})|(?P<month>{_MONTH}))\b",
    _I,
)
_NO_TIME = re.compile(r"\b(?:not|never|no|nor|until|till|unless|if|cannot)\s(?:[\w’'-]+\s){0,4}$", _I)
# "Then leave it until breakfast comes round again", "and not until the following Monday"
_ROUND = re.compile(
    rf"\b(?:until|till)\s(?:the\s)?(?:(?P<part>{_MARK})|(?P<day>{_DAY})|(?P<month>{_MONTH}))\s(?:comes|rolls|is|swings)\s(?:a?round|here|back)(?:\sagain)?\b|"
    rf"\b(?:until|till)\s(?:the\s(?:next|following)|next|tomorrow(?:['’]s)?)\s(?:(?P<next_part>{_MARK})|(?P<next_day>{_DAY})|(?P<next_month>{_MONTH}))\b",
    _I,
)
_LEFT = re.compile(
    r"\b(?:good|leave\s(?:it|them)|left|lasts?|does|done|nothing(?:\smore)?)\b[^.;]{0,24}$", _I
)
# "Once, between harvest and Christmas", "1 May only"
_ONE_TIME = re.compile(
    rf"\bonce,?\s(?:(?:only|just),?\s)?(?:between|in|at|after|before|around|some\stime\sin)\s(?:the\s|late\s|early\s|mid-)?(?:{_MONTH})\b(?!\s(?:\d{{4}}|the\b))|"
    rf"(?:\b\d{{1,2}}(?:st|nd|rd|th)?\s|(?:^|[;:|]\s))(?:in\s)?(?:{_ANY_MONTH})\sonly\b",
    _I,
)


def find_day_turns(text: str) -> Iterator[Span[Often]]:
    """Yield how long it is from one time to the next by the parts of a day, a week or a year, with the places."""
    words = words_in(text)
    if words.isdisjoint(_CUES):
        return
    later = [
        found
        for found in (_LATER.finditer(text) if not words.isdisjoint(_AGAINS) else ())
        if not _NO_TIME.search(text[: found.start()][-40:])
    ]
    for unit, group in ((Unit.DAY, "part"), (Unit.WEEK, "day"), (Unit.YEAR, "month")):
        of_one = [found for found in later if found[group]]
        if of_one:
            yield Span(of_one[0].start(), of_one[-1].end(), divide(1.0, unit, 1 + len(of_one)))
    if not words.isdisjoint(("until", "till")):
        for found in _ROUND.finditer(text):
            if not _LEFT.search(text[: found.start()][-48:]):
                continue
            part, day = found["part"] or found["next_part"], found["day"] or found["next_day"]
            yield Span(
                found.start(), found.end(), (1.0, Unit.DAY if part else Unit.WEEK if day else Unit.YEAR)
            )
    if not words.isdisjoint(("once", "only")):
        for found in _ONE_TIME.finditer(text):
            yield Span(found.start(), found.end(), (1.0, Unit.YEAR))


_AGAINS = frozenset(["again", "more", "time", "second", "third", "fourth", "last", "final", "same"])
_CUES = telling_words(
    [*_MARKS, *_CALENDAR["yearly"], *_CALENDAR["month_names"], *_CALENDAR["months"]]
) | frozenset(f"{day}day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun"))
