"""Large workspaces for measuring the window: made-up documents and findings, written without a check."""

from pathlib import Path

from policycheck.domain.alignments import Alignment, Evidence, Reason, Severity, Verdict
from policycheck.domain.documents import Clause, Document, DocumentKind
from policycheck.domain.findings import ConflictType, Finding, FindingKind, Quotation
from policycheck.domain.obligations import Modality, Obligation
from policycheck.store import Store

ACTS = (
    "visit the child",
    "keep the record",
    "tell the parent",
    "review the plan",
    "train each carer",
    "reply",
)
WHO = ("authority", "manager", "social worker", "provider")
CLAUSES, DUTIES = 24, 20
SEVERITIES, VERDICTS = tuple(Severity), (Verdict.MISSING, Verdict.PARTIAL, Verdict.CONFLICT)


def many_findings(path: Path, number: int) -> Path:
    """Write a workspace of a hundred documents with so many findings."""
    store = Store.create(path)
    laws, policies = _documents(20, DocumentKind.LEGISLATION), _documents(80, DocumentKind.POLICY)
    for document in (*laws, *policies):
        store.save_document(document, ())
    findings = [_finding(n, laws[n % 20], policies[n % 80]) for n in range(number)]
    store.replace_check(coverage=(), findings=findings, applies={}, fingerprint="made")
    store.close()
    return path


def many_documents(path: Path, number: int) -> Path:
    """Write a workspace of so many documents, a tenth of them law, with their coverage and findings."""
    store = Store.create(path)
    laws = _documents(number // 10, DocumentKind.LEGISLATION)
    policies = _documents(number - len(laws), DocumentKind.POLICY)
    duties = {law.path: [_duty(law, clause) for clause in law.clauses[:DUTIES]] for law in laws}
    for document in (*laws, *policies):
        store.save_document(document, duties.get(document.path, ()))
    flat = [duty for law in laws for duty in duties[law.path]]
    coverage = [
        alignment
        for n, duty in enumerate(flat)
        for alignment in (
            _alignment(n, duty, "*", policies),
            _alignment(n, duty, _policy(n, policies), policies),
        )
    ]
    findings = [_finding(n, laws[n % len(laws)], policies[n % len(policies)]) for n in range(len(flat))]
    store.replace_check(coverage=coverage, findings=findings, applies={}, fingerprint="made")
    store.close()
    return path


def _documents(number: int, kind: DocumentKind) -> list[Document]:
    return [
        _document(f"{kind.value}/{n}.md", f"{kind.value.capitalize()} {n}", kind, n) for n in range(number)
    ]


def _document(path: str, title: str, kind: DocumentKind, seed: int) -> Document:
    clauses, text = [], ""
    for n in range(CLAUSES):
        words = _sentence(seed * CLAUSES + n)
        start = len(text)
        text += words + "\n\n"
        clauses.append(
            Clause(id=f"{path}#{n}", ref=str(n + 1), text=words, start=start, end=start + len(words))
        )
    return Document(
        path=path, title=title, kind=kind, clauses=tuple(clauses), text=text, sha256=f"{seed:064x}"
    )


def _sentence(n: int) -> str:
    who, act = WHO[n % len(WHO)], ACTS[n % len(ACTS)]
    return f"The {who} must {act} within {n % 90 + 1} working days of event {n} and record why in file {n % 977}."


def _duty(law: Document, clause: Clause) -> Obligation:
    return Obligation(
        id=f"{law.path}!{clause.ref}",
        document=law.path,
        clause=clause.id,
        ref=clause.ref,
        text=clause.text,
        modality=Modality.OBLIGATION,
        duty_holder="the authority",
    )


def _policy(n: int, policies: list[Document]) -> str:
    return policies[n % len(policies)].path


def _alignment(n: int, duty: Obligation, policy: str, policies: list[Document]) -> Alignment:
    document = policies[n % len(policies)]
    clause = document.clauses[n % CLAUSES]
    seen = Evidence(document=document.path, clause=clause.id, ref=clause.ref, text=clause.text, score=0.7)
    return Alignment(
        obligation=duty.id,
        policy=policy,
        verdict=tuple(Verdict)[n % len(Verdict)],
        in_scope=True,
        severity=SEVERITIES[n % 3],
        confidence=0.5 + n % 50 / 100,
        evidence=(seen,),
        reasons=(Reason(code="made", message="It was made to be measured."),),
    )


def _finding(n: int, law: Document, policy: Document) -> Finding:
    contradicts = n % 3 == 0
    return Finding(
        id=f"f{n}",
        kind=FindingKind.CONFLICT if contradicts else FindingKind.GAP,
        severity=SEVERITIES[n % len(SEVERITIES)],
        confidence=0.5 + n % 50 / 100,
        message=f"Two time limits: {n % 90 + 1} working days against {n % 60 + 1}.",
        a=_quotation(law, n),
        b=_quotation(policy, n + 7),
        stamp=str(n),
        reasons=(Reason(code="made", message="It was made to be measured."),),
        policy="" if contradicts else "*",
        verdict=None if contradicts else VERDICTS[n % len(VERDICTS)],
        conflict_type=ConflictType.DEADLINE if contradicts else None,
    )


def _quotation(document: Document, n: int) -> Quotation:
    clause = document.clauses[n % CLAUSES]
    return Quotation(
        document=document.path,
        ref=clause.ref,
        text=clause.text,
        clause=clause.id,
        start=clause.start,
        end=clause.end,
        document_title=document.title,
    )
