"""Runs the rules over the pairs that are likely enough to speak of the same act."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from policycheck.conflicts.guards import (
    is_rule_and_exception,
    says_enough,
    speaks_of_other_case,
    stand_in_one_list,
)
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.rules import RULES
from policycheck.matching import Statement
from policycheck.settings import JUDGEMENT

# Beyond this many candidates for one statement the likeness is boilerplate, not the same act.
_PER_STATEMENT = 4
# Clauses this near to each other are neighbours.
_NEAR = 2


@dataclass(frozen=True, slots=True)
class Clash:
    """Two statements, by index, that contradict each other, and why; `confidence` is 0 to 1."""

    a: int
    b: int
    objection: Objection
    confidence: float


def find_clashes(
    a: Sequence[Statement],
    b: Sequence[Statement],
    probability: NDArray[np.float32],
    *,
    against_source: bool,
    names: tuple[str, str],
) -> list[Clash]:
    """Return the contradictions between the statements of two documents, or within one (`b` is `a`).

    `probability`, shape (len(a), len(b)), is that of the same act. With `against_source`, `a` is the source's.
    `names` are what messages call the two documents.
    """
    clashes: list[Clash] = []
    within = a is b
    for i, row in enumerate(probability):
        order = np.argsort(-row, kind="stable")[: _PER_STATEMENT + within]
        for j in (int(k) for k in order):
            if row[j] < JUDGEMENT.conflict or (
                within and not _may_clash_within(a[i], b[j], i, j, float(row[j]))
            ):
                continue
            pair = _pair(a[i], b[j], float(row[j]), against_source=against_source, names=names)
            clashes.extend(_objections(pair, i, j))
    return [*clashes, *_definition_clashes(a, b, against_source=against_source, names=names)]


def _may_clash_within(a: Statement, b: Statement, i: int, j: int, probability: float) -> bool:
    """Within one document each pair counts once, and neighbours by design speak of different things."""
    if j <= i or a.clause == b.clause or stand_in_one_list(a, b):
        return False
    return probability >= (
        JUDGEMENT.conflict_within if abs(a.clause - b.clause) <= _NEAR else JUDGEMENT.conflict
    )


def _pair(
    a: Statement, b: Statement, probability: float, *, against_source: bool, names: tuple[str, str]
) -> Pair:
    return Pair(
        a=a,
        b=b,
        probability=probability,
        against_source=against_source,
        a_name=f"{names[0]}, {a.ref},",
        b_name=f"{names[1]}, {b.ref},",
    )


def _objections(pair: Pair, i: int, j: int) -> list[Clash]:
    """Return what the first rule that objects says: one contradiction per pair is enough to act on."""
    if not (says_enough(pair.a) and says_enough(pair.b)):
        return []
    if speaks_of_other_case(pair.a, pair.b) or is_rule_and_exception(pair.a, pair.b):
        return []
    for rule in RULES:
        objection = rule(pair)
        if objection is not None:
            return [Clash(i, j, objection, round(pair.probability * objection.certainty, 3))]
    return []


def _definition_clashes(
    a: Sequence[Statement], b: Sequence[Statement], *, against_source: bool, names: tuple[str, str]
) -> list[Clash]:
    """Return the contradictions between definitions of the same term."""
    by_term: dict[str, list[int]] = {}
    for j, statement in enumerate(b):
        if statement.term:
            by_term.setdefault(statement.term, []).append(j)
    clashes: list[Clash] = []
    for i, statement in enumerate(a):
        for j in by_term.get(statement.term, []) if statement.term else []:
            if a is b and j <= i:
                continue
            pair = _pair(statement, b[j], 1.0, against_source=against_source, names=names)
            clashes.extend(_objections(pair, i, j))
    return clashes
