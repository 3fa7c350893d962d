"""Finds running headers, footers, page numbers and contents lists: print that belongs to the page."""

import re
from collections import defaultdict
from collections.abc import Sequence

from policycheck.importers.pdf_lines import Line, Page

_ZONE = 0.12  # of the page's height, at the top and at the bottom
_SAME_PLACE = 2.0  # points
_SAME_SIZE = 0.3  # points
_FIGURES = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"^\W*(?:page|p\.?)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/|\|)\s*\d{1,4})?(?:\s*(?:\|\s*)?page)?\W*$",
    re.IGNORECASE,
)
_SAYS_PAGE = re.compile(r"\bpage\b|\d\s*(?:of|/)\s*\d", re.IGNORECASE)
_CONTENTS_ENTRY = re.compile(r"(?:\.{4,}|(?:\s\.){4,}|…{2,}|_{4,})\s*(?:\d{1,4}|[ivxl]{1,6})?$")


def without_furniture(pages: Sequence[Page]) -> list[list[Line]]:
    """Return each page's lines without what repeats at its edges, page numbers and contents entries.

    Nothing is taken that has a line of the text itself between it and the edge of the page.
    """
    repeated = _repeated(pages)
    suspects = repeated | _page_numbers(pages) | _in_same_slots(pages, repeated)
    kept = []
    for page in pages:
        furniture = {line.start for line in _at_the_edges(page, suspects)}
        kept.append(
            [
                line
                for line in page.lines
                if line.start not in furniture and not _CONTENTS_ENTRY.search(line.text.rstrip())
            ]
        )
    return kept


def _repeated(pages: Sequence[Page]) -> set[int]:
    """Return the starts of marginal lines with the same words, figures aside, at one height on many pages.

    Many means half of the pages, or three with no more than one page between them and the next.
    """
    places: dict[tuple[bool, str], list[tuple[Page, Line]]] = defaultdict(list)
    for page in pages:
        for line in _marginal(page):
            words = _FIGURES.sub("#", line.text.strip().casefold())
            places[_is_top(line, page), words].append((page, line))
    starts: set[int] = set()
    for found in places.values():
        for page, line in found:
            alike = {
                other.number
                for other, other_line in found
                if abs(_inset(other_line, other) - _inset(line, page)) <= _SAME_PLACE
            }
            near = sum(abs(number - page.number) <= 2 for number in alike)
            if len(alike) >= 2 and (2 * len(alike) >= len(pages) or (len(alike) >= 3 and near >= 2)):
                starts.add(line.start)
    return starts


def _in_same_slots(pages: Sequence[Page], repeated: set[int]) -> set[int]:
    """Return the starts of lines that stand where others repeat, such as headers that name the chapter."""
    slots = {
        (_is_top(line, page), round(_inset(line, page)), round(line.size, 1))
        for page in pages
        for line in _marginal(page)
        if line.start in repeated
    }
    return {
        line.start
        for page in pages
        for line in _marginal(page)
        for top, inset, size in slots
        if top == _is_top(line, page)
        and abs(inset - _inset(line, page)) <= _SAME_PLACE
        and abs(size - line.size) <= _SAME_SIZE
    }


def _page_numbers(pages: Sequence[Page]) -> set[int]:
    """Return the starts of marginal lines that are only a page number.

    A bare figure counts only where it keeps step with the pages on two of them at least.
    """
    starts: set[int] = set()
    steps: dict[int, list[int]] = defaultdict(list)
    for page in pages:
        for line in _marginal(page):
            if not _PAGE_NUMBER.match(line.text.strip()):
                continue
            figure = _FIGURES.search(line.text)
            if _SAYS_PAGE.search(line.text):
                starts.add(line.start)
            elif figure:
                steps[int(figure.group()) - page.number].append(line.start)
    starts.update(start for group in steps.values() if len(group) > 1 for start in group)
    return starts


def _at_the_edges(page: Page, suspects: set[int]) -> list[Line]:
    """Return the suspects that only other suspects part from the upper or lower edge."""
    furniture: list[Line] = []
    for top in (True, False):
        lines = [line for line in _marginal(page) if _is_top(line, page) == top]
        innocent = [_inset(line, page) for line in lines if line.start not in suspects]
        limit = min(innocent, default=page.height)
        furniture += [line for line in lines if line.start in suspects and _inset(line, page) < limit + 1]
    return furniture


def _marginal(page: Page) -> list[Line]:
    return [line for line in page.lines if _inset(line, page) < _ZONE * page.height]


def _is_top(line: Line, page: Page) -> bool:
    return line.baseline > page.height / 2


def _inset(line: Line, page: Page) -> float:
    """Return how far the line is from the nearer of the upper and lower edge, in points."""
    return min(line.baseline, page.height - line.baseline)
