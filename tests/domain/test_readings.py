"""The table of parts: every part's words stand where it says, and nothing of the sentence is lost silently."""

import pytest

from policycheck.domain.documents import Clause, ClauseKind, ProvisionStatus
from policycheck.domain.obligations import HolderSource, Obligation
from policycheck.domain.readings import PartKind, parts_of, signal_places, why_unread
from policycheck.obligations import read_clauses, read_text


def _one(text: str) -> Obligation:
    (found,) = read_text(text)
    return found


def _words(text: str) -> dict[str, list[str]]:
    obligation = _one(text)
    shown: dict[str, list[str]] = {}
    for part in parts_of(obligation):
        shown.setdefault(part.kind.value, []).extend(obligation.text[a:b] for a, b in part.places)
    return shown


def test_every_part_is_shown_where_it_stands() -> None:
    shown = _words(
        "If the child is ill, the manager must, within 10 working days of the visit, send the parent a copy "
        "unless a court orders otherwise."
    )
    assert shown == {
        "who": ["the manager"],
        "what": ["send the parent a copy"],
        "to whom": ["the parent"],
        "when": ["within 10 working days of the visit"],
        "if": ["If the child is ill"],
        "unless": ["unless a court orders otherwise"],
    }


def test_what_no_part_took_is_said() -> None:
    shown = _words("In the north wing and on its upper floors, the manager must lock the doors.")
    assert "upper floors" in " ".join(shown["not read"])


def test_the_thing_before_the_verb_is_shown_where_nobody_is_named() -> None:
    obligation = _one("The emergency plan must be kept in the office.")
    who, *others = parts_of(obligation)
    assert (who.text, who.places) == ("", ())
    assert "“by” names nobody" in who.note
    assert [part.text for part in others if part.kind is PartKind.ACT] == [
        "The emergency plan be kept in the office"
    ]


def test_the_holder_has_the_clause_that_describes_them() -> None:
    who = parts_of(_one("A person (A) who manages the home must keep a log."))[0]
    assert who.text == "A person (A) who manages the home"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The manager must reply.", ["must"]),
        ("No visitor may enter.", ["No", "may"]),
        ("Letters may be opened only by the clerk.", ["may", "only"]),
        ("Staff must never leave a child alone.", ["must never"]),
        ("Where a tenant must leave, the officer must write to them.", ["must"]),
        ("It is the duty of the council to prepare a list.", ["It is the duty of"]),
        ("Tell the office.", ["Tell"]),
    ],
)
def test_the_deciding_words_are_marked_where_they_stand(text: str, marked: list[str]) -> None:
    obligation = _one(text)
    places = signal_places(obligation)
    assert [obligation.text[a:b] for a, b in places] == marked


def test_the_verb_of_a_condition_is_not_the_deciding_one() -> None:
    text = "Where a tenant must leave, the officer must write to them."
    assert signal_places(_one(text)) == ((text.rindex("must"), text.rindex("must") + 4),)


@pytest.mark.parametrize(
    ("lead", "items", "closing", "joined_by"),
    [
        ("The record must state—", ("who came; and", "what was said."), "", "and"),
        ("The manager must do one of the following:", ("write;", "ring."), "", "or"),
        ("The officer must tell—", ("the parent, or", "the guardian."), "", "or"),
        ("Where the tenant—", ("is ill, or", "is away,"), "the officer must write.", "or"),
        ("The file must hold:", ("a name", "a date"), "", "and"),
    ],
)
def test_a_list_keeps_its_places_and_its_joiner(
    lead: str, items: tuple[str, ...], closing: str, joined_by: str
) -> None:
    clauses = [Clause(id="lead", ref="1", text=lead, closing=closing)]
    clauses += [Clause(id=f"i{n}", ref=f"1({n})", text=item, parent="lead") for n, item in enumerate(items)]
    (found,) = read_clauses(clauses)
    parts = [part for part in parts_of(found) if part.kind is PartKind.ITEM]
    assert [found.text[slice(*part.places[0])] for part in parts] == list(items)
    assert found.joined_by == joined_by
    assert [found.text[a:b] for a, b in signal_places(found)] == ["must"]


def test_in_a_limb_of_its_own_the_deciding_words_are_found_in_the_whole_text() -> None:
    clauses = [
        Clause(id="lead", ref="1", text="Where a child is missing—"),
        Clause(id="a", ref="1(a)", text="the carer must call the police; and", parent="lead"),
        Clause(id="b", ref="1(b)", text="the manager must write to the parent.", parent="lead"),
    ]
    for found in read_clauses(clauses):
        ((start, end),) = signal_places(found)
        assert found.text[start:end] == "must"
        assert found.text[:start].endswith(("the carer ", "the manager "))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The manager must write.", HolderSource.SUBJECT),
        ("The form must be signed by the manager.", HolderSource.AGENT),
        ("The form must be signed.", HolderSource.PASSIVE),
        ("The form must show a date.", HolderSource.THING),
        ("It is the duty of the council to help.", HolderSource.PHRASE),
        ("Sign the form.", HolderSource.ORDER),
    ],
)
def test_how_the_holder_is_known(text: str, source: HolderSource) -> None:
    found = _one(text)
    assert found.holder_source is source
    assert found.holder_source.is_known == bool(found.duty_holder)


def test_why_a_clause_was_left_unread() -> None:
    clauses = {
        "a": Clause(id="a", ref="1", text="Roses are red."),
        "b": Clause(id="b", ref="2", text="“child” means a person under 18", kind=ClauseKind.DEFINITION),
        "c": Clause(
            id="c", ref="3", text="The council must write.", status=ProvisionStatus.REPEALED
        ),
        "d": Clause(id="d", ref="4", text="The officer must:"),
        "e": Clause(id="e", ref="4(a)", text="write", parent="d"),
    }  # fmt: skip
    told = {key: why_unread(clause, clauses, {"d"}) for key, clause in clauses.items()}
    assert told["a"].startswith("nothing in it binds")
    assert told["b"] == "a definition"
    assert told["c"].startswith("repealed")
    assert told["d"] == told["e"] == ""
