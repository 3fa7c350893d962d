"""Whose duty it is, read with the provision it stands in; what a law says of itself is nobody's."""

import pytest

from policycheck.domain.documents import Clause, Document, DocumentKind
from policycheck.domain.obligations import Applies
from policycheck.obligations import read_clauses
from policycheck.whose import whose_duties

OURS = ("fostering service provider", "foster carer", "employer")
YES, NO, UNKNOWN = Applies.YES, Applies.NO, Applies.UNKNOWN


def answers(
    *texts: str | tuple[str, str],
    ours: tuple[str, ...] = OURS,
    kind: DocumentKind = DocumentKind.LEGISLATION,
    headings: tuple[str, ...] = ("Part 1 Lanterns", "7 Lanterns"),
) -> list[tuple[Applies, str]]:
    """Return the answers for the duties of one section, whose paragraphs are the texts, in order."""
    clauses = [
        Clause(id=str(place), ref=f"7({place})", text=text, heading_path=headings)
        if isinstance(text, str)
        else Clause(id=str(place), ref=text[0], text=text[1], heading_path=headings)
        for place, text in enumerate(texts, start=1)
    ]
    document = Document(
        path="law", title="Lanterns Act", kind=kind, sha256="0" * 64, text="", clauses=tuple(clauses)
    )
    read = read_clauses(clauses, document="law", kind=kind)
    duties = [one for one in read if one.modality.binds]
    found = whose_duties([document], read, ours)
    return [found[one.id] for one in duties]


def verdict(
    text: str, *, ours: tuple[str, ...] = OURS, kind: DocumentKind = DocumentKind.LEGISLATION
) -> Applies:
    found = answers(text, ours=ours, kind=kind)
    assert len(found) == 1, found
    assert found[0][1].endswith(".")
    return found[0][0]


@pytest.mark.parametrize(
    "text",
    [
        "Regulations under this Part must be made by statutory instrument.",
        "If an instrument is subject to that procedure, the order or regulations must not be made without a draft.",
        "An order may not be made under this section unless the Lantern Board has been consulted.",
        "Provision made under subsection (1) may not alter the number of lanterns.",
        "Before making regulations under this section, the person making them must consult the lamplighters.",
        "But if regulations under subsection (2) cover candles, they must provide for wicks.",
        "A draft of it must be laid before Parliament.",
        "Sums received under this section must be paid into the Consolidated Fund.",
    ],
)
def test_how_instruments_are_made_is_for_ministers(text: str) -> None:
    assert verdict(text) is NO


@pytest.mark.parametrize(
    "text",
    [
        "Orders for lamp oil must not be made without two quotations.",
        "The records must be kept for six years after the report is laid before Parliament.",
        "Where lamps are kept under an order, regulations or a code, the lamps must be tested every week.",
        "The provider must keep a copy of every order made under this section.",
        "Training must be given in accordance with the regulations.",
    ],
)
def test_what_only_mentions_instruments_stays(text: str) -> None:
    assert verdict(text) is not NO


@pytest.mark.parametrize(
    "text",
    [
        "Proceedings on a claim within section 4 may not be brought after the end of six months.",
        "A claim that a lamplighter has contravened section 9 must be made under the lantern arrangements.",
        "An appeal to the Lantern Tribunal must be made within 28 days.",
        "An application must be made to the county court within two months.",
        "A litigation friend appointed under this section must act fairly.",
        "In proceedings in England on a claim under section 4, the power to appoint an assessor must be exercised.",
    ],
)
def test_claims_before_a_court_are_for_the_parties(text: str) -> None:
    assert verdict(text) is NO


@pytest.mark.parametrize(
    "text",
    [
        "Disciplinary proceedings must be completed within 30 days.",
        "A complaint must be acknowledged within three working days.",
        "A claim for expenses must be paid within 14 days.",
        "An application for a place must be decided within eight weeks of the court's order.",
        "An appeal against a panel's decision must be heard within 20 days.",
        "The child must be told about the tribunal.",
    ],
)
def test_an_organisation_has_claims_and_appeals_of_its_own(text: str) -> None:
    assert verdict(text) is not NO


@pytest.mark.parametrize(
    ("text", "applies"),
    [
        ("A person who fails to comply with a requirement under subsection (1) commits an offence.", NO),
        ("A person commits an offence by contravening section 3.", NO),
        ("An employer who breaches a lantern order is guilty of an offence.", NO),
        ("A person who sells lamp oil to a child commits an offence.", YES),
        ("An employer who fails to keep lamps lit is guilty of an offence.", YES),
        ("A person who fails to comply with a notice or obstructs a lamplighter commits an offence.", YES),
    ],
)
def test_a_penalty_alone_is_no_duty_of_conduct(text: str, applies: Applies) -> None:
    assert verdict(text) is applies


