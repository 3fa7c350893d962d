"""How good the judgement is, beside a plain cosine baseline, in one run.

    python benchmarks/quality.py

Each development field is judged with weights fitted on the others; the sample corpus with the shipped weights, which
never saw it. The baseline calls an obligation covered, partial or missing by the best cosine alone, and two
clauses contradictory when they are close and their numbers differ; its thresholds are the best ones for the
development fields, so it is flattered there and fair on the sample.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import combinations_with_replacement
from typing import Any

import numpy as np
from gold_fields import Field, development_fields, reads, sample_field
from train_same_act import fit, training_pairs

from policycheck.assembling import duties_of
from policycheck.comparing import Read
from policycheck.domain.documents import DocumentKind
from policycheck.evaluation import Scores, evaluate
from policycheck.matching import judge
from policycheck.reading import choose_source_kind
from policycheck.reports import report_dict
from policycheck.workspace import Workspace

_NUMBER = re.compile(r"\d+")


@contextmanager
def weights(fields: Sequence[Field]) -> Iterator[None]:
    """Judge with weights fitted on these fields only."""
    model = fit(*training_pairs(fields))
    shipped = judge.weights
    judge.weights = lambda: (model.coef_[0].astype(np.float32), float(model.intercept_[0]))  # type: ignore[assignment]
    try:
        yield
    finally:
        judge.weights = shipped


def program_report(field: Field) -> dict[str, Any]:
    """Return what `policycheck check --json` writes for a field."""
    with Workspace.temporary() as workspace:
        workspace.add([field.sources], relative_to=field.sources, choose=choose_source_kind)
        workspace.add([field.policies], kind=DocumentKind.POLICY, relative_to=field.policies)
        workspace.check()
        return report_dict(workspace.report())


def baseline_report(field: Field, report: dict[str, Any], cut: tuple[float, float, float]) -> dict[str, Any]:
    """Return the report of the cosine baseline: the same documents and obligations, its own verdicts."""
    covered, partial, clash = cut
    sources, policies = reads(field)
    coverage = []
    for source in sources.values():
        for _, obligation in duties_of([source.document], source.obligations):
            row = next(i for i, s in enumerate(source.statements) if s.reading is obligation)
            for path, policy in policies.items():
                cosine = policy.vectors @ source.vectors[row]
                order = np.argsort(-cosine)[:3]
                best = float(cosine[order[0]])
                verdict = "covered" if best >= covered else "partial" if best >= partial else "missing"
                coverage.append(
                    {
                        "obligation": obligation.id,
                        "policy": path,
                        "verdict": verdict,
                        "in_scope": True,
                        "severity": "high",
                        "confidence": best,
                        "evidence": [
                            {"document": path, "ref": policy.statements[i].ref, "text": "", "score": 0.0}
                            for i in order
                        ],
                        "reasons": [],
                    }
                )
    conflicts = list(_number_clashes([*sources.values(), *policies.values()], clash))
    return {**report, "coverage": coverage, "conflicts": conflicts, "findings": []}


def _number_clashes(documents: Sequence[Read], close: float) -> Iterator[dict[str, Any]]:
    for a, b in combinations_with_replacement(documents, 2):
        if a.document.kind.is_source and b.document.kind.is_source:
            continue
        cosine = a.vectors @ b.vectors.T
        for i, j in zip(*np.nonzero(cosine >= close), strict=True):
            if a is b and j <= i:
                continue
            one, other = a.statements[i], b.statements[j]
            figures = set(_NUMBER.findall(one.text)), set(_NUMBER.findall(other.text))
            if figures[0] and figures[1] and figures[0] != figures[1]:
                yield {
                    "id": f"{a.document.path}{i}{b.document.path}{j}",
                    "type": "deadline",
                    "severity": "high",
                    "a": {
                        "document": a.document.path,
                        "ref": one.ref,
                        "text": one.text,
                        "start": 0,
                        "end": 0,
                    },
                    "b": {
                        "document": b.document.path,
                        "ref": other.ref,
                        "text": other.text,
                        "start": 0,
                        "end": 0,
                    },
                    "message": "",
                    "confidence": float(cosine[i, j]),
                }


def best_cut(fields: Sequence[tuple[Field, dict[str, Any]]]) -> tuple[float, float, float]:
    """Return the baseline's thresholds that suit the development fields best."""

    def score(cut: tuple[float, float, float]) -> tuple[float, float]:
        found = [evaluate(f.gold, baseline_report(f, r, cut)) for f, r in fields]
        return (
            float(np.mean([s.pairs.macro_f1 for s in found])),
            float(np.mean([s.conflicts.rates.f1 for s in found])),
        )

    verdict_cuts = [(c, p) for c in (0.5, 0.55, 0.6, 0.65, 0.7) for p in (0.4, 0.45, 0.5, 0.55) if p < c]
    covered, partial = max(verdict_cuts, key=lambda vp: score((*vp, 2.0))[0])
    clash = max((0.5, 0.55, 0.6, 0.65, 0.7, 0.75), key=lambda c: score((covered, partial, c))[1])
    return covered, partial, clash


HEADER = (
    f"{'':<20}{'':<10}{'verdicts':>9}{'gap':>7}{'clause':>8}{'contradictions':>22}{'false':>8}{'decoys':>8}\n"
    f"{'field':<20}{'':<10}{'macro-F1':>9}{'F1':>7}{'in 3':>8}{'prec.':>8}{'recall':>7}{'F1':>7}{'per 100':>8}{'':>8}"
)


def line(name: str, who: str, scores: Scores) -> str:
    """Return one row of the table."""
    p, c = scores.pairs, scores.conflicts
    hits = p.evidence[0] / max(p.evidence[1], 1)
    decoys = f"{c.decoys[0]}/{c.decoys[1]}"
    return (
        f"{name:<20}{who:<10}{p.macro_f1:>9.2f}{p.gaps.f1:>7.2f}{hits:>8.2f}{c.rates.precision:>8.2f}"
        f"{c.rates.recall:>7.2f}{c.rates.f1:>7.2f}{c.false_alarms_per_100_clauses:>8.1f}{decoys:>8}"
    )


def main() -> None:
    fields = development_fields()
    rows: list[tuple[str, str, Scores]] = []
    made: list[tuple[Field, dict[str, Any]]] = []
    for field in fields:
        with weights([f for f in fields if f != field]):
            report = program_report(field)
        made.append((field, report))
        rows.append((field.name, "program", evaluate(field.gold, report)))
    sample = sample_field()
    report = program_report(sample)
    cut = best_cut(made)
    print(HEADER)
    for (name, who, scores), (field, own) in zip(rows, made, strict=True):
        print(line(name, who, scores))
        print(line("", "cosine", evaluate(field.gold, baseline_report(field, own, cut))))
    print(line(sample.name, "program", evaluate(sample.gold, report)))
    print(line("", "cosine", evaluate(sample.gold, baseline_report(sample, report, cut))))
    print(f"\nThe baseline's cuts: covered {cut[0]}, partial {cut[1]}, contradiction {cut[2]}.")


if __name__ == "__main__":
    main()
