"""Contradictions planted in real contracts: how many stand among the first pairs that a reader would look at.

    python benchmarks/contracts.py

22 contracts, into which people planted contradicting norms (PUCRS norm-conflict data set, CC BY-SA 4.0). Every pair of
sentences of a contract is a candidate; a pair counts as found where it stands within the first 10, 25 or 50 of its
contract. The rule was written on every other contract, beginning with the second; of the others only the figures were
looked at. Not every true contradiction is labelled: where one was planted twice, one of the two pairs mostly is not.
"""

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Any

import numpy as np
from shared_data import records, table

from policycheck.conflicts.near_copies import near_copies
from policycheck.embedding import MiniLM
from policycheck.lexicon.words import content_words

CUTS = (10, 25, 50)
Pairs = Sequence[tuple[int, int]]


def by_near_copies(texts: Sequence[str]) -> Pairs:
    return [(copy.a, copy.b) for copy in near_copies(texts)]


def by_overlap(texts: Sequence[str]) -> Pairs:
    """Return all pairs, those first that share most of their words (canonical content words, Jaccard)."""
    words = [frozenset(content_words(text)) for text in texts]
    pairs = list(combinations(range(len(texts)), 2))
    return sorted(
        pairs, key=lambda p: -len(words[p[0]] & words[p[1]]) / max(len(words[p[0]] | words[p[1]]), 1)
    )


def by_plain_overlap(texts: Sequence[str]) -> Pairs:
    """Return all pairs, those first that share most of their words as they are written (Jaccard)."""
    words = [frozenset(text.lower().split()) for text in texts]
    pairs = list(combinations(range(len(texts)), 2))
    return sorted(
        pairs, key=lambda p: -len(words[p[0]] & words[p[1]]) / max(len(words[p[0]] | words[p[1]]), 1)
    )


def by_cosine(texts: Sequence[str]) -> Pairs:
    vectors = MiniLM().embed(texts)
    i, j = np.triu_indices(len(texts), 1)
    order = np.argsort(-(vectors @ vectors.T)[i, j], kind="stable")
    return list(zip(i[order].tolist(), j[order].tolist(), strict=True))


METHODS: dict[str, Callable[[Sequence[str]], Pairs]] = {
    "**near copies**": by_near_copies,
    "word overlap, canonical words": by_overlap,
    "word overlap, words as written": by_plain_overlap,
    "MiniLM, cosine": by_cosine,
}


def planted(contract: dict[str, Any]) -> set[tuple[int, int]]:
    return {(min(p["a"], p["b"]), max(p["a"], p["b"])) for p in contract["gold_pairs"] if p["ok"]}


def shares(contracts: Sequence[dict[str, Any]], rankings: Sequence[Pairs]) -> tuple[str, ...]:
    """Return the share of all planted pairs found within each cut."""
    gold = [planted(contract) for contract in contracts]
    total = sum(map(len, gold))
    found = [sum(len(g & set(r[:cut])) for g, r in zip(gold, rankings, strict=True)) for cut in CUTS]
    return tuple(f"{n / total:.2f}" for n in found)


def main() -> None:
    (contracts,) = records("contradiction/contracts.dev.docs.jsonl")
    halves = {"developed on": contracts[1::2], "kept aside": contracts[0::2], "all": contracts}
    for name, half in halves.items():
        sentences = sum(len(c["sentences"]) for c in half)
        print(
            f"{name}: {len(half)} contracts, {sentences} sentences, {sum(len(planted(c)) for c in half)} planted pairs"
        )
    print("wanted: within the first 25 at least .75\n")
    rows = []
    for name, method in METHODS.items():
        ranked = {c["doc_id"]: method(c["sentences"])[: max(CUTS)] for c in contracts}
        rows.extend(
            (half, name, *shares(taken, [ranked[c["doc_id"]] for c in taken]))
            for half, taken in halves.items()
        )
    rows.sort(key=lambda row: list(halves).index(row[0]))
    table(("contracts", "pairs ranked by", *(f"first {cut}" for cut in CUTS)), rows)


if __name__ == "__main__":
    main()
