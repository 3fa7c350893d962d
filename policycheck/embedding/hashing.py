"""An embedder that knows words but no meaning: for unit tests only, and it says so in its name."""

import zlib
from collections.abc import Sequence

import numpy as np

from policycheck.embedding.base import ANSWERS, Vectors
from policycheck.progress import Progress, silent


class HashingEmbedder:
    """Counts words into hashed buckets. Never use it for findings that people see."""

    name = "hashing (tests only)"
    sha256 = "0" * 64
    dimension = 256

    def embed(self, texts: Sequence[str], *, progress: Progress = silent) -> Vectors:
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().split():
                vectors[row, zlib.crc32(word.strip(".,;:()").encode()) % self.dimension] += 1.0
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        progress(len(texts), len(texts), "")
        unit: Vectors = vectors / np.maximum(norms, 1e-9)
        return unit

    def read_pairs(self, pairs: Sequence[tuple[str, str]]) -> Vectors:
        """Return 0 for every pair: nothing is known of any."""
        return np.zeros((len(pairs), len(ANSWERS)), dtype=np.float32)
