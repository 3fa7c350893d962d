"""General forms of rules of court, Acts and policies, each beside one that looks like it and says something else."""

import pytest

from policycheck.domain.documents import Clause, ClauseKind, DocumentKind
from policycheck.domain.obligations import Modality, Obligation
from policycheck.obligations import read_clauses

LAW, POLICY = DocumentKind.LEGISLATION, DocumentKind.POLICY
OBLIGED, BANNED, ALLOWED = Modality.OBLIGATION, Modality.PROHIBITION, Modality.PERMISSION


def _read(kind: DocumentKind, text: str) -> list[Obligation]:
    return read_clauses([Clause(id="c", ref="1", text=text)], kind=kind)


def _modalities(kind: DocumentKind, text: str) -> list[Modality]:
    return [one.modality for one in _read(kind, text)]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The panel may sit in private only if a witness asks for it.", BANNED),
        ("The recording may be used only for training.", BANNED),
        ("Where a tenant has left, L may enter the flat only with a witness.", BANNED),
        ("The power is exercisable only where a fee is unpaid.", BANNED),
        ("A clerk must only release the file to its owner.", BANNED),
        ("If the lift is out of order, A may use the stairs.", ALLOWED),
        ("The panel may sit alone if only one witness is called.", ALLOWED),
        ("The hall may be used not only for meetings but for sport.", ALLOWED),
        ("The board may act for a member who works only at night.", ALLOWED),
        ("The board may lend a book; the loan is only for a week.", ALLOWED),
        ("A clerk must keep the only key to the safe.", OBLIGED),
        ("The power to close a road is exercisable by the council.", ALLOWED),
    ],
)
def test_only_bans_everything_else(text: str, modality: Modality) -> None:
    assert _modalities(LAW, text) == [modality]


@pytest.mark.parametrize(
    "text",
    [
        "The court will list the case for a hearing.",
        "The court officer will, on receiving the form, give notice to each side.",
        "The notice will be served by the court officer except where a party asks to serve it.",
        "A witness will be paid a travel allowance.",
        "Where the council tells the court of a move it will do so in writing.",
        "It is the senior clerk, and not the usher, who must sign the list.",
    ],
)
def test_will_binds_those_whom_rules_of_court_name(text: str) -> None:
    assert _modalities(LAW, text) == [OBLIGED]
    assert all(one.modality is OBLIGED for one in _read(POLICY, text))


@pytest.mark.parametrize(
    "text",
    [
        "The costs will form part of the claim.",
        "The roof will be weak in places.",
        "The applicant will feel the effect of the delay.",
        "The hearing will depend on the evidence.",
        "The fee will be refunded.",
        "It will remain with the parent.",
    ],
)
def test_will_foretells_elsewhere_in_law(text: str) -> None:
    assert _modalities(LAW, text) == []


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("A duty to fence wells applies to a landowner.", "a landowner"),
        ("The duty to keep accounts also applies to the council.", "the council"),
    ],
)
def test_a_duty_that_applies_to_somebody_is_theirs(text: str, holder: str) -> None:
    (found,) = _read(LAW, text)
    assert (found.modality, found.duty_holder) == (OBLIGED, holder)


def test_a_duty_that_applies_to_a_list_is_one_obligation() -> None:
    clauses = [
        Clause(id="p", ref="3", text="A duty to fence wells applies to—"),
        Clause(id="a", ref="3(a)", text="a farmer;", kind=ClauseKind.ITEM, parent="p"),
        Clause(id="b", ref="3(b)", text="a water company.", kind=ClauseKind.ITEM, parent="p"),
    ]
    (found,) = read_clauses(clauses, kind=LAW)
    assert (found.modality, len(found.items)) == (OBLIGED, 2)


@pytest.mark.parametrize(
    "text",
    [
        "The duty to consult applies to plans made after 1 May.",
        "The duty in section 2 applies to every road.",
        "This Part does not apply to a school.",
        "They apply to every landlord.",
        "A person shall cease to be a member on moving away.",
        "A parent who gains that status shall cease to have it only if the court so orders.",
        "In subsection (4), omit “a constable may enter, and”.",
        "After “must keep”, insert “and may publish”.",
    ],
)
def test_what_applies_ends_or_rewrites_binds_nobody(text: str) -> None:
    assert _modalities(LAW, text) == []


