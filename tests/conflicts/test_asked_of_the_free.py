"""What nobody can be made to do by one side, and the other asks for."""

import pytest

from policycheck.comparing import said_in
from policycheck.conflicts.finder import pair_of
from policycheck.conflicts.rules.asked_of_the_free import asked_of_the_free
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses


def objection(one, other, *, against_source=True):
    clauses = [as_clauses([text]) for text in (one, other)]
    a, b = (said_in(each, read_clauses(each))[0] for each in clauses)
    return asked_of_the_free(pair_of(a, b, 0.9, against_source=against_source))


KILT = "A piper shall not be required to wear a kilt at the parade."


@pytest.mark.parametrize(
    "free",
    [
        KILT,
        "No piper shall be obliged to wear a kilt at the parade.",
        "Nobody need wear a kilt at the parade.",
        "A piper need not wear a kilt at the parade.",
        "A piper is not bound to wear a kilt at the parade.",
        "Pipers must never be made to wear a kilt.",
    ],
)
def test_what_nobody_need_do_is_asked(free):
    found = objection(free, "All pipers must be in a kilt by ten.")
    assert found is not None
    assert "“must be in a kilt”" in found.message


@pytest.mark.parametrize(
    "asks",
    [
        "Kilts are compulsory for pipers.",
        "No kilt, no parade.",
        "You cannot march until we have seen your kilt.",
        "Trousers are not an option for a piper.",
    ],
)
def test_it_is_asked_in_other_words(asks):
    assert objection(KILT, asks) is not None
    assert objection(asks, KILT) is None
    assert objection(asks, KILT, against_source=False) is not None


@pytest.mark.parametrize(
    "stands",
    [
        "A kilt is lent to every piper who wants one.",
        "Pipers may wear a kilt at the parade.",
        "A piper does not have to wear a kilt, but must be on time.",
        "Where a piper must be driven home, the band pays.",
    ],
)
def test_what_asks_for_nothing_of_it_stands(stands):
    assert objection(KILT, stands) is None


def test_a_body_that_need_not_act_may_all_the_same():
    free = "The society need not publish its list of pipers."
    assert objection(free, "The secretary must publish the list of pipers.") is None


def test_who_may_not_ask_for_a_thing_asks_for_nothing():
    free = "A piper need not wear a kilt at the parade."
    assert (
        objection(free, "The band must not ask a piper to leave before noon.", against_source=False) is None
    )
    assert objection(free, "A piper cannot join the parade until the kilt is on.") is not None
