"""Contradictions reported against contradictions labelled, and against pairs that only look like one."""

from policycheck.domain.alignments import Severity, weight
from policycheck.evaluation.places import Json, Reported, ends, own_place, same_pair
from policycheck.evaluation.scores import ConflictScores, Rates, share

SHOWN = 20  # how many contradictions a person looks at before judging the program


def conflict_scores(gold: Json, reported: Reported) -> ConflictScores:
    """Return how the reported contradictions agree with the labelled ones, whichever end comes first."""
    labels: list[Json] = gold.get("conflicts", [])
    decoys: list[Json] = gold.get("not_conflicts", [])
    ordered = sorted(
        reported.conflicts, key=lambda one: -weight(Severity(one["severity"]), one["confidence"])
    )
    places = [ends(one, own_place) for one in ordered]
    wanted = [ends(one, reported.place) for one in labels]
    right = [any(same_pair(pair, one) for one in wanted) for pair in places]
    matches = [
        [one["type"] for one, pair in zip(ordered, places, strict=True) if same_pair(pair, label)]
        for label in wanted
    ]
    false_alarms = [pair for pair, is_right in zip(places, right, strict=True) if not is_right]
    found = sum(map(bool, matches))
    agree = sum(label["type"] in types for label, types in zip(labels, matches, strict=True))
    fooled = [any(same_pair(pair, ends(one, reported.place)) for pair in false_alarms) for one in decoys]
    return ConflictScores(
        # several reported pairs may speak of one label (4.2 and 4.2(a)): a label is found once
        rates=Rates(right=found, wrong=len(false_alarms), overlooked=len(labels) - found),
        types_agree=share(agree, found),
        false_alarms_per_100_clauses=100 * share(len(false_alarms), reported.clauses),
        first=(sum(right[:SHOWN]), len(right[:SHOWN])),
        decoys=(sum(fooled), len(decoys)),
    )
