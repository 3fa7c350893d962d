"""Times within which a thing was done or was not, "tested within the last six months", and times before another."""

import re
from functools import lru_cache

from policycheck.domain.figures import Figure, FigureKind
from policycheck.domain.obligations import LimitKind, Modality, Obligation
from policycheck.lexicon.words import content_words
from policycheck.matching.cases import gives_time, lasts
from policycheck.matching.statements import Statement

_LATELY = re.compile(
    r"\b(?:unless|until|without|only\s(?:if|where|when)|provided|must|shall)\b[^.;]*?\b(?:has|have|had|having|was|were|being)\s(?:been\s)?(?:\w+ly\s)?"
    r"(?P<done>[a-z]+)\b[^.;]{0,60}?\s?\b(?:within|in|during)\s(?:the|its|his|her|their)\s(?:last|past|preceding|previous)\s$",
    re.IGNORECASE,
)


def is_since_done(figure: Figure, one: Statement, other: Statement) -> bool:
    """Tell whether a figure of one statement is how lately something must have been done that the other names."""
    if figure.kind is not FigureKind.TIME:
        return False
    found = _LATELY.search(one.text.partition(figure.text)[0])
    return found is not None and not other.words.isdisjoint(content_words(found["done"]))


def are_length_and_notice(a: Obligation | None, one: Figure, b: Obligation | None, other: Figure) -> bool:
    """Tell how long a thing lasts, "lasts an hour", from how long before it another is done, "an hour before"."""
    ways = {
        (limit.kind is LimitKind.BEFORE, lasts(limit))
        for said, figure in ((a, one), (b, other))
        for limit in (said.time_limits if said is not None else ())
        if figure.text in limit.text or limit.text in figure.text
    }
    return ways == {(True, False), (False, True)}


_NOT_DONE = re.compile(
    r"(?:if|where|when|whenever|once)\b.*(?:\b(?:not|no|never|nobody|no-one|nothing|none)\b|n['’]t\b).*\b(?:within|in|after|for)\s",
    re.IGNORECASE | re.DOTALL,
)
_HAS_TIME = re.compile(
    r"\b(?:ha(?:s|ve)|gets?|(?:is|are)\s(?:given|allowed))\s(?:up\sto\s|at\sleast\s|another\s|a\sfurther\s)?$",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"(?!['’])[^.;,]{0,60}?\bto\s[a-z]", re.IGNORECASE)


def figures_but_for_others_time(a: Statement, b: Statement) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """Return the figures of both, without a time of what was not done where the other side gives others time.

    "If it has not come within ten days, the shop tells the buyer how to claim" and "the buyer has two months to claim"
    speak of two times.
    """
    return _beside(a, b), _beside(b, a)


def _beside(one: Statement, other: Statement) -> tuple[Figure, ...]:
    figures = one.figures
    undone = [figure for figure in figures if _was_not_done(figure, one)]
    if undone and _gives_others_time(other) and not any(_was_not_done(f, other) for f in other.figures):
        return tuple(figure for figure in figures if figure not in undone)
    return figures


def _was_not_done(figure: Figure, one: Statement) -> bool:
    """Tell whether a time stands in a case that something was not done in it."""
    if figure.kind is not FigureKind.TIME or one.said is None:
        return False
    return any(
        figure.text in case and _NOT_DONE.match(case.partition(figure.text)[0]) is not None
        for case in one.said.conditions
    )


@lru_cache(maxsize=8192)
def _gives_others_time(one: Statement) -> bool:
    """Tell whether every time of a statement is time that somebody has: "has two months to claim"."""
    said = one.said
    if said is None:
        return False
    times = [figure for figure in one.figures if figure.kind is FigureKind.TIME]
    leave = said.modality is Modality.PERMISSION
    given = [
        limit.text
        for limit in said.time_limits
        if limit.kind is LimitKind.WITHIN and (leave or gives_time(limit, said))
    ]
    return bool(times) and all(
        any(figure.text in words for words in given) or _is_had(figure, one.text) for figure in times
    )


def _is_had(figure: Figure, text: str) -> bool:
    before, _, after = text.partition(figure.text)
    return _HAS_TIME.search(before) is not None and _TO_DO.match(after) is not None
