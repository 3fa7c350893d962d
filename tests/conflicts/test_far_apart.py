"""Figures that lie far from each other, of things that share nothing and of one thing."""

import pytest

from policycheck.conflicts.finder import objection_of, pair_of
from tests.statements import said


def objects(one, other):
    return objection_of(pair_of(said(one), said(other), 0.9, against_source=False)) is not None


@pytest.mark.parametrize(
    ("one", "apart", "same"),
    [
        (
            "A kettle left on the hob must be looked at within ten minutes.",
            "Curtains shall be looked at within six weeks.",
            "A kettle left on the hob is looked at within six weeks.",
        ),
        (
            "The lighthouse lamp must be polished every day.",
            "The sails are patched twice a year.",
            "The lamp of the lighthouse is polished twice a year.",
        ),
    ],
)
def test_figures_of_two_things_that_lie_far_apart(one, apart, same):
    assert not objects(one, apart)
    assert objects(one, same)


def test_figures_of_strange_things_that_lie_near_may_be_of_one():
    assert objects(
        "A kettle must be descaled every two months.", "The water boiler is descaled every four months."
    )


def test_putting_off_to_the_end_of_a_time_is_told_of_anything():
    assert objects(
        "An inspector must be told of a burst pipe within two hours.",
        "We report leaks at the end of the month.",
    )


def test_long_notice_may_be_cut_to_none():
    assert objects(
        "A guest must be written to six weeks before the fair.",
        "Cards for stallholders go out the night before.",
    )
