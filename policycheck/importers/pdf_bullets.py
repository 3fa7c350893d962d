"""Puts a bullet before the lines whose bullet is drawn as a shape, as browsers print their lists."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from policycheck.importers.pdf_lines import STOP_GAP, Line, Page
from policycheck.importers.pdf_shapes import Shape
from policycheck.importers.printed_labels import split_bullet, split_label

_MARK = "•\t"
_SMALLEST, _LARGEST = 0.15, 0.7  # em
_NEAREST, _FARTHEST = 0.1, 2.5  # em from the shape to the words
_LOWEST, _HIGHEST = 0.05, 0.65  # em from the baseline to the middle of the shape
_SAME_COLUMN = 1.5  # points
_SAME_GAP = 0.15  # em
_FEWEST = 2  # in one column
_LARGER = 1.12  # times the usual size: a heading


@dataclass(frozen=True, slots=True)
class _Pair:
    shape: Shape
    line: Line

    @property
    def gap(self) -> float:
        """How far the words stand from the shape, in em."""
        return (self.line.left - self.shape.right) / self.line.size


def with_drawn_bullets(pages: Sequence[Page]) -> list[Page]:
    """Return the pages with a bullet before each line that has a drawn one.

    A shape is a bullet where several stand below one another before words, or where it stands as far from its
    words as those do. Shapes beside headings only are an ornament.
    """
    pairs = [pair for page in pages if page.shapes for pair in _pairs(page)]
    if not pairs:
        return list(pages)
    usual = _usual_size(pages)
    columns = [column for column in _columns(pairs) if _is_list(column, usual)]
    gaps = [column[0].gap for column in columns]
    bullets = {
        pair.line.start: pair
        for pair in pairs
        if any(abs(pair.gap - gap) <= _SAME_GAP for gap in gaps) and _is_plain(pair.line, usual)
    }
    bullets.update((pair.line.start, pair) for column in columns for pair in column)
    return [
        replace(page, lines=tuple(_marked(line, bullets.get(line.start)) for line in page.lines))
        if page.shapes
        else page
        for page in pages
    ]


def _pairs(page: Page) -> Iterator[_Pair]:
    """Yield each shape with the line that it stands before."""
    taken: set[int] = set()
    for shape in page.shapes:
        level = [line for line in page.lines if _is_level(shape, line)]
        if any(line.left < shape.right and shape.left < line.right for line in level):
            continue
        after = min(
            (line for line in level if line.left >= shape.right), key=lambda line: line.left, default=None
        )
        if after is None or after.start in taken or not _fits(shape, after):
            continue
        if not split_bullet(after.text)[0] and not split_label(after.text)[0]:
            taken.add(after.start)
            yield _Pair(shape, after)


def _is_level(shape: Shape, line: Line) -> bool:
    return _LOWEST * line.size <= shape.middle - line.baseline <= _HIGHEST * line.size


def _fits(shape: Shape, line: Line) -> bool:
    size = (shape.top - shape.bottom) / line.size
    gap = (line.left - shape.right) / line.size
    return _SMALLEST <= size <= _LARGEST and _NEAREST <= gap <= _FARTHEST


def _columns(pairs: Sequence[_Pair]) -> list[list[_Pair]]:
    """Return the pairs of each page whose shapes stand below one another."""
    columns: list[list[_Pair]] = []
    for pair in sorted(pairs, key=lambda pair: (pair.line.page, pair.shape.left)):
        last = columns[-1][-1] if columns else None
        near = last is not None and pair.shape.left - last.shape.left <= _SAME_COLUMN
        if last is not None and near and last.line.page == pair.line.page:
            columns[-1].append(pair)
        else:
            columns.append([pair])
    return columns


def _is_list(column: Sequence[_Pair], usual: float) -> bool:
    return len(column) >= _FEWEST and any(_is_plain(pair.line, usual) for pair in column)


def _is_plain(line: Line, usual: float) -> bool:
    return not line.bold and line.size <= _LARGER * usual


def _usual_size(pages: Sequence[Page]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0]


def _marked(line: Line, pair: _Pair | None) -> Line:
    """Return the line as if its bullet had been typed."""
    if pair is None:
        return line
    stops = tuple((words + 1, left) for words, left in line.stops)
    if pair.gap > STOP_GAP:
        stops = ((1, line.left), *stops)
    text = _MARK + line.text
    return replace(line, text=text, drawn=len(_MARK), left=pair.shape.left, stops=stops)
