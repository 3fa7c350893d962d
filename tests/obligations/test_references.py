"""Cross-references: what a text cites, and where it leads inside the document and outside."""

import pytest

from policycheck.domain.documents import Clause, DocumentKind, Term
from policycheck.domain.obligations import CrossReference
from policycheck.domain.readings import citation
from policycheck.obligations import read_clauses
from policycheck.obligations.citations import find_citations

LAW, POLICY = DocumentKind.LEGISLATION, DocumentKind.POLICY


def _clause(ref: str, text: str = "Words.", *path: str) -> Clause:
    return Clause(id=f"c{ref}", ref=ref, text=text, heading_path=path)


def _references(
    text: str, ref: str, *others: Clause, kind: DocumentKind = LAW, terms: tuple[Term, ...] = ()
) -> tuple[CrossReference, ...]:
    (found,) = read_clauses([*others, _clause(ref, text)], kind=kind, terms=terms)
    return found.references


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("under section 17 of the Children Act 1989", ["Children Act 1989, s 17"]),
        (
            "see Equality Act 2010, s 149(1)(a) and (b)",
            ["Equality Act 2010, s 149(1)(a)", "Equality Act 2010, s 149(1)(b)"],
        ),
        ("s.47 of the Children Act 1989", ["Children Act 1989, s 47"]),
        ("the Care Act 2014 section 9(4)", ["Care Act 2014, s 9(4)"]),
        (
            "regulation 5(2) of the Care Planning, Placement and Case Review (England) Regulations 2010",
            ["Care Planning, Placement and Case Review (England) Regulations 2010, reg 5(2)"],
        ),
        (
            "paragraph 3 of Schedule 2 to the Children Act 1989 and the Adoption Act 2002",
            ["Children Act 1989, Sch 2 para 3", "Adoption Act 2002"],
        ),
        ("subsection (2) of section 14 of the Housing Act 1996", ["Housing Act 1996, s 14(2)"]),
        ("Article 6(1)(e) of the UK GDPR", ["UK GDPR, art 6(1)(e)"]),
        (
            "under section 8 of the Housing Act 1996 and section 9 of that Act",
            ["Housing Act 1996, s 8", "Housing Act 1996, s 9"],
        ),
        ("Part 2 of the Housing Act 2004", ["Housing Act 2004, pt 2"]),
        ("Acts of kindness in 2019, an order of 1998, parts of the table and a section of the wall", []),
    ],
)  # fmt: skip
def test_other_laws_are_cited_as_lawyers_write_them(text: str, cited: list[str]) -> None:
    found = [
        citation(CrossReference(text="", ref=one.short, instrument=one.law)) for one in find_citations(text)
    ]
    assert found == cited


@pytest.mark.parametrize(
    ("text", "own", "others", "refs"),
    [
        ("The court must act under subsection (2).", "12(3)(b)", ["12(2)"], ["12(2)"]),
        ("The court must act under paragraph (a).", "12(3)(b)", ["12(3)(a)"], ["12(3)(a)"]),
        ("Subject to paragraph (2), the court must act.", "5(1)", ["5(2)"], ["5(2)"]),
        ("The court must act under sections 4(2), (3) and 9.", "12", ["4(2)", "4(3)", "9"], ["4(2)", "4(3)", "9"]),
        ("The court must act under section 9 (5).", "12", ["9(5)"], ["9(5)"]),
        ("The court must act under paragraph 4(1).", "Sch 1 para 2(3)", ["Sch 1 para 4(1)"], ["Sch 1 para 4(1)"]),
        ("The court must act under sub-paragraph (1).", "Sch 1 para 2(3)", ["Sch 1 para 2(1)"], ["Sch 1 para 2(1)"]),
        ("The court must act under paragraph 3 of Schedule 2.", "12", ["Sch 2 para 3"], ["Sch 2 para 3"]),
        ("The court must act under paragraph (a) of subsection (3).", "12(4)", ["12(3)(a)"], ["12(3)(a)"]),
    ],
)  # fmt: skip
def test_provisions_lead_to_their_clause(text: str, own: str, others: list[str], refs: list[str]) -> None:
    found = _references(text, own, *map(_clause, others))
    assert [one.ref for one in found] == refs
    assert [one.clause for one in found] == [f"c{ref}" for ref in refs]
    assert all(one.text in text and not one.instrument for one in found)


def test_a_section_or_an_appendix_leads_to_its_first_clause() -> None:
    found = _references(
        "The manager must follow section 4 above, Appendix A and Table 2.", "6.1",
        _clause("4.1"), _clause("4.2(a)"), _clause("A ¶1", "Words.", "Appendix A: Forms"), _clause("Table 2 row 1"),
        kind=POLICY,
    )  # fmt: skip
    assert [(one.ref, one.clause) for one in found] == [
        ("4", "c4.1"), ("Appendix A", "cA ¶1"), ("Table 2", "cTable 2 row 1"),
    ]  # fmt: skip


def test_what_the_document_does_not_have_is_said_and_not_guessed() -> None:
    (found,) = _references("The manager must follow section 47.", "6.1", _clause("4.1"), kind=POLICY)
    assert (found.ref, found.clause) == ("47", "")


def test_a_law_known_by_the_documents_own_name() -> None:
    term = Term(short="the Act", long="Children Act 1989", clause="c1")
    (found,) = _references(
        "The manager must follow section 22 of the Act.", "6.1", kind=POLICY,
        terms=(Term(short="Act", long=term.long, clause="c1"),),
    )  # fmt: skip
    assert citation(found) == "Children Act 1989, s 22"


def test_a_term_that_only_mentions_a_law_is_no_law() -> None:
    term = Term(short="bus", long="a vehicle within the meaning of the Transport Act 1985", clause="c1")
    assert not _references("The driver of a bus must follow the map in part.", "6.1", terms=(term,))
