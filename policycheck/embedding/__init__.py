"""Text becomes vectors: the packaged MiniLM for real work, a hashing stand-in for unit tests."""

from policycheck.embedding.base import Embedder, LanguageModel, text_key
from policycheck.embedding.cache import VectorStore, embed_cached, remembering
from policycheck.embedding.hashing import HashingEmbedder
from policycheck.embedding.minilm import MiniLM
from policycheck.embedding.process import ModelProcess
from policycheck.embedding.tuned import TunedMiniLM

__all__ = [
    "Embedder",
    "HashingEmbedder",
    "LanguageModel",
    "MiniLM",
    "ModelProcess",
    "TunedMiniLM",
    "VectorStore",
    "embed_cached",
    "remembering",
    "text_key",
]
