"""How fast obligations are read: clauses per second of one processor, beside a search for the first modal verb.

Both read the sample corpus (or the files given) in turn, in one process, so that their ratio holds on any computer.
"""

import argparse
import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time

from policycheck.domain.documents import Document, DocumentKind
from policycheck.obligations import read_clauses, read_text
from policycheck.reading import choose_kind, files_under, read_file
from policycheck.samples import sample_corpus

_MODAL = re.compile(r"\b(?:must|shall|should|may|can|will)\b(?:\s+not\b)?", re.IGNORECASE)
_GOAL = 5_000  # clauses per processor-second; two processors then read 10,000


def read_modals(documents: Sequence[Document]) -> int:
    """Return how many clauses hold a modal verb: the reader this one has to be worth its time against."""
    return sum(_MODAL.search(clause.text) is not None for one in documents for clause in one.clauses)


def read_duties(documents: Sequence[Document], kind: DocumentKind) -> int:
    """Return how many obligations are found."""
    return sum(len(read_clauses(one.clauses, document=one.path, kind=kind)) for one in documents)


def rate(work: Callable[[], int], clauses: int) -> float:
    """Return the clauses per processor-second of one run."""
    started = process_time()
    work()
    return clauses / max(process_time() - started, 1e-9)


def main() -> None:
    """Print the rate of the first pass, the median rate of the others, and the ratio to the modal verbs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "paths", nargs="*", type=Path, help="files or folders to read; the sample corpus if none"
    )
    parser.add_argument("--repeat", type=int, default=20, help="passes over the texts (default: %(default)s)")
    options = parser.parse_args()
    files = files_under(
        options.paths or [sample_corpus() / name for name in ("legislation", "local_policies")]
    )
    documents = [read_file(path, kind=choose_kind(path)) for path in files]
    clauses = sum(len(one.clauses) for one in documents)
    read_text("The manager must visit every week.")  # the vocabulary is read from its files once
    print(f"{clauses} clauses in {len(documents)} documents, {options.repeat} passes")
    for kind in (DocumentKind.POLICY, DocumentKind.LEGISLATION):
        first = rate(partial(read_duties, documents, kind), clauses)
        passes = [
            (
                rate(partial(read_duties, documents, kind), clauses),
                rate(partial(read_modals, documents), clauses),
            )
            for _ in range(options.repeat)
        ]
        reader, modals = median(one for one, _ in passes), median(other for _, other in passes)
        ratio = median(other / one for one, other in passes)
        print(
            f"read as {kind.value}: {reader:,.0f} clauses per processor-second (first pass {first:,.0f}; "
            f"goal {_GOAL:,}); first modal verb {modals:,.0f}, {ratio:.0f} times as fast"
        )


if __name__ == "__main__":
    main()