def test_a_guide_speaks_of_its_readers_own_rules() -> None:
    text = "A complaint must be made to the tribunal within 28 days."
    assert verdict(text) is NO
    assert verdict(text, kind=DocumentKind.GUIDANCE) is UNKNOWN


@pytest.mark.parametrize(
    ("text", "ours", "applies"),
    [
        ("A person (A) who has the right to dispose of premises must not harass another (B).", OURS, NO),
        ("A person (A) who has the right to dispose of premises must not harass another (B).", ("landlord",), YES),
        ("A person who has the right to dispose of premises must not shout.", ("local authority",), YES),
        ("A person who has the right to dispose of premises must not shout.", ("company", "employer"), YES),
        ("A person who has the right to dispose of premises must not shout.", ("lamp merchant",), YES),
        ("A person who disposes of clinical waste on premises must keep a log.", OURS, YES),
        ("A person who manages premises must not harass those who occupy them.", OURS, YES),
        ("A person who lets premises or provides a service must not discriminate.", OURS, YES),
        ("A person who lets or sells premises must not discriminate.", OURS, NO),
        ("A person who does not let premises must keep a log.", OURS, YES),
        ("A person who has the power to make an appointment to a public office must not favour kin.", OURS, NO),
        ("A relevant person in relation to a public office must not favour kin.", OURS, NO),
        ("A person who has the power to appoint to a public office must not favour kin.", ("council",), YES),
        ("A person must not light a lantern.", OURS, YES),
        ("A person who employs a child must keep a log.", OURS, YES),
        ("An authority to which this section applies must keep a list.", OURS, NO),
        ("An authority to which this section applies must keep a list.", ("local authority",), YES),
        ("A person appointed by an authority must keep a list.", OURS, YES),
        ("A public authority must keep a list.", OURS, UNKNOWN),
        ("An authorised person must carry a badge.", OURS, UNKNOWN),
        ("A person listed in subsection (2) must carry a badge.", OURS, UNKNOWN),
        ("A person (a “service-provider”) concerned with the provision of a service must not discriminate.", OURS, YES),
        ("A service-provider must not discriminate.", OURS, YES),
        ("A service-provider must not discriminate.", ("employer",), UNKNOWN),
        ("The review partners must write a report.", OURS, NO),
    ],
)  # fmt: skip
def test_the_clause_that_says_who_it_is_counts(text: str, ours: tuple[str, ...], applies: Applies) -> None:
    assert verdict(text, ours=ours) is applies


def test_the_reason_names_the_activity_and_the_next_step() -> None:
    [(_, reason)] = answers("A person who has the right to dispose of premises must not shout.")
    assert "has the right to dispose of premises" in reason
    assert "add “landlord”" in reason


@pytest.mark.parametrize(
    ("first", "applies"),
    [
        ("This section applies where A is a controller of let premises.", NO),
        ("This section applies to a person (A) who lets premises.", NO),
        ("This section applies where A is an employer.", YES),
        ("This section applies where a duty is imposed on A.", UNKNOWN),
        ("If A is a school, nothing in this section requires a lamp.", UNKNOWN),
    ],
)
def test_a_letter_means_what_its_provision_says(first: str, applies: Applies) -> None:
    found = answers(first, "A must keep the lamps lit.")
    assert found[-1][0] is applies


def test_a_letter_that_means_two_things_is_not_read() -> None:
    found = answers(
        "A landlord (A) must sweep the stairs.",
        "An employer (A) must sweep the hall.",
        "A must lock the door.",
    )
    assert [applies for applies, _ in found] == [NO, YES, UNKNOWN]


def test_a_letter_is_told_in_its_own_sentence_first() -> None:
    found = answers(
        "This section applies where A is a landlord.", "Where A is an employer, A must sweep the hall."
    )
    assert found[0][0] is YES
    assert found[0][1].startswith("“A” is “an employer” here.")


def test_a_part_can_say_whom_its_letter_means() -> None:
    found = answers(
        ("1", "This Part applies where A is a controller of let premises."),
        ("2", "A must keep the lamps lit."),
    )
    assert found == [(NO, found[0][1])]


