"""Duties and powers in set phrases, and in notes that leave the verb out, by a person's reading."""

import pytest

from policycheck.domain.documents import Clause, DocumentKind
from policycheck.domain.obligations import Modality, Obligation
from policycheck.lexicon.data import load
from policycheck.obligations import read_clauses
from policycheck.obligations.limits import read_time_limits
from policycheck.obligations.parts import find_conditions, find_exceptions

LAW, POLICY = DocumentKind.LEGISLATION, DocumentKind.POLICY


def _read(text: str, kind: DocumentKind) -> list[Obligation]:
    return read_clauses([Clause(id="c", ref="1", text=text)], kind=kind)


@pytest.mark.parametrize("kind", [LAW, POLICY])
@pytest.mark.parametrize(
    ("text", "holder", "act"),
    [
        ("There is a duty on the council to publish its accounts.", "the council", "publish its accounts"),
        ("A duty is placed on local authorities to inspect kitchens.", "local authorities", "inspect kitchens"),
        ("The Act imposes a duty on employers to fence machines.", "employers", "fence machines"),
        ("The Regulations require the council to publish a plan.", "the council", "publish a plan"),
        ("Section 12 of the Act obliges landlords to test alarms.", "landlords", "test alarms"),
        ("It is a requirement for a carer to lock the cupboard.", "a carer", "lock the cupboard"),
        ("The council is under an obligation to keep a map.", "The council", "keep a map"),
        ("A local authority mustkeep a list of kennels.", "A local authority", "keep a list of kennels"),
    ],
)  # fmt: skip
def test_the_law_lays_a_duty_on_somebody(text: str, holder: str, act: str, kind: DocumentKind) -> None:
    (found,) = _read(text, kind)
    assert (found.modality, found.duty_holder, found.act) == (Modality.OBLIGATION, holder, act)


@pytest.mark.parametrize("kind", [LAW, POLICY])
@pytest.mark.parametrize(
    ("text", "holder", "act"),
    [
        ("The Act gives councils the power to close a road.", "councils", "close a road"),
        ("The section enables a local authority to make a grant.", "a local authority", "make a grant"),
        ("A power is given to local authorities to set charges.", "local authorities", "set charges"),
        ("It is open to the council to refuse the application.", "the council", "refuse the application"),
        ("Officers are given the power to seize a vehicle.", "Officers", "seize a vehicle"),
        ("An officer named by the council may take samples.", "An officer named by the council", "take samples"),
    ],
)  # fmt: skip
def test_the_law_gives_somebody_a_power(text: str, holder: str, act: str, kind: DocumentKind) -> None:
    (found,) = _read(text, kind)
    assert (found.modality, found.act) == (Modality.PERMISSION, act)
    assert found.duty_holder in (holder, "")


@pytest.mark.parametrize(
    "text",
    [
        "Nothing in this section authorises a tenant to require a person to give information.",
        "The duty to consult is described in chapter 3.",
        "The Act requires careful reading.",
        "The mustard is yellow.",
        "Ask whether the Act requires a carer to register.",
    ],
)
def test_words_of_duty_alone_lay_none(text: str) -> None:
    assert _read(text, LAW) == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Duty to keep a register of premises.", Modality.OBLIGATION),
        ("Power to make byelaws for parks.", Modality.PERMISSION),
        ("Social workers to ensure that the form is signed.", Modality.OBLIGATION),
        ("The council keep a register of all kitchens.", Modality.OBLIGATION),
    ],
)
def test_a_policy_may_leave_the_verb_out(text: str, modality: Modality) -> None:
    assert [one.modality for one in _read(text, POLICY)] == [modality]


def test_what_is_done_to_people_is_not_their_duty() -> None:
    items = [
        Clause(id="a", ref="1", text="A person arrested under section 2 must be—"),
        Clause(id="b", ref="1(a)", text="charged, or", parent="a"),
        Clause(id="c", ref="1(b)", text="released.", parent="a"),
    ]
    assert [one.duty_holder for one in read_clauses(items, kind=LAW)] == [""]


@pytest.mark.parametrize("phrase", [*load("times")["phrases"]["soon"], *load("times")["phrases"]["often"]])
def test_no_vague_time_is_passed_over(phrase: str) -> None:
    assert [one.text for one in read_time_limits(f"The form goes out {phrase}")] == [phrase]


@pytest.mark.parametrize("adverb", list(load("times")["frequencies"]))
def test_no_frequency_is_passed_over(adverb: str) -> None:
    assert [one.text for one in read_time_limits(f"Plans are checked {adverb}")] == [adverb]


@pytest.mark.parametrize(
    "opener",
    [
        "where", "if", "when", "whenever", "once", "on receipt of", "on receiving", "on request by",
        "upon", "before", "after", "following", "as soon as", "in the event of", "in the case where",
        "in cases of", "provided that", "so long as", "as long as", "until", "while", "whilst",
        "during", "prior to", "to the extent that",
    ],
)  # fmt: skip
def test_no_condition_is_passed_over(opener: str) -> None:
    assert [one.text for one in find_conditions(f"The form is sent {opener} Ann asks")] == [
        f"{opener} Ann asks"
    ]


@pytest.mark.parametrize(
    "opener",
    [
        "unless", "except", "except where", "other than", "subject to", "save that", "apart from",
        "excluding", "with the exception of", "notwithstanding", "but not", "even if", "whether or not",
        "without prejudice to",
    ],
)  # fmt: skip
def test_no_exception_is_passed_over(opener: str) -> None:
    assert [one.text for one in find_exceptions(f"The form is sent {opener} Ann asks")] == [
        f"{opener} Ann asks"
    ]
