"""Small linear models kept as data: a weight for each named feature, readable beside the code that uses it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class LinearModel:
    """A logistic model over named features, of one class (sigmoid) or several (softmax).

    `weights` has shape (classes, features) and `intercept` (classes,), for features as they are: scaling used in
    fitting is folded in. `share` is the part of the rows it was fitted on that were of its class, of one class.
    """

    features: tuple[str, ...]
    classes: tuple[str, ...]
    weights: Floats
    intercept: Floats
    share: float = 0.5

    def logits(self, x: Floats) -> Floats:
        """Return the logits of rows of features, shape (..., classes)."""
        with np.errstate(invalid="ignore"):  # the matrix library may raise the flag for lanes it throws away
            found: Floats = x @ self.weights.T + self.intercept
        return found

    def probabilities(self, x: Floats) -> Floats:
        """Return the probabilities of rows of features, shape (..., classes); of several classes they add up to 1."""
        logits = self.logits(x)
        if len(self.classes) == 1:
            single: Floats = (1.0 / (1.0 + np.exp(-logits))).astype(np.float32)
            return single
        raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
        many: Floats = (raised / raised.sum(axis=-1, keepdims=True)).astype(np.float32)
        return many


def row_of(values: Mapping[str, float], features: Sequence[str]) -> Floats:
    """Return a row of features, in their order, from values by name; one that is not given is 0."""
    return np.array([values.get(name, 0.0) for name in features], dtype=np.float32)


def log_odds(probability: float) -> float:
    """Return the log odds of a probability, kept finite at both ends."""
    inside = min(max(probability, 1e-4), 1 - 1e-4)
    return float(np.log(inside / (1 - inside)))


def from_data(data: Mapping[str, object], features: Sequence[str]) -> LinearModel:
    """Return the model written in `data`, its columns in the order of `features`."""
    weights, intercept = data["weights"], data["intercept"]
    assert isinstance(weights, dict)  # noqa: S101 - our own file
    assert isinstance(intercept, dict)  # noqa: S101 - our own file
    classes = tuple(intercept)
    table = np.array([[weights[name][c] for name in features] for c in range(len(classes))], dtype=np.float32)
    middle = np.array(list(intercept.values()), dtype=np.float32)
    share = data.get("share", 0.5)
    assert isinstance(share, float)  # noqa: S101 - our own file
    return LinearModel(tuple(features), classes, table, middle, share)


@cache
def packaged(package: str, name: str, features: tuple[str, ...]) -> LinearModel:
    """Return the model in a package's JSON file."""
    text = (files(package) / f"{name}.json").read_text(encoding="utf-8")
    return from_data(json.loads(text), features)
