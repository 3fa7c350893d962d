"""Two who do one thing, one of them the reader whom a heading speaks to or somebody said to do it themselves."""

from dataclasses import replace

import pytest

from policycheck.comparing import said_in
from policycheck.conflicts.finder import pair_of
from policycheck.conflicts.rules.duty_holder import duty_holder, two_in_loose_words
from policycheck.conflicts.rules.unaccompanied import unaccompanied
from policycheck.matching.holders.acting import addressed
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses
from tests.statements import row_of, said


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


_ATTENDS = "Every usher attends a fire course each year."


@pytest.mark.parametrize(
    ("takes", "gives"),
    [
        (_ATTENDS, said("The captain gives every usher a fire course each year.")),
        (_ATTENDS, said("The captain runs a fire course for every usher each year.")),
        (_ATTENDS, row_of(Who="Captain", Does="Gives each usher", What="A fire course", When="Each year")),
        (
            "A bosun is on watch for no more than three hours.",
            row_of(What="Bosun's time on watch", Who="Captain", Does="Allows", Limit="Five hours at most"),
        ),
    ],
)
def test_who_takes_a_thing_and_who_gives_it_do_not_do_one_task(takes, gives):
    for one, other in ((said(takes), gives), (gives, said(takes))):
        assert duty_holder(pair_of(one, other, 0.95, against_source=False)) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_ATTENDS, "Every captain attends a fire course each year."),
        ("The usher gives every guest a lamp.", "The porter gives every guest a lamp."),
        ("The usher keeps the key.", "The porter keeps the key for the usher."),
        ("The usher runs the fire course.", "The captain runs the fire course for every usher."),
    ],
)
def test_two_who_give_or_take_the_same_do_one_task(one, other):
    assert duty_holder(pair_of(said(one), said(other), 0.95, against_source=False)) is not None
