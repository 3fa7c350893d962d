"""What an importer finds in a file, and the document of citable clauses that it becomes."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class DocumentKind(StrEnum):
    """What part a document plays: three kinds of source, and the local policy."""

    LEGISLATION = "legislation"
    GUIDANCE = "guidance"
    STANDARD = "standard"
    POLICY = "policy"

    @property
    def is_source(self) -> bool:
        return self is not DocumentKind.POLICY


class ReadStatus(StrEnum):
    """How much of a file was read; `PARTIAL` is shown wherever its findings are."""

    READ = "read"
    PARTIAL = "partial"
    FAILED = "failed"


class BlockKind(StrEnum):
    """The role of one block of an imported file."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    ROW = "row"
    DEFINITION = "definition"
    CLOSING = "closing"  # words after a list that belong to the paragraph before it
    CAPTION = "caption"  # a table's caption: names the rows that follow


class ProvisionStatus(StrEnum):
    """Whether the law as published gives a provision force; only what is in force asks anything of anybody."""

    IN_FORCE = "in force"
    REPEALED = "repealed"
    PROSPECTIVE = "prospective"  # made, but not yet brought into force


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One heading, paragraph, list item or table row, in reading order.

    `text` is normalised and without the label. `label` is the number as printed ("4.2", "(a)"), empty where
    the number is part of the text or absent. `level` is the heading level (1 to 9) for a heading, else the
    nesting depth (0 outermost). `start` and `end` are offsets into `ImportedDocument.text`. `ref` is set only
    where the format itself tells the whole reference (legislation XML). `quoted` marks text that a provision
    inserts into another instrument. `status` and `extent` ("E+W+S", as legislation prints it) are those that
    legislation XML states; other formats leave them as they are.
    """

    kind: BlockKind
    text: str
    label: str = ""
    level: int = 0
    start: int = 0
    end: int = 0
    page: int | None = None
    ref: str = ""
    columns: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    quoted: bool = False
    status: ProvisionStatus = ProvisionStatus.IN_FORCE
    extent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedDocument:
    """A file as its importer read it: blocks in reading order over one plain text.

    `text` is the file's words as found (PDF: pages as the PDF library gives them, joined by form feeds), the
    text that every offset points into. `warnings` are plain sentences; any that means lost words sets
    `status` to partial. `version` says which text of a law this is ("revised, valid from 2024-01-01",
    "as enacted"), "" where the file does not say.
    """

    title: str
    text: str
    blocks: tuple[Block, ...]
    status: ReadStatus = ReadStatus.READ
    warnings: tuple[str, ...] = ()
    is_legislation: bool = False
    version: str = ""


class ClauseKind(StrEnum):
    """What sort of unit a clause is."""

    PARAGRAPH = "paragraph"
    ITEM = "item"  # a lettered or numbered item of a list; belongs to its parent
    ROW = "row"
    DEFINITION = "definition"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """The unit a reader would cite.

    `text` is the clause's own words; bullets without a number are lines of it that begin with "• ". `closing`
    is the words after a lettered list, which complete the sentence. `parent` is the id of the clause whose
    list this one is an item of. `columns` are the column headings of a table row, whose `text` is its cells
    joined by " | ". `start` and `end` are offsets into `Document.text`; `page` counts from 1. `status` and
    `extent` are as in `Block`.
    """

    id: str
    ref: str
    text: str
    heading_path: tuple[str, ...] = ()
    page: int | None = None
    start: int = 0
    end: int = 0
    kind: ClauseKind = ClauseKind.PARAGRAPH
    parent: str | None = None
    closing: str = ""
    columns: tuple[str, ...] = ()
    quoted: bool = False
    status: ProvisionStatus = ProvisionStatus.IN_FORCE
    extent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word or abbreviation of a document's own and what it stands for: "LADO", "the designated officer".

    `clause` is the id of the clause that says so.
    """

    short: str
    long: str
    clause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document of clauses. `path` is as the user gave it; `sha256` is the hash of the file's bytes.

    `version` is as in `ImportedDocument`; `terms` are the document's own, in the order of its text.
    """

    path: str
    title: str
    kind: DocumentKind
    clauses: tuple[Clause, ...]
    text: str = ""
    sha256: str = ""
    status: ReadStatus = ReadStatus.READ
    warnings: tuple[str, ...] = ()
    version: str = ""
    terms: tuple[Term, ...] = ()


def children_of(clauses: Sequence[Clause]) -> dict[str, list[Clause]]:
    """Map each clause id to the items of its list, in order."""
    items: dict[str, list[Clause]] = {}
    for clause in clauses:
        if clause.parent is not None:
            items.setdefault(clause.parent, []).append(clause)
    return items
