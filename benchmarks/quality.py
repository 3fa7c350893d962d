"""How good the judgement is: each labelled field left out in turn, three baselines, what each part is worth.

    python benchmarks/quality.py            everything; some minutes, on as many processors as there are
    python benchmarks/quality.py --quick    the program's figures alone
    python benchmarks/quality.py --unseen   those of the fields that nobody developed on, judged as shipped

The encoder that makes a field's vectors and the models that judge it never saw that field. Rules and thresholds were
written by reading the errors of these fields, so expect less of yours: the table after it is of fields that nobody
developed on, judged as the program is shipped.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import Any

import gold_fields
import numpy as np
from baselines import BASELINES, Baseline, best_reports
from gold_fields import Field, KeptVectors, all_fields, plain_fields, unseen_fields
from numpy.typing import NDArray
from side_by_side import each
from sklearn.metrics import f1_score
from train_judges import (
    CONTRADICTING,
    CONTRADICTION,
    SAME_ACT,
    SEED,
    VERDICT,
    Matching,
    Models,
    Rows,
    breaking_without,
    contradiction_rows,
    fit,
    fit_beside,
    fit_verdict,
    judged,
    label_met,
    learn_side_by_side,
    learnt,
    like_rows_without,
    looked_at_again,
    models_without,
    objected,
    own_verdicts,
    placing_without,
    same_act_rows,
    second_look_without,
    together_fitted,
    verdict_rows,
    verdicts_looked_at_again,
    weighed,
)

from policycheck.conflicts import adjusted, odds_here
from policycheck.domain.alignments import Verdict
from policycheck.domain.documents import DocumentKind
from policycheck.domain.findings import Sensitivity
from policycheck.embedding import Embedder, MiniLM, TunedMiniLM
from policycheck.evaluation import Scores, evaluate
from policycheck.evaluation.scores import Rates, VerdictScores
from policycheck.matching.linear import LinearModel
from policycheck.reading import choose_source_kind
from policycheck.reports import report_dict
from policycheck.workspace import Workspace

RESAMPLES = 1000
THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)


def program_report(field: Field, models: Models, *, sensitivity: Sensitivity | None = None) -> dict[str, Any]:
    """Return what `policycheck check --json` writes for a field, judged by some models."""
    with models.installed():
        return shipped_report(field, KeptVectors(field.name), sensitivity=sensitivity)


def shipped_report(
    field: Field, embedder: Embedder, *, sensitivity: Sensitivity | None = None
) -> dict[str, Any]:
    """Return the same, judged by the models that are installed."""
    return shipped_reports(field, embedder, sensitivity)[0]


def shipped_reports(field: Field, embedder: Embedder, *shown: Sensitivity | None) -> list[dict[str, Any]]:
    """Return the reports of one check, each with the findings that are shown at a sensitivity."""
    with Workspace.temporary(embedder=embedder) as workspace:
        workspace.add([field.sources], relative_to=field.sources, choose=choose_source_kind)
        workspace.add([field.policies], kind=DocumentKind.POLICY, relative_to=field.policies)
        workspace.check()
        return [report_dict(workspace.report(sensitivity=one)) for one in shown]


def report_left_out(field: Field) -> dict[str, Any]:
    """Return the report of a field judged by models that never saw it."""
    return program_report(field, models_without(field.name))


# Tables

HEAD = (
    "| field | verdicts, macro-F1 | is there a gap, F1 | right clause in first 3 "
    "| contradictions: precision | recall | F1 | right of first 20 | false alarms per 100 clauses "
    "| look-alikes reported |\n|---|---|---|---|---|---|---|---|---|---|"
)


def row(name: str, scores: Scores) -> str:
    p, c = scores.pairs, scores.conflicts
    cells = (
        name, f"{p.macro_f1:.2f}", f"{p.gaps.f1:.2f}", f"{p.evidence[0] / max(p.evidence[1], 1):.2f}",
        f"{c.rates.precision:.2f}", f"{c.rates.recall:.2f}", f"{c.rates.f1:.2f}", f"{c.first[0]}/{c.first[1]}",
        f"{c.false_alarms_per_100_clauses:.1f}", f"{c.decoys[0]}/{c.decoys[1]}",
    )  # fmt: skip
    return f"| {' | '.join(cells)} |"


def together(scores: Sequence[Scores]) -> tuple[VerdictScores, Rates]:
    """Return the verdicts and contradictions of several fields as one."""
    confusion: Counter[tuple[str, str]] = Counter()
    for one in scores:
        confusion.update(one.pairs.confusion)
    evidence = sum(s.pairs.evidence[0] for s in scores), sum(s.pairs.evidence[1] for s in scores)
    rates = [s.conflicts.rates for s in scores]
    return VerdictScores(confusion=dict(confusion), evidence=evidence), Rates(
        right=sum(r.right for r in rates),
        wrong=sum(r.wrong for r in rates),
        overlooked=sum(r.overlooked for r in rates),
    )


def interval(counts: Sequence[int], measure: Callable[[Sequence[int]], float]) -> str:
    """Return the middle 95 % of a measure over counts drawn anew."""
    dice = np.random.default_rng(SEED)
    total = sum(counts)
    drawn = dice.multinomial(total, np.array(counts) / total, size=RESAMPLES)
    low, high = np.quantile([measure(d) for d in drawn], [0.025, 0.975])
    return f"{measure(counts):.2f} [{low:.2f} to {high:.2f}]"


def pooled_lines(scores: Sequence[Scores]) -> list[str]:
    verdicts, rates = together(scores)
    cells = list(verdicts.confusion)
    counts = [verdicts.confusion[c] for c in cells]

    def of(d: Sequence[int]) -> VerdictScores:
        return VerdictScores(confusion=dict(zip(cells, map(int, d), strict=True)), evidence=(0, 0))

    three = [rates.right, rates.wrong, rates.overlooked]
    hits, of_all = verdicts.evidence
    return [
        f"- verdicts, macro-F1: {interval(counts, lambda d: of(d).macro_f1)}",
        f"- is there a gap, F1: {interval(counts, lambda d: of(d).gaps.f1)}",
        f"- right clause in the first three: {interval([hits, of_all - hits], lambda d: d[0] / max(sum(d), 1))}",
        f"- contradictions, precision: {interval(three, lambda d: d[0] / max(d[0] + d[1], 1))}",
        f"- contradictions, recall: {interval(three, lambda d: d[0] / max(d[0] + d[2], 1))}",
    ]


# Confidence


def calibration(points: Sequence[tuple[float, bool]]) -> tuple[float, list[str]]:
    """Return the expected calibration error over ten bins, and a line for each bin."""
    error, lines = 0.0, []
    for low in np.arange(0, 1, 0.1):
        inside = [(c, right) for c, right in points if low <= c < low + 0.1 or (low >= 0.9 and c >= 1.0)]
        if inside:
            said, true = np.mean([c for c, _ in inside]), np.mean([right for _, right in inside])
            error += len(inside) / len(points) * abs(said - true)
            lines.append(f"| {low:.1f} to {low + 0.1:.1f} | {len(inside)} | {said:.2f} | {true:.2f} |")
    return error, lines


def verdict_points(field: Field, models: Models) -> list[tuple[float, bool]]:
    (_, y), _ = learnt(field)
    likely = judged(field, models.verdict, models.second_look)
    best = likely.argmax(axis=1)
    said = np.array(models.verdict.classes)[best]
    return [(float(likely[i, best[i]]), bool(said[i] == y[i])) for i in range(own_verdicts(field))]


def contradiction_points(field: Field, models: Models) -> list[tuple[float, int]]:
    """Return (confidence, which label it meets or -1) for every pair that a rule objects to."""
    met = objected(field)[1]
    likely = weighed(field, models.contradiction, models.together)
    odds = odds_here(likely, usual=models.together.share)
    return [(adjusted(p, odds), label) for p, label in zip(likely, met, strict=True)]


def curve(fields: Sequence[Field], points: Sequence[Sequence[tuple[float, int]]]) -> list[str]:
    wanted = sum(len(f.gold["conflicts"]) for f in fields)
    lines = []
    for cut in THRESHOLDS:
        shown = [(f.name, met) for f, some in zip(fields, points, strict=True) for c, met in some if c >= cut]
        right = len({one for one in shown if one[1] >= 0})
        wrong = sum(met < 0 for _, met in shown)
        lines.append(f"| {cut} | {right / max(right + wrong, 1):.2f} | {right / wanted:.2f} |")
    return lines


# What each part is worth


def blind(x: np.ndarray[Any, Any], names: Sequence[str], dropped: Sequence[str]) -> np.ndarray[Any, Any]:
    kept = np.array([name not in dropped for name in names], dtype=np.float32)
    return x * kept


@dataclass(frozen=True)
class Judged:
    """What the models of a field's verdicts and contradictions learn from, and what is read of both sides of each."""

    verdicts: Rows
    verdicts_read: NDArray[np.float32]
    clashes: Rows
    clashes_met: list[int]  # which label each meets, -1 for none
    clashes_read: NDArray[np.float32]

    def without(self, verdict: Sequence[str], contradiction: Sequence[str]) -> "Judged":
        """Return the same without some features of either."""
        (vx, vy), (cx, cy) = self.verdicts, self.clashes
        return replace(
            self,
            verdicts=(blind(vx, VERDICT, verdict), vy),
            clashes=(blind(cx, CONTRADICTION, contradiction), cy),
        )


