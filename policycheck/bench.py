"""How fast this computer reads, embeds and searches: measured here, never guessed."""

from collections.abc import Callable
from itertools import cycle, islice
from time import perf_counter

from policycheck.domain.documents import Clause, DocumentKind
from policycheck.embedding import MiniLM
from policycheck.index import ClauseIndex
from policycheck.obligations import read_clauses
from policycheck.progress import Progress, silent
from policycheck.reading import choose_source_kind, files_under, read_file
from policycheck.samples import sample_corpus


def run_bench(clauses: int, *, progress: Progress = silent) -> dict[str, float | int | str]:
    """Return seconds and rates over the sample corpus's clauses, repeated up to the number asked for."""
    corpus = sample_corpus()
    files = [p for folder in ("legislation", "local_policies") for p in files_under([corpus / folder])]
    started = perf_counter()
    documents = [read_file(p, kind=choose_source_kind(p, "")) for p in files]
    reading = perf_counter() - started
    real = [c for d in documents for c in d.clauses]
    # Numbered, so that no two texts are alike and no cache can answer.
    texts = [f"{i}. {c.text}" for i, c in enumerate(islice(cycle(real), clauses))]
    numbered = [Clause(id=str(i), ref=str(i), text=t) for i, t in enumerate(texts)]
    obligations = _seconds(lambda: read_clauses(numbered, kind=DocumentKind.POLICY))
    model = MiniLM()
    start_up = _seconds(lambda: model.embed(["Warm up."]))
    started = perf_counter()
    vectors = model.embed(texts, progress=progress)
    embedding = perf_counter() - started
    index = ClauseIndex(texts, vectors)
    queries = min(100, clauses)
    searching = _seconds(lambda: index.search(texts[:queries], vectors[:queries], k=10))
    return {
        "model": model.name,
        "clauses": clauses,
        "files_read_per_second": round(len(files) / reading, 1),
        "clauses_read_for_obligations_per_second": round(clauses / obligations, 1),
        "model_start_seconds": round(start_up, 2),
        "clauses_embedded_per_second": round(clauses / embedding, 1),
        "searches_per_second": round(queries / searching, 1),
    }


def _seconds(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return max(perf_counter() - started, 1e-9)


def format_bench(figures: dict[str, float | int | str]) -> str:
    """Return the figures as lines of plain text."""
    width = max(len(name) for name in figures)
    return "\n".join(f"{name.replace('_', ' '):<{width}}  {value}" for name, value in figures.items())
