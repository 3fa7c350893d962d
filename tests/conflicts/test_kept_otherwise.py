"""Retention periods that clash, in whatever words they are told."""

import pytest
from statements import said

from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.domain.findings import ConflictType


def objection(one, other, *, against_source):
    return objection_of(pair_of(said(one), said(other), 0.95, against_source=against_source))


@pytest.mark.parametrize(
    ("source", "policy", "words"),
    [
        (
            "Crew lists must be kept for five years.",
            "The mate tears up the crew list on the day we dock.",
            "on the day",
        ),
        (
            "Crew lists must be kept for five years.",
            "Crew lists go on the bonfire after two years.",
            "after two years",
        ),
        (
            "Bridge recordings must be kept for 30 days.",
            "The bridge recorder starts again every week.",
            "every week",
        ),
    ],
)
def test_what_goes_sooner_breaks_the_source(source, policy, words):
    found = objection(source, policy, against_source=True)
    assert found is not None
    assert found.type is ConflictType.RETENTION
    assert words in found.message


def test_what_never_goes_breaks_a_rule_that_it_must():
    source = "Passenger lists must be deleted within 12 months of the voyage."
    found = objection(source, "Our passenger lists are never thrown away.", against_source=True)
    assert found is not None
    assert "never thrown away" in found.message


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        ("Crew lists must be kept for five years.", "Crew lists older than six years go on the bonfire."),
        ("Passenger lists must be deleted within 12 months.", "The purser burns the passenger list straight away."),
        ("Crew lists must be kept for five years.", "Crew lists are never thrown away."),
        ("Bridge recordings must be kept for 30 days.", "The mate must send them off within three days."),
    ],
)  # fmt: skip
def test_what_stays_as_long_keeps_it(source, policy):
    assert objection(source, policy, against_source=True) is None
