"""One disagreement stands in many places: contradictions that are the same are brought under one topic."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from policycheck.domain.findings import ConflictType, Finding, Quotation, Topic
from policycheck.domain.obligations import Unit
from policycheck.findings import fingerprint
from policycheck.lexicon.words import content_words, stem
from policycheck.matching.quoting import clip
from policycheck.obligations.figures.numbers import NUMBER, read_number

# Acts that share this part of the shorter one's words are one act in other words.
_SAME_ACT = 0.6
_LEAST_WORDS = 2
# An act of whose words a clause of the topic uses less than this, on average, is no title for it.
_USED_ENOUGH = 0.5
_LONGEST = 80  # characters of an act in a title
_MOST_FIGURES = 3  # in a title

_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_UNITS = frozenset(stem(word) for unit in Unit for word in unit.value.split()) | {stem("working")}
_WORD = re.compile(r"[a-z]+")


def with_topics(conflicts: Sequence[Finding]) -> list[Finding]:
    """Return contradictions, in their order, each with its topic.

    Two are one disagreement where they are of one type and share words of a clause, or give the same two figures
    for the same act.
    """
    topics = [0] * len(conflicts)
    for members in _groups(conflicts):
        for index in members:
            topics[index] = members[0]
    members_of: dict[int, list[Finding]] = {}
    for index, first in enumerate(topics):
        members_of.setdefault(first, []).append(conflicts[index])
    named = {first: _topic(members) for first, members in members_of.items()}
    return [replace(one, topic=named[first]) for one, first in zip(conflicts, topics, strict=True)]


def _groups(conflicts: Sequence[Finding]) -> list[list[int]]:
    """Return the indices of contradictions that belong together, each group in order."""
    above = list(range(len(conflicts)))

    def root(index: int) -> int:
        while above[index] != index:
            above[index] = above[above[index]]
            index = above[index]
        return index

    for one, other in (*_sharing_words(conflicts), *_with_like_figures(conflicts)):
        low, high = sorted((root(one), root(other)))
        above[high] = low
    groups: dict[int, list[int]] = {}
    for index in range(len(conflicts)):
        groups.setdefault(root(index), []).append(index)
    return list(groups.values())


def _sharing_words(conflicts: Sequence[Finding]) -> Iterable[tuple[int, int]]:
    """Yield pairs of one type whose quotations overlap: a clause may say several things, each its own topic."""
    ends: dict[tuple[ConflictType | None, str, str], list[tuple[Quotation, int]]] = {}
    for index, conflict in enumerate(conflicts):
        for end in _ends(conflict):
            ends.setdefault((conflict.conflict_type, end.document, end.clause or end.ref), []).append(
                (end, index)
            )
    for found in ends.values():
        found.sort(key=lambda one: (one[0].start, one[0].end))
        before, reach, last = found[0][0], found[0][0].end, found[0][1]
        for end, index in found[1:]:
            if end.start < reach or (end.start, end.end) == (before.start, before.end):
                yield last, index
            before, reach, last = end, max(reach, end.end), index


def _with_like_figures(conflicts: Sequence[Finding]) -> Iterable[tuple[int, int]]:
    """Yield pairs of one type with the same two figures for the same act."""
    alike: dict[tuple[object, ...], list[tuple[frozenset[str], int]]] = {}
    for index, conflict in enumerate(conflicts):
        figures = frozenset(figure_key(end.words) for end in _ends(conflict))
        if all(figures):
            act = frozenset(content_words(conflict.about))
            alike.setdefault((conflict.conflict_type, figures), []).append((act, index))
    for found in alike.values():
        for at, (act, index) in enumerate(found):
            for other, second in found[at + 1 :]:
                shorter = min(len(act), len(other))
                if shorter >= _LEAST_WORDS and len(act & other) >= _SAME_ACT * shorter:
                    yield index, second


def figure_key(words: str) -> frozenset[str]:
    """Return what a figure says however it is written: "within ten working days" as "10 working days"."""
    text = words.lower()
    numbers = {f"{value:g}" for found in _NUMBER.findall(text) if (value := read_number(found)) is not None}
    units = {stem(word) for word in _WORD.findall(text) if stem(word) in _UNITS}
    if numbers or units:
        return frozenset((numbers or {"1"}) | units)  # "every month", "once a month"
    return frozenset(content_words(text) or text.split())


def _ends(conflict: Finding) -> tuple[Quotation, ...]:
    return (conflict.a,) if conflict.b is None else (conflict.a, conflict.b)


def _topic(members: Sequence[Finding]) -> Topic:
    """Return the topic of some contradictions; its id holds while the first of them by id stays."""
    kind = members[0].conflict_type
    return Topic(id=fingerprint("topic", min(one.id for one in members)), title=_title(members, kind))


def _title(members: Sequence[Finding], kind: ConflictType | None) -> str:
    about = _act(members)
    what = kind.words.capitalize() if kind is not None else "Contradiction"
    if kind is ConflictType.DEFINITION and about:
        return f"{what} of “{clip(about, _LONGEST)}”"
    first = members[0].a
    title = f"{what}: {clip(about, _LONGEST)}" if about else f"{what} in {first.document_title}, {first.ref}"
    figures = _figures(members) if kind is not ConflictType.DEFINITION else []
    return f"{title} ({' or '.join(figures)})" if len(figures) > 1 else title


def _act(members: Sequence[Finding]) -> str:
    """Return what the members are about: the first act whose words are those of many of their clauses."""
    clauses = [set(content_words(end.text)) for one in members for end in _ends(one)]

    def used(act: str) -> float:
        words = set(content_words(act))
        return sum(len(words & clause) for clause in clauses) / (len(words) * len(clauses)) if words else 0.0

    acts = [one.about for one in members if one.about]
    return next((act for act in acts if used(act) >= _USED_ENOUGH), max(acts, key=used, default=""))


def _figures(members: Sequence[Finding]) -> list[str]:
    """Return the different figures of a topic as first written, at most a few."""
    figures: dict[frozenset[str], str] = {}
    for one in members:
        for end in _ends(one):
            if end.words:
                figures.setdefault(figure_key(end.words), clip(end.words, 40))
    shown = list(figures.values())
    return [*shown[:_MOST_FIGURES], *(["…"] if len(shown) > _MOST_FIGURES else [])]
