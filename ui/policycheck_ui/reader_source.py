"""What the reader shows: documents with their clauses, their obligations, and which clause answers which."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from policycheck.domain.alignments import LIBRARY, Alignment, Evidence, Verdict
from policycheck.domain.documents import Document
from policycheck.domain.obligations import Applies, Obligation

_ANSWERS_TOO = 0.25  # a score from which a clause beside the best is worth going to
_GRAVITY = (Verdict.CONFLICT, Verdict.MISSING, Verdict.PARTIAL, Verdict.COVERED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderSource:
    """Documents by path, obligations by document and clause, alignments by obligation and policy."""

    documents: Mapping[str, Document] = field(default_factory=dict)
    duties: Mapping[str, Sequence[Obligation]] = field(default_factory=dict)
    aligned: Mapping[tuple[str, str], Alignment] = field(default_factory=dict)
    applies: Mapping[str, tuple[Applies, str]] = field(default_factory=dict)

    def sources(self) -> list[Document]:
        """Return the sources that have clauses."""
        return [d for d in self.documents.values() if d.kind.is_source and d.clauses]

    def policies(self) -> list[Document]:
        """Return the policies that have clauses."""
        return [d for d in self.documents.values() if not d.kind.is_source and d.clauses]

    def at(self, document: str, clause: str) -> list[Obligation]:
        """Return the obligations of a clause."""
        return [duty for duty in self.duties.get(document, ()) if duty.clause == clause]

    def is_ours(self, duty: Obligation) -> bool:
        """Whether the duty is ours, as far as is known."""
        return self.applies.get(duty.id, (Applies.YES, ""))[0] is not Applies.NO

    def judged(self, duty: Obligation, policy: str) -> Alignment | None:
        """Return how a policy, or the whole library, meets an obligation; None where nothing comes close."""
        return self.aligned.get((duty.id, policy))

    def verdicts(self, document: str, policy: str) -> dict[str, Verdict]:
        """Return the gravest verdict for each clause of a source that asks something of us."""
        found: dict[str, Verdict] = {}
        for duty in self.duties.get(document, ()):
            judged = self.judged(duty, policy)
            if self.is_ours(duty) and judged is not None and judged.in_scope:
                before = found.get(duty.clause, Verdict.COVERED)
                found[duty.clause] = min(before, judged.verdict, key=_GRAVITY.index)
        return found

    def answers(self, policy: str, source: str) -> dict[str, list[tuple[Obligation, Alignment]]]:
        """Return, for each clause of a policy, the obligations of a source that it is evidence for, best first."""
        found: dict[str, list[tuple[float, Obligation, Alignment]]] = {}
        for duty in self.duties.get(source, ()):
            judged = self.judged(duty, policy)
            if judged is None or judged.verdict is Verdict.MISSING:
                continue
            for evidence in answering(judged):
                found.setdefault(evidence.clause, []).append((evidence.score, duty, judged))
        return {
            clause: [(duty, judged) for _, duty, judged in sorted(ones, key=lambda one: -one[0])]
            for clause, ones in found.items()
        }


def reader_source(
    documents: Iterable[Document],
    *,
    obligations: Iterable[Obligation],
    alignments: Iterable[Alignment],
    applies: Mapping[str, tuple[Applies, str]],
) -> ReaderSource:
    """Lay the values of a workspace out for reading."""
    duties: dict[str, list[Obligation]] = {}
    for duty in obligations:
        duties.setdefault(duty.document, []).append(duty)
    return ReaderSource(
        documents={document.path: document for document in documents},
        duties=duties,
        aligned={(item.obligation, item.policy): item for item in alignments},
        applies=applies,
    )


def answering(judged: Alignment) -> list[Evidence]:
    """Return the clauses that a verdict rests on: the best, and others that come near it."""
    others = [item for item in judged.evidence[1:] if item.score >= _ANSWERS_TOO]
    return [*judged.evidence[:1], *others]


def where(judged: Alignment | None, fallback: str) -> str:
    """Return the policy that holds the best evidence of a library-wide verdict."""
    if judged is not None and judged.policy == LIBRARY and judged.evidence:
        return judged.evidence[0].document
    return fallback
