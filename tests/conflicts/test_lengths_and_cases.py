"""How long a thing is done is an amount; what a thing has is no other figure than the bound that takes it in."""

import pytest
from statements import objection_between, row_of, said

from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.domain.findings import ConflictType


@pytest.mark.parametrize(
    ("source", "policy", "kind"),
    [
        (
            "The dye must be stirred for a quarter of an hour.",
            "The dye is stirred for five minutes.",
            ConflictType.QUANTITY,
        ),
        (
            "A warder must not keep watch for more than 50 minutes.",
            "A warder keeps watch for 80 minutes.",
            ConflictType.QUANTITY,
        ),
        (
            "The dye must be rinsed out within 20 minutes.",
            "The dye is rinsed out within 30 minutes.",
            ConflictType.DEADLINE,
        ),
        (
            "A dyer may appeal for six months after the fair.",
            "A dyer may appeal for three months after the fair.",
            ConflictType.DEADLINE,
        ),
    ],
)
def test_a_length_that_is_done_is_an_amount_and_a_time_limit_is_none(source, policy, kind):
    found = objection_between(source, policy)
    assert found is not None and found.type is kind


_MARSHAL = "A marshal must be named for any fair with thirty or more rides."


@pytest.mark.parametrize("against_source", [True, False])
def test_what_a_thing_has_is_taken_in_by_a_bound(against_source):
    fact = "A marshal is named for the Goose Fair, which has 52 rides."
    assert objection_between(_MARSHAL, fact, against_source=against_source) is None
    assert objection_between(fact, _MARSHAL, against_source=against_source) is None


def test_what_falls_outside_the_bound_is_another_figure():
    fact = "A marshal is named for the Goose Fair, which has 24 rides."
    assert objection_between(_MARSHAL, fact, against_source=False) is not None


def test_a_figure_of_the_rule_itself_is_no_such_fact():
    asked, told = "The fair must have thirty or more rides.", "The fair has 52 rides."
    assert objection_between(asked, told, against_source=False) is not None


def test_one_of_them_is_no_number():
    assert objection_between("Two dyers must sign the slip.", "The clerk may not be one of them.") is None


_COLD = "The pier must lend a stove to every stallholder whose booth has been without power for three hours."


@pytest.mark.parametrize(
    ("policy", "breaks"),
    [
        (
            "The pier lends a stove to every stallholder whose booth has been without power for six hours.",
            True,
        ),
        ("We will lend you a stove once your power has been off for six hours.", True),
        ("Where a booth has been without power for more than five hours, the pier lends a stove.", True),
        (
            "The pier lends a stove to every stallholder whose booth has been without power for one hour.",
            False,
        ),
        ("We will lend you a stove once your power has been off for three hours.", False),
    ],
)
def test_who_must_wait_longer_for_help_is_helped_too_late(policy, breaks):
    assert (objection_between(_COLD, policy) is not None) is breaks


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        (
            "The cook must use milk that has been boiled for nine minutes.",
            "The cook uses milk that has been boiled for four minutes.",
        ),
        (
            "A ride may be run only if it has been idle for ten minutes.",
            "A ride may be run only if it has been idle for five minutes.",
        ),
        (
            "A rider must not be left without water for more than two hours.",
            "A rider is left without water for three hours.",
        ),
        (
            "A judge who has been qualified for four years must sign the card.",
            "A judge who has been qualified for two years signs the card.",
        ),
    ],
)
def test_what_must_have_lasted_before_somebody_acts_may_not_be_cut_short(source, policy):
    assert objection_between(source, policy) is not None


def test_the_length_of_a_thing_beside_the_figure_of_a_row_is_an_amount():
    watch = said("A bosun is on watch for no more than three hours in any day.")
    cells = {"What": "Bosun's time on watch in any day", "Who": "Captain", "Does": "Allows"}
    found = objection_of(
        pair_of(watch, row_of(**cells, Limit="Five hours at most"), 0.95, against_source=False)
    )
    assert found is not None and found.type is ConflictType.QUANTITY
