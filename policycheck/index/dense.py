"""Exact nearest neighbours by meaning: FAISS over unit vectors, so inner product is cosine."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    pass

Vectors = NDArray[np.float32]


class DenseIndex:
    """An exact index; at 100,000 clauses a thousand queries take under a second."""

    def __init__(self, vectors: Vectors) -> None:
        import faiss  # noqa: PLC0415 - heavy: only when searching

        self._index: faiss.IndexFlatIP = faiss.IndexFlatIP(vectors.shape[1] if vectors.size else 1)
        if vectors.size:
            self._index.add(np.ascontiguousarray(vectors))

    def search(self, queries: Vectors, k: int) -> Sequence[Sequence[tuple[int, float]]]:
        """Return for each query (rows of `queries`) up to k (clause index, cosine), best first."""
        if self._index.ntotal == 0 or not queries.size:
            return [[] for _ in queries]
        scores, rows = self._index.search(np.ascontiguousarray(queries), min(k, self._index.ntotal))
        return [
            [(int(row), float(score)) for row, score in zip(r, s, strict=True) if row >= 0]
            for r, s in zip(rows, scores, strict=True)
        ]
