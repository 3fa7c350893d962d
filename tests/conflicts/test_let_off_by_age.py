"""A row that lets people of an age off what a duty asks for all below a higher one."""

import pytest
from statements import said

from policycheck.comparing import said_in
from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.domain.documents import Clause, ClauseKind
from policycheck.domain.figures import FigureKind
from policycheck.domain.findings import ConflictType
from policycheck.obligations import read_clauses
from policycheck.obligations.figures.all_figures import read_figures


def row(columns, *cells):
    text = " | ".join(cells)
    clause = Clause(
        id="r", ref="Table 1 row 1", text=text, end=len(text), kind=ClauseKind.ROW, columns=columns
    )
    return said_in([clause], read_clauses([clause]))[0]


DUTY = "If a sailor is under 18, the mate must have a parent on the quay."


@pytest.mark.parametrize(
    "cells", [("17 and over", "No, treat as crew"), ("16 or 17", "Only if they want one")]
)
def test_those_between_the_ages_are_let_off(cells):
    found = objection_of(
        pair_of(said(DUTY), row(("How old", "Parent on quay?"), *cells), 0.95, against_source=True)
    )
    assert found is not None
    assert found.type is ConflictType.AGE
    assert "under 18" in found.message


@pytest.mark.parametrize("cells", [("18 and over", "No, treat as crew"), ("16 or 17", "Yes, always")])
def test_those_above_it_may_be(cells):
    assert (
        objection_of(
            pair_of(said(DUTY), row(("How old", "Parent on quay?"), *cells), 0.95, against_source=True)
        )
        is None
    )


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Oars are for cadets (12 yrs up).", 12),
        ("Somebody of 14 or 15 may steer.", 14),
        ("Steering is fine once they have left Year 11.", 16),
        ("Child turns: 16; We: give the papers back", 16),
    ],
)
def test_ages_in_few_words(text, age):
    assert age in [one.value for one in read_figures(text) if one.kind is FigureKind.AGE]
