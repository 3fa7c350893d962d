"""What one side bans and the other bears with; whoever is to go and stays."""

import pytest

from policycheck.comparing import said_in
from policycheck.conflicts.finder import pair_of
from policycheck.conflicts.rules.opposite_state import opposite_state
from policycheck.conflicts.rules.practice import practice
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses


def pair(one, other):
    clauses = [as_clauses([text]) for text in (one, other)]
    a, b = (said_in(each, read_clauses(each))[0] for each in clauses)
    return pair_of(a, b, 0.9, against_source=True)


FIRES = "A camper must not light a fire on the heath."


@pytest.mark.parametrize(
    ("borne", "words"),
    [
        ("After the season nobody minds if you light a small fire on the heath.", "nobody minds"),
        ("Light a fire on the heath in winter and no one will say a word.", "no one will say a word"),
        ("A small fire on the heath is reckoned fair once the crowds have gone.", "is reckoned fair"),
        ("We turn a blind eye to a fire on the heath in a cold spell.", "turn a blind eye"),
        ("There's no harm in a small fire on the heath.", "There's no harm in"),
        ("Fires on the heath are fair game once the crowds have gone.", "are fair game"),
        ("Whether you have a fire on the heath is between you and your scout leader.", "is between you and"),
    ],
)
def test_what_is_borne_with_contradicts_its_ban(borne, words):
    found = practice(pair(FIRES, borne))
    assert found is not None
    assert words in found.message


@pytest.mark.parametrize(
    "other",
    [
        "Where nobody minds, campers may sing on the heath after dark.",
        "Campers do not light a fire on the heath, and nobody minds a cold supper.",
        "Do not light a fire on the heath, even if nobody minds.",
    ],
)
def test_another_act_or_the_same_ban_does_not(other):
    assert practice(pair(FIRES, other)) is None


LEAVE = "A trustee with a stake in a grant must leave the room while the grant is discussed."


@pytest.mark.parametrize(
    "stays",
    [
        "If the grant is to your own club, say so, and then keep your seat and your vote.",
        "You are welcome to stay in the room when the grant is to your own club.",
        "Declare it, then stay for the talk about the grant like everybody else.",
    ],
)
def test_whoever_is_to_go_and_stays_is_in_the_opposite_state(stays):
    found = opposite_state(pair(LEAVE, stays))
    assert found is not None
    assert "“leave the room”" in found.message


def test_whoever_goes_too_is_not():
    goes = "If the grant is to your own club, say so and step outside until the vote is taken."
    assert opposite_state(pair(LEAVE, goes)) is None
