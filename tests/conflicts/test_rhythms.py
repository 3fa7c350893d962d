"""Rhythms that clash, in whatever words they are told."""

import pytest

from policycheck.comparing import said_in
from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.domain.findings import ConflictType
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses


def statement(text):
    clauses = as_clauses([text])
    return said_in(clauses, read_clauses(clauses))[0]


def objection(one, other, *, against_source):
    found = objection_of(pair_of(statement(one), statement(other), 0.95, against_source=against_source))
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
