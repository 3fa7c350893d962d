"""A second look at verdicts in doubt: a language model reads the obligation and its likeliest answer together.

It takes some hundredth of a second for a pair, so only what the combiner is unsure of is read.
"""

import numpy as np
from numpy.typing import NDArray

from policycheck.domain.alignments import Verdict
from policycheck.matching.linear import Floats, LinearModel, packaged
from policycheck.matching.read_together import within_bounds
from policycheck.settings import JUDGEMENT

# In the order of the combiner's classes.
VERDICTS = tuple(sorted(verdict.value for verdict in Verdict))
FEATURES = (*VERDICTS, "one_act", "contradict", "kept")
_LEAST = 1e-4  # a likelihood below this is taken for it


def second_look_model() -> LinearModel:
    """Return the model of the second look: fitted by benchmarks/train_judges.py on the labelled fields."""
    return packaged(__package__, "second_look", FEATURES)


def in_doubt(likely: Floats) -> NDArray[np.bool_]:
    """Tell of each row of likelihoods, shape (..., 4), whether none is high enough to stand without a second look."""
    return np.asarray(likely.max(axis=-1) < JUDGEMENT.doubted)


def second_look(likely: Floats, read: Floats) -> Floats:
    """Return how likely each of `VERDICTS` is after what was read, shape (..., 4).

    `likely`, of that shape, is how likely each was before; `read`, shape (..., 3), what was read of the obligation
    and its likeliest answer.
    """
    return second_look_model().probabilities(features_of(likely, read))


def features_of(likely: Floats, read: Floats) -> Floats:
    """Return the features of the second look, shape (..., 7)."""
    before = np.log(np.maximum(likely, _LEAST))
    found: Floats = np.concatenate([before, within_bounds(read)], axis=-1).astype(np.float32)
    return found
