"""Joins the printed lines of a PDF into paragraphs by spacing, indent, labels and the ends of sentences."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from policycheck.importers.pdf_lines import Line
from policycheck.importers.printed_labels import split_bullet, split_label

_ENDED = re.compile(r"[.;:!?][\"'”’)\]]*(?:\s*\b(?:and|or))?$")
_LONE_LINK = re.compile(r"^(?:and|or|but)$")
_LIST_GOES_ON = re.compile(r",\s*(?:and|or)$")
_UNFINISHED = re.compile(
    r"\b(?:an?|and|any|as|at|by|each|for|from|if|in|is|its|may|must|of|on|or|shall|should|than|that|the|their|this|to|"
    r"under|was|were|when|where|which|who|whose|will|with)$"
)
_DASH = re.compile(r"^[-–—]\s")
_TAIL = 24  # signs at the end of a line that tell whether a sentence ends there
_EXTRA_LEADING = 0.22  # em beyond the usual distance of lines
_FIRST_GUESS = 1.35  # em, where too few lines tell the usual distance
_ENOUGH_DISTANCES = 4
_ALIGNED = 4.0  # points
_ENOUGH_LINES = 20
_ENOUGH_LABELS = 5
_FEW_PLAIN = 0.15
_INDENT = 0.8  # em
_SAME_SIZE = 0.08  # of the size


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """What is usual in one document: the body's font size, weight and line distance, and the column edges.

    `leading` is in em; `numbered` says that nearly every paragraph has a label; `edges` gives (left, right) in
    points by (columns on the page, column).
    """

    size: float
    bold: bool
    leading: float
    edges: dict[tuple[int, int], tuple[float, float]]
    columns: dict[int, int]  # by page
    numbered: bool = False

    def edge(self, line: Line) -> tuple[float, float]:
        """Return the left and right edge of the line's column; the line's own where none was measured."""
        return self.edges.get((self.columns.get(line.page, 1), line.column), (line.left, line.right))


def measure(pages: Sequence[Sequence[Line]]) -> Measures:
    """Measure the body text of a document from the lines of its pages, in reading order."""
    weights: Counter[tuple[float, bool]] = Counter()
    distances: Counter[float] = Counter()
    spans: dict[tuple[int, int], list[Line]] = defaultdict(list)
    columns: dict[int, int] = {}
    for lines in pages:
        count = max((line.column for line in lines), default=0) + 1
        for line in lines:
            columns[line.page] = count
            weights[_rounded(line.size), line.bold] += len(line.text)
            spans[count, line.column].append(line)
        for first, second in pairwise(lines):
            distance = (first.baseline - second.baseline) / second.size
            if first.column == second.column and 0.8 < distance < 3 and _same_size(first, second):
                distances[round(distance, 1)] += 1
    (size, bold), _ = weights.most_common(1)[0] if weights else ((10.0, False), 0)
    edges = {key: (min(line.left for line in found), _usual_right(found)) for key, found in spans.items()}
    leading = _usual_leading(distances)
    return Measures(
        size=size,
        bold=bold,
        leading=leading,
        edges=edges,
        columns=columns,
        numbered=_is_numbered(pages, leading, size),
    )


def _is_numbered(pages: Sequence[Sequence[Line]], leading: float, size: float) -> bool:
    """Whether nearly every paragraph that a space parts from the one before has a label or bullet."""
    labelled = plain = 0
    for first, second in (pair for lines in pages for pair in pairwise(lines)):
        drop = first.baseline - second.baseline
        body = abs(second.size - size) <= 0.5 and second.bold == first.bold
        if body and first.column == second.column and drop > (leading + _EXTRA_LEADING) * second.size:
            marked = bool(_label(second)) or split_bullet(second.text)[0]
            labelled, plain = labelled + marked, plain + (not marked)
    return labelled >= _ENOUGH_LABELS and plain <= _FEW_PLAIN * labelled


def into_paragraphs(lines: Iterable[Line], measures: Measures) -> list[list[Line]]:
    """Group lines in reading order into the lines of each heading, paragraph or list item."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _continues(groups[-1], line, measures):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _continues(group: list[Line], line: Line, measures: Measures) -> bool:
    previous = group[-1]
    closed = _is_closed(previous, line, measures)
    tail = previous.text.rstrip()[-_TAIL:]
    ended = bool(_ENDED.search(tail))
    if not _same_size(previous, line) or (previous.bold != line.bold and (ended or closed)):
        return False
    if previous.page != line.page or previous.column != line.column or _is_further_on(previous, line):
        return _continues_elsewhere(group, line, measures, ended=ended, closed=closed)
    drop = previous.baseline - line.baseline
    if drop < 0.5 * line.size:
        return abs(drop) < 0.5 * line.size
    apart = drop > (measures.leading + _EXTRA_LEADING) * line.size
    if apart or _opens_item(group, line, ended=ended, closed=closed):
        return False
    if _LONE_LINK.match(line.text.strip()):
        return True
    goes_on = _starts_lower(line) or line.text[:1].isdigit() or bool(_UNFINISHED.search(tail))
    finished = closed and (ended or not goes_on)
    return not finished and not _shifts(group, line, ended=ended)


