"""What binds, what recommends, what permits and what does none of these, by a person's reading."""

import pytest

from policycheck.domain.documents import Clause, DocumentKind
from policycheck.domain.obligations import Modality
from policycheck.obligations import read_clauses

LAW, POLICY, GUIDANCE, STANDARD = (
    DocumentKind.LEGISLATION, DocumentKind.POLICY, DocumentKind.GUIDANCE, DocumentKind.STANDARD,
)  # fmt: skip

OBLIGES = [
    (POLICY, "No later than noon, the sexton or the verger rings the bell."),
    (POLICY, "No, ropes, lamps or helmets are hung up in the hut after each trip."),
    (LAW, "A local authority must keep a register."),
    (LAW, "The landlord shall give the tenant a copy of the report."),
    (LAW, "It is the duty of every highway authority to remove snow."),
    (LAW, "It shall be the duty of the council to prepare a list of posts."),
    (LAW, "The court is to consider the report."),
    (LAW, "The report is to be sent to the Secretary of State."),
    (LAW, "Schools have a duty to follow the curriculum."),
    (LAW, "An employer is required to consult its staff."),
    (LAW, "The authority shall be under a duty to enforce the rules."),
    (LAW, "Where a child is missing, the registered person must tell the police."),
    (LAW, "A controller which lengthens the period must, within 14 days of the request, notify the individual."),
    (LAW, "If a member of the panel is absent and must be replaced, the clerk shall appoint another."),
    (LAW, "Consent is required before treatment begins."),
    (LAW, "A person who must register shall pay the fee."),
    (LAW, "The period does not apply to a roof, which must be mended within 90 days."),
    (LAW, "The authority may extend the period but must tell the applicant."),
    (LAW, "A notice must be in writing and may be sent by post."),
    (LAW, "A pilot must take part in the race."),
    (LAW, "A pilot must take no more than three parts."),
    (LAW, "A pilot must have nothing to do but steer."),
    (LAW, "Two pilots, neither of whom built the boat, must test it."),
    (LAW, "Two pilots, none of whom has slept, must rest."),
    (LAW, "A crew, no member of which has sailed before, must take a pilot."),
    (LAW, "No fewer than three anchors must be carried."),
    (LAW, "No less than a month before a race the purser must tell the pilots."),
    (POLICY, "No later than Monday the purser must count the oars."),
    (POLICY, "No fewer than four oars are counted each month."),
    (LAW, "Each local weights and measures authority shall provide standards for use by inspectors."),
    (GUIDANCE, "Local authorities must have regard to this guidance."),
    (STANDARD, "The registered person ensures that each child has a plan."),
    (STANDARD, "Reviews take place every six months."),
    (POLICY, "The social worker visits the child every six weeks."),
    (POLICY, "Should the visit be missed, the social worker tells the parent."),
    (POLICY, "We acknowledge every complaint within three working days."),
    (POLICY, "Staff record each call in the file."),
    (POLICY, "Foster carers keep a daily log."),
    (POLICY, "The privacy team lets the Commissioner know within three days."),
    (POLICY, "Complaints will be answered within ten days."),
    (POLICY, "The manager will meet the family each month."),
    (POLICY, "The call is recorded by the duty officer."),
    (POLICY, "All records are stored securely."),
    (POLICY, "Paper files are kept in locked cabinets."),
    (POLICY, "Badges are handed in before the last day."),
    (POLICY, "Reviews take place every six months."),
    (POLICY, "The leaflet is looked over every three years."),
    (POLICY, "This policy is reviewed annually."),
    (POLICY, "Record the call in the file."),
    (POLICY, "Tell the help desk when someone is leaving."),
    (POLICY, "If a child does not arrive, ring the parent at once."),
    (POLICY, "Always lock the medicine cupboard."),
    (POLICY, "Ensure that the form is signed."),
    (POLICY, "The team manager is responsible for checking the rota."),
    (POLICY, "Storing the keys is the responsibility of the caretaker."),
    (POLICY, "Responsibility for fire safety rests with the site manager."),
    (POLICY, "You need to sign in at reception."),
    (POLICY, "Carers have to report accidents."),
    (POLICY, "Training is mandatory for all staff."),
    (POLICY, "Each care worker has a supervision meeting every three months."),
    (POLICY, "Every plan is reviewed every six months."),
    (POLICY, "The cameras keep pictures of callers for six weeks."),
    (POLICY, "Drivers from other firms stay in the waiting room while their lorry is loaded."),
    (POLICY, "This means that staff must lock every door."),
    (POLICY, "Please note that visitors must sign in."),
    (POLICY, "The report includes the date of the visit and the names of those present."),
    (POLICY, "Before a tour, a parent of each visitor under 16 signs a consent slip."),
    (POLICY, "Under the regulations, carers must promote healthy eating."),
]  # fmt: skip

