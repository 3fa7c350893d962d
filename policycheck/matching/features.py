"""Features of pairs of statements, computed for whole blocks at once."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from policycheck.lexicon.roles import are_related
from policycheck.matching.blocks import Matrix, best_rival
from policycheck.matching.statements import Statement
from policycheck.matching.terms import Incidence, Places, Terms, terms_of

FEATURES = (
    "cosine",
    "apart",
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
    terms = terms_of(a, vectors_a)
    return features_of(terms, terms if a is b else terms_of(b, vectors_b))


def features_of(a: Terms, b: Terms) -> NDArray[np.float32]:
    """Return what `pair_features` does, from statements made into arrays before; `b` is `a` within one document."""
    cosine = a.vectors @ b.vectors.T
    apart = a.apart @ b.apart.T
    words_a, words_b = _shared_words(a.words, b.words)
    score = 0.5 * (cosine + apart + words_a + words_b)
    if a is b:
        np.fill_diagonal(score, -1.0)
    agree, differ = _roles(a, b)
    share = _share(score)
    sections, section_margin = _sections(score, a.section, b.section)
    features = (
        cosine,
        apart,
        words_a,
        words_b,
        _verbs(a.verbs, b.words),
        agree,
        differ,
        _margin(score),
        _margin(score.T).T,
        _best(score),
        _best(score.T).T,
        a.timed[:, None] * b.timed[None, :],
        b.reads,
        share,
        np.log(share + 1e-4),
        sections,
        section_margin,
        *_around(score),
    )
    found = np.empty((*cosine.shape, len(features)), dtype=np.float32)
    for place, feature in enumerate(features):
        found[..., place] = feature
    return found


def _shared_words(a: Incidence, b: Incidence) -> tuple[Matrix, Matrix]:
    """Return the share of each side's words that the other has, rare words weighing more."""
    in_a, in_b = a.common(b)
    often_a, often_b = a.often.copy(), b.often.copy()
    often_a[in_a] += b.often[in_b]
    often_b[in_b] += a.often[in_a]
    rarity_a, rarity_b = (
        np.log(1.0 + (a.statements + b.statements) / often).astype(np.float32) for often in (often_a, often_b)
    )
    with np.errstate(invalid="ignore"):  # the matrix library may raise the flag for lanes it throws away
        shared = (a.dense(in_a) * rarity_a[in_a]) @ b.dense(in_b).T
    of_a: Matrix = np.divide(shared, _at_least(1e-6, a.summed(rarity_a))[:, None])
    of_b: Matrix = np.divide(shared, _at_least(1e-6, b.summed(rarity_b))[None, :])
    return of_a, of_b


def _at_least(least: float, values: Matrix) -> Matrix:
    return np.maximum(values, least).astype(np.float32, copy=False)


def _verbs(verbs: Incidence, words: Incidence) -> Matrix:
    """Return the share of the first side's verbs that are among the words of the other."""
    wanted, present = verbs.common(words)
    asked = np.bincount(verbs.rows, minlength=verbs.statements).astype(np.float32)
    found: Matrix = (verbs.dense(wanted) @ words.dense(present).T) / _at_least(1.0, asked)[:, None]
    return found


def _roles(a: Terms, b: Terms) -> tuple[Matrix, Matrix]:
    """Return where duty holders agree (or act for one another), and where both are named and do not."""
    agree, differ = np.zeros((2, len(a.roles), len(b.roles)), dtype=np.float32)
    named = [(j, roles) for j, roles in enumerate(b.roles) if roles]
    for i, roles_a in enumerate(a.roles):
        for j, roles_b in named if roles_a else ():
            (agree if _related(roles_a, roles_b) else differ)[i, j] = 1.0
    rows = a.role[:, None]
    return agree[rows, b.role], differ[rows, b.role]


@lru_cache(maxsize=65536)
def _related(roles_a: tuple[str, ...], roles_b: tuple[str, ...]) -> bool:
    return are_related(roles_a, roles_b)


def _margin(score: Matrix) -> Matrix:
    """Return how far each pair lies from the best rival of its row: above zero only for the winner."""
    if score.shape[1] < 2:
        return np.zeros_like(score)
    return score - best_rival(score, 1)


