"""Words reduced to their meaning."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycheck.lexicon.words import SYNONYMS, boilerplate_words, canonical, content_words, stem, stop_words


@pytest.mark.parametrize(
    "words",
    [
        ("review", "reviews", "reviewed", "reviewing"),
        ("notify", "notifies", "notified"),
        ("stop", "stops", "stopped", "stopping"),
        ("policy", "policies"),
        ("address", "addresses"),
        ("keep", "keeps", "kept", "keeping"),
        ("write", "writes", "wrote", "written", "writing"),
        ("child", "children"),
        ("use", "used", "using", "uses"),
    ],
)
def test_forms_of_one_word_share_a_stem(words: tuple[str, ...]) -> None:
    assert len({stem(word) for word in words}) == 1


@pytest.mark.parametrize("words", [("policy", "police"), ("form", "inform"), ("work", "word")])
def test_different_words_keep_different_stems(words: tuple[str, str]) -> None:
    assert stem(words[0]) != stem(words[1])


@pytest.mark.parametrize(
    "words",
    [
        ("notify", "tell", "inform", "told"),
        ("keep", "retain", "hold", "store"),
        ("record", "log", "document", "write down"),
        ("conduct", "carry out", "undertake", "complete"),
        ("review", "re-examine"),
        ("ensure", "make sure"),
        ("provide", "give", "supply"),
        ("appoint", "name", "designate"),
        ("request", "ask", "apply"),
        ("interview", "conversation", "talk", "meet"),
        ("delete", "erase", "destroy", "shred"),
    ],
)
def test_synonyms_share_a_name(words: tuple[str, ...]) -> None:
    assert len({canonical(word) for word in words}) == 1


def test_the_same_thing_said_twice_has_the_same_words() -> None:
    law = content_words("The authority must notify the parent within 5 working days.")
    plain = content_words("The council has to let the mother know in five days.")
    assert set(law) == set(plain)


def test_figures_modals_and_boilerplate_carry_no_meaning() -> None:
    assert content_words("It must, within 28 days and in accordance with section 12, be so.") == []


def test_a_word_of_two_groups_belongs_to_the_general_one() -> None:
    assert canonical("interview") == stem("interview")


def test_the_groups_are_lists_of_words_without_repeats() -> None:
    assert all(len(set(group)) == len(group) > 1 for group in SYNONYMS)
    assert not stop_words() & {group[0] for group in SYNONYMS}
    assert boilerplate_words()


@given(st.text(alphabet=string.printable, max_size=80))
def test_any_text_has_words_that_are_stable(text: str) -> None:
    assert content_words(text) == content_words(text.upper())
