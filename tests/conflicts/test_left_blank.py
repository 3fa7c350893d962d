"""A duty that a cell of a table leaves out."""

import pytest

from policycheck.comparing import said_in
from policycheck.conflicts.finder import pair_of
from policycheck.conflicts.rules.left_blank import left_blank
from policycheck.domain.documents import Clause, ClauseKind
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses


def row(columns, cells):
    return Clause(id="r", ref="Table 1 row 1", kind=ClauseKind.ROW, text=" | ".join(cells), columns=columns)


def objection(duty, columns, cells):
    clauses = as_clauses([duty])
    table = [row(columns, cells)]
    a = said_in(clauses, read_clauses(clauses))[0]
    b = said_in(table, read_clauses(table))[0]
    return left_blank(pair_of(a, b, 0.9, against_source=True))


DUTY = "The depth of the pond must be written on the card each week."


@pytest.mark.parametrize(
    "cell", ["leave blank", "not written in winter", "skip it", "none needed", "don't bother", "n/a"]
)
def test_a_cell_leaves_out_what_is_required(cell):
    found = objection(DUTY, ("Entry", "Fill in?"), ("Depth of pond", cell))
    assert found is not None
    assert cell in found.message


@pytest.mark.parametrize(
    "cell", ["yes", "write it on the card", "weekly", "not later than Friday", "offered to all"]
)
def test_a_cell_that_leaves_nothing_out(cell):
    assert objection(DUTY, ("Entry", "Fill in?"), ("Depth of pond", cell)) is None


def test_a_row_of_something_else_stands():
    assert objection(DUTY, ("Entry", "Fill in?"), ("Colour of gate", "leave blank")) is None


def test_a_cell_that_leaves_to_asking_what_is_due_to_those_who_ask():
    cells = (("What", "Who", "When"), ("Tide table", "Clerk", "If the angler asks"))
    assert objection("The clerk must give each angler a tide table.", *cells) is not None
    assert objection("The clerk must give a tide table to any angler who asks for it.", *cells) is None
