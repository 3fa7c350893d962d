"""On what terms a duty is to be done, on sentences of fields that are not labelled."""

import pytest
from statements import answer, said

from policycheck.alignment.manner import terms_untold
from policycheck.alignment.verdict_features import verdict_features

FERRY = "The harbour office must lend each angler a life jacket without charge."
BERTH = "The harbour office must send the owner its decision on the berth, with reasons."


def untold(source, *policy):
    duty = said(source)
    return terms_untold(duty, [answer(duty, text) for text in policy])


@pytest.mark.parametrize(
    ("source", "policy", "phrase"),
    [
        (
            FERRY,
            "Anglers shall be lent a buoyancy vest by the steward on duty at the quay.",
            "without charge",
        ),
        (BERTH, "The office writes to every owner about the berth as it has decided.", "with reasons"),
        (
            "The purser must count the takings of each voyage alone.",
            "The purser shall count what was taken on each voyage.",
            "alone",
        ),
        (
            "The log of each voyage must be signed by the skipper.",
            "The skipper shall fill in the log of each voyage.",
            "signed",
        ),
        (
            "The engine must be inspected by a competent person.",
            "The mate shall inspect the engine.",
            "competent person",
        ),
    ],
)
def test_terms_of_which_the_policy_says_nothing_are_told(source, policy, phrase):
    assert untold(source, policy) == [phrase]


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        (FERRY, "We lend every angler a life jacket and there is nothing to pay."),
        (FERRY, "Life jackets for anglers shall be lent free."),
        (BERTH, "The office shall write to the owner and say why it has decided as it has."),
        (
            "The engine must be inspected by a competent person.",
            "The ticketed mate shall inspect the engine.",
        ),
        (
            "The refusal must state the next sailing and the time of it.",
            "A refusal says how long you wait.",
        ),
        # A ban is kept whatever is done with the thing, and what bounds a case is no term of the act.
        ("The purser must not count the takings alone.", "The purser shall bring the takings ashore."),
        ("Where the log is not signed, the mate must hold it back.", "The mate shall hold the log back."),
    ],
)
def test_terms_told_in_other_words_or_not_asked_for_are_not(source, policy):
    assert not untold(source, policy)


def test_another_answer_may_tell_the_terms():
    short = "The steward shall lend each angler a life jacket."
    assert untold(FERRY, short)
    assert not untold(FERRY, short, "No fee is taken for a life jacket.")


def test_terms_untold_are_a_feature_of_the_verdict():
    duty = said(FERRY)
    for policy, expected in (("Each angler shall be lent a life jacket.", 1.0), (FERRY, 0.0)):
        found = [answer(duty, policy)]
        features = verdict_features(duty, [(a.statement, 0.9) for a in found], found, items_missing=0.0)
        assert features["terms_untold"] == expected
