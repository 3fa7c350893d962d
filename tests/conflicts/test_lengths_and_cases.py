"""How long a thing is done is an amount; what a thing has is no other figure than the bound that takes it in."""

import pytest
from statements import objection_between

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
