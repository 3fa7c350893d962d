"""Short ways to write blocks in tests, and to look clauses up by reference."""

from policycheck.domain.documents import Block, BlockKind, Clause, Document, DocumentKind, ImportedDocument
from policycheck.segmentation import segment


def heading(text: str, level: int = 1, label: str = "") -> Block:
    return Block(kind=BlockKind.HEADING, text=text, level=level, label=label)


def para(text: str, label: str = "", level: int = 0) -> Block:
    return Block(kind=BlockKind.PARAGRAPH, text=text, label=label, level=level)


def bullet(text: str, label: str = "", level: int = 0) -> Block:
    return Block(kind=BlockKind.BULLET, text=text, label=label, level=level)


def row(*cells: str, columns: tuple[str, ...] = ("Event", "Limit")) -> Block:
    return Block(kind=BlockKind.ROW, text=" | ".join(cells), cells=cells, columns=columns)


def document(*blocks: Block, title: str = "", path: str = "policy.md") -> Document:
    text = "\n".join(block.text for block in blocks)
    imported = ImportedDocument(title=title, text=text, blocks=blocks)
    return segment(imported, path=path, kind=DocumentKind.POLICY, sha256="0" * 64)


def refs(found: Document) -> list[str]:
    return [clause.ref for clause in found.clauses]


def by_ref(found: Document) -> dict[str, Clause]:
    return {clause.ref: clause for clause in found.clauses}


def parent_ref(found: Document, ref: str) -> str | None:
    ids = {clause.id: clause.ref for clause in found.clauses}
    parent = by_ref(found)[ref].parent
    return None if parent is None else ids[parent]
