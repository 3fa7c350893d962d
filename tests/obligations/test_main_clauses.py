"""The verb of the main clause is found whatever clauses stand between it and its subject."""

import pytest

from policycheck.domain.documents import Clause, DocumentKind
from policycheck.domain.obligations import Modality
from policycheck.obligations import read_clauses

_BINDING = {Modality.OBLIGATION, Modality.PROHIBITION, Modality.RECOMMENDATION}


def _asks(text: str, kind: DocumentKind) -> bool:
    return any(
        one.modality in _BINDING for one in read_clauses([Clause(id="", ref="", text=text)], kind=kind)
    )


_KINDS = pytest.mark.parametrize("kind", [DocumentKind.LEGISLATION, DocumentKind.POLICY])


@_KINDS
@pytest.mark.parametrize(
    "text",
    [
        "A fine which the registrar orders must be paid within 14 days.",
        "Any fee that a licensing officer demands must be recorded.",
        "An allotment that its tenant no longer works must be given back.",
        "A boat whose owner fails that test must be taken out of the water.",
        "An applicant whose form lacks that signature must be told so within a week.",
        "Whoever has that permit must carry insurance.",
        "Members that owe a fee must pay it by May.",
        "Wherries which resemble a ship must be painted.",
        "Ropes that zibble must be cut.",
        "Land that abuts a dock must be fenced.",
        "Staff who zibble must go outside.",
        "The vehicles in which the operator's drivers work should be inspected every month.",
        "The school at which a pupil boards must keep a record of visitors.",
        "The room where the witnesses wait must not be visible from the gallery.",
        "The person to whom the officer reports must keep a note.",
        "An order that the manager disputes shall go back to the supplier within five days.",
        "An assessment of what the guest needs must be finished within a week.",
        "What the wardens earn should not depend on the number of fines.",
        "The places where people vote shall be reviewed every four years.",
        "Buildings in which animals sleep must be kept warm.",
        "Members who regularly sail alone must carry a flare.",
        "Those who occupy a berth must pay for it.",
        "Anything that could fall has to be tied down.",
        "Except in cases to which rules 4 to 9 apply, the panel must sit in public.",
    ],
)
def test_the_main_clause_keeps_its_verb(kind: DocumentKind, text: str) -> None:
    assert _asks(text, kind)


@_KINDS
@pytest.mark.parametrize(
    "text",
    [
        "The person to whom notice must be given is the owner.",
        "An area in which dogs must be kept on a lead is a controlled area.",
        "A requirement that goods must be labelled is a relevant requirement.",
        "Some of the rules that members must follow are old.",
        "A requirement that staff records must be kept.",
        "the standards that the boat's fittings must meet",
        "the form in which staff complaints must be made",
        "Rules that members must follow at sea.",
        "Rules that management must follow at sea.",
        "A vehicle of a type that must be tested is a testable vehicle.",
        "A master who says that the hull must be cleaned.",
    ],
)
def test_what_a_clause_inside_says_is_asked_of_nobody(kind: DocumentKind, text: str) -> None:
    assert not _asks(text, kind)


def test_the_subject_is_that_of_the_main_clause() -> None:
    [found] = read_clauses(
        [Clause(id="", ref="", text="A manager whose licence lacks that stamp must tell the harbour master.")]
    )
    assert found.duty_holder == "A manager"
    assert found.act.startswith("tell the harbour master")


@_KINDS
@pytest.mark.parametrize(
    "text",
    [
        "Where a member is late and nobody has been told why, the chair must ring them.",
        "If it is not clear how, the fitter must ask the maker.",
        "If the porter is not sure who, the porter must ask the duty manager.",
        "Anyone who is turned down and wishes to know why shall be told in writing.",
        "A note of what was said and why must be kept.",
    ],
)
def test_a_question_word_alone_opens_no_clause(kind: DocumentKind, text: str) -> None:
    assert _asks(text, kind)


@_KINDS
@pytest.mark.parametrize(
    "text", ["The list shows what must be checked.", "Nobody could say why the gate must stay open."]
)
def test_a_question_word_with_a_verb_opens_a_clause(kind: DocumentKind, text: str) -> None:
    assert not _asks(text, kind)


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("Tide notices for the week are pinned up at the gate.", "are pinned"),
        ("Sail lists are nailed to the mast.", "are nailed"),
        ("What has been learnt at sea is gone over every 18 months.", "is gone"),
        ("The log is old and so must be copied.", "must"),
    ],
)
def test_the_verb_and_not_the_noun_before_it_tells_what_is_done(text: str, signal: str) -> None:
    [found] = read_clauses([Clause(id="", ref="", text=text)], kind=DocumentKind.POLICY)
    assert found.signal == signal


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("The pond is netted each week from May to August.", "is netted"),
        ("The pond is netted each week between May and August.", "is netted"),
        ("Between 1 May and 31 August the pond is netted each week.", "is netted"),
        ("From May the pond is netted each week.", "is netted"),
        ("In April and May the pond is netted each week.", "is netted"),
        ("Nets May 2031: the gardener keeps the list.", "keeps"),
        ("In May, visitors may see the pond.", "may"),
        ("The board applied to may refuse a net.", "may"),
        ("A visitor to whom paragraph 2 applies may see the pond.", "may"),
        ("Each may appeal.", "may"),
        ("A net in Part 1 may be lent.", "may"),
    ],
)
def test_may_is_a_month_by_the_words_round_it(text: str, signal: str) -> None:
    (read,) = read_clauses([Clause(id="", ref="", text=text)], kind=DocumentKind.POLICY)
    assert read.signal == signal


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Before it sells a boat the harbour office must ring the owner, and must wait a week.", "the harbour office"),
        ("When a mooring is free the warden shall tell the crew, but may let it for a night.", "the warden"),
        ("If a rope is torn and must be replaced, the warden must order one.", "the warden"),
        ("Where a crew that must pay is late, and may be ill, the warden must ring them.", "the warden"),
    ],
)  # fmt: skip
def test_a_duty_that_goes_on_behind_its_comma_keeps_its_first_verb(text: str, holder: str) -> None:
    (read,) = read_clauses([Clause(id="", ref="", text=text)], kind=DocumentKind.LEGISLATION)
    assert (read.duty_holder, read.modality) == (holder, Modality.OBLIGATION)
    assert holder not in read.conditions[0]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Between the start of June and the end of July no reed will be cut.", "no reed be cut"),
        ("Between 1 June and 31 July no reed will be cut.", "no reed be cut"),
        ("Between visits the warden shall not cut a reed.", "cut a reed"),
        ("No one on the list will have a reed cut.", "have a reed cut"),
        ("No punt will have more than six seats.", "have more than six seats"),
    ],
)
def test_a_ban_behind_its_opening_words_and_one_of_what_nobody_will_have(text: str, act: str) -> None:
    (read,) = read_clauses([Clause(id="", ref="", text=text)], kind=DocumentKind.POLICY)
    assert (read.modality, read.act) == (Modality.PROHIBITION, act)


def test_how_many_stand_between_two_numbers_are_who_acts() -> None:
    text = "Between two and four wardens must cut the reed."
    (read,) = read_clauses([Clause(id="", ref="", text=text)], kind=DocumentKind.POLICY)
    assert read.duty_holder == "Between two and four wardens"
