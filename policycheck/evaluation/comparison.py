"""A report compared with labels, as a whole."""

from collections.abc import Iterator, Mapping

from policycheck.domain.alignments import LIBRARY
from policycheck.errors import UsageError
from policycheck.evaluation.contradictions import conflict_scores
from policycheck.evaluation.coverage import verdict_scores
from policycheck.evaluation.labels import check_labels
from policycheck.evaluation.obligations import modality_rates, obligations_found
from policycheck.evaluation.places import Json, Reported
from policycheck.evaluation.scores import Scores


def evaluate(gold: Json, report: Json) -> Scores:
    """Compare a report ("policycheck/report/1") with labels ("policycheck/gold/1").

    A labelled document is the report's document of the same path, or the only one of the same file name.
    Raises `UsageError` when either is something else or lacks a field; of the gold file it names the rows.
    """
    _require(gold, "policycheck/gold/1", "gold file")
    _require(report, "policycheck/report/1", "report")
    check_labels(gold)
    try:
        return _evaluate(gold, Reported(report))
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise UsageError(
            f"The report lacks a field or has a wrong one: {error}.",
            remedy="Write it anew with 'policycheck check --json'.",
        ) from error


def _require(content: Json, schema: str, name: str) -> None:
    found = content.get("schema") if isinstance(content, Mapping) else None
    if found != schema:
        raise UsageError(f"The {name} is not of the schema “{schema}”.", remedy="Was it the other file?")


def _evaluate(gold: Json, reported: Reported) -> Scores:
    coverage = gold.get("coverage", [])
    return Scores(
        pairs=verdict_scores([row for row in coverage if row["policy"] != LIBRARY], reported),
        library=verdict_scores([row for row in coverage if row["policy"] == LIBRARY], reported),
        obligations_found=obligations_found(gold, reported),
        modalities=modality_rates(gold.get("obligations", []), reported),
        conflicts=conflict_scores(gold, reported),
        unknown_documents=tuple(
            sorted(path for path in _labelled_paths(gold) if reported.path(path) is None)
        ),
        unknown_places=tuple(dict.fromkeys(_unknown_places(gold, reported))),
    )


def _labelled_places(gold: Json) -> list[Json]:
    rows = [*gold.get("obligations", []), *gold.get("coverage", [])]
    for pair in (*gold.get("conflicts", []), *gold.get("not_conflicts", [])):
        rows += [pair["a"], pair["b"]]
    return rows


def _labelled_paths(gold: Json) -> set[str]:
    policies = {row["policy"] for row in gold.get("coverage", [])} - {LIBRARY}
    return {row["document"] for row in _labelled_places(gold)} | policies


def _unknown_places(gold: Json, reported: Reported) -> Iterator[str]:
    """Yield the places labelled where a document that is in the report has no such clause."""
    for row in _labelled_places(gold):
        if reported.path(row["document"]) is not None and not reported.has_clause(reported.place(row)):
            yield f"{row['document']} {row['ref']}"
