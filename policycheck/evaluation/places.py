"""Finding the place that a label speaks of in a report: documents by path or name, references as read."""

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Any

Json = Mapping[str, Any]
Place = tuple[str, str]  # path of a document in the report, plain reference
Pair = tuple[Place, Place]

_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " "})


class Reported:
    """A report's rows, found by place."""

    def __init__(self, report: Json) -> None:
        paths = [one["path"] for one in report["documents"]]
        names = Counter(map(_file_name, paths))
        self._paths = {path: path for path in paths}
        self._names = {_file_name(path): path for path in paths if names[_file_name(path)] == 1}
        self.clauses = sum(len(one["clauses"]) for one in report["documents"])
        self._clauses = {
            (one["path"], plain_ref(clause.get("ref", "")))
            for one in report["documents"]
            for clause in one["clauses"]
        }
        self.conflicts: list[Json] = report["conflicts"]
        self.at: dict[Place, list[Json]] = {}
        for one in report["obligations"]:
            self.at.setdefault((one["document"], plain_ref(one["ref"])), []).append(one)
        self.judged = {(one["obligation"], one["policy"]): one for one in report["coverage"]}

    def path(self, path: str) -> str | None:
        return self._paths.get(path) or self._names.get(_file_name(path))

    def has_clause(self, place: Place) -> bool:
        """Tell whether a clause or an obligation stands at a place, or at a limb of it."""
        document, ref = place
        known = (self._clauses, self.at)
        return any(place in places for places in known) or any(
            path == document and limb.startswith(f"{ref}(") for places in known for path, limb in places
        )

    def place(self, row: Json) -> Place:
        """Return where a labelled row points; a document that is not there has a path that none has."""
        return self.path(row["document"]) or f"?{row['document']}", plain_ref(row["ref"])

    def obligations(self, place: Place) -> list[Json]:
        """Return the obligations at a place, else those at its limbs: 5(1)(a) for 5(1)."""
        if place in self.at:
            return self.at[place]
        document, ref = place
        return [
            one
            for (path, limb), there in self.at.items()
            if path == document and limb.startswith(f"{ref}(")
            for one in there
        ]


def plain_ref(ref: str) -> str:
    """Return a reference without differences that no reader sees: spaces, case, the shape of quotes."""
    return " ".join(ref.translate(_QUOTES).split()).casefold()


def _file_name(path: str) -> str:
    return PurePosixPath(path.replace("\\", "/")).name


def own_place(row: Json) -> Place:
    """Return where one end of a reported contradiction is."""
    return row["document"], plain_ref(row["ref"])


def ends(pair: Json, place: Callable[[Json], Place]) -> Pair:
    """Return the two places that a contradiction is between."""
    return place(pair["a"]), place(pair["b"])


def same_pair(one: Pair, other: Pair) -> bool:
    """Say whether two pairs are of the same clauses, in either order."""
    return (_related(one[0], other[0]) and _related(one[1], other[1])) or (
        _related(one[0], other[1]) and _related(one[1], other[0])
    )


def _related(one: Place, other: Place) -> bool:
    """Say whether two places are the same, or one is the paragraph of the other: 4.2 and 4.2(a)."""
    (document, ref), (other_document, other_ref) = one, other
    return document == other_document and (
        ref == other_ref or ref.startswith(f"{other_ref}(") or other_ref.startswith(f"{ref}(")
    )
