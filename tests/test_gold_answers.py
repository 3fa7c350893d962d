"""The duties and single clauses that meet them wholly, in part or not at all, or break them: each stands there once."""

import json
from pathlib import Path
from typing import Any

import pytest

FILES = sorted((Path(__file__).parent / "gold" / "answers").glob("*"))
KINDS = {"whole": None, "partly": "part", "breaks": "type", "other": "why"}
PARTS = {
    *("scope", "time_limit", "frequency", "modality", "recipient", "list_item"),
    *("condition", "form", "duty_holder", "record", "exception"),
}


@pytest.mark.parametrize("path", FILES, ids=lambda one: one.stem)
def test_every_duty_has_its_answers_and_none_twice(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        beside = [clause for kind in KINDS for clause in row[kind]]
        assert [len(row[kind]) for kind in KINDS] == [3, 4, 1, 4], row["text"]
        assert all(clause[reason] for kind, reason in KINDS.items() if reason for clause in row[kind]), row[
            "text"
        ]
        assert {clause["part"] for clause in row["partly"]} <= PARTS, row["text"]
        texts = [row["text"], *(clause["text"] for clause in beside)]
        assert len(texts) == len(set(texts)), row["text"]
