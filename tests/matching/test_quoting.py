"""Words quoted from a sentence are whole and say enough."""

import pytest
from statements import row, said

from policycheck.matching.quoting import binding_words, from_denial, in_place


def test_a_figure_is_quoted_with_what_it_counts():
    assert in_place("At least two members of each crew shall hold a licence.", "two") == (
        "two members of each crew"
    )


@pytest.mark.parametrize(
    ("text", "words", "quoted"),
    [
        (
            "A carter has two months from the last toll to come for the cart.",
            "two months",
            "two months from the last toll",
        ),
        ("Two porters count the tolls of the day.", "Two", "Two porters count the tolls"),
        ("Someone counts, and one porter locks up.", "one", "one porter locks"),
        ("A cart must not, in any case, be sold.", "must not", "must not"),
    ],
)
def test_a_quotation_ends_where_its_phrase_does(text, words, quoted):
    assert in_place(text, words) == quoted


def test_a_word_cut_in_the_middle_is_made_whole():
    text = "The gate stays shut unless the keeper has agreed in writing."
    assert in_place(text, "unless the keeper has agree", more=0) == "unless the keeper has agreed"


def test_words_that_are_not_there_come_back_as_they_are():
    assert in_place("The gate stays shut.", "three keys") == "three keys"


def test_of_a_row_not_the_name_of_its_column_is_quoted_as_what_binds():
    columns = ("Matter", "Who", "What is done")
    assert (
        binding_words(row(columns, ("Toll", "Keeper", "Takes £2 at the gate")).said) == "Takes £2 at the gate"
    )
    assert binding_words(said("The keeper must take £2 at the gate.").said) == "must"


@pytest.mark.parametrize(
    ("text", "words", "quoted"),
    [
        (
            "A gate must not be hung sooner than 14 days after.",
            "sooner than 14 days",
            "not be hung sooner than 14 days",
        ),
        (
            "No gate may be hung before two days have passed.",
            "before two days",
            "No gate may be hung before two days",
        ),
        ("A gate must not be hung; it is sold within two days.", "within two days", "within two days"),
        ("A gate must not be hung on two days' notice.", "two days'", "two days'"),
    ],
)
def test_what_a_not_turns_round_is_quoted_from_it_on(text, words, quoted):
    assert from_denial(words, text) == quoted
