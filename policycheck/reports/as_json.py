"""The report as JSON for other programs, in the shape that `report.schema.json` describes."""

import json
from collections.abc import Sequence
from typing import Any

from policycheck.domain.alignments import Alignment, Reason
from policycheck.domain.documents import Document
from policycheck.domain.findings import Decision, Finding, FindingKind, Quotation
from policycheck.domain.obligations import Obligation, Threshold, ThresholdKind
from policycheck.domain.readings import holder_words
from policycheck.domain.report import Report
from policycheck.domain.scopes import PairScope
from policycheck.reports.view import applies_to

SCHEMA = "policycheck/report/1"


def render(report: Report) -> bytes:
    """Return the report as UTF-8 JSON text."""
    text = json.dumps(report_dict(report), ensure_ascii=False, indent=1)
    return text.encode("utf-8", "replace")  # a broken file may leave half surrogates


def report_dict(report: Report) -> dict[str, Any]:
    """Return the report as plain dicts, lists, strings and numbers."""
    return {
        "schema": SCHEMA,
        "created": report.created.isoformat(),
        "model": {"name": report.model.name, "sha256": report.model.sha256},
        "profile": {"roles": list(report.profile.roles)},
        "documents": [_document(one) for one in report.documents],
        "obligations": [_obligation(one, report) for one in report.obligations],
        "coverage": [_coverage(one) for one in report.coverage],
        "conflicts": [_conflict(one) for one in report.findings if one.kind is FindingKind.CONFLICT],
        "findings": [_finding(one) for one in report.findings],
        "decisions": [_decision(one) for one in report.decisions],
        "sensitivity": report.sensitivity.value,
        "hidden_findings": report.hidden,
        "scopes": [scope_dict(one) for one in report.scopes],
    }


def _document(document: Document) -> dict[str, Any]:
    return {
        "path": document.path,
        "title": document.title,
        "kind": document.kind.value,
        "status": document.status.value,
        "warnings": list(document.warnings),
        "sha256": document.sha256,
        "clauses": [
            {
                "id": clause.id,
                "ref": clause.ref,
                "heading_path": list(clause.heading_path),
                "text": clause.text,
                "page": clause.page,
                "start": clause.start,
                "end": clause.end,
            }
            for clause in document.clauses
        ],
    }


def _obligation(obligation: Obligation, report: Report) -> dict[str, Any]:
    applies, reason = applies_to(report, obligation.id)
    return {**obligation_dict(obligation), "applies": applies.value, "applies_reason": reason}


def document_dict(document: Document) -> dict[str, Any]:
    """Return one document as it was read: its clauses in order and its own terms, without its plain text."""
    return {
        "path": document.path,
        "title": document.title,
        "kind": document.kind.value,
        "status": document.status.value,
        "version": document.version,
        "warnings": list(document.warnings),
        "clauses": [
            {
                "id": clause.id,
                "ref": clause.ref,
                "kind": clause.kind.value,
                "parent": clause.parent,
                "heading_path": list(clause.heading_path),
                "page": clause.page,
                "text": clause.text,
                "closing": clause.closing,
                "columns": list(clause.columns),
                "quoted": clause.quoted,
                "status": clause.status.value,
                "extent": clause.extent,
            }
            for clause in document.clauses
        ],
        "terms": [{"short": term.short, "long": term.long, "clause": term.clause} for term in document.terms],
    }


def obligation_dict(obligation: Obligation) -> dict[str, Any]:
    """Return one obligation as it was read, without whose it is."""
    return {
        "id": obligation.id,
        "document": obligation.document,
        "clause": obligation.clause,
        "ref": obligation.ref,
        "text": obligation.text,
        "modality": obligation.modality.value,
        "signal": obligation.signal,
        "signal_start": obligation.signal_start,
        "duty_holder": obligation.duty_holder,
        "duty_holder_source": obligation.holder_source.value,
        "duty_holder_reason": holder_words(obligation),
        "duty_holder_means": obligation.holder_means,
        "act": obligation.act,
        "recipient": obligation.recipient,
        "items": list(obligation.items),
        "items_joined_by": obligation.joined_by,
        "conditions": list(obligation.conditions),
        "exceptions": list(obligation.exceptions),
        "time_limits": [
            {
                "kind": limit.kind.value,
                "value": limit.value,
                "unit": None if limit.unit is None else limit.unit.value,
                "working": limit.working,
                "trigger": limit.trigger,
                "comparator": limit.comparator.value,
                "text": limit.text,
            }
            for told in obligation.time_limits
            for limit in told.ends
        ],
        "thresholds": [
            {
                "kind": _kind_of(threshold),
                "comparator": threshold.comparator.value,
                "value": threshold.value,
                "unit": threshold.unit,
                "trigger": threshold.trigger,
                "text": threshold.text,
            }
            for told in obligation.thresholds
            for threshold in told.ends
        ],
        "purpose": obligation.purpose,
        "references": [
            {"text": one.text, "ref": one.ref, "instrument": one.instrument, "clause": one.clause}
            for one in obligation.references
        ],
    }


