"""The tables of a workspace file as the current version has them."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

metadata = MetaData()


def _text(name: str, *, primary_key: bool = False, unique: bool = False) -> Column[str]:
    return Column(name, Text, primary_key=primary_key, unique=unique, nullable=False)


def _owner() -> Column[int]:
    return Column(
        "owner", Integer, ForeignKey("document.id", ondelete="CASCADE"), primary_key=True, nullable=False
    )


def _position() -> Column[int]:
    return Column("position", Integer, primary_key=True, autoincrement=False, nullable=False)


schema_version = Table(
    "schema_version",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False, nullable=False),
    _text("at"),
)

document = Table(
    "document",
    metadata,
    Column("id", Integer, primary_key=True, nullable=False),
    _text("path", unique=True),
    _text("title"),
    _text("kind"),
    _text("text"),
    _text("sha256"),
    _text("status"),
    Column("warnings", JSON, nullable=False),
    _text("version"),
    Column("terms", JSON, nullable=False),
)

clause = Table(
    "clause",
    metadata,
    _owner(),
    _position(),
    _text("id"),
    _text("ref"),
    _text("text"),
    Column("heading_path", JSON, nullable=False),
    Column("page", Integer),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _text("kind"),
    Column("parent", Text),
    _text("closing"),
    Column("columns", JSON, nullable=False),
    Column("quoted", Boolean, nullable=False),
    _text("status"),
    _text("extent"),
)

obligation = Table(
    "obligation",
    metadata,
    _owner(),
    _position(),
    Column("payload", JSON, nullable=False),
)

vector = Table(
    "vector",
    metadata,
    _text("model", primary_key=True),
    _text("key", primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

result = Table("result", metadata, _text("key", primary_key=True), _text("payload"))

# One row for each clause quoted as evidence: a clause is evidence for many pairs, its words are kept once.
passage = Table(
    "passage",
    metadata,
    Column("id", Integer, primary_key=True, nullable=False),
    _text("document"),
    _text("clause"),
    _text("ref"),
    _text("text"),
)

coverage = Table(
    "coverage",
    metadata,
    Column("position", Integer, primary_key=True, nullable=False),
    _text("obligation"),
    _text("policy"),
    _text("verdict"),
    Column("in_scope", Boolean, nullable=False),
    _text("severity"),
    Column("confidence", Float, nullable=False),
    Column("evidence", JSON, nullable=False),  # [[passage id, score], ...]
    Column("reasons", JSON, nullable=False),  # [[code, message], ...]
    Column("computed_scope", Boolean),  # where a person said otherwise or the same; else null
)

# What the last check computed for each source and policy.
pair_scope = Table(
    "pair_scope",
    metadata,
    _text("source", primary_key=True),
    _text("policy", primary_key=True),
    Column("cited", Boolean, nullable=False),
    Column("inside", Integer, nullable=False),
    Column("duties", Integer, nullable=False),
)

finding = Table(
    "finding",
    metadata,
    Column("position", Integer, primary_key=True, nullable=False),
    _text("id", unique=True),
    Column("payload", JSON, nullable=False),
)

applies = Table("applies", metadata, _text("obligation", primary_key=True), _text("applies"), _text("reason"))

setting = Table("setting", metadata, _text("name", primary_key=True), Column("value", JSON, nullable=False))

decision = Table(
    "decision",
    metadata,
    Column("id", Integer, primary_key=True, nullable=False),
    _text("finding"),
    _text("action"),
    _text("by"),
    _text("at"),
    _text("stamp"),
    _text("note"),
    _text("rule"),
)

scope_decision = Table(
    "scope_decision",
    metadata,
    Column("id", Integer, primary_key=True, nullable=False),
    _text("source"),
    _text("policy"),
    Column("inside", Boolean),  # null: as computed
    _text("by"),
    _text("at"),
    _text("note"),
)

assignment = Table(
    "assignment",
    metadata,
    Column("id", Integer, primary_key=True, nullable=False),
    _text("finding"),
    _text("assignee"),
    Column("due", Text),  # an ISO date, or null
    _text("by"),
    _text("at"),
)

history = Table(
    "history",
    metadata,
    Column("id", Integer, primary_key=True, nullable=False),
    _text("at"),
    _text("what"),
    _text("subject"),
    _text("by"),
    _text("detail"),
)
