"""The last check as people see it: what is shown, what is set aside, and the figures on top."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from time import perf_counter

from policycheck.assembling import duties_of, nothing_close
from policycheck.domain.alignments import LIBRARY, Alignment, Verdict
from policycheck.domain.documents import Document
from policycheck.domain.findings import Decision, Finding, FindingKind, FindingStatus, Sensitivity
from policycheck.domain.obligations import Applies, Obligation
from policycheck.domain.results import CheckSummary
from policycheck.settings import SHOWN_FROM

Answers = Mapping[str, tuple[Applies, str]]
# What is shown, and how many findings are too uncertain to be.
Parted = tuple[list[Finding], int]


def is_shown(finding: Finding, sensitivity: Sensitivity) -> bool:
    """Tell whether a finding is sure enough to be shown; one that a person decided on or gave out always is."""
    touched = finding.status is not FindingStatus.OPEN or finding.assignee or finding.due is not None
    return bool(touched) or finding.confidence >= SHOWN_FROM[sensitivity][finding.kind]


def chosen(
    findings: Iterable[Finding],
    *,
    sensitivity: Sensitivity,
    kind: FindingKind | None = None,
    status: FindingStatus | None = None,
    assignee: str | None = None,
    due_by: date | None = None,
) -> list[Finding]:
    """Return the findings that are shown and meet what was asked for; what is due by a date has one."""
    return [
        one
        for one in findings
        if kind in (None, one.kind)
        and status in (None, one.status)
        and assignee in (None, one.assignee)
        and (due_by is None or (one.due is not None and one.due <= due_by))
        and is_shown(one, sensitivity)
    ]


def parted(
    findings: Iterable[Finding], *, sensitivity: Sensitivity, kind: FindingKind | None = None
) -> Parted:
    """Return the findings (of one kind) that are shown, and how many are not."""
    of_kind = [one for one in findings if kind in (None, one.kind)]
    shown = [one for one in of_kind if is_shown(one, sensitivity)]
    return shown, len(of_kind) - len(shown)


def set_aside(findings: Iterable[Finding], decisions: Sequence[Decision]) -> dict[str, tuple[Applies, str]]:
    """Return the obligations that a person said do not apply, with who said so and why."""
    last = {made.finding: made for made in decisions}
    aside = [one for one in findings if one.status is FindingStatus.NOT_APPLICABLE]
    return {
        one.obligation: (Applies.NO, f"Not applicable, said {last[one.id].by}: {last[one.id].note}")
        for one in aside
    }


def summary_of(
    *,
    documents: Sequence[Document],
    coverage: Iterable[Alignment],
    applies: Answers,
    aside: Answers,
    findings: Sequence[Finding],
    sensitivity: Sensitivity,
    computed: int,
    reused: int,
    started: float,
) -> CheckSummary:
    """Return a check in figures; `applies` is as computed, `aside` what people said does not apply."""
    library = [a for a in coverage if a.policy == LIBRARY]
    ours = [a for a in library if applies.get(a.obligation, (Applies.YES, ""))[0] is not Applies.NO]
    scoped = [a for a in ours if a.in_scope]
    counted = [a for a in scoped if a.obligation not in aside]
    shown = [f for f in findings if is_shown(f, sensitivity)]

    def count(verdict: Verdict) -> int:
        return sum(a.verdict is verdict for a in counted)

    return CheckSummary(
        documents=len(documents),
        clauses=sum(len(d.clauses) for d in documents),
        obligations=len(library),
        covered=count(Verdict.COVERED),
        partial=count(Verdict.PARTIAL),
        missing=count(Verdict.MISSING),
        conflict=count(Verdict.CONFLICT),
        contradictions=sum(f.kind is FindingKind.CONFLICT for f in shown),
        not_ours=len(library) - len(ours),
        out_of_scope=len(ours) - len(scoped),
        not_applicable=len(scoped) - len(counted),
        lapsed=sum(f.status is FindingStatus.LAPSED for f in findings),
        hidden=len(findings) - len(shown),
        computed=computed,
        reused=reused,
        seconds=perf_counter() - started,
    )


def every_pair(
    documents: Sequence[Document], obligations: Sequence[Obligation], coverage: Iterable[Alignment]
) -> Iterator[Alignment]:
    """Yield each duty's alignment with every policy and the library, those left out of `coverage` too."""
    found = {(a.obligation, a.policy): a for a in coverage}
    policies = [d.path for d in documents if not d.kind.is_source and d.clauses]
    for source, obligation in duties_of(documents, obligations):
        for policy in (*policies, LIBRARY):
            known = found.get((obligation.id, policy))
            yield known or nothing_close(obligation, source, policy)
