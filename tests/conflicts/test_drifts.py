"""Rules that go by the drift of two sentences: what is left out, done without, done although banned, done otherwise."""

import pytest

from policycheck.comparing import said_in
from policycheck.conflicts.finder import pair_of
from policycheck.conflicts.rules.done_without import done_without
from policycheck.conflicts.rules.form import form
from policycheck.conflicts.rules.left_out import left_out
from policycheck.conflicts.rules.practice import practice
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses


def objection(rule, source, policy):
    clauses = [as_clauses([text]) for text in (source, policy)]
    a, b = (said_in(one, read_clauses(one))[0] for one in clauses)
    return rule(pair_of(a, b, 0.9, against_source=True))


BAN_UNTIL = "No boat shall be hired out until the hirer has signed the waiver."
DUTY = "The harbour master must inspect every mooring."


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


@pytest.mark.parametrize(
    "policy",
    ["Moorings are not inspected.", "Nobody inspects the moorings.", "We skip the moorings in winter."],
)
def test_a_duty_that_is_left_out(policy):
    assert objection(left_out, DUTY, policy)


@pytest.mark.parametrize(
    "policy",
    [
        "No mooring goes uninspected.",
        "No more than a month passes before a mooring is inspected.",
        "If no report comes in, the harbour master inspects the mooring.",
    ],
)
def test_a_denial_that_leaves_nothing_out(policy):
    assert not objection(left_out, DUTY, policy)


def test_what_is_done_although_it_is_banned():
    ban = "Keepers must not feed the otters by hand."
    assert objection(practice, ban, "Keepers may feed the otters by hand on Sundays.")
    assert not objection(practice, ban, "Keepers never feed the otters by hand.")
    assert not objection(practice, ban, "Only the vet feeds the otters by hand.")


def test_a_form_that_another_excludes():
    duty = "The skipper must report a collision in writing."
    assert objection(form, duty, "The skipper reports a collision by word of mouth.")
    assert not objection(form, duty, "The skipper reports a collision over the phone and then in writing.")