@pytest.mark.parametrize(
    ("who", "applies"),
    [
        (("a landlord", "a controller of let premises"), NO),
        (("a landlord", "an employer"), YES),
    ],
)
def test_a_letter_of_a_whole_schedule_is_all_that_its_paragraphs_say(
    who: tuple[str, str], applies: Applies
) -> None:
    opening, named = (
        "This Schedule applies where a duty is laid on A.",
        "This paragraph applies where A is {}.",
    )
    paragraphs = [("1", opening), ("2", named.format(who[0])), ("3", named.format(who[1]))]
    duty = ("4", "A must keep the lamps lit.")
    assert answers(*paragraphs, duty, headings=("Schedule 1 Lamps",))[0][0] is applies
    without = answers(*paragraphs[1:], duty, headings=("Schedule 1 Lamps",))
    assert without[0][0] is UNKNOWN


@pytest.mark.parametrize(
    ("ours", "applies"),
    [(("school",), YES), (OURS, NO), (("lamp works",), UNKNOWN), (("local authority",), UNKNOWN)],
)
def test_a_responsible_body_is_its_school_or_may_be_who_says_nothing_of_what_it_runs(
    ours: tuple[str, ...], applies: Applies
) -> None:
    assert verdict("The responsible body of a school must hang a lantern.", ours=ours) is applies


@pytest.mark.parametrize(
    ("texts", "applies"),
    [
        (("The Secretary of State must prepare a lantern report.", "A lantern report must state the views."), NO),
        (("The registered person must prepare a report.", "The report must state the views."), YES),
        (("A report must be prepared every year.", "The report must state the views."), UNKNOWN),
        (("The Secretary of State may make regulations about reports.", "The report must state the views."), UNKNOWN),
    ],
)  # fmt: skip
def test_what_a_document_must_say_binds_who_makes_it(texts: tuple[str, ...], applies: Applies) -> None:
    assert answers(*texts)[-1][0] is applies


def test_a_limit_of_a_power_binds_who_has_the_power() -> None:
    limit = "The power in subsection (1) may be exercised only for the purposes of this Part."
    assert answers("A constable may seize a lamp.", limit)[-1][0] is NO
    assert answers("An employer may seize a lamp.", limit)[-1][0] is YES


def test_a_list_of_holders_is_ours_where_one_of_them_is() -> None:
    lead = "A duty to keep lamps lit applies to—\n• {}\n• {}"
    assert verdict(lead.format("a firm;", "a proposed firm.")) is NO
    assert verdict(lead.format("a firm;", "an employer.")) is YES


def test_without_roles_every_duty_counts() -> None:
    text = "Regulations under this Part must be made by statutory instrument."
    assert answers(text, ours=()) == [(YES, "No roles are set for this workspace, so every duty counts.")]


def test_authorised_persons_of_a_laws_powers_are_officers_and_those_of_a_workplace_may_be_ours() -> None:
    power = "The authorised person must, to be satisfied that the exercise of the power is fair, read the lantern log."
    assert verdict(power) is NO
    assert verdict(power, ours=("local authority",)) is not NO
    assert verdict("The authorised person must lock the lantern room.") is not NO


def test_a_test_of_the_law_is_applied_and_a_decision_is_somebodys() -> None:
    test = (
        "Regard must be had to wicks when determining whether it is bright for the purposes of this section."
    )
    assert verdict(test) is NO
    decision = (
        "Regard must be had to wicks when deciding whether to hang it for the purposes of this section."
    )
    assert verdict(decision) is not NO


def test_who_is_required_in_the_case_has_the_duty() -> None:
    cost = (
        "Where an LLP (A) is required by this Schedule to move a lantern, records must be kept of the cost."
    )
    assert verdict(cost) is NO
    assert verdict(cost.replace("an LLP", "an employer")) is YES


@pytest.mark.parametrize(
    ("text", "applies"),
    [
        ("An employer may not rely on sub-paragraph (2) if the lantern is lit.", NO),
        ("An employer may not, to keep the lamp, rely on section 4 where the lantern is lit.", NO),
        ("An employer may not rely on sub-paragraph (2) unless the employer gives a lantern.", YES),
        ("An employer may not rely on a lantern that has not been tested.", YES),
        ("An employer may not light section 4 of the hall.", YES),
    ],
)
def test_where_an_exception_does_not_help_is_no_duty_of_conduct(text: str, applies: Applies) -> None:
    assert verdict(text) is applies


def test_a_condition_on_which_something_is_treated_as_done_asks_nothing_of_the_person() -> None:
    treated = "A person (P) is to be treated as having lent a lamp only if the requirements of this section are met."
    given, signed = "A lamplighter must have given P a receipt.", "P must have signed it."
    assert [applies for applies, _ in answers(treated, signed)] == [NO]
    assert answers(treated, given)[0][0] is not NO
    assert answers(treated, "P must sign it.")[0][0] is YES
    assert answers("A person (P) is to be given a lamp.", signed)[-1][0] is YES


