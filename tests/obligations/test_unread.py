"""Ways of stating a duty that are easily read past, each beside what looks like it and asks nothing."""

import pytest

from policycheck.domain.documents import Clause, DocumentKind
from policycheck.domain.obligations import Modality
from policycheck.obligations import read_clauses

_LAW, _POLICY = DocumentKind.LEGISLATION, DocumentKind.POLICY


def _read(text: str, kind: DocumentKind) -> list[Modality]:
    return [one.modality for one in read_clauses([Clause(id="", ref="", text=text)], kind=kind)]


@pytest.mark.parametrize("kind", [_LAW, _POLICY])
@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("A turn at the wheel is to last no more than two hours.", Modality.OBLIGATION),
        ("Each cabin is to have a smoke alarm.", Modality.OBLIGATION),
        ("The answer is to come from somebody who was not on board.", Modality.OBLIGATION),
        ("Before the last day a cadet is to be offered a talk.", Modality.OBLIGATION),
        ("Nobody on the jetty, on whichever side, shall be filmed.", Modality.PROHIBITION),
        ("It is the job of the caretaker to grit the steps.", Modality.OBLIGATION),
        ("It is the purser's responsibility to keep the rota up to date.", Modality.OBLIGATION),
        ("It is your responsibility to keep your locker shut.", Modality.OBLIGATION),
        ("It is vital to log the call before the desk closes.", Modality.OBLIGATION),
    ],
)
def test_it_binds_in_law_and_policy(kind: DocumentKind, text: str, modality: Modality) -> None:
    assert _read(text, kind) == [modality]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Do not block the slipway.", Modality.PROHIBITION),
        ("Do not dawdle at the lock.", Modality.PROHIBITION),
        ("Please switch off the lights when you leave.", Modality.OBLIGATION),
        ("Hand back your badge within 14 days.", Modality.OBLIGATION),
        ("Wear gloves when handling glass.", Modality.OBLIGATION),
        ("When the horn sounds, leave by the nearest way out and do not stop.", Modality.OBLIGATION),
        ("No one lifts a passenger without help.", Modality.PROHIBITION),
        ("All accidents to be entered in the book by the end of the shift.", Modality.OBLIGATION),
        ("Hard hats to be worn beyond this point.", Modality.OBLIGATION),
        ("Payments over £500 require two signatures.", Modality.OBLIGATION),
        ("Orders above £10,000 need the approval of the board.", Modality.OBLIGATION),
        ("Until nine at night the porter checks the gates every hour.", Modality.OBLIGATION),
        ("To make a claim, send us the receipt.", Modality.OBLIGATION),
        ("Finally, lock the door.", Modality.OBLIGATION),
        ("And tell the night shift.", Modality.OBLIGATION),
        ("Be polite to guests.", Modality.OBLIGATION),
        ("Have your pass ready.", Modality.OBLIGATION),
        ("Check, clean and put away all tools.", Modality.OBLIGATION),
        ("Immediately report leaks to the engineer.", Modality.OBLIGATION),
        ("Contact emergency services if the raft drifts.", Modality.OBLIGATION),
        ("The treasurer, with one trustee, checks the takings.", Modality.OBLIGATION),
        ("It is our policy to check references.", Modality.OBLIGATION),
        ("It is expected that guests will be on time.", Modality.RECOMMENDATION),
        ("We expect guests to be polite.", Modality.RECOMMENDATION),
        ("Passengers who complain get an answer within 28 days.", Modality.OBLIGATION),
    ],
)
def test_it_binds_in_a_policy(text: str, modality: Modality) -> None:
    assert _read(text, _POLICY) == [modality]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody has to join in.",
        "No member needs to give a reason.",
        "Thank you for reading this guide.",
        "A good start is to have a plan.",
        "Issues to be discussed",
        "A force to be reckoned with.",
        "Have a good trip.",
        "Do not worry.",
        "We respect that carers may leave.",
        "Nobody needs a licence to fish here.",
        "Members who sail alone know the risks.",
        "The rooms in which guests sleep are upstairs.",
        "The times at which ferries leave vary.",
        "We expect to open in May.",
        "To keep the pier safe, mend its planks, and help its users.",
        "He asked why the door had to be locked.",
        "A skip of this size needs no permission from anyone.",
        "An excessive need for approval.",
        "Help is for guests and crew who need urgent contact outside the season.",
        "A reply that comes after noon counts as having come the next day.",
        "So must whatever is in the hold.",
        "Sails age; so must the crew.",
        "The boats are gone by noon.",
    ],
)
def test_it_asks_nothing_in_a_policy(text: str) -> None:
    assert _read(text, _POLICY) == []


def test_an_order_in_a_list_is_its_first_one() -> None:
    text = "If a guest begins to cry:\n• Stay near.\n• Allow pauses — do not rush them."
    found = read_clauses([Clause(id="", ref="", text=text)], kind=_POLICY)
    assert [one.signal for one in found] == ["Stay", "Allow"]
