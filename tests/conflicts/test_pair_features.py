"""What the model that weighs an objection is told of the pair; sentences of a library and a swimming pool."""

from dataclasses import replace

import numpy as np
import pytest

from policycheck.comparing import said_in
from policycheck.conflicts.finder import find_candidates, pair_of
from policycheck.conflicts.pair import Objection
from policycheck.conflicts.pair_features import FEATURES, contradiction_features
from policycheck.domain.figures import times_apart
from policycheck.domain.findings import ConflictType
from policycheck.domain.obligations import Modality, Obligation
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement
from policycheck.obligations import read_clauses
from policycheck.obligations.figures.all_figures import read_figures
from policycheck.scripting import as_clauses


def statement(text, *, clause=0, is_row=False):
    ref = str(clause + 1)
    reading = Obligation(
        id=ref, document="", clause=ref, ref=ref, text=text, modality=Modality.OBLIGATION, signal="must"
    )
    return Statement(
        clause=clause,
        ref=ref,
        text=text,
        in_context=text,
        led_in=text,
        words=frozenset(content_words(text)),
        verbs=frozenset(),
        roles=(),
        reading=reading,
        is_row=is_row,
        figures_of=read_figures,
    )


def features(a, b, kind=ConflictType.QUANTITY, *, words=("", ""), loosely=False, against_source=False):
    objection = Objection(type=kind, message="", a_words=words[0], b_words=words[1], loosely=loosely)
    pair = pair_of(a, b, 0.8, against_source=against_source)
    return contradiction_features(pair, objection, same_answer=0.0, ranks=(1.0, 1.0), within=False)


@pytest.mark.parametrize(
    ("a", "b", "words", "is_far"),
    [
        ("A fine of £3 must be paid.", "Fines of £4 are charged.", ("£3", "£4"), False),
        ("A fine of £3 must be paid.", "A lost atlas costs £60.", ("£3", "£60"), True),
        (
            "The pool must be tested within 2 hours.",
            "It is tested within one day.",
            ("2 hours", "one day"),
            True,
        ),
        (
            "Books must be back within 2 weeks.",
            "They are back within 21 days.",
            ("2 weeks", "21 days"),
            False,
        ),
    ],
)
def test_figures_many_times_apart_are_told(a, b, words, is_far):
    found = features(statement(a), statement(b), words=words)

    assert (found["figures_far"] > 0) is is_far


def test_figures_further_apart_count_for_more_up_to_a_limit():
    fine = statement("A fine of £3 must be paid.")
    far, further, furthest = (
        features(fine, statement(f"A lost atlas costs {cost}."), words=("£3", cost))["figures_far"]
        for cost in ("£30", "£90", "£9000")
    )

    assert far < further <= furthest == 2.0


def test_figures_of_two_kinds_are_not_held_against_each_other():
    found = features(
        statement("A fine of £3 must be paid."),
        statement("Books must be back within 21 days."),
        words=("£3", "21 days"),
    )

    assert "figures_far" not in found


def test_a_loose_objection_is_weighed_by_the_words_of_its_point():
    a, b = statement("Swimmers must shower for 2 minutes."), statement("Swimmers shower for 5 minutes.")
    words = ("2 minutes", "5 minutes")

    assert features(a, b, words=words, loosely=True)["point_loosely"] > 0.5
    assert features(a, b, words=words)["point_loosely"] == 0.0


def test_a_meaning_is_weighed_apart_where_a_source_gives_it():
    a, b = statement("A reader is a person with a card."), statement("A reader is anybody who comes in.")

    assert features(a, b, ConflictType.DEFINITION, against_source=True)["definition_of_source"] == 1.0
    assert features(a, b, ConflictType.DEFINITION)["definition_of_source"] == 0.0
    assert features(a, b, against_source=True)["definition_of_source"] == 0.0


def test_a_nearer_partner_elsewhere_is_told():
    rule = [statement("Books must be returned within 14 days.")]
    answers = [
        statement("Books must be returned within 21 days."),
        statement("Films must be returned within 7 days.", clause=1),
    ]
    found = find_candidates(
        rule,
        answers,
        np.array([[0.9, 0.55]], dtype=np.float32),
        against_source=False,
        names=("one", "two"),
    )
    rivals = {one.b: float(one.row[FEATURES.index("rival")]) for one in found}

    assert rivals[0] == 0.0
    assert rivals[1] > 1.0


def test_two_figures_that_only_say_which_cases_a_rule_reaches_are_told():
    declared = statement("Gifts of more than £20 must be declared.")
    shown, fine = statement("Receipts of over £30 must be shown."), statement("A fine of £30 must be paid.")

    assert features(declared, shown, words=("£20", "£30"))["figures_of_cases"] == 1.0
    assert features(declared, fine, words=("£20", "£30"))["figures_of_cases"] == 0.0


@pytest.mark.parametrize(
    ("a", "b", "times"),
    [
        ("within 6 hours", "within one day", 4),
        ("within 2 weeks", "within 7 days", 2),
        ("within 5 school days", "within 10 school days", 2),
        ("within 5 school days", "within 10 days", None),
        ("£5", "£20", 4),
        ("£5", "within 10 days", None),
    ],
)
def test_how_many_times_apart_two_figures_are(a, b, times):
    one, other = read_figures(a)[0], read_figures(b)[0]

    assert times_apart(one, other) == times_apart(other, one) == times


def test_two_plain_facts_are_told_from_a_fact_beside_a_duty():
    duty = statement("A fare of £5 must be paid.")
    fare, fee = (
        replace(statement(f"The fare to the island is {price}."), reading=None) for price in ("£4", "£6")
    )
    assert features(fare, fee, words=("£4", "£6"))["both_describe"] == 1.0
    assert features(fare, duty, words=("£4", "£5"))["both_describe"] == 0.0


def test_a_rule_with_its_modal_verb_is_told_from_what_people_do():
    ban = read_statement("Books must not be taken out of the library.")
    for done, expected in (
        ("The books of the library shall stay on its shelves.", 1.0),
        ("Readers take the books home at the weekend.", 0.0),
    ):
        pair = pair_of(ban, read_statement(done), 0.8, against_source=True)
        objection = Objection(type=ConflictType.MODALITY, message="", a_words="", b_words="", by="practice")
        found = contradiction_features(pair, objection, same_answer=0.0, ranks=(1.0, 1.0), within=False)
        assert found["drift_by_modal"] == expected, done


def read_statement(text):
    clauses = as_clauses([text])
    return said_in(clauses, read_clauses(clauses))[0]


def test_a_thing_that_the_other_side_never_mentions_is_told():
    cards = statement("Cards of readers must be renewed every two years.")
    row = statement("Item: Cards of volunteers; Who: Porter; How often: Every year", is_row=True)
    same = statement("Item: Readers' cards; Who: Porter; How often: Every year", is_row=True)
    apart, together = features(cards, row), features(cards, same)
    assert apart["strange_most"] == pytest.approx(0.5)
    assert apart["strange_words"] == 1.0
    assert together["strange_most"] == together["strange_least"] == 0.0
