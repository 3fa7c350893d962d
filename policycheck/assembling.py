"""What was compared becomes what is shown: scope as a person said, the library's verdict, gaps, topics."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from policycheck.alignment import library_verdict, severity_of
from policycheck.alignment.messages import out_of_scope_reason
from policycheck.domain.alignments import LIBRARY, Alignment, Verdict
from policycheck.domain.documents import Clause, Document
from policycheck.domain.findings import Finding
from policycheck.domain.obligations import Applies, Modality, Obligation
from policycheck.domain.scopes import ScopeDecision
from policycheck.findings import by_weight, gap_finding, partly_read
from policycheck.topics import with_topics

ByHand = Mapping[tuple[str, str], ScopeDecision]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a check shows: every verdict worth keeping, the library's among them, and the findings."""

    coverage: tuple[Alignment, ...]
    findings: tuple[Finding, ...]


def assemble(
    alignments: Iterable[Alignment],
    conflicts: Iterable[Finding],
    *,
    documents: Sequence[Document],
    obligations: Sequence[Obligation],
    applies: Mapping[str, tuple[Applies, str]],
    by_hand: ByHand,
) -> Shown:
    """Return what is shown of alignments with policies and contradictions, as they were compared.

    Alignments of the library, and what an earlier scope by hand did to the others, are made anew. `by_hand` is
    what people said of (source, policy).
    """
    coverage = _with_library(_scoped(alignments, documents, obligations, by_hand), documents, obligations)
    gaps = _gaps(coverage, documents, obligations, applies)
    clashes: dict[str, Finding] = {}
    for conflict in conflicts:
        known = clashes.get(conflict.id)
        if known is None or known.confidence < conflict.confidence:
            clashes[conflict.id] = conflict
    return Shown(
        coverage=tuple(coverage), findings=tuple(by_weight([*gaps, *with_topics(list(clashes.values()))]))
    )


def duties_of(
    documents: Sequence[Document], obligations: Sequence[Obligation]
) -> list[tuple[Document, Obligation]]:
    """Return the obligations that policies must answer: those of sources, without permissions."""
    sources = {d.path: d for d in documents if d.kind.is_source}
    return [
        (sources[o.document], o)
        for o in obligations
        if o.document in sources and o.modality is not Modality.PERMISSION
    ]


def nothing_close(obligation: Obligation, source: Document, policy: str) -> Alignment:
    """Return the alignment of a pair that is missing and out of scope, as comparing leaves out."""
    return Alignment(
        obligation=obligation.id,
        policy=policy,
        verdict=Verdict.MISSING,
        in_scope=False,
        severity=severity_of(Verdict.MISSING, modality=obligation.modality, kind=source.kind),
        confidence=0.9,
        reasons=(out_of_scope_reason(),),
    )


def _scoped(
    alignments: Iterable[Alignment],
    documents: Sequence[Document],
    obligations: Sequence[Obligation],
    by_hand: ByHand,
) -> dict[str, list[Alignment]]:
    """Return each obligation's alignments with policies, in the scope that people gave them where they did."""
    found: dict[str, dict[str, Alignment]] = {}
    for one in alignments:
        computed = _as_computed(one)
        if one.policy != LIBRARY and (computed.in_scope or computed.verdict is not Verdict.MISSING):
            found.setdefault(one.obligation, {})[one.policy] = computed
    policies = {d.path for d in documents if not d.kind.is_source and d.clauses}
    said: dict[str, list[ScopeDecision]] = {}
    for made in by_hand.values():
        if made.policy in policies:
            said.setdefault(made.source, []).append(made)
    for source, obligation in duties_of(documents, obligations):
        for made in said.get(source.path, ()):
            over = found.setdefault(obligation.id, {})
            computed = over.get(made.policy) or nothing_close(obligation, source, made.policy)
            if made.policy in over or made.inside:
                over[made.policy] = replace(
                    computed, in_scope=bool(made.inside), computed_scope=computed.in_scope
                )
    return {obligation: list(over.values()) for obligation, over in found.items()}


def _as_computed(alignment: Alignment) -> Alignment:
    if alignment.computed_scope is None:
        return alignment
    return replace(alignment, in_scope=alignment.computed_scope, computed_scope=None)


def _with_library(
    found: Mapping[str, Sequence[Alignment]],
    documents: Sequence[Document],
    obligations: Sequence[Obligation],
) -> list[Alignment]:
    """Return the alignments found, and for each obligation the library's after them."""
    coverage: list[Alignment] = []
    for source, obligation in duties_of(documents, obligations):
        over = found.get(obligation.id) or [nothing_close(obligation, source, "")]
        coverage += [a for a in over if a.policy]
        coverage.append(replace(library_verdict(over), computed_scope=None))
    return coverage


def _gaps(
    coverage: Sequence[Alignment],
    documents: Sequence[Document],
    obligations: Sequence[Obligation],
    applies: Mapping[str, tuple[Applies, str]],
) -> list[Finding]:
    """Return a finding for each obligation that is ours, in scope, and not covered by the library."""
    by_path = {d.path: d for d in documents}
    clauses: dict[str, Clause] = {c.id: c for d in documents for c in d.clauses}
    library = {a.obligation: a for a in coverage if a.policy == LIBRARY}
    unread = partly_read(*(d for d in documents if not d.kind.is_source))
    findings: list[Finding] = []
    ordinals: dict[tuple[str, str], int] = {}
    for _, obligation in duties_of(documents, obligations):
        place = (obligation.document, obligation.ref)
        ordinals[place] = ordinals.get(place, 0) + 1
        alignment = library[obligation.id]
        ours = applies[obligation.id][0] is not Applies.NO
        if not ours or not alignment.in_scope or alignment.verdict is Verdict.COVERED:
            continue
        findings.append(
            gap_finding(alignment, obligation, ordinals[place], by_path, clauses, library_warnings=unread)
        )
    return findings
