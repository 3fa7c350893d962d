"""The coverage of every obligation by every policy as plain values: one byte for a cell, so that 1.5 million fit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from policycheck.domain.alignments import LIBRARY, Alignment, Verdict
from policycheck.domain.documents import Document
from policycheck.domain.findings import Finding, FindingKind
from policycheck.domain.obligations import Applies, Obligation

FAR = 0  # missing, and the policy is about something else: nearly every cell of a large library
OUTSIDE = 8  # added to the verdict's code where the policy need not meet the obligation
CODES = {Verdict.COVERED: 1, Verdict.PARTIAL: 2, Verdict.MISSING: 3, Verdict.CONFLICT: 4}
VERDICTS = {code: verdict for verdict, code in CODES.items()}
NO_PART = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One of our obligations: `cells` has a code for each policy, `library` is the best over all of them.

    `source` is the title of its `document`, `part` the outermost heading above it, "" where there is none.
    """

    obligation: str
    ref: str
    text: str
    document: str
    source: str
    part: str
    library: int
    cells: bytes

    @property
    def is_hole(self) -> bool:
        """Whether some policy should meet it and none does."""
        return self.library in (CODES[Verdict.PARTIAL], CODES[Verdict.MISSING], CODES[Verdict.CONFLICT])

    @property
    def first_in_scope(self) -> int:
        """The column of the first policy that should meet it, 0 where none should."""
        return next((number for number, code in enumerate(self.cells) if 0 < code < OUTSIDE), 0)

    @property
    def is_in_scope(self) -> bool:
        """Whether any policy here is about it."""
        return 0 < self.library < OUTSIDE


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyColumn:
    """One policy: its path and the title to show."""

    path: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Obligations by policies. `aligned` holds what is known of a cell beside its code, where anything is.

    `findings` maps an obligation ("" as policy) or a cell to the finding that speaks of it.
    """

    rows: tuple[MatrixRow, ...] = ()
    policies: tuple[PolicyColumn, ...] = ()
    aligned: Mapping[tuple[str, str], Alignment] = field(default_factory=dict)
    findings: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def finding_of(self, obligation: str, policy: str) -> str | None:
        """Return the id of the finding about a cell: its contradiction, else the gap of its row."""
        return self.findings.get((obligation, policy)) or self.findings.get((obligation, ""))


def read_matrix(
    alignments: Iterable[Alignment],
    *,
    obligations: Mapping[str, Obligation],
    documents: Sequence[Document],
    applies: Mapping[str, tuple[Applies, str]],
    findings: Iterable[Finding] = (),
) -> Matrix:
    """Return the matrix of the last check: obligations that are ours, in the order of the sources."""
    policies = tuple(
        PolicyColumn(path=d.path, title=d.title or d.path)
        for d in documents
        if not d.kind.is_source and d.clauses
    )
    column = {policy.path: number for number, policy in enumerate(policies)}
    aligned = {(one.obligation, one.policy): one for one in alignments}
    cells: dict[str, bytearray] = {}
    for (obligation, policy), one in aligned.items():
        row = cells.setdefault(obligation, bytearray(len(policies)))
        if policy in column:
            row[column[policy]] = code_of(one)
    titles = {d.path: d.title or d.path for d in documents}
    parts = {clause.id: clause.heading_path for d in documents for clause in d.clauses}
    rows = []
    for duty in obligations.values():
        library = aligned.get((duty.id, LIBRARY))
        if library is None or applies.get(duty.id, (Applies.YES, ""))[0] is Applies.NO:
            continue
        rows.append(
            MatrixRow(
                obligation=duty.id,
                ref=duty.ref,
                text=duty.text,
                document=duty.document,
                source=titles.get(duty.document, duty.document),
                part=_part(parts.get(duty.clause, ()), titles.get(duty.document, "")),
                library=code_of(library),
                cells=bytes(cells[duty.id]),
            )
        )
    places = {(duty.document, duty.ref): duty.id for duty in obligations.values()}
    return Matrix(rows=tuple(rows), policies=policies, aligned=aligned, findings=_by_cell(findings, places))


def code_of(one: Alignment) -> int:
    """Return the byte for a verdict in or out of scope."""
    if one.in_scope:
        return CODES[one.verdict]
    return FAR if one.verdict is Verdict.MISSING else CODES[one.verdict] + OUTSIDE


def verdict_of(code: int) -> Verdict | None:
    """Return the verdict behind a code, None for a cell with nothing in it."""
    return VERDICTS.get(code % OUTSIDE)


def _part(heading_path: Sequence[str], title: str) -> str:
    """Return the outermost heading that says more than the document's title."""
    return next((heading for heading in heading_path if heading != title), NO_PART)


def _by_cell(
    findings: Iterable[Finding], places: Mapping[tuple[str, str], str]
) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for one in findings:
        if one.kind is FindingKind.GAP:
            found.setdefault((one.obligation, ""), one.id)
        elif one.b is not None:
            for law, ours in ((one.a, one.b), (one.b, one.a)):
                obligation = places.get((law.document, law.ref))
                if obligation is not None:
                    found.setdefault((obligation, ours.document), one.id)
    return found
