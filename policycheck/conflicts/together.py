"""A second look at the likelier contradictions: a language model reads both clauses together.

It takes some hundredth of a second for a pair, so only what a rule objects to, and may be right in, is read.
"""

from collections.abc import Sequence

import numpy as np

from policycheck.matching.linear import Floats, LinearModel, log_odds, packaged
from policycheck.matching.read_together import within_bounds
from policycheck.settings import JUDGEMENT

FEATURES = ("log_odds", "one_act", "contradict")


def together_model() -> LinearModel:
    """Return the model of the second look: fitted by benchmarks/train_judges.py on the labelled fields."""
    return packaged(__package__, "together", FEATURES)


def is_worth_reading(likely: float) -> bool:
    """Tell whether a contradiction is likely enough by what the rules read to be looked at again."""
    return likely >= JUDGEMENT.read_together


def second_look(likely: Sequence[float], read: Floats) -> list[float]:
    """Return how likely some contradictions are, 0 to 1, after what was read of both clauses of each.

    `likely` is how likely each was before, `read` of shape (len(likely), 3).
    """
    if not len(likely):
        return []
    return [float(p) for p in together_model().probabilities(features_of(likely, read))[:, 0]]


def features_of(likely: Sequence[float], read: Floats) -> Floats:
    """Return the features of the second look, shape (len(likely), 3)."""
    before = np.array([log_odds(p) for p in likely], dtype=np.float32)
    one_act, contradict, _ = within_bounds(read).T
    found: Floats = np.stack([before, one_act, contradict], axis=1)
    return found