@cache
def judged_without(fields: tuple[Field, ...], same_act: tuple[str, ...]) -> dict[str, Judged]:
    """Return those of each field, by same-act models without some features."""
    rows = {f.name: same_act_rows(f) for f in fields}
    made = {}
    for field in fields:
        others = [(blind(rows[f.name][0], SAME_ACT, same_act), rows[f.name][1]) for f in fields if f != field]
        model = Matching(fit(others, SAME_ACT, strength=1.0), placing_without(field.name))
        clashes = contradiction_rows(field, model, breaking_without(field.name))
        made[field.name] = Judged(*verdict_rows(field, model), *clashes)
    return made


def without(fields: Sequence[Field], *, same_act: Sequence[str] = (), verdict: Sequence[str] = (),
            contradiction: Sequence[str] = (), together: bool = True) -> tuple[float, float]:  # fmt: skip
    """Return verdict macro-F1 and the best F1 of contradictions, all fields together, without some features, or
    without the second look at what is read `together`.
    """
    every = judged_without(tuple(fields), tuple(same_act))
    made = {name: one.without(verdict, contradiction) for name, one in every.items()}
    said, true, found, wanted = [], [], [], 0
    for field in fields:
        judge: LinearModel = fit_verdict({f: made[f.name].verdicts for f in fields if f != field})
        alike = [
            (blind(x, CONTRADICTION, contradiction), y)
            for (x, y), _ in like_rows_without(field.name).values()
        ]
        weigh = fit_beside(
            [made[f.name].clashes for f in fields if f != field], alike, CONTRADICTION, strength=CONTRADICTING
        )
        own = made[field.name]
        (vx, vy), met = own.verdicts, own.clashes_met
        verdicts = judge.probabilities(vx)
        if together:
            verdicts = verdicts_looked_at_again(verdicts, own.verdicts_read, second_look_without(field.name))
        said += list(np.array(judge.classes)[verdicts.argmax(axis=1)])
        true += list(vy)
        likely = weigh.probabilities(own.clashes[0])[: len(met), 0]
        if together:
            read = own.clashes_read[: len(met)]
            likely = np.array(looked_at_again(likely, read, together_fitted()))
        found += [(float(c), (field.name, m) if m >= 0 else None) for c, m in zip(likely, met, strict=True)]
        wanted += len(field.gold["conflicts"])
    best = 0.0
    for cut in THRESHOLDS:
        shown = [m for c, m in found if c >= cut]
        right, wrong = len({m for m in shown if m}), sum(m is None for m in shown)
        best = max(best, 2 * right / max(2 * right + wrong + wanted - right, 1))
    return float(f1_score(true, said, average="macro")), best