FORBIDS = [
    (LAW, "A controller must not charge a fee."),
    (LAW, "No person may be appointed unless they are qualified."),
    (LAW, "A debtor may not be committed where the summons was sent by post."),
    (LAW, "The authority shall not dispose of the land without consent."),
    (LAW, "An application may only be made by a parent."),
    (LAW, "Only a registered engineer may carry out the check."),
    (LAW, "A person who obstructs an inspector is guilty of an offence."),
    (LAW, "It is an offence to sell tobacco to a child."),
    (LAW, "A tenant is not entitled to sublet the home."),
    (LAW, "Under no circumstances may a child be struck."),
    (LAW, "No written evidence may be relied on at the hearing."),
    (LAW, "Neither the chair nor the treasurer may vote."),
    (LAW, "No supplier shall be given the data until a contract is signed."),
    (LAW, "The panel shall at no time include the manager."),
    (POLICY, "Staff must never share a password."),
    (POLICY, "Never leave a child alone in a vehicle."),
    (POLICY, "Do not wait for your manager."),
    (POLICY, "Do not share information with friends."),
    (POLICY, "We do not hit children."),
    (POLICY, "Nobody takes the tag off until the machine is mended."),
    (POLICY, "Dogs are not kept in any of our homes."),
    (POLICY, "Smoking is not permitted on site."),
    (POLICY, "Mobile phones are prohibited in the nursery."),
    (POLICY, "Staff cannot accept gifts."),
    (POLICY, "Staff will not discuss cases in public."),
    (POLICY, "No member of staff works alone after dark."),
    (POLICY, "Physical punishment is not acceptable."),
    (LAW, "No more than three boats must leave at once."),
    (LAW, "No fewer than two wardens may open the safe."),
    (POLICY, "No later boat may leave."),
    (LAW, "Two pilots, one of whom has slept, must not sail."),
    (LAW, "None of the pilots may sail."),
    (LAW, "A pilot must have nothing to do with the sale of berths."),
    (LAW, "A pilot shall, in that case, take no further part in the race."),
    (POLICY, "A pilot may play no role in the choice of a crew."),
    (POLICY, "The treasurer takes no part in the race."),
    (POLICY, "No rope, lamp or helmet is taken out of the cave hut."),
    (POLICY, "No beaters, sticks or mallets are lent to visitors."),
    (POLICY, "No pupil, parent or visitor feeds the ponies."),
    (POLICY, "No ladle, sieve, or funnel is rinsed in the font."),
]

