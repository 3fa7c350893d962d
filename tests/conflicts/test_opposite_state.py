"""A thing that one side wants in one state and the other has in the opposite one."""

import pytest

from policycheck.comparing import said_in
from policycheck.conflicts.finder import pair_of
from policycheck.conflicts.rules.opposite_state import opposite_state
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses
from tests.statements import objection_between


def objection(one, other, *, against_source=True):
    clauses = [as_clauses([text]) for text in (one, other)]
    a, b = (said_in(each, read_clauses(each))[0] for each in clauses)
    return opposite_state(pair_of(a, b, 0.9, against_source=against_source))


@pytest.mark.parametrize(
    ("asks", "has"),
    [
        (
            "The belfry hatch shall be unlocked during a peal.",
            "The hatch to the belfry is padlocked on feast days.",
        ),
        (
            "The winch engine must be stopped at low water.",
            "At low water keep the winch engine ticking over.",
        ),
        ("Nets shall be kept separate from bait.", "Nets and bait go in the same crate."),
        ("Every oarsman must wear a vest afloat.", "On calm days vests may be left in the boathouse."),
        ("The log book must be on display in the lobby.", "The log book is in the drawer of the lobby desk."),
        (
            "The ringer must remain at the bell rope until dusk.",
            "Ringers may leave the bell rope for ten minutes.",
        ),
        ("The tide reading must be taken in person.", "The tide reading is taken by phone."),
    ],
)
def test_the_opposite_of_what_is_wanted(asks, has):
    found = objection(asks, has)
    assert found is not None
    assert found.a_words in asks
    assert found.b_words in has


@pytest.mark.parametrize(
    ("asks", "has"),
    [
        ("The belfry hatch shall be unlocked during a peal.", "The hatch to the belfry is never padlocked."),
        ("The belfry hatch shall be unlocked during a peal.", "The coal shed is padlocked."),
        (
            "The belfry hatch shall be unlocked, except on feast days.",
            "The belfry hatch is padlocked on feast days.",
        ),
        ("A hatch that has been unlocked must be logged.", "The hatch is padlocked on feast days."),
        ("The belfry hatch may be unlocked during a peal.", "The hatch to the belfry is padlocked."),
    ],
)
def test_what_is_denied_excepted_or_of_another_thing_stands(asks, has):
    assert objection(asks, has) is None


def test_what_is_to_be_off_and_stays_on():
    for stays in ("Telephones may stay on in the hide.", "Telephones are turned on again in the hide."):
        assert objection_between("Telephones are switched off in the hide.", stays, against_source=False), (
            stays
        )
