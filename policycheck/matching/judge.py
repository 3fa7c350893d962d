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
