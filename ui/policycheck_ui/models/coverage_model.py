"""How our obligations are met over the whole library: a table of verdicts and their totals."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QIcon

from policycheck.domain.alignments import LIBRARY, Alignment, Verdict
from policycheck.domain.obligations import Applies, Obligation
from policycheck_ui import words
from policycheck_ui.models.table import Column, TableModel
from policycheck_ui.theme.icons import icon

TONES = {
    Verdict.COVERED: "good",
    Verdict.PARTIAL: "medium",
    Verdict.MISSING: "high",
    Verdict.CONFLICT: "high",
}
VERDICT_ICONS = {
    Verdict.COVERED: "covered",
    Verdict.PARTIAL: "partial",
    Verdict.MISSING: "missing",
    Verdict.CONFLICT: "contradiction",
}
_GRAVITY = {Verdict.CONFLICT: 0, Verdict.MISSING: 1, Verdict.PARTIAL: 2, Verdict.COVERED: 3}


def verdict_icon(verdict: Verdict) -> QIcon:
    """Return the icon of a verdict in its own colour."""
    return icon(VERDICT_ICONS[verdict], TONES[verdict])


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """One of our obligations and how the library meets it."""

    obligation: str
    ref: str
    source: str
    text: str
    duty_holder: str
    verdict: Verdict
    confidence: float
    met_by: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageSummary:
    """How many of our obligations have each verdict, and how many are left out and why."""

    verdicts: Mapping[Verdict, int]
    not_ours: int
    out_of_scope: int


def coverage_rows(
    alignments: Iterable[Alignment],
    *,
    obligations: Mapping[str, Obligation],
    applies: Mapping[str, tuple[Applies, str]],
    titles: Mapping[str, str],
) -> list[CoverageRow]:
    """Return one row for each obligation that is ours and in scope, with the whole library's verdict."""
    rows = []
    for item in alignments:
        duty = obligations.get(item.obligation)
        counts = item.policy == LIBRARY and item.in_scope
        if counts and duty is not None and _is_ours(duty.id, applies):
            rows.append(_row(item, duty, titles))
    return rows


def summarise(
    rows: Iterable[CoverageRow],
    *,
    alignments: Iterable[Alignment],
    applies: Mapping[str, tuple[Applies, str]],
) -> CoverageSummary:
    """Count the verdicts, and the obligations that are not ours or that no policy here is about."""
    library = [item for item in alignments if item.policy == LIBRARY]
    ours = [item for item in library if _is_ours(item.obligation, applies)]
    return CoverageSummary(
        verdicts=Counter(row.verdict for row in rows),
        not_ours=len(library) - len(ours),
        out_of_scope=sum(not item.in_scope for item in ours),
    )


def _is_ours(obligation: str, applies: Mapping[str, tuple[Applies, str]]) -> bool:
    return applies.get(obligation, (Applies.YES, ""))[0] is not Applies.NO


def _row(item: Alignment, duty: Obligation, titles: Mapping[str, str]) -> CoverageRow:
    answered = item.evidence if item.verdict is not Verdict.MISSING else ()
    met_by = "; ".join(f"{e.ref} · {titles.get(e.document, e.document)}" for e in answered[:2])
    return CoverageRow(
        obligation=duty.id,
        ref=duty.ref,
        source=titles.get(duty.document, duty.document),
        text=duty.text,
        duty_holder=duty.duty_holder,
        verdict=item.verdict,
        confidence=item.confidence,
        met_by=met_by,
        reasons=tuple(reason.message for reason in item.reasons),
    )


COLUMNS = (
    Column[CoverageRow](
        title="Coverage",
        text=lambda row: words.VERDICTS[row.verdict],
        icon=lambda row: verdict_icon(row.verdict),
        sort=lambda row: _GRAVITY[row.verdict],
    ),
    Column[CoverageRow](title="Obligation", text=lambda row: row.text),
    Column[CoverageRow](title="Duty holder", text=lambda row: row.duty_holder or "not said"),
    Column[CoverageRow](title="Reference", text=lambda row: f"{row.ref} · {row.source}"),
    Column[CoverageRow](title="Met by", text=lambda row: row.met_by or "no clause found"),
    Column[CoverageRow](
        title="Confidence", text=lambda row: words.confidence(row.confidence), sort=lambda row: row.confidence
    ),
)


class CoverageModel(TableModel[CoverageRow]):
    """Our obligations, each with its verdict over the whole library."""

    def __init__(self) -> None:
        super().__init__(COLUMNS, key=lambda row: row.obligation)