PUBLISHED = "with the encoder as published, without the second look"


def with_published_encoder() -> tuple[float, float]:
    """Return what `without` does, from vectors of the encoder as published, of which few pairs were read together."""
    kept, model = gold_fields.KeptVectors.embed, MiniLM()
    gold_fields.KeptVectors.embed = lambda _, texts, **__: model.embed(texts)  # type: ignore[method-assign]
    for cached in (gold_fields.reads, same_act_rows, judged_without):
        cached.cache_clear()
    try:
        return without(all_fields(), together=False)
    finally:
        gold_fields.KeptVectors.embed = kept  # type: ignore[method-assign]
        for cached in (gold_fields.reads, same_act_rows, judged_without):
            cached.cache_clear()


ABLATIONS: dict[str, dict[str, Any]] = {
    "everything": {},
    "without competition (rank and margin among rivals)": {
        "same_act": ("margin_in_a", "margin_in_b", "best_for_a", "best_for_b")
    },
    "without shared words": {"same_act": ("words_of_a", "words_of_b", "verbs")},
    "without figures": {"verdict": tuple(n for n in VERDICT if n.startswith("figure"))},
    "without modality": {
        "verdict": (
            "weaker",
            "opposite",
            "limited",
            "policy_permits",
            "forbidden_and_done",
            "required_and_forbidden",
        )
    },
    "without list items": {"verdict": ("items_missing",)},
    "without the anchor of a shared obligation": {"contradiction": ("same_answer", "log_odds", "one_breaks")},
    "without who breaks it": {"contradiction": ("one_breaks",)},
    "without the second look at both clauses together": {"together": False},
}


