"""Takes the printed lines of a PDF from PDFium: words, place, size and weight, with offsets into the text."""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from policycheck.importers.pdf_rules import Grid, read_grids
from policycheck.importers.pdf_shapes import Shape, read_shapes

_LINE = re.compile(r"[^\r\n\u00ad]+\u00ad?")
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\S+")
_RAISED = re.compile(r"(?<=[^\W\d_]|[.,;:!?)\]”’\"'])\d{1,3}(?!\d)")
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
# PDFium marks a word hyphenated at a line end with U+FFFE (older builds: U+0002) in place of the line break.
_PLAIN = {code: " " for code in range(32) if chr(code) not in "\t\r\n"} | {0x02: "\u00ad", 0xFFFE: "\u00ad"}

WIDE_GAP = 0.7  # em: wider than a space, so a tab or a hanging number
STOP_GAP = 0.6  # em: wider than most spaces; a column of a table may begin
SPLIT_GAP = 1.2  # em: so wide that the words may belong to different columns
_SAMPLES = 3  # words of a line whose font is looked at
_SUPERSCRIPT = 0.8  # of the line's size
_RISE = 0.15  # em above the baseline
_ENOUGH_PATHS = 6
_DEEPEST = 3  # forms in forms


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A run of words on one baseline.

    `text` is as printed, with a tab after the first word where a wide gap follows it, a soft hyphen at the
    end of a broken word, and without raised footnote numbers. `drawn` is how many signs it opens with that
    stand for a drawn bullet. `stops` are the (words before, left edge) of words after a gap a little wider
    than a space. `start` and `end` are offsets into the document's text. Places are in points from the lower
    left corner of the upright page; `size` is the font size in points. `column` counts from 0; -1 is a line
    across all columns.
    """

    page: int
    start: int
    end: int
    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
    column: int = 0
    stops: tuple[tuple[int, float], ...] = ()
    drawn: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word in a ruled table: its left edge and baseline in points."""

    text: str
    left: float
    baseline: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What PDFium finds on one page; `number` counts from 1, `paths` stops counting at six.

    `grids` are the ruled grids of an upright page and `words` the words in them; None where they must be
    looked for in another way. `shapes` are the small drawn ones of an upright page.
    """

    number: int
    width: float
    height: float
    text: str
    lines: tuple[Line, ...]
    pictures: int = 0
    paths: int = 0
    upright: bool = True
    grids: tuple[Grid, ...] | None = ()
    words: tuple[Word, ...] = ()
    shapes: tuple[Shape, ...] = ()


def read_page(page: Any, *, number: int, offset: int) -> Page:
    """Read one `pypdfium2.PdfPage` whose text begins at `offset` of the document's text.

    The caller holds the PDFium lock and closes the page.
    """
    width, height = page.get_size()
    text_page = page.get_textpage()
    try:
        # One sign for one: the offsets stay those of the PDF library.
        text = text_page.get_text_range().translate(_PLAIN)
        characters = _Characters(text_page, len(text))
        found = [
            (match.start() + first, piece)
            for match in _LINE.finditer(text)
            for first, piece in _stripped(match.group())
        ]
        turn = characters.usual_turn([start for start, _ in found])
        characters.turn_page(turn, width=width, height=height)
        lines = [
            line
            for start, piece in found
            for line in characters.lines(piece, start, page=number, offset=offset)
        ]
        pictures, paths = _count_objects(page)
        upright = turn == 0 and page.get_rotation() == 0
        grids: list[Grid] | None = []
        if paths >= _ENOUGH_PATHS:
            grids = read_grids(page) if upright else None
        shapes = read_shapes(page) if paths and upright else ()
        inside = [line for line in lines if any(_holds(grid, line) for grid in grids or ())]
        words = [word for line in inside for word in characters.words(text, line, offset=offset)]
    finally:
        text_page.close()
    return Page(
        number=number,
        width=height if turn % 2 else width,
        height=width if turn % 2 else height,
        text=text,
        lines=tuple(lines),
        pictures=pictures,
        paths=paths,
        upright=upright,
        grids=None if grids is None else tuple(grids),
        words=tuple(words),
        shapes=shapes,
    )


def _holds(grid: Grid, line: Line) -> bool:
    beside = line.right < grid.xs[0] or grid.xs[-1] < line.left
    return grid.ys[-1] <= line.baseline <= grid.ys[0] and not beside


def _stripped(text: str) -> Iterator[tuple[int, str]]:
    """Yield (start, text) of `text` without outer spaces, unless nothing is left."""
    inner = text.strip()
    if inner:
        yield text.index(inner[0]), inner


def _count_objects(page: Any) -> tuple[int, int]:
    """Return how many pictures and paths stand on the page and in forms on it; paths up to six."""
    pictures = paths = 0
    for kind in _kinds(pdfium.FPDFPage_CountObjects(page.raw), partial(pdfium.FPDFPage_GetObject, page.raw)):
        pictures += kind == pdfium.FPDF_PAGEOBJ_IMAGE
        paths += kind == pdfium.FPDF_PAGEOBJ_PATH
        if paths >= _ENOUGH_PATHS:
            break
    return pictures, paths


def _kinds(count: int, child: Callable[[int], Any], depth: int = 1) -> Iterator[int]:
    for index in range(count):
        item = child(index)
        kind = pdfium.FPDFPageObj_GetType(item)
        yield kind
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = partial(pdfium.FPDFFormObj_GetObject, item)
            yield from _kinds(pdfium.FPDFFormObj_CountObjects(item), inner, depth + 1)


class _Characters:
    """Places and fonts of the characters of one page, asked by their offset in the page's text."""

    def __init__(self, text_page: Any, length: int) -> None:
        self._page = text_page.raw
        self._same_index = text_page.count_chars() == length
        self._numbers = [ctypes.c_double() for _ in range(4)]
        self._matrix = pdfium.FS_MATRIX()
        self._name = ctypes.create_string_buffer(256)
        self._turn = 0
        self._directions: dict[int, int | None] = {}  # by the start of each line
        self._width = self._height = 0.0

    def usual_turn(self, starts: list[int]) -> int:
        """Return by how many quarter turns most lines are rotated, counter-clockwise."""
        self._directions = {start: self._direction(start) for start in starts}
        turns = Counter(self._directions.values())
        turns.pop(None, None)
        return turns.most_common(1)[0][0] or 0 if turns else 0

    def turn_page(self, turn: int, *, width: float, height: float) -> None:
        """Give all later places as they are after undoing `turn` quarter turns."""
        self._turn, self._width, self._height = turn, width, height

    def lines(self, text: str, start: int, *, page: int, offset: int) -> Iterator[Line]:
        """Yield the line that begins at `start`, cut where a gap is as wide as a gutter."""
        if self._directions[start] != self._turn:
            return  # a watermark or a note up the margin
        size = self._size(start)
        gaps = self._gaps(text, start)
        cuts = [0, *(end for _, end, gap in gaps if gap > SPLIT_GAP * size or gap < -size), len(text)]
        for first, last in pairwise(cuts):
            piece = text[first:last].rstrip()
            inner = [(a - first, b - first, gap) for a, b, gap in gaps if first < a and b < last]
            yield self._line(piece, start + first, inner, page=page, offset=offset)

    def _line(
        self, text: str, start: int, gaps: list[tuple[int, int, float]], *, page: int, offset: int
    ) -> Line:
        words = [0, *(end for _, end, _ in gaps)]
        sampled = words[:: max(1, len(words) // _SAMPLES)]
        size, last = self._size(start), self._size(start + sampled[-1])
        if size != last:
            sizes = sorted(self._size(start + place) for place in sampled)
            size = sizes[len(sizes) // 2]
        left, baseline = self._origin(start)
        solid = len(text.rstrip("\u00ad")) or 1
        return Line(
            page=page,
            start=offset + start,
            end=offset + start + len(text),
            text=self._without_raised(_with_tab(text, gaps, size), text, start, size),
            left=left,
            right=max(self._right(start + solid - 1), left),
            baseline=baseline,
            size=size,
            bold=all(self._is_bold(start + place) for place in sampled),
            stops=tuple(self._stops(start, gaps, size)),
        )

    def _stops(
        self, start: int, gaps: list[tuple[int, int, float]], size: float
    ) -> Iterator[tuple[int, float]]:
        for count, (_, end, gap) in enumerate(gaps, 1):
            if gap > STOP_GAP * size:
                yield count, self._origin(start + end)[0]

    def words(self, text: str, line: Line, *, offset: int) -> Iterator[Word]:
        """Yield the words of a line, whose offsets into `text` begin at `offset`."""
        for found in _WORD.finditer(text, line.start - offset, line.end - offset):
            left, baseline = self._origin(found.start())
            yield Word(
                text=found.group(),
                left=left,
                baseline=baseline,
                size=line.size,
                bold=self._is_bold(found.start()),
            )

    def _gaps(self, text: str, start: int) -> list[tuple[int, int, float]]:
        """Return (start, end, width in points) of every run of spaces inside `text`."""
        if self._turn or not self._same_index:
            return [
                (
                    gap.start(),
                    gap.end(),
                    self._origin(start + gap.end())[0] - self._right(start + gap.start() - 1),
                )
                for gap in _SPACE.finditer(text)
            ]
        # The same for upright pages, where half of all the time goes.
        gaps = []
        left, right, bottom, top = self._numbers
        page, origin, box = self._page, pdfium.FPDFText_GetCharOrigin, pdfium.FPDFText_GetCharBox
        for gap in _SPACE.finditer(text):
            first, last = gap.span()
            box(page, start + first - 1, left, right, bottom, top)
            origin(page, start + last, left, bottom)
            gaps.append((first, last, left.value - right.value))
        return gaps

    def _without_raised(self, shown: str, text: str, start: int, size: float) -> str:
        """Take footnote numbers, which are small or raised figures right after a word, out of `shown`."""
        for found in reversed(list(_RAISED.finditer(text))):
            place = start + found.start()
            if self._size(place) < _SUPERSCRIPT * size or self._rise(place) > _RISE * size:
                shown = shown[: found.start()] + shown[found.end() :]
        return shown

    def _index(self, place: int) -> int:
        if self._same_index:
            return place
        return int(pdfium.FPDFText_GetCharIndexFromTextIndex(self._page, place))

    def _origin(self, place: int) -> tuple[float, float]:
        x, y, _, _ = self._numbers
        pdfium.FPDFText_GetCharOrigin(self._page, self._index(place), x, y)
        return self._upright(x.value, y.value) if self._turn else (x.value, y.value)

    def _right(self, place: int) -> float:
        left, right, bottom, top = self._numbers
        pdfium.FPDFText_GetCharBox(self._page, self._index(place), left, right, bottom, top)
        if not self._turn:
            return right.value
        corners = (self._upright(left.value, bottom.value), self._upright(right.value, top.value))
        return max(x for x, _ in corners)

    def _rise(self, place: int) -> float:
        """Return by how much the sign's lower edge is above its baseline."""
        left, right, bottom, top = self._numbers
        pdfium.FPDFText_GetCharBox(self._page, self._index(place), left, right, bottom, top)
        corners = (self._upright(left.value, bottom.value), self._upright(right.value, top.value))
        return min(y for _, y in corners) - self._origin(place)[1]

    def _upright(self, x: float, y: float) -> tuple[float, float]:
        match self._turn:
            case 1:
                return y, self._width - x
            case 2:
                return self._width - x, self._height - y
            case 3:
                return self._height - y, x
            case _:
                return x, y

    def _direction(self, place: int) -> int | None:
        """Return the quarter turns of the writing direction; None for slanted writing."""
        if not pdfium.FPDFText_GetMatrix(self._page, self._index(place), self._matrix):
            return 0
        turns = math.atan2(self._matrix.b, self._matrix.a) / (math.pi / 2)
        return round(turns) % 4 if abs(turns - round(turns)) < 0.05 else None

    def _size(self, place: int) -> float:
        index = self._index(place)
        size = float(pdfium.FPDFText_GetFontSize(self._page, index))
        if pdfium.FPDFText_GetMatrix(self._page, index, self._matrix):
            size *= math.hypot(self._matrix.c, self._matrix.d)
        return max(size, 1.0)

    def _is_bold(self, place: int) -> bool:
        """Judge by the font's name: the weight that PDFium reports is often a guess."""
        flags = ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(self._page, self._index(place), self._name, len(self._name), flags)
        return bool(_BOLD.search(self._name.value.decode("utf-8", "replace")))


def _with_tab(text: str, gaps: list[tuple[int, int, float]], size: float) -> str:
    """Put a tab in the first gap where it is clearly wider than a space and than the line's other gaps."""
    if not gaps:
        return text
    first, _, width = gaps[0]
    if width > WIDE_GAP * size and all(width > 1.5 * other for _, _, other in gaps[1:]):
        return f"{text[:first]}\t{text[first + 1 :]}"
    return text
