"""Denials that stand before the verb, or after it in another word than "not", and what only looks like one."""

import pytest
from statements import said

from policycheck.domain.obligations import Modality


@pytest.mark.parametrize(
    "text",
    [
        "In no case is a lender to charge interest.",
        "Under no circumstances are kilns to be left burning.",
        "Under no circumstances is a member allowed to fire the kiln.",
        "Never is the kiln to be left burning.",
        "Nor is a member to fire the kiln.",
        "Nor may a member fire the kiln.",
        "Neither may a member fire the kiln.",
        "Not until noon may members fire the kiln.",
        "It is not lawful for a lender to charge interest.",
        "It is illegal to charge interest.",
        "It is against the law to charge interest.",
        "It shall be unlawful for a lender to charge interest.",
        "Do not under any circumstances leave the kiln burning.",
        "Members must not under any circumstances leave the kiln burning.",
        "A member may neither fire nor empty the kiln.",
        "A member must neither fire nor empty the kiln.",
        "No rise in the fee is to take effect more often than once in any year.",
        "Members may fire the kiln at noon only.",
        "Members may fire pots nowhere but in the yard.",
    ],
)
def test_it_forbids(text: str) -> None:
    reading = said(text).reading
    assert reading is not None
    assert reading.modality is Modality.PROHIBITION


@pytest.mark.parametrize(
    ("text", "holder", "act"),
    [
        ("In no case is a lender to charge interest.", "a lender", "charge interest"),
        ("It is unlawful for a lender to charge interest.", "a lender", "charge interest"),
        ("Members must not under any circumstances fire pots.", "Members", "fire pots"),
    ],
)
def test_who_must_not_do_what(text: str, holder: str, act: str) -> None:
    reading = said(text).reading
    assert reading is not None
    assert (reading.duty_holder, reading.act) == (holder, act)


@pytest.mark.parametrize(
    "text",
    [
        "Members may fire pots not only at noon but at night.",
        "Members may take one copy only of the key.",
        "It is lawful for a lender to charge interest.",
        "It shall be lawful for a lender to charge interest.",
    ],
)
def test_it_permits(text: str) -> None:
    reading = said(text).reading
    assert reading is not None
    assert reading.modality is Modality.PERMISSION


@pytest.mark.parametrize(
    "text",
    [
        "Under no circumstances is a member required to stay.",
        "Nor are members obliged to stay.",
        "In no case is a fee what members come to see.",
        "The new fee is to take effect on 1 May.",
    ],
)
def test_nothing_is_forbidden(text: str) -> None:
    reading = said(text).reading
    assert reading is None or reading.modality is not Modality.PROHIBITION


def test_what_is_unlawful_may_be_a_case_of_a_duty() -> None:
    reading = said(
        "Where it is unlawful for a lender to charge interest, the clerk must tell the member."
    ).reading
    assert reading is not None
    assert (reading.modality, reading.duty_holder) == (Modality.OBLIGATION, "the clerk")
