"""Clauses with a figure for each of two things, beside a text about one of them."""

import pytest

from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.domain.findings import ConflictType
from tests.statements import said

OURS, SOURCE = False, True


def objects(one, other, *, against_source=OURS):
    return objection_of(pair_of(said(one), said(other), 0.9, against_source=against_source)) is not None


KITES = "A kite must be brought back within nine days, and a rope within four."
PUMPS = "Pumps on the quay must be oiled every week, and pumps in the sheds every three months."
OARS = "A rower must be given two hours' rest, or six where the race is longer than ten miles."


@pytest.mark.parametrize("against_source", [OURS, SOURCE])
@pytest.mark.parametrize(
    ("clause", "same", "other"),
    [
        (KITES, "Ropes must be brought back within four days.", "Kites must be brought back within twelve days."),
        (KITES, "Ropes must be brought back within four days.", "Ropes must be brought back within five days."),
        (PUMPS, "Pumps in the sheds are oiled every three months.", "Pumps on the quay are oiled every three months."),
        (OARS, "After a race of over ten miles a rower must be given six hours' rest.",
         "A rower must be given one hour's rest."),
    ],
)  # fmt: skip
def test_a_text_is_held_against_the_figure_of_its_own_thing(clause, same, other, against_source):
    assert not objects(clause, same, against_source=against_source)
    assert objects(clause, other, against_source=against_source)


def test_a_case_in_its_branch_is_no_figure_to_differ_from():
    rule = "A diver must rest two hours after a dive of 30 metres or less, and five hours after a deeper one."
    assert not objects(rule, "A diver who went to 42 metres must rest five hours.", against_source=SOURCE)
    assert objects(rule, "A diver who went to 42 metres must rest one hour.", against_source=SOURCE)


def test_of_the_first_figure_the_second_says_nothing():
    lamps = "Lamps on deck must be no lower than 2 metres, and lamps on the mast no lower than 6 metres."
    assert not objects(lamps, "A lamp on deck must hang at 3 metres.", against_source=SOURCE)
    assert objects(lamps, "A lamp on deck must hang at 1 metre.", against_source=SOURCE)


@pytest.mark.parametrize("told", ["at any hour", "day and night", "round the clock"])
@pytest.mark.parametrize(
    ("other", "short"),
    [
        ("The lock is staffed from 6 am to 9 pm.", True),
        ("The lock is staffed between 6 am and midnight.", True),
        ("The lock is staffed by day and by night.", False),
        ("The lock is staffed from 6 am to 9 pm; outside those hours ring the lock-keeper.", False),
        ("The gates of the lock are greased at 6 am and at 9 pm.", False),
        ("The lock is staffed at all hours.", False),
    ],
)
def test_some_hours_are_less_than_day_and_night(told, other, short):
    duty = f"The lock must be staffed {told}."
    assert objects(duty, other, against_source=SOURCE) is short


def test_day_and_night_is_more_than_some_hours_and_differs_from_them():
    some, every = "The lock must be staffed from 6 am to 9 pm.", "The lock is staffed round the clock."
    assert not objects(some, every, against_source=SOURCE)
    assert objects(some, every)


def test_at_all_times_is_always_and_not_by_day_and_night():
    duty = "A keeper must be at the lock at all times."
    assert not objects(duty, "A keeper is at the lock from 6 am to 9 pm.", against_source=SOURCE)


@pytest.mark.parametrize(
    ("duty", "free"),
    [
        ("Anyone may look at the charts, free, on weekdays.", True),
        ("The charts must be open to be inspected free by members.", True),
        ("Charts must be supplied free.", True),
        ("Charts must be supplied free of stains.", False),
        ("The crew must be left free to look at the charts.", False),
    ],
)
def test_what_is_had_free_costs_nothing(duty, free):
    assert objects(duty, "Those who look at the charts pay £6.") is free


@pytest.mark.parametrize("against_source", [OURS, SOURCE])
def test_the_number_who_serve_so_many_is_nobody_to_differ_from(against_source):
    rule = "On rides one groom goes with each group of 9."
    found = objection_of(
        pair_of(
            said(rule),
            said("The yard owner provides one groom for every 15."),
            0.9,
            against_source=against_source,
        )
    )
    assert found.type is ConflictType.QUANTITY


@pytest.mark.parametrize(
    ("rule", "other", "differs"),
    [
        ("A keeper must not open any sluice unless it has first given the mills at least nine hours' warning.",
         "The keeper gives the mills four hours' warning before a sluice is opened.", True),
        ("A keeper must not open any sluice unless it has first given the mills at least nine hours' warning.",
         "The keeper gives the mills twelve hours' warning before a sluice is opened.", False),
        ("A keeper must warn any mill that draws at least 50 litres.",
         "The keeper warns a mill that draws 80 litres.", False),
    ],
)  # fmt: skip
def test_what_a_ban_waits_for_must_be_reached_and_is_no_case(rule, other, differs):
    assert objects(rule, other, against_source=SOURCE) is differs


_LOST = "If a kite has not been found within nine days, the club must tell the flyer how to claim for it."


@pytest.mark.parametrize("against_source", [True, False])
@pytest.mark.parametrize(
    "given",
    [
        "The flyer has three months from the loss to claim for a kite.",
        "You have three months to claim for a lost kite.",
        "A flyer may claim for a kite within three months.",
    ],
)
def test_a_time_of_what_was_not_done_is_none_that_somebody_has(given, against_source):
    assert not objects(_LOST, given, against_source=against_source)
    assert not objects(given, _LOST, against_source=against_source)


@pytest.mark.parametrize(
    "told",
    [
        "If a kite has not been found within twelve days, the club tells the flyer how to claim for it.",
        "The flyer is told how to claim for a kite after twelve days.",
        "A flyer whose kite has not been found may claim for it after twelve days.",
    ],
)
def test_a_time_after_which_the_same_is_done_is_another(told):
    assert objects(_LOST, told)
