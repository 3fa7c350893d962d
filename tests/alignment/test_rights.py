"""What those may do for whom a duty of others is: a right answers no duty, on sentences of an orchestra."""

import pytest
from statements import said

from policycheck.alignment.answers import answers_to
from policycheck.conflicts.finder import objection_to


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
