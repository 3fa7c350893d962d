"""Who is told by a list: set aside where the document holds the list and none of our roles is on it."""

import pytest

from policycheck.domain.documents import Clause, Document, DocumentKind
from policycheck.domain.obligations import Applies
from policycheck.obligations import read_clauses
from policycheck.whose import whose_duties

OURS = ("fostering service provider", "foster carer", "employer")
NO = Applies.NO
DUTY = "A lantern inspector must carry a badge."
PART, SCHEDULE = ("Part 1 Lanterns", "7 Inspectors"), ("Schedule 2 Lantern inspectors",)


def answer(
    definition: str,
    entries: list[str],
    *,
    duty: str = DUTY,
    ours: tuple[str, ...] = OURS,
    items: bool = False,
    elsewhere: bool = False,
) -> tuple[Applies, str]:
    """Return the answer for a duty whose holder is defined by a list: lettered items, or a Schedule."""
    meaning = PART if not elsewhere else ("Part 1 Lanterns", "8 Wicks")
    clauses = [
        Clause(id="duty", ref="7(1)", text=duty, heading_path=PART),
        Clause(id="term", ref="8(2)" if elsewhere else "7(2)", text=definition, heading_path=meaning),
    ]
    for place, entry in enumerate(entries, start=1):
        if items:
            ref = f"{clauses[1].ref}({'abcdefgh'[place - 1]})"
            clauses.append(Clause(id=ref, ref=ref, text=entry, heading_path=meaning, parent="term"))
        else:
            clauses.append(
                Clause(id=f"s{place}", ref=f"Sch 2 para {place}", text=entry, heading_path=SCHEDULE)
            )
    law = DocumentKind.LEGISLATION
    document = Document(
        path="law", title="Lanterns Act", kind=law, sha256="0" * 64, text="", clauses=tuple(clauses)
    )
    read = read_clauses(clauses, document="law", kind=law)
    found = whose_duties([document], read, ours)
    return found[next(one.id for one in read if one.clause == "duty")]


IN_SCHEDULE = "A lantern inspector is a person specified in Schedule 2."
CONSTABLES = ["A constable of a police force.", "An officer appointed by the Lantern Board."]


def test_who_is_on_a_schedule_without_us_is_somebody_else() -> None:
    verdict, reason = answer(IN_SCHEDULE, CONSTABLES)
    assert verdict is NO
    assert "Schedule 2" in reason


@pytest.mark.parametrize(
    "entry",
    [
        "A foster carer.",
        "Any person who provides fostering.",
        "An employer.",
        "A registered provider.",
        "A person employed by a registered provider.",
        "A person prescribed in regulations.",
        "A lamp trimmer.",
    ],
)
def test_a_list_that_may_hold_us_sets_nothing_aside(entry: str) -> None:
    assert answer(IN_SCHEDULE, [*CONSTABLES, entry])[0] is not NO


@pytest.mark.parametrize(
    "entry",
    [
        "The Wick and Lantern Commissioners.",
        "LanternEngland.",
        "A member of the National Lantern Office.",
        "A manager of a school.",
        "A lantern trust established by an order under section 4.",
        "A lantern authority.",
        "Any of the armed forces.",
    ],
)
def test_bodies_by_name_and_bodies_that_law_made_are_not_us(entry: str) -> None:
    assert answer(IN_SCHEDULE, [entry])[0] is NO


def test_an_authority_may_be_a_school_and_an_nhs_trust_a_hospital() -> None:
    assert answer(IN_SCHEDULE, ["A lantern authority."], ours=("school",))[0] is not NO
    trust = ["An NHS trust established under section 4."]
    assert answer(IN_SCHEDULE, trust, ours=("hospital",))[0] is not NO
    assert answer(IN_SCHEDULE, trust)[0] is NO


def test_lettered_items_are_a_list_where_they_hold() -> None:
    means = "In this section “lantern inspector” means—"
    assert answer(means, CONSTABLES, items=True)[0] is NO
    assert answer(means, [*CONSTABLES, "a foster carer;"], items=True)[0] is not NO
    assert answer(means, CONSTABLES, items=True, elsewhere=True)[0] is not NO
    assert answer(means.replace("section", "Part"), CONSTABLES, items=True, elsewhere=True)[0] is NO
    in_cases = [f"in relation to a wick, {entry}" for entry in CONSTABLES]
    assert answer(means, in_cases, items=True)[0] is not NO


def test_a_duty_names_the_paragraph_that_lists_who_has_it() -> None:
    duty = "A person listed in subsection (2) must carry a badge."
    assert answer("Those persons are—", CONSTABLES, duty=duty, items=True)[0] is NO
    assert answer("Those persons are—", ["an employer;"], duty=duty, items=True)[0] is not NO
    assert answer("Badges are brass.", [], duty=duty, items=True)[0] is not NO


def test_roles_that_say_nothing_of_what_we_do_may_be_on_any_list() -> None:
    assert answer(IN_SCHEDULE, CONSTABLES, ours=("company",))[0] is not NO
    assert answer(IN_SCHEDULE, CONSTABLES, ours=("lamp works",))[0] is not NO
