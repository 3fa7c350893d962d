"""Lists of phrases as patterns: which of them is found, and where none is."""

import re

import pytest

from policycheck.lexicon.phrases import any_of, compile_phrases


def found(text, *phrases):
    match = compile_phrases(phrases).search(text)
    return match[0] if match else None


def test_of_two_that_begin_alike_the_longer_is_found():
    assert found("as soon as possible", "as soon as", "as soon as possible") == "as soon as possible"


def test_words_may_stand_on_two_lines_and_in_capitals():
    assert found("At\n once", "at once") == "At\n once"


@pytest.mark.parametrize("text", ["they don't need it", "they don’t need it"])
def test_either_apostrophe_is_met_by_either(text):
    assert found(text, "don't need") and found(text, "don’t need")


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("non-independent", "independent"),
        ("independent-minded", "independent"),
        ("we can't", "can"),
        ("wont", "won"),
    ],
)
def test_a_part_of_a_word_is_not_the_word(text, phrase):
    assert found(text, phrase) is None


def test_a_phrase_that_begins_with_an_apostrophe_ends_a_word():
    assert found("the worker’s line manager", "'s line manager") == "’s line manager"


def test_a_star_by_itself_is_up_to_three_words():
    phrase = "no * part in"
    assert found("no part in", phrase) and found("no direct or indirect part in", phrase)
    assert found("no one of them who takes part in", phrase) is None


def test_a_star_in_a_word_is_the_rest_of_it():
    assert found("isn’t", "*n't") == "isn’t"
    assert re.fullmatch(any_of(["unit*"]), "united")
