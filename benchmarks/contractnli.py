"""Statements held against real agreements, zero-shot: does the verdict on coverage agree with ContractNLI's label?

    python benchmarks/contractnli.py              every fifth agreement of the development set
    python benchmarks/contractnli.py --every 1    all 61 of them, some ten minutes

A statement is given to `judge_coverage` as the obligation, the agreement's spans as the policy: covered and partial
mean entailment, conflict contradiction, missing not mentioned. A statement in which no obligation is read counts as
not mentioned. Nothing is fitted or chosen here. Data: ContractNLI (Koreeda and Manning 2021), CC BY 4.0.
"""

import argparse
from collections import Counter
from collections.abc import Sequence

from shared_data import records, table

import policycheck
from policycheck.domain.alignments import Verdict
from policycheck.errors import UsageError

LABELS = ("entailment", "contradiction", "not_mentioned")
MEANS = {
    Verdict.COVERED: "entailment",
    Verdict.PARTIAL: "entailment",
    Verdict.CONFLICT: "contradiction",
    Verdict.MISSING: "not_mentioned",
}


def judged(statement: str, spans: Sequence[str]) -> tuple[str, bool]:
    """Return the label that the verdict means, and whether an obligation was read in the statement."""
    try:
        return MEANS[policycheck.judge_coverage(statement, spans).verdict], True
    except UsageError:
        return "not_mentioned", False


def f1(label: str, gold: Sequence[str], said: Sequence[str]) -> float:
    right = sum(g == s == label for g, s in zip(gold, said, strict=True))
    return 2 * right / max(gold.count(label) + said.count(label), 1)


def row(name: str, gold: Sequence[str], said: Sequence[str]) -> tuple[str, ...]:
    of_each = [f1(label, gold, said) for label in LABELS]
    accuracy = sum(g == s for g, s in zip(gold, said, strict=True)) / len(gold)
    return (name, *(f"{score:.2f}" for score in (*of_each, sum(of_each) / len(LABELS), accuracy)))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--every", type=int, default=5, metavar="N", help="take every Nth agreement (5)")
    every = parser.parse_args().every
    documents, items = records("nli/contractnli.dev.docs.jsonl", "nli/contractnli.dev.items.jsonl")
    spans = {d["doc_id"]: [s for s in d["spans"] if s.strip()] for d in documents[::every]}
    taken = [item for item in items if item["doc_id"] in spans]
    gold = [item["label"] for item in taken]
    answers = [judged(item["hypothesis"], spans[item["doc_id"]]) for item in taken]
    said = [label for label, _ in answers]
    # Each statement has one most frequent label over all agreements: a baseline that never reads the agreement.
    usual = {
        h: Counter(i["label"] for i in items if i["hypothesis"] == h).most_common(1)[0][0]
        for h in {i["hypothesis"] for i in items}
    }
    most = Counter(gold).most_common(1)[0][0]
    print(f"{len(spans)} of {len(documents)} agreements, {len(taken)} statements: {dict(Counter(gold))}")
    print(f"no obligation read in {sum(not read for _, read in answers)}\n")
    table(
        ("", *LABELS, "macro-F1", "accuracy"),
        [
            row("**judge_coverage**, zero-shot", gold, said),
            row(f"always {most}", gold, [most] * len(gold)),
            row("the usual label of each statement (saw the labels)", gold, [usual[i["hypothesis"]] for i in taken]),
        ],
    )  # fmt: skip


if __name__ == "__main__":
    main()