# Errors


def judgements(field: Field, report: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield each label of a duty and one policy with the row of the report that judges it."""
    at = {(o["document"], o["ref"]): o["id"] for o in report["obligations"]}
    judged = {(c["obligation"], c["policy"]): c for c in report["coverage"]}
    for label in field.gold["coverage"]:
        one = judged.get((at.get((label["document"], label["ref"]), ""), label["policy"]))
        if one is not None and label["policy"] != "*":
            yield label, one


def worst(fields: Sequence[Field], reports: Sequence[dict[str, Any]], most: int = 10) -> list[str]:
    """Return the wrong verdicts that were given most surely."""
    found = [
        (one["confidence"], field.name, label, one)
        for field, report in zip(fields, reports, strict=True)
        for label, one in judgements(field, report)
        if one["verdict"] != label["verdict"]
    ]
    found.sort(key=lambda f: -f[0])
    return [
        f"- {name}: {label['ref']} of {label['document']} by {label['policy']}: said {one['verdict']} ({c:.2f}), is "
        f"{label['verdict']}: {label['why']}"
        for c, name, label, one in found[:most]
    ]


@dataclass(frozen=True)
class Met:
    """How a field that nothing was fitted on was judged: figures, and what stands behind them.

    Of verdicts (confidence, is it right), of contradictions, shown or only kept, (confidence, which label or -1).
    """

    scores: Scores
    verdicts: list[tuple[float, bool]]
    contradictions: list[tuple[float, int]]


def meet(field: Field) -> Met:
    shown, kept = shipped_reports(field, TunedMiniLM(), None, Sensitivity.THOROUGH)
    verdicts = [
        (one["confidence"], one["verdict"] == label["verdict"]) for label, one in judgements(field, kept)
    ]
    labels = field.gold["conflicts"]
    contradictions = [
        (one["confidence"], label_met(labels, place(one["a"]), place(one["b"]))) for one in kept["conflicts"]
    ]
    return Met(evaluate(field.gold, shown), verdicts, contradictions)


def place(end: dict[str, Any]) -> tuple[str, str]:
    return end["document"], end["ref"]


def print_unseen() -> None:
    far, plain = unseen_fields(), plain_fields()
    met = each(meet, [*far, *plain])
    print_shipped("worded far from their source", far, met[: len(far)])
    print_shipped("in officers' plain words", plain, met[len(far) :])
    print_calibration("verdicts of all these", [p for one in met for p in one.verdicts])
    clashes = [one.contradictions for one in met]
    print_calibration("contradictions kept in all these", [(c, at >= 0) for one in clashes for c, at in one])
    for worded, some in (("far", slice(len(far))), ("plainly", slice(len(far), None))):
        print_curve(f"Of those worded {worded}, contradictions", [*far, *plain][some], clashes[some])


def print_shipped(worded: str, fields: Sequence[Field], met: Sequence[Met]) -> None:
    print(f"\nFields that nothing was fitted on, {worded}, judged as shipped:\n\n{HEAD}")
    for field, one in zip(fields, met, strict=True):
        print(row(field.name.replace("_", " "), one.scores))
    print("\nTogether:\n")
    print("\n".join(pooled_lines([one.scores for one in met])))


def print_calibration(of: str, points: Sequence[tuple[float, bool]]) -> None:
    error, lines = calibration(points)
    print(f"\nConfidence of {of}: expected calibration error {error:.3f}\n")
    print("| confidence | how many | mean | right |\n|---|---|---|---|\n" + "\n".join(lines))


def baseline_lines(made: tuple[Baseline, Sequence[tuple[Field, dict[str, Any]]]]) -> str:
    base, reports = made
    told = best_reports(base, reports)
    verdicts, rates = together([evaluate(f.gold, r) for (f, _), r in zip(reports, told, strict=True)])
    return (
        f"- {base.name}: macro-F1 {verdicts.macro_f1:.2f}, gap F1 {verdicts.gaps.f1:.2f}, contradictions precision "
        f"{rates.precision:.2f}, recall {rates.recall:.2f}"
    )


def print_confidence(fields: Sequence[Field]) -> None:
    models = {f.name: models_without(f.name) for f in fields}
    points = [p for f in fields for p in verdict_points(f, models[f.name])]
    clashes = [contradiction_points(f, models[f.name]) for f in fields]
    print_calibration("verdicts", points)
    print_calibration("contradictions", [(c, met >= 0) for one in clashes for c, met in one])
    print_curve("Contradictions", fields, clashes)


def print_curve(of: str, fields: Sequence[Field], clashes: Sequence[Sequence[tuple[float, int]]]) -> None:
    print(f"\n{of} shown from a confidence on:\n\n| from | precision | recall |\n|---|---|---|")
    print("\n".join(curve(fields, clashes)))


def worth_of(names: tuple[str, ...]) -> list[tuple[float, float]]:
    """Return what is left of the two figures without each of some parts."""
    return [
        with_published_encoder() if n == PUBLISHED else without(all_fields(), **ABLATIONS[n]) for n in names
    ]


def print_worth() -> None:
    # Those that leave the same-act model alone share its rows, so one process makes all of them.
    sharing = tuple(name for name, dropped in ABLATIONS.items() if "same_act" not in dropped)
    groups = [(PUBLISHED,), sharing, *((name,) for name in ABLATIONS if name not in sharing)]
    left: dict[str, tuple[float, float]] = dict(
        zip(chain(*groups), chain(*each(worth_of, groups)), strict=True)
    )
    print("\nWhat each part is worth:\n\n| | verdicts, macro-F1 | contradictions, best F1 |\n|---|---|---|")
    for name in (*ABLATIONS, PUBLISHED):
        print("| {} | {:.3f} | {:.3f} |".format(name, *left[name]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--unseen", action="store_true")
    options = parser.parse_args()
    if options.unseen:
        print_unseen()
        return
    fields = all_fields()
    learn_side_by_side()  # What all others share is learnt once, before the work is split.
    reports = each(report_left_out, fields)
    scores = [evaluate(f.gold, r) for f, r in zip(fields, reports, strict=True)]
    print(HEAD)
    for field, one in zip(fields, scores, strict=True):
        print(row(field.name.replace("_", " "), one))
    print("\nAll fields together, with 95 % bootstrap intervals:\n")
    print("\n".join(pooled_lines(scores)))
    print_unseen()
    if options.quick:
        return
    made = list(zip(fields, reports, strict=True))
    print("\nBaselines, all fields together:\n")
    print("\n".join(each(baseline_lines, [(base, made) for base in BASELINES])))
    print_confidence(fields)
    print_worth()
    print(f"\nThe ten surest wrong verdicts ({len(Verdict)} are told apart):\n")
    print("\n".join(worst(fields, reports)))


if __name__ == "__main__":
    main()
