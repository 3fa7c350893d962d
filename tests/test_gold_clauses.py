"""The clauses that models learn from: each stands beside as many others of every kind as it should, and none twice."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from statements import objection_between

GOLD = Path(__file__).parent / "gold"


@dataclass(frozen=True)
class Kind:
    """How many clauses of a kind stand beside each, under what name each says why, and what may stand there."""

    count: int | range
    why: str = ""
    among: frozenset[str] = frozenset()


TYPES = frozenset(
    ["deadline", "quantity", "modality", "frequency", "duty_holder", "retention", "age", "definition"]
)
PARTS = frozenset(
    [
        *("scope", "time_limit", "frequency", "modality", "recipient", "list_item"),
        *("condition", "form", "duty_holder", "record", "exception"),
    ]
)
LIKE = {"agrees": Kind(2, "why"), "contradicts": Kind(3, "type", TYPES), "other": Kind(4, "why")}
ANSWERS = {
    "whole": Kind(3), "partly": Kind(4, "part", PARTS),
    "breaks": Kind(range(1, 3), "type"), "other": Kind(range(3, 5), "why"),
}  # fmt: skip
KINDS = {"like_worded": LIKE, "half_worded": LIKE, "of_one_body": LIKE, "answers": ANSWERS}
FILES = [path for name in KINDS for path in sorted((GOLD / name).glob("*"))]


def text_of(clause: dict[str, Any]) -> str:
    """Return what a clause says: its text, or the cells of its row."""
    return clause["text"] if "text" in clause else " | ".join(clause["row"].values())


@pytest.mark.parametrize("path", FILES, ids=lambda one: one.stem)
def test_every_clause_has_its_like_and_none_twice(path):
    kinds = KINDS[path.parent.name]
    for line in path.read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        first = row.get("first", row)
        for name, kind in kinds.items():
            assert len(row[name]) in (kind.count if isinstance(kind.count, range) else {kind.count}), first
            reasons = {clause[kind.why] for clause in row[name]} if kind.why else set()
            assert all(reasons), first
            assert not kind.among or reasons <= kind.among, first
        texts = [text_of(clause) for clause in (first, *(clause for name in kinds for clause in row[name]))]
        assert len(texts) == len(set(texts)), first


@pytest.mark.parametrize("path", FILES, ids=lambda one: one.stem)
def test_none_breaks_the_reader_or_a_rule(path):
    """What people write in a hundred trades holds figures and words that nobody thought of: a clause may be read as
    nothing, or amiss, but a document that cannot be checked at all is worse.
    """
    for line in path.read_text(encoding="utf-8").splitlines()[::150]:
        row: dict[str, Any] = json.loads(line)
        first = text_of(row.get("first", row))
        for name in KINDS[path.parent.name]:
            for clause in row[name]:
                objection = objection_between(first, text_of(clause), against_source=False)
                assert objection is None or objection.message, (first, text_of(clause))
