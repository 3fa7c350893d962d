"""A clause that gives one figure for one thing and another for another, beside a text about the second thing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from policycheck.conflicts.pair import Objection
from policycheck.domain.comparison import Relation
from policycheck.domain.figures import Figure, FigureKind, are_one, compare_figures
from policycheck.domain.obligations import Comparator
from policycheck.lexicon.families import families
from policycheck.lexicon.words import content_words, stem, stop_words
from policycheck.matching import Statement

# Where the words of one figure end and those of the next begin.
_PART = re.compile(r"[,;:]\s|\b(?:and|or|but|nor|while|whereas)\b|[.?!]\s", re.IGNORECASE)
_OF_CASES = (FigureKind.AGE, FigureKind.CLOCK)  # which cases are meant, more often than not
# The parts after the first leave out what is done: "must be sent back within nine days, and ropes within four".
_DOES = re.compile(r"\b(?:must|shall|should|will|may|can|is|are)\s(?!have\b)", re.IGNORECASE)
_LENGTHS = (FigureKind.TIME, FigureKind.RHYTHM)
# A figure of its own that both give weighs as much as two words, each of which stands for itself and for its family.
_FIGURE_WEIGHS = 4


@dataclass(frozen=True, slots=True)
class _Branch:
    """A part of a clause with a figure of its own: its figures and the families of its words."""

    figures: tuple[Figure, ...]
    words: frozenset[str]


def is_of_other_figure(a: Statement, b: Statement, objection: Objection, *, against_source: bool) -> bool:
    """Tell whether a text answers another figure of the clause than the one that it is held against.

    "A letter is kept for ten days and a parcel for four", beside "parcels: four days". Where the words nearer to the
    figure objected to are those that the text uses, it is meant all the same.
    """
    if objection.by or objection.exempt is not None or max(len(a.figures), len(b.figures)) < 2:
        return False
    ours, theirs = figure_in(a, objection.a_words), figure_in(b, objection.b_words)
    if ours is None or theirs is None or not _are_like(ours, theirs):
        return False
    return _answers_another(a, ours, b, theirs, of_source=against_source) or _answers_another(
        b, theirs, a, ours, of_source=False
    )


_HAS = re.compile(
    r"\b(?:which|who)\s(?:(?:now|already|currently|today)\s)?(?:has|have|had|holds?|seats?|employs?|numbers?|counts?|covers?|measures?|weighs?)\s"
    r"(?:(?:about|only|now|over|some|nearly)\s)?$",
    re.IGNORECASE,
)


def is_a_case_of(a: Statement, b: Statement, objection: Objection) -> bool:
    """Tell whether one side tells what a thing has, "the Square, which has 46 stalls", and the other means such things.

    "Any market with twenty stalls or more" takes it in: that is no other figure.
    """
    ours, theirs = figure_in(a, objection.a_words), figure_in(b, objection.b_words)
    if ours is None or theirs is None or ours.kind is not theirs.kind:
        return False
    return any(
        fact.bound is None
        and _HAS.search(one.text.partition(fact.text)[0]) is not None
        and _takes_in(bound, fact)
        for one, fact, bound in ((a, ours, theirs), (b, theirs, ours))
    )


def _takes_in(bound: Figure, fact: Figure) -> bool:
    if bound.bound is None or bound.bound is Comparator.EXACTLY:
        return False
    inside = Relation.LAXER if bound.bound is Comparator.AT_LEAST else Relation.STRICTER
    return compare_figures(bound, fact) in (inside, Relation.EQUAL)


def figure_in(one: Statement, words: str) -> Figure | None:
    """Return the figure of a text that some words objected to are, or the longest that they hold."""
    found = [figure for figure in one.figures if words and (figure.text in words or words in figure.text)]
    return max(found, key=lambda figure: len(figure.text), default=None)


def _are_like(one: Figure, other: Figure) -> bool:
    return one.kind is other.kind or (one.kind in _LENGTHS and other.kind in _LENGTHS)


def _same(one: Figure, other: Figure) -> bool:
    """Tell whether two figures are one, a length in force and how often it comes round too."""
    return are_one(one, replace(other, kind=one.kind) if _are_like(one, other) else other)


def _answers_another(
    clause: Statement, figure: Figure, other: Statement, answer: Figure, *, of_source: bool
) -> bool:
    branches = _branches(clause)
    own = next((one for one in branches if figure in one.figures), None)
    if own is None or len(branches) < 2:
        return False
    more = [one for one in other.figures if one != answer]
    if _is_met_elsewhere(branches, own, figure, answer, more):
        return True
    if figure.kind in _OF_CASES:
        return False
    for branch in branches:
        nearer = _nearness(branch, own, other, more) - _nearness(own, branch, other, more)
        for rival in branch.figures if branch is not own else ():
            if not _are_like(rival, figure) or rival.of_case or any(_same(one, rival) for one in more):
                continue
            if _same(rival, answer) and (nearer >= 0 or any(_same(one, figure) for one in more)):
                return True
            if nearer > 0 and of_source and _opposite(figure, rival, answer):
                return True
    return False


def _opposite(figure: Figure, rival: Figure, answer: Figure) -> bool:
    """Tell whether an answer that is too long or too short for one figure is not so for the other."""
    relations = {compare_figures(figure, answer), compare_figures(rival, answer)}
    return relations == {Relation.LAXER, Relation.STRICTER}


def _is_met_elsewhere(
    branches: tuple[_Branch, ...], own: _Branch, figure: Figure, answer: Figure, more: list[Figure]
) -> bool:
    """Tell whether a case is held against one that it takes in: "over a year: 28 days" beside "3 years: 28 days".

    The clause gives two figures by the case, and the other side has the one that is for its case.
    """
    for branch in branches:
        for met in branch.figures:
            if (
                met == figure
                or met.of_case
                or met.kind in _OF_CASES
                or not any(_same(one, met) for one in more)
            ):
                continue
            apart = [
                f
                for one in branches
                if one is not branch
                for f in one.figures
                if f.kind is met.kind and f != figure
            ]
            if not apart or any(_same(f, met) for f in apart):
                continue
            if branch is not own or _fits(figure, answer):
                return True
    return False


def _fits(case: Figure, answer: Figure) -> bool:
    relation = compare_figures(case, answer)
    if case.bound is Comparator.AT_LEAST:
        return case.of_case and relation is Relation.LAXER
    return case.of_case and relation is Relation.STRICTER


def _nearness(branch: _Branch, beside: _Branch, other: Statement, more: list[Figure]) -> int:
    """Return how much of what a branch alone names another text names."""
    shared = sum(any(_same(one, figure) for one in more) for figure in branch.figures)
    return len((branch.words - beside.words) & _said(other)) + _FIGURE_WEIGHS * shared


@lru_cache(maxsize=8192)
def _said(one: Statement) -> frozenset[str]:
    return _words(f"{one.text} {one.section.rpartition(' / ')[2]}")


def _words(text: str) -> frozenset[str]:
    """Return the families of a text's words, and the words as written but for their endings: a car is no van."""
    plain = re.findall(r"[a-z]{3,}", text.lower())
    kin = {f"~{family}" for family in families(content_words(text))}
    return frozenset(kin | {stem(word) for word in plain if word not in stop_words()})


