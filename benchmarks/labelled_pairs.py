"""What the rules object to among labelled pairs of clauses, if told that both are of one act.

    python benchmarks/labelled_pairs.py

It measures the reading alone: of a true contradiction some rule should object, of a look-alike none. Then what the
model that reads both together makes of those kept aside, which it has not learnt from. About three minutes.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import product
from pathlib import Path

import numpy as np
from gold_pairs import ASIDE, FAR, HALF, LIKE, GoldPair, files, pairs_in, pairs_of
from sklearn.metrics import roc_auc_score, roc_curve

from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.embedding import TunedMiniLM
from policycheck.matching.read_together import texts_of

_LIKELY = 0.9


@cache
def is_objected_to(pair: GoldPair) -> bool:
    """Tell whether a rule objects to what is said in the two clauses."""
    return any(
        objection_of(pair_of(a, b, _LIKELY, against_source=pair.against_source)) is not None
        for a, b in product(pair.a, pair.b)
    )


def print_objections(folder: Path) -> None:
    """Print for each file of pairs how many the rules object to, and those kept aside by type."""
    print("file                  contradictions objected to     look-alikes objected to")
    for name in files(folder):
        found = Counter((pair.contradicts, is_objected_to(pair)) for pair in pairs_in(folder, name))
        shown = [
            f"{found[kind, True]:5} of {found[kind, True] + found[kind, False]}" for kind in (True, False)
        ]
        print(f"{name + (' (aside)' if name in ASIDE else ''):28}{shown[0]:>21}{shown[1]:>26}")
    aside = pairs_of(folder, files(folder, aside=True))
    reasons = Counter((pair.contradicts, pair.reason, is_objected_to(pair)) for pair in aside)
    print("\nof those kept aside, by type or reason:")
    for contradicts, reason in sorted({(c, r) for c, r, _ in reasons}, reverse=True):
        met, spared = (reasons[contradicts, reason, objected] for objected in (True, False))
        kind = "contradicts" if contradicts else "is none"
        print(f"  {kind:12} {reason:16}{met:4} of {met + spared}")


def print_together(pairs: Sequence[GoldPair]) -> None:
    """Print how well the two are told apart by the model that reads both clauses, beside the rules."""
    true = np.array([pair.contradicts for pair in pairs])
    read = TunedMiniLM().read_pairs([texts_of(pair.a[0], pair.b[0]) for pair in pairs])[:, 1]
    objected = np.array([is_objected_to(pair) for pair in pairs])
    alarms, found, _ = roc_curve(true, read)
    rate = float(objected[~true].mean())
    print(
        f"\nof those kept aside, read together: area under the curve {roc_auc_score(true, read):.3f}; where the rules "
        f"object to {objected[true].mean():.0%} of contradictions and {rate:.0%} of look-alikes, it finds "
        f"{np.interp(rate, alarms, found):.0%} at as many look-alikes"
    )


def main() -> None:
    kinds = (
        (FAR, "worded far from each other"),
        (HALF, "in half the same words"),
        (LIKE, "in nearly the same words"),
    )
    for folder, worded in kinds:
        print(f"\nPAIRS {worded}\n")
        print_objections(folder)
        aside = pairs_of(folder, files(folder, aside=True))
        print_together([pair for pair in aside if pair.a and pair.b])


if __name__ == "__main__":
    main()
