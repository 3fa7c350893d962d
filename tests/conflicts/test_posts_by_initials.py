"""Posts told by two letters, by words that no list knows and by the body they belong to, at a boat yard."""

import pytest
from statements import row_of, said

from policycheck.comparing import said_in
from policycheck.conflicts.finder import pair_of
from policycheck.conflicts.rules.duty_holder import duty_holder
from policycheck.domain.documents import Term
from policycheck.matching.holders.doers import doers
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses


def names_two(one, other):
    return duty_holder(pair_of(one, other, 0.95, against_source=False)) is not None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The YM allots the moorings.", "The YM"),
        ("An RK carries it to the slip the same day.", "An RK"),
        ("The slip is cleared by the YM.", "the YM"),
        ("The rigging supervisor greases the winch.", "The rigging supervisor"),
    ],
)
def test_initials_and_whoever_does_what_no_list_knows_act(text, who):
    assert doers(said(text)) == (who,)


@pytest.mark.parametrize(
    "text",
    [
        "The CCTV watches the slip.",
        "The slip is lit by the LED.",
        "The rigger hours each week are on the board.",
    ],
)
def test_things_do_not(text):
    assert doers(said(text)) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The YM publishes the tide tables.", "Tide tables are published by the Company Secretary."),
        ("The rigging supervisor greases the winch.", "The winch is greased by the Secretary."),
        ("The slip is cleared by the Trust Chaplain.", "The slip is cleared by the Court Usher."),
    ],
)
def test_two_posts_are_two(one, other):
    assert names_two(said(one), said(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The YM publishes the tide tables.", "Tide tables are published by the yard manager."),
        ("The YM publishes the tide tables.", "Tide tables are published by the manager."),
        ("The YM publishes the tide tables.", "Tide tables are published by the Trust."),
    ],
)
def test_initials_may_be_of_a_name_or_of_the_end_of_one(one, other):
    assert not names_two(said(one), said(other))


@pytest.mark.parametrize(
    ("name", "two"), [("secretary", True), ("treasurer", True), ("warden", False), ("slip warden", False)]
)
def test_initials_that_a_document_explains_are_of_nobody_else(name, two):
    clauses = as_clauses(["The SW clears the slip of weed."])
    terms = [Term(short="SW", long="slip warden", clause="1")]
    (ours,) = said_in(clauses, read_clauses(clauses, terms=terms), terms)
    assert names_two(ours, said(f"The slip is cleared of weed by the {name}.")) is two


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("The log is kept by library staff.", "The librarian keeps the log.", False),
        ("The log is kept by members of the catering team.", "The caterer keeps the log.", False),
        ("The electrical crew keeps the log.", "The log is kept by the electrician.", False),
        ("The yard's foreman keeps the log.", "The log is kept by the YF.", False),
        ("The port authority's berthing officer keeps the log.", "The log is kept by the BO.", False),
        ("The log is kept by library staff.", "The caterer keeps the log.", True),
        ("The yard's foreman keeps the log.", "The log is kept by the BO.", True),
    ],
)
def test_those_who_do_a_work_are_one_with_each_of_them(one, other, two):
    assert names_two(said(one), said(other)) is two


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        (
            "A new rower is to have a trial within a month.",
            "The coach tries out a new rower within a year.",
            False,
        ),
        ("Rowers must be at least 12.", "The coach takes on rowers from 10.", False),
        ("Boat owners pay a fee for a mooring.", "The bosun collects the fee for a mooring.", False),
        ("The foreman must be present at each trial.", "The bosun is present at each trial.", True),
        ("The coach has a duty to grease the winch.", "The bosun greases the winch.", True),
        ("The coach pays the carter.", "The bosun settles with the carter.", True),
    ],
)
def test_who_has_a_thing_is_no_second_one_to_give_it(one, other, two):
    assert names_two(said(one), said(other)) is two


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("The Registry files the logs.", "The logs are filed by the records officer.", False),
        ("The Boat Museum files the logs.", "The clerk files the logs.", False),
        ("The Bureau of Tides files the logs.", "The clerk files the logs.", False),
        ("The Bureau files the logs.", "The logs are filed by the TC.", False),
        # Others than its people, another unit, and those who are called after it.
        ("The Registry files the logs.", "The tenant files the logs.", True),
        ("The Registry checks the logs.", "An independent assessor checks the logs.", True),
        ("The Registry files the logs.", "The Finance Office files the logs.", True),
        ("The Tolls Unit files the logs.", "The bosun files the logs.", True),
        ("The museum secretary files the logs.", "The bosun files the logs.", True),
        ("The Head of the Registry files the logs.", "The bosun files the logs.", True),
    ],
)
def test_a_body_acts_through_its_people(one, other, two):
    assert names_two(said(one), said(other)) is two


def test_an_office_by_itself_acts_through_an_officer_whom_a_row_names():
    row = row_of(who="TC (tolls clerk)", does_what="sends the owner a bill")
    assert not names_two(said("The Office will send the owner a bill."), row)
    assert names_two(said("The Slip Office will send the owner a bill."), row)


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        (
            "The owners choose the foreman.",
            "The bosun must be somebody who is neither the foreman nor an owner.",
            False,
        ),
        ("The foreman is chosen by the owners.", "The bosun must be a person other than the foreman.", False),
        ("The cook must be at least 18.", "The porter must be over 16.", False),
        ("The cook must be awake at each launch.", "The porter is awake at each launch.", True),
    ],
)
def test_who_must_be_somebody_is_given_no_task(one, other, two):
    assert names_two(said(one), said(other)) is two
