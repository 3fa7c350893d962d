"""Builds the blocks of an Act or instrument, giving each provision the reference a lawyer would write."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from policycheck.domain.documents import Block, BlockKind, ProvisionStatus
from policycheck.importers.drafts import Draft, row_block
from policycheck.importers.law_standing import Standing, is_dotted, with_standing
from policycheck.importers.text_cleaning import clean

_BEFORE_CLOSING = re.compile(r"\s+(?=[,;:)\]”’]|\.(?!\s?\.)|—$)")
_AFTER_OPENING = re.compile(r"(?<=[(\[“‘])\s+")
_SPLIT_REFERENCE = re.compile(r"(?<=\))\s+(?=\([0-9A-Za-z]{1,4}\))")
_TERM = re.compile(r"^(?:“([^”]{1,120})”|‘([^’]{1,120})’|\"([^\"]{1,120})\")")
_NUMBER_WORDS = re.compile(
    r"^(?:section|article|regulation|rule|paragraph|part|chapter|schedule|annex|appendix)\b\.?", re.IGNORECASE
)
_NUMBER_FRAME = " \t()[].—–-“”\"'"
_CONTAINER_WORDS = re.compile(r"^(part|chapter|schedule|annex|appendix|title|division)\b", re.IGNORECASE)


def tidy_words(text: str) -> str:
    """Clean `text` and take out the spaces that indented markup leaves beside quotes, brackets and stops."""
    joined = _AFTER_OPENING.sub("", _BEFORE_CLOSING.sub("", clean(text)))
    return _SPLIT_REFERENCE.sub("", joined)


def bare_number(text: str) -> str:
    """Return the number of a provision alone: "(1)" gives "1", "Section 4A." gives "4A", "F3" stays."""
    return _NUMBER_WORDS.sub("", clean(text).strip(_NUMBER_FRAME)).strip(_NUMBER_FRAME)


def heading_number(text: str) -> str:
    """Return the printed number of a Part, Chapter or Schedule in ordinary capitals: "SCHEDULE 1" -> "Schedule 1"."""
    return _CONTAINER_WORDS.sub(lambda found: found.group().capitalize(), clean(text))


def schedule_prefix(number: str) -> str:
    """Return how a reference into a Schedule begins: "SCHEDULE 1" gives "Sch 1", "SCHEDULE" gives "Sch"."""
    bare = bare_number(number)
    return f"Sch {bare}".strip()


def defined_term(text: str) -> str:
    """Return the quoted words that `text` opens with, or ""."""
    found = _TERM.match(text)
    return next((group for group in found.groups() if group), "").strip() if found else ""


@dataclass(slots=True)
class Owner:
    """The provision whose words are being read, and what has been written of it so far.

    `ref` is empty for words that stand directly under a heading.
    """

    ref: str
    label: str = ""
    quoted: bool = False
    paragraphs: int = 0
    has_list: bool = False

    def child(self, number: str) -> str:
        """Return the reference of the numbered part `number` of this provision; "" where it has none."""
        if not self.ref:
            return ""
        gap = " " if self.ref.endswith(('"', " inserted")) else ""
        return f"{self.ref}{gap}({number})"


@dataclass(slots=True)
class LawWriter:
    """Collects the blocks of one instrument in reading order."""

    drafts: list[Draft] = field(default_factory=list)
    tables: int = 0
    standing: Standing = field(default_factory=Standing)
    _open_heading: int = 0

    @contextmanager
    def within(self, standing: Standing) -> Iterator[None]:
        """Give what is written meanwhile the force and extent of the provision it stands in."""
        outer, self.standing = self.standing, standing
        yield
        self.standing = outer

    def heading(self, text: str, *, level: int, number: str = "") -> None:
        """Open a heading; without words or number it only closes those at its level and below."""
        text = "" if is_dotted(text) else text
        if not text and not number and self._open_heading < level:
            return
        self._open_heading = level if text or number else level - 1
        self._add(Block(kind=BlockKind.HEADING, text=text, label=number, level=min(level, 9)))

    def words(self, owner: Owner, text: str) -> None:
        """Write one paragraph of `owner`: its own words first, then words after its list, then others."""
        if not any(character.isalnum() for character in text):
            if is_dotted(text):
                self.repealed(owner, text)
            return
        term = defined_term(text)
        if term and (owner.paragraphs or not owner.label):
            self.definition(owner, term, text)
        elif owner.has_list and owner.paragraphs and owner.ref:
            self._add(self._block(owner, BlockKind.CLOSING, text, owner.ref))
        else:
            owner.paragraphs += 1
            ordinal = f" ¶{owner.paragraphs}" if owner.paragraphs > 1 else ""
            ref = f"{owner.ref}{ordinal}" if owner.ref else ""
            self._add(self._block(owner, BlockKind.PARAGRAPH, text, ref, label=owner.label))
            owner.label = ""

    def repealed(self, owner: Owner, text: str) -> None:
        """Write a provision whose words were all repealed: the words, or the dots printed in their place."""
        if not owner.ref or not owner.label or not text:
            return  # part of a provision that goes on without it
        owner.paragraphs += 1
        block = self._block(owner, BlockKind.PARAGRAPH, text, owner.ref, label=owner.label)
        self._add(replace(block, status=ProvisionStatus.REPEALED))
        owner.label = ""

    def closing(self, owner: Owner, text: str) -> None:
        """Write words that follow the numbered parts of `owner`."""
        if not any(character.isalnum() for character in text):
            return
        if owner.paragraphs and owner.ref:
            self._add(self._block(owner, BlockKind.CLOSING, text, owner.ref))
        else:
            self.words(owner, text)

    def bullet(self, owner: Owner, text: str) -> None:
        """Write one item of a list without numbers."""
        if any(character.isalnum() for character in text):
            self._add(self._block(owner, BlockKind.BULLET, text, ""))

    def definition(self, owner: Owner, term: str, text: str) -> Owner:
        """Write a definition and return its owner, for the numbered parts of what the term means."""
        ref = f'{owner.ref} "{term}"'.strip()
        inner = Owner(ref, quoted=owner.quoted, paragraphs=1)
        self._add(self._block(owner, BlockKind.DEFINITION, text, ref if owner.ref else ""))
        return inner

    def caption(self, text: str) -> None:
        """Name the table whose rows come next."""
        if text:
            self._add(Block(kind=BlockKind.CAPTION, text=text))

    def table(self, owner: Owner, rows: list[list[str]], columns: list[str]) -> None:
        """Write the rows of a table; those without a word are left out."""
        self.tables += 1
        for cells in rows:
            if any(cells):
                row = row_block(cells, columns)
                row = with_standing(replace(row, quoted=owner.quoted), self.standing)
                self.drafts.append(Draft(block=row, table=self.tables))

    def _block(self, owner: Owner, kind: BlockKind, text: str, ref: str, *, label: str = "") -> Block:
        return Block(kind=kind, text=text, ref=ref, label=label, quoted=owner.quoted)

    def _add(self, block: Block) -> None:
        self.drafts.append(Draft(block=with_standing(block, self.standing)))


def printed_label(number: str, *, top: bool) -> str:
    """Return the label as printed: the number of a section stands alone, that of its parts in brackets."""
    return number if top else f"({number})"
