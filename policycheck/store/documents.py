"""Documents with their clauses and obligations, as rows and back."""

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from policycheck.domain.documents import (
    Clause,
    ClauseKind,
    Document,
    DocumentKind,
    ProvisionStatus,
    ReadStatus,
    Term,
)
from policycheck.domain.obligations import Obligation
from policycheck.store.codec import decode, encode
from policycheck.store.connection import storable
from policycheck.store.schema import clause, document, obligation

_ORDER = {kind: place for place, kind in enumerate(DocumentKind)}


def insert(connection: sa.Connection, whole: Document, obligations: Sequence[Obligation]) -> bool:
    """Write the document in place of the one with its path; true if there was one."""
    replaced = delete(connection, whole.path)
    owner = connection.scalar(document.insert().values(_document_row(whole)).returning(document.c.id))
    rows = [{"owner": owner, "position": at, **_clause_row(one)} for at, one in enumerate(whole.clauses)]
    payloads = [
        {"owner": owner, "position": at, "payload": encode(one)} for at, one in enumerate(obligations)
    ]
    if rows:
        connection.execute(clause.insert(), rows)
    if payloads:
        connection.execute(obligation.insert(), payloads)
    return replaced


def delete(connection: sa.Connection, path: str) -> bool:
    """Delete the document and what belongs to it; true if there was one."""
    return connection.execute(document.delete().where(document.c.path == storable(path))).rowcount > 0


def select(connection: sa.Connection, path: str | None = None) -> list[Document]:
    """Return all documents, or the one with this path, in order of kind then path."""
    chosen = sa.select(document)
    parts = sa.select(clause).order_by(clause.c.owner, clause.c.position)
    if path is not None:
        chosen = chosen.where(document.c.path == storable(path))
        parts = parts.where(clause.c.owner.in_(chosen.with_only_columns(document.c.id)))
    clauses: dict[int, list[Clause]] = {}
    for row in connection.execute(parts).mappings():
        clauses.setdefault(row["owner"], []).append(_clause(row))
    found = [_document(row, clauses.get(row["id"], ())) for row in connection.execute(chosen).mappings()]
    return sorted(found, key=lambda one: (_ORDER[one.kind], one.path))


def select_obligations(connection: sa.Connection, path: str | None) -> list[Obligation]:
    """Return the obligations of one document or of all, in the order of the documents and of their text."""
    query = sa.select(obligation.c.payload, document.c.kind, document.c.path).join_from(obligation, document)
    if path is not None:
        query = query.where(document.c.path == storable(path))
    rows = connection.execute(query.order_by(document.c.path, obligation.c.position)).all()
    rows = sorted(rows, key=lambda row: _ORDER[DocumentKind(row.kind)])
    return [decode(Obligation, row.payload) for row in rows]


def _document_row(whole: Document) -> dict[str, object]:
    return {
        "path": storable(whole.path),
        "title": storable(whole.title),
        "kind": whole.kind,
        "text": storable(whole.text),
        "sha256": whole.sha256,
        "status": whole.status,
        "warnings": whole.warnings,
        "version": storable(whole.version),
        "terms": encode(whole.terms),
    }


def _document(row: sa.RowMapping, clauses: Iterable[Clause]) -> Document:
    return Document(
        path=row["path"],
        title=row["title"],
        kind=DocumentKind(row["kind"]),
        clauses=tuple(clauses),
        text=row["text"],
        sha256=row["sha256"],
        status=ReadStatus(row["status"]),
        warnings=tuple(row["warnings"]),
        version=row["version"],
        terms=decode(tuple[Term, ...], row["terms"]),
    )


def _clause_row(one: Clause) -> dict[str, Any]:
    return {
        "id": storable(one.id),
        "ref": storable(one.ref),
        "text": storable(one.text),
        "heading_path": one.heading_path,
        "page": one.page,
        "start": one.start,
        "end": one.end,
        "kind": one.kind,
        "parent": None if one.parent is None else storable(one.parent),
        "closing": storable(one.closing),
        "columns": one.columns,
        "quoted": one.quoted,
        "status": one.status,
        "extent": storable(one.extent),
    }


def _clause(row: sa.RowMapping) -> Clause:
    return Clause(
        id=row["id"],
        ref=row["ref"],
        text=row["text"],
        heading_path=tuple(row["heading_path"]),
        page=row["page"],
        start=row["start"],
        end=row["end"],
        kind=ClauseKind(row["kind"]),
        parent=row["parent"],
        closing=row["closing"],
        columns=tuple(row["columns"]),
        quoted=row["quoted"],
        status=ProvisionStatus(row["status"]),
        extent=row["extent"],
    )
