"""Puts the lines of one PDF page in reading order, in one column or in several."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from policycheck.importers.pdf_lines import Line
from policycheck.importers.printed_labels import is_lone_mark

_BIN = 2.0  # points
_WIDEST_PAGE = 14_400  # points: the largest page that the format allows
_NARROWEST_GUTTER = 8.0
_NARROWEST_COLUMN = 100.0
_FEWEST_LINES = 5  # on each side of a gutter
_CROSSING = 0.15  # of the lines may cross a gutter: headings over all columns
_SAME_BASELINE = 0.35  # em


def in_reading_order(lines: Sequence[Line], *, usual: Sequence[float] = ()) -> tuple[list[Line], list[float]]:
    """Return (lines in reading order, x of each gutter); lines have their column, pieces of one baseline joined.

    `usual` are the gutters of the page before, for a page with too few lines to tell. The order of the file is
    kept where it makes sense; columns that the file writes line by line across the page are taken apart.
    """
    whole = _join(lines, gutters=[], only_marks=True)
    gutters = find_gutters(whole) or _unfilled(whole, usual)
    joined = _join(whole, gutters=gutters)
    placed = [replace(line, column=_column(line, gutters)) for line in joined] if gutters else joined
    if gutters and _alternates(placed):
        return _column_by_column(placed), gutters
    if not gutters and _runs_upwards(placed):
        return sorted(placed, key=lambda line: (-round(line.baseline), line.left)), gutters
    return placed, gutters


def _unfilled(lines: Sequence[Line], usual: Sequence[float]) -> list[float]:
    """Return the usual gutters where the page keeps to them, with words on both sides of each."""
    crossing = sum(any(line.left < gutter < line.right for gutter in usual) for line in lines)
    if crossing > _CROSSING * len(lines):
        return []
    sides = all(
        any(line.right <= gutter for line in lines) and any(line.left >= gutter for line in lines)
        for gutter in usual
    )
    return list(usual) if sides else []


def find_gutters(lines: Sequence[Line]) -> list[float]:
    """Return the x of the middle of every gutter, from left to right; empty for one column."""
    if len(lines) < 2 * _FEWEST_LINES:
        return []
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    gap = _widest_gap(lines, left, right)
    if gap is None:
        return []
    before = [line for line in lines if line.right <= gap[1]]
    after = [line for line in lines if line.left >= gap[0]]
    if min(len(before), len(after)) < _FEWEST_LINES or not _side_by_side(before, after):
        return []
    return [*find_gutters(before), sum(gap) / 2, *find_gutters(after)]


def _widest_gap(lines: Sequence[Line], left: float, right: float) -> tuple[float, float] | None:
    """Return the widest upright strip that few lines cross, away from the edges of the text."""
    if right - left > _WIDEST_PAGE:
        return None  # words far off any page: nothing a reader sees as columns
    bins = int((right - left) / _BIN) + 1
    changes = [0] * (bins + 2)
    for line in lines:
        changes[int((line.left - left) / _BIN)] += 1
        changes[int((line.right - left) / _BIN) + 1] -= 1
    crossing = list(accumulate(changes))
    allowed = _CROSSING * len(lines)
    edge = int(_NARROWEST_COLUMN / _BIN)
    best: tuple[int, int] | None = None
    start: int | None = None
    for index in range(edge, bins - edge + 1):
        clear = index < bins - edge and crossing[index] <= allowed
        if clear and start is None:
            start = index
        if not clear and start is not None:
            if best is None or index - start > best[1] - best[0]:
                best = (start, index)
            start = None
    if best is None or (best[1] - best[0]) * _BIN < _NARROWEST_GUTTER:
        return None
    first, last = _clearest(crossing, *best)
    return left + first * _BIN, left + last * _BIN


def _clearest(crossing: Sequence[int], first: int, last: int) -> tuple[int, int]:
    """Return the widest part of a strip that the fewest lines cross: hanging numbers stand beside a gutter."""
    fewest = min(crossing[first:last])
    runs = []
    start = first
    for index in range(first, last + 1):
        if index == last or crossing[index] > fewest:
            runs.append((start, index))
            start = index + 1
    return max(runs, key=lambda run: run[1] - run[0])


def _side_by_side(before: Sequence[Line], after: Sequence[Line]) -> bool:
    low = max(min(line.baseline for line in before), min(line.baseline for line in after))
    high = min(max(line.baseline for line in before), max(line.baseline for line in after))
    shorter = min(_height(before), _height(after))
    return high - low >= 0.3 * shorter


def _height(lines: Sequence[Line]) -> float:
    return max(line.baseline for line in lines) - min(line.baseline for line in lines)


def _join(lines: Sequence[Line], *, gutters: Sequence[float], only_marks: bool = False) -> list[Line]:
    """Join neighbours on one baseline: a label and its paragraph, or any two with no gutter between them."""
    joined: list[Line] = []
    for line in lines:
        if joined and _belongs(joined[-1], line, gutters, only_marks=only_marks):
            joined[-1] = _merged(joined[-1], line)
        else:
            joined.append(line)
    return joined


def _belongs(first: Line, second: Line, gutters: Sequence[float], *, only_marks: bool) -> bool:
    reach = _SAME_BASELINE * max(first.size, second.size)
    if abs(first.baseline - second.baseline) > reach or second.left < first.right - 1:
        return False
    if is_lone_mark(first.text):
        return True
    return not only_marks and not any(first.right <= gutter <= second.left for gutter in gutters)


def _merged(first: Line, second: Line) -> Line:
    between = "\t" if is_lone_mark(first.text) else " "
    larger = max(first, second, key=lambda line: len(line.text))
    return replace(
        first,
        end=second.end,
        text=f"{first.text}{between}{second.text}",
        right=second.right,
        baseline=larger.baseline,
        size=larger.size,
        bold=first.bold and second.bold,
    )


def _column(line: Line, gutters: Sequence[float]) -> int:
    if any(line.left < gutter < line.right for gutter in gutters):
        return -1
    return sum(gutter <= line.left for gutter in gutters)


def _alternates(lines: Sequence[Line]) -> bool:
    """Whether the file jumps from column to column at nearly every line."""
    columns = [line.column for line in lines if line.column >= 0]
    changes = sum(first != second for first, second in pairwise(columns))
    return changes > 0.5 * len(columns)


def _column_by_column(lines: Sequence[Line]) -> list[Line]:
    """Read each band between lines across the page, one column after the other."""
    ordered: list[Line] = []
    band: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.baseline):
        if line.column == -1:
            ordered += sorted(band, key=lambda other: (other.column, -other.baseline))
            ordered.append(line)
            band = []
        else:
            band.append(line)
    return ordered + sorted(band, key=lambda other: (other.column, -other.baseline))


def _runs_upwards(lines: Sequence[Line]) -> bool:
    """Whether the file's order goes back up the page so often that it means nothing."""
    ups = sum(second.baseline > first.baseline + first.size for first, second in pairwise(lines))
    return len(lines) > 5 and ups > 0.2 * len(lines)