RECOMMENDS = [
    (GUIDANCE, "Organisations should train staff each year."),
    (GUIDANCE, "The training should be repeated at least once a year."),
    (GUIDANCE, "Employers ought to keep a note of the talk."),
    (GUIDANCE, "It is good practice to invite the parents."),
    (GUIDANCE, "Managers are expected to attend."),
    (GUIDANCE, "Paper records should not be left in a car."),
    (POLICY, "We aim to reply within five days."),
    (POLICY, "The team tries to visit every month."),
    (POLICY, "We will try to match children with carers of the same faith."),
    (POLICY, "Try to ask for proof of identity."),
    (POLICY, "Where possible, the same worker visits each time."),
    (POLICY, "Staff are encouraged to take breaks."),
    (POLICY, "The manager will normally attend the meeting."),
    (POLICY, "We recommend a written agreement."),
    (POLICY, "Requests are usually answered within 30 days."),
    (POLICY, "The manager normally attends the meeting."),
    (POLICY, "Regular breaks are encouraged."),
]

PERMITS = [
    (LAW, "An individual may ask for a copy."),
    (LAW, "The court may make an order."),
    (LAW, "An application may be made without notice."),
    (LAW, "The governing body shall have power to provide facilities."),
    (LAW, "A tenant is entitled to a copy of the agreement."),
    (LAW, "The authority may charge a fee where the request is complex."),
    (POLICY, "Parents may at any time ask for a meeting."),
    (POLICY, "Anyone can ask for the leaflet in large print."),
    (POLICY, "You have the right to see your file."),
    (POLICY, "People who are not happy with the answer can go to the Ombudsman."),
    (POLICY, "Staff are allowed to work from home on Fridays."),
    (POLICY, "An administrative charge may be made."),
]

DOES_NONE = [
    (LAW, "These Regulations may be cited as the Safe Homes Regulations."),
    (LAW, "This Act shall come into force on 1 April."),
    (LAW, "This Part applies to England and Wales."),
    (LAW, "In these Regulations \"working day\" means a day other than a Saturday."),
    (LAW, "\"Landlord\" has the meaning given by section 3."),
    (LAW, "A reference to a parent is to be read as including a guardian."),
    (LAW, "This section shall be construed as one with section 4."),
    (LAW, "The child is to be treated as living with the parent."),
    (LAW, "Nothing in this section shall affect the powers of the court."),
    (LAW, "A landlord need not give notice in an emergency."),
    (LAW, "The authority is not required to publish the names."),
    (LAW, "Paragraph (2) does not apply to a lift."),
    (LAW, "The respondent to the application is the Registrar General."),
    (LAW, "The local authority provides services to children."),
    (LAW, "The officer visits the premises."),
    (LAW, "A period which begins with a report begins when the report arrives."),
    (LAW, "This rule applies where the court has ordered payments which must be made monthly."),
    (LAW, "The regulations identify the persons who may receive payments."),
    (LAW, "A lamplighter does not commit an offence if the lamp was lit by another."),
    (LAW, "A lamplighter is not guilty of an offence where the wick was wet."),
    (GUIDANCE, "This guidance describes what good organisations do."),
    (GUIDANCE, "People who understand a rule are more likely to follow it."),
    (GUIDANCE, "The authority will find that early talks save time."),
    (GUIDANCE, "What must have been a hard year for families is over."),
    (POLICY, "The Council values its staff."),
    (POLICY, "We believe that every child matters."),
    (POLICY, "Some complaints will turn out to be mistaken."),
    (POLICY, "We believe staff must feel safe."),
    (POLICY, "The purpose of this policy is to protect children."),
    (POLICY, "The aim is to keep people safe."),
    (POLICY, "This policy sets out how staff must record visits."),
    (POLICY, "This policy applies to all staff and volunteers."),
    (POLICY, "This handbook explains what carers should expect."),
    (POLICY, "Alderwick Trust runs day centres and a small college."),
    (POLICY, "Children may be distressed after contact."),
    (POLICY, "Bullying may include name-calling."),
    (POLICY, "Some children may need more time."),
    (POLICY, "Delay can lead to harm."),
    (POLICY, "Even small crews can result in late sailings."),
    (POLICY, "A child may not be able to say what is wrong."),
    (POLICY, "Carers may not always know the answer."),
    (POLICY, "You never have to know the right words."),
    (POLICY, "There is no need to ask a parent."),
    (POLICY, "No form is needed."),
    (POLICY, "Staff do not have to give a reason."),
    (POLICY, "Most complaints are settled by a talk."),
    (POLICY, "The cause of the fire must have been the heater."),
    (POLICY, "The policy was written in 2019."),
    (POLICY, "Our first houses were built by the quarry owners."),
    (POLICY, "Children are often worried about moving."),
    (POLICY, "Bullying is repeated behaviour intended to hurt."),
    (POLICY, "Must staff wear a badge?"),
    (POLICY, "Contact details"),
    (POLICY, "Record keeping and storage"),
    (POLICY, "Personnel records held on paper"),
    (POLICY, "Confidentiality is essential to trust."),
    (POLICY, "We cannot guarantee a place."),
    (POLICY, "The work will be hard at times."),
    (POLICY, "How long it takes will depend on the case."),
    (POLICY, "Training helps carers to feel confident."),
    (POLICY, "Safeguarding is everyone's business."),
    (POLICY, "The Regulations have been in force for some years."),
    (POLICY, "You are never expected to manage alone."),
]  # fmt: skip


