"""A duty that the other side leaves to somebody's choice, mood or asking, or leaves out."""

import pytest

from policycheck.comparing import said_in
from policycheck.conflicts.exceptions import exempts
from policycheck.conflicts.finder import pair_of
from policycheck.conflicts.rules.left_open import left_open
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses


def objection(one, other, *, against_source=True):
    clauses = [as_clauses([text]) for text in (one, other)]
    a, b = (said_in(each, read_clauses(each))[0] for each in clauses)
    return left_open(pair_of(a, b, 0.9, against_source=against_source))


HARNESS = "A rigger must wear a harness above the first stage."
GUESTS = "The verger must show each guest the fire door."


@pytest.mark.parametrize(
    "leaves",
    [
        "Above the first stage a harness is a matter of taste.",
        "Riggers can please themselves as to harnesses.",
        "Whether you put a harness on is up to your foreman.",
        "Whether a harness goes on is for us to choose.",
        "Harnesses are worn or not as the foreman sees fit.",
        "A harness is nice to have above the first stage.",
        "Don't bother with a harness for a short job.",
        "Leave your harness in the van on a hot day.",
        "We manage without a harness up there.",
        "No harness for short jobs.",
        "No spare time for a harness on a short job.",
    ],
)
def test_what_is_left_open_or_out_contradicts_the_duty(leaves):
    found = objection(HARNESS, leaves)
    assert found is not None
    assert "“must wear a harness”" in found.message
    assert objection(leaves, HARNESS, against_source=False) is not None


@pytest.mark.parametrize(
    "stands",
    [
        "A harness is not a matter of taste above the first stage.",
        "No harness, no climb.",
        "No slack rope for a harness in any circumstances.",
        "Riggers wear a harness for as long as they like.",
        "Where there is no harness, nobody goes up.",
        "A harness is worn above the first stage, and a helmet below it.",
    ],
)
def test_what_leaves_nothing_open_stands(stands):
    assert objection(HARNESS, stands) is None


def test_what_is_done_on_asking_alone_leaves_open_what_is_due_to_all():
    assert objection(GUESTS, "Guests are shown the fire door only if they ask.") is not None
    asked = "The verger must show the fire door to each guest who asks to see it."
    assert objection(asked, "Guests are shown the fire door only if they ask.") is None


def test_a_source_that_leaves_a_thing_open_is_not_broken():
    assert objection("A harness is optional above the first stage.", HARNESS) is None


def test_somebody_is_let_off_after_a_clause_that_denies():
    assert exempts("If the bell said no, you are excused the round.")
    assert not exempts("Nobody is excused the round.")


@pytest.mark.parametrize(
    "asks",
    [
        "Guests are shown the fire door only if one of the party asks for it.",
        "Guests are shown the fire door only when somebody has asked.",
        "Guests are shown the fire door only where the leader of their party requests it.",
    ],
)
def test_what_is_done_only_if_anybody_asks_is_left_open(asks):
    assert objection(GUESTS, asks) is not None
    assert objection("The verger must show the fire door to each guest who asks to see it.", asks) is None


def test_what_is_not_done_on_asking_alone_is_not_left_open():
    for stands in (
        "Guests are shown the fire door, not only if somebody has asked.",
        "Guests are shown the fire door, and the crypt if somebody has asked.",
    ):
        assert objection(GUESTS, stands) is None, stands
