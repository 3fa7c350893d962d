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


@pytest.mark.parametrize(
    ("source", "policy", "objects"),
    [
        (
            "A bell with a cracked stay is stopped at once.",
            "A bell with a cracked stay may be run until the end of the peal.",
            True,
        ),
        (
            "A bell with a frayed rope is taken out of use there and then.",
            "A bell with a frayed rope may be used until the new rope comes.",
            True,
        ),
        (
            "A van with a cracked lamp is taken off the round at once.",
            "A van with a cracked lamp may finish its round before it goes to the garage.",
            True,
        ),
        (
            "A bell with a frayed rope is taken out of use there and then.",
            "A bell with a frayed rope stays shut off until the new rope comes.",
            False,
        ),
        (
            "A van with a cracked lamp is taken off the round at once.",
            "A van with a cracked lamp is kept off the round until the lamp has been mended.",
            False,
        ),
        (
            "A van with a cracked lamp is washed at once.",
            "A van with a cracked lamp is left until the round is over.",
            True,
        ),
        (
            "The steward must shut down the organ immediately, and must not play it again until it has been mended.",
            "The organ is shut down there and then.",
            False,
        ),
        (
            "The steward must not shut down the organ until the verger has agreed.",
            "The organ is shut down there and then.",
            True,
        ),
    ],
)
def test_what_is_put_out_of_use_at_once_is_not_used_on_but_may_stay_out_of_use(source, policy, objects):
    assert (objection_between(source, policy) is not None) is objects
