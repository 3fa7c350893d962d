"""Guesses which column of a register holds what, from the names at the head of the columns."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
    for role in _ROLES:
        for wanted in vocabulary[role]:
            place = next(
                (p for p, name in names.items() if name == wanted and p not in places.values()), None
            )
            if place is not None:
                places[role] = place
                break
    for role in _BY_WORD:
        if role not in places and filled > 1:
            place = next(
                (
                    p
                    for p, name in names.items()
                    if p not in places.values() and _speaks_of(name, vocabulary[role])
                ),
                None,
            )
            if place is not None:
                places[role] = place
    return places


def _speaks_of(name: str, wanted: Sequence[str]) -> bool:
    return any(len(word) >= _SHORTEST_WORD and re.search(rf"\b{word}\b", name) for word in wanted)


def _plain(name: str) -> str:
    return " ".join(re.findall(r"[a-z]+", name.lower()))
