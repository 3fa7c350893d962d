"""Words as arrays give what counting them by hand gives."""

import math

import numpy as np
import pytest

from policycheck.domain.documents import Clause
from policycheck.matching import FEATURES, pair_features, same_act, statements_of, terms_of
from policycheck.matching.features import ranks
from policycheck.obligations import read_clauses


def statements(*texts):
    clauses = [Clause(id=str(i), ref=str(i), text=t, end=len(t)) for i, t in enumerate(texts)]
    return statements_of(clauses, read_clauses(clauses))


LAW = statements(
    "The harbour master must inspect every mooring.", "Nobody may anchor beside the ferry berth."
)
RULES = statements(
    "Each mooring is inspected by the harbour master.",
    "The cafe opens at nine.",
    "Ferry crews must inspect the ferry berth within 2 hours.",
)


def unit_vectors(rows, seed):
    drawn = np.random.default_rng(seed).normal(size=(rows, 8)).astype(np.float32)
    return drawn / np.linalg.norm(drawn, axis=1, keepdims=True)


VECTORS = unit_vectors(len(LAW), 1), unit_vectors(len(RULES), 2)


def feature(name):
    return pair_features(LAW, RULES, *VECTORS)[..., FEATURES.index(name)]


def rarity(word):
    everything = [*LAW, *RULES]
    return math.log(1 + len(everything) / sum(word in s.words for s in everything))


@pytest.mark.parametrize(("name", "side"), [("words_of_a", 0), ("words_of_b", 1)])
def test_shared_words_weigh_by_how_rare_they_are_in_both_documents(name, side):
    by_hand = [
        [sum(map(rarity, a.words & b.words)) / sum(map(rarity, (a, b)[side].words)) for b in RULES]
        for a in LAW
    ]
    assert np.allclose(feature(name), by_hand, atol=1e-5)
    assert by_hand[0][0] > 0 == by_hand[0][1], "the pairs differ, else this shows nothing"


def test_verbs_are_looked_for_among_the_words_of_the_other():
    by_hand = [[len(a.verbs & b.words) / max(len(a.verbs), 1) for b in RULES] for a in LAW]
    assert np.allclose(feature("verbs"), by_hand)
    assert np.ptp(by_hand) > 0


def test_time_limits_and_readings_are_told():
    assert feature("both_timed").max() == 0, "the law sets no time"
    assert list(feature("b_reads")[0]) == [float(s.reading is not None) for s in RULES]


def test_documents_without_a_word_in_common_or_without_statements_compare():
    other = statements("Zebras graze.")
    assert not terms_of(LAW, VECTORS[0]).words.common(terms_of(other, VECTORS[0]).words)[0].size
    assert (
        pair_features(LAW, other, VECTORS[0], unit_vectors(1, 3))[..., FEATURES.index("words_of_a")].max()
        == 0
    )
    assert same_act([], RULES, VECTORS[0][:0], VECTORS[1]).shape == (0, 3)


def test_ranks_count_from_the_highest_and_the_first_of_equals():
    assert ranks(np.array([[0.1, 0.9, 0.9], [0.3, 0.2, 0.1]], np.float32)).tolist() == [[2, 0, 1], [0, 1, 2]]
