"""The clauses in like words that models learn from: each stands beside what agrees, contradicts or is neither, once."""

import json
from pathlib import Path
from typing import Any

import pytest

FILES = sorted(
    path
    for name in ("like_worded", "half_worded")
    for path in (Path(__file__).parent / "gold" / name).glob("*")
)
KINDS = {"agrees": "why", "contradicts": "type", "other": "why"}
TYPES = {"deadline", "quantity", "modality", "frequency", "duty_holder", "retention", "age", "definition"}


@pytest.mark.parametrize("path", FILES, ids=lambda one: one.stem)
def test_every_clause_has_its_like_and_none_twice(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        beside = [clause for kind in KINDS for clause in row[kind]]
        assert [len(row[kind]) for kind in KINDS] == [2, 3, 4], row["text"]
        assert all(clause[reason] for kind, reason in KINDS.items() for clause in row[kind]), row["text"]
        assert {clause["type"] for clause in row["contradicts"]} <= TYPES, row["text"]
        texts = [row["text"], *(clause["text"] for clause in beside)]
        assert len(texts) == len(set(texts)), row["text"]
