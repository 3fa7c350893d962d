"""When two statements are about things of two sizes: boats of less than eight metres, and boats of eight or more."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from policycheck.conflicts.pair import Objection
from policycheck.domain.comparison import Relation
from policycheck.domain.figures import Figure, FigureKind, compare_figures
from policycheck.domain.findings import ConflictType
from policycheck.domain.obligations import Comparator, Modality
from policycheck.lexicon.data import load
from policycheck.matching import Statement

_I = re.IGNORECASE
_SIZES = (FigureKind.MEASURE, FigureKind.MONEY, FigureKind.COUNT, FigureKind.PERCENT, FigureKind.TIME)
_WAYS = "|".join(word for way in ("more", "fewer") for word in load("bounds")[way])
_BOUND = re.compile(
    rf"(?P<words>\b(?:at\s(?:the\s)?(?:very\s)?(?:least|most)|(?:(?:not|no)\s)?(?:{_WAYS})\sthan|over|above|under|below|up\sto|"
    r"exceed(?:s|ing)?|beyond|an?\s(?:minimum|maximum)\sof)\s(?:the\s|an?\s(?:total|average)\sof\s)?)?$",
    _I,
)
_MODAL = re.compile(r"\b(?:must|shall|should|may|can|will|needs?|is|are|has|have|do|does)\b", _I)
# Up to the figure: "where the load is", "if a stay lasts".
_OPENS = re.compile(r"\b(?:where(?:ver)?|when(?:ever)?|if|in\sthe\scase\sof)\s[^.,;:|]*$", _I)
# What holds "only" so holds for no other case, and what is denied is another case than the one named.
_TURNS = re.compile(
    r"\b(?:only|solely|unless|until|no|nobody|none|neither|not|never|cannot|except|than)\b|n['’]t\b", _I
)
_HAVING = re.compile(
    r"\b(?:with|having|employing|containing|carrying|holding|seating|serving|receiving|owning|covering|affecting|involving|worth|"
    r"weighing|measuring|lasting|costing|valued\sat|(?:who|that|which)\s(?:[\w’'-]+\s){0,2}?[\w’'-]+s?)\s$",
    _I,
)
_OF = re.compile(r"[a-z]\sof\s$", _I)
_NOUN_BEFORE = re.compile(r"[a-z]{3,}\s$", _I)
_PLACE_BEFORE = re.compile(
    r"(?:^|[.;:,]\s)(?:in|on|at|for|by|to|from|during|within|under|with|after|before)\s[^.;:,]*$", _I
)
_DIRECT = re.compile(r"(?:over|above|under|below|up\sto|exceeding|beyond|than)\s", _I)
# "A sum of at least £50 must be paid": the sum itself is what is asked for.
_IS_GIVEN = re.compile(
    r"[^.;]{0,40}?\b(?:be|is|are)\s(?:\w+ly\s)?(?:paid|charged|kept|maintained|held|provided|given|deposited|available|set|left|"
    r"allowed|offered|reserved|spent|met|reached|achieved|awarded|deducted|added|needed|required|enough|sufficient)\b",
    _I,
)


@dataclass(frozen=True, slots=True)
class _Case:
    """A figure that says which things a statement is about; `plainly` where it can be nothing else."""

    figure: Figure
    plainly: bool


def are_of_two_sizes(a: Statement, b: Statement, objection: Objection) -> bool:
    """Tell whether no thing that one side is about is of a size that the other is about.

    Where the size may itself be what a rule asks for ("a quorum of five or more"), each side must say something else.
    """
    ours, theirs = _cases(a), _cases(b)
    return any(
        _leave_out(one.figure, other.figure)
        and (
            (one.plainly and other.plainly)
            or objection.type is ConflictType.MODALITY
            or (len(a.figures) > len(ours) and len(b.figures) > len(theirs))
        )
        for one in ours
        for other in theirs
    )


def _leave_out(one: Figure, other: Figure) -> bool:
    if {one.bound, other.bound} != {Comparator.AT_LEAST, Comparator.AT_MOST}:
        return False
    most, least = (one, other) if one.bound is Comparator.AT_MOST else (other, one)
    return most.kind is least.kind and compare_figures(most, least) in (Relation.EQUAL, Relation.LAXER)


@lru_cache(maxsize=8192)
def _cases(one: Statement) -> tuple[_Case, ...]:
    """Return the sizes of the things that a statement is about; none of a kind of which it names two apart."""
    found = list(_told(one))
    return tuple(case for case in found if not any(_leave_out(case.figure, other.figure) for other in found))


def _told(one: Statement) -> Iterator[_Case]:
    at = 0
    for figure in one.figures:
        start = one.text.find(figure.text, at)
        if start < 0:
            continue
        at = start + len(figure.text)
        if figure.kind not in _SIZES or figure.bound not in (Comparator.AT_LEAST, Comparator.AT_MOST):
            continue
        if one.is_row:
            if ";" not in one.text[:start]:
                yield _Case(figure, plainly=True)
            continue
        case = _case(one, figure, one.text[:start], one.text[at:])
        if case is not None:
            yield case


def _case(one: Statement, figure: Figure, before: str, after: str) -> _Case | None:
    """Return a figure as a case, if it stands in a condition or beside a noun before the verb."""
    end = len(before) + len(figure.text)
    bound = _BOUND.search(before)
    words = bound["words"] or "" if bound else ""
    before = before[: len(before) - len(words)] if words else before
    sentence = re.split(r"[.;]\s", before)[-1]
    if _TURNS.search(sentence):
        return None
    may = one.said is not None and one.said.modality is Modality.PERMISSION
    if _OPENS.search(sentence):
        return _Case(figure, plainly=not may)
    verb_follows = _MODAL.search(after) is not None or (one.said is not None and one.said.signal_start >= end)
    if _MODAL.search(sentence) or not verb_follows or _IS_GIVEN.match(after):
        return None
    if _OF.search(sentence):
        return _Case(figure, plainly=False)
    beside = _HAVING.search(sentence) or _stands_by_a_noun(figure, words, sentence, after)
    return _Case(figure, plainly=not may) if beside else None


def _stands_by_a_noun(figure: Figure, words: str, sentence: str, after: str) -> bool:
    """Tell "repairs up to £300" and "loads under 50 kg"; of "in the shop up to £50 may be spent" it is the subject."""
    if figure.kind in (FigureKind.COUNT, FigureKind.TIME) or not _DIRECT.search(words):
        return False
    if not _NOUN_BEFORE.search(sentence):
        return False
    return not (_PLACE_BEFORE.search(sentence) and _MODAL.match(after.lstrip()))
