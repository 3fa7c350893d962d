"""From a council's duty to the services that discharge it: how often the search finds the services officers named.

    python benchmarks/services.py

The query is the description of a duty or power, the documents are services, and which belong together was mapped
by officers (LG Inform Plus / esd, Open Government Licence). Nothing is fitted here. `rank` is the program's search;
its baselines, on the same texts in the same run, are the packaged MiniLM by cosine alone and BM25 alone (over
plain lower-case words, as a search engine would, and over the program's own canonical words).
"""

from collections.abc import Sequence

import bm25s
import numpy as np
from shared_data import records, table

import policycheck
from policycheck.embedding import MiniLM
from policycheck.index.lexical import LexicalIndex

K = 10
Ranking = Sequence[Sequence[int]]


def by_cosine(queries: Sequence[str], texts: Sequence[str]) -> Ranking:
    model = MiniLM()
    scores = model.embed(queries) @ model.embed(texts).T
    return [[int(i) for i in row[:K]] for row in np.argsort(-scores, axis=1, kind="stable")]


def by_plain_bm25(queries: Sequence[str], texts: Sequence[str]) -> Ranking:
    index = bm25s.BM25()
    index.index([_plain(t) for t in texts], show_progress=False)
    found = []
    for query in queries:
        words = [w for w in _plain(query) if w in index.vocab_dict]
        scores = index.get_scores(words) if words else np.zeros(len(texts))
        found.append([int(i) for i in np.argsort(-scores, kind="stable")[:K]])
    return found


def _plain(text: str) -> list[str]:
    return ["".join(c for c in w if c.isalnum()) for w in text.lower().split()]


def by_canonical_bm25(queries: Sequence[str], texts: Sequence[str]) -> Ranking:
    return [[i for i, _ in hits] for hits in LexicalIndex(texts).search(queries, K)]


def by_rank(queries: Sequence[str], texts: Sequence[str]) -> Ranking:
    return [[i for i, _ in hits] for hits in policycheck.rank(queries, texts, k=K)]


METHODS = {
    "**rank**": by_rank,
    "MiniLM, cosine": by_cosine,
    "BM25, canonical words": by_canonical_bm25,
    "BM25, plain words": by_plain_bm25,
}


def scores(ranking: Ranking, gold: Sequence[frozenset[int]]) -> tuple[float, float]:
    """Return recall and mean average precision at K; precision is averaged over min(K, right services)."""
    recalls, precisions = [], []
    for found, right in zip(ranking, gold, strict=True):
        hits = [i in right for i in found[:K]]
        recalls.append(sum(hits) / len(right))
        at_hits = [sum(hits[: n + 1]) / (n + 1) for n, hit in enumerate(hits) if hit]
        precisions.append(sum(at_hits) / min(K, len(right)))
    return float(np.mean(recalls)), float(np.mean(precisions))


def main() -> None:
    duties, services = records(
        "alignment/duty_to_service.dev.queries.jsonl", "alignment/services.corpus.jsonl"
    )
    place = {service["doc_id"]: i for i, service in enumerate(services)}
    gold = [frozenset(place[g] for g in duty["gold"]) for duty in duties]
    titled = [f"{service['title']}. {service['text']}" for service in services]
    settings = (
        ("description", "title and description", [d["text"] for d in duties], titled),
        ("description", "description", [d["text"] for d in duties], [s["text"] for s in services]),
        ("title and description", "title and description",
         [f"{d['title']}. {d['text']}" for d in duties], titled),
    )  # fmt: skip
    print(f"{len(duties)} duties and powers, {len(services)} services, wanted: Recall@10 .45, MAP@10 .28\n")
    rows = []
    for duty_text, service_text, queries, texts in settings:
        for name, method in METHODS.items():
            recall, precision = scores(method(queries, texts), gold)
            rows.append((duty_text, service_text, name, f"{recall:.3f}", f"{precision:.3f}"))
    table(("duty by", "service by", "search", "Recall@10", "MAP@10"), rows)


if __name__ == "__main__":
    main()
