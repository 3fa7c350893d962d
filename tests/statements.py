"""Sentences as the judgement takes them: each a clause of its own, read."""

from collections.abc import Sequence

from policycheck.alignment.answers import Answer
from policycheck.comparing import said_in
from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.conflicts.pair import Objection
from policycheck.domain.documents import Clause, ClauseKind
from policycheck.matching import Statement
from policycheck.matching.parts import compare_parts
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses


def said(text: str) -> Statement:
    """Return what a clause of this text says."""
    clause = Clause(id="1", ref="1", text=text, end=len(text))
    return said_in([clause], read_clauses([clause]))[0]


def row(columns: Sequence[str], cells: Sequence[str]) -> Statement:
    """Return what a row of a table says, its cells under the names of their columns."""
    text = " | ".join(cells)
    clause = Clause(id="1", ref="1", text=text, end=len(text), kind=ClauseKind.ROW, columns=tuple(columns))
    return said_in([clause], read_clauses([clause]))[0]


def row_of(**cells: str) -> Statement:
    """Return the same, the columns named as the cells are: "does_what" is "does what"."""
    return row([name.replace("_", " ") for name in cells], list(cells.values()))


def objection_between(source: str, policy: str, *, against_source: bool = True) -> Objection | None:
    """Return what a rule objects to between any two statements of two clauses of one act."""
    one, other = (said_in([clause], read_clauses([clause])) for clause in as_clauses([source, policy]))
    pairs = (pair_of(a, b, 0.95, against_source=against_source) for a in one for b in other)
    return next((found for found in map(objection_of, pairs) if found), None)


def answer(source: Statement, text: str, probability: float = 0.9) -> Answer:
    """Return a clause of this text as an answer to what a source says."""
    policy = said(text)
    return Answer(policy, policy.said, probability, tuple(compare_parts(source.reading, policy.said)))
