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
