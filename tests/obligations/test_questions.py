"""Questions with their answers: what the answer makes of what is asked."""

import pytest
from statements import said

from policycheck.comparing import said_in
from policycheck.conflicts.contrary import denials_of
from policycheck.domain.documents import Clause
from policycheck.domain.obligations import Modality
from policycheck.lexicon.questions import answered
from policycheck.obligations import read_clauses
from policycheck.obligations.stated import read_stated


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("May I bring a kettle? No.", Modality.PROHIBITION),
        ("Can I cook? Only in the kitchen.", Modality.PROHIBITION),
        ("Can I cook? Not unless a warden is by.", Modality.PROHIBITION),
        ("Is cooking allowed? No.", Modality.PROHIBITION),
        ("Will my address be shown? No.", Modality.PROHIBITION),
        ("Do you lend kettles? Never.", Modality.PROHIBITION),
        ("Q: May I bring a kettle? A: No.", Modality.PROHIBITION),
        ("May I bring a kettle? Yes, but not a stove.", Modality.PERMISSION),
        ("Are stoves permitted? Yes.", Modality.PERMISSION),
        ("Do I have to pay? No.", Modality.PERMISSION),
        ("Must guests sign? No, they need not.", Modality.PERMISSION),
        ("Need I book? No.", Modality.PERMISSION),
        ("Have I got to book? No.", Modality.PERMISSION),
        ("Is a ticket needed? No.", Modality.PERMISSION),
        ("Do I have to pay? Yes.", Modality.OBLIGATION),
        ("Will my address be shown? Yes.", Modality.OBLIGATION),
        ("Do I need a ticket? Not unless you stay the night.", Modality.OBLIGATION),
    ],
)
def test_an_answer_turns_its_question(text: str, modality: Modality) -> None:
    assert said(text).said is not None
    assert said(text).said.modality is modality


def test_an_answer_keeps_its_question_beside_a_rule() -> None:
    text = "May I bring a kettle? No. You must use the urn."
    clause = Clause(id="1", ref="1", text=text, end=len(text))
    answer, rule = said_in([clause], read_clauses([clause]))
    assert (answer.text, answer.said.modality) == ("May I bring a kettle? No.", Modality.PROHIBITION)
    assert (rule.text, rule.said.modality) == ("You must use the urn.", Modality.OBLIGATION)


def test_a_heading_may_ask() -> None:
    clause = Clause(id="1", ref="1", text="No.", end=3, heading_path=("Do I have to pay?",))
    (answer,) = said_in([clause], read_clauses([clause]))
    assert answer.said is not None
    assert answer.said.modality is Modality.PERMISSION


@pytest.mark.parametrize(
    "text", ["Why is it shut? No kettles are there.", "Where may I cook? In the kitchen."]
)
def test_other_questions_forbid_nothing_by_their_answer(text: str) -> None:
    assert answered(text) is None


@pytest.mark.parametrize(
    ("text", "denials"),
    [
        ("No – you may not use the stove.", ["not"]),
        ("Do guests cook? No, never.", ["never"]),
        ("Will my address be shown? No.", ["No"]),
        ("No kettle is not used.", []),
    ],
)
def test_no_before_a_denial_is_no_second_one(text: str, denials: list[str]) -> None:
    assert [one.written for one in denials_of(said(text))] == denials


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Must I see the purser? Yes, every year. We write to you.", "Must I see the purser? Yes, every year."),
        ("What about lockers? They are free. Ask at the desk.", "What about lockers? They are free."),
        ("How long do we get? An hour. The steward rings a bell.", "How long do we get? An hour."),
        ("Can I bring a bike? Yes, if it folds. Stow it by the door.", "Can I bring a bike? Yes, if it folds."),
        ("Is there a bar? The saloon bar is open to all ages. Ask at the desk.", "The saloon bar is open to all ages."),
    ],
)  # fmt: skip
def test_an_answer_of_few_words_keeps_its_question_beside_a_rule(text: str, kept: str) -> None:
    rule = text.rpartition(". ")[2]
    (fact,) = read_stated([Clause(id="1", ref="1", text=text)], read={"1": [rule]})
    assert (fact.text, fact.duty_holder) == (kept, "")


def test_an_order_after_a_question_is_no_short_answer() -> None:
    text = "Lost your ticket? Ring us. We will send another."
    read = {"1": ["Ring us.", "We will send another."]}
    assert read_stated([Clause(id="1", ref="1", text=text)], read=read) == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Can I bring a parrot? Sorry, no parrots.", Modality.PROHIBITION),
        ("Where can I leave a parrot? Never in the saloon.", Modality.PROHIBITION),
        ("Can I bring bags? Two of them.", Modality.PERMISSION),
        ("Hatch. Locked whenever nobody is below.", Modality.OBLIGATION),
        ("Hatch. Never locked while anybody is below.", Modality.PROHIBITION),
        ("If nobody is below, never lock it.", Modality.PROHIBITION),
        ("Paint in every can.", Modality.OBLIGATION),
        ("Anyone below can.", Modality.PERMISSION),
    ],
)
def test_what_is_stated_is_the_answer_s_and_no_case_s(text: str, modality: Modality) -> None:
    (fact,) = read_stated([Clause(id="1", ref="1", text=text)], read={})
    assert fact.modality is modality