@lru_cache(maxsize=8192)
def _branches(one: Statement) -> tuple[_Branch, ...]:
    """Return the parts of a text that each begin with, or hold, another figure of the same kind."""
    if len(one.figures) < 2:
        return ()
    placed = list(_placed(one))
    cuts = [0]
    for at, (start, _, figure) in enumerate(placed):
        before = [end for _, end, earlier in placed[:at] if earlier.kind is figure.kind]
        part = _PART.search(one.text, before[-1], start) if before else None
        if part is not None and part.start() > cuts[-1]:
            cuts.append(part.start())
    parts = [one.text[begins:ends] for begins, ends in zip(cuts, [*cuts[1:], len(one.text)], strict=True)]
    common = _words(" ".join(figure.text for *_, figure in placed))
    if len(parts) > 1 and _DOES.search(parts[1]) is None:
        common |= _words(_done(parts[0], placed[0][0]))
    return tuple(
        _Branch(
            figures=tuple(figure for start, _, figure in placed if begins <= start < begins + len(part)),
            words=_words(part) - common,
        )
        for begins, part in zip(cuts, parts, strict=True)
    )


def _done(part: str, end: int) -> str:
    """Return what the first part says is done, up to its figure: "be sent back" of "kites must be sent back within"."""
    does = _DOES.search(part, 0, end)
    return part[does.end() : end] if does and content_words(part[: does.start()]) else ""


def _placed(one: Statement) -> Iterator[tuple[int, int, Figure]]:
    at = 0
    for figure in one.figures:
        start = one.text.find(figure.text, at)
        if start >= 0:
            at = start + len(figure.text)
            yield start, at, figure
