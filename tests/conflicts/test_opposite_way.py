"""Two opposite ways of doing a thing, read from sentences of everyday fields."""

import pytest

from policycheck.comparing import said_in
from policycheck.conflicts.contrary import marks_of
from policycheck.conflicts.finder import pair_of
from policycheck.conflicts.rules.opposite_way import opposite_way
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses


def statement(text):
    clauses = as_clauses([text])
    return said_in(clauses, read_clauses(clauses))[0]


def objects(one, other, *, probability=0.6, against_source=False):
    pair = pair_of(statement(one), statement(other), probability, against_source=against_source)
    return opposite_way(pair) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The garden gate must be left open during visiting hours.",
            "The garden gate is locked during visiting hours.",
        ),
        (
            "Swimmers must be on the beach with a colleague at night.",
            "Swimmers may be on the beach at night on their own.",
        ),
        (
            "The librarian must keep old borrowing slips.",
            "The librarian will shred old borrowing slips.",
        ),
        (
            "The choir must confirm each booking of the hall by telephone.",
            "The choir confirms a booking of the hall by email.",
        ),
        (
            "Whoever steers the boat must be given no other task on the river.",
            "Whoever steers the boat on the river can sell tickets as well.",
        ),
        (
            "Spare keys of the chapel must not be locked away.",
            "Spare keys of the chapel are locked in the vestry.",
        ),
    ],
)
def test_opposite_ways_of_one_thing_contradict(one, other):
    assert objects(one, other)
    assert objects(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The garden gate must be left open during visiting hours.",
            "The garden gate is unlocked during visiting hours.",
        ),
        (
            "No diver shall be alone in the water.",
            "Each diver is accompanied in the water.",
        ),
        (
            "The garden gate must be left open during visiting hours.",
            "The tool shed is locked.",
        ),
        (
            "No gift worth more than £20 may be accepted from a hirer.",
            "A gift from a hirer worth £10 may be accepted.",
        ),
        (
            "The librarian must open or close the blinds in the reading room.",
            "The librarian closes the blinds in the reading room.",
        ),
    ],
)
def test_the_same_way_another_thing_or_both_ways_do_not(one, other):
    assert not objects(one, other)


def test_what_a_source_only_allows_may_be_done_the_other_way():
    allows = "The warden may leave the bird hide open at night."
    locks = "The warden must keep the bird hide locked at night."
    assert not objects(allows, locks, against_source=True)
    assert objects(locks, allows, against_source=True)


def test_a_denial_ends_at_a_comma_and_turns_a_word_round():
    marks = marks_of(statement("The key is never locked away, and the gate is open."))
    assert {(mark.way, mark.denied) for mark in marks if mark.pair == 0} == {(1, True), (1, False)}
