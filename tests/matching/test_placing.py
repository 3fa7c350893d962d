"""The second look: neighbours in order lift a pair, rivals lower it."""

import numpy as np
import pytest

from policycheck.matching import in_place
from policycheck.matching.placing import FEATURES, placing_features


def block(*rows):
    return np.array(rows, dtype=np.float32)


def feature(probability, name):
    return placing_features(probability)[..., FEATURES.index(name)]


def test_a_pair_between_two_that_answer_in_order_is_likelier():
    alone = block([0, 0, 0], [0, 0.3, 0], [0, 0, 0])
    between = block([0.9, 0, 0], [0, 0.3, 0], [0, 0, 0.9])
    assert in_place(between)[1, 1] > in_place(alone)[1, 1]


def test_neighbours_the_other_way_round_do_not_support():
    crossed = block([0, 0, 0.9], [0, 0.3, 0], [0.9, 0, 0])
    assert feature(crossed, "before")[1, 1] == 0
    assert feature(crossed, "after")[1, 1] == 0


def test_a_clause_that_does_another_duty_does_this_one_less_likely():
    free, taken = block([0.3, 0.0], [0.0, 0.0]), block([0.3, 0.0], [0.9, 0.0])
    assert in_place(taken)[0, 0] < in_place(free)[0, 0]
    assert feature(taken, "rival_duty")[0, 0] == pytest.approx(0.9)
    assert feature(taken, "rival_duty")[1, 0] == pytest.approx(0.3)


@pytest.mark.parametrize("shape", [(1, 1), (1, 5), (4, 1), (0, 3), (3, 0)])
def test_any_shape_keeps_its_shape_and_stays_a_probability(shape):
    corrected = in_place(np.full(shape, 0.4, dtype=np.float32))
    assert corrected.shape == shape
    assert ((corrected >= 0) & (corrected <= 1)).all()
