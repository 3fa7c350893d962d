"""Features of pairs of statements, computed for whole blocks at once."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from policycheck.lexicon.roles import acts_for
from policycheck.matching.statements import Statement

Matrix = NDArray[np.float32]

FEATURES = (
    "cosine",
    "words_of_a",
    "words_of_b",
    "verbs",
    "roles_agree",
    "roles_differ",
    "margin_in_a",
    "margin_in_b",
    "best_for_a",
    "best_for_b",
    "both_timed",
    "b_reads",
)


def pair_features(
    a: Sequence[Statement], b: Sequence[Statement], vectors_a: Matrix, vectors_b: Matrix
) -> NDArray[np.float32]:
    """Return the features of every pair, shape (len(a), len(b), len(FEATURES)).

    `vectors_a` and `vectors_b` are the unit vectors of the statements' `in_context`, one row each. The four
    competition features compare a pair with its rivals: the other statements of the block that could answer
    the same one. Where `b` is `a`, a statement does not compete with itself.
    """
    cosine = vectors_a @ vectors_b.T
    words_a, words_b = _shared_words(a, b)
    score = cosine + 0.5 * (words_a + words_b)
    if a is b:
        np.fill_diagonal(score, -1.0)
    agree, differ = _roles(a, b)
    features = (
        cosine,
        words_a,
        words_b,
        _verbs(a, b),
        agree,
        differ,
        _margin(score),
        _margin(score.T).T,
        _best(score),
        _best(score.T).T,
        _both_timed(a, b),
        _b_reads(len(a), b),
    )
    return np.stack(features, axis=-1).astype(np.float32, copy=False)


def _shared_words(a: Sequence[Statement], b: Sequence[Statement]) -> tuple[Matrix, Matrix]:
    """Return the share of each side's words that the other has, rare words weighing more."""
    vocabulary = {word: i for i, word in enumerate(sorted({w for s in (*a, *b) for w in s.words}))}
    in_a, in_b = _incidence(a, vocabulary), _incidence(b, vocabulary)
    frequency = in_a.sum(axis=0) + in_b.sum(axis=0)
    rarity = np.log(1.0 + (len(a) + len(b)) / np.maximum(frequency, 1.0)).astype(np.float32)
    shared = (in_a * rarity) @ in_b.T
    of_a = shared / np.maximum(in_a @ rarity, 1e-6)[:, None]
    of_b = shared / np.maximum(in_b @ rarity, 1e-6)[None, :]
    return of_a, of_b


def _incidence(statements: Sequence[Statement], vocabulary: dict[str, int]) -> Matrix:
    matrix = np.zeros((len(statements), max(len(vocabulary), 1)), dtype=np.float32)
    for row, statement in enumerate(statements):
        matrix[row, [vocabulary[word] for word in statement.words]] = 1.0
    return matrix


def _verbs(a: Sequence[Statement], b: Sequence[Statement]) -> Matrix:
    vocabulary = {word: i for i, word in enumerate(sorted({w for s in a for w in s.verbs}))}
    wanted = np.zeros((len(a), max(len(vocabulary), 1)), dtype=np.float32)
    present = np.zeros((len(b), wanted.shape[1]), dtype=np.float32)
    for row, statement in enumerate(a):
        wanted[row, [vocabulary[w] for w in statement.verbs]] = 1.0
    for row, statement in enumerate(b):
        present[row, [vocabulary[w] for w in statement.words if w in vocabulary]] = 1.0
    found: Matrix = (wanted @ present.T) / np.maximum(wanted.sum(axis=1), 1.0)[:, None]
    return found


def _roles(a: Sequence[Statement], b: Sequence[Statement]) -> tuple[Matrix, Matrix]:
    """Return where duty holders agree (or act for one another), and where both are named and do not."""
    kinds_a = sorted({s.roles for s in a})
    kinds_b = sorted({s.roles for s in b})
    table = np.zeros((len(kinds_a), len(kinds_b), 2), dtype=np.float32)
    for i, roles_a in enumerate(kinds_a):
        for j, roles_b in enumerate(kinds_b):
            if roles_a and roles_b:
                related = any(x == y or acts_for(y, x) or acts_for(x, y) for x in roles_a for y in roles_b)
                table[i, j, 0 if related else 1] = 1.0
    rows = [kinds_a.index(s.roles) for s in a]
    columns = [kinds_b.index(s.roles) for s in b]
    picked = table[np.ix_(rows, columns)]
    return picked[..., 0], picked[..., 1]


def _margin(score: Matrix) -> Matrix:
    """Return how far each pair lies from the best rival of its row: above zero only for the winner."""
    if score.shape[1] < 2:
        return np.zeros_like(score)
    top = np.partition(score, -2, axis=1)
    best, second = top[:, -1:], top[:, -2:-1]
    rival = np.where(score >= best, second, best)
    return score - rival


def _best(score: Matrix) -> Matrix:
    """Return 1 / (1 + rank) of each pair within its row."""
    best: Matrix = (1.0 / (1.0 + ranks(score))).astype(np.float32)
    return best


def ranks(score: Matrix) -> NDArray[np.int64]:
    """Return the rank of each pair within its row, from 0 for the highest score."""
    order: NDArray[np.int64] = np.argsort(np.argsort(-score, axis=1, kind="stable"), axis=1, kind="stable")
    return order


def _both_timed(a: Sequence[Statement], b: Sequence[Statement]) -> Matrix:
    timed_a = np.array([bool(s.reading and s.reading.time_limits) for s in a], dtype=np.float32)
    timed_b = np.array([bool(s.reading and s.reading.time_limits) for s in b], dtype=np.float32)
    both: Matrix = timed_a[:, None] * timed_b[None, :]
    return both


def _b_reads(rows: int, b: Sequence[Statement]) -> Matrix:
    reads = np.array([s.reading is not None for s in b], dtype=np.float32)
    return np.broadcast_to(reads, (rows, len(b)))
