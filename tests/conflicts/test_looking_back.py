"""How far back a rule looks: of a ban on whoever did a thing, and of how lately a thing must have been done."""

import pytest
from statements import objection_between

from policycheck.domain.findings import ConflictType

_BARRED = "A person who sang for an entrant within the last three years must not judge the choirs."
_LATELY = "A diver must not go down unless the air tank has been tested within the preceding 12 months."


@pytest.mark.parametrize(
    "policy",
    [
        "Nobody who sang for an entrant within the past four years judges the choirs.",
        "A person who sang for an entrant in the previous five years must not judge the choirs.",
    ],
)
def test_a_ban_that_looks_further_back_is_stricter(policy):
    assert objection_between(_BARRED, policy) is None
    assert objection_between(_BARRED, policy, against_source=False) is not None


def test_a_ban_that_looks_less_far_back_is_laxer():
    policy = "A person who sang for an entrant within the past two years must not judge the choirs."
    found = objection_between(_BARRED, policy)
    assert found is not None and found.type is ConflictType.QUANTITY


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        (_LATELY, "Each air tank is tested every 24 months."),
        (
            "A winch must not be used unless it has been greased in the last six months.",
            "Winches are greased once a year.",
        ),
        (
            "A punt may be let only if it was tarred within the past two years.",
            "Each punt is tarred every three years.",
        ),
    ],
)
def test_what_is_done_seldomer_than_it_must_have_been_contradicts(source, policy):
    found = objection_between(source, policy)
    assert found is not None and found.type is ConflictType.FREQUENCY


@pytest.mark.parametrize("against_source", [True, False])
@pytest.mark.parametrize(
    "policy", ["Each air tank is tested every six months.", "Each air tank is painted every 24 months."]
)
def test_what_is_done_oftener_or_is_another_thing_does_not(policy, against_source):
    assert objection_between(_LATELY, policy, against_source=against_source) is None
