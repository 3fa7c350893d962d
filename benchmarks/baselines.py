"""What the judgement is held against: cosine thresholds, BM25, and the program's rules without anything learnt.

Cuts are the best ones for the labelled fields taken together, so every baseline is flattered.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations_with_replacement, product
from typing import Any

import numpy as np
from gold_fields import Field, read_texts
from numpy.typing import NDArray

from policycheck.alignment import coverage
from policycheck.alignment.marks import plain_marks
from policycheck.assembling import duties_of
from policycheck.comparing import Read
from policycheck.conflicts import finder
from policycheck.embedding import MiniLM
from policycheck.evaluation import evaluate
from policycheck.index.lexical import LexicalIndex

_NUMBER = re.compile(r"\d+")
Scores = dict[tuple[str, str], NDArray[np.float32]]


@dataclass(frozen=True)
class Baseline:
    """A name, how alike statements are (0 to 1), and the cuts to try: (covered, partial), contradiction."""

    name: str
    likeness: Callable[[Field], Scores]
    verdicts: Callable[..., dict[str, Any]]
    verdict_cuts: tuple[tuple[float, float], ...]
    clash_cuts: tuple[float, ...]


def documents_of(field: Field) -> dict[str, Read]:
    sources, policies = read_texts(field)
    return {**sources, **policies}


@cache
def _published() -> MiniLM:
    return MiniLM()


@cache
def cosines(field: Field) -> Scores:
    """Return the cosine of the published encoder for every pair of documents that is compared."""
    found = documents_of(field)
    vectors = {path: _published().embed([s.text for s in read.statements]) for path, read in found.items()}
    return {(a, b): vectors[a] @ vectors[b].T for a, b in _compared(found)}


@cache
def lexical(field: Field) -> Scores:
    """Return the BM25 score, as a share of what a statement scores against itself."""
    found = documents_of(field)
    scores: Scores = {}
    for a, b in _compared(found):
        texts = [s.text for s in (*found[b].statements, *found[a].statements)]
        index, own = LexicalIndex(texts), len(found[b].statements)
        table = np.zeros((len(found[a].statements), own), dtype=np.float32)
        for row, hits in enumerate(index.search(texts[own:], len(texts))):
            best = dict(hits)
            whole = best.get(own + row) or 1.0
            for column in range(own):
                table[row, column] = best.get(column, 0.0) / whole
        scores[a, b] = table
    return scores


def _compared(found: dict[str, Read]) -> Iterator[tuple[str, str]]:
    for a, b in combinations_with_replacement(found, 2):
        if not (found[a].document.kind.is_source and found[b].document.kind.is_source):
            yield a, b


def by_threshold(best: float, cuts: tuple[float, float], *_: Any) -> str:
    covered, partial = cuts
    return "covered" if best >= covered else "partial" if best >= partial else "missing"


def by_rules(best: float, cuts: tuple[float, float], source: Any, near: Any) -> str:
    """Return what the rules say of the statements above one cut: broken, short, or met."""
    if best < cuts[0]:
        return "missing"
    found = coverage.evidence(source, near, embed=None)
    said = {mark.verdict.value for mark in plain_marks(source, found)}
    return "conflict" if "conflict" in said else "partial" if "partial" in said else "covered"


def report_of(
    base: Baseline, field: Field, report: dict[str, Any], cuts: tuple[float, float], clash: float
) -> dict[str, Any]:
    """Return the report of a baseline: the same documents and obligations, its own verdicts and contradictions."""
    sources, policies = read_texts(field)
    likeness = base.likeness(field)
    rows = []
    for s, source in sources.items():
        for _, obligation in duties_of([source.document], source.obligations):
            i = next(k for k, one in enumerate(source.statements) if one.reading is obligation)
            for p, policy in policies.items():
                likely = likeness[s, p][i]
                near = coverage.closest(policy.statements, likely)
                best = near[0][1] if near else 0.0
                verdict = base.verdicts(best, cuts, source.statements[i], near)
                evidence = [{"document": p, "ref": n.ref, "text": "", "score": 0.0} for n, _ in near[:3]]
                rows.append(
                    {"obligation": obligation.id, "policy": p, "verdict": verdict, "in_scope": True,
                     "severity": "high", "confidence": best, "evidence": evidence, "reasons": []}
                )  # fmt: skip
    return {**report, "coverage": rows, "conflicts": list(_clashes(base, field, clash)), "findings": []}


def _clashes(base: Baseline, field: Field, cut: float) -> Iterator[dict[str, Any]]:
    found = documents_of(field)
    for (a, b), likely in base.likeness(field).items():
        one, other = found[a], found[b]
        for i, j in zip(*np.nonzero(likely >= cut), strict=True):
            x, y = one.statements[i], other.statements[j]
            if a == b and j <= i:
                continue
            if base.verdicts is by_rules:
                pair = finder.pair_of(x, y, 1.0, against_source=one.document.kind.is_source)
                objection = finder.objection_of(pair)
                objects = objection is not None and not objection.loosely
            else:
                figures = set(_NUMBER.findall(x.text)), set(_NUMBER.findall(y.text))
                objects = bool(figures[0] and figures[1] and figures[0] != figures[1])
            if objects:
                yield {
                    "id": f"{a}{i}{b}{j}", "type": "deadline", "severity": "high", "message": "",
                    "a": {"document": a, "ref": x.ref, "text": x.text, "start": 0, "end": 0},
                    "b": {"document": b, "ref": y.ref, "text": y.text, "start": 0, "end": 0},
                    "confidence": float(likely[i, j]),
                }  # fmt: skip


_STEPS = (0.35, 0.45, 0.5, 0.55, 0.65)
_TWO = tuple((c, p) for c, p in product(_STEPS, _STEPS) if p < c)
BASELINES = (
    Baseline("cosine", cosines, by_threshold, _TWO, _STEPS[2:]),
    Baseline("BM25", lexical, by_threshold, tuple((c - 0.2, p - 0.2) for c, p in _TWO), (0.2, 0.3, 0.4, 0.5)),
    Baseline("rules alone", cosines, by_rules, tuple((c, c) for c in _STEPS), _STEPS[2:]),
)


def best_reports(base: Baseline, made: Sequence[tuple[Field, dict[str, Any]]]) -> list[dict[str, Any]]:
    """Return a baseline's report for each field, with the cuts that suit the fields best."""

    def mean(cuts: tuple[float, float], clash: float, measure: Callable[[Any], float]) -> float:
        scores = [evaluate(f.gold, report_of(base, f, r, cuts, clash)) for f, r in made]
        return float(np.mean([measure(s) for s in scores]))

    cuts = max(base.verdict_cuts, key=lambda c: mean(c, 2.0, lambda s: s.pairs.macro_f1))
    clash = max(base.clash_cuts, key=lambda c: mean(cuts, c, lambda s: s.conflicts.rates.f1))
    return [report_of(base, f, r, cuts, clash) for f, r in made]
