"""What a clause says as plain fact, where nobody is told to do it."""

import pytest

from policycheck.domain.documents import Clause, ClauseKind
from policycheck.domain.obligations import Modality
from policycheck.obligations.stated import read_stated


def clause(text, ref="1", **parts):
    return Clause(id=ref, ref=ref, text=text, end=len(text), **parts)


def test_its_limits_are_read_and_no_word_binds():
    (fact,) = read_stated([clause("The talk takes place within five working days.")], read={})
    assert [(limit.value, limit.working) for limit in fact.time_limits] == [(5, True)]
    assert fact.signal == ""


def test_whom_a_thing_is_done_to_does_not_do_it():
    told, tells = read_stated(
        [
            clause("The Inspectorate is informed at once of any accusation against a worker."),
            clause("The manager informs the Inspectorate at once of any accusation.", "2"),
        ],
        read={},
    )
    assert told.duty_holder == ""
    assert tells.duty_holder == "The manager"


def test_a_denial_forbids_and_needlessness_permits():
    facts = read_stated([clause("Fees are never taken."), clause("There is no need to write.", "2")], read={})
    assert [fact.modality for fact in facts] == [Modality.PROHIBITION, Modality.PERMISSION]


@pytest.mark.parametrize(
    "text",
    [
        "At no time are the bees left unwatched.",
        "On no account do we lend the veil.",
        "In no case is smoke blown in.",
        "Nor are the frames washed there.",
    ],
)
def test_a_denial_that_opens_a_sentence_forbids(text):
    (fact,) = read_stated([clause(text)], read={})
    assert fact.modality is Modality.PROHIBITION


@pytest.mark.parametrize(
    "text", ["The kettle boils in no time.", "No later than noon the smoker goes out, or the frames melt."]
)
def test_not_every_no_forbids(text):
    (fact,) = read_stated([clause(text)], read={})
    assert fact.modality is Modality.OBLIGATION


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("If the veil is not whole, the keeper bins the veil.", Modality.OBLIGATION),
        ("The keeper bins the veil if it cannot be mended.", Modality.OBLIGATION),
        ("Hives stand where they do not block the path.", Modality.OBLIGATION),
        ("With no smoker and no veil, the keeper rings the club.", Modality.OBLIGATION),
        ("In a shed with no window the fan hums.", Modality.OBLIGATION),
        ("With the smoker out of order, no hive is opened up.", Modality.PROHIBITION),
        ("Between dusk and dawn no hiving.", Modality.PROHIBITION),
        ("On Sundays no mowing.", Modality.PROHIBITION),
        ("When it hails nobody opens up a hive.", Modality.PROHIBITION),
        ("From eight in the evening until six in the morning nobody is by the hives.", Modality.PROHIBITION),
        ("The smoke is out. The keeper bins the veil if it cannot be mended.", Modality.OBLIGATION),
        ("Not until the smoke has gone does anyone lift the lid.", Modality.PROHIBITION),
        ("Once drawn the frames never go back in.", Modality.PROHIBITION),
    ],
)
def test_what_a_case_denies_is_not_forbidden_and_what_follows_it_may_be(text, modality):
    (fact,) = read_stated([clause(text)], read={})
    assert fact.modality is modality


def test_of_a_list_only_the_words_above_it_count():
    (fact,) = read_stated([clause("It is noted in:\n• Daily logs\n• reviews every six months")], read={})
    assert fact.time_limits == ()


def test_duties_definitions_and_quotations_are_left_out():
    clauses = [
        clause("The manager must call within two days."),
        clause("“day” means a working day", "2", kind=ClauseKind.DEFINITION),
        clause("Insert “within 3 days”.", "3", quoted=True),
    ]
    assert read_stated(clauses, read={"1": [clauses[0].text]}) == []


@pytest.mark.parametrize(
    "text",
    [
        "FM: ferry master. DFM: deputy ferry master. POs: port officers.",
        "“FM” means the ferry master; “PO” is the port officer.",
        "FM = ferry master\nPO = port officer",
        "FM means the ferry master, PO the port officer and CD the chief of the dock.",
        "FM stands for ferry master, PO for port officer and CD for chief of the dock.",
    ],
)
def test_initials_spelt_out_state_nothing(text):
    assert read_stated([clause(text)], read={}) == []


@pytest.mark.parametrize(
    "text",
    [
        "FM: ferry master. The FM meets each boat.",
        "AM: hay and oats. PM: straw.",
        "PO: a tour of the quay.",
        "The port officer is on the quay.",
    ],
)
def test_what_is_more_than_initials_spelt_out_states_something(text):
    assert read_stated([clause(text)], read={}) != []


def test_a_sentence_beside_one_that_binds_states_what_it_says():
    text = "Is the lift stuck? Ring the bell at once. An engineer is there within the hour. No fuss."
    facts = read_stated([clause(text)], read={"1": ["Ring the bell at once."]})
    assert [fact.text for fact in facts] == ["An engineer is there within the hour."]
    assert [limit.value for limit in facts[0].time_limits] == [1]


def test_who_is_let_off_behind_a_semicolon_is_let_off():
    text = "Staff ring the bell; the cooks below deck need not."
    (fact,) = read_stated([clause(text)], read={"1": ["Staff ring the bell"]})
    assert (fact.text, fact.modality) == ("the cooks below deck need not.", Modality.PERMISSION)


def test_what_somebody_may_do_in_a_clause_within_permits_nothing():
    facts = read_stated(
        [
            clause("The flag is up where everyone can see it."),
            clause("The light is on so that anybody can find the door.", "2"),
            clause("The log tells whose boat it is, and who is allowed to board her.", "3"),
            clause("Anyone who is 16 can board her.", "4"),
        ],
        read={},
    )
    permits = [fact.ref for fact in facts if fact.modality is Modality.PERMISSION]
    assert permits == ["4"]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The siren sounds again once swimmers can safely go back.", Modality.OBLIGATION),
        ("The nurse is there until the diver can walk.", Modality.OBLIGATION),
        ("Soup goes round as soon as the last guest can sit.", Modality.OBLIGATION),
        ("When the tide is out you can walk across.", Modality.PERMISSION),
        ("If it rains you can stay in the hut.", Modality.PERMISSION),
        ("Guests can sit down until the bell.", Modality.PERMISSION),
    ],
)
def test_what_may_come_about_says_when_and_leaves_nothing(text, modality):
    (fact,) = read_stated([clause(text)], read={})
    assert fact.modality is modality
