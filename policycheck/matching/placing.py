"""A second look at a whole block of pairs: what the neighbours of a pair and its rivals say of it.

Policies take up their sources' duties section by section, and mostly in order, so a clause between the clauses that
answer the duties before and after is the likelier answer. And one clause seldom does two acts: where it does another
duty surely, it does this one less likely.
"""

import numpy as np

from policycheck.matching.blocks import Matrix, best_rival, moved
from policycheck.matching.linear import LinearModel, packaged

FEATURES = ("log_odds", "before", "after", "rival_duty", "rival_clause")

# How many statements back or on still count as neighbours, in the source and in the policy.
_DUTIES = 2
_CLAUSES = 4


def placing_model() -> LinearModel:
    """Return the model: fitted by benchmarks/train_judges.py on the labelled fields."""
    return packaged(__package__, "placing", FEATURES)


def in_place(probability: Matrix) -> Matrix:
    """Return the probability of the same act of every pair, corrected by those of its neighbours and rivals.

    `probability` holds a row for each statement of a source and a column for each of a policy, both in the order of
    their documents.
    """
    if not probability.size:
        return probability
    corrected: Matrix = placing_model().probabilities(placing_features(probability))[..., 0]
    return corrected


def placing_features(probability: Matrix) -> Matrix:
    """Return the features of every pair, shape (rows, columns, len(FEATURES))."""
    inside = np.clip(probability, 1e-4, 1 - 1e-4)
    features = (
        np.log(inside / (1 - inside)),
        _neighbours(probability, 1),
        _neighbours(probability, -1),
        best_rival(probability, 0),
        best_rival(probability, 1),
    )
    return np.stack(features, axis=-1).astype(np.float32, copy=False)


def _neighbours(probability: Matrix, way: int) -> Matrix:
    """Return the likeliest pair of a statement a little before (`way` 1) or after (-1) on both sides."""
    best = np.zeros_like(probability)
    for duties in range(1, _DUTIES + 1):
        for clauses in range(_CLAUSES + 1):
            np.maximum(best, moved(probability, way * duties, way * clauses), out=best)
    return best
