"""Two policies of one body in like words, put together from the clauses in tests/gold/like_worded and half_worded.

One policy holds the first clause of each row; the other holds, of each row, what contradicts it, what agrees with it or
nothing, in turn, and all that is about something else. So of the pairs of a clause of each, those contradict that
were written to, and no other. There are more look-alikes in them than in policies that somebody uses.

    python benchmarks/like_documents.py   what the program, as shipped, shows of those kept aside; about a minute
"""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from gold_pairs import HALF, LIKE, document_of, files, rows_in

from policycheck.comparing import Read, compare_policies
from policycheck.domain.findings import FindingKind, Sensitivity
from policycheck.embedding import TunedMiniLM
from policycheck.matching import Statement, anchored
from policycheck.settings import SHOWN_FROM

TURNS = 3


def kept_as(name: str) -> str:
    """Return the name under which what is read of the pairs of a file in nearly the same words is kept."""
    return f"{LIKE.name}/{name}"


@dataclass(frozen=True, eq=False)
class LikePolicies:
    """Two policies of one field, and the texts of the clauses, one of each, that contradict each other."""

    field: str
    one: Read
    other: Read
    contradicting: frozenset[tuple[str, str]]

    def contradict(self, a: Statement, b: Statement) -> bool:
        """Tell whether a statement of the one and one of the other stand in clauses that contradict each other."""
        clauses = (self.one.document.clauses[a.clause].text, self.other.document.clauses[b.clause].text)
        return clauses in self.contradicting


@cache
def like_policies(folder: Path, name: str) -> tuple[LikePolicies, ...]:
    """Return the policies made of a file, each field's in every turn; embedded by the encoder as it is shipped."""
    by_field: dict[str, list[dict[str, Any]]] = {}
    for row in rows_in(folder, name):
        by_field.setdefault(row["field"], []).append(row)
    made = [(field, *_made(rows, turn)) for field, rows in by_field.items() for turn in range(TURNS)]
    texts = sorted({s.in_context for _, *reads, _ in made for read in reads for s in read.statements})
    vectors = dict(zip(texts, TunedMiniLM().embed(texts), strict=True))

    def embedded(read: Read) -> Read:
        return replace(read, vectors=np.stack([vectors[s.in_context] for s in read.statements]))

    return tuple(
        LikePolicies(field, embedded(one), embedded(other), pairs) for field, one, other, pairs in made
    )


def _made(rows: list[dict[str, Any]], turn: int) -> tuple[Read, Read, frozenset[tuple[str, str]]]:
    other: list[dict[str, str]] = []
    pairs = set()
    for place, row in enumerate(rows):
        if (place + turn) % TURNS == 0:
            other.append(row["contradicts"][turn])
            pairs.add((row["text"], other[-1]["text"]))
        elif (place + turn) % TURNS == 1:
            other.append(row["agrees"][0])
        other += row["other"]
    return _policy("one", rows), _policy("other", other), frozenset(pairs)


def _policy(name: str, clauses: list[dict[str, Any]]) -> Read:
    """Return a policy of some clauses, those without a heading first: else they would stand under another's."""
    return document_of(sorted(clauses, key=lambda clause: bool(clause["heading"])), name, title="A policy")


def shown_of(made: LikePolicies) -> set[tuple[str, str]]:
    """Return the texts of the clauses, one of each policy, that the program as shipped says contradict each other."""
    answers = {read.document.path: anchored(len(read.statements), {}, {}) for read in (made.one, made.other)}
    found = compare_policies(made.one, made.other, answers, read_pairs=TunedMiniLM().read_pairs)
    least = SHOWN_FROM[Sensitivity.BALANCED][FindingKind.CONFLICT]
    return {
        (finding.a.text, finding.b.text)
        for finding in (*found.conflicts, *found.copies)
        if finding.confidence >= least and finding.b is not None
    }


def main() -> None:
    for folder, worded in (
        (LIKE, "nearly the same words"),
        (HALF, "a third to a half of their words the same"),
    ):
        right = wrong = there = 0
        for name in files(folder, aside=True):
            for made in like_policies(folder, name):
                shown = shown_of(made)
                right += len(shown & made.contradicting)
                wrong += len(shown - made.contradicting)
                there += len(made.contradicting)
        print(f"{worded}: {right} of {there} contradictions shown, and {wrong} that are none")


if __name__ == "__main__":
    main()
