"""The properties of a finding that the list can be narrowed by, as data: one chip is one value of one facet."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from policycheck.domain.documents import DocumentKind
from policycheck.domain.findings import Finding, FindingKind
from policycheck_ui import words

WHOLE_LIBRARY = "*"
NOBODY = ""
DAYS_SOON = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One property: its values in a finding, and in which order the values are offered (else by their words)."""

    id: str
    title: str
    values: Callable[[Finding, Mapping[str, DocumentKind]], tuple[str, ...]]
    words: Mapping[str, str]


def _type(finding: Finding, _: Mapping[str, DocumentKind]) -> tuple[str, ...]:
    if finding.kind is FindingKind.CONFLICT:
        return (finding.conflict_type.value,) if finding.conflict_type else ()
    return (f"gap_{finding.verdict.value}",) if finding.verdict else ()


def _sources(finding: Finding, kinds: Mapping[str, DocumentKind]) -> tuple[str, ...]:
    return tuple(path for path in _documents(finding) if kinds.get(path, DocumentKind.POLICY).is_source)


def _policies(finding: Finding, kinds: Mapping[str, DocumentKind]) -> tuple[str, ...]:
    found = tuple(path for path in _documents(finding) if not kinds.get(path, DocumentKind.POLICY).is_source)
    return found or (WHOLE_LIBRARY,)


def _documents(finding: Finding) -> tuple[str, ...]:
    quoted = [finding.a.document] + ([finding.b.document] if finding.b is not None else [])
    return tuple(dict.fromkeys(quoted))


def _due(finding: Finding) -> str:
    if finding.due is None:
        return "none"
    days = (finding.due - date.today()).days
    return "overdue" if days < 0 else "week" if days <= DAYS_SOON else "later"


FACETS: tuple[Facet, ...] = (
    Facet(
        id="kind",
        title="Kind",
        values=lambda finding, _: (finding.kind.value,),
        words={kind.value: word for kind, word in words.FINDING_KINDS.items()},
    ),
    Facet(
        id="type",
        title="Type",
        values=_type,
        words={
            **{
                f"gap_{v.value}": f"Gap: {w.lower()}"
                for v, w in words.VERDICTS.items()
                if v.value != "covered"
            },
            **{kind.value: word for kind, word in words.CONFLICT_NAMES.items()},
        },
    ),
    Facet(
        id="severity",
        title="Severity",
        values=lambda finding, _: (finding.severity.value,),
        words={severity.value: word for severity, word in words.SEVERITIES.items()},
    ),
    Facet(id="source", title="Source", values=_sources, words={}),
    Facet(id="policy", title="Policy", values=_policies, words={WHOLE_LIBRARY: "No clause found"}),
    Facet(
        id="status",
        title="Status",
        values=lambda finding, _: (finding.status.value,),
        words={status.value: word for status, word in words.STATUSES.items()},
    ),
    Facet(
        id="confidence",
        title="Confidence",
        values=lambda finding, _: (words.confidence_word(finding.confidence),),
        words={"high": "High", "medium": "Medium", "low": "Low"},
    ),
    Facet(
        id="assignee",
        title="Assigned to",
        values=lambda finding, _: (finding.assignee,),
        words={NOBODY: "Nobody"},
    ),
    Facet(
        id="due",
        title="Due",
        values=lambda finding, _: (_due(finding),),
        words={"overdue": "Overdue", "week": "Within a week", "later": "Later", "none": "No date"},
    ),
)
BY_ID = {facet.id: facet for facet in FACETS}
