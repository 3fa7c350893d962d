"""Words that leave open whether a thing is done, and their look-alikes that leave nothing open."""

import pytest
from statements import answer, said

from policycheck.alignment.wordings import hedging
from policycheck.domain.obligations import Modality


@pytest.mark.parametrize(
    "text",
    [
        "Keep the aisle clear if you can.",
        "If you can, keep the aisle clear.",
        "Where you can do so, keep the aisle clear.",
        "The warden sweeps the aisle as best they can.",
        "The warden sweeps the aisle each week, staffing permitting.",
        "The warden sweeps the aisle each week if there is time.",
        "As a general rule the warden sweeps the aisle.",
        "In principle, the warden sweeps the aisle.",
        "Guests are asked not to ring the bell.",
        "Guests are requested to sign the book.",
        "Wardens are meant to sweep the aisle each week.",
        "The warden plans to sweep the aisle each week.",
        "We intend to sweep the aisle each week.",
    ],
)
def test_what_is_left_open_is_a_recommendation(text: str) -> None:
    reading = said(text).reading
    assert reading is not None
    assert reading.modality is Modality.RECOMMENDATION


@pytest.mark.parametrize(
    "text",
    [
        "If you can smell gas, open the doors.",
        "Wardens check as far as they can see along the aisle.",
        "If time runs out, the warden rings the bell.",
        "Wardens must keep the aisle clear if they can.",
        "The warden sends the floor plan to the printer.",
    ],
)
def test_what_only_looks_so_binds(text: str) -> None:
    reading = said(text).reading
    assert reading is not None
    assert reading.modality is Modality.OBLIGATION


def test_what_a_thing_is_meant_to_do_is_told() -> None:
    assert said("The leaflet is meant to help guests.").reading is None


@pytest.mark.parametrize(
    ("policy", "hedge"),
    [
        ("We plan to sweep the aisle each week.", "We plan to"),
        ("The warden tends to sweep the aisle each week.", "tends to"),
        ("The warden tends to the aisle each week.", ""),
        ("The warden preferably sweeps the aisle.", "preferably"),
        ("See if you can sweep the aisle each week.", ""),
    ],
)
def test_a_hedge_of_a_policy_is_named(policy: str, hedge: str) -> None:
    duty = said("The warden must sweep the aisle each week.")
    assert hedging(duty, answer(duty, policy)) == hedge
