"""How common contradictions are in one library, and what that makes of the likelihood of each.

In the fields by which likelihoods are set right seven in ten of the pairs that a rule objects to contradict. In a
library that people have kept in order hardly any do, and the same signs mean less there. How many do is told from the
likelihoods themselves, by expectation maximisation (Saerens, Latinne and Decaestecker, "Adjusting the outputs of a
classifier to new a priori probabilities", 2002), leaning on the labelled fields while a library has given few pairs.
"""

from collections.abc import Sequence

import numpy as np

# A library's own pairs count more than the labelled fields from this many on: at that, fields of a hundred pairs are
# judged as they were, and a handbook of five hundred by itself.
_LEAN = 300
_ROUNDS, _STILL = 200, 1e-6
# Beyond these a likelihood is rounding, not evidence.
_LEAST = 1e-3


def odds_here(likelihoods: Sequence[float], *, usual: float) -> float:
    """Return by what the odds of a contradiction are multiplied in the library whose pairs have these likelihoods.

    `usual` is the part of the pairs that contradict where the model learnt; 1.0 means that the library is like that.
    """
    if not likelihoods:
        return 1.0
    first = np.clip(np.asarray(likelihoods, dtype=np.float64), _LEAST, 1 - _LEAST)
    here, odds = usual, 1.0
    for _ in range(_ROUNDS):
        likely = first * odds / (first * odds + 1.0 - first)
        found = (likely.sum() + _LEAN * usual) / (len(first) + _LEAN)
        odds = (found / (1 - found)) / (usual / (1 - usual))
        if abs(found - here) < _STILL:
            break
        here = found
    return float(odds)


def adjusted(likelihood: float, odds: float) -> float:
    """Return a likelihood with its odds multiplied."""
    return likelihood * odds / (likelihood * odds + 1.0 - likelihood)
