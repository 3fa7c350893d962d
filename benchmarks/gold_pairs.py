"""Labelled pairs of clauses in fields that no labelled documents are of, written without sight of the program.

Of the pairs worded far from each other (tests/gold/pairs) a line holds two clauses, as they stand in two documents, and
whether they contradict each other. Of those in nearly the same words (tests/gold/like_worded), and of those that share
a tenth to a half of them (tests/gold/half_worded), it holds one clause and what agrees with it, contradicts it, or is
about something else; so it does of the documents of one body (tests/gold/of_one_body), where a clause is a row of a
table or comes after another sentence. Of the duties (tests/gold/answers) it holds one beside clauses that do all it
asks, a part of it, break it or do another thing. Some files are kept aside: nothing is learnt from them, and no rule
was written by reading them.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from gold_fields import ROOT, read_of

from policycheck.comparing import Read
from policycheck.domain.documents import DocumentKind
from policycheck.matching import Statement
from policycheck.reading import read_file

FAR, HALF, LIKE, ONE_BODY, ANSWERS = (
    ROOT / "tests" / "gold" / name
    for name in ("pairs", "half_worded", "like_worded", "of_one_body", "answers")
)
ASIDE = (
    *("offices_and_bodies", "services_to_people", "trades_and_sites"),
    *("kept_aside", "half_kept_aside", "told_kept_aside", "answers_kept_aside"),
)
# Look-alikes that speak of one act all the same, and keep the rule.
OF_ONE_ACT = ("other_unit", "stricter", "summary", "told_otherwise")
# Look-alikes that may leave out a part of what the other asks.
TELLS_LESS = ("summary",)
# The title of what a body must keep; its own documents are "Marlow Pools: Rules of the House".
_OF_LAW = re.compile(r"The [^:/]*(?:Regulations|Rules|Order)\b[^:/]* / ")


@dataclass(frozen=True)
class GoldPair:
    """Two clauses, each as the statements read of it; `reason` is the type of a contradiction, or why it is none.

    `kept` says whether the second does all that the first asks; None where nobody said.
    """

    field: str
    a: tuple[Statement, ...]
    b: tuple[Statement, ...]
    against_source: bool
    contradicts: bool
    of_one_act: bool
    kept: bool | None
    reason: str


@dataclass(frozen=True)
class Act:
    """What is said of one act, whoever breaks it, and what is said of others in words like these."""

    field: str
    told: tuple[Statement, ...]
    others: tuple[Statement, ...]


def _labelled(
    field: str,
    a: tuple[Statement, ...],
    b: tuple[Statement, ...],
    *,
    contradicts: bool,
    reason: str,
    against_source: bool = False,
) -> GoldPair:
    """Return a pair of which the reason says whether both speak of one act, and whether the first is kept."""
    of_one_act = contradicts or reason in OF_ONE_ACT
    kept = None if reason in TELLS_LESS else of_one_act and not contradicts
    return GoldPair(field, a, b, against_source, contradicts, of_one_act, kept, reason)


def files(folder: Path, *, aside: bool | None = None) -> list[str]:
    """Return the names of the files of a folder: those kept aside, the others, or (None) all."""
    names = sorted(path.stem for path in folder.glob("*.jsonl"))
    return [name for name in names if aside is None or (name in ASIDE) == aside]


def rows_in(folder: Path, name: str) -> list[dict[str, Any]]:
    """Return the rows of a file as they are written."""
    lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def pairs_in(folder: Path, name: str) -> tuple[GoldPair, ...]:
    """Return the pairs of a file."""
    return tuple(pair for pairs in _pairs_by_row(folder, name) for pair in pairs)


def acts_in(folder: Path, name: str) -> Iterator[Act]:
    """Yield the act of each row of a file; what is not read as a statement is left out."""
    for pairs in _pairs_by_row(folder, name):
        told = {pair.a: None for pair in pairs if pair.a} | {
            pair.b: None for pair in pairs if pair.of_one_act and pair.b
        }
        others = {pair.b: None for pair in pairs if not pair.of_one_act and pair.b and pair.b not in told}
        yield Act(pairs[0].field, tuple(s for s, *_ in told), tuple(s for s, *_ in others))


@cache
def _pairs_by_row(folder: Path, name: str) -> tuple[tuple[GoldPair, ...], ...]:
    pairs = {FAR: _far, ANSWERS: _answers}.get(folder, _like)
    return tuple(tuple(pairs(row)) for row in rows_in(folder, name))


def pairs_of(folder: Path, names: Iterable[str]) -> Iterator[GoldPair]:
    """Yield the pairs of some files of a folder."""
    for name in names:
        yield from pairs_in(folder, name)


def _far(row: dict[str, Any]) -> Iterator[GoldPair]:
    against_source = row["a"]["of"] == "source"
    a, b = (_statements(row[side], side, of_source=row[side]["of"] == "source") for side in "ab")
    contradicts = row["kind"] == "conflict"
    yield _labelled(
        row["field"], a, b, contradicts=contradicts, reason=row["type"], against_source=against_source
    )


def _like(row: dict[str, Any]) -> Iterator[GoldPair]:
    """Yield the first clause beside each of the others, and what agrees with it beside those and each other."""
    opening = row.get("first", row)
    of_law = _OF_LAW.match(opening.get("path", "")) is not None
    first = _statements(opening, "first")
    agrees = [(_statements(clause, "agrees"), clause["why"]) for clause in row["agrees"]]
    others = [
        (_statements(clause, "other"), contradicts, clause[reason])
        for contradicts, kind, reason in ((True, "contradicts", "type"), (False, "other", "why"))
        for clause in row[kind]
    ]
    for clause, why in agrees:
        yield _labelled(row["field"], first, clause, contradicts=False, reason=why, against_source=of_law)
    for (one, why), (other, besides) in combinations(agrees, 2):
        less = next((reason for reason in (why, besides) if reason in TELLS_LESS), why)
        yield _labelled(row["field"], one, other, contradicts=False, reason=less)
    for told, against_source in ((first, of_law), *((clause, False) for clause, _ in agrees)):
        for clause, contradicts, reason in others:
            yield _labelled(
                row["field"],
                told,
                clause,
                contradicts=contradicts,
                reason=reason,
                against_source=against_source,
            )


def _answers(row: dict[str, Any]) -> Iterator[GoldPair]:
    """Yield the duty beside each clause, and what meets it wholly beside what breaks it and what is of another act."""
    duty = _statements(row, "duty", of_source=True)
    whole, partly, breaks, other = (
        [(_statements(clause, kind), clause.get(why, kind)) for clause in row[kind]]
        for kind, why in (("whole", ""), ("partly", "part"), ("breaks", "type"), ("other", "why"))
    )
    for clauses, contradicts, of_one_act, kept in (
        (whole, False, True, True),
        (partly, False, True, False),
        (breaks, True, True, False),
        (other, False, False, False),
    ):
        for clause, reason in clauses:
            yield GoldPair(row["field"], duty, clause, True, contradicts, of_one_act, kept, reason)
    for told, _ in whole:
        for clause, reason in breaks:
            yield GoldPair(row["field"], told, clause, False, True, True, None, reason)
        for clause, reason in other:
            yield GoldPair(row["field"], told, clause, False, False, False, None, reason)


def _statements(clause: dict[str, Any], name: str, *, of_source: bool = False) -> tuple[Statement, ...]:
    """Return what is read of a clause in a document of this name: clauses of one document are judged otherwise."""
    if "path" in clause:
        return _in_section(clause, name)
    kind = DocumentKind.LEGISLATION if of_source else DocumentKind.POLICY
    return document_of([clause], name, title="A document", kind=kind).statements


def _in_section(clause: dict[str, Any], name: str) -> tuple[Statement, ...]:
    """Return what is read of a clause in a section of its document, and not of the sentence before."""
    title, _, section = clause["path"].partition(" / ")
    known = [f'"{short}" means {long}.' for short, long in clause.get("initials", {}).items()]
    if "row" in clause:
        lines = (clause["row"], ["---"] * len(clause["row"]), clause["row"].values())
        told = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
    else:
        told = f"{clause['before']} {clause['text']}" if clause.get("before") else clause["text"]
    read = _read_as(name, f"# {title}", *known, f"## {section}" if section else "", told)
    if "row" in clause:
        return tuple(s for s in read.statements if s.is_row)
    # What neither binds nor permits is read as one with the sentence before.
    own = clause["text"]
    return tuple(s for s in read.statements if s.text in own or own in s.text)


def document_of(
    clauses: Iterable[dict[str, Any]], name: str, *, title: str, kind: DocumentKind = DocumentKind.POLICY
) -> Read:
    """Return a document of some clauses, each under its heading, where it has one; without vectors."""
    told = [f"## {c['heading']}\n\n{c['text']}" if c["heading"] else c["text"] for c in clauses]
    return _read_as(name, f"# {title}", *told, kind=kind)


def _read_as(name: str, *blocks: str, kind: DocumentKind = DocumentKind.POLICY) -> Read:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.md"
        path.write_text("\n\n".join(block for block in blocks if block), encoding="utf-8")
        return read_of(read_file(path, kind=kind, name=path.name))
