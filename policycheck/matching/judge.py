"""The judge: a small logistic model over the pair features, its weights in a data file beside it."""

from collections.abc import Sequence

import numpy as np

from policycheck.matching.blocks import Matrix
from policycheck.matching.features import FEATURES, features_of
from policycheck.matching.linear import LinearModel, packaged
from policycheck.matching.statements import Statement
from policycheck.matching.terms import Terms, terms_of


def same_act_model() -> LinearModel:
    """Return the model: fitted by benchmarks/train_judges.py on the labelled fields."""
    return packaged(__package__, "same_act", FEATURES)


def same_act(a: Sequence[Statement], b: Sequence[Statement], vectors_a: Matrix, vectors_b: Matrix) -> Matrix:
    """Return the probability that each pair speaks of the same act, shape (len(a), len(b)).

    `vectors_a` and `vectors_b` are the unit vectors of the statements' `in_context`.
    """
    terms = terms_of(a)
    return same_act_of(terms, terms if a is b else terms_of(b), vectors_a, vectors_b)


def same_act_of(a: Terms, b: Terms, vectors_a: Matrix, vectors_b: Matrix) -> Matrix:
    """Return what `same_act` does, from statements made into arrays before; `b` is `a` within one document."""
    if not len(vectors_a) or not len(vectors_b):
        return np.zeros((len(vectors_a), len(vectors_b)), dtype=np.float32)
    probability: Matrix = same_act_model().probabilities(features_of(a, b, vectors_a, vectors_b))[..., 0]
    return probability
