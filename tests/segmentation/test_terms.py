"""The words and abbreviations a document explains itself, and those that only look like it."""

import pytest

from policycheck.domain.documents import Clause, ClauseKind, ProvisionStatus, Term
from policycheck.segmentation.terms import find_terms


def found(text: str, **changes: object) -> list[tuple[str, str]]:
    return [(term.short, term.long) for term in find_terms([Clause(id="c", ref="1", text=text, **changes)])]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        (
            '"The LADO" means the designated officer of the authority.',
            "LADO",
            "the designated officer of the authority",
        ),
        (
            "In this policy, “carer” means a foster carer or a residential worker.",
            "carer",
            "a foster carer or a residential worker",
        ),
        ("The term “placement” refers to any home.", "placement", "any home"),
        (
            "Ring the Local Authority Designated Officer (LADO) on the same day.",
            "LADO",
            "Local Authority Designated Officer",
        ),
        (
            "Ask the local authority designated officer (the “LADO”).",
            "LADO",
            "local authority designated officer",
        ),
        ("Supervising Social Workers (SSWs) visit monthly.", "SSWs", "Supervising Social Workers"),
        ("an Education, Health and Care Plan (EHCP)", "EHCP", "Education, Health and Care Plan"),
        (
            "the Special Educational Needs Coordinator (SENCO)",
            "SENCO",
            "Special Educational Needs Coordinator",
        ),
        ("The Department for Education (DfE) publishes it.", "DfE", "Department for Education"),
        ("The IRO (Independent Reviewing Officer) chairs it.", "IRO", "Independent Reviewing Officer"),
        (
            "This follows the Care Planning, Placement and Case Review (England) Regulations 2010 (“the Regulations”).",
            "Regulations",
            "Care Planning, Placement and Case Review (England) Regulations 2010",
        ),
        ("It is run by Brindle Vale Homes (the Association).", "Association", "Brindle Vale Homes"),
        (
            "It is run by Brindle Vale Homes (hereafter “the Association”).",
            "Association",
            "Brindle Vale Homes",
        ),
        ("Under the Children Act 1989 (the 1989 Act) a child is safe.", "1989 Act", "Children Act 1989"),
    ],
)
def test_a_term_and_what_it_stands_for(text: str, short: str, long: str) -> None:
    assert found(text) == [(short, long)]


@pytest.mark.parametrize(
    "text",
    [
        "The manager (Assistant Manager) decides.",
        "Write to the Secretary of State (IRM) at once.",
        "The Fostering Services (England) Regulations apply.",
        "A person (A) must tell another (B).",
        "Keep it for six years (see 4.2) or more (the longer).",
        "She said that “home” means a lot to her, and that is why the “family” means everything.",
        "The notice must say “closed” (in capitals).",
    ],
)
def test_brackets_and_quotes_that_explain_nothing(text: str) -> None:
    assert found(text) == []


def test_a_definition_by_a_list_takes_its_items() -> None:
    clauses = [
        Clause(id="a", ref="1", text="“landlord” means—", kind=ClauseKind.DEFINITION),
        Clause(id="b", ref="1(a)", text="an owner;", kind=ClauseKind.ITEM, parent="a"),
        Clause(id="c", ref="1(b)", text="an agent.", kind=ClauseKind.ITEM, parent="a"),
    ]
    assert find_terms(clauses) == (Term(short="landlord", long="an owner; an agent", clause="a"),)


def test_a_table_of_terms_by_its_columns_or_its_heading() -> None:
    row = {"kind": ClauseKind.ROW}
    assert found("MASH | Multi-Agency Hub", columns=("Abbreviation", "Full name"), **row) == [
        ("MASH", "Multi-Agency Hub")
    ]
    assert found("MASH | Multi-Agency Hub", heading_path=("Glossary",), **row) == [
        ("MASH", "Multi-Agency Hub")
    ]
    assert found("Visit | within 10 days", columns=("Step", "Time"), **row) == []


def test_a_glossary_set_as_lines() -> None:
    text = "We use these words:\n• LADO: the designated officer\n• Contact – time with the family"
    assert found(text, heading_path=("9 Glossary",)) == [
        ("LADO", "the designated officer"),
        ("Contact", "time with the family"),
    ]
    assert found("Visits: the worker visits weekly.", heading_path=("9 Visits",)) == []


def test_each_term_once_and_none_from_text_for_another_act() -> None:
    clauses = [
        Clause(id="a", ref="1", text="The Agency Decision Maker (ADM) decides."),
        Clause(id="b", ref="2", text="The Agency Decision Maker (ADM) signs."),
        Clause(id="c", ref="3", text="“home” means a house.", quoted=True),
        Clause(id="d", ref="4", text="“flat” means a home.", status=ProvisionStatus.REPEALED),
    ]
    assert [(term.short, term.clause) for term in find_terms(clauses)] == [("ADM", "a")]


def test_initials_are_read_wherever_the_words_beside_them_fit():
    assert found("1.4 DL stands for duty librarian, BM for branch manager and CoR for Clerk of Records.") == [
        ("DL", "duty librarian"),
        ("BM", "branch manager"),
        ("CoR", "Clerk of Records"),
    ]
    assert found('"PO" is a parking officer, and "OAA" is the Office for Appeals and Awards.') == [
        ("PO", "parking officer"),
        ("OAA", "Office for Appeals and Awards"),
    ]
    assert found("“Night worker”, or “NW”, has the meaning in the Schedule.") == [("NW", "Night worker")]
    assert found("Write to HWS (the Home Welfare Service).") == [("HWS", "Home Welfare Service")]
    assert found("PM: pier master. DPM: deputy pier master.") == [
        ("PM", "pier master"),
        ("DPM", "deputy pier master"),
    ]
    assert found("The Keeper of Seals is “the KS”.") == [("KS", "Keeper of Seals")]


def test_initials_are_not_read_from_words_that_happen_to_begin_alike():
    assert found("The LO may issue the licence at once.") == []
    assert found("SWS shall write a support plan.") == []
    assert found("The PC pays for all repairs.") == []


def test_a_meaning_ends_where_the_next_term_begins() -> None:
    text = (
        "“TO” means a towing officer. “LO” means a lock officer and his mate; and “Quay” means the old quay."
    )
    found = find_terms([Clause(id="1", ref="1", text=text, end=len(text))])
    meanings = {term.short: term.long for term in reversed(found)}
    assert meanings == {"TO": "a towing officer", "LO": "a lock officer and his mate", "Quay": "the old quay"}
