"""How long records are kept: "for at least 6 years", "destroyed after 3 years", "until the 75th anniversary"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from policycheck.domain.obligations import Comparator, Threshold, ThresholdKind, Unit
from policycheck.obligations.cues import words_in
from policycheck.obligations.figures.durations import UNIT_WORDS, Duration, find_durations, has_duration
from policycheck.obligations.figures.numbers import NUMBER, ORDINAL, read_number, read_ordinal
from policycheck.obligations.keeping.disposal import RECORDS, ends_in
from policycheck.obligations.keeping.told_keeping import find_told_keeping
from policycheck.obligations.keeping.told_retention import find_told_retention
from policycheck.obligations.spans import Span, without_overlaps
from policycheck.obligations.triggers import read_trigger

_I = re.IGNORECASE
_LOOK_BACK = 90
_KEEP = re.compile(
    r"\b(?:keep|keeps|kept|keeping|retain\w*|retention|store[sd]?|storing|hold|holds|held|holding|"
    r"preserve[sd]?|preserving|archive[sd]?|maintain(?:ed|s)?|"
    r"hang\son)\b(?!\s(?:cold|warm|hot|dry|chilled|frozen|open(?!\sto\s(?:the\s)?(?:public\s)?inspection\b)|closed|shut|apart|still|clean|clear)\b)"
    # Nor a watch or an office, which somebody keeps or holds and nobody files.
    r"(?!\s(?:(?:an?|the|any|that|this|such|his|her|their)\s)?(?:watch|guard|vigil|lookout|office|post|position|seat)\b)",
    _I,
)
_STAY = re.compile(
    r"\b(?:stays?|remains?|lies|lives?|(?:is|are)\s(?:filed|with\sus|available)|be\savailable)\b", _I
)
_RETAIN = re.compile(r"\b(?:retain\w*|retention|preserve[sd]?|archive[sd]?)\b", _I)
# Nobody keeps a person for years or to an anniversary, so what is kept is a record.
_YEARS = re.compile(r"\b(?:years?|anniversary)\b", _I)
_RECORDS = re.compile(
    r"\b(?:records?|files?|documents?|documentation|information|data|cop(?:y|ies)|registers?|"
    r"logs?|logbooks?|forms?|recordings?|footage|"
    r"pictures?|images?|photographs?|photos?|cctv|minutes|notes?|pages?|details|sheets?|entry|"
    r"entries|reports?|cards?|letters?|"
    r"evidence|books?|archives?|statements?|correspondence|certificates?|receipts?|invoices?|"
    r"contracts?|applications?|"
    r"questionnaires?|papers?|plans?|results?|transcripts?|emails?|e-mails?|messages?|it|them|"
    r"they|these|those|this)\b",
    _I,
)
_NUMBER_KIND = (
    r"(?:\s(?:a|an|the|any))?(?:\s(?:further|maximum|minimum|total|continuous|"
    r"additional))?(?:\s(?:period|total))?(?:\sof)?"
)
_LEAST = (
    r"at\s(?:the\s)?(?:very\s)?least|(?:not|no)\s(?:less|fewer)\sthan|(?:a\s)?minimum(?:\s(?:period|of))*"
)
_MOST = (
    r"(?:not|no)\s(?:more|longer|greater)\sthan|at\s(?:the\s)?most|(?:a\s)?maximum(?:\s(?:period|"
    r"of))*|not\sexceeding|up\sto"
)
_FOR = re.compile(
    rf"(?:\bfor(?:\s(?:a|the|any))?(?:\s(?:period|total|further|"
    rf"whole))?(?:\sof)?)?\s*\b(?P<least>(?:{_LEAST}){_NUMBER_KIND})\s*$",
    _I,
)
_FOR_MOST = re.compile(
    rf"(?:\bfor(?:\s(?:a|the|any))?(?:\s(?:period|total|"
    rf"further))?(?:\sof)?)?\s*\b(?P<most>(?:{_MOST}){_NUMBER_KIND})\s*$",
    _I,
)
_FOR_PLAIN = re.compile(rf"\b(?:for|is|are|:){_NUMBER_KIND}\s*$", _I)
_LONGER = re.compile(rf"\b(?:for\s)?(?:longer|more)\sthan{_NUMBER_KIND}\s*$", _I)
_AFTER = re.compile(
    rf"\b(?:after|when|once|at|(?:at|on)\s(?:the\s)?(?:end|expiry|expiration)\sof){_NUMBER_KIND}(?:\s(?:{_LEAST}))?\s*$",
    _I,
)
_OLD = re.compile(r"\s(?:old\b|ha(?:ve|s)\s(?:passed|elapsed|gone))", _I)
_LATER = re.compile(r"\s(?:after|from|following|later|since)\b", _I)
_JUST_DESTROYED = re.compile(r"^[^.;:]{0,60}$", re.DOTALL)
_UNTIL_LENGTH = re.compile(
    r"\b(?:until|till)\s(?:the\s(?:end|expiry|expiration)\sof\s(?:a\s(?:further\s)?(?:period\sof\s)?)?)?\s*$",
    _I,
)
_ANNIVERSARY = re.compile(
    rf"\b(?:until|up\sto|before|to|after|on|at)\s(?:the\s)?(?:(?!(?:until|to|before)\b)[\w’']+\s){{0,4}}?(?P<years>{ORDINAL})\s"
    r"(?P<what>anniversary|birthday)(?P<rest>\sof\s[^,;.()|]{2,80})?",
    _I,
)  # fmt: skip
_REACHES = re.compile(
    rf"\b(?:until|when|once)\s(?:(?:[\w’']+,?\s){{1,12}}?(?:reach(?:es)?|attains?|turns?|is|are|ha(?:s|ve),?\s(?:reached|attained|turned))\s(?:the\sage\sof\s)?|"
    rf"(?:the\s)?age(?:d|\sof)?\s)(?P<years>\d{{1,3}}|{NUMBER})(?:\syears(?:\sold|\sof\sage)?)?\b(?!\s(?:{UNIT_WORDS})s?\b)",
    _I,
)
_FOREVER = re.compile(
    r"\b(?:indefinitely|for\san\sindefinite\s(?:period|time)|permanently|permanent\s(?:record|retention|preservation|"
    r"collection|archive)|permanent(?=\s*(?:$|[.;|]))|in\sperpetuity|for\s?ever(?:more)?|for\sall\stime|"
    r"(?:for\s)?as\slong\sas\s(?:the|it|a|an|any)\b(?:\s[\w’'-]+){0,4}?\s?(?:stands?|exists?|lasts?|lives?|survives?)(?=\s*(?:$|[.;,|]|and\b))|"
    r"for\s(?:good|life)(?=\s*(?:$|[.;,|]))|for\sthe\s(?:whole\s|entire\s|full\s)?(?:working\s)?life(?:time)?\sof\s(?:the|an?|each|every|its|that)\s\w+|without\slimit\sof\stime)\b",
    _I,
)


_ENDLESS = frozenset(
    [
        "anniversary",
        "birthday",
        "until",
        "indefinitely",
        "permanently",
        "perpetuity",
        "ever",
        "forever",
        "limit",
        "indefinite",
        "permanent",
        "evermore",
        "all",
        "good",
        "life",
        "age",
        "aged",
        "reaches",
        "long",
        "reach",
        "attains",
        "turns",
    ]
)
_SENTENCE = 400  # characters to look back for the verb that a period belongs to
_NEGATION = re.compile(r"\b(?:not|no|never|nothing)\b", _I)
_BOUNDS = (
    (_FOR, Comparator.AT_LEAST),
    (_FOR_MOST, Comparator.AT_MOST),
    (_LONGER, Comparator.AT_MOST),
    (_FOR_PLAIN, Comparator.EXACTLY),
)


@lru_cache(maxsize=256)  # time limits and thresholds of one sentence both ask
def find_retention(text: str) -> tuple[Span[Threshold], ...]:
    """Return how long records are kept, with their places, trigger included."""
    told = [*_in_years(text), *find_told_retention(text), *find_told_keeping(text)]
    return tuple(without_overlaps(told))


def _in_years(text: str) -> list[Span[Threshold]]:
    if not has_duration(text) and words_in(text).isdisjoint(_ENDLESS):
        return []
    keeps, destroys = _KEEP.search(text), ends_in(text).search(text)
    if not (keeps or destroys):
        return _ends(text) if _STAY.search(text) and RECORDS.search(text) else []
    if not (destroys or _RETAIN.search(text) or _YEARS.search(text) or _names_a_record(text)):
        return []
    return [*_lengths(text, bool(keeps)), *_ends(text)]


def _names_a_record(text: str) -> bool:
    """Tell whether a text names what can be kept; the minutes of a length of time are none of a meeting."""
    lengths = [(one.start, one.end) for one in find_durations(text)]
    return any(
        not any(start <= found.start() < end for start, end in lengths) for found in _RECORDS.finditer(text)
    )


def _lengths(text: str, keeps: bool) -> Iterator[Span[Threshold]]:
    for duration in find_durations(text):
        before = text[max(0, duration.start - _LOOK_BACK) : duration.start]
        reading = _kept(text, before, duration) if keeps else None
        reading = reading or _destroyed(text, before, duration)
        if reading is not None:
            comparator, cue = reading
            start = duration.start - len(before) + cue
            trigger, end = read_trigger(text, duration.end)
            yield Span(start, end, _retention(comparator, duration, text[start : duration.end], trigger))


def _kept(text: str, before: str, duration: Duration) -> tuple[Comparator, int] | None:
    verbs = list(_KEEP.finditer(text, max(0, duration.start - _SENTENCE), duration.start))
    if not verbs or re.search(r"[.;]\s", text[verbs[-1].end() : duration.start]):
        return None
    for pattern, comparator in _BOUNDS:
        found = pattern.search(before)
        if found and (pattern is not _LONGER or _NEGATION.search(text[: duration.start][-_SENTENCE:])):
            return comparator, found.start()
    if _UNTIL_LENGTH.search(before):
        return Comparator.EXACTLY, len(before)
    return None


def _destroyed(text: str, before: str, duration: Duration) -> tuple[Comparator, int] | None:
    found = _AFTER.search(before)
    if found and ends_in(text).search(text) and not duration.bare:
        return Comparator.EXACTLY, found.start()
    if (
        _OLD.match(text, duration.end)
        and ends_in(text).search(text)
        and re.search(r"\b(?:when|once)\b[^.;]{0,60}$", before, _I)
    ):
        return Comparator.EXACTLY, len(before)
    # "Shred the notes one year after the case closes", but not "destroy within a year after"
    verbs = list(ends_in(text).finditer(text, 0, duration.start))
    near = verbs and _JUST_DESTROYED.match(text[verbs[-1].end() : duration.start])
    if near and _LATER.match(text, duration.end) and not _BOUNDED.search(before) and not duration.bare:
        return Comparator.EXACTLY, len(before)
    return None


_BOUNDED = re.compile(r"\b(?:within|than|by|least|most|up\sto|until|before|in)\s*$", _I)


def _retention(comparator: Comparator, length: Duration, words: str, trigger: str) -> Threshold:
    return Threshold(
        kind=ThresholdKind.RETENTION, comparator=comparator, value=length.value, unit=length.unit.value,
        text=words.strip(), trigger=trigger, low=length.low,
    )  # fmt: skip


def _ends(text: str) -> list[Span[Threshold]]:
    return [*_until_an_age(text), *_for_ever(text)]


def _until_an_age(text: str) -> Iterator[Span[Threshold]]:
    destroys = ends_in(text).search(text)
    for found in (*_ANNIVERSARY.finditer(text), *_REACHES.finditer(text)):
        if not (destroys or found[0].lower().startswith("until") or "what" in found.groupdict()):
            continue
        birth = "what" not in found.groupdict() or found["what"].lower() == "birthday"
        read = read_ordinal if "what" in found.groupdict() else read_number
        years = read(found["years"]) or 0
        trigger = "of birth" if birth else (found["rest"] or "").strip()
        yield Span(
            found.start(), found.end(),
            Threshold(kind=ThresholdKind.RETENTION, comparator=Comparator.EXACTLY, value=years,
                      unit=Unit.YEAR.value, text=found[0].strip(), trigger=trigger),
        )  # fmt: skip


def _for_ever(text: str) -> Iterator[Span[Threshold]]:
    for found in _FOREVER.finditer(text):
        forever = Threshold(
            kind=ThresholdKind.RETENTION,
            comparator=Comparator.EXACTLY,
            value=None,
            unit=Unit.YEAR.value,
            text=found[0],
        )
        yield Span(found.start(), found.end(), forever)
