"""Statements that hold one after the other, each beside one that holds at the same time or says by when."""

import pytest

from policycheck.conflicts.finder import objection_of, pair_of
from tests.statements import said

OURS = False


def objects(one, other):
    return objection_of(pair_of(said(one), said(other), 0.95, against_source=OURS)) is not None


@pytest.mark.parametrize(
    ("rule", "apart", "same"),
    [
        (
            "Until 30 June a mooring costs £40.",
            "From 1 July a mooring costs £55.",
            "From 1 May a mooring costs £55.",
        ),
        (
            "Up to 31 December 2024 a mooring costs £40.",
            "With effect from 1 January 2025 a mooring costs £55.",
            "From 1 January 2024 a mooring costs £55.",
        ),
        (
            "A mooring costs £40 until 30 June.",
            "A mooring costs £55 from 1 July.",
            "A mooring costs £55 until 30 June.",
        ),
        (
            "Before 1 July letters are answered within six days.",
            "On or after 1 July letters are answered within 12 days.",
            "Before 1 July letters are answered within 12 days.",
        ),
        (
            "Before 8 am a berth costs £4.",
            "After 8 am a berth costs £7.",
            "Before 8 am a berth costs £7.",
        ),
        (
            "Until the new crane is tested, crates are moved within five days.",
            "Once the crane is here, crates are moved within two days.",
            "Until the new crane is tested, crates are moved within two days.",
        ),
        (
            "Until the new crane is tested, crates are moved within five days.",
            "Once the crane is here we move crates within two days.",
            "Until the new crane is tested, crates are moved within two days.",
        ),
        (
            "Until 30 June kites may be flown on the pier.",
            "From 1 July kites must not be flown on the pier.",
            "From 1 May kites must not be flown on the pier.",
        ),
    ],
)
def test_one_holds_until_the_other_does(rule, apart, same):
    assert not objects(rule, apart)
    assert objects(rule, same)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dues must be paid before 1 May.", "Dues may be paid after 1 June."),
        ("Before 1 May all dues must be paid.", "After 1 June all dues are paid."),
        ("Until the pier is mended, nobody may enter.", "Once the tide is out, people may enter."),
        (
            "Until the new crane is tested, crates are moved within five days.",
            "Once the tide turns, crates are moved within nine days.",
        ),
    ],
)
def test_a_day_by_which_and_events_that_share_nothing_are_no_periods(one, other):
    assert objects(one, other)
