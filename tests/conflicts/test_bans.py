"""Bans told by a set phrase or by a bare cell, against leave to do the thing."""

from dataclasses import replace

import pytest
from statements import said

from policycheck.comparing import said_in
from policycheck.conflicts.bans import banned_by
from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.domain.documents import ClauseKind
from policycheck.domain.findings import ConflictType
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses


def row(columns, cells):
    clause = as_clauses([" | ".join(cells)])[0]
    clauses = [replace(clause, kind=ClauseKind.ROW, columns=columns)]
    return said_in(clauses, read_clauses(clauses))[0]


def kind(one, other):
    found = objection_of(pair_of(one, other, 0.9, against_source=False))
    return None if found is None else found.type


LEAVE = said("Berth holders may hang washing on the rails.")


@pytest.mark.parametrize(
    "ban",
    [
        "Washing on the rails is not something that we allow.",
        "Washing on the rails is out of the question.",
        "This is a washing-line marina no more: rails are off limits.",
        "We don't do washing on the rails.",
    ],
)
def test_a_set_phrase_forbids_what_the_other_leaves_free(ban):
    assert kind(LEAVE, said(ban)) is ConflictType.MODALITY


def test_a_bare_cell_forbids_what_its_row_is_about():
    columns = ("On the pontoon", "Rule")
    assert kind(LEAVE, row(columns, ["Washing on rails", "NO"])) is ConflictType.MODALITY
    assert kind(LEAVE, row(columns, ["Washing on rails", "not allowed, ever"])) is ConflictType.MODALITY
    assert kind(LEAVE, row(columns, ["Washing on rails", "yes"])) is None
    assert kind(LEAVE, row(("Thing", "Charge"), ["Washing on rails", "None"])) is None


@pytest.mark.parametrize(
    "text", ["Washing is never out of the question.", "Is washing off limits?", "Washing dries fast."]
)
def test_what_forbids_nothing(text):
    assert banned_by(said(text)) == ("", "")


@pytest.mark.parametrize(
    ("ban", "leave"),
    [
        ("The lock is closed to motor boats.", "Motor boats may use the lock."),
        ("The tower is strictly barred to cyclists.", "Cyclists may use the tower."),
        ("The loft is not open to lodgers.", "Lodgers may sleep in the loft."),
        ("Rowers with a fever are permanently excluded from racing.", "Rowers with a fever may race."),
        ("Rowers in debt are debarred from racing.", "Rowers in debt may race."),
        ("Rowers in debt are precluded from racing.", "Rowers in debt may race."),
        ("Rowers are shut out of the loft at night.", "Rowers may use the loft at night."),
    ],
)
def test_whom_a_place_or_act_is_closed_to_may_not_have_leave(ban, leave):
    assert kind(said(ban), said(leave)) is ConflictType.MODALITY


@pytest.mark.parametrize(
    ("told", "leave"),
    [
        ("The lock is closed to let the paint dry.", "Boats may use the lock to see the paint dry."),
        ("The list is closed to further rowers.", "Rowers may see the list."),
        ("The lock is not closed to motor boats.", "Motor boats may use the lock."),
        ("Rowers in debt are not debarred from racing.", "Rowers in debt may race."),
        ("The toll is excluded from the price of the lock.", "The price of the lock may show the toll."),
    ],
)
def test_what_is_closed_for_a_reason_or_not_closed_bans_nobody(told, leave):
    assert kind(said(told), said(leave)) is None
