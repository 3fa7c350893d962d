"""Initials that are spelt as other words, and callings of every field, name who acts."""

import pytest
from statements import said

from policycheck.domain.obligations import Modality


@pytest.mark.parametrize(
    ("text", "modality", "holder"),
    [
        ("The DO walks the quay each hour.", Modality.OBLIGATION, "The DO"),
        ("A DO may open the lock.", Modality.PERMISSION, "A DO"),
        ("The IT lead signs the log.", Modality.OBLIGATION, "The IT lead"),
        ("The attendant stays by the slipway.", Modality.OBLIGATION, "The attendant"),
        ("The secretary keeps the minutes.", Modality.OBLIGATION, "The secretary"),
        ("Pilots wait; the harbourmaster rings the bell.", Modality.OBLIGATION, "the harbourmaster"),
        ("Attendants may look at the log.", Modality.PERMISSION, "Attendants"),
    ],
)
def test_they_act(text: str, modality: Modality, holder: str) -> None:
    reading = said(text).reading
    assert reading is not None
    assert (reading.modality, reading.duty_holder) == (modality, holder)


@pytest.mark.parametrize("text", ["Attendants may look tired.", "It may look odd."])
def test_how_somebody_may_look_is_not_allowed(text: str) -> None:
    assert said(text).reading is None


def test_do_not_stays_an_order() -> None:
    reading = said("DO NOT open the lock.").reading
    assert reading is not None
    assert reading.modality is Modality.PROHIBITION


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("No anchors on the slipway.", Modality.PROHIBITION),
        ("No permit is needed.", Modality.PERMISSION),
        ("No later than noon there is a bell.", Modality.OBLIGATION),
    ],
)
def test_no_at_the_head_denies(text: str, modality: Modality) -> None:
    statement = said(text)
    assert statement.reading is None
    assert statement.said is not None
    assert statement.said.modality is modality
