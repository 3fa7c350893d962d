"""Follows the numbers of a document down and up their levels, and composes references from them."""

from collections.abc import Sequence
from dataclasses import dataclass

from policycheck.domain.documents import ClauseKind
from policycheck.segmentation.drafting import Draft
from policycheck.segmentation.labels import Alphabet, Mark, Reading, Shape


@dataclass(slots=True, eq=False)
class Level:
    """One open level: a numbered heading, clause or item, or the words that introduce a list.

    `depth` is the nesting of a list item where the format tells it. `mark` is None for a definition or an
    unnumbered paragraph, below which a new list begins. `above` is the clause whose list this level is in.
    """

    ref: str
    mark: Mark | None = None
    reading: Reading | None = None
    draft: Draft | None = None
    above: Draft | None = None
    depth: int | None = None
    heading: bool = False
    paragraphs: int = 1

    @property
    def is_item(self) -> bool:
        """Whether words after this level belong to what stands above it."""
        if self.heading or self.mark is None:
            return not self.heading
        lettered = self.reading is not None and self.reading.alphabet is not Alphabet.FIGURES
        return lettered or (self.draft is not None and self.draft.kind is ClauseKind.ITEM)

    def child_ref(self, core: str) -> str:
        gap = " " if self.ref.endswith('"') else ""
        return f"{self.ref}{gap}({core})"


class Outline:
    """The open levels, outermost first."""

    def __init__(self) -> None:
        self.levels: list[Level] = []
        self.prefix = ""  # "Sch 1", "Appendix A"
        self.heading = ""  # the nearest heading's name, for numbers that nothing else places
        self.restarts = False  # whether plain numbers begin again under each heading
        self.plain_refs: list[str] = []

    @property
    def top(self) -> Level | None:
        return self.levels[-1] if self.levels else None

    def reset(self, base: Level | None, *, prefix: str, heading: str) -> None:
        """Start below a new heading; `base` is the level of the nearest numbered heading."""
        self.levels = [base] if base is not None else []
        self.prefix, self.heading = prefix, heading

    def owner(self) -> Level | None:
        """Return the innermost level that is not an item of a list."""
        return next((level for level in reversed(self.levels) if not level.is_item), None)

    def cut_to(self, level: Level | None) -> None:
        """Close every level inside `level`; all of them for None."""
        while self.levels and self.levels[-1] is not level:
            self.levels.pop()

    def push(self, level: Level) -> None:
        self.levels.append(level)

    def place(self, mark: Mark, *, depth: int | None = None, ahead: str = "") -> Level:
        """Open the level of `mark` and return it; `ahead` is the core of the next number in the same shape.

        A number that follows an open level continues it; a first number opens a list inside the innermost
        level; a number that skips some continues the nearest list it can.
        """
        if mark.shape is Shape.DECIMAL:
            self.levels = []
            return self._open(mark, None, depth)
        self._close_deeper(depth)
        readings = _readings(mark, ahead)
        found = self._sibling(mark, readings, depth, exact=True)
        if found is None and any(reading.is_first for reading in readings):
            first = next(reading for reading in readings if reading.is_first)
            self._close_finished_list(mark, first, depth)
            return self._open(mark, first, depth)
        found = (
            found or self._sibling(mark, readings, depth, exact=False) or self._beside(mark, readings, depth)
        )
        if found is None:
            return self._open(mark, readings[0], depth)
        before, reading = found
        self.cut_to(before)
        self.levels.pop()
        level = self._open(mark, reading, depth)
        level.above = before.above
        return level

    def _close_deeper(self, depth: int | None) -> None:
        while depth is not None and self.top and self.top.depth is not None and self.top.depth > depth:
            self.levels.pop()

    def _sibling(
        self, mark: Mark, readings: Sequence[Reading], depth: int | None, *, exact: bool
    ) -> tuple[Level, Reading] | None:
        for level in reversed(self.levels):
            if level.mark is None or level.reading is None or level.mark.shape is not mark.shape:
                continue
            if depth is not None and level.depth is not None and depth != level.depth:
                continue
            for reading in readings:
                if reading.follows(level.reading) if exact else reading.comes_later_than(level.reading):
                    return level, reading
        return None

    def _beside(
        self, mark: Mark, readings: Sequence[Reading], depth: int | None
    ) -> tuple[Level, Reading] | None:
        """Find the item before in a list that counts down."""
        for level in reversed(self.levels):
            if depth is not None and level.depth == depth and level.mark and level.mark.shape is mark.shape:
                return level, readings[0]
        return None

    def _close_finished_list(self, mark: Mark, first: Reading, depth: int | None) -> None:
        """A list that begins again in the same shape ends the one before, unless it is nested deeper."""
        for level in reversed(self.levels):
            if level.mark is None or level.heading:
                return
            nested = depth is not None and level.depth is not None and depth > level.depth
            same = level.mark.shape is mark.shape and level.reading is not None
            if same and level.reading is not None and level.reading.alphabet is first.alphabet and not nested:
                self.cut_to(level)
                self.levels.pop()
                return

    def _open(self, mark: Mark, reading: Reading | None, depth: int | None) -> Level:
        parent = self.top
        level = Level(self._ref(mark, parent), mark, reading, depth=depth)
        if parent is not None:
            level.above = parent.draft
        self.levels.append(level)
        return level

    def _ref(self, mark: Mark, parent: Level | None) -> str:
        if parent is not None:
            return parent.child_ref(mark.core)
        stands_alone = mark.shape in (Shape.DECIMAL, Shape.PLAIN)
        if self.prefix:
            return f"{self.prefix} para {mark.core}" if stands_alone else f"{self.prefix} ({mark.core})"
        if mark.shape is Shape.DECIMAL:
            return mark.core
        number = mark.core if stands_alone else f"({mark.core})"
        if stands_alone:
            self.plain_refs.append(number)
        named = self.restarts or not stands_alone
        return f"{self.heading} {number}".strip() if named else number


def _readings(mark: Mark, ahead: str) -> tuple[Reading, ...]:
    """Return the readings of `mark`, without the letter i where "ii" comes next."""
    readings = mark.readings()
    if mark.core.lower() == "i" and ahead.lower() == "ii":
        return tuple(reading for reading in readings if reading.alphabet in _ROMANS)
    return readings


_ROMANS = frozenset({Alphabet.ROMAN, Alphabet.ROMAN_CAPITALS})
