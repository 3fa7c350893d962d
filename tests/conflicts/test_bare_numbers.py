"""Numbers whose unit only the other side gives, hours from one to another, and two counts beside a ratio."""

import pytest
from statements import said

from policycheck.comparing import said_in
from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.domain.documents import Clause, ClauseKind
from policycheck.obligations import read_clauses


def row(columns, *cells):
    text = " | ".join(cells)
    clause = Clause(
        id="r", ref="Table 1 row 1", text=text, end=len(text), kind=ClauseKind.ROW, columns=columns
    )
    return said_in([clause], read_clauses([clause]))[0]


def objection(one, other):
    return objection_of(pair_of(said(one), said(other), 0.95, against_source=True))


@pytest.mark.parametrize(
    ("source", "policy", "words"),
    [
        (
            "The engine must stay below 85 decibels.",
            "Run the engine so that it averages ninety on the meter.",
            "ninety",
        ),
        (
            "A watch must not last for more than 12 hours.",
            "The dock watch is one stretch: on at six on Friday evening and off at ten on Saturday morning.",
            "on at six",
        ),
        (
            "The course for mates must last no less than 12 hours.",
            "All that the course takes is a Saturday, nine till one.",
            "nine till one",
        ),
        ("There shall be a washbasin for each five sailors.", "Twenty of us share two taps.", "Twenty"),
    ],
)  # fmt: skip
def test_what_the_other_side_gives_the_unit_of_is_compared(source, policy, words):
    found = objection(source, policy)
    assert found is not None
    assert words in found.message


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        (
            "The engine must stay below 85 decibels.",
            "Run the engine so that it averages eighty on the meter.",
        ),
        ("The agent must answer within four hours.", "The agent sits in the hut, nine till three."),
        (
            "The course for mates must last no less than three hours.",
            "All that the course takes is a Saturday, nine till one.",
        ),
    ],
)
def test_what_keeps_to_it_is_left_alone(source, policy):
    assert objection(source, policy) is None


def test_two_cells_tell_how_many_are_served_by_one():
    source = said("No trip with novices shall start unless there is one mate for every four of them.")
    few = row(("Boat", "Novices", "Mates"), "Skiff", "12", "2")
    found = objection_of(pair_of(source, few, 0.95, against_source=True))
    assert found is not None
    enough = row(("Boat", "Novices", "Mates"), "Skiff", "12", "3")
    assert objection_of(pair_of(source, enough, 0.95, against_source=True)) is None


def against_row(source, cells):
    found = row(("Post", "Joins at"), *cells)
    return objection_of(pair_of(said(source), found, 0.95, against_source=True))


def test_a_bare_number_of_a_cell_is_an_age_beside_one():
    source = "No person below the age of twenty shall be signed on as a bosun."
    assert against_row(source, ("Bosun", "18")) is not None
    assert against_row(source, ("Bosun", "21")) is None
    assert against_row(source, ("Bosun", "5")) is None


@pytest.mark.parametrize(
    ("policy", "cut"),
    [
        ("A mate who is hurt gets six weeks of full pay.", True),
        ("A mate who is hurt gets twelve weeks of full pay.", False),
    ],
)
def test_what_somebody_is_entitled_to_is_not_cut(policy, cut):
    source = "A mate who is hurt is entitled to full pay for the first ten weeks."
    assert (objection(source, policy) is not None) is cut


def test_what_both_sides_give_says_whom_a_right_is_for():
    source = "A mate with three years of service is entitled to full pay for the first ten weeks."
    assert against_row(source, ("Mate, 3 years or more", "6 weeks of full pay")) is not None
    assert against_row(source, ("Mate, 3 years or more", "10 weeks of full pay")) is None


def test_an_age_until_which_leave_is_given_is_not_lowered():
    source = "A child may sail free of charge at any time before the child's twelfth birthday."
    assert objection(source, "Children sail free until they are 8 years old.") is not None
    assert objection(source, "Children sail free until they are 14 years old.") is None


def test_the_time_within_which_others_act_is_no_amount_of_a_right():
    source = "A mate who is hurt is entitled to be heard within ten weeks."
    assert objection(source, "A mate who is hurt is heard within six weeks.") is None