def _kind_of(threshold: Threshold) -> str:
    """The schema knows no measures: "two metres" counts metres, as its unit says."""
    return (ThresholdKind.COUNT if threshold.kind is ThresholdKind.MEASURE else threshold.kind).value


def _coverage(alignment: Alignment) -> dict[str, Any]:
    by_hand = {} if alignment.computed_scope is None else {"scope_by_hand": True}
    return {
        **by_hand,
        "obligation": alignment.obligation,
        "policy": alignment.policy,
        "verdict": alignment.verdict.value,
        "in_scope": alignment.in_scope,
        "severity": alignment.severity.value,
        "confidence": alignment.confidence,
        "evidence": [
            {"document": shown.document, "ref": shown.ref, "text": shown.text, "score": shown.score}
            for shown in alignment.evidence
        ],
        "reasons": _reasons(alignment.reasons),
    }


def _conflict(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "type": None if finding.conflict_type is None else finding.conflict_type.value,
        "severity": finding.severity.value,
        "a": _quotation(finding.a),
        "b": None if finding.b is None else _quotation(finding.b),
        "message": finding.message,
        "confidence": finding.confidence,
        "reasons": _reasons(finding.reasons),
        "topic": _topic(finding),
    }


def _reasons(reasons: Sequence[Reason]) -> list[dict[str, str]]:
    return [{"code": reason.code, "message": reason.message} for reason in reasons]


def _topic(finding: Finding) -> dict[str, str] | None:
    return None if finding.topic is None else {"id": finding.topic.id, "title": finding.topic.title}


def _quotation(quotation: Quotation) -> dict[str, Any]:
    return {
        "document": quotation.document,
        "ref": quotation.ref,
        "text": quotation.text,
        "start": quotation.start,
        "end": quotation.end,
        "page": quotation.page,
        "words": quotation.words,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "kind": finding.kind.value,
        "status": finding.status.value,
        "severity": finding.severity.value,
        "confidence": finding.confidence,
        "stamp": finding.stamp,
        "obligation": finding.obligation,
        "policy": finding.policy,
        "verdict": None if finding.verdict is None else finding.verdict.value,
        "message": finding.message,
        "reasons": _reasons(finding.reasons),
        "warnings": list(finding.warnings),
        "rule": finding.rule,
        "topic": _topic(finding),
        "assignee": finding.assignee,
        "due": None if finding.due is None else finding.due.isoformat(),
    }


def finding_dict(finding: Finding) -> dict[str, Any]:
    """Return one finding by itself, with both quotations."""
    return {
        **_finding(finding),
        "type": None if finding.conflict_type is None else finding.conflict_type.value,
        "a": _quotation(finding.a),
        "b": None if finding.b is None else _quotation(finding.b),
    }


def _decision(decision: Decision) -> dict[str, Any]:
    return {
        "finding": decision.finding,
        "action": decision.action.value,
        "by": decision.by,
        "at": decision.at.isoformat(),
        "stamp": decision.stamp,
        "note": decision.note,
        "rule": decision.rule,
    }


def scope_dict(scope: PairScope) -> dict[str, Any]:
    """Return whether a policy is meant to meet a source: computed, by hand, and why."""
    return {
        "source": scope.source,
        "policy": scope.policy,
        "computed": scope.computed,
        "by_hand": scope.by_hand,
        "effective": scope.effective,
        "reason": {"code": scope.reason.code, "message": scope.reason.message},
        "inside": scope.inside,
        "duties": scope.duties,
        "by": "" if scope.decision is None else scope.decision.by,
        "at": None if scope.decision is None else scope.decision.at.isoformat(),
        "note": "" if scope.decision is None else scope.decision.note,
    }
