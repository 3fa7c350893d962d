"""The scores as a plain table."""

from collections.abc import Iterable, Iterator

from policycheck.domain.alignments import Verdict
from policycheck.evaluation.contradictions import SHOWN
from policycheck.evaluation.coverage import EVIDENCE_SHOWN
from policycheck.evaluation.scores import ABSENT, Rates, Scores, VerdictScores, share

_PLACES_SHOWN = 10


def format_scores(scores: Scores) -> str:
    """Return the scores as a plain table."""
    return "\n".join(_lines(scores))


def _lines(scores: Scores) -> Iterator[str]:
    for path in scores.unknown_documents:
        yield f"Not in the report: {path}"
    for place in scores.unknown_places[:_PLACES_SHOWN]:
        yield f"No such clause in the report: {place}"
    if len(scores.unknown_places) > _PLACES_SHOWN:
        yield f"No such clause in the report: {len(scores.unknown_places) - _PLACES_SHOWN} more"
    yield from _verdict_lines("Verdicts, obligation against policy", scores.pairs)
    yield from _verdict_lines("Verdicts, obligation against all policies", scores.library)
    yield "Obligations"
    yield f"  found at all          {_of(*scores.obligations_found)}"
    yield from _rate_lines((str(modality), rates) for modality, rates in scores.modalities.items())
    yield ""
    conflicts = scores.conflicts
    yield "Contradictions"
    yield from _rate_lines([("pairs", conflicts.rates)])
    yield f"  type agrees           {conflicts.types_agree:.3f}"
    yield f"  right in the first {SHOWN} {_of(*conflicts.first)}"
    yield f"  false alarms          {conflicts.false_alarms_per_100_clauses:.2f} per 100 clauses"
    yield f"  decoys reported       {_of(*conflicts.decoys)}"


def _verdict_lines(title: str, scores: VerdictScores) -> Iterator[str]:
    yield f"{title} ({scores.rows} rows, {scores.absent} not judged)"
    said = [*Verdict, ABSENT]
    yield "  label \\ verdict " + "".join(f"{word:>10}" for word in said)
    for label in Verdict:
        yield f"  {label:<16}" + "".join(f"{scores.confusion.get((label, word), 0):>10}" for word in said)
    rates = [(str(verdict), scores.of(verdict)) for verdict in Verdict]
    yield from _rate_lines([*rates, ("any gap", scores.gaps)])
    yield f"  macro F1              {scores.macro_f1:.3f}"
    yield f"  accuracy              {scores.accuracy:.3f}"
    yield f"  evidence in first {EVIDENCE_SHOWN}   {_of(*scores.evidence)}"
    yield ""


def _rate_lines(named: Iterable[tuple[str, Rates]]) -> Iterator[str]:
    yield f"  {'':<16}{'precision':>10}{'recall':>10}{'F1':>10}{'right':>8}{'wrong':>8}{'missed':>8}"
    for name, one in named:
        yield (
            f"  {name:<16}{one.precision:>10.3f}{one.recall:>10.3f}{one.f1:>10.3f}"
            f"{one.right:>8}{one.wrong:>8}{one.overlooked:>8}"
        )


def _of(part: int, whole: int) -> str:
    return f"{share(part, whole):.3f} ({part} of {whole})"
