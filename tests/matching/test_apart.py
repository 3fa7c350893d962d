"""What sets a statement apart in its document is found whatever all its statements share."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from policycheck.matching.apart import set_apart

Floats = NDArray[np.float32]


def unit(rows: Floats) -> Floats:
    made: Floats = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return made


def test_two_documents_on_two_subjects_are_compared_by_the_rest() -> None:
    dice = np.random.default_rng(5)
    acts = dice.normal(size=(12, 64))
    law, policy = (
        unit(3.0 * dice.normal(size=64) + acts + 0.3 * dice.normal(size=(12, 64))) for _ in range(2)
    )
    right = np.eye(12, dtype=bool)

    def told(a: Floats, b: Floats) -> float:
        likeness = a @ b.T
        return float(likeness[right].min() - likeness[~right].max())

    assert told(law, policy) < 0
    assert told(set_apart(law), set_apart(policy)) > 0.2


def test_a_direction_along_which_all_differ_counts_less_than_one_of_few() -> None:
    rows = np.zeros((8, 16), dtype=np.float32)
    rows[:, 0] = [3, -3, 3, -3, 3, -3, 3, -3]  # what half the document says, and half denies
    rows[:, 1:9] = np.eye(8)
    before, after = unit(rows), set_apart(unit(rows))
    assert before[0] @ before[2] > 0.8
    assert after[0] @ after[2] < before[0] @ before[2]
    assert after[2] @ after[2] > after[0] @ after[2]


def test_a_statement_by_itself_stays() -> None:
    alone = unit(np.ones((1, 4), dtype=np.float32))
    assert set_apart(alone) is alone
    assert set_apart(alone[:0]).shape == (0, 4)


@given(st.integers(2, 40), st.integers(1, 24), st.integers(0, 2**31))
def test_rows_are_unit_vectors(count: int, dimension: int, seed: int) -> None:
    apart = set_apart(unit(np.random.default_rng(seed).normal(size=(count, dimension)).astype(np.float32)))
    assert apart.dtype == np.float32
    assert np.allclose(np.linalg.norm(apart, axis=1), 1.0, atol=1e-3)


def test_sentences_said_over_and_over_are_still_found() -> None:
    same = np.repeat(unit(np.eye(1, 6, dtype=np.float32)), 5, axis=0)
    assert np.allclose(set_apart(same), same, atol=1e-5)
