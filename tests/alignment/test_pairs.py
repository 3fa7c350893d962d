"""Things joined in running prose of which a policy names some, on sentences of fields that are not labelled."""

from dataclasses import replace

import pytest
from statements import answer, said

from policycheck.alignment.answers import Answer
from policycheck.alignment.pairs import halves_lost, pairs_in
from policycheck.matching.parts import compare_parts

TELL = "The skipper must report a collision to the coastguard and to the harbour office within an hour."
EVERY = "The warden must log every landing or departure within an hour."
EITHER = "The skipper must report a collision to the coastguard or to the harbour office within an hour."


def lost(source, *policy):
    duty = said(source)
    return halves_lost(duty, [answer(duty, text) for text in policy])


def test_what_is_joined_is_read_in_a_row():
    joined = {(pair.left, pair.right) for pair in pairs_in("Nets, hooks or floats must be dry.")}
    assert joined == {("hooks", "floats"), ("Nets", "hooks")}
    assert not pairs_in("The pier is closed at dusk.")


@pytest.mark.parametrize(
    ("source", "policy", "gone"),
    [
        (
            TELL,
            "Within an hour of a collision, the coastguard is told of it by the skipper.",
            ["to the harbour office"],
        ),
        (TELL, "The skipper reports a collision to the harbour office and to the coastguard.", []),
        (TELL, "The skipper reports a collision to the coastguard and rings the pier master.", []),
        (TELL, "The skipper lets the authorities know of a bump.", []),
        (EVERY, "The warden logs every landing within an hour.", ["departure"]),
        (EVERY, "The warden logs each landing and each time a boat leaves.", []),
        (EITHER, "The skipper reports a collision to the coastguard within an hour.", []),
    ],
)
def test_one_is_named_and_nothing_is_joined_to_it(source, policy, gone):
    assert lost(source, policy) == gone


def test_what_another_clause_names_is_not_lost():
    assert (
        lost(
            TELL, "The skipper tells the coastguard at once.", "The harbour office hears of a collision too."
        )
        == []
    )


def test_two_things_under_one_name_join_nothing_else():
    source = "The warden must consult the fire and rescue service and the ambulance service."
    assert lost(source, "The warden consults the fire and rescue service.") == ["the ambulance service"]


def test_two_kinds_of_a_thing_are_no_other_thing():
    source = "A winch or a davit must be greased every month."
    assert lost(source, "Hand winches and steam winches are greased every month.") == ["a davit"]
    assert lost(source, "Hand winches and lifting arms are greased every month.") == []


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("The log goes to the mate, the cook and the purser.", {("mate", "cook"), ("cook", "the purser")}),
        ("Before a lock is shut, bargees and anglers must be warned.", {("bargees", "anglers")}),
        ("Within a day of the race, rowers and coxes must be weighed.", {("rowers", "coxes")}),
        ("Bargees, anglers and rowers must be warned.", {("Bargees", "anglers"), ("anglers", "rowers")}),
        # What lies between two things is no list of them.
        ("A gap must be left between a buoy and a jetty.", set()),
    ],
)
def test_what_joins_three_things_and_what_only_stands_before_a_comma(text, joined):
    assert {(pair.left, pair.right) for pair in pairs_in(text)} == joined


HEARD = "The clerk must send the log to the mate, the cook and the purser."


@pytest.mark.parametrize(
    ("policy", "gone"),
    [
        ("The clerk sends the log to the mate and the purser.", ["cook"]),
        ("The clerk sends the log to the cook and the purser.", ["mate"]),
        ("The clerk sends the log to the mate, the purser and the cook.", []),
        ("The clerk sends the log to the mate, the chef and the purser.", []),
        ("The clerk sends the log to all of the crew.", []),
    ],
)
def test_the_middle_of_a_list_may_be_left_out(policy, gone):
    assert lost(HEARD, policy) == gone


STOP = "If a rope parts, the harbour master must stop all payments to the chandler, and inform the insurer."


@pytest.mark.parametrize(
    ("policy", "gone"),
    [
        ("If a rope parts, the harbour master pays no more, and informs the insurer.", []),
        ("If a rope parts, the harbour master stops paying the chandler.", ["inform the insurer"]),
        (
            "If a rope parts, the harbour master stops paying the chandler and lets the insurer know.",
            [],
        ),
    ],
)
def test_an_act_is_not_joined_to_the_thing_before_it(policy, gone):
    assert lost(STOP, policy) == gone


def test_two_acts_are_joined():
    assert lost("The mate must check and oil the winch.", "The mate checks the winch.") == ["oil"]


def test_a_word_that_the_duty_says_elsewhere_too_names_nothing():
    source = "Of each mooring, the clerk must write down the depth and the owner of the mooring."
    assert lost(source, "The clerk writes down the depth of each mooring.") == ["the owner"]
    source = "For each boat, the clerk must write down the port and the boat's builder."
    assert lost(source, "The clerk writes down the port of each boat.") == ["the boat's builder"]
    assert lost(source, "The clerk writes down the port and the builder of each boat.") == []


def test_the_name_of_a_column_joins_nothing():
    duty = said("A kayak or a canoe must not be left on the slipway.")
    text = "Time or limit: Kayak taken off the slipway; Who: Warden"
    policy = replace(said("The kayak shall be taken off the slipway by the warden."), text=text)

    def halves(one):
        return halves_lost(duty, [Answer(one, one.said, 0.9, tuple(compare_parts(duty.reading, one.said)))])

    assert halves(replace(policy, is_row=True)) == ["a canoe"]
    assert halves(policy) == []
