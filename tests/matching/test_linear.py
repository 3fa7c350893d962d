"""Models as data: the same numbers whatever the order of the features in the file."""

import numpy as np

from policycheck.alignment.coverage import verdict_model
from policycheck.conflicts.finder import contradiction_model
from policycheck.domain.alignments import Verdict
from policycheck.matching.judge import same_act_model
from policycheck.matching.linear import from_data, row_of

DATA = {"intercept": {"yes": -1.0}, "weights": {"far": [-2.0], "near": [3.0]}}


def test_features_are_taken_by_name():
    model = from_data(DATA, ("near", "far"))
    assert np.allclose(model.logits(np.array([1.0, 0.5], np.float32)), [1.0])
    assert np.allclose(
        model.probabilities(row_of({"near": 1.0, "far": 0.5}, model.features)), [1 / (1 + np.exp(-1.0))]
    )


def test_classes_add_up_to_one():
    model = from_data({"intercept": {"a": 0.0, "b": 1.0}, "weights": {"x": [1.0, -1.0]}}, ("x",))
    assert np.allclose(model.probabilities(np.array([[0.3], [2.0]], np.float32)).sum(axis=1), 1.0)


def test_the_shipped_models_know_their_classes_and_lean_the_right_way():
    assert set(verdict_model().classes) == {verdict.value for verdict in Verdict}
    for model, name in ((same_act_model(), "cosine"), (contradiction_model(), "same_act")):
        assert model.weights[0, model.features.index(name)] > 0
