"""What comes first is not waited for, and what is due is left to time and mood, in more words of every day."""

import pytest

from policycheck.comparing import said_in
from policycheck.conflicts.finder import pair_of
from policycheck.conflicts.rules.done_without import done_without
from policycheck.conflicts.rules.left_open import left_open
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses


def objection(rule, one, other):
    clauses = [as_clauses([text]) for text in (one, other)]
    a, b = (said_in(each, read_clauses(each))[0] for each in clauses)
    return rule(pair_of(a, b, 0.9, against_source=True))


ORGAN = "The organ must not be played unless the verger has agreed to it."


@pytest.mark.parametrize(
    "does",
    [
        "Visitors play the organ after service, agreement or no agreement.",
        "You needn't bother with the verger, play the organ when you like.",
        "Visitors turn up out of the blue and play the organ.",
        "The organ is played on Fridays; nobody is asked.",
    ],
)
def test_what_comes_first_is_done_without(does):
    assert objection(done_without, ORGAN, does) is not None


def test_what_comes_first_is_waited_for():
    assert objection(done_without, ORGAN, "The verger is asked before the organ is played.") is None


@pytest.mark.parametrize(
    ("asks", "does"),
    [
        ("The organ must be tuned before the concert.", "The organ is tuned no later than the concert."),
        (
            "The organ must not be moved before the end of 21 days.",
            "The organ is moved no sooner than 28 days after the fire.",
        ),
        (
            "The organ must not be moved until at least three weeks after the fire.",
            "The organ is moved before four weeks have passed.",
        ),
    ],
)
def test_a_time_is_nothing_that_could_be_done_without(asks, does):
    assert objection(done_without, asks, does) is None


LAMPS = "The steward must check each lamp before the procession."


@pytest.mark.parametrize(
    "leaves",
    [
        "Lamps are checked where time allows.",
        "Lamps are checked if there is a moment.",
        "Lamps are looked at if and when the steward feels that they need it.",
        "Check a lamp if you think it helps.",
        "We no longer do lamps.",
    ],
)
def test_what_is_due_is_left_to_time_or_mood(leaves):
    assert objection(left_open, LAMPS, leaves) is not None


def test_what_is_due_is_done():
    assert objection(left_open, LAMPS, "Lamps are checked in good time.") is None
