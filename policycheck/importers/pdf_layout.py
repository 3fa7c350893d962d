"""Turns the ordered lines and tables of a PDF into blocks: headings, items, rows, footnotes."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from policycheck.domain.documents import Block, BlockKind
from policycheck.importers.drafts import Draft, row_block
from policycheck.importers.pdf_lines import Line
from policycheck.importers.pdf_marks import with_typed_marks
from policycheck.importers.pdf_outline import LONGEST_HEADING, Bookmark, OutlinedHeading, find_headings
from policycheck.importers.pdf_paragraphs import Measures, into_paragraphs, measure
from policycheck.importers.pdf_tables import PageTable, TableRow
from policycheck.importers.printed_labels import split_bullet, split_label
from policycheck.importers.table_headers import is_header, is_numbered_paragraphs
from policycheck.importers.text_cleaning import join_lines

_LARGER = 1.12  # times the body's size makes a heading
_SMALLER = 0.9  # times the body's size, at the foot of a column: a footnote
_NOTE_START = re.compile(r"^(?:\d{1,3}|[*†‡])[.)]?\s*(?=\S)")
_SENTENCE_END = (".", ";", ",")
_SAME_INDENT = 3.0  # points


class Layout:
    """Turns the ordered lines of a document into drafts, remembering what is usual in it."""

    def __init__(self, known_words: frozenset[str], *, outline: Sequence[Bookmark] = ()) -> None:
        self._known_words = known_words
        self._outline = outline
        self._outlined: dict[int, OutlinedHeading] = {}  # by the start of the first line
        self._levels: dict[int, int] = {}  # from the outline, by the start of the heading's block
        self._measures: Measures = measure([])
        self._styles: dict[int, tuple[float, bool]] = {}  # heading style by the start of its block
        self._table = 0
        self._columns: tuple[str, ...] = ()
        self._last_table: PageTable | None = None
        self._only_headings = False  # the last table so far is its column headings, at the foot of a page
        self._indents: list[float] = []  # of the list items that the next one may stand in

    def drafts(self, pages: Sequence[list[Line]], tables: dict[int, list[PageTable]]) -> list[Draft]:
        """Return the drafts of all pages in reading order, footnotes last under a heading of their own."""
        pages = with_typed_marks(pages)
        self._outlined = find_headings(pages, self._outline, known_words=self._known_words)
        self._measures = measure([_outside(lines, tables) for lines in pages])
        drafts: list[Draft] = []
        notes: list[Line] = []
        pending: list[Line] = []
        for lines in pages:
            body, footnotes = self._without_footnotes(lines)
            notes += footnotes
            on_page = tables.get(lines[0].page, []) if lines else []
            goes_on = not pending and bool(drafts) and drafts[-1].table == self._table > 0
            for item in _with_tables(
                body, [table for table in on_page if self._is_table(table, body, goes_on, tables)]
            ):
                if isinstance(item, Line):
                    pending.append(item)
                    continue
                drafts += self._paragraphs(pending)
                pending = []
                self._add_rows(drafts, item)
        drafts += self._paragraphs(pending)
        return drafts + self._notes(notes)

    def style_of(self, block: Block) -> tuple[float, bool]:
        """Return the font size in points and the boldness of a heading."""
        return self._styles[block.start]

    def may_be_title(self, block: Block) -> bool:
        """Whether the block is a heading that stands out in print."""
        stands_out = block.start in self._styles and self._stands_out(*self.style_of(block))
        return stands_out and block.kind is BlockKind.HEADING and block.level == 0

    def with_heading_levels(self, drafts: list[Draft]) -> list[Draft]:
        """Give the headings the levels of the outline; without one, the ranks of their styles, largest first."""
        headings = [
            draft.block for draft in drafts if draft.block.start in self._styles and draft.block.level == 0
        ]
        usual = self._levels_of_styles(headings)
        return [
            replace(draft, block=replace(draft.block, level=self._level(draft.block, usual)))
            if draft.block.kind is BlockKind.HEADING and draft.block.level == 0
            else draft
            for draft in drafts
        ]

    def _level(self, block: Block, usual: dict[tuple[float, bool], int]) -> int:
        return min(self._levels.get(block.start) or usual[self.style_of(block)], 9)

    def _levels_of_styles(self, headings: Sequence[Block]) -> dict[tuple[float, bool], int]:
        """Return the level of each style: as the outline has it, else one below those that are larger."""
        named: dict[tuple[float, bool], Counter[int]] = {}
        for block in headings:
            if block.start in self._levels:
                named.setdefault(self.style_of(block), Counter())[self._levels[block.start]] += 1
        usual: dict[tuple[float, bool], int] = {}
        for style in sorted({self.style_of(block) for block in headings}, reverse=True):
            below = max(usual.values(), default=0) + 1
            usual[style] = named[style].most_common(1)[0][0] if style in named else below
        return usual

    def _without_footnotes(self, lines: list[Line]) -> tuple[list[Line], list[Line]]:
        """Split off the small lines at the foot of each column, from the first that begins with a number."""
        notes: list[Line] = []
        for column in dict.fromkeys(line.column for line in lines):
            foot: list[Line] = []
            for line in sorted(
                (line for line in lines if line.column == column), key=lambda line: line.baseline
            ):
                if line.size > _SMALLER * self._measures.size:
                    break
                foot.insert(0, line)
            first = next(
                (place for place, line in enumerate(foot) if _NOTE_START.match(line.text)), len(foot)
            )
            notes += foot[first:]
        starts = {line.start for line in notes}
        return [line for line in lines if line.start not in starts], notes

    def _notes(self, lines: list[Line]) -> list[Draft]:
        groups: list[list[Line]] = []
        for line in lines:
            if groups and not _NOTE_START.match(line.text):
                groups[-1].append(line)
            else:
                groups.append([line])
        if not groups:
            return []
        blocks = [Block(kind=BlockKind.HEADING, text="Footnotes", level=1, page=lines[0].page)]
        for group in groups:
            text = _NOTE_START.sub("", self._text(group))
            blocks.append(_placed(BlockKind.PARAGRAPH, text, group))
        blocks[0] = replace(blocks[0], start=blocks[1].start, end=blocks[1].start)
        return [Draft(block=block) for block in blocks]

    def _paragraphs(self, lines: list[Line]) -> list[Draft]:
        drafts: list[Draft] = []
        place = 0
        while place < len(lines):
            named = self._outlined.get(lines[place].start)
            if named is not None and place + named.lines <= len(lines):
                end = place + named.lines
                drafts.append(Draft(block=self._block(lines[place:end], outline_level=named.level)))
            else:
                end = place + 1
                while end < len(lines) and lines[end].start not in self._outlined:
                    end += 1
                groups = into_paragraphs(lines[place:end], self._measures)
                drafts += [Draft(block=self._block(group)) for group in groups]
            place = end
        return drafts

    def _block(self, group: list[Line], *, outline_level: int = 0) -> Block:
        text = self._text(group)
        style = (round(group[0].size * 2) / 2, all(line.bold for line in group))
        if outline_level or self._is_heading(text, *style):
            label, rest = split_label(text, wide_gap="\t" in group[0].text, heading=True)
            block = _placed(BlockKind.HEADING, rest or text, group, label=label if rest else "")
            self._styles[block.start] = style
            if outline_level:
                self._levels[block.start] = outline_level
            self._indents = []
            return block
        bullet, rest = split_bullet(text)
        if bullet:
            return _placed(BlockKind.BULLET, rest, group, level=self._depth(group[0]))
        label, rest = split_label(text, wide_gap="\t" in group[0].text)
        if not (label and rest):
            return _placed(BlockKind.PARAGRAPH, text, group)
        return _placed(BlockKind.PARAGRAPH, rest, group, label=label, level=self._depth(group[0]))

    def _depth(self, line: Line) -> int:
        """Return how many items with a smaller indent this item stands in, since the last heading."""
        indent = line.left - self._measures.edge(line)[0]
        while self._indents and self._indents[-1] > indent - _SAME_INDENT:
            self._indents.pop()
        self._indents.append(indent)
        return len(self._indents) - 1

    def _is_heading(self, text: str, size: float, bold: bool) -> bool:
        words = split_label(text, heading=True)[1] or text
        return (
            self._stands_out(size, bold)
            and len(words.split()) <= LONGEST_HEADING
            and any(character.isalpha() for character in words)
            and not words[0].islower()
            and not words.endswith(_SENTENCE_END)
            and not split_bullet(text)[0]
        )

    def _stands_out(self, size: float, bold: bool) -> bool:
        body = self._measures
        return size >= _LARGER * body.size or (bold and not body.bold and size >= 0.95 * body.size)

    def _is_table(
        self, table: PageTable, lines: Sequence[Line], goes_on: bool, tables: dict[int, list[PageTable]]
    ) -> bool:
        """Whether to read the grid as a table: a lone row only where a table begins or ends over the page."""
        if len(table.rows) > 1:
            return True
        onward = tables.get(table.page + 1, [])
        if onward and lines and not any(line.baseline < table.bottom for line in lines):
            below = max(onward, key=lambda other: other.top)
            if _width(below) == _width(table) and abs(below.left - table.left) < _SAME_INDENT:
                return True
        return goes_on and _covers(table, lines[0]) and self._follows(table)

    def _follows(self, table: PageTable) -> bool:
        """Whether the table can be the rest of the last one: next page, as many columns."""
        last = self._last_table
        return last is not None and last.page == table.page - 1 and _width(last) == _width(table)

    def _add_rows(self, drafts: list[Draft], found: "_Found") -> None:
        """Add the rows of a table; one that goes on over the page keeps its columns and number."""
        rows = list(found.table.rows)
        grid = [row.cells for row in rows]
        first = _texts(rows[0])
        drawn = bool(drafts) and drafts[-1].table == self._table > 0
        follows = (drawn or self._only_headings) and self._follows(found.table)
        alone = not follows and len(rows) == 1 and all(cell.strong for cell in rows[0].cells)
        if not follows:
            self._table += 1
            self._columns = first if alone or is_header(grid) else ()
        if self._columns and first == self._columns:
            rows = rows[1:]
        self._last_table, self._only_headings = found.table, alone
        if follows and drawn and rows and _is_rest_of_row(drafts[-1].block, _texts(rows[0])):
            drafts[-1] = _joined_row(drafts[-1], found.place(row_block(_texts(rows[0]), ()), rows[0]))
            rows = rows[1:]
        numbered = is_numbered_paragraphs(self._columns, [_texts(row) for row in rows])
        page = found.table.page
        for row in rows:
            cells = _texts(row)
            if numbered:
                block = Block(kind=BlockKind.PARAGRAPH, text=cells[1], label=cells[0], page=page)
            else:
                block = row_block(cells, self._columns, page=page)
            if any(cells):
                drafts.append(Draft(block=found.place(block, row), table=0 if numbered else self._table))

    def _text(self, group: list[Line]) -> str:
        return join_lines([line.text for line in group], known_words=self._known_words)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A table and the lines of the page that it covers."""

    table: PageTable
    lines: list[Line]

    def place(self, block: Block, row: TableRow) -> Block:
        """Give the block of a row the offsets of the lines that stand in it."""
        inside = [line for line in self.lines if row.bottom <= line.baseline <= row.top] or self.lines
        return replace(block, start=min(line.start for line in inside), end=max(line.end for line in inside))


