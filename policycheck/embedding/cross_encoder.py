"""Two clauses read together by one model: are they of one act, do they contradict, does the second keep the first?

all-MiniLM-L6-v2 once more, its layers tuned here on pairs of clauses; it sees every word of the one beside every word
of the other, which two vectors cannot. docs/encoder.md is its card.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from policycheck.embedding.base import ANSWERS, Vectors
from policycheck.embedding.layers import packaged_layers, put_in
from policycheck.embedding.minilm import keep_offline, model_folder

if TYPE_CHECKING:
    from torch import Tensor
    from transformers import PreTrainedModel, PreTrainedTokenizerBase

LAYERS = "cross_encoder.safetensors"
LAYERS_SHA256 = "ffbf4aae37300f25b09da9c98a5721b92bdeebb026b8124aace754c5286c2902"
LONGEST = 128  # tokens of both clauses
_TOGETHER = 16  # pairs in one batch
_WHAT = "The pair-reading layers"


class CrossEncoder:
    """Reads pairs of clauses, each under its headings; loaded at the first need."""

    def read_pairs(self, pairs: Sequence[tuple[str, str]]) -> Vectors:
        """Return the log-odds of each of `ANSWERS`, shape (len(pairs), 3).

        Raises ModelError where the model is missing or is not the one that was checked.
        """
        return read_in_batches(pairs, self._read)

    def _read(self, pairs: Sequence[tuple[str, str]]) -> Vectors:
        import torch  # noqa: PLC0415 - heavy: only when used

        tokenizer, model, head = self._model
        with torch.inference_mode():
            read: Vectors = head_of(model, encoded(tokenizer, pairs), *head).numpy()
        return read

    @cached_property
    def _model(self) -> tuple["PreTrainedTokenizerBase", "PreTrainedModel", tuple["Tensor", "Tensor"]]:
        layers = packaged_layers(LAYERS, sha256=LAYERS_SHA256, what=_WHAT)
        folder = str(model_folder())
        keep_offline()
        from transformers import AutoModel, AutoTokenizer  # noqa: PLC0415 - heavy: only when used

        head = layers.pop("head.weight"), layers.pop("head.bias")
        model = AutoModel.from_pretrained(folder, local_files_only=True)
        put_in(model, layers, what=_WHAT)
        return AutoTokenizer.from_pretrained(folder, local_files_only=True), model.eval(), head


def read_in_batches(
    pairs: Sequence[tuple[str, str]], read: Callable[[Sequence[tuple[str, str]]], Vectors]
) -> Vectors:
    """Return what is read of each pair, shape (len(pairs), 3); pairs of like length go together, for less padding."""
    found = np.zeros((len(pairs), len(ANSWERS)), dtype=np.float32)
    order = sorted(range(len(pairs)), key=lambda i: len(pairs[i][0]) + len(pairs[i][1]))
    for start in range(0, len(order), _TOGETHER):
        rows = order[start : start + _TOGETHER]
        found[rows] = read([pairs[i] for i in rows])
    return found


def encoded(tokenizer: "PreTrainedTokenizerBase", pairs: Sequence[tuple[str, str]]) -> dict[str, "Tensor"]:
    """Return the tokens of some pairs, the longer clause of each cut first where both are too long."""
    firsts, seconds = [a for a, _ in pairs], [b for _, b in pairs]
    tokens: dict[str, Tensor] = tokenizer(
        firsts, seconds, truncation="longest_first", max_length=LONGEST, padding=True, return_tensors="pt"
    )
    return tokens


def head_of(
    model: "PreTrainedModel", batch: dict[str, "Tensor"], weight: "Tensor", bias: "Tensor"
) -> "Tensor":
    """Return the answers for each pair of a batch, from its first token and the mean of all, shape (pairs, 3)."""
    import torch  # noqa: PLC0415 - heavy: only when used

    hidden = model(**batch).last_hidden_state
    counts = batch["attention_mask"].float()[..., None]
    pooled = torch.cat([hidden[:, 0], (hidden * counts).sum(1) / counts.sum(1)], dim=-1)
    return torch.nn.functional.linear(pooled.float(), weight, bias)