@pytest.mark.parametrize(
    ("text", "heading", "ours", "applies"),
    [
        ("A person who manages premises must not evict a lodger for a lantern.", "7 Lanterns", OURS, NO),
        ("A person who manages premises must not evict a lodger.", "7 Lanterns", ("landlord",), YES),
        ("A person who manages premises must not evict a lodger.", "7 Lanterns", ("company",), YES),
        ("A person who manages premises must keep the lamps lit.", "Letting and management", OURS, NO),
        ("A person who manages premises must keep the lamps lit.", "Safety of lanterns", OURS, YES),
        ("A person who manages a lamp shop must not evict a lodger.", "Letting and management", OURS, YES),
    ],
)
def test_who_manages_premises_lets_them_where_the_law_is_on_letting(
    text: str, heading: str, ours: tuple[str, ...], applies: Applies
) -> None:
    [(found, _)] = answers(text, headings=("Part 1", heading), ours=ours)
    assert found is applies


def test_the_reason_does_not_say_that_everybody_does_what_only_some_do() -> None:
    [(_, some)] = answers("A person who keeps goats must hang a lantern.")
    assert some == "It binds everybody of this kind: “A person who keeps goats”."
    [(_, doing)] = answers("A person must not, in relation to hiring a sweep, shout.")
    assert doing == "It binds everybody in relation to hiring a sweep."
    [(_, everybody)] = answers("A person must hang a lantern.")
    assert everybody == "It binds everybody."


@pytest.mark.parametrize(
    ("first", "second", "applies"),
    [
        ("A licensing authority may list lamps.", "The authority must publish the list.", NO),
        ("This section binds the driver of a cart.", "The driver must hang a lantern.", UNKNOWN),
        ("A licensing authority may list lamps.", "If a joint authority asks, the authority must reply.", UNKNOWN),
        ("A lamp may be lit.", "The driver must hang a lantern.", YES),
        ("A sweep may warn the driver of a fire.", "The driver must hang a lantern.", YES),
        ("A licensing authority or a joint authority may list lamps.", "The authority must publish the list.", YES),
        ("A foster carer of a child may light a lamp.", "The employer must hang a lantern.", YES),
    ],
)  # fmt: skip
def test_a_short_name_is_that_of_whom_the_provision_named_in_full(
    first: str, second: str, applies: Applies
) -> None:
    assert answers(first, second)[-1][0] is applies


@pytest.mark.parametrize(
    ("ours", "applies"), [(("local authority",), UNKNOWN), (OURS, NO), (("charity", "employer"), NO)]
)
def test_a_council_may_be_an_authority_of_one_kind(ours: tuple[str, ...], applies: Applies) -> None:
    assert verdict("A licensing authority must keep a list of lamps.", ours=ours) is applies


@pytest.mark.parametrize(
    ("holder", "ours", "applies"),
    [
        ("A landlord", ("local authority",), UNKNOWN),
        ("A landlord", OURS, NO),
        ("An employment service-provider", ("school", "employer"), UNKNOWN),
        ("An employment service-provider", OURS, NO),
        ("An association", ("charity", "employer"), UNKNOWN),
        ("An association", ("local authority",), NO),
        ("An association", ("company", "employer"), NO),
        ("A barrister", ("charity", "employer"), NO),
    ],
)
def test_who_may_well_have_a_capacity_is_not_told_that_it_has_not(
    holder: str, ours: tuple[str, ...], applies: Applies
) -> None:
    assert verdict(f"{holder} must hang a lantern.", ours=ours) is applies


@pytest.mark.parametrize(
    ("first", "applies"),
    [
        ("The Secretary of State may prepare a lantern list.", NO),
        ("The registered person must prepare a lantern list.", YES),
        ("A lantern may be lit.", YES),
    ],
)
def test_the_person_who_made_a_document_is_whom_the_provision_lets_make_it(
    first: str, applies: Applies
) -> None:
    publish, review = (
        "The person who prepared the list must publish it.",
        "If a list is out, the person who prepared it must keep it under review.",
    )
    assert [found for found, _ in answers(first, publish, review)[-2:]] == [applies, applies]


def test_a_letter_is_not_told_by_what_its_sentence_denies() -> None:
    keeps = "A person (A) who keeps goats does not contravene section 4 by lighting a lamp."
    [(_, reason)] = answers(keeps, "A must hang a lantern.")
    assert "“A person who keeps goats”" in reason
    [(_, reason)] = answers(keeps.replace("keeps", "does not keep"), "A must hang a lantern.")
    assert "“A person who does not keep goats”" in reason
