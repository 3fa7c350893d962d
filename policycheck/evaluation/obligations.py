"""Obligations found, and their modality, against labels."""

from collections.abc import Sequence

from policycheck.domain.obligations import Modality
from policycheck.evaluation.places import Json, Place, Reported
from policycheck.evaluation.scores import Rates


def obligations_found(gold: Json, reported: Reported) -> tuple[int, int]:
    """Return how many labelled duties and recommendations have any obligation at their place, of how many."""
    rows = gold.get("obligations") or gold.get("coverage", [])
    places = {reported.place(row) for row in rows if row.get("modality") != Modality.PERMISSION}
    return sum(bool(reported.obligations(place)) for place in places), len(places)


def modality_rates(rows: Sequence[Json], reported: Reported) -> dict[Modality, Rates]:
    """Compare modality by place, in the documents whose obligations are labelled."""
    labelled = {(reported.place(row), row["modality"]) for row in rows}
    places = {place for place, _ in labelled}
    documents = {document for document, _ in places}
    read = {
        (_labelled_place(place, places, reported), one["modality"])
        for place, there in reported.at.items()
        if place[0] in documents
        for one in there
    }
    return {modality: _set_rates(labelled, read, modality) for modality in Modality} if labelled else {}


def _labelled_place(place: Place, places: set[Place], reported: Reported) -> Place:
    """Return the paragraph that a limb stands for: the labelled one, if the report has only its limbs."""
    document, ref = place
    while place not in places and ref.endswith(")") and "(" in ref:
        ref = ref[: ref.rindex("(")]
        if (document, ref) in places and (document, ref) not in reported.at:
            return document, ref
    return place


def _set_rates(labelled: set[tuple[Place, str]], read: set[tuple[Place, str]], modality: str) -> Rates:
    wanted = {place for place, one in labelled if one == modality}
    claimed = {place for place, one in read if one == modality}
    return Rates(right=len(wanted & claimed), wrong=len(claimed - wanted), overlooked=len(wanted - claimed))
