"""all-MiniLM-L6-v2 with its upper layers tuned here, so that clauses of the same act lie near each other.

Beside it, and loaded only where a check comes to it, the model that reads two clauses together.

The layers are a data file of this package, checked by hash; the rest of the model is the packaged one.
docs/encoder.md is their card.
"""

import hashlib
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from policycheck.embedding.base import Vectors
from policycheck.embedding.cross_encoder import CrossEncoder
from policycheck.embedding.layers import packaged_layers, put_in
from policycheck.embedding.minilm import SHA256 as PUBLISHED
from policycheck.embedding.minilm import MiniLM

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

LAYERS = "tuned_layers.safetensors"
LAYERS_SHA256 = "fcf8152f0ed4934c32d361a254e18a85960f89ac8060daee8a9a78baabb5ae26"
_WHAT = "The tuned layers"


class TunedMiniLM(MiniLM):
    """The encoder of checks: vectors of dimension 384, near where two texts speak of the same act."""

    name = "all-MiniLM-L6-v2, tuned for duties"
    sha256 = hashlib.sha256((PUBLISHED + LAYERS_SHA256).encode()).hexdigest()

    def read_pairs(self, pairs: Sequence[tuple[str, str]]) -> Vectors:
        """Return what the model that reads two clauses together says of some pairs; see `CrossEncoder`."""
        return self._cross_encoder.read_pairs(pairs)

    @cached_property
    def _cross_encoder(self) -> CrossEncoder:
        return CrossEncoder()

    @cached_property
    def _model(self) -> "SentenceTransformer":
        model = self._published()
        layers = packaged_layers(LAYERS, sha256=LAYERS_SHA256, what=_WHAT)
        put_in(model[0].auto_model, layers, what=_WHAT)  # type: ignore[arg-type]
        return model
