"""What tells how a text is to be read or how a law works asks nothing; the same verbs else ask something."""

import pytest

from policycheck.domain.documents import Clause, DocumentKind
from policycheck.domain.obligations import Modality
from policycheck.obligations import read_clauses

_LAW, _POLICY, _GUIDANCE = DocumentKind.LEGISLATION, DocumentKind.POLICY, DocumentKind.GUIDANCE


def _asks(text: str, kind: DocumentKind) -> bool:
    found = read_clauses([Clause(id="", ref="", text=text)], kind=kind)
    return any(one.modality is not Modality.PERMISSION for one in found)


@pytest.mark.parametrize("kind", [_LAW, _POLICY, _GUIDANCE])
@pytest.mark.parametrize(
    "text",
    [
        "The thermometer must be read twice a day.",
        "A warning must be read aloud to the prisoner before the hearing.",
        "Each tray must be counted before and after the operation.",
        "The cash shall be counted by two persons.",
        "Every visitor must be treated with courtesy.",
        "Sewage must be treated before it is discharged.",
        "The price of the funeral must be included in the estimate.",
        "A caution shall be disregarded after two years.",
        "The dose must be calculated by a pharmacist.",
        "A stray dog must be taken to a pound.",
        "The rules must be understood by every lifeguard before the first shift.",
        "What the patient says must be treated as confidential.",
    ],
)
def test_it_asks_something_of_people(kind: DocumentKind, text: str) -> None:
    assert _asks(text, kind)


@pytest.mark.parametrize("kind", [_LAW, _POLICY, _GUIDANCE])
@pytest.mark.parametrize(
    "text",
    [
        "This part must be read with the Fire Plan.",
        "It is to be read in conjunction with the timetable.",
        "References to parents should be read as including guardians.",
        "A member who is absent shall be treated as having voted against.",
        "Half days are to be counted as whole days.",
        "Time spent at sea is to be counted towards the period.",
        "Bank holidays must be disregarded in calculating the period.",
        "Interest shall be calculated from day to day.",
        "A skipper shall be taken to have agreed.",
        '"Keeper" shall have the meaning given in section 3.',
    ],
)
def test_it_tells_how_to_read(kind: DocumentKind, text: str) -> None:
    assert not _asks(text, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Complaints about a captain should be treated as complaints about the line.",
        "Late entries must be disregarded.",
        "Time spent in training should count as working time.",
    ],
)
def test_in_a_law_alone_it_tells_how_the_law_works(text: str) -> None:
    assert _asks(text, _POLICY)
    assert not _asks(text, _LAW)


@pytest.mark.parametrize(
    "text",
    [
        "A reply after noon is treated as having come the next day.",
        "Half days are counted as whole days.",
        "The fee is calculated from the length of the boat.",
        "Leaving the bar open will be treated as gross misconduct.",
    ],
)
def test_a_policy_that_tells_how_it_reckons_asks_nothing(text: str) -> None:
    assert not _asks(text, _POLICY)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("A ferry must apply for the renewal of its berth.", True),
        ("A wharf must apply for a mooring licence within 28 days of opening.", True),
        ("Passengers must apply balm before they go on deck.", True),
        ("Barges must apply the brake at a lock.", True),
        ("This rule must apply to all barges.", False),
        ("The toll must apply for a year.", False),
        ("The same limit must apply at night.", False),
        ("The exemption must apply equally to barges.", False),
        ("Licences must apply for the whole season.", False),
    ],
)
def test_who_applies_for_a_thing_does_something_and_a_text_that_applies_does_not(text, asks):
    assert _asks(text, _POLICY) is asks
