"""What those may do for whom a duty of others is: a right answers no duty, on sentences of an orchestra."""

import pytest
from statements import said

from policycheck.alignment.answers import answers_to
from policycheck.conflicts.finder import objection_to
from policycheck.matching.parts import compare_modality


def answers(source, policy):
    return bool(answers_to(said(source), [(said(policy), 0.9)], objects=objection_to))


@pytest.mark.parametrize(
    ("source", "policy", "answered"),
    [
        ("The secretary must send each member the accounts.", "A member may ask to see the accounts.", False),
        ("Members must be sent the accounts each year.", "Members may ask to see the accounts.", False),
        ("The operator must give each visitor a seat.", "Each visitor is entitled to a seat.", False),
        ("A member should be asked for a wish.", "The member may ask for a piece.", False),
        (
            "The manager must tell every tenant why a room is refused.",
            "A tenant has a right to be told why a room is refused.",
            False,
        ),
        ("The manager must tell every tenant the price.", "The manager may tell tenants the price.", True),
        ("Visitors must be told the price.", "Visitors may be told the price.", True),
        ("Members must bring back scores by May.", "Members may bring scores back in June.", True),
        ("Pupils must be seen within two hours.", "Pupils may wait for up to four hours.", True),
        ("Pupils must be supervised at all times.", "Pupils may rehearse without supervision.", True),
    ],
)
def test_a_right_of_those_whom_a_duty_serves_is_no_answer(source, policy, answered):
    assert answers(source, policy) is answered


@pytest.mark.parametrize(
    ("source", "policy", "standing"),
    [
        ("The manager must allow each member to bring a guest.", "You may bring a guest.", "equal"),
        (
            "The manager must let members leave at the interval.",
            "Members can leave at the interval.",
            "equal",
        ),
        ("The orchestra must permit visitors to film.", "Visitors may film.", "equal"),
        # Whoever must allow it only may, or gives it at will.
        (
            "The manager must allow each member to bring a guest.",
            "The manager may allow members to bring a guest.",
            "weaker",
        ),
        (
            "The manager must allow each member to bring a guest.",
            "You may allow a member to bring a guest.",
            "weaker",
        ),
        ("The manager must allow each member to bring a guest.", "Members should bring a guest.", "weaker"),
        ("The manager must tell each member the price.", "Members may ask the price.", "weaker"),
    ],
)
def test_leave_that_somebody_must_give_is_given_by_telling_those_who_have_it(source, policy, standing):
    assert compare_modality(said(source).reading, said(policy).said).standing.value == standing


def test_leave_that_must_be_given_is_answered_by_the_right_of_those_who_have_it():
    assert answers("The manager must let each member bring a guest.", "A member may bring a guest.")
