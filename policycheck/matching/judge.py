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


def alone_model() -> LinearModel:
    """Return the model for one statement by itself: it has no section, no neighbours and no rivals to go by."""
    return packaged(__package__, "same_act_alone", FEATURES)


def same_act(a: Sequence[Statement], b: Sequence[Statement], vectors_a: Matrix, vectors_b: Matrix) -> Matrix:
    """Return the probability that each pair speaks of the same act, shape (len(a), len(b)).

    `vectors_a` and `vectors_b` are the unit vectors of the statements' `in_context`.
    """
    terms = terms_of(a, vectors_a)
    return same_act_of(terms, terms if a is b else terms_of(b, vectors_b))


def same_act_of(a: Terms, b: Terms) -> Matrix:
    """Return what `same_act` does, from statements made into arrays before; `b` is `a` within one document."""
    if not len(a.vectors) or not len(b.vectors):
        return np.zeros((len(a.vectors), len(b.vectors)), dtype=np.float32)
    model = alone_model() if len(a.vectors) == 1 else same_act_model()
    probability: Matrix = model.probabilities(features_of(a, b))[..., 0]
    return probability
