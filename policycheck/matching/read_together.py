"""Two statements as a language model reads them together."""

from collections.abc import Callable, Sequence

import numpy as np

from policycheck.matching.linear import Floats
from policycheck.matching.statements import Statement

# Pairs of texts to the log-odds that both speak of one act, that they contradict, and that the second does all that
# the first asks, shape (pairs, 3).
ReadPairs = Callable[[Sequence[tuple[str, str]]], Floats]
_SURELY = 6.0  # log-odds beyond which a reading says no more


def texts_of(a: Statement, b: Statement) -> tuple[str, str]:
    """Return the two texts as they are read together: each after what leads to it; a duty comes before its answer."""
    return a.led_in, b.led_in


def read_either_way(pairs: Sequence[tuple[str, str]], read_pairs: ReadPairs) -> Floats:
    """Return what is read of pairs of which neither text comes first: the mean of both orders, shape (pairs, 3)."""
    read = read_pairs([*pairs, *((b, a) for a, b in pairs)])
    either: Floats = np.mean([read[: len(pairs)], read[len(pairs) :]], axis=0, dtype=np.float32)
    return either


def within_bounds(read: Floats) -> Floats:
    """Return readings, of any shape, none surer than says anything more."""
    return np.clip(read, -_SURELY, _SURELY)
