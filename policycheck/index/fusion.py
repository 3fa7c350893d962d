"""Dense and lexical search fused: the cosine, and the BM25 score as a share of the best one."""

from collections.abc import Sequence
from dataclasses import dataclass

from policycheck.index.dense import DenseIndex, Vectors
from policycheck.index.lexical import LexicalIndex

# A weighted sum of scores finds more than reciprocal ranks (Bruch, Gai and Ingber 2023), since ranks forget by how much
# one text is nearer than the next. The weight of words beside meaning; from .2 to .5 it hardly matters.
WORDS = 0.3


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause found: its index, the fused score (0 to 1; 1 is the same text, first by words), and the cosine."""

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
        by_words = dict(lexical)
        top = max(by_words.values(), default=1.0)
        cosines = {i: float(self._vectors[i] @ query) for i in by_words} | dict(dense)
        scores = {
            i: (cosine + WORDS * by_words.get(i, 0.0) / top) / (1 + WORDS) for i, cosine in cosines.items()
        }
        best = sorted(scores, key=lambda i: (-scores[i], i))[:k]
        return [Hit(i, min(max(scores[i], 0.0), 1.0), cosines[i]) for i in best]
