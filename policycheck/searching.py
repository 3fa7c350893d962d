"""Clauses found by meaning and words, with where they stand."""

from collections.abc import Callable, Sequence

from policycheck.domain.documents import Document
from policycheck.domain.results import SearchHit
from policycheck.index import ClauseIndex
from policycheck.matching.blocks import Matrix


def search_clauses(
    documents: Sequence[Document], text: str, *, k: int, embed: Callable[[Sequence[str]], Matrix]
) -> list[SearchHit]:
    """Return up to k clauses that come nearest to `text`, best first."""
    places = [(d, c) for d in documents for c in d.clauses]
    texts = [clause.text for _, clause in places]
    hits = ClauseIndex(texts, embed(texts)).search([text], embed([text]), k=k)[0]
    found = [(*places[hit.index], hit.score) for hit in hits]
    return [
        SearchHit(
            document=document.path,
            document_title=document.title,
            ref=clause.ref,
            text=clause.text,
            heading_path=clause.heading_path,
            score=round(score, 3),
            clause=clause.id,
            start=clause.start,
            end=clause.end,
        )
        for document, clause, score in found
    ]
