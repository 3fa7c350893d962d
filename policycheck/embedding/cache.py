"""Nothing is embedded twice: vectors are kept by the hash of their text."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

import numpy as np

from policycheck.embedding.base import Embedder, Vectors, text_key
from policycheck.progress import Progress, silent


class VectorStore(Protocol):
    """Where vectors are kept: by model name and text key."""

    def vectors(self, model: str, keys: Collection[str]) -> dict[str, Vectors]: ...

    def save_vectors(self, model: str, vectors: Mapping[str, Vectors]) -> None: ...


# Saved after each batch of this many, so that a cancel or a power cut loses little.
BATCH = 1024


def embed_cached(
    texts: Sequence[str], *, embedder: Embedder, store: VectorStore, progress: Progress = silent
) -> Vectors:
    """Return unit vectors of shape (len(texts), dimension), computing only those the store does not have."""
    model = f"{embedder.name}:{embedder.sha256[:12]}"
    keys = [text_key(text) for text in texts]
    known = store.vectors(model, set(keys))
    missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
    new = list(missing.items())
    for start in range(0, len(new), BATCH):
        batch = new[start : start + BATCH]

        def report(done: int, _total: int, message: str = "", /, *, before: int = start) -> None:
            progress(before + done, len(new), message)

        made = embedder.embed([text for _, text in batch], progress=report)
        fresh = {key: made[row] for row, (key, _) in enumerate(batch)}
        store.save_vectors(model, fresh)
        known.update(fresh)
    if not keys:
        return np.zeros((0, embedder.dimension), dtype=np.float32)
    stacked: Vectors = np.stack([known[key] for key in keys]).astype(np.float32, copy=False)
    return stacked
