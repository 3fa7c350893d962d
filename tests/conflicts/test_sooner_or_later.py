"""Two times in unlike units or words, of which one is over before the other."""

import pytest
from statements import objection_between

from policycheck.domain.comparison import Relation, compare_lengths
from policycheck.domain.obligations import Unit


@pytest.mark.parametrize(
    ("working", "days", "relation"),
    [(2, 4, Relation.LAXER), (5, 8, Relation.LAXER), (5, 7, Relation.STRICTER), (2, 2, Relation.STRICTER)],
)
def test_working_days_beside_days(working, days, relation):
    assert compare_lengths((working, Unit.DAY, True), (days, Unit.DAY, False)) is relation


@pytest.mark.parametrize(
    ("source", "policy", "objects"),
    [
        (
            "A torn hymn book must be mended within ten days of being found.",
            "Torn hymn books go on the list for January, and then the vestry is shut for a week.",
            True,
        ),
        (
            "The vestry key must be returned by six tonight.",
            "The vestry key may be returned in three days.",
            False,
        ),
        (
            "A torn hymn book must be mended within ten days of being found.",
            "Torn hymn books go on the list for January, and whoever mends five of them gets a day at the coast.",
            True,
        ),
        ("The vestry key must be returned by nightfall.", "The vestry key comes back in three days.", True),
        ("The vestry key must be returned by nightfall.", "The vestry key comes back in three hours.", False),
    ],
)
def test_a_time_of_the_day_and_a_length_that_only_lasts(source, policy, objects):
    assert (objection_between(source, policy) is not None) is objects


def test_a_time_by_which_a_thing_is_done_is_a_deadline():
    found = objection_between(
        "The warden rings the family on the afternoon of the fall.",
        "The warden rings the family six days after the fall.",
        against_source=False,
    )
    assert found is not None
    assert found.type == "deadline"
