"""When two statements hold one after the other: until a day or an event, and from it on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from policycheck.conflicts.pair import Objection
from policycheck.conflicts.peace.other_figures import figure_in
from policycheck.domain.figures import FigureKind
from policycheck.domain.findings import ConflictType
from policycheck.lexicon.data import load
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement

_I = re.IGNORECASE
_MOMENTS = (FigureKind.DATE, FigureKind.CLOCK)
_OF_FIGURES = (ConflictType.DEADLINE, ConflictType.FREQUENCY, ConflictType.QUANTITY, ConflictType.RETENTION)
_END = r"(?:and\sincluding\s|the\s(?:end|close)\sof\s|midnight\son\s)?(?:the\s)?"
_TILL = re.compile(
    rf"\b(?:(?P<lasting>until|till|up\s(?:to|until|till)|through\sto)|before|prior\sto)\s{_END}$", _I
)
_FROM = re.compile(
    r"\b(?:(?P<lasting>(?:on\sand\s|as\s|with\seffect\s)?from|as\sof|since|starting(?:\son)?|beginning(?:\son)?)|"
    rf"(?:on\s(?:or|and)\s)?after)\s{_END}$",
    _I,
)
# A sentence opens with it, so that it says when the rest holds, and not by when it is done.
_OPENS = re.compile(r"(?:^|[.;:]\s|\bbut\s)$")
# An event goes on to its comma, or to who acts then: "once the lamp is in we trim it".
_EVENT = r"(?P<event>[^,;:.\d]{3,80}?)(?:,|\s(?:we|you|they)\s)"
_UNTIL = re.compile(rf"(?:^|[.;:]\s)(?:until|till|up\suntil|pending)\s{_EVENT}", _I)
_ONCE = re.compile(rf"(?:^|[.;:]\s)(?:once|after|as\ssoon\sas|from\swhen)\s{_EVENT}", _I)
_MONTHS = [name.title() for name in load("rhythms")["calendar"]["month_names"]]
_DATE = re.compile(
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?)?\b(?P<month>{'|'.join(_MONTHS)})\b(?:,?\s(?P<year>\d{{4}})\b)?"
)
_HALF_A_YEAR = 6 * 31


@dataclass(frozen=True, slots=True)
class _Bound:
    """A day of the year or an hour until which, or from which, a statement holds; `year` is 0 where none is told.

    `lasting` is told by words for nothing else; what `opens` a sentence says when the rest holds.
    """

    kind: FigureKind
    value: float
    year: int
    lasting: bool
    opens: bool


def hold_one_after_the_other(a: Statement, b: Statement, objection: Objection) -> bool:
    """Tell whether one side holds until a day or an event and the other from then on."""
    return _follows(a, b, objection) or _follows(b, a, objection)


def _follows(early: Statement, late: Statement, objection: Objection) -> bool:
    about = {
        figure.kind
        for side in (early, late)
        for words in (objection.a_words, objection.b_words)
        if (figure := figure_in(side, words)) is not None
    }
    for ends in _bounds(early, _TILL):
        for begins in _bounds(late, _FROM):
            if not _comes_first(ends, begins):
                continue
            if ends.opens and begins.opens:
                # "Before 1 May fees are paid": by when, unless something else is told that differs.
                if (ends.lasting and begins.lasting) or ends.kind not in about:
                    return True
            elif ends.lasting and begins.lasting and _tell_another(early) and _tell_another(late):
                return True
    if objection.by or objection.type not in _OF_FIGURES:
        return False
    until, once = _UNTIL.search(early.text), _ONCE.search(late.text)
    return bool(until and once and {*content_words(until["event"])} & {*content_words(once["event"])})


def _comes_first(ends: _Bound, begins: _Bound) -> bool:
    if ends.kind is not begins.kind:
        return False
    if ends.kind is FigureKind.CLOCK:
        return ends.value <= begins.value
    if ends.year and begins.year:
        return (ends.year, ends.value) <= (begins.year, begins.value)
    return (begins.value - ends.value) % (2 * _HALF_A_YEAR) <= _HALF_A_YEAR  # every year comes round


def _tell_another(one: Statement) -> bool:
    """Tell whether a statement has a figure beside its days and hours, which may differ from then on."""
    return any(figure.kind not in _MOMENTS for figure in one.figures)


@lru_cache(maxsize=8192)
def _bounds(one: Statement, words: re.Pattern[str]) -> tuple[_Bound, ...]:
    return tuple(_told(one, words))


def _told(one: Statement, words: re.Pattern[str]) -> Iterator[_Bound]:
    for kind, value, year, start in _moments(one, last=words is _TILL):
        found = words.search(one.text[:start])
        if found is not None:
            opens = _OPENS.search(one.text[: found.start()]) is not None
            yield _Bound(kind, value, year, lasting=found["lasting"] is not None, opens=opens)


def _moments(one: Statement, *, last: bool) -> Iterator[tuple[FigureKind, float, int, int]]:
    """Yield each day of the year and each hour, with its year and place; of a month its last or first day."""
    for found in _DATE.finditer(one.text):
        day = int(found["day"] or (31 if last else 1))
        value = 31 * _MONTHS.index(found["month"]) + day
        yield FigureKind.DATE, value, int(found["year"] or 0), found.start()
    for figure in one.figures:
        if figure.kind is FigureKind.CLOCK:
            yield FigureKind.CLOCK, figure.value, 0, one.text.find(figure.text)
