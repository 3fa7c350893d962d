"""Search by meaning and by words, fused."""

import numpy as np

from policycheck.embedding import HashingEmbedder
from policycheck.index import ClauseIndex

CLAUSES = [
    "The manager must notify the parent within two days.",
    "Records are kept for six years.",
    "Every visitor signs the book at reception.",
    "",
]


def index(texts):
    return ClauseIndex(texts, HashingEmbedder().embed(texts))


def search(found, query, k=3):
    return found.search([query], HashingEmbedder().embed([query]), k=k)[0]


def test_the_clause_with_the_words_comes_first():
    hits = search(index(CLAUSES), "records kept for six years")
    assert hits[0].index == 1
    assert 0 < hits[0].score <= 1
    assert [h.score for h in hits] == sorted((h.score for h in hits), reverse=True)


def test_other_words_of_one_meaning_are_found_through_the_lexicon():
    assert search(index(CLAUSES), "inform parents")[0].index == 0


def test_never_more_than_asked_for_and_never_outside():
    hits = search(index(CLAUSES), "manager", k=2)
    assert len(hits) <= 2
    assert all(0 <= h.index < len(CLAUSES) for h in hits)


def test_an_empty_library_finds_nothing():
    assert search(index([]), "anything") == []


def test_words_nobody_uses_do_no_harm():
    assert all(h.index < len(CLAUSES) for h in search(index(CLAUSES), "zyzzyva 999"))


def test_words_decide_between_texts_of_like_meaning_and_a_score_never_leaves_its_range():
    vectors = np.array([[1.0, 0.0], [0.99, 0.141], [-1.0, 0.0]], dtype=np.float32)
    found = ClauseIndex(["boats", "boilers are serviced", "trees"], vectors)
    hits = found.search(["servicing of boilers"], vectors[:1], k=3)[0]
    assert [h.index for h in hits] == [1, 0, 2]
    assert all(0 <= h.score <= 1 for h in hits)
    assert hits[2].cosine == -1


def test_a_text_far_in_meaning_is_not_lifted_first_by_words_alone():
    vectors = np.array([[1.0, 0.0], [0.2, 0.98]], dtype=np.float32)
    found = ClauseIndex(["the heating is looked after", "the boiler suit is blue"], vectors)
    assert found.search(["boiler"], vectors[:1], k=2)[0][0].index == 0
