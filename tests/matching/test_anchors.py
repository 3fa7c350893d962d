"""Two policies meet at the duties that both answer, and nowhere else."""

import numpy as np

from policycheck.matching import anchored, answering, same_answer

LIKELY = np.array([[0.9, 0.0], [0.0, 0.8]], np.float32)


def test_two_answers_to_one_duty_meet_though_neither_resembles_the_other():
    other = np.array([[0.7, 0.0], [0.0, 0.05]], np.float32)
    a, b = (anchored(2, {"law": answering(likely)}) for likely in (LIKELY, other))
    assert np.allclose(same_answer(a, b), [[0.7, 0.0], [0.0, 0.0]])


def test_of_several_duties_the_one_that_both_answer_most_surely_counts():
    law = np.array([[0.9], [0.6]], np.float32), np.array([[0.2], [0.5]], np.float32)
    a, b = (anchored(1, {"law": answering(likely)}) for likely in law)
    assert np.allclose(same_answer(a, b), [[0.5]])


def test_like_places_of_two_sources_are_two_duties():
    a = anchored(2, {"one act": answering(LIKELY)})
    b = anchored(2, {"another act": answering(LIKELY)})
    assert not same_answer(a, b).any()


def test_what_is_kept_gives_back_the_very_probability():
    likely = np.random.default_rng(5).uniform(0.15, 1, size=(40, 25)).astype(np.float32)
    found = answering(likely)
    assert len(found) == likely.size
    assert all(np.float32(p) == likely[i, j] for i, j, p in found)
