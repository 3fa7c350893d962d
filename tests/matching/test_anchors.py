"""Two policies meet at the duties that both answer, and nowhere else."""

import numpy as np

from policycheck.matching import anchored, answering, meeting

LIKELY = np.array([[0.9, 0.0], [0.0, 0.8]], np.float32)


def test_two_answers_to_one_duty_meet_though_neither_resembles_the_other():
    other = np.array([[0.7, 0.0], [0.0, 0.05]], np.float32)
    a, b = (anchored(2, {"law": answering(likely)}, {}) for likely in (LIKELY, other))
    assert np.allclose(meeting(a, b).answered, [[0.7, 0.0], [0.0, 0.0]])


def test_of_several_duties_the_one_that_both_answer_most_surely_counts():
    law = np.array([[0.9], [0.6]], np.float32), np.array([[0.2], [0.5]], np.float32)
    a, b = (anchored(1, {"law": answering(likely)}, {}) for likely in law)
    assert np.allclose(meeting(a, b).answered, [[0.5]])


def test_like_places_of_two_sources_are_two_duties():
    a = anchored(2, {"one act": answering(LIKELY)}, {})
    b = anchored(2, {"another act": answering(LIKELY)}, {})
    assert not meeting(a, b).answered.any()


def test_who_breaks_a_duty_meets_who_keeps_it_and_not_who_breaks_it_too():
    answers = {"law": [(0, 0, 0.8)]}
    breaks = anchored(1, {}, {"law": [(0, 0, 0.5)]})
    keeps, breaks_too = anchored(1, answers, {}), anchored(1, answers, {"law": [(0, 0, 0.9)]})
    assert np.allclose(meeting(breaks, keeps).broken, [[0.4]])
    assert np.allclose(meeting(keeps, breaks).broken, [[0.4]])
    assert np.allclose(meeting(breaks, breaks_too).broken, [[0.04]])
    assert not meeting(keeps, keeps).broken.any()


def test_what_is_kept_gives_back_the_very_probability():
    likely = np.random.default_rng(5).uniform(0.15, 1, size=(40, 25)).astype(np.float32)
    found = answering(likely)
    assert len(found) == likely.size
    assert all(np.float32(p) == likely[i, j] for i, j, p in found)
