"""Finds the headings that the outline (the bookmarks) of a PDF names among its printed lines."""

import ctypes
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from policycheck.importers.drafts import is_caption_text
from policycheck.importers.pdf_lines import Line
from policycheck.importers.printed_labels import split_bullet, split_label
from policycheck.importers.text_cleaning import clean, join_lines

LONGEST_HEADING = 24  # words

_MOST_ENTRIES = 5_000
_DEEPEST = 9
_SHORT = 5  # words: a heading may end like a sentence
_MOST_LINES = 3  # of one heading
_NEAR = 4.0  # times the line's size between the place that a bookmark opens and its heading
_APART = 2.2  # times the line's size: lines further apart are not one heading
_SENTENCE_END = (".", ";", ",")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """An entry of the outline: its level and page count from 1; `top` is the height it opens at, in points."""

    title: str
    level: int
    page: int
    top: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlinedHeading:
    """A heading that the outline names: how many printed lines it has, and its level from 1."""

    lines: int
    level: int


def read_outline(document: Any) -> list[Bookmark]:
    """Return the entries of a `pypdfium2.PdfDocument` that lead to a page of it, in order."""
    found: list[Bookmark] = []
    for handle, level in _entries(document.raw):
        title = clean(_title_of(handle))
        place = pdfium.FPDFBookmark_GetDest(document.raw, handle)
        index = pdfium.FPDFDest_GetDestPageIndex(document.raw, place) if place else -1
        if title and index >= 0:
            found.append(Bookmark(title=title, level=level, page=index + 1, top=_top_of(place)))
    return found


def _entries(document: Any) -> Iterator[tuple[Any, int]]:
    """Yield (handle, level) from the first entry on; an outline that loops ends."""
    seen: set[int] = set()
    waiting = [(pdfium.FPDFBookmark_GetFirstChild(document, None), 1)]
    while waiting and len(seen) < _MOST_ENTRIES:
        handle, level = waiting.pop()
        if not handle or (address := ctypes.addressof(handle.contents)) in seen:
            continue
        seen.add(address)
        yield handle, level
        waiting.append((pdfium.FPDFBookmark_GetNextSibling(document, handle), level))
        if level < _DEEPEST:
            waiting.append((pdfium.FPDFBookmark_GetFirstChild(document, handle), level + 1))


def _title_of(handle: Any) -> str:
    size = pdfium.FPDFBookmark_GetTitle(handle, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFBookmark_GetTitle(handle, buffer, size)
    return buffer.raw[: max(size - 2, 0)].decode("utf-16-le", "replace")


def _top_of(place: Any) -> float | None:
    has_x, has_y, has_zoom = ctypes.c_int(), ctypes.c_int(), ctypes.c_int()
    x, y, zoom = ctypes.c_float(), ctypes.c_float(), ctypes.c_float()
    known = pdfium.FPDFDest_GetLocationInPage(place, has_x, has_y, has_zoom, x, y, zoom)
    return float(y.value) if known and has_y.value and y.value > 0 else None


# -- among the lines -----------------------------------------------------------------------------


def find_headings(
    pages: Sequence[Sequence[Line]], outline: Sequence[Bookmark], *, known_words: Collection[str] = ()
) -> dict[int, OutlinedHeading]:
    """Return the headings that the outline names, by the offset of their first line.

    `pages` hold the lines in reading order. A title that no whole paragraph of its page prints is left out.
    """
    wanted: dict[int, list[Bookmark]] = defaultdict(list)
    for bookmark in outline:
        wanted[bookmark.page].append(bookmark)
    headings: dict[int, OutlinedHeading] = {}
    for lines in pages:
        if lines and lines[0].page in wanted:
            _find_on_page(lines, wanted[lines[0].page], headings, known_words)
    return headings


def _find_on_page(
    lines: Sequence[Line],
    bookmarks: Sequence[Bookmark],
    headings: dict[int, OutlinedHeading],
    known_words: Collection[str],
) -> None:
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    words = {word for bookmark in bookmarks for word in bookmark.title.casefold().split()}
    likely = [_may_print(line, words) for line in lines]
    for first in range(len(lines)):
        for count in range(1, _MOST_LINES + 1):
            group = lines[first : first + count]
            whole = len(group) == count and likely[first + count - 1]
            if not whole or (count > 1 and not _beside(group[-2], group[-1])):
                break
            text = join_lines([line.text for line in group], known_words=known_words)
            if len(text.split()) > LONGEST_HEADING:
                break
            for key in _keys(text, wide_gap="\t" in group[0].text):
                places[key].append((first, count))
    taken: set[int] = set()
    for bookmark in bookmarks:
        keys = _keys(bookmark.title) if _may_head(bookmark.title) else []
        free = [
            (first, count)
            for first, count in dict.fromkeys(place for key in keys for place in places.get(key, ()))
            if taken.isdisjoint(range(first, first + count)) and _stands_alone(lines, first, count, bookmark)
        ]
        if not free:
            continue
        first, count = min(free, key=lambda place: _distance(lines[place[0]], bookmark))
        taken.update(range(first, first + count))
        headings[lines[first].start] = OutlinedHeading(lines=count, level=bookmark.level)


def _may_print(line: Line, words: Collection[str]) -> bool:
    """Whether the line ends in one of the words, or in a part of a word: a quick look before the thorough one."""
    last = line.text.rsplit(None, 1)[-1]
    broken = last.endswith(("-", "\u00ad", "\u2010")) or len(last) == 1
    return broken or clean(last).casefold() in words


def _keys(text: str, *, wide_gap: bool = False) -> list[str]:
    """Return the text and the text without its number, letters only in one case and without spaces."""
    bare = split_label(text, wide_gap=wide_gap, heading=True)[1]
    return [
        key for key in dict.fromkeys(["".join(words.split()).casefold() for words in (text, bare)]) if key
    ]


def _may_head(title: str) -> bool:
    """Whether a title can be a heading: some outlines also name clauses, tables and list items."""
    words = len(title.split())
    clause = words > LONGEST_HEADING or (words > _SHORT and title.endswith(_SENTENCE_END))
    return any(sign.isalpha() for sign in title) and not clause and not is_caption_text(title)


def _stands_alone(lines: Sequence[Line], first: int, count: int, bookmark: Bookmark) -> bool:
    """Whether the lines are a paragraph of their own and not a part of one that has the same words."""
    line, last = lines[first], lines[first + count - 1]
    if split_bullet(line.text)[0] or (line.text[:1].islower() and not bookmark.title[:1].islower()):
        return False
    if first + count < len(lines):
        below = lines[first + count]
        if _beside(last, below) and below.text[:1].islower():
            return False
    if not first or not _beside(lines[first - 1], line):
        return True
    above = lines[first - 1].text.rstrip()
    return above.endswith((".", ":", ";", "!", "?")) or _distance(line, bookmark) < _NEAR * line.size


def _beside(above: Line, below: Line) -> bool:
    """Whether two lines follow each other closely in one column and in one kind of type."""
    drop = above.baseline - below.baseline
    alike = abs(above.size - below.size) < 0.5 and above.bold == below.bold
    return alike and above.column == below.column and 0 < drop < _APART * below.size


def _distance(line: Line, bookmark: Bookmark) -> float:
    """Return how far below the place that the bookmark opens the line stands; lines above it count double."""
    if bookmark.top is None:
        return float("inf")
    drop = bookmark.top - line.baseline
    return drop if drop >= 0 else -2 * drop
