"""What the statements of one document bring to every comparison, made once: words, verbs, roles as arrays."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from policycheck.matching.apart import set_apart
from policycheck.matching.statements import Statement

Floats = NDArray[np.float32]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Incidence:
    """Which statement has which word: `rows[k]` (a statement) has `columns[k]` (a word, by its place in `words`).

    `place` is the place of each word, `often` in how many statements it stands.
    """

    statements: int
    words: tuple[str, ...]
    place: dict[str, int]
    rows: Places
    columns: Places
    often: Places

    def common(self, other: "Incidence") -> tuple[Places, Places]:
        """Return the places here and there of the words that both have."""
        both = sorted(self.place.keys() & other.place.keys())  # as `words` are: by place on either side
        here = np.array([self.place[word] for word in both], dtype=np.int64)
        return here, np.array([other.place[word] for word in both], dtype=np.int64)

    def dense(self, places: Places) -> Floats:
        """Return 1 where a statement (row) has one of some words (column), else 0."""
        columns = np.full(len(self.words), -1)
        columns[places] = np.arange(len(places))
        at = columns[self.columns]
        table = np.zeros((self.statements, len(places)), dtype=np.float32)
        known = at >= 0
        table[self.rows[known], at[known]] = 1.0
        return table

    def summed(self, weight: Floats) -> Floats:
        """Return the weight of all words of each statement; `weight` has one for each word."""
        return np.bincount(self.rows, weight[self.columns], minlength=self.statements).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Terms:
    """Statements as arrays; `roles` are the duty holders that occur and `role` which of them each statement has.

    `vectors` are the unit vectors of the statements' `in_context`, one row each, and `apart` those of what sets each
    apart in its document; `section` is the place of each statement's section among those of the document.
    """

    words: Incidence
    verbs: Incidence
    roles: tuple[tuple[str, ...], ...]
    role: Places
    timed: Floats
    reads: Floats
    section: Places
    vectors: Floats
    apart: Floats


def terms_of(statements: Sequence[Statement], vectors: Floats) -> Terms:
    """Return the statements of a document as arrays, with their vectors, one row each."""
    roles = sorted({s.roles for s in statements})
    place = {one: k for k, one in enumerate(roles)}
    sections = {one: k for k, one in enumerate(dict.fromkeys(s.section for s in statements))}
    return Terms(
        words=_incidence([s.words for s in statements]),
        verbs=_incidence([s.verbs for s in statements]),
        roles=tuple(roles),
        role=np.array([place[s.roles] for s in statements], dtype=np.int64),
        timed=np.array([bool(s.reading and s.reading.time_limits) for s in statements], dtype=np.float32),
        reads=np.array([s.reading is not None for s in statements], dtype=np.float32),
        section=np.array([sections[s.section] for s in statements], dtype=np.int64),
        vectors=vectors,
        apart=set_apart(vectors),
    )


def _incidence(said: Sequence[Iterable[str]]) -> Incidence:
    words = sorted({word for some in said for word in some})
    place = {word: k for k, word in enumerate(words)}
    pairs = [(row, place[word]) for row, some in enumerate(said) for word in sorted(some)]
    rows, columns = np.array(pairs, dtype=np.int64).reshape(-1, 2).T.copy()
    return Incidence(
        len(said), tuple(words), place, rows, columns, np.bincount(columns, minlength=len(words))
    )
