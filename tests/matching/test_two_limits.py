"""A duty with two limits beside what answers one of them, on sentences of a bakery."""

import pytest
from statements import row, said

from policycheck.matching.parts import compare_time_limits

OVEN = "The baker must clean the oven once a week and have its thermostat replaced every two years."
ORDER = "The shop must confirm an order within two days and deliver the cakes within 20 days."
COLUMNS = ("Thing", "Who", "What is done", "How often")


def standings(source, policy):
    theirs = row(COLUMNS, policy) if isinstance(policy, tuple) else said(policy)
    return [d.standing.value for d in compare_time_limits(said(source).reading, theirs.said)]


@pytest.mark.parametrize(
    ("source", "policy", "expected"),
    [
        (OVEN, ("Thermostat of the oven", "Baker", "Replaces it", "Every two years"), ["absent", "equal"]),
        (OVEN, ("Oven", "Baker", "Cleans it", "Once a week"), ["equal", "absent"]),
        (ORDER, "Cakes are delivered within 20 days.", ["absent", "equal"]),
        (ORDER, "The shop confirms an order within two days.", ["equal", "absent"]),
        (
            ORDER,
            "The shop confirms an order within two days; cakes are delivered within 20.",
            ["equal", "absent"],
        ),
        # One that breaks the limit of its own thing is laxer, though another thing of the duty has that limit.
        (ORDER, "The shop confirms an order within 20 days.", ["laxer", "equal"]),
        (ORDER, "Cakes are delivered within 30 days.", ["laxer", "laxer"]),
        (ORDER, "The shop confirms an order within five days.", ["laxer", "stricter"]),
    ],
)
def test_a_limit_is_not_held_against_that_of_another_thing(source, policy, expected):
    assert standings(source, policy) == expected
