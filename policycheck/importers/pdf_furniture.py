"""Finds running headers, footers, page numbers and contents lists: print that belongs to the page."""

import re
from collections import defaultdict
from collections.abc import Sequence

from policycheck.importers.pdf_lines import Line, Page

_ZONE = 0.12  # of the page's height, at the top and at the bottom
_SAME_PLACE = 2.0  # points
_FEWEST_PAGES = 3
_WIDESPREAD = 0.4  # of the pages: a header of odd or of even pages, and some to spare
_MOSTLY = 0.8
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
    """Return the starts of marginal lines whose words, figures aside, stand at one height on many pages.

    Many means two in five pages; or three pages, for the outermost line of each, where hardly anything else
    ever stands at that height. Phrases of the text come back at one height by chance, but not like that.
    """
    counts = _pages_alike(pages)
    widespread = {start for start, count in counts.items() if count >= max(2, _WIDESPREAD * len(pages))}
    slots: dict[tuple[bool, int], list[int]] = defaultdict(list)
    for page in pages:
        for line in _marginal(page):
            slots[_slot(line, page)].append(line.start)
    outermost = {
        line.start
        for page in pages
        for line in _outermost(page)
        if counts[line.start] >= _FEWEST_PAGES
        and _share(slots[_slot(line, page)], counts, at_least=2) >= _MOSTLY
    }
    return widespread | outermost


def _pages_alike(pages: Sequence[Page]) -> dict[int, int]:
    """Count, for each marginal line, the pages on which the same words stand in the same place."""
    places: dict[tuple[bool, str], list[tuple[int, float, int]]] = defaultdict(list)
    for page in pages:
        for line in _marginal(page):
            words = _FIGURES.sub("#", line.text.strip().casefold())
            places[_is_top(line, page), words].append((page.number, _inset(line, page), line.start))
    return {
        start: len({number for number, other, _ in found if abs(other - inset) <= _SAME_PLACE})
        for found in places.values()
        for _, inset, start in found
    }


def _outermost(page: Page) -> list[Line]:
    """Return the lines nearest to the upper and to the lower edge, where those are marginal."""
    nearest = []
    for top in (True, False):
        lines = [line for line in _marginal(page) if _is_top(line, page) == top]
        edge = min((_inset(line, page) for line in lines), default=0.0)
        nearest += [line for line in lines if _inset(line, page) <= edge + _SAME_PLACE]
    return nearest


def _slot(line: Line, page: Page) -> tuple[bool, int]:
    return _is_top(line, page), round(_inset(line, page) / _SAME_PLACE)


def _share(starts: Sequence[int], counts: dict[int, int], *, at_least: int) -> float:
    return sum(counts[start] >= at_least for start in starts) / len(starts)


def _in_same_slots(pages: Sequence[Page], repeated: set[int]) -> set[int]:
    """Return the starts of lines that stand where others repeat, such as headers that name the chapter."""
    slots = {
        (*_slot(line, page), round(line.size, 1))
        for page in pages
        for line in _marginal(page)
        if line.start in repeated
    }
    return {
        line.start
        for page in pages
        for line in _marginal(page)
        if (*_slot(line, page), round(line.size, 1)) in slots
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
