"""Labelled pairs of clauses in fields that no labelled documents are of, written without sight of the program.

Of the pairs worded far from each other (tests/gold/pairs) a line holds two clauses, as they stand in two documents, and
whether they contradict each other. Of those in nearly the same words (tests/gold/like_worded), and of those that share
a third to a half of them (tests/gold/half_worded), it holds one clause and what agrees with it, contradicts it, or is
about something else. Some files are kept aside: nothing is learnt from
them, and no rule was written by reading them.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from gold_fields import ROOT

from policycheck.comparing import read_statements
from policycheck.domain.documents import DocumentKind
from policycheck.matching import Statement
from policycheck.reading import read_duties, read_file

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


def files(folder: Path) -> list[str]:
    """Return the names of the files of pairs in a folder."""
    return sorted(path.stem for path in folder.glob("*.jsonl"))


@cache
def pairs_in(folder: Path, name: str) -> tuple[GoldPair, ...]:
    """Return the pairs of a file."""
    lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    with TemporaryDirectory() as scratch:
        read = _far if folder == FAR else _like
        return tuple(pair for line in lines for pair in read(json.loads(line), Path(scratch)))


def pairs_of(folder: Path, *, aside: bool) -> Iterator[GoldPair]:
    """Yield the pairs of the files of a folder that are kept aside, or of the others."""
    for name in files(folder):
        if (name in ASIDE) == aside:
            yield from pairs_in(folder, name)


def _far(row: dict[str, Any], scratch: Path) -> Iterator[GoldPair]:
    a, b = (_statements(row[side], scratch / side, of_source=row[side]["of"] == "source") for side in "ab")
    contradicts = row["kind"] == "conflict"
    yield GoldPair(row["field"], a, b, row["a"]["of"] == "source", contradicts, row["type"])


def _like(row: dict[str, Any], scratch: Path) -> Iterator[GoldPair]:
    """Yield the first clause beside each of the others, and what agrees with it beside those that do not."""
    first = _statements(row, scratch / "first")
    agrees = [_statements(clause, scratch / "agrees") for clause in row["agrees"]]
    others = [
        (_statements(clause, scratch / "other"), contradicts, clause[reason])
        for contradicts, kind, reason in ((True, "contradicts", "type"), (False, "other", "why"))
        for clause in row[kind]
    ]
    for clause, of in zip(agrees, row["agrees"], strict=True):
        yield GoldPair(row["field"], first, clause, False, False, of["why"])
    for told in (first, *agrees):
        for clause, contradicts, reason in others:
            yield GoldPair(row["field"], told, clause, False, contradicts, reason)


def _statements(clause: dict[str, Any], place: Path, *, of_source: bool = False) -> tuple[Statement, ...]:
    """Return what is read of a clause in a document at `place`: clauses of one document are judged otherwise."""
    heading = f"## {clause['heading']}\n\n" if clause["heading"] else ""
    path = place.with_suffix(".md")
    path.write_text(f"# A document\n\n{heading}{clause['text']}\n", encoding="utf-8")
    kind = DocumentKind.LEGISLATION if of_source else DocumentKind.POLICY
    document = read_file(path, kind=kind, name=path.name)
    return tuple(read_statements(document, read_duties(document)))
