"""What goes at an event, or never, beside a time for which it is to be kept or after which it is to go."""

import pytest
from statements import said

from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.domain.findings import ConflictType


def objection(one, other, *, against_source):
    return objection_of(pair_of(said(one), said(other), 0.95, against_source=against_source))


KEPT = "Harbour logs must be kept for five years."


@pytest.mark.parametrize(
    "policy",
    [
        "When the harbour log is full, bin it and start another.",
        "Straight in the stove with the harbour log once the boat is in.",
        "Last season's logs can go on the bonfire.",
        "Harbour logs are shredded as soon as the boat has left.",
        "Each harbour log stays on the hook until the next one arrives.",
    ],
)
def test_what_goes_at_an_event_breaks_a_time_for_which_it_is_kept(policy):
    found = objection(KEPT, policy, against_source=True)
    assert found is not None
    assert found.type is ConflictType.RETENTION
    assert "five years" in found.message


@pytest.mark.parametrize(
    "policy",
    [
        "When the five years are up, bin the harbour log.",
        "Harbour logs go in the shredder once the retention period has ended.",
        "The bins are emptied when the harbour closes.",
        "Harbour logs are not shredded when the boat leaves.",
        "Harbour logs are shredded by a firm that we trust.",
        "Harbour logs are kept for six years and shredded after the boat is sold.",
    ],
)
def test_what_goes_when_its_time_is_up_keeps_it(policy):
    assert objection(KEPT, policy, against_source=True) is None


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        ("Mooring lists must be destroyed within two years.", "Our mooring lists go back to 1970."),
        (
            "Mooring lists must be destroyed at the end of two years.",
            "We have never thrown a mooring list away.",
        ),
        (
            "The number of a caller is deleted when the call is over.",
            "Numbers lie in the machine for good.",
        ),
        ("A mooring list must not be kept for more than two years.", "Mooring lists are kept permanently."),
        ("Mooring lists must be kept for no longer than two years.", "We keep the mooring lists for ever."),
    ],
)
def test_what_stays_for_good_breaks_a_rule_that_it_goes(source, policy):
    found = objection(source, policy, against_source=True)
    assert found is not None
    assert found.type is ConflictType.RETENTION


def test_what_stays_for_good_keeps_a_rule_that_it_stays():
    source = "Mooring lists must be kept for at least two years."
    assert objection(source, "Mooring lists are kept permanently.", against_source=True) is None


def test_a_source_is_not_broken_by_what_goes_sooner_than_it_must():
    source = "Mooring lists must be destroyed two years after the boat has left."
    assert objection(source, "Bin the mooring list when the boat has left.", against_source=True) is None


@pytest.mark.parametrize(
    ("policy", "words"),
    [
        ("Harbour logs go to the shredder two Christmases on.", "two Christmases on"),
        ("Harbour logs are pulped at the third harvest after.", "third harvest after"),
    ],
)
def test_years_are_counted_by_what_comes_once_in_each(policy, words):
    found = objection(KEPT, policy, against_source=True)
    assert found is not None
    assert words in found.message


def test_a_list_left_for_ages_is_kept():
    own = "A list of moorings stays with us until the owner has reached 25."
    assert said(own).said.thresholds[0].text.startswith("until the owner")