def _read(kind: DocumentKind, text: str) -> list[Modality]:
    return [one.modality for one in read_clauses([Clause(id="c", ref="1", text=text)], kind=kind)]


def _id(case: object) -> str:
    return case.value[:3] if isinstance(case, DocumentKind) else str(case)


@pytest.mark.parametrize(("kind", "text"), OBLIGES, ids=_id)
def test_it_obliges(kind: DocumentKind, text: str) -> None:
    assert _read(kind, text) == [Modality.OBLIGATION]


@pytest.mark.parametrize(("kind", "text"), FORBIDS, ids=_id)
def test_it_forbids(kind: DocumentKind, text: str) -> None:
    assert _read(kind, text) == [Modality.PROHIBITION]


@pytest.mark.parametrize(("kind", "text"), RECOMMENDS, ids=_id)
def test_it_recommends(kind: DocumentKind, text: str) -> None:
    assert _read(kind, text) == [Modality.RECOMMENDATION]


@pytest.mark.parametrize(("kind", "text"), PERMITS, ids=_id)
def test_it_permits(kind: DocumentKind, text: str) -> None:
    assert _read(kind, text) == [Modality.PERMISSION]


@pytest.mark.parametrize(("kind", "text"), DOES_NONE, ids=_id)
def test_it_asks_and_allows_nothing(kind: DocumentKind, text: str) -> None:
    assert _read(kind, text) == []


@pytest.mark.parametrize("kind", [LAW, GUIDANCE])
@pytest.mark.parametrize(
    "text", ["The manager visits the home every month.", "All files are locked away at night."]
)
def test_the_plain_present_binds_only_in_a_policy(kind: DocumentKind, text: str) -> None:
    assert _read(kind, text) == []
    assert _read(POLICY, text) == [Modality.OBLIGATION]


def test_two_duties_with_subjects_of_their_own_are_two_in_a_policy() -> None:
    text = "All staff shall repeat the course every 12 months, and the Learning Team shall record who has attended."
    first, second = read_clauses([Clause(id="c", ref="2.7", text=text)], kind=POLICY)
    assert (first.duty_holder, second.duty_holder) == ("All staff", "the Learning Team")
    assert [one.ref for one in (first, second)] == ["2.7", "2.7"]
    assert len(first.time_limits) == 1
    assert not second.time_limits


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("A ticket is not needed; do not sell one.", [("do not sell one.", Modality.PROHIBITION)]),
        ("Visitors sign the log; volunteers need not.", [("Visitors sign the log", Modality.OBLIGATION)]),
        (
            "Staff ring the bell when the tide turns; visitors do not touch it.",
            [
                ("Staff ring the bell when the tide turns", Modality.OBLIGATION),
                ("visitors do not touch it.", Modality.PROHIBITION),
            ],
        ),
    ],
)
def test_two_sentences_joined_by_a_semicolon_are_read_each_by_itself(
    text: str, read: list[tuple[str, Modality]]
) -> None:
    found = read_clauses([Clause(id="c", ref="1", text=text)], kind=POLICY)
    assert [(one.text, one.modality) for one in found] == read


