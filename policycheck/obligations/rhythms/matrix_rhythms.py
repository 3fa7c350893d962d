"""How often, told by columns that are days, months or rhythms themselves: "Mon: tick; Wed: tick"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policycheck.domain.obligations import Unit
from policycheck.obligations.figures.durations import divide
from policycheck.obligations.rhythms.calendar_lists import slot_of
from policycheck.obligations.spans import Span

Rhythm = tuple[float, Unit, bool]
"""How long it is from one time to the next, and whether in working days."""

_CELL = re.compile(r"(?:^|(?<=;\s))(?P<heading>[^:;|]{1,60}(?::\d\d)?):(?:\s(?P<cell>[^;]*)|$)")
_BLANK = frozenset(
    ["", "-", "–", "—", "no", "none", "n/a", "na", "off", "closed", "✗", "✘", "nil", "nothing", "n", "."]
)
_MARK = 3  # letters of a tick or of somebody's initials
_ALL = {"week": 7, "day": 24, "year": 12, "month": 31}


@dataclass(frozen=True, slots=True)
class Told:
    """A rhythm with all words of heading and cell."""

    rhythm: Rhythm
    words: str


def told_by(cell: re.Match[str], rhythm: Rhythm, last: re.Match[str] | None = None) -> Span[Told]:
    """Return a rhythm at the place of a cell's heading, with the words up to the `last` cell that tells it."""
    words = cell.string[cell.start() : (last or cell).end()].strip()
    return Span(cell.start("heading"), cell.end("heading"), Told(rhythm, words))


def cells_of(text: str) -> list[re.Match[str]]:
    """Return the cells of a row written as "heading: cell; heading: cell", with their headings."""
    return list(_CELL.finditer(text))


def is_blank(cell: re.Match[str]) -> bool:
    """Tell a cell left empty, or with a dash."""
    return (cell["cell"] or "").strip().lower() in _BLANK


def find_in_slots(cells: Sequence[re.Match[str]]) -> Iterator[Span[Told]]:
    """Yield how often what stands under days, months or hours is done: once in each column that holds it."""
    slots = [(one, *slot_of(one["heading"])) for one in cells]
    slots = [slot for slot in slots if slot[1]]
    if len(slots) < 2 or len({kind for _, kind, _ in slots}) > 1:
        return
    kind = slots[0][1]
    filled = [(one, many) for one, _, many in slots if not is_blank(one)]
    marks = all(len(one["cell"].strip()) <= _MARK for one, _ in filled)
    groups: dict[str, list[tuple[re.Match[str], int]]] = {}
    for one, many in filled:
        groups.setdefault("" if marks else one["cell"].strip().lower(), []).append((one, many))
    for group in groups.values():
        times = min(_ALL[kind], sum(many for _, many in group))
        value, unit = divide(1.0, Unit(kind), times) if (kind, times) != ("week", 7) else (1.0, Unit.DAY)
        yield told_by(group[0][0], (value, unit, False), group[-1][0])
