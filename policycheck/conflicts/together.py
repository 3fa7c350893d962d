"""A second look at the likelier contradictions: a language model reads both clauses together.

It takes some hundredth of a second for a pair, so only what a rule objects to, and may be right in, is read.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from policycheck.matching import Statement
from policycheck.matching.linear import LinearModel, log_odds, packaged
from policycheck.settings import JUDGEMENT

Floats = NDArray[np.float32]
# Pairs of texts to the log-odds that both speak of one act and that they contradict, shape (pairs, 2).
ReadPairs = Callable[[Sequence[tuple[str, str]]], Floats]

FEATURES = ("log_odds", "one_act", "contradict")
_SURELY = 6.0  # log-odds beyond which a reading says no more


def together_model() -> LinearModel:
    """Return the model of the second look: fitted by benchmarks/train_judges.py on the labelled fields."""
    return packaged(__package__, "together", FEATURES)


def texts_of(a: Statement, b: Statement) -> tuple[str, str]:
    """Return the two texts as they are read together: each under its headings."""
    return a.under_headings, b.under_headings


def is_worth_reading(likely: float) -> bool:
    """Tell whether a contradiction is likely enough by what the rules read to be looked at again."""
    return likely >= JUDGEMENT.read_together


def second_look(likely: Sequence[float], read: Floats) -> list[float]:
    """Return how likely some contradictions are, 0 to 1, after what was read of both clauses of each.

    `likely` is how likely each was before, `read` of shape (len(likely), 2).
    """
    if not len(likely):
        return []
    return [float(p) for p in together_model().probabilities(features_of(likely, read))[:, 0]]


def features_of(likely: Sequence[float], read: Floats) -> Floats:
    """Return the features of the second look, shape (len(likely), 3)."""
    before = np.array([log_odds(p) for p in likely], dtype=np.float32)
    one_act, contradict = np.clip(read, -_SURELY, _SURELY).T
    found: Floats = np.stack([before, one_act, contradict], axis=1)
    return found
