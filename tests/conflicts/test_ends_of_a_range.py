"""An age from which people are let in beside one up to which they are: both can be obeyed."""

import pytest
from statements import objection_between, said

from policycheck.domain.findings import ConflictType
from policycheck.matching.parts import Part, Standing, compare_parts


@pytest.mark.parametrize(
    ("floor", "ceiling"),
    [
        ("Ringers must be aged 18 or over.", "Nobody aged 70 or over may ring."),
        (
            "Ringers are taken only from those who have attained the age of 18.",
            "Nobody aged 70 or over may ring.",
        ),
        ("Ringers must be aged 18 or over.", "Ringers must be under 70."),
        ("Ringers must be aged at least 18.", "Ringers must be no older than 70."),
        ("Nobody under 18 may ring.", "A person aged 70 or over must not ring."),
        ("Ringers must be at least 18.", "Ringers must not be over 70."),
    ],
)
@pytest.mark.parametrize("against_source", [True, False])
def test_a_floor_and_a_ceiling_stand_together(floor, ceiling, against_source):
    assert objection_between(floor, ceiling, against_source=against_source) is None
    assert objection_between(ceiling, floor, against_source=against_source) is None


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        ("Ringers must be aged 18 or over.", "Nobody aged 16 or over may ring."),
        ("Nobody aged 70 or over may ring.", "Nobody aged 75 or over may ring."),
        ("Nobody aged 70 or over may ring.", "Ringers aged up to 75 may ring."),
        ("Ringers must be under 70.", "Ringers must be under 75."),
        ("Ringers must be aged 21 or over and under 70.", "Ringers must be aged 18 or over."),
        ("Nobody under 18 may ring.", "Ringers aged 16 or over may ring."),
    ],
)
def test_ages_that_cannot_both_be_obeyed_contradict(source, policy):
    found = objection_between(source, policy)
    assert found is not None and found.type is ConflictType.AGE


def test_a_lower_ceiling_is_stricter():
    assert objection_between("Ringers must be under 70.", "Ringers must be under 65.") is None


def test_a_ceiling_does_not_answer_a_floor():
    source, policy = said("Ringers must be aged 18 or over."), said("Nobody aged 70 or over may ring.")
    found = [one for one in compare_parts(source.said, policy.said) if one.part is Part.AGE]
    assert [one.standing for one in found] == [Standing.ABSENT]