def _texts(row: TableRow) -> tuple[str, ...]:
    return tuple(cell.text for cell in row.cells)


def _width(table: PageTable) -> int:
    return max(len(row.cells) for row in table.rows)


def _is_rest_of_row(upper: Block, cells: tuple[str, ...]) -> bool:
    """Whether the first row on a page goes on with the row above the page break: its first cell is empty."""
    return len(upper.cells) == len(cells) and not cells[0] and any(cells)


def _joined_row(draft: Draft, rest: Block) -> Draft:
    """Add the rest of a row, which the page break cut in two, to its cells."""
    upper = draft.block
    cells = [f"{above} {below}".strip() for above, below in zip(upper.cells, rest.cells, strict=True)]
    whole = row_block(cells, upper.columns, page=upper.page)
    return replace(draft, block=replace(whole, start=upper.start, end=rest.end))


def _with_tables(lines: list[Line], tables: Sequence[PageTable]) -> Iterator[Line | _Found]:
    """Yield the lines in order, and each table once in place of the lines that it covers."""
    covered: dict[int, list[Line]] = {}
    owners: list[int | None] = []
    for line in lines:
        owner = next((place for place, table in enumerate(tables) if _covers(table, line)), None)
        owners.append(owner)
        if owner is not None:
            covered.setdefault(owner, []).append(line)
    done: set[int] = set()
    for line, owner in zip(lines, owners, strict=True):
        if owner is None:
            yield line
        elif owner not in done:
            done.add(owner)
            yield _Found(table=tables[owner], lines=covered[owner])


def _outside(lines: list[Line], tables: dict[int, list[PageTable]]) -> list[Line]:
    """Return the lines that no table covers; all of them where nothing else is on the page."""
    free = [line for line in lines if not any(_covers(table, line) for table in tables.get(line.page, []))]
    return free or lines


def _covers(table: PageTable, line: Line) -> bool:
    middle = (line.left + line.right) / 2
    return table.bottom <= line.baseline <= table.top and table.left <= middle <= table.right


def _placed(kind: BlockKind, text: str, lines: list[Line], *, label: str = "", level: int = 0) -> Block:
    """Make a block whose offsets span its lines, after the label or bullet that `text` no longer has."""
    skip = 0
    first = lines[0].text
    if text[:1] and not first.startswith(text[:1]):
        skip = max(first.find(text[:1]), 0)
    if label:
        skip = len(label) + len(first[len(label) :]) - len(first[len(label) :].lstrip())
    return Block(
        kind=kind,
        text=text,
        label=label,
        level=level,
        page=lines[0].page,
        start=lines[0].start + max(skip - lines[0].drawn, 0),
        end=max(line.end for line in lines),
    )
