"""Rows of two tables about two things, and about one."""

from dataclasses import replace

import pytest

from policycheck.comparing import said_in
from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.domain.documents import ClauseKind
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses


def row(item, often):
    clause = as_clauses([f"{item} | Warden | Checks it | {often}"])[0]
    columns = ("Item", "Who", "What is done", "How often")
    clauses = [replace(clause, kind=ClauseKind.ROW, columns=columns)]
    return said_in(clauses, read_clauses(clauses))[0]


def objects(one, other):
    a, b = row(one, "Every week"), row(other, "Every month")
    return objection_of(pair_of(a, b, 0.9, against_source=False)) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lamp of the gatehouse", "Lamp of the boathouse"),
        ("Ropes for climbers", "Ropes for swings"),
        ("Smoke alarm", "Bilge pump"),
    ],
)
def test_rows_that_name_two_things_stand_in_peace(one, other):
    assert not objects(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lamp of the gatehouse", "Gatehouse lamp"),
        ("Smoke alarms", "Smoke alarm in the hall"),
        ("Accident book", "Accident reports"),
    ],
)
def test_rows_that_name_one_thing_do_not(one, other):
    assert objects(one, other)