def test_an_act_that_must_stop_is_still_an_act() -> None:
    assert _modalities(LAW, "The driver shall cease to use the vehicle.") == [OBLIGED]
    assert _modalities(LAW, "In subsection (4) cases, the clerk must insert the date.") == [OBLIGED]


@pytest.mark.parametrize("text", ["They apply to every volunteer.", "They do not apply to agency staff."])
def test_whom_a_policy_applies_to_is_no_duty(text: str) -> None:
    assert _modalities(POLICY, text) == []
    assert _modalities(POLICY, "They apply to the court within 5 days.") == [OBLIGED]


@pytest.mark.parametrize(
    ("kind", "text", "modalities"),
    [
        (LAW, "Regulations may make provision about fees.", [ALLOWED]),
        (LAW, "The order may include saving provision.", [ALLOWED]),
        (LAW, "Paragraph 1 may be waived.", [ALLOWED]),
        (LAW, "Plans made before 1 May; plans made after 4 May 2020.", []),
        (LAW, "A flood may make a road unsafe.", []),
        (POLICY, "Orders may make staff anxious.", []),
        (POLICY, "A stay can last up to 6 nights.", [ALLOWED]),
        (POLICY, "Grief can last a long time.", []),
        (POLICY, "A risk assessment may limit visits.", []),
        (POLICY, "Children may react with anger.", []),
        (POLICY, "You may be asked to wait.", []),
        (POLICY, "The form may be asked for at any time.", [ALLOWED]),
        (POLICY, "The manager may suspend visits.", [ALLOWED]),
    ],
)
def test_what_may_be_done_and_what_may_be(kind: DocumentKind, text: str, modalities: list[Modality]) -> None:
    assert _modalities(kind, text) == modalities


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("No new tool, machine or solvent will be brought in until it has been tested.", BANNED),
        ("No later than Friday, the clerk or usher will post the list.", OBLIGED),
        ("It is the caretaker who locks the hall.", OBLIGED),
        ("If in doubt — ask the nurse before giving a dose.", OBLIGED),
        ("Work closely with the school.", OBLIGED),
        ("Attempt to reach the parent.", OBLIGED),
        ("If a guest, staff member, or visitor falls, ring the nurse.", OBLIGED),
    ],
)
def test_forms_of_policies(text: str, modality: Modality) -> None:
    assert _modalities(POLICY, text) == [modality]


@pytest.mark.parametrize(
    "text",
    [
        "It is children who matter most.",
        "It is the weather which decides.",
        "Work previously done in the garden",
        "All risks, and the way each of them will be met.",
        "Your role is to some people a mystery.",
    ],
)
def test_forms_that_look_alike(text: str) -> None:
    assert _modalities(POLICY, text) == []


@pytest.mark.parametrize(
    ("text", "modalities"),
    [
        ("Your role is to:\n• Share what you saw\n• Speak up for the child", [OBLIGED]),
        ("The role of this leaflet is to:\n• show what we offer\n• win new friends", []),
        (
            "If a claim is made against a carer, staff member, or helper:\n• Do not warn them\n• Ring the office",
            [BANNED, OBLIGED],
        ),
        ("You must:\n• Keep to the rota.\n• Not swap shifts without leave.", [OBLIGED, BANNED]),
        ("You must:\n• Keep a note.\n• Nothing else.", [OBLIGED]),
        ("You play a part in ensuring children:\n• Attend school\n• Eat well", []),
        ("The plan will be checked at:\n• Annual reviews\n• Moves", [OBLIGED]),
        ("The manager must:\n• Keep a log\n• Check it every week", [OBLIGED, OBLIGED]),
        ("* Tell the insurer. * Fill in the loan form.", [OBLIGED, OBLIGED]),
    ],
)
def test_forms_in_lists(text: str, modalities: list[Modality]) -> None:
    assert _modalities(POLICY, text) == modalities


