"""Alignments and clashes become findings: what a person sees, with an id that stays and a stamp that may not."""

import hashlib
from collections.abc import Mapping, Sequence, Set

from policycheck.conflicts import Clash
from policycheck.domain.alignments import LIBRARY, Alignment, Reason, Severity, Verdict, weight
from policycheck.domain.documents import Clause, Document, DocumentKind
from policycheck.domain.findings import ConflictType, Finding, FindingKind, Quotation, Topic
from policycheck.domain.obligations import Modality, Obligation
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement
from policycheck.matching.quoting import clip


def fingerprint(*parts: str) -> str:
    """Return a short hash of some texts."""
    return hashlib.sha256("\x00".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def quotation(document: Document, clause: Clause, *, text: str = "", words: str = "") -> Quotation:
    """Quote a clause (or `text` of it); with `words` the offsets narrow to them where they are found."""
    start, end = clause.start, clause.end
    if words:
        at = document.text.find(words, clause.start, clause.end)
        if at >= 0:
            start, end = at, at + len(words)
        else:
            words = ""
    return Quotation(
        document=document.path,
        ref=clause.ref,
        text=text or clause.text,
        clause=clause.id,
        start=start,
        end=end,
        page=clause.page,
        document_title=document.title,
        words=words,
    )


def partly_read(*documents: Document) -> tuple[str, ...]:
    """Return the warnings of documents that could be read only in part: they stand beside their findings."""
    return tuple(
        f"{document.title} was read in part: {warning}"
        for document in documents
        if document.status.value == "partial"
        for warning in document.warnings
    )


def gap_finding(
    alignment: Alignment,
    obligation: Obligation,
    ordinal: int,
    documents: Mapping[str, Document],
    clauses: Mapping[str, Clause],
    *,
    library_warnings: tuple[str, ...] = (),
) -> Finding:
    """Return the finding for an obligation that the library does not cover.

    `ordinal` tells apart the obligations of one reference. `library_warnings` are those of every policy in
    scope that was read only in part: what is missing may stand on a page nobody could read.
    """
    source = documents[obligation.document]
    a = quotation(source, clauses[obligation.clause], text=obligation.text)
    best = alignment.evidence[0] if alignment.evidence else None
    b = quotation(documents[best.document], clauses[best.clause], text=best.text) if best else None
    missing = alignment.verdict is Verdict.MISSING
    judged = obligation.text if missing or b is None else f"{obligation.text}\x00{b.text}"
    return Finding(
        id=fingerprint("gap", obligation.document, obligation.ref, str(ordinal), alignment.policy),
        kind=FindingKind.GAP,
        severity=alignment.severity,
        confidence=alignment.confidence,
        message=_gap_message(alignment),
        a=a,
        b=b,
        stamp=fingerprint(alignment.verdict.value, judged),
        reasons=alignment.reasons,
        policy=alignment.policy,
        obligation=obligation.id,
        verdict=alignment.verdict,
        warnings=(*partly_read(source), *library_warnings),
        topic=_section(source, clauses[obligation.clause]),
    )


def _section(source: Document, clause: Clause) -> Topic:
    """Return the section of a source, under which its gaps are shown together."""
    heading = clause.heading_path[-1] if clause.heading_path else ""
    title = f"{source.title}: {heading}" if heading else source.title
    return Topic(id=fingerprint("section", source.path, *clause.heading_path), title=title)


def _gap_message(alignment: Alignment) -> str:
    where = "No policy" if alignment.policy == LIBRARY else "This policy"
    reason = alignment.reasons[-1].message if alignment.reasons else ""
    return {
        Verdict.MISSING: f"{where} puts this duty on anyone."
        if where == "This policy"
        else f"{where} does this.",
        Verdict.PARTIAL: f"Met in part. {_decisive(alignment) or reason}",
        Verdict.CONFLICT: f"The policy breaks it. {_decisive(alignment) or reason}",
        Verdict.COVERED: "Covered.",
    }[alignment.verdict]


def _decisive(alignment: Alignment) -> str:
    """The first reason that is not merely where the answer stands."""
    return next((r.message for r in alignment.reasons if r.code != "same-act"), "")


def conflict_finding(
    clash: Clash,
    a: tuple[Document, Statement],
    b: tuple[Document, Statement],
    *,
    against_source: bool,
) -> Finding:
    """Return the finding for two statements that contradict each other."""
    quote_a = quotation(a[0], a[0].clauses[a[1].clause], words=clash.objection.a_words)
    quote_b = quotation(b[0], b[0].clauses[b[1].clause], words=clash.objection.b_words)
    kind: ConflictType = clash.objection.type
    places = (f"{quote_a.document}#{quote_a.ref}", f"{quote_b.document}#{quote_b.ref}")
    return Finding(
        id=fingerprint("conflict", kind.value, *places),
        kind=FindingKind.CONFLICT,
        severity=conflict_severity(a, against_source=against_source),
        confidence=clash.confidence,
        message=clash.objection.message,
        a=quote_a,
        b=quote_b,
        stamp=fingerprint(kind.value, quote_a.text, quote_b.text),
        reasons=_conflict_reasons(clash, a, b, against_source=against_source),
        conflict_type=kind,
        warnings=partly_read(a[0], b[0]),
        about=_about(a[1], b[1]),
    )


# An act of which less is found in the other clause says little: "it takes place", "they have it".
_SHARED_ENOUGH = 1 / 3


def _about(a: Statement, b: Statement) -> str:
    """Return the term that two statements define, or the act of the first whose words the other uses too."""
    if a.term or b.term:
        return a.term or b.term
    acts = [(one.reading.act, other) for one, other in ((a, b), (b, a)) if one.reading is not None]
    speaking = (act for act, other in acts if _shared(act, other.words) >= _SHARED_ENOUGH)
    return next(speaking, acts[0][0] if acts else "")


def _shared(act: str, words: Set[str]) -> float:
    own = set(content_words(act))
    return len(own & words) / len(own) if own else 0.0


_LONGEST_ACT = 100  # characters of an act in a sentence


def _conflict_reasons(
    clash: Clash,
    a: tuple[Document, Statement],
    b: tuple[Document, Statement],
    *,
    against_source: bool,
) -> tuple[Reason, ...]:
    """Return why two statements contradict each other: what both are about, what differs, whose word counts."""
    kind, about = clash.objection.type, clip(_about(a[1], b[1]), _LONGEST_ACT)
    reasons = []
    if kind is ConflictType.DEFINITION:
        reasons.append(Reason(code="same-term", message=f"Both say what “{about}” means."))
    elif about:
        reasons.append(Reason(code="same-act", message=f"Both speak of the same act: “{about}”."))
    reasons.append(Reason(code=kind.value, message=clash.objection.message))
    return (*reasons, _whose_word_counts(a[0], b[0], against_source=against_source))


def _whose_word_counts(a: Document, b: Document, *, against_source: bool) -> Reason:
    if against_source:
        return Reason(
            code="against-source", message=f"{a.title} is a source: what {b.title} says has to give way."
        )
    if a.path == b.path:
        return Reason(
            code="within-policy",
            message="Both stand in one document, and whoever reads it cannot follow both.",
        )
    return Reason(
        code="between-policies",
        message="Both are your own policies: decide which of them is right and change the other.",
    )


def conflict_severity(a: tuple[Document, Statement], *, against_source: bool) -> Severity:
    """A breach of a statutory duty is grave; of good practice, or between policies, less so."""
    if not against_source:
        return Severity.MEDIUM
    reading = a[1].reading
    recommends = reading is not None and reading.modality is Modality.RECOMMENDATION
    if recommends:
        return Severity.LOW
    return Severity.HIGH if a[0].kind is DocumentKind.LEGISLATION else Severity.MEDIUM


def by_weight(findings: Sequence[Finding]) -> list[Finding]:
    """Return findings in the order in which to look at them."""
    return sorted(findings, key=lambda f: (-weight(f.severity, f.confidence), f.a.document, f.id))
