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
    "share",
    "log_share",
    "sections",
    "section_margin",
    "neighbours",
    "surroundings",
)


def pair_features(
    a: Sequence[Statement], b: Sequence[Statement], vectors_a: Matrix, vectors_b: Matrix
) -> NDArray[np.float32]:
    """Return the features of every pair, shape (len(a), len(b), len(FEATURES)).

    `vectors_a` and `vectors_b` are the unit vectors of the statements' `in_context`, one row each. The
    competition features compare a pair with its rivals: the other statements of the block that could answer
    the same one. The last four ask what stands around: whether the sections of both, and the statements next to
    both, speak of one thing too. Where `b` is `a`, a statement does not compete with itself.
    """
    cosine = vectors_a @ vectors_b.T
    words_a, words_b = _shared_words(a, b)
    score = cosine + 0.5 * (words_a + words_b)
    if a is b:
        np.fill_diagonal(score, -1.0)
    agree, differ = _roles(a, b)
    share = _share(score)
    sections, section_margin = _sections(score, a, b)
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
        share,
        np.log(share + 1e-4),
        sections,
        section_margin,
        _neighbours(score),
        _surroundings(score),
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


_SHARPNESS = 20.0
_ROUNDS = 20


def _share(score: Matrix) -> Matrix:
    """Return how much of each other two statements take when every statement spends itself once (Sinkhorn).

    One more row and column, as good as a middling best match, take what belongs to nobody.
    """
    nobody = float(np.median(score.max(axis=1)))
    weights = np.exp(_SHARPNESS * (np.pad(score, ((0, 1), (0, 1)), constant_values=nobody) - score.max()))
    for _ in range(_ROUNDS):
        weights[:-1] /= weights[:-1].sum(axis=1, keepdims=True)
        weights[:, :-1] /= weights[:, :-1].sum(axis=0, keepdims=True)
    shared: Matrix = weights[:-1, :-1]
    return shared


def _sections(score: Matrix, a: Sequence[Statement], b: Sequence[Statement]) -> tuple[Matrix, Matrix]:
    """Return how near the sections of each pair are, and how far from the best section of the other document."""
    in_a, in_b = _by_section(a), _by_section(b)
    best_of_b = np.stack([score[:, members].max(axis=1) for members in in_b.astype(bool)], axis=1)
    best_of_a = np.stack([score[members].max(axis=0) for members in in_a.astype(bool)], axis=0)
    near = in_a @ best_of_b / in_a.sum(axis=1)[:, None] + best_of_a @ in_b.T / in_b.sum(axis=1)
    rows, columns = in_a.argmax(axis=0), in_b.argmax(axis=0)
    picked = np.ix_(rows, columns)
    return near[picked] / 2, _margin(near / 2)[picked]


def _by_section(statements: Sequence[Statement]) -> Matrix:
    """Return which statements stand in which section, shape (sections, statements)."""
    sections = {section: i for i, section in enumerate(dict.fromkeys(s.section for s in statements))}
    matrix = np.zeros((len(sections), len(statements)), dtype=np.float32)
    matrix[[sections[s.section] for s in statements], range(len(statements))] = 1.0
    return matrix


def _neighbours(score: Matrix) -> Matrix:
    """Return the best score of a statement next to one side with one up to two away on the other."""
    best: Matrix = np.max([_moved(score, i, j) for i in (-1, 1) for j in (-2, -1, 1, 2)], axis=0)
    return best


def _surroundings(score: Matrix) -> Matrix:
    """Return the mean, over the two statements before and after one side, of their best within three of the other."""
    best = [np.max([_moved(score, i, j) for j in range(-3, 4)], axis=0) for i in (-2, -1, 1, 2)]
    mean: Matrix = np.mean(best, axis=0)
    return mean


def _moved(score: Matrix, down: int, right: int) -> Matrix:
    """Return the score of each pair's neighbours `down` and `right` of it; 0 beyond the edge."""
    moved = np.zeros_like(score)
    rows = slice(max(0, -down), score.shape[0] - max(0, down))
    columns = slice(max(0, -right), score.shape[1] - max(0, right))
    from_rows = slice(max(0, down), score.shape[0] - max(0, -down))
    from_columns = slice(max(0, right), score.shape[1] - max(0, -right))
    if rows.stop > rows.start and columns.stop > columns.start:
        moved[rows, columns] = score[from_rows, from_columns]
    return moved


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
