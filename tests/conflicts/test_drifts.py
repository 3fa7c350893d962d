"""Rules that go by the drift of two sentences: what is done without, or done although banned."""

import pytest

from policycheck.comparing import said_in
from policycheck.conflicts.finder import pair_of
from policycheck.conflicts.rules.done_without import done_without
from policycheck.conflicts.rules.practice import practice
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses


def objection(rule, source, policy):
    clauses = [as_clauses([text]) for text in (source, policy)]
    a, b = (said_in(one, read_clauses(one))[0] for one in clauses)
    return rule(pair_of(a, b, 0.9, against_source=True))


BAN_UNTIL = "No boat shall be hired out until the hirer has signed the waiver."


@pytest.mark.parametrize(
    "policy",
    [
        "A boat may be hired out while the waiver is being signed.",
        "The clerk hires out the boat, the waiver to follow.",
    ],
)
def test_a_thing_done_without_what_must_come_first(policy):
    assert objection(done_without, BAN_UNTIL, policy)


def test_a_thing_done_after_what_must_come_first_stands():
    assert not objection(done_without, BAN_UNTIL, "Once the waiver is signed, the clerk hires out the boat.")
    assert not objection(
        done_without, "The clerk must reply without delay.", "The clerk replies straight away."
    )


def test_what_is_done_although_it_is_banned():
    ban = "Keepers must not feed the otters by hand."
    assert objection(practice, ban, "Keepers may feed the otters by hand on Sundays.")
    assert not objection(practice, ban, "Keepers never feed the otters by hand.")
    assert not objection(practice, ban, "Only the vet feeds the otters by hand.")


def test_what_need_not_be_done_is_no_leave_for_what_is_banned():
    ban = "The club must not ask a rower to give up a place in the boat before the end of the season."
    assert not objection(practice, ban, "Do I have to row in the club's boat race? No, you need not.")
    assert not objection(practice, ban, "Do I have to row in the club's boat race? No.")
    ban = "Rowers must not eat a meal in the boat."
    assert objection(practice, ban, "Is it all right to eat a meal in the boat? Yes, it is fine.")


def test_a_ban_at_the_very_hours_at_which_a_thing_is_left_free():
    ban = "Boys must not row between 21:00 and 05:00."
    assert objection(practice, ban, "Boys may row by night, which is from 21:00 to 05:00.")
    assert not objection(practice, ban, "Boys may row from 05:00 to 21:00 on race days, and in three boats.")


def test_a_plain_fact_asks_for_leave_first_too():
    fact = "Painting a boat requires the prior consent of the club."
    assert objection(done_without, fact, "Members may paint their boats without asking anybody.")
    assert not objection(done_without, fact, "Members may paint their boats once the club has said yes.")


def test_what_must_come_first_and_is_left_undone():
    rule = "The keeper must warn the lodgers before she enters their rooms."
    assert objection(done_without, rule, "The keeper may enter rooms, and does not say so beforehand.")
    assert not objection(done_without, rule, "The keeper does not enter without telling lodgers in advance.")
    weighed = "Parcels for the islands should be weighed by the porter before they are loaded."
    assert objection(done_without, weighed, "The porter loads parcels for the islands unweighed.")
    assert not objection(done_without, weighed, "The porter weighs parcels for the islands and loads them.")
    by_the_end = "Parcels for the islands must be weighed by the porter before the end of the day."
    assert not objection(
        done_without, by_the_end, "The porter weighs parcels for the islands left unlabelled."
    )


def test_silence_is_not_the_leave_that_is_asked_for():
    rule = "A boat must not be lent to a stranger without the consent of its owner."
    for silent in (
        "unless its owner objects",
        "unless the owner tells us not to",
        "unless the owner says no",
    ):
        assert objection(done_without, rule, f"We lend a boat to strangers {silent}.")
    assert not objection(done_without, rule, "We lend a boat to strangers if the owner says yes.")
    free = "A boat must be lent to a stranger unless its owner objects."
    assert not objection(done_without, free, "We lend a boat to strangers unless the owner says no.")
