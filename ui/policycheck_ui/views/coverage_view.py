"""Coverage: how each of our obligations is met by the library as a whole."""

from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from policycheck.domain.alignments import Verdict
from policycheck_ui import words
from policycheck_ui.models.coverage_model import (
    TONES,
    VERDICT_ICONS,
    CoverageModel,
    CoverageRow,
    CoverageSummary,
)
from policycheck_ui.models.row_filter import RowFilter
from policycheck_ui.snapshot import Snapshot
from policycheck_ui.theme.typography import Type
from policycheck_ui.widgets.choice import Choice
from policycheck_ui.widgets.empty_notice import EmptyNotice
from policycheck_ui.widgets.flow import Flow
from policycheck_ui.widgets.labels import IconLabel, label
from policycheck_ui.widgets.marked_text import TEXT_INDENT, MarkedText
from policycheck_ui.widgets.table_view import TableView, letter_width
from policycheck_ui.widgets.turning_splitter import TurningSplitter

_EMPTY = "Nothing to show. Add sources and policies in the library, then choose Check."
_VERDICTS: dict[str, Verdict | None] = {
    "All obligations": None,
    **{word: verdict for verdict, word in words.VERDICTS.items()},
}


class CoverageView(QWidget):
    """Totals, a filter, the obligations, and the selected one in full."""

    def __init__(self) -> None:
        super().__init__()
        self._verdict: Verdict | None = None
        self.model = CoverageModel()
        self.filter = RowFilter(self.model)
        self.table = TableView("Coverage of obligations", self.filter)
        letter = letter_width(self)
        letters = {0: 17, 2: 22, 3: 26, 4: 34, 5: 17}
        self.table.set_widths({column: count * letter for column, count in letters.items()}, stretch=(1,))
        self.table.set_spare((2, 4, 5), letters=120)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_selected())
        self.tiles = {verdict: IconLabel(VERDICT_ICONS[verdict], TONES[verdict]) for verdict in Verdict}
        self.aside = label(muted=True)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Filter by any words")
        self.search.setAccessibleName("Filter the obligations")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self._narrow())
        self.verdict = Choice("Coverage", _VERDICTS)
        self.verdict.chosen.connect(self._choose)
        self.words = MarkedText("The obligation in full")
        splitter = TurningSplitter(
            EmptyNotice(self.table, _EMPTY), self._detail(), shares=(52, 15), side_shares=(66, 34)
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._top())
        layout.addWidget(splitter, stretch=1)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show how our obligations are met."""
        self.model.set_rows(snapshot.coverage)
        for verdict, tile in self.tiles.items():
            number = snapshot.summary.verdicts.get(verdict, 0)
            tile.say(VERDICT_ICONS[verdict], TONES[verdict], f"{number:,} {words.VERDICT_COUNTS[verdict]}")
        self.aside.setText(_left_out(snapshot.summary))
        if self.filter.rowCount():
            self.table.selectRow(0)
        self._show_selected()

    def _top(self) -> Flow:
        row = Flow(12)
        row.add(self.search, stretch=True)
        for widget in (self.verdict, *self.tiles.values(), self.aside):
            row.add(widget)
        return row

    def _detail(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(10, 10, 8, 8)
        layout.setSpacing(4)
        self.place = label(step=Type.STRONG, wrap=True)
        self.place.setIndent(TEXT_INDENT)
        layout.addWidget(self.place)
        layout.addWidget(self.words, stretch=1)
        return card

    def _choose(self, verdict: Verdict | None) -> None:
        self._verdict = verdict
        self._narrow()

    def _narrow(self) -> None:
        wanted = self.search.text().casefold().split()
        self.filter.admit(
            lambda row: self._verdict in (None, row.verdict) and all(w in _words_of(row) for w in wanted)
        )

    def _show_selected(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        row = self.filter.row_at(rows[0].row()) if rows else None
        self.place.setText(f"{row.source}, {row.ref}" if row else "")
        self.words.show_text(_in_full(row) if row else "")


def _left_out(summary: CoverageSummary) -> str:
    parts = []
    if summary.not_ours:
        parts.append(f"{summary.not_ours:,} not ours")
    if summary.out_of_scope:
        parts.append(f"{summary.out_of_scope:,} that no policy here is about")
    return f"Left out: {', '.join(parts)}" if parts else ""


def _words_of(row: CoverageRow) -> str:
    return f"{row.text} {row.source} {row.ref} {row.met_by} {row.duty_holder}".casefold()


def _in_full(row: CoverageRow) -> str:
    facts = [f"Duty holder: {row.duty_holder or 'not said'}", f"Met by: {row.met_by or 'no clause found'}"]
    facts.append(f"Confidence: {words.confidence(row.confidence)}")
    return "\n".join([row.text, "", *(f"• {line}" for line in (*row.reasons, *facts))])
