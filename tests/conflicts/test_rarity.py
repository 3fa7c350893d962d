"""Where hardly any pair contradicts, a sign of contradiction means less than in the labelled fields."""

import numpy as np
import pytest

from policycheck.conflicts import adjusted, odds_here

USUAL = 0.6


def drawn(share, pairs, seed=0):
    """Return likelihoods as a calibrated model of prior `USUAL` gives them, with `share` of the pairs contradicting."""
    dice = np.random.default_rng(seed)
    truth = dice.random(pairs) < share
    evidence = dice.normal(np.where(truth, 1.0, -1.0), 1.0)  # log likelihood ratio: twice the evidence
    logit = 2 * evidence + np.log(USUAL / (1 - USUAL))
    return 1 / (1 + np.exp(-logit)), truth


@pytest.mark.parametrize("share", [0.01, 0.05, 0.2])
def test_in_a_large_library_with_few_contradictions_likelihoods_come_near_what_is_true(share):
    likely, truth = drawn(share, 5_000)
    odds = odds_here(likely.tolist(), usual=USUAL)
    told = np.array([adjusted(float(p), odds) for p in likely])
    assert abs(likely.mean() - truth.mean()) > 0.05  # what the model says by itself is far off
    assert abs(told.mean() - truth.mean()) < 0.06
    shown, before = told >= 0.5, likely >= 0.5
    assert truth[shown].mean() > truth[before].mean() + 0.1


def test_a_library_like_the_labelled_fields_is_left_as_it_is():
    likely, _ = drawn(USUAL, 2_000)
    assert odds_here(likely.tolist(), usual=USUAL) == pytest.approx(1.0, abs=0.15)


def test_a_few_pairs_say_little_of_a_library():
    likely, _ = drawn(0.02, 20)
    assert 0.7 < odds_here(likely.tolist(), usual=USUAL) < 1.0
    assert odds_here([], usual=USUAL) == 1.0


def test_certainty_does_not_break_it_and_order_stays():
    odds = odds_here([0.0, 1.0, 0.0, 0.0], usual=USUAL)
    found = [adjusted(p, odds) for p in (0.0, 0.2, 0.6, 1.0)]
    assert found == sorted(found)
    assert (found[0], found[-1]) == (0.0, 1.0)
