"""Two who do one thing, one of them the reader whom a heading speaks to or somebody said to do it themselves."""

from dataclasses import replace

import pytest

from policycheck.comparing import said_in
from policycheck.conflicts.finder import pair_of
from policycheck.conflicts.rules.duty_holder import two_in_loose_words
from policycheck.conflicts.rules.unaccompanied import unaccompanied
from policycheck.matching.holders.acting import addressed
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses


def statement(text, heading=""):
    clauses = [replace(clause, heading_path=(heading,) if heading else ()) for clause in as_clauses([text])]
    return said_in(clauses, read_clauses(clauses))[0]


def objection(one, other, *, against_source=False):
    return two_in_loose_words(pair_of(one, other, 0.9, against_source=against_source))


LAMP = statement("The harbour lamp is cleaned by the lamplighter.")


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Deckhand's day", "Clean the harbour lamp before you sign off."),
        ("For visiting pilots", "The harbour lamp is down to you."),
        ("Porters' crib sheet", "Cleaning the harbour lamp is your job."),
        ("Pilots: your week", "It's you or nobody who cleans the harbour lamp."),
        ("", "The pilots clean the harbour lamp themselves."),
        ("", "Pilots clean their own lamp in the harbour."),
    ],
)
def test_the_reader_or_whoever_does_it_themselves_is_another(heading, text):
    other = statement(text, heading)
    found = objection(LAMP, other)
    assert found is not None
    assert "lamplighter" in found.message
    assert objection(LAMP, other, against_source=True) is None  # against a source another person is a gap


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Lamplighter's day", "Clean the harbour lamp before you sign off."),
        ("Today's list", "Clean the harbour lamp before you sign off."),
        ("Deckhand's day", "Do not clean the harbour lamp."),
        ("Deckhand's day", "The harbour lamp burns until noon."),
        ("", "The lamplighters clean the harbour lamp themselves."),
    ],
)
def test_the_same_or_nobody_in_particular_stands(heading, text):
    assert objection(LAMP, statement(text, heading)) is None


def test_a_heading_that_names_its_reader():
    assert addressed(statement("Sweep the deck.", "Matron's morning")) == ("Matron",)
    assert addressed(statement("Sweep the deck.", "Sunday's list")) == ()


def test_what_two_are_to_do_together_is_not_done_solo():
    def alone(one, other):
        pair = pair_of(statement(one), statement(other), 0.9, against_source=True)
        return unaccompanied(pair) is not None

    rule = "The poor box shall be opened by two trustees together."
    assert alone(rule, "One pair of hands is all the poor box needs: one person is enough.")
    assert alone(rule, "Whoever is in first opens the poor box and signs for both.")
    assert not alone(rule, "The sexton opens the poor box with the vicar.")
