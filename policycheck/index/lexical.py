"""Search by words: BM25 over the canonical content words of each clause."""

from collections.abc import Sequence

import numpy as np

from policycheck.lexicon.words import content_words


class LexicalIndex:
    """BM25 (bm25s). Words are reduced to the lexicon's canonical form, so "notify" meets "inform"."""

    def __init__(self, texts: Sequence[str]) -> None:
        import bm25s  # noqa: PLC0415 - heavy: only when searching

        tokens = [content_words(text) for text in texts]
        self._size = len(texts)
        self._index: bm25s.BM25 | None = None
        if any(tokens):
            self._index = bm25s.BM25()
            # An empty document upsets the indexer; a word nobody asks for stands in.
            self._index.index([t or ["\x00"] for t in tokens], show_progress=False)

    def search(self, queries: Sequence[str], k: int) -> list[list[tuple[int, float]]]:
        """Return for each query up to k (clause index, BM25 score above zero), best first."""
        if self._index is None:
            return [[] for _ in queries]
        found: list[list[tuple[int, float]]] = []
        for query in queries:
            words = [w for w in content_words(query) if w in self._index.vocab_dict]
            if not words:
                found.append([])
                continue
            scores = self._index.get_scores(words)
            best = np.argsort(-scores, kind="stable")[:k]
            found.append([(int(i), float(scores[i])) for i in best if scores[i] > 0])
        return found
