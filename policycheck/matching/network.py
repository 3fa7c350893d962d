"""Small networks kept as data: one layer of hidden units over named features, for what a straight sum cannot weigh.

"The same words" means much where the rivals have none of them and little where all do; such things a network learns
and a linear model does not.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from policycheck.matching.linear import Floats, LinearModel, from_data

# Below this probability the linear model's word is taken: nearly every pair, and nearly none of them matters.
RULED_OUT = 0.005


@dataclass(frozen=True, slots=True)
class Network:
    """A yes-or-no model: `hidden` has shape (units, features), `bias` and `out` (units,); features are as they are."""

    hidden: Floats
    bias: Floats
    out: Floats
    intercept: float

    def probabilities(self, x: Floats) -> Floats:
        """Return the probability of yes for rows of features, shape (..., 1)."""
        raised = np.maximum(x @ self.hidden.T + self.bias, 0.0)
        logits = raised @ self.out + self.intercept
        found: Floats = (1.0 / (1.0 + np.exp(-logits)))[..., None].astype(np.float32)
        return found


@dataclass(frozen=True, slots=True)
class Sifted:
    """A linear model, and a network that looks again at what it does not rule out."""

    linear: LinearModel
    network: Network

    def probabilities(self, x: Floats) -> Floats:
        """Return the probability of yes for rows of features, shape (..., 1)."""
        found = self.linear.probabilities(x)
        likely = found[..., 0] >= RULED_OUT
        if likely.any():
            found[likely] = self.network.probabilities(x[likely])
        return found


def network_from(data: Mapping[str, object], features: Sequence[str]) -> Network:
    """Return the network written in `data`, its columns in the order of `features`."""
    hidden = data["hidden"]
    assert isinstance(hidden, dict)  # noqa: S101 - our own file
    columns = np.array([hidden[name] for name in features], dtype=np.float32)
    bias, out = (np.array(data[name], dtype=np.float32) for name in ("bias", "out"))
    intercept = data["intercept"]
    assert isinstance(intercept, float)  # noqa: S101 - our own file
    return Network(np.ascontiguousarray(columns.T), bias, out, intercept)


def _read(package: str, name: str) -> dict[str, dict[str, object]]:
    data: dict[str, dict[str, object]] = json.loads(
        (files(package) / f"{name}.json").read_text(encoding="utf-8")
    )
    return data


@cache
def packaged_network(package: str, name: str, features: tuple[str, ...]) -> Network:
    """Return the network in a package's JSON file."""
    return network_from(_read(package, name)["network"], features)


@cache
def packaged_sifted(package: str, name: str, features: tuple[str, ...]) -> Sifted:
    """Return the linear model and the network in a package's JSON file."""
    data = _read(package, name)
    return Sifted(from_data(data["linear"], features), network_from(data["network"], features))
