"""Rhythms that clash, in whatever words they are told."""

import pytest
from statements import said

from policycheck.comparing import said_in
from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.domain.documents import Clause, ClauseKind
from policycheck.domain.findings import ConflictType
from policycheck.obligations import read_clauses


def objection(one, other, *, against_source):
    found = objection_of(pair_of(said(one), said(other), 0.95, against_source=against_source))
    return None if found is None else found.type


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        (
            "A mast must be tested at least once in every four years.",
            "Masts shall be tested in a cycle of six years.",
        ),
        ("The stalls must be mucked out daily.", "The grooms muck out the stalls every other evening."),
        ("After each rider the saddle must be wiped.", "The groom wipes the saddle twice in each session."),
        ("The mat must be turned between one wrestler and the next.", "Turn the mat twice a shift."),
        ("The bilge must be read every three hours.", "Read the bilge first thing and last thing."),
    ],
)
def test_a_rarer_rhythm_breaks_the_source(source, policy):
    assert objection(source, policy, against_source=True) is ConflictType.FREQUENCY


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        ("A mast must be tested at least once in every eight years.", "Masts shall be tested in a cycle of six years."),
        ("The bilge must be read once a day.", "Read the bilge first thing and last thing."),
        ("After each rider the saddle must be wiped.", "The saddle is wiped after every rider, and twice a shift."),
    ],
)  # fmt: skip
def test_an_oftener_one_keeps_it(source, policy):
    assert objection(source, policy, against_source=True) is None


def row(columns, *cells):
    clause = Clause(id="r", ref="Table 1 row 1", text=" | ".join(cells), columns=columns, kind=ClauseKind.ROW)
    return said_in([clause], read_clauses([clause]))[0]


@pytest.mark.parametrize(
    ("duty", "columns", "cells"),
    [
        ("The winch must be greased every week.", ("Gear", "Greased"), ("Winch", "1st Mon of mth")),
        ("Rafts must be counted every two hours.", ("Place", "Count at"), ("Rafts", "08:00 and 18:00")),
        ("Divers must sit the depth test twice a year.", ("Test", "Repeat"), ("Depth test", "18 months")),
    ],
)
def test_a_cell_under_its_heading_tells_a_rarer_rhythm(duty, columns, cells):
    found = objection_of(pair_of(said(duty), row(columns, *cells), 0.95, against_source=True))
    assert found is not None
    assert found.type is ConflictType.FREQUENCY
    assert f"{columns[-1]}: {cells[-1]}" in found.message


def test_a_cell_that_tells_an_oftener_rhythm_keeps_it():
    kept = row(("Gear", "Greased"), "Winch", "Mon, Thu")
    assert (
        objection_of(pair_of(said("The winch must be greased every week."), kept, 0.95, against_source=True))
        is None
    )


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        ("The oars must be wiped between riders.", "The oars are wiped at the end of the day."),
        (
            "The harness must be checked at the start of every dive.",
            "The harness is checked Mondays and Thursdays.",
        ),
        ("The raft must be bailed when a crossing ends.", "The mate bails the raft first thing."),
        ("The horn must be tried before each voyage.", "The mate tries the horn on alternate voyages."),
        ("The horn must be tried before each voyage.", "One voyage in three the mate tries the horn."),
        ("The bilge must be read every two hours.", "The mate reads the bilge when we lock up."),
        ("A diver must be examined every two years.", "A diver is examined on joining, and not again."),
        ("Divers must renew the card every five years.", "The card is good for life."),
    ],
)
def test_fewer_turns_or_one_for_all_break_the_source(source, policy):
    found = objection_of(pair_of(said(source), said(policy), 0.95, against_source=True))
    assert found is not None
    assert found.type is ConflictType.FREQUENCY


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        (
            "The oars must be wiped between riders.",
            "The oars are wiped after each rider and at the end of the day.",
        ),
        ("The horn must be tried before each voyage.", "The mate tries the horn on every voyage."),
        ("The horn must be tried before each voyage.", "The mate tries the horn; one voyage was lost."),
        ("The bilge must be read every two hours.", "The bilge is read every hour and when we lock up."),
        ("A diver must be examined every two years.", "A diver is examined on joining and each birthday."),
        ("Divers must renew the card every five years.", "The card is not renewed until the diver has paid."),
    ],
)
def test_every_turn_and_again_keep_it(source, policy):
    assert objection_of(pair_of(said(source), said(policy), 0.95, against_source=True)) is None


def test_two_days_a_week_are_rarer_than_each_weekday():
    found = objection(
        "The mate must sound the tank on each weekday.",
        "The mate sounds the tank on Mondays and Thursdays.",
        against_source=True,
    )
    assert found is not None


def test_every_tenth_is_not_each_by_whatever_name():
    found = objection(
        "A net must be rinsed after each haul.",
        "Give your net a rinse at every tenth catch or so.",
        against_source=True,
    )
    assert found is not None


@pytest.mark.parametrize(
    ("policy", "objects"),
    [
        ("The purser goes through the stores book at the May meeting.", True),
        ("The purser goes through the stores book in March and September.", False),
        ("The purser goes through the stores book on Friday.", False),
        ("The stores book is not gone through in the year of a refit, which starts on Mondays.", False),
        (
            "The purser goes through the stores book before each voyage, and in May shows it to the owner.",
            False,
        ),
    ],
)
def test_what_is_left_to_one_day_of_the_year_is_not_done_twice_in_it(policy, objects):
    duty = "The stores book must be gone through at least twice a year."
    assert (objection(duty, policy, against_source=True) is ConflictType.FREQUENCY) is objects
