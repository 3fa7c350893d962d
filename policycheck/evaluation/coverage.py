"""Verdicts against labels."""

from collections import Counter
from collections.abc import Iterator, Sequence

from policycheck.domain.alignments import LIBRARY, Verdict
from policycheck.domain.obligations import Modality
from policycheck.evaluation.places import Json, Place, Reported, plain_ref
from policycheck.evaluation.scores import ABSENT, VerdictScores

EVIDENCE_SHOWN = 3

_WORST_FIRST = (Verdict.CONFLICT, Verdict.MISSING, Verdict.PARTIAL, Verdict.COVERED)


def verdict_scores(rows: Sequence[Json], reported: Reported) -> VerdictScores:
    """Return how the verdicts agree with labelled rows, which are all of policies or all of "*"."""
    labelled: dict[tuple[Place, str], list[Json]] = {}
    for row in rows:
        policy = row["policy"] if row["policy"] == LIBRARY else reported.path(row["policy"]) or ""
        labelled.setdefault((reported.place(row), policy), []).append(row)
    confusion: Counter[tuple[str, str]] = Counter()
    hits = of = 0
    for (place, policy), labels in labelled.items():
        for label, judged in _paired(labels, _judgements(reported, place, policy)):
            confusion[label["verdict"], judged["verdict"] if judged else ABSENT] += 1
            if label.get("evidence"):
                of += 1
                hits += _evidence_hit(label, judged, policy, reported)
    return VerdictScores(confusion=dict(confusion), evidence=(hits, of))


def _judgements(reported: Reported, place: Place, policy: str) -> list[Json]:
    """Return the verdicts on the duties at a place, the worst first; recommendations where nothing binds."""
    there = reported.obligations(place)
    chosen = (
        [one for one in there if Modality(one["modality"]).binds]
        or [one for one in there if one["modality"] == Modality.RECOMMENDATION]
        or there
    )
    judged = [reported.judged[one["id"], policy] for one in chosen if (one["id"], policy) in reported.judged]
    return sorted(judged, key=lambda one: _WORST_FIRST.index(one["verdict"]))


def _paired(labels: Sequence[Json], judged: Sequence[Json]) -> Iterator[tuple[Json, Json | None]]:
    """Pair one label with the worst verdict; several at one place first with equal verdicts."""
    if len(labels) == 1:
        yield labels[0], judged[0] if judged else None
        return
    left = list(judged)
    unequal = []
    for label in labels:
        equal = next((one for one in left if one["verdict"] == label["verdict"]), None)
        if equal is None:
            unequal.append(label)
        else:
            left.remove(equal)
            yield label, equal
    for label in unequal:
        yield label, left.pop(0) if left else None


def _evidence_hit(label: Json, judged: Json | None, policy: str, reported: Reported) -> bool:
    if judged is None:
        return False
    wanted = {
        reported.place(one) if "document" in one else (policy, plain_ref(one["ref"]))
        for one in label["evidence"]
    }
    shown = {(one["document"], plain_ref(one["ref"])) for one in judged["evidence"][:EVIDENCE_SHOWN]}
    return not wanted.isdisjoint(shown)