def _best(score: Matrix) -> Matrix:
    """Return 1 / (1 + rank) of each pair within its row."""
    best: Matrix = (1.0 / (1.0 + ranks(score))).astype(np.float32)
    return best


_SHARPNESS = 20.0
_ROUNDS = 8


def _share(score: Matrix) -> Matrix:
    """Return how much of each other two statements take when every statement spends itself once (Sinkhorn).

    One more row and column, as good as a middling best match, take what belongs to nobody.
    """
    best = score.max(axis=1)
    weights = np.full((score.shape[0] + 1, score.shape[1] + 1), _middle(best), dtype=np.float32)
    weights[:-1, :-1] = score
    weights -= best.max()
    weights *= _SHARPNESS
    np.exp(weights, out=weights)
    rows, columns = weights[:-1], weights[:, :-1]
    add = np.add.reduce  # the blocks are many and small: what `sum` does around it costs as much again
    for _ in range(_ROUNDS):
        rows /= add(rows, axis=1, keepdims=True)
        columns /= add(columns, axis=0, keepdims=True)
    shared: Matrix = weights[:-1, :-1]
    return shared


def _middle(values: Matrix) -> float:
    """Return the median."""
    ordered, half = np.sort(values), len(values) // 2
    return float(ordered[half] if len(values) % 2 else (ordered[half - 1] + ordered[half]) * np.float32(0.5))


def _sections(score: Matrix, section_a: Places, section_b: Places) -> tuple[Matrix, Matrix]:
    """Return how near the sections of each pair are, and how far from the best section of the other document.

    Two sections are as near as the best matches of their statements are on average.
    """
    of_a, of_b = (
        _mean(_best_in(score, section_b), section_a),
        _mean(_best_in(score.T, section_a), section_b).T,
    )
    near: Matrix = np.multiply(of_a + of_b, 0.5, dtype=np.float32)
    rows = section_a[:, None]
    return near[rows, section_b], _margin(near)[rows, section_b]


def _best_in(score: Matrix, section: Places) -> Matrix:
    """Return the best of each row within each section of the columns, shape (rows, sections)."""
    best = np.full((section.max() + 1, score.shape[0]), -1.0, dtype=np.float32)
    np.maximum.at(best, section, score.T)
    return best.T


def _mean(score: Matrix, section: Places) -> Matrix:
    """Return the mean of the rows of each section, shape (sections, columns)."""
    sums = np.zeros((section.max() + 1, score.shape[1]), dtype=np.float32)
    np.add.at(sums, section, score)
    sums /= np.bincount(section)[:, None]
    return sums


_REACH = 3


def _around(score: Matrix) -> tuple[Matrix, Matrix]:
    """Return what stands next to each pair, zeros beyond the edges: `neighbours` and `surroundings`.

    The first is the best score of a statement next to one side with one up to two away on the other; the second the
    mean, over the two statements before and after one side, of their best within three of the other.
    """
    rows, columns = score.shape
    wide = np.zeros((rows + 4, columns + 2 * _REACH), dtype=score.dtype)
    wide[2:-2, _REACH:-_REACH] = score
    beside = [wide[:, _REACH - right : _REACH - right + columns] for right in range(-_REACH, _REACH + 1)]
    near = np.maximum(np.maximum(beside[1], beside[2]), np.maximum(beside[4], beside[5]))
    within = np.maximum(np.maximum(beside[0], beside[6]), np.maximum(near, beside[3]))
    best: Matrix = np.maximum(near[3:-1], near[1:-3])
    mean: Matrix = (within[:-4] + within[1:-3] + within[3:-1] + within[4:]) * np.float32(0.25)
    return best, mean


def ranks(score: Matrix) -> NDArray[np.int64]:
    """Return the rank of each pair within its row, from 0 for the highest score."""
    order = np.argsort(-score, axis=1, kind="stable")
    found = np.empty(score.shape, dtype=np.int64)
    found[np.arange(score.shape[0])[:, None], order] = np.arange(score.shape[1])
    return found
