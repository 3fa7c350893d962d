"""Time limits of two clauses held against each other, on sentences of an observatory and a dye works."""

import pytest
from statements import said

from policycheck.matching.parts import Part, Standing, compare_parts


def standing(source: str, policy: str, part: Part = Part.DEADLINE) -> Standing | None:
    found = compare_parts(said(source).said, said(policy).said)
    return next((one.standing for one in found if one.part is part), None)


@pytest.mark.parametrize(
    ("source", "policy", "expected"),
    [
        (
            "The mirror must be cooled no more than five hours before it is aligned.",
            "The mirror is cooled not more than a day before it is aligned.",
            Standing.LAXER,
        ),
        (
            "The dome must be opened no earlier than an hour before sunset.",
            "The dome is opened no earlier than 30 minutes before sunset.",
            Standing.STRICTER,
        ),
        (
            "The vat must be skimmed in the three hours before it is filled.",
            "The vat is skimmed in the five hours before it is filled.",
            Standing.LAXER,
        ),
        (
            "The vat must not be skimmed more than three hours before it is filled.",
            "The vat is skimmed no more than two hours before it is filled.",
            Standing.STRICTER,
        ),
        (
            "The vat must be skimmed up to a day before it is filled.",
            "The vat is skimmed up to three days before it is filled.",
            Standing.LAXER,
        ),
        (
            "The dome must be oiled at least a week before it is opened.",
            "The dome is oiled two weeks before it is opened.",
            Standing.STRICTER,
        ),
        # Such a time says what is to be told, and who looks back less far leaves some of it out.
        (
            "The dyer must list every spill that was cleaned up within the 12 months before the inspection.",
            "The dyer lists every spill that was cleaned up within the six months before the inspection.",
            Standing.LAXER,
        ),
        (
            "Spills in the six weeks before the inspection must be listed.",
            "The dyer lists spills in the nine weeks before the inspection.",
            Standing.STRICTER,
        ),
        # Who may change a thing "up to two days before" has until then.
        (
            "A visitor may be charged only if the booking may be changed up to two days before the tour.",
            "A booking may be changed up to five days before the tour.",
            Standing.LAXER,
        ),
    ],
)
def test_a_time_before_an_event_is_a_window_or_notice(source: str, policy: str, expected: Standing) -> None:
    assert standing(source, policy) is expected