def _is_further_on(previous: Line, line: Line) -> bool:
    """Whether the line heads a column too short to be known as one."""
    return line.baseline > previous.baseline + 2 * line.size and line.left > previous.left + 4 * line.size


def _continues_elsewhere(
    group: list[Line], line: Line, measures: Measures, *, ended: bool, closed: bool
) -> bool:
    """Whether a paragraph goes on at the top of the next column or page."""
    opens_list = split_bullet(line.text)[0] and not _DASH.match(line.text)
    if opens_list or (_label(line) and (ended or closed or "\t" in line.text)):
        return False
    # After a full stop a hanging paragraph shows by its indent that it goes on; else what is usual tells.
    inset = line.left - measures.edge(line)[0]
    body = group[-1].left - measures.edge(group[-1])[0]
    hangs_on = _hangs(group) and abs(inset - body) < 0.3 * line.size
    if _starts_lower(line):
        return not ended or hangs_on
    likely = measures.numbered and len(group) > 1 and not _hangs(group)
    return not closed and (not ended or hangs_on or likely)


def _opens_item(group: list[Line], line: Line, *, ended: bool, closed: bool) -> bool:
    """Whether the line begins with a label or bullet that is not merely a word that wrapped there."""
    outdented = line.left < group[-1].left - 0.5 * line.size
    if split_bullet(line.text)[0]:
        return not _DASH.match(line.text) or ended or closed or outdented or "\t" in line.text
    if not _label(line):
        return False
    before = group[-1].text.rstrip()[-_TAIL:]
    after_item = ended or closed or bool(_LIST_GOES_ON.search(before))
    beside = abs(line.left - group[-1].left) < 0.3 * line.size
    if not after_item and beside and (len(group) > 1 or _shape(group[0]) != _shape(line)):
        return False  # a figure that a justified line sets apart
    return "\t" in line.text or after_item or (outdented and len(group) > 1)


def _shifts(group: list[Line], line: Line, *, ended: bool) -> bool:
    """Whether the line's left edge says that another paragraph begins."""
    reach = _INDENT * line.size
    if len(group) > 1:
        shift = line.left - group[-1].left
        return shift < -reach or (shift > reach and ended)
    marked = bool(_label(group[0])) or split_bullet(group[0].text)[0]
    if marked:
        return line.left < group[0].left - 0.3 * line.size
    return line.left > group[0].left + reach and ended


def _is_closed(previous: Line, line: Line, measures: Measures) -> bool:
    """Whether the first word of `line` would have fitted on the line before it, so that one ended there."""
    width = (line.right - line.left) / max(len(line.text), 1)
    first_word = re.split(r"[\s-]", line.text.strip(), maxsplit=1)[0]
    room = measures.edge(previous)[1] - previous.right
    return not previous.text.endswith("\u00ad") and room > width * (len(first_word) + 1) + 0.5 * line.size


def _hangs(group: list[Line]) -> bool:
    return len(group) > 1 and group[1].left > group[0].left + _INDENT * group[0].size


def _label(line: Line) -> str:
    return split_label(line.text, wide_gap="\t" in line.text)[0]


def _shape(line: Line) -> str:
    """Return the label with its figures and letters alike: two items of one list have the same."""
    return re.sub(r"\w+", "x", _label(line))


def _starts_lower(line: Line) -> bool:
    return line.text[:1].islower()


def _same_size(first: Line, second: Line) -> bool:
    return abs(first.size - second.size) <= _SAME_SIZE * max(first.size, second.size)


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _usual_right(lines: Sequence[Line]) -> float:
    """Return the right edge of the text: where justified lines end, else where all but a few lines end by."""
    rights = sorted((line.right for line in lines), reverse=True)
    aligned = Counter(round(right / _ALIGNED) for right in rights)
    place, count = aligned.most_common(1)[0]
    if len(rights) >= _ENOUGH_LINES and count >= 0.25 * len(rights):
        return (place + 0.5) * _ALIGNED
    return rights[min(len(rights) // 20, len(rights) - 1)]


def _usual_leading(distances: Counter[float]) -> float:
    """Return the smallest line distance that is common: the larger ones are spaces between paragraphs."""
    total = sum(distances.values())
    common = [distance for distance, count in distances.items() if count >= 0.12 * total]
    usual = min(common, default=_FIRST_GUESS)
    return usual if total >= _ENOUGH_DISTANCES else min(usual, _FIRST_GUESS)
