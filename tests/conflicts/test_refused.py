"""What one side gives, or forbids to refuse, and the other refuses."""

import pytest

from policycheck.comparing import said_in
from policycheck.conflicts.finder import pair_of
from policycheck.conflicts.rules.refused import refused
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses
from tests.statements import objection_between, row_of, said


def objection(one, other, *, against_source=True):
    clauses = [as_clauses([text]) for text in (one, other)]
    a, b = (said_in(each, read_clauses(each))[0] for each in clauses)
    return refused(pair_of(a, b, 0.9, against_source=against_source))


MOORING = "A boat shall not be turned away on the ground that its owner is no member."
LOAN = "A reader must be lent a magnifying glass on request."


@pytest.mark.parametrize(
    "refuses",
    [
        "Outside boats are sent away at the lock.",
        "Not a member? Sorry, try elsewhere.",
        "No card, no mooring.",
        "Strangers cannot stay at our pontoon.",
        "We turn outside boats away in the season.",
        "There is nothing for you here without a burgee.",
    ],
)
def test_what_may_not_be_refused_is_refused(refuses):
    found = objection(MOORING, refuses)
    assert found is not None
    assert "“shall not be turned away”" in found.message
    assert objection(refuses, MOORING, against_source=False) is not None


@pytest.mark.parametrize(
    "stands",
    [
        "Every boat is shown to a berth.",
        "Outside boats are never sent away.",
        "Nobody is turned away at the lock.",
        "No boat that comes in from another club is turned away.",
        "No one who comes in a boat of another club is sent away.",
        "A skipper who was turned away may complain.",
        "A bell is rung before we close a lock to a boat.",
        "The lock is closed only when the river is in flood.",
    ],
)
def test_a_text_that_refuses_nobody_stands(stands):
    assert objection(MOORING, stands) is None


def test_what_is_to_be_given_is_refused():
    assert objection(LOAN, "We no longer hand out magnifying glasses.") is not None
    assert objection(LOAN, "Magnifying glasses are handed out at the desk.") is None


def test_leave_is_held_against_a_refusal_among_our_own_texts_alone():
    leave = "Choirs are free to bring a drum to the rehearsal."
    back = "Any drum will be handed back at the porch."
    assert objection(leave, back, against_source=False) is not None
    assert objection("Choirs may bring a drum to the rehearsal.", back) is None


@pytest.mark.parametrize(
    ("cell", "is_refused"),
    [
        ("No break for a rehearsal", False),
        ("No interruption of any kind", False),
        ("No", True),
        ("No, never", True),
    ],
)
def test_a_cell_that_lets_nothing_interrupt_a_thing_refuses_it_to_nobody(cell, is_refused):
    given = said("Dancers must be given an hour of sleep after lunch.")
    table = row_of(What="Sleep after lunch", Who="Matron", Does=cell, When="An hour")
    assert (refused(pair_of(given, table, 0.9, against_source=True)) is not None) is is_refused


def test_what_is_closed_only_in_a_case_is_not_refused_wherever_the_only_stands():
    ban = "The sexton must not close the tower stair without leave of the dean."
    assert (
        objection_between(ban, "The tower stair is closed for bell practice only when the dean has agreed.")
        is None
    )
    assert objection_between(ban, "The tower stair is closed for bell practice when it is wet.") is not None


ADVICE = "A guild must offer a weaver a hearing before striking off the weaver."


@pytest.mark.parametrize(
    "offers",
    [
        "Before a weaver is struck off, the secretary offers a hearing.",
        "The secretary offers a hearing before the weaver is struck off.",
        "Before we turn you away we will offer you a hearing.",
        "A hearing is offered before a weaver is suspended or struck off.",
    ],
)
def test_a_refusal_that_only_says_when_refuses_nothing(offers):
    assert objection(ADVICE, offers) is None
    assert objection(ADVICE, offers, against_source=False) is None


@pytest.mark.parametrize(
    "refuses",
    [
        "A weaver is turned away before the loft opens.",
        "Before noon a weaver is turned away.",
        "A weaver arriving before the loft opens is turned away.",
    ],
)
def test_a_refusal_at_a_time_stays_one(refuses):
    assert objection("A weaver must be let in at the loft.", refuses) is not None
