"""Blocks from marked-up text: paragraphs split at line breaks, bold lead-ins and bold headings understood."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from policycheck.domain.documents import Block, BlockKind
from policycheck.importers.drafts import Draft, row_block
from policycheck.importers.number_formats import roman
from policycheck.importers.printed_labels import split_bullet, split_label, without_box
from policycheck.importers.text_cleaning import clean

_ENDS_PIECE = re.compile(r"(?:[.;:—!?]|,|\b(?:and|or))[\"”’)*]*$")
_DEFINITIONS = re.compile(
    r"\b(?:definitions?|interpretation|glossary|terms|terminology|meanings?)\b", re.IGNORECASE
)
_LEAD_OUT = re.compile(r"^\s*(?:[:–—-]|means?\b|refers? to\b|is\b|are\b|includes?\b|has the\b)")
_LABEL_PARTS = re.compile(r"\d+|[A-Za-z]+|\(")
_TICK = re.compile(r"^[✅☐☑☒✔❌✖❎➡👉🔹🔸▶⭐📍]\ufe0f?\s*(?=\S)")
_INNER_TICK = re.compile(r"\s+(?=[✅☐☑☒✔❌✖❎])")
_ROMANS = [roman(number) for number in range(1, 21)]
_LONGEST_TERM = 10  # words
_LONGEST_BOLD_HEADING = 12
LINE_BREAK = "\n"


@dataclass(slots=True)
class MarkedText:
    """Collects the blocks of a page; text comes in with `LINE_BREAK` where a line was broken on purpose."""

    drafts: list[Draft] = field(default_factory=list)
    heading: str = ""
    heading_level: int = 0
    tables: int = 0

    def add_heading(self, text: str, level: int, *, label: str = "") -> None:
        words = clean(text)
        if words:
            self.heading, self.heading_level = words, level
            self._add(Block(kind=BlockKind.HEADING, text=words, label=label, level=min(level, 9)))

    def add_paragraph(self, text: str, *, level: int = 0, bold: str = "") -> None:
        """Add a paragraph of any number of lines; `bold` is the bold text that it opens with."""
        pieces = list(split_lines(text))
        lead = clean(bold)
        if len(pieces) == 1 and level == 0 and lead and self._is_bold_heading(pieces[0], lead):
            self._add(Block(kind=BlockKind.HEADING, text=pieces[0], level=min(self.heading_level + 1, 9)))
            self.heading = pieces[0]
            return
        for position, piece in enumerate(pieces):
            is_bullet, words = _split_tick(piece)
            if not is_bullet and position == 0 and self._is_definition(piece, lead):
                self.add_definition(lead.rstrip(" :–—-").strip("“”\"'‘’"), piece)
            elif words:
                kind = BlockKind.BULLET if is_bullet else BlockKind.PARAGRAPH
                self._add(Block(kind=kind, text=words, level=level))

    def add_item(self, text: str, *, label: str, level: int, bold: str = "") -> None:
        """Add the first words of a list item; `label` is the number in front of it, "" for a bullet."""
        pieces = list(split_lines(without_box(text.lstrip())))
        lead = clean(bold)
        if pieces and not label and self._is_definition(pieces[0], lead):
            self.add_definition(lead.rstrip(" :–—-").strip("“”\"'‘’"), pieces[0])
        elif pieces:
            self._add(Block(kind=BlockKind.BULLET, text=pieces[0], label=label, level=level))
        for piece in pieces[1:]:
            self._add(Block(kind=BlockKind.PARAGRAPH, text=_split_tick(piece)[1], level=level + 1))

    def add_definition(self, term: str, text: str) -> None:
        """Add a definition of `term`."""
        self._add(Block(kind=BlockKind.DEFINITION, text=clean(text), cells=(clean(term),)))

    def add_table(self, rows: list[list[str]], columns: list[str], *, caption: str = "") -> None:
        self.tables += 1
        if clean(caption):
            self._add(Block(kind=BlockKind.CAPTION, text=clean(caption)))
        for cells in rows:
            if any(cells):
                self.drafts.append(Draft(block=row_block(cells, columns), table=self.tables))

    def _is_bold_heading(self, text: str, lead: str) -> bool:
        bare = split_label(text, heading=True)[1]
        return (
            lead == text
            and 0 < len(bare.split()) <= _LONGEST_BOLD_HEADING
            and not bare.endswith((".", ";", ":", ",", "!"))
            and not bare[0].islower()
            and not text.startswith("(")
        )

    def _is_definition(self, text: str, lead: str) -> bool:
        if not lead or not text.startswith(lead) or len(lead.split()) > _LONGEST_TERM or lead == text:
            return False
        rest = text[len(lead) :]
        leads_out = bool(_LEAD_OUT.match(rest)) or lead.endswith((":", "–", "—"))
        return leads_out and bool(_DEFINITIONS.search(self.heading)) and not split_label(text)[0]

    def _add(self, block: Block) -> None:
        self.drafts.append(Draft(block=block))


def split_lines(text: str) -> Iterator[str]:
    """Split text at the line breaks that begin a numbered or bulleted piece; other breaks become spaces."""
    if _TICK.match(text.lstrip()):
        text = _INNER_TICK.sub(LINE_BREAK, text)
    piece = ""
    lines = [clean(line) for line in text.split(LINE_BREAK)]
    labels = [split_label(words)[0] for words in lines]
    for index, words in enumerate(lines):
        if not words:
            if piece:
                yield piece
            piece = ""
        elif piece and (_begins_piece(words, piece) or _in_sequence(index, labels)):
            yield piece
            piece = words
        else:
            piece = f"{piece} {words}".strip()
    if piece:
        yield piece


def _begins_piece(line: str, before: str) -> bool:
    if _TICK.match(line):
        return True
    marked = split_bullet(line)[0] or bool(split_label(line)[0])
    return marked and bool(_ENDS_PIECE.search(before))


def _in_sequence(index: int, labels: Sequence[str]) -> bool:
    """Whether the number of a line follows, or is followed by, that of another line of the paragraph."""
    label = labels[index]
    return bool(label) and (
        any(_follows(label, other) for other in labels[:index] if other)
        or any(_follows(other, label) for other in labels[index + 1 :] if other)
    )


def _follows(label: str, before: str) -> bool:
    """Whether "4.3" comes after "4.2", "(b)" after "(a)", "ii)" after "i)"."""
    one, other = _LABEL_PARTS.findall(label), _LABEL_PARTS.findall(before)
    if len(one) != len(other) or one[:-1] != other[:-1] or not one:
        return False
    last, previous = one[-1], other[-1]
    if last.isdecimal() and previous.isdecimal():
        return int(last) == int(previous) + 1
    if last in _ROMANS and previous in _ROMANS:
        return _ROMANS.index(last) == _ROMANS.index(previous) + 1
    return len(last) == len(previous) == 1 and ord(last) == ord(previous) + 1


def _split_tick(text: str) -> tuple[bool, str]:
    """Say whether `text` opens with a bullet or a tick, and return it without."""
    found = _TICK.match(text)
    return (True, text[found.end() :]) if found else split_bullet(text)
