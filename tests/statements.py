"""Sentences as the judgement takes them: each a clause of its own, read."""

from policycheck.alignment.answers import Answer
from policycheck.comparing import said_in
from policycheck.domain.documents import Clause
from policycheck.matching import Statement
from policycheck.matching.parts import compare_parts
from policycheck.obligations import read_clauses


def said(text: str) -> Statement:
    """Return what a clause of this text says."""
    clause = Clause(id="1", ref="1", text=text, end=len(text))
    return said_in([clause], read_clauses([clause]))[0]


def answer(source: Statement, text: str, probability: float = 0.9) -> Answer:
    """Return a clause of this text as an answer to what a source says."""
    policy = said(text)
    return Answer(policy, policy.said, probability, tuple(compare_parts(source.reading, policy.said)))
