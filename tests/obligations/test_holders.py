"""Who has a duty where its own sentence does not name them; never invented."""

import pytest

from policycheck.domain.documents import Clause, ClauseKind, DocumentKind, Term
from policycheck.domain.obligations import HolderSource, Modality, Obligation
from policycheck.domain.readings import holder_words
from policycheck.obligations import read_clauses

LAW, POLICY = DocumentKind.LEGISLATION, DocumentKind.POLICY


def _read(
    *texts: str, path: tuple[str, ...] = (), kind: DocumentKind = POLICY, terms: tuple[Term, ...] = ()
) -> list[Obligation]:
    clauses = [
        Clause(id=f"c{place}", ref=f"1.{place}", text=text, heading_path=path)
        for place, text in enumerate(texts)
    ]
    return read_clauses(clauses, kind=kind, terms=terms)


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Where a local authority is told of a fire, it must keep a note.", "a local authority"),
        ("If a carer is worried about a child, they should ring the office.", "a carer"),
        ("When the social worker arrives at the home, he or she must show a card.", "the social worker"),
        ("If the county council orders the tenant to leave, it must say why.", "the county council"),
    ],
)
def test_a_pronoun_stands_for_the_subject_of_its_condition(text: str, holder: str) -> None:
    (found,) = _read(text)
    assert (found.duty_holder, found.holder_source) == (holder, HolderSource.ANTECEDENT)


def test_a_pronoun_stands_for_who_had_the_duty_before() -> None:
    first, second = _read("The registered manager must visit each week. They must also write a note.")
    assert (first.duty_holder, second.duty_holder) == ("The registered manager", "The registered manager")
    assert second.holder_source is HolderSource.ANTECEDENT


@pytest.mark.parametrize(
    "texts",
    [
        ("It must be in writing.",),
        ("The clock is old. It must show the date.",),
        ("The manager must visit. It must record the visit.",),
        ("The manager must tell the parent at once. They must sign the form.",),
    ],
)
def test_a_pronoun_that_may_be_another_stays_unknown(texts: tuple[str, ...]) -> None:
    found = _read(*texts)[-1]
    assert found.holder_source is not HolderSource.ANTECEDENT
    assert found.duty_holder in ("", "They")


def test_a_pronoun_does_not_reach_over_a_heading() -> None:
    clauses = [
        Clause(id="a", ref="1.1", text="The council must visit.", heading_path=("1 Visits",)),
        Clause(id="b", ref="2.1", text="It must keep a note.", heading_path=("2 Notes",)),
    ]
    assert [found.duty_holder for found in read_clauses(clauses)] == ["The council", ""]


def test_we_are_the_organisation() -> None:
    (found,) = _read("We record every call.")
    assert (found.duty_holder, found.holder_means) == ("We", "the organisation whose text this is")
    term = Term(short="We", long="Brindle Vale Homes", clause="x")
    (found,) = _read("We record every call.", terms=(term,))
    assert found.holder_means == "Brindle Vale Homes"


def test_a_documents_own_term_names_who_acts() -> None:
    term = Term(short="Homes", long="the housing association Brindle Vale Homes Limited", clause="x")
    (found,) = _read("Homes must inspect every flat.", terms=(term,))
    assert found.duty_holder == "Homes"
    assert found.holder_means == "the housing association Brindle Vale Homes Limited"
    assert "Brindle Vale" in holder_words(found)


@pytest.mark.parametrize(
    ("path", "holder"),
    [
        (("Responsibilities of the social worker",), "the social worker"),
        (("3 Roles and responsibilities", "3.1 Registered manager"), "Registered manager"),
        (("The line manager's duties",), "The line manager"),
        (("What carers must do",), "carers"),
        (("Responsibilities", "Keeping records"), ""),
        (("Records",), ""),
        (("Responsibilities of the social worker and the manager",), ""),
    ],
)
def test_a_heading_names_whose_duties_stand_below_it(path: tuple[str, ...], holder: str) -> None:
    (found,) = _read("Record every visit in the file.", path=path)
    assert found.duty_holder == holder
    assert found.holder_source is (HolderSource.HEADING if holder else HolderSource.ORDER)


def test_a_heading_does_not_name_who_does_what_is_merely_done() -> None:
    (found,) = _read("The file must be kept for 6 years.", path=("Responsibilities of the clerk",))
    assert (found.duty_holder, found.holder_source) == ("", HolderSource.PASSIVE)


def test_a_cell_may_hold_a_sentence() -> None:
    row = Clause(
        id="r", ref="Table 1 row 1", text="First visit | The social worker visits the child | Within 5 days",
        columns=("Visit", "Who acts", "By when"), kind=ClauseKind.ROW,
    )  # fmt: skip
    (found,) = read_clauses([row])
    assert found.duty_holder == "The social worker"


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("A person (A) must not help another (B).", "A person"),
        ("P must give notice.", "P"),
        ("Neither the clerk nor the cook may hold the key.", "the clerk nor the cook"),
        ("No one under 18 may drive the truck.", "No one under 18"),
        ("The purchasing team must have approval.", "The purchasing team"),
        ("The costs of any Application under this Part must include tax.", ""),
        ("The person must be sent a form signed by the owner.", ""),
    ],
)
def test_the_words_of_a_holder(text: str, holder: str) -> None:
    (found,) = _read(text, kind=LAW)
    assert found.duty_holder == holder


def test_a_heading_may_begin_the_sentence() -> None:
    must, must_not = ("4.1 The registered manager must",), ("Carers must not:",)
    (found,) = _read("Keep a log of visits.", path=must)
    assert (found.text, found.duty_holder) == (
        "The registered manager must keep a log of visits.", "The registered manager",
    )  # fmt: skip
    (banned,) = _read("Shout at children.", path=must_not)
    assert (banned.modality, banned.duty_holder) == (Modality.PROHIBITION, "Carers")
    listed = _read("\u2022 shout at children\n\u2022 use force", path=must_not)
    assert [(one.modality, one.act) for one in listed] == [
        (Modality.PROHIBITION, "shout at children"), (Modality.PROHIBITION, "use force"),
    ]  # fmt: skip
    assert _read("Visits matter to children.", path=must) == []
