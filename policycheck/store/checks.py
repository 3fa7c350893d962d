"""What the last check found, as rows and back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from policycheck.domain.alignments import Alignment, Evidence, Reason, Severity, Verdict
from policycheck.domain.findings import Action, Assignment, Decision, Finding, FindingStatus
from policycheck.domain.obligations import Applies
from policycheck.domain.scopes import ComputedScope
from policycheck.store.codec import encode
from policycheck.store.connection import storable
from policycheck.store.schema import applies, coverage, finding, pair_scope, passage

_Passage = tuple[str, str, str, str]


def clear(connection: sa.Connection) -> None:
    """Forget the last check."""
    clear_shown(connection)
    for table in (applies, pair_scope):
        connection.execute(table.delete())


def clear_shown(connection: sa.Connection) -> None:
    """Forget the verdicts and findings of the last check."""
    for table in (coverage, passage, finding):
        connection.execute(table.delete())


def insert_coverage(connection: sa.Connection, alignments: Iterable[Alignment]) -> int:
    """Write the alignments in their order; return how many."""
    numbers: dict[_Passage, int] = {}
    rows = [_coverage_row(one, numbers) for one in alignments]
    names = ("document", "clause", "ref", "text")
    passages = [
        {"id": number, **dict(zip(names, map(storable, words), strict=True))}
        for words, number in numbers.items()
    ]
    if passages:
        connection.execute(passage.insert(), passages)
    if rows:
        connection.execute(coverage.insert(), rows)
    return len(rows)


def select_coverage(connection: sa.Connection) -> list[Alignment]:
    """Return the alignments in the order they were written."""
    rows = connection.execute(sa.select(passage))
    passages: dict[int, _Passage] = {row.id: (row.document, row.clause, row.ref, row.text) for row in rows}
    return [_alignment(row, passages) for row in connection.execute(_COVERAGE)]


def insert_findings(connection: sa.Connection, findings: Sequence[Finding]) -> None:
    """Write the findings in their order; their status is not kept: it follows from the decisions."""
    if findings:
        rows = [{"id": one.id, "payload": encode(one)} for one in findings]
        connection.execute(finding.insert(), rows)


def status_of(one: Finding, last: Decision | None) -> FindingStatus:
    """Return where a finding stands after the last decision on it."""
    if last is None or last.action is Action.REOPEN:
        return FindingStatus.OPEN
    return last.action.status if last.stamp == one.stamp else FindingStatus.LAPSED


def as_it_stands(one: Finding, last: Decision | None, assigned: Assignment | None) -> Finding:
    """Return a finding with what people last said of it."""
    status = status_of(one, last)
    assignee = "" if assigned is None else assigned.assignee
    due = None if assigned is None else assigned.due
    if (one.status, one.assignee, one.due) == (status, assignee, due):
        return one
    return replace(one, status=status, assignee=assignee, due=due)


def insert_applies(connection: sa.Connection, ours: Mapping[str, tuple[Applies, str]]) -> None:
    """Write whether each obligation is ours, and why."""
    if ours:
        rows = [
            {"obligation": key, "applies": answer, "reason": storable(why)}
            for key, (answer, why) in ours.items()
        ]
        connection.execute(applies.insert(), rows)


def select_applies(connection: sa.Connection) -> dict[str, tuple[Applies, str]]:
    """Return whether each obligation is ours, and why."""
    rows = connection.execute(sa.select(applies))
    return {row.obligation: (Applies(row.applies), row.reason) for row in rows}


def insert_scopes(connection: sa.Connection, scopes: Sequence[ComputedScope]) -> None:
    """Write what was computed for each source and policy."""
    if scopes:
        rows = [
            {**encode(one), "source": storable(one.source), "policy": storable(one.policy)} for one in scopes
        ]
        connection.execute(pair_scope.insert(), rows)


def select_scopes(connection: sa.Connection) -> list[ComputedScope]:
    """Return what was computed for each source and policy."""
    rows = connection.execute(sa.select(pair_scope).order_by(pair_scope.c.source, pair_scope.c.policy))
    return [ComputedScope(**row._mapping) for row in rows]


_COVERAGE = sa.select(coverage).order_by(coverage.c.position)


def _coverage_row(one: Alignment, numbers: dict[_Passage, int]) -> dict[str, object]:
    return {
        "obligation": one.obligation,
        "policy": storable(one.policy),
        "verdict": one.verdict,
        "in_scope": one.in_scope,
        "severity": one.severity,
        "confidence": one.confidence,
        "evidence": [[_number(shown, numbers), shown.score] for shown in one.evidence],
        "reasons": [[reason.code, reason.message] for reason in one.reasons],
        "computed_scope": one.computed_scope,
    }


def _number(shown: Evidence, numbers: dict[_Passage, int]) -> int:
    return numbers.setdefault((shown.document, shown.clause, shown.ref, shown.text), len(numbers) + 1)


def _alignment(row: Sequence[Any], passages: Mapping[int, _Passage]) -> Alignment:
    # unpacked, not read by name: there may be a hundred thousand of them
    _position, obligation, policy, verdict, in_scope, severity, confidence, evidence, reasons, computed = row
    return Alignment(
        obligation=obligation,
        policy=policy,
        verdict=Verdict(verdict),
        in_scope=in_scope,
        severity=Severity(severity),
        confidence=confidence,
        evidence=tuple(_evidence(passages[number], score) for number, score in evidence),
        reasons=tuple(Reason(code=code, message=message) for code, message in reasons),
        computed_scope=computed,
    )


def _evidence(words: _Passage, score: float) -> Evidence:
    document, clause, ref, text = words
    return Evidence(document=document, clause=clause, ref=ref, text=text, score=score)
