"""Statements that name nothing of each other, and statements that name something."""

import pytest

from policycheck.conflicts.strangers import share_neither_thing_nor_act
from tests.statements import said

RULE = "The kettle must be descaled by the porter every two months."


def test_what_shares_neither_thing_nor_act():
    assert share_neither_thing_nor_act(said(RULE), said("Curtains shall be washed every year."))


@pytest.mark.parametrize(
    "other",
    [
        "The kettle shall be inspected every year.",
        "The boiler shall be descaled every year.",
        "Every year the curtains near the kettle shall be washed.",
    ],
)
def test_what_names_the_thing_or_the_act(other):
    assert not share_neither_thing_nor_act(said(RULE), said(other))
    assert not share_neither_thing_nor_act(said(other), said(RULE))
