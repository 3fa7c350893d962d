"""What leaflets, crib sheets and questions tell a term to mean."""

import pytest

from policycheck.obligations.meanings import read_meaning, read_row_meaning


@pytest.mark.parametrize(
    ("text", "term", "meaning"),
    [
        ("A friend who drops in does not count as a visitor.", "visitor", "does not include A friend who drops in"),
        ("A cousin counts as a relation.", "relation", "includes A cousin"),
        ("We do not treat a walk as exercise.", "exercise", "does not include a walk"),
        ("Whoever rows once is a guest and does not count as a rower.", "rower", "does not include Whoever rows once"),
        ("Keep an eye on late boats (for us, any after six) at dusk.", "late boats", "any after six"),
        ("Ask for the crew (rowers; guests are not in it).", "crew", "rowers; guests are not in it"),
        ("Regulars, i.e. those with a key.", "Regulars", "those with a key"),
        ("What is a float? Anything that keeps you up.", "float", "Anything that keeps you up"),
        ("Regular? Anyone with a key.", "Regular", "Anyone with a key"),
        ("Is it a float? Check that it is a float first. That's anything of cork.", "float", "anything of cork"),
        ("Log as late anyone who comes after ten.", "late", "anyone who comes after ten"),
        ("A loan becomes overdue when a week has gone.", "overdue loan", "when a week has gone"),
        ("“Night” leaves out the hour before dawn.", "Night", "leaves out the hour before dawn"),
        ("“Fresh” on our labels means picked today.", "Fresh", "means picked today"),
        ("When the desk staff say regular, they mean anybody with a key.", "regular", "anybody with a key"),
        ("When we say a fence is minor works, we're thinking of a metre.", "minor works", "a metre"),
        ("To count as a regular you must come six times.", "regular", "come six times"),
        ("There is a flood when water stands above the step.", "flood", "when water stands above the step"),
        ("Float: cork or foam. Vests do not count.", "Float", "cork or foam. Vests do not count"),
        ("Not a float: vests and rings.", "float", "does not include vests and rings"),
    ],
)  # fmt: skip
def test_a_meaning_told_in_passing_is_read(text, term, meaning):
    assert read_meaning(text) == (term, meaning)


def test_under_a_heading_of_terms_whatever_follows_the_term_is_its_meaning():
    assert read_meaning("Float: cork, foam, a vest.", "Words we use") == ("Float", "cork, foam, a vest")
    assert read_meaning("Float: cork, foam, a vest.", "Boats") is None
    assert read_meaning("Cork or foam.", "What is a float?") == ("float", "Cork or foam")


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("The hull and the engine.", "What's covered?"),
        ("Moorings are paid for by the club each spring.", "How we run (in simple terms)"),
        ("Moorings are paid for by the club each spring.", "Terms of reference"),
        ("Log repairs as soon as possible.", ""),
        ("Repairs are recorded here: the blue book.", ""),
        ("Note: the harbour master decides about moorings.", ""),
        ("Mooring is limited to members of the club.", ""),
    ],
)
def test_what_only_looks_like_a_meaning_is_none(text, heading):
    assert read_meaning(text, heading) is None


@pytest.mark.parametrize(
    "text",
    [
        "The manager must treat the complaint as a matter for the board if it is grave.",
        "Down to the last days? That is the moment to order.",
        "Boats older than a year are too old for us to insure.",
        "The pool is open to members, and anyone here is welcome.",
    ],
)
def test_what_tells_no_meaning_is_left(text):
    assert read_meaning(text) is None


def test_a_table_of_labels_says_what_is_put_under_each():
    assert read_row_meaning(["Late", "in after six"], ("We call it", "When")) == ("Late", "in after six")
    assert read_row_meaning(["Late", "the porter"], ("Status", "Who")) is None
