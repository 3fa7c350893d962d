"""Ages where one side tells them as lengths of time, and lengths of time told as the age of a thing."""

import re
from collections.abc import Sequence
from dataclasses import replace

from policycheck.domain.figures import Figure, FigureKind
from policycheck.domain.obligations import Comparator, Unit
from policycheck.matching.cases import is_asked_of_the_doer
from policycheck.matching.statements import Statement

_I = re.IGNORECASE
_CALENDAR = (Unit.YEAR, Unit.MONTH, Unit.WEEK)
# "They can leave at seven weeks", "Lowest age: six weeks".
_AT = re.compile(
    r"\b(?:at|from|until|reach(?:es|ed|ing)?|turn(?:s|ed|ing)?)\s(?:about\s|only\s|just\s)?$", _I
)
_OF_AN_AGE = re.compile(r"\b(?:age|youngest|oldest)\b", _I)
_OLD = re.compile(r"\bold\b", _I)
_FEWER = re.compile(r"\b(?:under|below|less|younger|fewer)\b", _I)
# "During the preceding 12 months", "within the two years before": how far back is looked.
_BACK = re.compile(
    r"\b(?:preceding|previous|past|last)\s(?:\S+\s){1,3}?(?:years?|months?|weeks?)\b|"
    r"\b(?:years?|months?|weeks?)\s(?:before|earlier|ago|beforehand|previously)\b",
    _I,
)


def in_one_measure(
    a: Statement, b: Statement, ours: Sequence[Figure], theirs: Sequence[Figure], *, keeping: bool
) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """Return the figures of two statements, an age told as a length beside an age as one, and the other way round.

    `keeping` where both say how long things are kept: what is shredded when it is five years old is kept five years.
    """
    aged_a, aged_b = _has_age(ours), _has_age(theirs)
    if aged_a == aged_b:
        return tuple(ours), tuple(theirs)
    if aged_b:
        turned = in_one_measure(b, a, theirs, ours, keeping=keeping)
        return turned[1], turned[0]
    if keeping or _BACK.search(b.text):
        return tuple(_as_time(figure) for figure in ours), tuple(theirs)
    return tuple(ours), tuple(_as_age(figure, b.text) for figure in theirs)


def _has_age(figures: Sequence[Figure]) -> bool:
    return any(figure.kind is FigureKind.AGE for figure in figures)


def _as_time(figure: Figure) -> Figure:
    told = figure.kind is FigureKind.AGE and _OLD.search(figure.text) and not _FEWER.search(figure.text)
    return replace(figure, kind=FigureKind.TIME) if told else figure


def _as_age(figure: Figure, text: str) -> Figure:
    if figure.kind is not FigureKind.TIME or figure.unit not in _CALENDAR or figure.working:
        return figure
    before, _, after = text.partition(figure.text)
    old = _IS_OLD.match(after) is not None
    if not (old or _AT.search(before) or _OF_AN_AGE.search(before)):
        return figure
    if old and figure.unit == Unit.YEAR and _YOUNGER.search(before):
        # As of a child: who is less than a year old is eleven months at most.
        figure = replace(
            figure, value=figure.value * _MONTHS - 1, unit=Unit.MONTH.value, bound=Comparator.AT_MOST
        )
    return replace(figure, kind=FigureKind.AGE)


_IS_OLD = re.compile(r"\s(?:old|of\sage)\b", _I)
_YOUNGER = re.compile(r"(?<!not\s)(?<!no\s)\b(?:less\sthan|younger\sthan|under|below)\s$", _I)
_MONTHS = 12


def is_done_by_the_aged(statement: Statement) -> bool:
    """Tell whether a duty asks for an age of whoever does it: "must be signed by a neighbour who has reached 18"."""
    return any(
        figure.kind is FigureKind.AGE
        and figure.bound is not Comparator.AT_MOST
        and is_asked_of_the_doer(statement.text.partition(figure.text)[0])
        for figure in statement.figures
    )


_RIGHT = re.compile(r"\b(?:entitled|right|eligible|qualif\w+)\b", _I)
_REACHED = re.compile(
    r"\b(?:reach(?:es|ed|ing)?|attain(?:s|ed|ing)?|turn(?:s|ed|ing)?|from|at|on)\s(?:the\s|an\s)?$", _I
)


# "Entitled to four weeks of leave", "to full pay for the first 13 weeks"; "to be heard within 14 days" is for others.
_ENTITLED = re.compile(
    r"\b(?:entitled|right)\sto\s(?:(?!(?:within|before|after|by|until|till|every|over|under|aged?|who|which|that)\b)[\w-]+\s){0,8}$",
    _I,
)
_OF_A_RIGHT = (FigureKind.TIME, FigureKind.COUNT, FigureKind.MONEY, FigureKind.PERCENT)


def amounts_of_a_right(statement: Statement) -> tuple[Figure, ...]:
    """Return how much of something somebody has a right to, which may not be cut."""
    return tuple(
        replace(figure, bound=Comparator.AT_LEAST, of_case=False)
        for figure in statement.figures
        if figure.kind in _OF_A_RIGHT and _ENTITLED.search(statement.text.partition(figure.text)[0])
    )


def ages_of_a_right(statement: Statement) -> tuple[Figure, ...]:
    """Return the ages from which somebody has a right, which a higher age would cut."""
    if not _RIGHT.search(statement.text):
        return ()
    return tuple(
        replace(figure, bound=Comparator.AT_LEAST)
        for figure in statement.figures
        if figure.kind is FigureKind.AGE
        and (
            figure.bound is Comparator.AT_LEAST
            or (figure.bound is None and _REACHED.search(statement.text.partition(figure.text)[0]))
        )
    )
