"""The judge: a small logistic model over the pair features, its weights in a data file beside it."""

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from policycheck.matching.features import FEATURES, Matrix, pair_features
from policycheck.matching.statements import Statement


@cache
def weights() -> tuple[NDArray[np.float32], float]:
    """Return the weight of each feature in the order of FEATURES, and the intercept."""
    data = json.loads((files(__package__) / "same_act.json").read_text(encoding="utf-8"))
    return np.array([data["weights"][name] for name in FEATURES], dtype=np.float32), float(data["intercept"])


def same_act(a: Sequence[Statement], b: Sequence[Statement], vectors_a: Matrix, vectors_b: Matrix) -> Matrix:
    """Return the probability that each pair speaks of the same act, shape (len(a), len(b)).

    `vectors_a` and `vectors_b` are the unit vectors of the statements' `in_context`.
    """
    if not a or not b:
        return np.zeros((len(a), len(b)), dtype=np.float32)
    weight, intercept = weights()
    logits = pair_features(a, b, vectors_a, vectors_b) @ weight + intercept
    probability: Matrix = (1.0 / (1.0 + np.exp(-logits))).astype(np.float32)
    return probability
