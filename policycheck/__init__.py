"""policycheck: holds an organisation's policies against the law it must follow.

Five functions for scripts and notebooks; they take the same code paths as the program.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policycheck.domain.alignments import Coverage
    from policycheck.domain.documents import Clause, Document, DocumentKind
    from policycheck.domain.findings import Conflict
    from policycheck.domain.obligations import Obligation

__version__ = "0.1.0"
__all__ = ["find_conflicts", "judge_coverage", "rank", "read_document", "read_obligations"]


def read_document(path: str | Path, *, kind: "DocumentKind | None" = None) -> "Document":
    """Read a file into clauses with references; raises a FileError that says what to do."""
    from policycheck.reading import choose_kind, read_file  # noqa: PLC0415 - importing policycheck stays quick

    return read_file(Path(path), kind=kind or choose_kind(Path(path)))


def read_obligations(text: str) -> "list[Obligation]":
    """Return the obligations, prohibitions, recommendations and permissions that a text states."""
    from policycheck.obligations import read_text  # noqa: PLC0415 - importing policycheck stays quick

    return read_text(text)


def rank(
    queries: Sequence[str], clauses: "Sequence[str | Clause]", *, k: int
) -> list[list[tuple[int, float]]]:
    """Return for each query up to k (clause index, score 0 to 1), best first."""
    from policycheck.scripting import rank as run  # noqa: PLC0415 - importing policycheck stays quick

    return run(queries, clauses, k=k)


def judge_coverage(obligation: "str | Obligation", clauses: "Sequence[str | Clause]") -> "Coverage":
    """Return how some clauses meet an obligation: verdict, confidence, reasons, evidence as indices."""
    from policycheck.scripting import judge_coverage as run  # noqa: PLC0415 - importing policycheck stays quick

    return run(obligation, clauses)


def find_conflicts(
    clauses: "Sequence[str | Clause]", *, groups: Sequence[int] | None = None
) -> "list[Conflict]":
    """Return the pairs of clauses that contradict each other, as indices with type, confidence and message.

    `groups` gives each clause its document's number; without it all are of one document.
    """
    from policycheck.scripting import find_conflicts as run  # noqa: PLC0415 - importing policycheck stays quick

    return run(clauses, groups=groups)
