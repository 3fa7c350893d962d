"""How long records are kept, told of the keeping: "the last three years' logs", "until the term after next"."""

import re
from collections.abc import Iterator

from policycheck.domain.obligations import Comparator, Threshold, ThresholdKind, Unit
from policycheck.lexicon.data import load
from policycheck.obligations.figures.durations import UNIT_WORDS, find_durations
from policycheck.obligations.figures.numbers import NUMBER, ORDINAL, read_number, read_ordinal
from policycheck.obligations.keeping.disposal import RECORDS, SEASON, UNIT, any_of, ends_in, length
from policycheck.obligations.spans import Span

_I = re.IGNORECASE
_RECORD = RECORDS.pattern
_FEASTS = any_of("feasts")
_KEPT = re.compile(
    r"\b(?:keep|keeps|kept|retain\w*|hold|holds|held|store[sd]?|hang\son|stays?|remains?|lives?|lies?|sits?|"
    r"(?:is|are)\swith\sus)\b",
    _I,
)
# "The last three years' logs are kept", "keep the logs of the last two seasons"
_LAST = re.compile(
    rf"\b(?:last|past|preceding|previous|latest|most\srecent)\s(?P<number>{NUMBER})\s{UNIT}s?\b['’]?(?=(?:\s(?:of\s|worth\sof\s)?(?:[\w’'-]+\s){{0,2}}?{_RECORD})|[^.;]{{0,30}}\b(?:kept|held|retained|stored)\b|\s?(?:$|[.,;]))",
    _I,
)
# "Hold a certificate awarded within the last three years" says how new it is to be.
_HELD_SINCE = re.compile(
    r"\b(?:hold|holds|held|holding|have|has)\b[^.;]*\b(?:awarded|issued|obtained|gained|earned|dated|passed|renewed|granted|taken|completed)\s(?:(?:with)?in|during)\s(?:the\s)?$",
    _I,
)
# "Keep six years of logs"
_YEARS_OF = re.compile(
    rf"\b(?:keep|keeps|kept|hold|holds|held|have|retain)\s(?:only\s|up\sto\s|at\sleast\s)?(?P<number>{NUMBER})\s{UNIT}s?['’]?\s(?:of|worth\sof)\s(?:[\w’'-]+\s){{0,2}}?{_RECORD}",
    _I,
)
# "Keep this year's and the two before"
_THIS_AND = re.compile(
    rf"\b(?:this|the\scurrent)\s(?P<unit>year|season|term|month)['’]s\s(?:[\w’'-]+\s)?(?:and|plus)\s(?:the\s)?(?:(?P<number>{NUMBER})\s(?:before|previous|earlier)|(?:previous|last)\s(?P<more>{NUMBER})\b|"
    r"(?:last|previous)(?:\s(?:year|season|term|month))?['’]?s?|one\sbefore|year\sbefore)",
    _I,
)
_AFTER_NEXT = re.compile(
    rf"\b(?:until|till|to)\s(?:the\s)?(?P<what>{UNIT_WORDS}|{SEASON}|{_FEASTS}|january|february|march|april|may|june|july|august|september|october|november|december)\safter\snext\b",
    _I,
)
_UNTIL_END = re.compile(
    r"\b(?:until|till)\s(?:(?:the\s)?(?:very\s)?(?:end|close|last\sday)\sof\s(?:the|this|that|their|its|your|our)\s(?:same\s|current\s)?|the\snext\s)"
    r"(?P<unit>day|week|month|term|season|year|quarter|shift|session)\b(?!\s(?:in|after|following|of)\b)",
    _I,
)
_RECORDER = (
    r"(?:cameras?|recorders?|cctv|systems?|disks?|drives?|servers?|dashcams?|machines?|loggers?|voicemail|footage|tapes?|"
    r"memory)"
)
_RECORDS_ITSELF = re.compile(r"\b(?:cameras?|recorders?|cctv|dashcams?|voicemail)\b", _I)
_HOLDS = re.compile(
    rf"\b{_RECORDER}\s(?:(?:only|can|will|just)\s)?(?:holds?|has\sroom\sfor|remembers?|stores?|keeps?|goes\sback|reach(?:es)?\sback|lasts?)\s(?:about\s|only\s|up\sto\s|some\s|around\s)?"
    rf"(?P<number>{NUMBER}|an?)\s{UNIT}s?\b",
    _I,
)
_NOT_KEPT = re.compile(
    rf"\b(?:no\s(?:[\w’'-]+\s){{0,2}}?{_RECORD}\s(?:is|are)\s(?:kept|held|retained|stored)|(?:is|are)\s(?:not|never)\s(?:kept|retained|stored)|"
    rf"(?:do|does|will|shall|must)\s(?:not|never)\s(?:keep|retain|store)\s(?:[\w’'-]+\s){{0,3}}?{_RECORD}|(?:keep|keeps|retain|retains)\sno\s(?:[\w’'-]+\s){{0,2}}?{_RECORD})"
    r"(?=\s?(?:$|[.,;]|\b(?:once|after|beyond|when|afterwards|at\sall|of\s(?:it|them)))(?!\s(?:\w+\s){0,3}\d))",
    _I,
)
_NOT = re.compile(r"\b(?:not|never|no|nobody|nothing|cannot)\b", _I)
_BANNED_FOR = re.compile(
    r"[^.;]{0,40}?\b(?:for|until|till|before(?:\sthe\s(?:end|expiry|expiration)\sof)?|within|in\sunder|sooner\sthan|less\sthan|earlier\sthan|under)\s(?:at\sleast\s|a\s(?:further\s|period\sof\s)?|another\s)?",
    _I,
)
_YOUNGER = re.compile(r"\b(?:less|younger|newer|fewer)\sthan\s$|\bunder\s$", _I)
_LIFE = re.compile(
    rf"\blife(?:span|time)?\s(?:of\s(?:an?\s|the\s|each\s)?(?:[\w’'-]+\s)?{_RECORD}\s)?(?:of|is)\s(?P<number>{NUMBER})\s{UNIT}s?\b",
    _I,
)
_AFTER_A = re.compile(rf"\b(?:after|once)\sa(?:nother)?\s{UNIT}\b(?!\s(?:of|in)\b)", _I)
_IN_NTH = re.compile(
    rf"\b(?:in|reach(?:es)?|enters?)\s(?:its|their)\s(?P<place>{ORDINAL})\s(?P<unit>year|month|week)\b", _I
)
_WINTERS = re.compile(
    rf"\b(?:(?:for|after)\s(?P<number>{NUMBER})|(?P<later>{NUMBER}))\s(?P<unit>{SEASON})s\b(?P<tail>\s(?:later|on|after))?",
    _I,
)


