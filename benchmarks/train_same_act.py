"""Fit the weights of the same-act judge on the development fields, and say how well it does on a field left out.

python benchmarks/train_same_act.py            prints the leave-one-field-out figures
python benchmarks/train_same_act.py --write    and writes policycheck/matching/same_act.json
"""

import argparse
import json
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import numpy as np
from gold_fields import Field, development_fields, reads
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, precision_recall_curve

from policycheck.matching import FEATURES, pair_features

WEIGHTS = Path(__file__).resolve().parent.parent / "policycheck" / "matching" / "same_act.json"
SEED = 20261123


def pairs(field: Field) -> tuple[NDArray[np.float32], NDArray[np.int8]]:
    """Return features (n, len(FEATURES)) and labels (n,) of every obligation with every policy statement.

    A pair is the same act when a reader cited the clause as evidence for an obligation that is not missing.
    Obligations that no reader judged for a policy are left out.
    """
    sources, policies = reads(field)
    cited = {
        (row["document"], row["ref"], row["policy"]): {e["ref"] for e in row["evidence"]}
        for row in field.gold["coverage"]
        if row["policy"] != "*"
    }
    features, labels = [], []
    for path, source in sources.items():
        for name, policy in policies.items():
            block = pair_features(source.statements, policy.statements, source.vectors, policy.vectors)
            for i in source.duties:
                key = (path, source.statements[i].ref, name)
                if key not in cited:
                    continue
                features.append(block[i])
                labels.append([covers(s.ref, cited[key]) for s in policy.statements])
    return np.concatenate(features), np.concatenate([np.array(x, dtype=np.int8) for x in labels])


def unrelated(field: Field, other: Field) -> tuple[NDArray[np.float32], NDArray[np.int8]]:
    """Return the pairs of one field's obligations with a policy of another field: never the same act.

    Without them the judge would learn that somebody always answers.
    """
    policy = next(iter(reads(other)[1].values()))
    blocks = [
        pair_features(s.statements, policy.statements, s.vectors, policy.vectors)[s.duties]
        for s in reads(field)[0].values()
    ]
    x = np.concatenate([b.reshape(-1, b.shape[-1]) for b in blocks])
    return x, np.zeros(len(x), dtype=np.int8)


def training_pairs(fields: Sequence[Field]) -> tuple[NDArray[np.float32], NDArray[np.int8]]:
    """Return the labelled pairs of some fields, and unrelated ones across them."""
    made = [pairs(f) for f in fields] + [unrelated(a, b) for a, b in permutations(fields, 2)]
    return np.concatenate([x for x, _ in made]), np.concatenate([y for _, y in made])


def covers(ref: str, cited: set[str]) -> bool:
    """Tell whether a statement's reference is one cited, or an item of one cited."""
    return any(ref == c or ref.startswith(f"{c}(") for c in cited)


def fit(x: NDArray[np.float32], y: NDArray[np.int8]) -> LogisticRegression:
    return LogisticRegression(C=1.0, max_iter=2000, random_state=SEED).fit(x, y)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    fields = development_fields()
    data = {field.name: pairs(field) for field in fields}
    print(f"{'left out':<22}{'pairs':>8}{'same':>7}{'AP cosine':>11}{'AP judge':>10}{'best F1':>9}{'at':>6}")
    for name, (x, y) in data.items():
        model = fit(*training_pairs([f for f in fields if f.name != name]))
        p = model.predict_proba(x)[:, 1]
        precision, recall, thresholds = precision_recall_curve(y, p)
        f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
        best = int(np.argmax(f1[:-1]))
        print(
            f"{name:<22}{len(y):>8}{int(y.sum()):>7}{average_precision_score(y, x[:, 0]):>11.3f}"
            f"{average_precision_score(y, p):>10.3f}{f1[best]:>9.3f}{thresholds[best]:>6.2f}"
        )
    model = fit(*training_pairs(fields))
    weights = {name: round(float(w), 4) for name, w in zip(FEATURES, model.coef_[0], strict=True)}
    print(json.dumps(weights, indent=1))
    if options.write:
        record = {
            "note": "Logistic regression; fitted by benchmarks/train_same_act.py on the fields in tests/gold.",
            "fields": sorted(data),
            "pairs": int(sum(len(v[1]) for v in data.values())),
            "seed": SEED,
            "intercept": round(float(model.intercept_[0]), 4),
            "weights": weights,
        }
        WEIGHTS.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
        print(f"wrote {WEIGHTS.name}")


if __name__ == "__main__":
    main()
