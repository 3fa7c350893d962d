"""What was so once, and what is an exception by its own words, contradicts no rule of today."""

import pytest

from policycheck.conflicts.finder import objection_of, pair_of
from tests.statements import said

RULE = "The piano shall be tuned every six months."


def objects(one, other, *, against_source=False):
    return objection_of(pair_of(said(one), said(other), 0.9, against_source=against_source)) is not None


@pytest.mark.parametrize(
    "once",
    [
        "Until the spring of last year the piano was tuned every two years.",
        "The piano was tuned every two years until some years ago.",
        "In the past the piano was tuned every two years.",
        "Formerly the piano had to be tuned every two years.",
    ],
)
def test_what_was_done_once_stands_beside_the_rule_of_today(once):
    assert not objects(RULE, once)
    assert not objects(RULE, once, against_source=True)


def test_what_is_done_today_does_not():
    assert objects(RULE, "The piano is tuned every two years.")
    assert objects(RULE, "Since last year the piano is tuned every two years.")


@pytest.mark.parametrize(
    "exception",
    [
        "As an exception to 4.2, the piano of the annexe is tuned every two years.",
        "By way of exception to paragraph 4.2, the piano of the annexe is tuned every two years.",
        "Despite rule 4.2, the piano of the annexe is tuned every two years.",
        "Despite what rule 4.2 says, the piano of the annexe is tuned every two years.",
        "Rule 4.2 notwithstanding, the piano of the annexe is tuned every two years.",
        "The piano of the annexe is the exception to the rule on tuning: it is tuned every two years.",
        "To the rule on pianos there is a single exception: that of the annexe is tuned every two years.",
        "The rule on tuning has one let-out: the piano of the annexe is tuned every two years.",
        "Exempt from the tuning rule, the piano of the annexe is tuned every two years.",
    ],
)
def test_an_exception_to_a_rule_that_it_names(exception):
    assert not objects(RULE, exception)
    # The organisation cannot make exceptions to the law.
    assert objects(RULE, exception, against_source=True)


@pytest.mark.parametrize(
    "rule",
    [
        "There are no exceptions to the rule that the piano is tuned every two years.",
        "As rule 4.2 has it, the piano is tuned every two years.",
        "Save when it is on loan, the piano is tuned every two years.",
        "Under the rule on tuning the piano is tuned every two years.",
    ],
)
def test_a_rule_that_is_named_but_not_excepted_from(rule):
    assert objects(RULE, rule)


def test_a_sentence_that_goes_on_from_a_rule_with_save_that():
    rule = "Nobody opens the lid of the piano."
    assert not objects(rule, "Save that the tuner goes to the strings through the open lid.")
    assert objects(rule, "The tuner goes to the strings through the open lid.")


def test_what_says_that_it_is_the_one_exception():
    rule = "Nobody opens the sluice until the warden has come."
    alone = "When the bell rings, open the sluice before the warden has come: {}."
    assert not objects(rule, alone.format("that is the one time that you do"))
    assert not objects(rule, alone.format("by way of exception"))
    assert objects(rule, alone.format("that is the rule here"))
    assert objects(rule, alone.format("that is the one time that you do"), against_source=True)
