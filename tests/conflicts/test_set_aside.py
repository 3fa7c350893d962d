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
    ],
)
def test_an_exception_to_a_rule_that_it_names(exception):
    assert not objects(RULE, exception)
    # The organisation cannot make exceptions to the law.
    assert objects(RULE, exception, against_source=True)


def test_what_says_that_it_is_the_one_exception():
    rule = "Nobody opens the sluice until the warden has come."
    alone = "When the bell rings, open the sluice before the warden has come: {}."
    assert not objects(rule, alone.format("that is the one time that you do"))
    assert not objects(rule, alone.format("by way of exception"))
    assert objects(rule, alone.format("that is the rule here"))
    assert objects(rule, alone.format("that is the one time that you do"), against_source=True)
