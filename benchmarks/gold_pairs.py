"""Labelled pairs of clauses in fields that no labelled documents are of, written without sight of the program.

Of the pairs worded far from each other (tests/gold/pairs) a line holds two clauses, as they stand in two documents, and
whether they contradict each other. Of those in nearly the same words (tests/gold/like_worded), and of those that share
a tenth to a half of them (tests/gold/half_worded), it holds one clause and what agrees with it, contradicts it, or is
about something else. Some files are kept aside: nothing is learnt from them, and no rule was written by reading them.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from gold_fields import ROOT, read_of

from policycheck.comparing import Read
from policycheck.domain.documents import DocumentKind
from policycheck.matching import Statement
from policycheck.reading import read_file

FAR, HALF, LIKE = (ROOT / "tests" / "gold" / name for name in ("pairs", "half_worded", "like_worded"))
ASIDE = ("offices_and_bodies", "services_to_people", "trades_and_sites", "kept_aside", "half_kept_aside")
# Look-alikes that speak of one act all the same, and keep the rule.
OF_ONE_ACT = ("other_unit", "stricter", "summary", "told_otherwise")


@dataclass(frozen=True)
class GoldPair:
    """Two clauses, each as the statements read of it; `reason` is the type of a contradiction, or why it is none."""

    field: str
    a: tuple[Statement, ...]
    b: tuple[Statement, ...]
    against_source: bool
    contradicts: bool
    reason: str

    @property
    def of_one_act(self) -> bool:
        return self.contradicts or self.reason in OF_ONE_ACT


def files(folder: Path, *, aside: bool | None = None) -> list[str]:
    """Return the names of the files of a folder: those kept aside, the others, or (None) all."""
    names = sorted(path.stem for path in folder.glob("*.jsonl"))
    return [name for name in names if aside is None or (name in ASIDE) == aside]


def rows_in(folder: Path, name: str) -> list[dict[str, Any]]:
    """Return the rows of a file as they are written."""
    lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@cache
def pairs_in(folder: Path, name: str) -> tuple[GoldPair, ...]:
    """Return the pairs of a file."""
    pairs = _far if folder == FAR else _like
    return tuple(pair for row in rows_in(folder, name) for pair in pairs(row))


def pairs_of(folder: Path, names: Iterable[str]) -> Iterator[GoldPair]:
    """Yield the pairs of some files of a folder."""
    for name in names:
        yield from pairs_in(folder, name)


def _far(row: dict[str, Any]) -> Iterator[GoldPair]:
    against_source = row["a"]["of"] == "source"
    a, b = (_statements(row[side], side, of_source=row[side]["of"] == "source") for side in "ab")
    yield GoldPair(row["field"], a, b, against_source, row["kind"] == "conflict", row["type"])


def _like(row: dict[str, Any]) -> Iterator[GoldPair]:
    """Yield the first clause beside each of the others, and what agrees with it beside those that do not."""
    first = _statements(row, "first")
    agrees = [_statements(clause, "agrees") for clause in row["agrees"]]
    others = [
        (_statements(clause, "other"), contradicts, clause[reason])
        for contradicts, kind, reason in ((True, "contradicts", "type"), (False, "other", "why"))
        for clause in row[kind]
    ]
    for clause, of in zip(agrees, row["agrees"], strict=True):
        yield GoldPair(row["field"], first, clause, False, False, of["why"])
    for told in (first, *agrees):
        for clause, contradicts, reason in others:
            yield GoldPair(row["field"], told, clause, False, contradicts, reason)


def _statements(clause: dict[str, Any], name: str, *, of_source: bool = False) -> tuple[Statement, ...]:
    """Return what is read of a clause in a document of this name: clauses of one document are judged otherwise."""
    kind = DocumentKind.LEGISLATION if of_source else DocumentKind.POLICY
    return document_of([clause], name, title="A document", kind=kind).statements


def document_of(
    clauses: Iterable[dict[str, Any]], name: str, *, title: str, kind: DocumentKind = DocumentKind.POLICY
) -> Read:
    """Return a document of some clauses, each under its heading, where it has one; without vectors."""
    told = [f"## {c['heading']}\n\n{c['text']}" if c["heading"] else c["text"] for c in clauses]
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.md"
        path.write_text("\n\n".join([f"# {title}", *told]), encoding="utf-8")
        return read_of(read_file(path, kind=kind, name=path.name))
