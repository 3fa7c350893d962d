"""Finds running headers, footers, page numbers and contents lists: print that belongs to the page."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from policycheck.importers.pdf_lines import Line, Page
from policycheck.importers.printed_labels import is_lone_mark, split_bullet, split_label

_ZONE = 0.12  # of the page's height, at the top and at the bottom
_SAME_PLACE = 2.0  # points
_FEWEST_PAGES = 3
_WIDESPREAD = 0.4  # of the pages: a header of odd or of even pages, and some to spare
_MOSTLY = 0.8
_SET_OFF = 1.7  # em between the baselines of furniture and of the text
_FAR_OFF = 2.0
_WIDEST_HANG = 6.0  # em between a number and its paragraph
_SHORT = 2  # pages: too few for repetition to show
_OUTERMOST = 0.115  # of the page's height, where a short document has its header and footer
_LONGEST_LONE = 14  # words
_MOST_LONE = 4  # pieces of text
_SENTENCE_END = (".", ";", ":", ",")
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
    counts = _pages_alike(pages)
    repeated = _repeated(pages, counts)
    numbers = _page_numbers(pages)
    sure = numbers | {
        start for start in repeated if counts[start] >= max(_FEWEST_PAGES, _MOSTLY * len(pages))
    }
    certain = {start for page in pages for start in _set_off(page, repeated | numbers, sure)}
    suspects = certain | _in_same_slots(pages, repeated & certain)
    suspects = {start for page in pages for start in _set_off(page, suspects, sure)}
    if len(pages) <= _SHORT:
        suspects |= {start for page in pages for start in _lone(page)}
    kept = []
    for page in pages:
        furniture = {line.start for line in _at_the_edges(page, suspects)}
        kept.append(
            [line for line in page.lines if line.start not in furniture and not _is_contents_entry(line.text)]
        )
    return kept


def _is_contents_entry(text: str) -> bool:
    leads = ".." in text or " ." in text or "…" in text or "__" in text
    return leads and bool(_CONTENTS_ENTRY.search(text.rstrip()))


def _repeated(pages: Sequence[Page], counts: dict[int, int]) -> set[int]:
    """Return the starts of marginal lines whose words, figures aside, stand at one height on many pages.

    Many means two in five pages; or three pages, for the outermost line of each, where hardly anything else
    ever stands at that height. Phrases of the text come back at one height by chance, but not like that.
    """
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


def _lone(page: Page) -> Iterator[int]:
    """Yield the header and footer of a document too short for them to repeat.

    They stand close to the edge of the page, well apart from the text, are no larger than it, and are no
    sentence, heading or item.
    """
    if not page.lines:
        return
    sizes = sorted(line.size for line in page.lines)
    usual = sizes[len(sizes) // 2]
    found = {
        line.start
        for line in page.lines
        if _inset(line, page) < _OUTERMOST * page.height and _may_be_lone(line, usual)
    }
    found = _set_off(page, found, set(), apart=_FAR_OFF)
    for top in (True, False):
        own = [line.start for line in page.lines if line.start in found and _is_top(line, page) == top]
        if len(own) <= _MOST_LONE:
            yield from own


def _may_be_lone(line: Line, usual: float) -> bool:
    words = line.text.strip()
    return (
        line.size <= 1.05 * usual
        and not line.bold
        and len(words.split()) <= _LONGEST_LONE
        and not words.endswith(_SENTENCE_END)
        and not split_bullet(words)[0]
        and not split_label(words)[0]
    )


def _set_off(page: Page, suspects: set[int], sure: set[int], *, apart: float = _SET_OFF) -> set[int]:
    """Return those suspects of the page that are sure or stand apart from the text, which can repeat too."""
    found = {line.start for line in _marginal(page) if line.start in suspects}
    while True:
        text = [line for line in page.lines if line.start not in found]
        close = {
            line.start
            for line in _marginal(page)
            if line.start in found
            and (_labels(line, text) or (line.start not in sure and _distance(line, text) < apart))
        }
        if not close:
            return found
        found -= close


def _labels(line: Line, text: Sequence[Line]) -> bool:
    """Whether the line is the number of a paragraph that stands beside it."""
    return is_lone_mark(line.text) and any(
        abs(other.baseline - line.baseline) < 0.5 * line.size
        and 0 < other.left - line.right < _WIDEST_HANG * line.size
        for other in text
    )


def _distance(line: Line, text: Sequence[Line]) -> float:
    """Return how far the nearest line of `text` above or below is, in em."""
    beside = (
        abs(other.baseline - line.baseline)
        for other in text
        if other.left < line.right and line.left < other.right
    )
    return min(beside, default=1000.0) / line.size


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
        if (*_slot(line, page), round(line.size, 1)) in slots and not split_bullet(line.text)[0]
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
