"""Where two policies meet: at the source statements that both answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from policycheck.matching.blocks import Matrix

# Answers less likely than this anchor nothing; it keeps the products below small.
_FLOOR = 0.15


# A source statement: its document's path and its index there.
Place = tuple[str, int]
# Which of a policy's statements, and how likely each.
Rows = Mapping[Place, tuple[NDArray[np.int64], Matrix]]


@dataclass(frozen=True, slots=True)
class Anchors:
    """Which source statements a policy answers; nearly all of them it does not, so only those it does are kept.

    `rows` maps a source statement to the policy's statements, by index, that may answer it and how likely each does;
    `broken` to those that were found to break it, and how surely. `statements` is how many the policy has.
    """

    statements: int
    rows: Rows
    broken: Rows


@dataclass(frozen=True, slots=True)
class Meeting:
    """Where the statements of two policies meet, each shape (statements of the one, statements of the other).

    `answered`: how likely both answer one source statement. `broken`: how likely one of them breaks a source statement
    that the other keeps.
    """

    answered: Matrix
    broken: Matrix


# (source statement, policy statement, how likely it answers, or how surely it breaks it)
Answering = tuple[int, int, float]


def answering(likely: Matrix) -> tuple[Answering, ...]:
    """Return who answers whom in `likely`: rows are source statements, columns the policy's."""
    rows, columns = np.nonzero(likely >= _FLOOR)
    # Nine digits give the very float32 back.
    return tuple((int(i), int(j), round(float(likely[i, j]), 9)) for i, j in zip(rows, columns, strict=True))


def anchored(
    statements: int, found: Mapping[str, Sequence[Answering]], broken: Mapping[str, Sequence[Answering]]
) -> Anchors:
    """Return the anchors of a policy with so many statements.

    `found` maps each source's path to who answers whom, `broken` to who breaks whom.
    """
    return Anchors(statements, _rows(found), _rows(broken))


def _rows(found: Mapping[str, Sequence[Answering]]) -> Rows:
    pairs: dict[Place, list[tuple[int, float]]] = {}
    for path, some in found.items():
        for i, j, likely in some:
            pairs.setdefault((path, i), []).append((j, likely))
    return {
        place: (np.array([j for j, _ in row]), np.array([p for _, p in row], dtype=np.float32))
        for place, row in pairs.items()
    }


def meeting(a: Anchors, b: Anchors) -> Meeting:
    """Return where two policies meet: in different words, at an obligation that both answer or one breaks."""
    return Meeting(_same_answer(a, b), np.maximum(_one_breaks(a, b), _one_breaks(b, a).T))


def _same_answer(a: Anchors, b: Anchors) -> Matrix:
    """Return how likely two statements answer one and the same source statement, though neither resembles the other.

    Both must be likely: the least of the two, for the source statement where that is most.
    """
    best = np.zeros((a.statements, b.statements), dtype=np.float32)
    for row in a.rows.keys() & b.rows.keys():
        (i, of_a), (j, of_b) = a.rows[row], b.rows[row]
        place = np.ix_(i, j)
        best[place] = np.maximum(best[place], np.minimum(of_a[:, None], of_b[None, :]))
    return best


def _one_breaks(a: Anchors, b: Anchors) -> Matrix:
    """Return how likely a statement of `a` breaks a source statement that one of `b` answers and does not break."""
    best = np.zeros((a.statements, b.statements), dtype=np.float32)
    for row in a.broken.keys() & b.rows.keys():
        (i, breaks), (j, answers) = a.broken[row], b.rows[row]
        kept = np.ones(b.statements, dtype=np.float32)
        if row in b.broken:
            others, surely = b.broken[row]
            kept[others] = 1 - surely
        place = np.ix_(i, j)
        best[place] = np.maximum(best[place], breaks[:, None] * (answers * kept[j])[None, :])
    return best
