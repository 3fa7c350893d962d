"""How a workspace file of an older version becomes one of this version: one small function a step."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa

from policycheck.store import schema

if TYPE_CHECKING:
    from alembic.operations import Operations

Migration = Callable[["Operations"], None]

APPEND_ONLY = ("decision", "history", "scope_decision", "assignment")


def _required(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _key(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, primary_key=True, nullable=False) for name in names]


def _number(name: str = "id") -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=True, nullable=False)


def _json(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.JSON, nullable=False)


def _place_in_document() -> list[sa.Column[int]]:
    owner = sa.ForeignKey("document.id", ondelete="CASCADE")
    return [
        sa.Column("owner", sa.Integer, owner, primary_key=True, nullable=False),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False, nullable=False),
    ]


def documents_and_clauses(op: "Operations") -> None:
    """1: the documents, their clauses and obligations."""
    op.create_table(
        "document",
        _number(),
        sa.Column("path", sa.Text, nullable=False, unique=True),
        *_required("title", "kind", "text", "sha256", "status"),
        _json("warnings"),
    )
    op.create_table(
        "clause",
        *_place_in_document(),
        *_required("id", "ref", "text"),
        _json("heading_path"),
        sa.Column("page", sa.Integer),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        *_required("kind"),
        sa.Column("parent", sa.Text),
        *_required("closing"),
        _json("columns"),
        sa.Column("quoted", sa.Boolean, nullable=False),
    )
    op.create_table("obligation", *_place_in_document(), _json("payload"))


def computed_values(op: "Operations") -> None:
    """2: what is costly to compute and kept for the next check."""
    op.create_table("vector", *_key("model", "key"), sa.Column("data", sa.LargeBinary, nullable=False))
    op.create_table("result", *_key("key"), *_required("payload"))


def last_check(op: "Operations") -> None:
    """3: the last check: coverage, findings, whose duties are ours."""
    op.create_table("passage", _number(), *_required("document", "clause", "ref", "text"))
    op.create_table(
        "coverage",
        _number("position"),
        *_required("obligation", "policy", "verdict"),
        sa.Column("in_scope", sa.Boolean, nullable=False),
        *_required("severity"),
        sa.Column("confidence", sa.Float, nullable=False),
        _json("evidence"),
        _json("reasons"),
    )
    op.create_table(
        "finding",
        _number("position"),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        _json("payload"),
    )
    op.create_table("applies", *_key("obligation"), *_required("applies", "reason"))
    op.create_table("setting", *_key("name"), _json("value"))


def decisions_and_history(op: "Operations") -> None:
    """4: what people decided and what happened: rows are added, never changed or deleted."""
    op.create_table("decision", _number(), *_required("finding", "action", "by", "at", "stamp", "note"))
    op.create_table("history", _number(), *_required("at", "what", "subject", "by", "detail"))
    _keep_for_good(op, "decision", "history")


def _keep_for_good(op: "Operations", *tables: str) -> None:
    for table in tables:
        for change in ("UPDATE", "DELETE"):
            op.execute(_forbid(table, change))
        # INSERT OR REPLACE deletes without a delete trigger
        op.execute(_forbid(table, "INSERT", when=f"EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)"))  # noqa: S608 fixed table names


def _forbid(table: str, change: str, *, when: str = "1") -> str:
    return (
        f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} WHEN {when} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


def standing_and_terms(op: "Operations") -> None:
    """5: which version of a law a document is, whether a provision is in force and where, a document's terms."""
    for table, name, default in (
        ("document", "version", ""),
        ("clause", "status", "in force"),
        ("clause", "extent", ""),
    ):
        op.add_column(table, sa.Column(name, sa.Text, nullable=False, server_default=default))
    op.add_column("document", sa.Column("terms", sa.JSON, nullable=False, server_default="[]"))


def what_people_say(op: "Operations") -> None:
    """6: which policy is meant to meet which source, who looks after a finding, by what rule it was found."""
    op.add_column("coverage", sa.Column("computed_scope", sa.Boolean))
    op.add_column("decision", sa.Column("rule", sa.Text, nullable=False, server_default=""))
    op.create_table(
        "pair_scope",
        *_key("source", "policy"),
        sa.Column("cited", sa.Boolean, nullable=False),
        sa.Column("inside", sa.Integer, nullable=False),
        sa.Column("duties", sa.Integer, nullable=False),
    )
    op.create_table(
        "scope_decision",
        _number(),
        *_required("source", "policy"),
        sa.Column("inside", sa.Boolean),
        *_required("by", "at", "note"),
    )
    op.create_table(
        "assignment",
        _number(),
        *_required("finding", "assignee"),
        sa.Column("due", sa.Text),
        *_required("by", "at"),
    )
    _keep_for_good(op, "scope_decision", "assignment")


MIGRATIONS: tuple[Migration, ...] = (
    documents_and_clauses,
    computed_values,
    last_check,
    decisions_and_history,
    standing_and_terms,
    what_people_say,
)


def version_of(connection: sa.Connection) -> int:
    """Return the version of the open file: 0 for an empty one."""
    if not sa.inspect(connection).has_table(schema.schema_version.name):
        return 0
    return connection.scalar(sa.select(sa.func.max(schema.schema_version.c.version))) or 0


def migrate(connection: sa.Connection) -> None:
    """Apply the migrations that the file has not had, inside the caller's transaction."""
    from alembic.migration import MigrationContext  # noqa: PLC0415 - most files need no step, and it is slow to load
    from alembic.operations import Operations  # noqa: PLC0415

    done = version_of(connection)
    if done == 0:
        schema.schema_version.create(connection)
    operations = Operations(MigrationContext.configure(connection))
    for number, step in enumerate(MIGRATIONS[done:], start=done + 1):
        step(operations)
        now = datetime.now(UTC).isoformat()
        connection.execute(schema.schema_version.insert().values(version=number, at=now))