@pytest.mark.parametrize(
    "text",
    [
        "In a gale, use the ladder; do not use the ramp.",
        "Tell the mate if a rope is torn; an oar is split; a seat is loose.",
        "Staff check that the hatch is shut; the lamp is lit.",
        "The log must show: the tide; the hour the boat left; and who steered.",
        "Staff log each trip; it is kept for a year.",
        "Staff wash the deck; the rest can wait.",
        "Show the mate your pass; he'll punch it, and the cook will serve you.",
    ],
)
def test_a_case_of_both_a_list_and_what_points_back_are_not_cut_at_a_semicolon(text: str) -> None:
    (found,) = read_clauses([Clause(id="c", ref="1", text=text)], kind=POLICY)
    assert found.text == text


def test_each_sentence_that_binds_is_an_obligation() -> None:
    text = "The officer must write to the parent. The letter must be sent within 5 days. Letters are a comfort to many."
    found = read_clauses([Clause(id="c", ref="1", text=text)], kind=LAW)
    assert [one.text for one in found] == [
        "The officer must write to the parent.",
        "The letter must be sent within 5 days.",
    ]
    assert len({one.id for one in found}) == 2


@pytest.mark.parametrize("tries", ["seeks to", "tries to"])
def test_what_somebody_tries_is_a_case_in_a_law_and_an_aim_in_a_policy(tries: str) -> None:
    text = f"The keeper {tries} sell lamps."

    def modalities(kind: DocumentKind) -> list[Modality]:
        return [one.modality for one in read_clauses([Clause(id="c", ref="1", text=text)], kind=kind)]

    assert modalities(LAW) == []
    assert modalities(POLICY) == [Modality.RECOMMENDATION]


def test_the_id_stays_the_same_and_changes_with_the_text() -> None:
    def identity(text: str) -> str:
        return read_clauses([Clause(id="c", ref="1", text=text)])[0].id

    assert identity("Staff must sign in.") == identity("Staff must sign in.")
    assert identity("Staff must sign in.") != identity("Staff must sign out.")


def test_inserted_text_and_definitions_give_nothing() -> None:
    from policycheck.domain.documents import ClauseKind  # noqa: PLC0415

    quoted = Clause(id="q", ref="1", text="The authority must act.", quoted=True)
    defined = Clause(
        id="d", ref='2 "visit"', text="a visit which must be made in person", kind=ClauseKind.DEFINITION
    )
    assert read_clauses([quoted, defined]) == []


@pytest.mark.parametrize(
    ("text", "later", "modality"),
    [
        ("A crew must pass the test by June; until then they may row ashore.", "they may row ashore.", "permission"),
        ("A crew must pass the test by June; until then, they must not row.", "they must not row.", "prohibition"),
        ("Ropes are tested by June; in the meantime the mate may lend one.", "the mate may lend one.", "permission"),
    ],
)  # fmt: skip
def test_what_holds_until_then_is_a_rule_of_its_own(text: str, later: str, modality: str) -> None:
    first, second = read_clauses([Clause(id="c", ref="1", text=text)], kind=POLICY)
    assert not first.conditions
    assert second.text.endswith(later)
    assert second.modality.value == modality


def test_until_then_is_a_case_that_ends_with_itself() -> None:
    (found,) = read_clauses(
        [Clause(id="c", ref="1", text="Until then they may row in the basin.")], kind=POLICY
    )
    assert (found.conditions, found.act) == (("Until then",), "row in the basin")
