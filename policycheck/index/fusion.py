"""Dense and lexical search fused by reciprocal rank."""

from collections.abc import Sequence
from dataclasses import dataclass

from policycheck.index.dense import DenseIndex, Vectors
from policycheck.index.lexical import LexicalIndex

# Reciprocal rank fusion, Cormack, Clarke and Buettcher (2009): their constant, not ours.
RRF_K = 60


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause found: its index, the fused score (0 to 1; 1 is first in both lists), and the cosine if known."""

    index: int
    score: float
    cosine: float


class ClauseIndex:
    """Searches a list of texts by meaning and by words at once."""

    def __init__(self, texts: Sequence[str], vectors: Vectors) -> None:
        """`vectors` are unit vectors, one row for each text."""
        self._vectors = vectors
        self._dense = DenseIndex(vectors)
        self._lexical = LexicalIndex(texts)

    def search(self, queries: Sequence[str], vectors: Vectors, *, k: int) -> list[list[Hit]]:
        """Return for each query up to k hits, best first; `vectors` are the queries' unit vectors."""
        depth = max(4 * k, 50)
        dense = self._dense.search(vectors, depth)
        lexical = self._lexical.search(queries, depth)
        return [self._fuse(d, w, vector, k) for d, w, vector in zip(dense, lexical, vectors, strict=True)]

    def _fuse(
        self,
        dense: Sequence[tuple[int, float]],
        lexical: Sequence[tuple[int, float]],
        query: Vectors,
        k: int,
    ) -> list[Hit]:
        scores: dict[int, float] = {}
        for ranked in (dense, lexical):
            for rank, (index, _) in enumerate(ranked):
                scores[index] = scores.get(index, 0.0) + 1.0 / (RRF_K + 1 + rank)
        best = sorted(scores, key=lambda i: (-scores[i], i))[:k]
        top = 2.0 / (RRF_K + 1)
        return [Hit(i, scores[i] / top, float(self._vectors[i] @ query)) for i in best]
