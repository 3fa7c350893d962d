"""The judge: a small logistic model over the pair features, its weights in a data file beside it."""

from collections.abc import Sequence

import numpy as np

from policycheck.matching.features import FEATURES, Matrix, pair_features
from policycheck.matching.linear import LinearModel, packaged
from policycheck.matching.statements import Statement


def same_act_model() -> LinearModel:
    """Return the model: fitted by benchmarks/train_judges.py on the labelled fields."""
    return packaged(__package__, "same_act", FEATURES)


def same_act(a: Sequence[Statement], b: Sequence[Statement], vectors_a: Matrix, vectors_b: Matrix) -> Matrix:
    """Return the probability that each pair speaks of the same act, shape (len(a), len(b)).

    `vectors_a` and `vectors_b` are the unit vectors of the statements' `in_context`.
    """
    if not a or not b:
        return np.zeros((len(a), len(b)), dtype=np.float32)
    probability: Matrix = same_act_model().probabilities(pair_features(a, b, vectors_a, vectors_b))[..., 0]
    return probability


# Answers less likely than this anchor nothing; it keeps the products below small.
_FLOOR = 0.15


def same_answer(anchors_a: Matrix, anchors_b: Matrix) -> Matrix:
    """Return how likely two statements answer one and the same source statement, shape (len(a), len(b)).

    Two policies in different words meet at the obligation that both answer, though neither resembles the
    other. Both must be likely: the least of the two, for the source statement where that is most.
    """
    best = np.zeros((anchors_a.shape[1], anchors_b.shape[1]), dtype=np.float32)
    for row_a, row_b in zip(anchors_a, anchors_b, strict=True):
        i, j = np.nonzero(row_a >= _FLOOR)[0], np.nonzero(row_b >= _FLOOR)[0]
        if i.size and j.size:
            both = np.minimum(row_a[i][:, None], row_b[j][None, :])
            best[np.ix_(i, j)] = np.maximum(best[np.ix_(i, j)], both)
    return best
