"""Which findings the list shows: words typed, and the values wanted of each facet; kept under a name as a view."""

import json
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from policycheck.domain.findings import FindingKind, FindingStatus
from policycheck_ui.folding import folded
from policycheck_ui.models.facets import BY_ID

TO_DECIDE = frozenset({FindingStatus.OPEN, FindingStatus.LAPSED})
AS_RANKED = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to show and in which order; a facet without values, and no words, mean everything.

    `sort` is the number of a column, or `AS_RANKED` for the engine's own order.
    """

    text: str = ""
    facets: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sort: int = AS_RANKED
    descending: bool = False

    def having(self, facet: str, values: AbstractSet[str]) -> "Wanted":
        """Return the same with other values of one facet."""
        rest = {name: old for name, old in self.facets.items() if name != facet}
        if values:
            rest[facet] = frozenset(values)
        return Wanted(text=self.text, facets=rest, sort=self.sort, descending=self.descending)

    def toggled(self, facet: str, value: str) -> "Wanted":
        """Return the same with one value of one facet put in, or left out where it was in."""
        return self.having(facet, self.facets.get(facet, frozenset()) ^ {value})

    def without_facets(self) -> "Wanted":
        return Wanted(text=self.text, sort=self.sort, descending=self.descending)

    def with_text(self, text: str) -> "Wanted":
        return Wanted(text=text, facets=self.facets, sort=self.sort, descending=self.descending)

    def sorted_by(self, column: int, *, descending: bool) -> "Wanted":
        return Wanted(text=self.text, facets=self.facets, sort=column, descending=descending)

    def words(self) -> tuple[str, ...]:
        """Return the words typed, ready to be looked up."""
        return tuple(folded(self.text).split())


def only(
    *, kind: FindingKind | None = None, statuses: AbstractSet[FindingStatus] | None = TO_DECIDE
) -> Wanted:
    """Return the filter for one kind of finding in some states."""
    wanted = Wanted()
    if kind is not None:
        wanted = wanted.having("kind", {kind.value})
    if statuses is not None:
        wanted = wanted.having("status", {status.value for status in statuses})
    return wanted


def to_json(wanted: Wanted) -> str:
    """Write a filter down, to be kept in the preferences."""
    return json.dumps(
        {
            "text": wanted.text,
            "facets": {name: sorted(values) for name, values in sorted(wanted.facets.items())},
            "sort": wanted.sort,
            "descending": wanted.descending,
        }
    )


def from_json(line: str) -> Wanted | None:
    """Read a filter that was written down; None where the words are not one of ours."""
    try:
        kept = json.loads(line)
        facets = {
            name: frozenset(map(str, values)) for name, values in kept["facets"].items() if name in BY_ID
        }
        return Wanted(
            text=str(kept["text"]),
            facets={name: values for name, values in facets.items() if values},
            sort=int(kept["sort"]),
            descending=bool(kept["descending"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