def find_told_keeping(text: str) -> Iterator[Span[Threshold]]:
    """Yield how long records are kept, with the places, where a record is named."""
    if RECORDS.search(text) is None and _RECORDS_ITSELF.search(text) is None:
        return
    for found in _NOT_KEPT.finditer(text):
        yield _kept(found, 0.0, Unit.DAY)
    keeps = _KEPT.search(text) is not None
    gone = ends_in(text).search(text)
    if gone is not None:
        yield from _of_the_going(text, gone)
    patterns = (_YEARS_OF, _HOLDS, _LIFE, *((_LAST,) if keeps else ()))
    for found in (one for pattern in patterns for one in pattern.finditer(text)):
        if found.re is _LAST and _HELD_SINCE.search(text[: found.start()]):
            continue
        yield _kept(found, *length(read_number(found["number"]) or 1.0, found["unit"]))
    if not (keeps or gone):
        return
    for found in _THIS_AND.finditer(text):
        more = read_number(found["number"] or found["more"] or "one") or 1.0
        yield _kept(found, *length(1.0 + more, found["unit"]))
    for found in _AFTER_NEXT.finditer(text):
        what = found["what"].lower()
        yield _kept(found, *length(2.0, what if re.fullmatch(UNIT_WORDS, what) else "year"))
    yield from _until_the_end(text) if keeps else ()


def _of_the_going(text: str, gone: re.Match[str]) -> Iterator[Span[Threshold]]:
    """Read what may not go yet, "not destroyed for six years", and what goes "after a fortnight"."""
    denied = _NOT.search(text[: gone.start()][-80:]) is not None
    for duration in find_durations(text) if denied else ():
        if duration.bare:
            continue
        after = duration.start > gone.end() and _BANNED_FOR.fullmatch(text, gone.end(), duration.start)
        if after or (duration.end < gone.start() and _YOUNGER.search(text[: duration.start])):
            words = text[gone.end() if after else duration.start : duration.end].strip()
            start = text.index(words, gone.end() if after else duration.start)
            kept = Threshold(
                kind=ThresholdKind.RETENTION, comparator=Comparator.AT_LEAST, value=duration.value,
                unit=duration.unit.value, text=words,
            )  # fmt: skip
            yield Span(start, duration.end, kept)
    if denied:
        return
    for found in _AFTER_A.finditer(text):
        yield _kept(found, *length(1.0, found["unit"]))
    for found in _IN_NTH.finditer(text):
        yield _kept(found, *length(read_ordinal(found["place"]) - 1, found["unit"]))
    for found in _WINTERS.finditer(text):
        if found["number"] or found["tail"]:
            yield _kept(found, *length(read_number(found["number"] or found["later"]) or 1.0, found["unit"]))


def _until_the_end(text: str) -> Iterator[Span[Threshold]]:
    """Read "kept until the end of the season"; a length told beside it says more."""
    if any(not one.bare for one in find_durations(text)):
        return
    for found in _UNTIL_END.finditer(text):
        many, unit = load("times")["periods"][found["unit"].lower()]
        yield _kept(found, float(many), Unit(unit))


def _kept(found: re.Match[str], value: float, unit: Unit) -> Span[Threshold]:
    words = found[0].strip()
    kept = Threshold(
        kind=ThresholdKind.RETENTION, comparator=Comparator.EXACTLY, value=value, unit=unit.value, text=words
    )
    return Span(found.start(), found.end(), kept)
