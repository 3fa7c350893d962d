"""Phrases that a policy which repeats a duty leaves out, on sentences of fields that are not labelled."""

import pytest
from statements import answer, said

from policycheck.alignment.leftout import left_out
from policycheck.alignment.verdict_features import verdict_features

DRILL = "The skipper must hold a lifeboat drill every month with the coastguard taking part."
LOCKER = "Flares must be kept in a dry locker and must be painted orange."


def gone(source, *policy):
    duty = said(source)
    return left_out(duty, [answer(duty, text) for text in policy])


@pytest.mark.parametrize(
    ("source", "policy", "phrase"),
    [
        (DRILL, "The skipper shall hold a lifeboat drill each month.", "with the coastguard taking part"),
        (LOCKER, "Flares shall be kept in a dry locker.", "and must be painted orange"),
        (
            "The log must be checked weekly by a mate who does not write it.",
            "The log shall be checked each week.",
            "by a mate who does not write it",
        ),
        (
            "Every boat must carry a flare, an anchor and a bilge pump.",
            "Every boat shall carry a flare and an anchor.",
            "and a bilge pump",
        ),
    ],
)
def test_a_phrase_for_which_the_policy_has_no_words_is_left_out(source, policy, phrase):
    assert gone(source, policy) == [phrase]


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        (
            DRILL,
            "The skipper shall hold a lifeboat drill each month together with rescue officers from the shore.",
        ),
        (LOCKER, "Flares shall be kept in a dry locker of a bright colour that is seen from afar."),
        # Who lets nobody off does more; who sets another figure is compared by it.
        ("The skipper must sound the horn unless the fog has lifted.", "The skipper shall sound the horn."),
        ("Nets must be dried before use and again at least twice a week.", "Nets shall be dried before use."),
    ],
)
def test_nothing_is_left_out_that_other_words_may_say_or_that_may_be_left_out(source, policy):
    assert not gone(source, policy)


LABEL = "The label must show the owner, the depot of purchase and the depot of storage."


@pytest.mark.parametrize(
    ("policy", "phrases"),
    [
        ("The label shows the owner and the depot of purchase.", ["and the depot of storage"]),
        ("The label shows the owner, the depot of purchase and the depot of storage.", []),
        ("The label shows the owner, the depot of purchase and the shed it lies in.", []),
    ],
)
def test_a_word_that_two_phrases_share_names_neither(policy, phrases):
    assert gone(LABEL, policy) == phrases


def test_another_answer_may_say_it():
    short = "Flares shall be kept in a dry locker."
    assert gone(LOCKER, short)
    assert not gone(LOCKER, short, "Each flare is painted orange.")


def test_what_is_left_out_is_a_feature_of_the_verdict():
    duty = said(LOCKER)
    for policy, expected in (("Flares shall be kept in a dry locker.", 1.0), (LOCKER, 0.0)):
        found = [answer(duty, policy)]
        features = verdict_features(duty, [(a.statement, 0.9) for a in found], found, items_missing=0.0)
        assert features["left_out"] == expected
