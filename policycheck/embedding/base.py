"""What every embedder promises."""

import hashlib
from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from policycheck.progress import Progress, silent

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """Turns texts into unit vectors; `name` and `sha256` say which model made them."""

    @property
    def name(self) -> str: ...

    @property
    def sha256(self) -> str: ...

    @property
    def dimension(self) -> int: ...

    def embed(self, texts: Sequence[str], *, progress: Progress = silent) -> Vectors:
        """Return float32 vectors of length 1, shape (len(texts), dimension)."""


# What is said of two clauses: both speak of one act, they contradict each other, the second does all the first asks.
ANSWERS = ("one_act", "contradict", "kept")


class PairReader(Protocol):
    """Reads two clauses together."""

    def read_pairs(self, pairs: Sequence[tuple[str, str]]) -> Vectors:
        """Return the log-odds of each of `ANSWERS`, shape (len(pairs), 3)."""


class LanguageModel(Embedder, PairReader, Protocol):
    """What a check needs: vectors of single clauses, and readings of two together."""


def text_key(text: str) -> str:
    """Return the content hash under which a text's vector is kept."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
