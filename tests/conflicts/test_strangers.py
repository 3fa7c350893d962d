"""Statements that name what another is about, and statements that do not."""

import pytest

from policycheck.conflicts.strangers import is_about_another
from tests.statements import said

RULE = "The kettle must be descaled by the porter every two months."


def test_another_thing():
    assert is_about_another(said(RULE), said("Curtains shall be washed every year."))
    assert is_about_another(said(RULE), said("The boiler shall be descaled every year."))


@pytest.mark.parametrize(
    "other",
    ["The kettle shall be inspected every year.", "Every year the curtains near the kettle shall be washed."],
)
def test_the_same_thing_is_named(other):
    assert not is_about_another(said(RULE), said(other))
