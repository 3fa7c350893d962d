"""Nothing is embedded twice: vectors are kept by the hash of their text."""

from collections.abc import Callable, Collection, Mapping, Sequence
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


# Vectors at hand at once: 30 MB of 384 dimensions.
_AT_HAND = 20_000


def remembering(
    embed: Callable[[Sequence[str]], Vectors], *, most: int = _AT_HAND
) -> Callable[[Sequence[str]], Vectors]:
    """Return `embed` with a memory of up to `most` texts, for few texts asked for again and again."""
    known: dict[str, Vectors] = {}

    def embed_new(texts: Sequence[str]) -> Vectors:
        new = [text for text in dict.fromkeys(texts) if text not in known]
        if not new and texts:
            return np.stack([known[text] for text in texts])
        if len(known) + len(new) > most:
            known.clear()
            new = list(dict.fromkeys(texts))
        known.update(zip(new, embed(new), strict=True))
        return np.stack([known[text] for text in texts]) if texts else embed([])

    return embed_new