def test_two_holders_in_the_plain_present_have_a_duty_each() -> None:
    text = (
        "Anyone who takes the call writes it down, and the manager sends the note to the nurse within 2 days."
    )
    first, second = _read(POLICY, text)
    assert (first.modality, second.modality, second.duty_holder) == (OBLIGED, OBLIGED, "the manager")
    assert not first.time_limits
    assert len(second.time_limits) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The nurse checks the dose, and the time of day, each week.",
        "The clerk sends the letter, and the manager's reports, to the parent.",
        "If the alarm sounds, and the manager tells the staff to leave, the clerk takes the register.",
    ],
)
def test_one_holder_keeps_one_duty(text: str) -> None:
    assert _modalities(POLICY, text) == [OBLIGED]


@pytest.mark.parametrize(
    ("text", "modalities"),
    [
        ("The coach keeps the helmets clean.", [OBLIGED]),
        ("The shipping agent visits each quay.", [OBLIGED]),
        ("Each host keeps a log of the guests.", [OBLIGED]),
        ("The hosts carry a torch.", [OBLIGED]),
        ("The hosts are proud of the garden.", []),
        ("Each child writes a letter.", []),
        ("Our guide explains how to pay.", []),
    ],
)
def test_those_who_hold_a_post_are_bound_by_the_plain_present(text: str, modalities: list[Modality]) -> None:
    assert _modalities(POLICY, text) == modalities


@pytest.mark.parametrize(
    ("text", "modalities"),
    [
        ("A hut has at least two stoves.", [OBLIGED]),
        ("A raft has no more than six paddlers.", [OBLIGED]),
        ("A raft never has more than six paddlers.", [BANNED]),
        ("There is at least one stove for every four bunks.", [OBLIGED]),
        ("There are always at least two lanterns on the jetty.", [OBLIGED]),
        ("There are never more than six paddlers on a raft.", [BANNED]),
        ("The hut has at least 40 bunks.", []),
        ("There are at least 40 kinds of moss in the gorge.", []),
        ("There is always a lantern on the jetty.", []),
        ("A raft has no more paddles than paddlers.", []),
    ],
)
def test_how_many_there_may_be_binds_and_how_many_there_are_does_not(
    text: str, modalities: list[Modality]
) -> None:
    assert _modalities(POLICY, text) == modalities


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        (
            "Before it lends a kayak the steward tells the paddler the fee, what is lent and how long it is lent for.",
            ["tells the paddler the fee, what is lent and how long it is lent for"],
        ),
        ("When the post comes and the steward opens it, stamp it.", ["stamp it"]),
        ("If the rent a lodger pays rises, tell the lodger.", ["tell the lodger"]),
    ],
)
def test_a_list_does_not_make_a_case_of_the_duty_before_it(text: str, acts: list[str]) -> None:
    assert [one.act for one in _read(POLICY, text)] == acts


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Nobody is asked to sign until the terms have been read out.", BANNED),
        ("No rower will be asked to pay before the race.", BANNED),
        ("Nobody is asked to stay late.", Modality.RECOMMENDATION),
        ("Rowers are asked to sign before the race.", Modality.RECOMMENDATION),
    ],
)
def test_whom_nobody_asks_until_then_is_not_to_be_asked(text: str, modality: Modality) -> None:
    assert _modalities(POLICY, text) == [modality]


@pytest.mark.parametrize(
    ("text", "holder", "act"),
    [
        ("Step 4: Check the winch.", "", "Check the winch"),
        ("Step 4 - Check the winch.", "", "Check the winch"),
        ("Stage 2 – The purser checks the winch every day.", "The purser", "checks the winch"),
        ("No → the purser writes within five days.", "the purser", "writes"),
        ("Yes -> ring the purser.", "", "ring the purser"),
        ("No: the purser must write.", "the purser", "write"),
    ],
)
def test_the_label_of_a_step_and_the_branch_of_a_chart_hide_no_order(text, holder, act) -> None:
    (found,) = _read(POLICY, text)
    assert (found.modality, found.duty_holder, found.act) == (OBLIGED, holder, act)


def test_what_only_looks_like_a_label_stays() -> None:
    assert _modalities(POLICY, "No dogs may enter.") == [BANNED]
    assert _modalities(POLICY, "Yes: go to step 5.") == []
    (found,) = _read(POLICY, "Step 3 must be done within two days.")
    assert "Step 3" in found.act
