"""Finds the ruled grids of a PDF page: upright and level lines that cross, and the cells between them."""

import ctypes
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

_STRAIGHT = 1.0  # points
_SHORTEST = 4.0  # points
_SAME_LINE = 2.5  # points
_TOUCHES = 3.0  # points
_MOST_SEGMENTS = 6_000  # of a page: more is a drawing
_MOST_SEGMENTS_OF_PATH = 1_500
_MOST_CELLS = 20_000
_DEEPEST = 4  # forms in forms
_Matrix = tuple[float, float, float, float, float, float]
_UNMOVED: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Rule:
    """A level or upright line at `place` (y or x), from `first` to `last` (x or y), in points."""

    level: bool
    place: float
    first: float
    last: float

    def covers(self, middle: float) -> bool:
        return self.first - _TOUCHES <= middle <= self.last + _TOUCHES


@dataclass(frozen=True, slots=True)
class Grid:
    """A grid: edges `xs` from left to right and `ys` from top to bottom; `cells[row][column]` names a cell.

    Places in a merged cell have one name.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[tuple[int, ...], ...]

    def cell_at(self, x: float, y: float) -> int | None:
        """Return the name of the cell at a point; None outside."""
        column = bisect_right(self.xs, x) - 1
        row = bisect_right([-edge for edge in self.ys], -y) - 1
        inside = 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1
        return self.cells[row][column] if inside else None


def read_grids(page: Any) -> list[Grid]:
    """Return the grids on a `pypdfium2.PdfPage`, from the top; none where the lines are many enough for a drawing."""
    rules: list[Rule] = []
    for rule in _rules(page):
        rules.append(rule)
        if len(rules) > _MOST_SEGMENTS:
            return []
    merged = _merged(rules)
    if sum(rule.level for rule in merged) * sum(not rule.level for rule in merged) > _MOST_CELLS * 10:
        return []
    grids = [grid for group in _groups(merged) if (grid := _grid(group)) is not None]
    return sorted(grids, key=lambda grid: (-grid.ys[0], grid.xs[0]))


# -- lines of the page ---------------------------------------------------------------------------


def _rules(page: Any) -> Iterator[Rule]:
    raw = page.raw
    yield from _of_container(
        pdfium.FPDFPage_CountObjects(raw), partial(pdfium.FPDFPage_GetObject, raw), _UNMOVED, 0
    )


def _of_container(count: int, child: Callable[[int], Any], moved: _Matrix, depth: int) -> Iterator[Rule]:
    for index in range(count):
        item = child(index)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield from _of_path(item, _times(_matrix(item), moved))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            yield from _of_container(
                pdfium.FPDFFormObj_CountObjects(item),
                partial(pdfium.FPDFFormObj_GetObject, item),
                _times(_matrix(item), moved),
                depth + 1,
            )


def _of_path(path: Any, moved: _Matrix) -> Iterator[Rule]:
    count = pdfium.FPDFPath_CountSegments(path)
    if count > _MOST_SEGMENTS_OF_PATH:
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    start = before = (0.0, 0.0)
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = _moved(x.value, y.value, moved)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield from _rule(before, point)
        before = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield from _rule(point, start)
            before = start


def _rule(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Rule]:
    across, up = abs(one[0] - other[0]), abs(one[1] - other[1])
    if up <= _STRAIGHT and across >= _SHORTEST:
        yield Rule(True, (one[1] + other[1]) / 2, *sorted((one[0], other[0])))
    elif across <= _STRAIGHT and up >= _SHORTEST:
        yield Rule(False, (one[0] + other[0]) / 2, *sorted((one[1], other[1])))


def _matrix(item: Any) -> _Matrix:
    raw = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, raw):
        return _UNMOVED
    return raw.a, raw.b, raw.c, raw.d, raw.e, raw.f


def _times(inner: _Matrix, outer: _Matrix) -> _Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _moved(x: float, y: float, by: _Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = by
    return a * x + c * y + e, b * x + d * y + f


# -- from lines to cells -------------------------------------------------------------------------


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Join lines that lie on one another or end to end."""
    joined: list[Rule] = []
    for level in (True, False):
        own = [rule for rule in rules if rule.level is level]
        places = _distinct(rule.place for rule in own)
        by_place: dict[float, list[tuple[float, float]]] = {place: [] for place in places}
        for rule in own:
            by_place[_nearest(places, rule.place)].append((rule.first, rule.last))
        for place, spans in by_place.items():
            joined += [Rule(level, place, first, last) for first, last in _joined(spans)]
    return joined


def _joined(spans: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for first, last in sorted(spans):
        if joined and first <= joined[-1][1] + _TOUCHES:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return joined


def _distinct(values: Iterator[float]) -> list[float]:
    """Return the distinct values in order; those close to each other are one, at their mean."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][0] <= _SAME_LINE:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def _nearest(places: Sequence[float], value: float) -> float:
    at = bisect_right(places, value)
    return min(places[max(at - 1, 0) : at + 1], key=lambda place: abs(place - value))


def _groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Return the sets of lines that hang together."""
    level = [rule for rule in rules if rule.level]
    groups: list[list[Rule]] = []
    for rule in (rule for rule in rules if not rule.level):
        crossing = [other for other in level if other.covers(rule.place) and rule.covers(other.place)]
        own = [rule, *crossing]
        names = set(map(id, own))
        apart = []
        for group in groups:
            if names.isdisjoint(map(id, group)):
                apart.append(group)
            else:
                own += [other for other in group if id(other) not in names]
                names.update(map(id, group))
        groups = [*apart, own]
    return groups


def _grid(rules: Sequence[Rule]) -> Grid | None:
    level = [rule for rule in rules if rule.level]
    upright = [rule for rule in rules if not rule.level]
    # The ends of the level lines close a table that has no line at its sides.
    sides = [rule.first for rule in level] + [rule.last for rule in level]
    xs = _distinct(iter([*(rule.place for rule in upright), *(x for x in sides if _shared(x, sides))]))
    ys = _distinct(rule.place for rule in level)[::-1]
    if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) > _MOST_CELLS:
        return None
    names = {(row, column): (row, column) for row in range(len(ys) - 1) for column in range(len(xs) - 1)}

    def root(place: tuple[int, int]) -> tuple[int, int]:
        while names[place] != place:
            names[place] = names[names[place]]
            place = names[place]
        return place

    for row, (top, bottom) in enumerate(pairwise(ys)):
        for column, (left, right) in enumerate(pairwise(xs)):
            if column and not _parted(upright, left, (top + bottom) / 2):
                names[root((row, column))] = root((row, column - 1))
            if row and not _parted(level, top, (left + right) / 2):
                names[root((row, column))] = root((row - 1, column))
    numbers: dict[tuple[int, int], int] = {}
    cells = tuple(
        tuple(numbers.setdefault(root((row, column)), len(numbers)) for column in range(len(xs) - 1))
        for row in range(len(ys) - 1)
    )
    return Grid(tuple(xs), tuple(ys), cells)


def _shared(place: float, others: Sequence[float]) -> bool:
    return sum(abs(place - other) <= _SAME_LINE for other in others) > 1


def _parted(rules: Sequence[Rule], place: float, middle: float) -> bool:
    return any(abs(rule.place - place) <= _SAME_LINE and rule.first <= middle <= rule.last for rule in rules)
