"""Words quoted from a sentence are whole and say enough."""

from policycheck.matching.quoting import in_place


def test_a_figure_is_quoted_with_what_it_counts():
    assert in_place("At least two members of each crew shall hold a licence.", "two") == "two members"


def test_a_word_cut_in_the_middle_is_made_whole():
    text = "The gate stays shut unless the keeper has agreed in writing."
    assert in_place(text, "unless the keeper has agree", more=0) == "unless the keeper has agreed"


def test_words_that_are_not_there_come_back_as_they_are():
    assert in_place("The gate stays shut.", "three keys") == "three keys"
