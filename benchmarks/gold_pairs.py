"""Pairs of clauses worded far from each other, in fields that no labelled documents are of: tests/gold/pairs.

Each line holds two clauses, as they stand in two documents, and whether they contradict each other; written and
labelled by reading, without sight of the program. Three files are kept aside: no rule was written by reading them.
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

PAIRS = ROOT / "tests" / "gold" / "pairs"
ASIDE = ("offices_and_bodies", "services_to_people", "trades_and_sites")
# Look-alikes that speak of one act all the same, and keep the rule.
OF_ONE_ACT = ("other_unit", "stricter", "summary", "told_otherwise")


@dataclass(frozen=True)
class FarPair:
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


def files() -> list[str]:
    """Return the names of the files of pairs."""
    return sorted(path.stem for path in PAIRS.glob("*.jsonl"))


@cache
def far_pairs(name: str) -> tuple[FarPair, ...]:
    """Return the pairs of a file."""
    return tuple(_pairs(PAIRS / f"{name}.jsonl"))


def _pairs(path: Path) -> Iterator[FarPair]:
    with TemporaryDirectory() as folder:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            a, b = (_statements(row[side], Path(folder) / f"{side}.md") for side in "ab")
            yield FarPair(
                row["field"], a, b, row["a"]["of"] == "source", row["kind"] == "conflict", row["type"]
            )


def _statements(side: dict[str, Any], path: Path) -> tuple[Statement, ...]:
    heading = f"## {side['heading']}\n\n" if side["heading"] else ""
    path.write_text(f"# A document\n\n{heading}{side['text']}\n", encoding="utf-8")
    kind = DocumentKind.LEGISLATION if side["of"] == "source" else DocumentKind.POLICY
    document = read_file(path, kind=kind, name=path.name)
    return tuple(read_statements(document, read_duties(document)))
