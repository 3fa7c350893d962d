"""Guesses which column of a register holds what, from the names at the head of the columns."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from policycheck.lexicon.data import load

_ROLES = {
    "text": "the text",
    "reference": "the reference",
    "heading": "the heading",
    "duty_holder": "the duty holder",
    "link": "the source link",
}
_BY_WORD = ("reference", "link", "duty_holder", "text", "heading")  # "Requirement owner" names an owner
_SHORTEST_WORD = 4  # letters; "no" and "id" count only as whole names
_ROWS_TO_SEARCH = 30
_LONGEST_NAME = 60  # characters
Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of a register are: the row of their names (from 0), and the place of each role."""

    row: int
    names: tuple[str, ...]
    places: Mapping[str, int]

    def cell(self, row: Row, role: str) -> str:
        """Return the cell of `row` with this role, "" where there is none."""
        place = self.places.get(role)
        return row[place] if place is not None and place < len(row) else ""

    def sentence(self) -> str:
        """Say how the columns were read: "Read column 'Requirement' as the text, 'Ref' as the reference."."""
        said = [
            f"'{self.names[self.places[role]]}' as {words}"
            for role, words in _ROLES.items()
            if role in self.places
        ]
        return f"Read column {', '.join(said)}."


def find_columns(rows: Sequence[Row]) -> Columns | None:
    """Return the columns of a register, None where no row near the top names a column of requirements."""
    found = [
        Columns(place, tuple(row), places)
        for place, row in enumerate(rows[:_ROWS_TO_SEARCH])
        if "text" in (places := _places(row))
    ]
    return max(found, key=lambda one: (len(one.places), -one.row), default=None)


def _places(row: Row) -> dict[str, int]:
    names = {place: _plain(cell) for place, cell in enumerate(row) if 0 < len(cell) <= _LONGEST_NAME}
    filled = sum(bool(cell) for cell in row)
    vocabulary = load("register")
    places: dict[str, int] = {}
    by_name: dict[str, int] = {}
    for place, name in names.items():
        by_name.setdefault(name, place)
    for role in _ROLES:
        _take(places, role, (by_name[name] for name in vocabulary[role] if name in by_name))
    for role in _BY_WORD:
        if role not in places and filled > 1:
            _take(places, role, (place for place, name in names.items() if _pattern(role).search(name)))
    return places


def _take(places: dict[str, int], role: str, candidates: Iterable[int]) -> None:
    """Give `role` the first candidate that no other role has."""
    place = next((one for one in candidates if one not in places.values()), None)
    if place is not None:
        places[role] = place


@cache
def _pattern(role: str) -> re.Pattern[str]:
    """Match a column's name that speaks of a role in passing: "Requirement (what we must do)"."""
    wanted = (re.escape(word) for word in load("register")[role] if len(word) >= _SHORTEST_WORD)
    return re.compile(rf"\b(?:{'|'.join(wanted)})\b")


def _plain(name: str) -> str:
    return " ".join(re.findall(r"[a-z]+", name.lower()))
