"""Terms by which a policy means less than the source, on sentences of fields that are not labelled."""

import pytest

from policycheck.comparing import said_in
from policycheck.domain.documents import Clause
from policycheck.matching import narrowings
from policycheck.obligations import read_clauses
from policycheck.obligations.meanings import read_meaning


def say(*texts):
    clauses = [Clause(id=str(i), ref=str(i), text=t, end=len(t)) for i, t in enumerate(texts, start=1)]
    return said_in(clauses, read_clauses(clauses))


WRECK = "“Wreck” means a vessel, a cargo or any part of either that is found at sea."
LARGE = "“Large vessel” means a vessel of 20 metres or more in length."


@pytest.mark.parametrize(
    ("source", "policy", "narrower"),
    [
        (WRECK, "“Wreck” means a vessel and nothing else.", True),
        (WRECK, "A wreck is a vessel or any part of a vessel that is found at sea.", True),
        (WRECK, "“Wreck” means a vessel, a cargo, or a part of a vessel or cargo, found at sea.", False),
        (WRECK, "“Wreck” means a vessel, a cargo or a part of either found at sea, or washed ashore.", False),
        (LARGE, "“Large vessel” means a vessel of 30 metres or more in length.", True),
        (LARGE, "“Large vessel” means a vessel of 15 metres or more in length.", False),
        ("“Novice” means a person under the age of 20.", "A novice is a person under the age of 16.", True),
        ("“Novice” means a person under the age of 16.", "A novice is a person under the age of 20.", False),
        (
            "“Guest” means any person on the island.",
            "A guest is a person who has stayed for more than a week.",
            True,
        ),
        (
            "“Open day” means any day but a Sunday.",
            "An open day is any day except a Sunday or a Monday.",
            False,
        ),
    ],
)
def test_a_meaning_that_takes_in_less(source, policy, narrower):
    assert bool(narrowings(say(source), say(policy))) is narrower


def test_it_bears_on_a_duty_that_uses_the_term_and_not_on_its_exceptions():
    source = say(
        WRECK,
        "The warden must report every wreck to the coastguard.",
        "The warden must report every fire to the coastguard.",
        "The warden must light the beacon at dusk unless a wreck lies in the channel.",
    )
    policy = say(
        "“Wreck” means a vessel and nothing else.",
        "The warden reports every wreck to the coastguard.",
        "The warden reports every fire to the coastguard.",
        "The warden lights the beacon at dusk unless a wreck lies in the channel.",
    )
    (found,) = narrowings(source, policy)
    assert found.bears_on(source[1], policy[1])
    assert not found.bears_on(source[1], policy[2])
    assert not found.bears_on(source[2], policy[2])
    assert not found.bears_on(source[3], policy[3])
    assert not found.bears_on(source[1], policy[0])


def test_what_a_handbook_means_by_a_word_defines_it_and_binds_nobody():
    (said,) = say("When we say a bad storm, we mean one that lasts for a whole day.")
    assert said.reading is None
    assert said.term == "bad storm"


def test_a_thing_is_such_from_a_figure():
    assert read_meaning("A load is heavy from a weight of 20 kilograms.") == (
        "heavy load",
        "from a weight of 20 kilograms",
    )
    assert read_meaning("A ferry is late from time to time.") is None
