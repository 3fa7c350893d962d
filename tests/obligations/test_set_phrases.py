"""Set phrases that ask something, wherever their words stand, each beside what looks like them and asks nothing."""

import pytest

from policycheck.domain.documents import Clause, DocumentKind
from policycheck.domain.obligations import Modality
from policycheck.obligations import read_clauses

_LAW, _POLICY = DocumentKind.LEGISLATION, DocumentKind.POLICY
_KINDS = pytest.mark.parametrize("kind", [_LAW, _POLICY])


def _read(text: str, kind: DocumentKind) -> list[Modality]:
    return [one.modality for one in read_clauses([Clause(id="", ref="", text=text)], kind=kind)]


@_KINDS
@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Reasonable steps must be taken to warn the swimmers.", Modality.OBLIGATION),
        ("Care should be taken to keep the hatch shut.", Modality.RECOMMENDATION),
        ("All measures that are needed shall be taken to stop a leak.", Modality.OBLIGATION),
        ("A casualty must be taken to the nearest pier.", Modality.OBLIGATION),
    ],
)
def test_steps_are_taken_to_do_something(kind: DocumentKind, text: str, modality: Modality) -> None:
    assert _read(text, kind) == [modality]


@_KINDS
@pytest.mark.parametrize(
    "text",
    [
        "A member shall be taken to have agreed if no answer comes.",
        "The boat must be taken to belong to the person who keeps it.",
    ],
)
def test_what_is_supposed_is_asked_of_nobody(kind: DocumentKind, text: str) -> None:
    assert _read(text, kind) == []


@_KINDS
@pytest.mark.parametrize(
    "text",
    [
        "The harbour board has a duty under section 9 of the Piers Act 1847 to light the quay.",
        "A club is obliged, within 14 days, to file a return.",
        "The keeper has a duty, so far as is reasonably practicable, to clear the path.",
        "The holder is under an obligation (whether or not asked) to insure the boat.",
        "The agent has the obligation to tell the seller.",
    ],
)
def test_the_source_of_a_duty_may_stand_inside_it(kind: DocumentKind, text: str) -> None:
    assert _read(text, kind) == [Modality.OBLIGATION]


@_KINDS
@pytest.mark.parametrize(
    "text",
    [
        "A bank has a duty under the law, and looks to its friends.",
        "The board has the duty in mind, to its credit.",
    ],
)
def test_a_duty_that_goes_on_otherwise_asks_nothing(kind: DocumentKind, text: str) -> None:
    assert _read(text, kind) == []


@_KINDS
@pytest.mark.parametrize(
    "text",
    [
        "A mooring fee is payable by the owner within 28 days of the notice.",
        "The balance is payable no later than the day of the race.",
        "The loan is repayable within two years.",
        "A return is due by 31 January each year.",
        "It is for the applicant to prove that the boat is sound.",
        "The onus is on the seller to show that the rope was new.",
        "It falls to the clerk to keep the roll.",
        "The duty to insure lies with the owner.",
        "The duty rests on the owner to mend the wall.",
        "Accountability for keeping the accounts rests with the treasurer.",
    ],
)
def test_whom_a_duty_falls_on(kind: DocumentKind, text: str) -> None:
    assert _read(text, kind) == [Modality.OBLIGATION]


@_KINDS
@pytest.mark.parametrize(
    "text",
    [
        "No fee is payable by a child.",
        "A fee was payable by the owner before 2001.",
        "It is for the best.",
        "It is for the board to decide.",
        "The onus was on the club.",
        "The train is due at six.",
        "The village lies with its back to the hill.",
    ],
)
def test_what_falls_on_nobody(kind: DocumentKind, text: str) -> None:
    assert _read(text, kind) == []


@pytest.mark.parametrize(
    ("text", "holder", "act"),
    [
        ("Leave it to the treasurer to count the oars.", "the treasurer", "count the oars"),
        ("We leave this to the night manager to sort out.", "the night manager", "sort out"),
        ("Leave it to the treasurer to decide.", "", "Leave it to the treasurer to decide"),
        ("Leave it to one side to dry.", "", "Leave it to one side to dry"),
    ],
)
def test_whom_it_is_left_to_has_the_duty(text: str, holder: str, act: str) -> None:
    [found] = read_clauses([Clause(id="", ref="", text=text)])
    assert (found.duty_holder, found.act) == (holder, act)


def test_the_one_it_falls_on_has_the_duty() -> None:
    [found] = read_clauses([Clause(id="", ref="", text="The onus is on the seller to mend the rope.")])
    assert (found.duty_holder, found.act) == ("the seller", "mend the rope")
    [found] = read_clauses([Clause(id="", ref="", text="A fee is payable by the owner within 28 days.")])
    assert found.duty_holder == "the owner"
