"""The coverage matrix: where the holes are, which policy they are in, and what is known of each cell."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from policycheck.domain.alignments import LIBRARY, Alignment, Verdict
from policycheck_ui import words
from policycheck_ui.models.coverage_model import TONES, VERDICT_ICONS
from policycheck_ui.models.matrix import OUTSIDE, MatrixRow, PolicyColumn, verdict_of
from policycheck_ui.models.matrix_model import MatrixModel, Section, cell_words
from policycheck_ui.snapshot import Snapshot
from policycheck_ui.theme.typography import Type
from policycheck_ui.widgets.empty_notice import EmptyNotice
from policycheck_ui.widgets.flow import Flow
from policycheck_ui.widgets.labels import IconLabel, label
from policycheck_ui.widgets.marked_text import TEXT_INDENT, MarkedText
from policycheck_ui.widgets.matrix_table import MatrixTable
from policycheck_ui.widgets.turning_splitter import TurningSplitter

_EMPTY = "Nothing to show. Add sources and policies in the library, then choose Check."
_NONE_WANTED = "No obligation matches. Clear the filter, or untick “Holes only”."
_NEAR_TOP = 3  # a first row whose section headings should be seen above it
_PAUSE = 120  # milliseconds after the last key before the filter is applied


class MatrixView(QWidget):
    """Filters, the matrix, and the cell one stands on in full."""

    finding_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.model = MatrixModel()
        self.table = MatrixTable(self.model)
        self.table.moved.connect(self._show_cell)
        self.table.wanted.connect(lambda *_: self.go_to_finding())
        self.empty = EmptyNotice(self.table, _EMPTY)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE)
        self._typing.timeout.connect(self._narrow)
        self.search = self._field("Filter the obligations", "Words of the obligation")
        self.policies = self._field("Filter the policies", "Title of the policy")
        self.holes = QCheckBox("Holes only")
        self.holes.setToolTip("Only obligations that no policy covers, though one should")
        self.unclaimed = QCheckBox("With those no policy is about")
        self.unclaimed.setToolTip("Also show obligations that no policy here needs to meet")
        self.concerned = QCheckBox("Only policies in scope")
        self.concerned.setToolTip("Leave out the policies that need not meet any of the obligations shown")
        self.fold = QCheckBox("Totals only")
        self.fold.setToolTip("Close every part, so that only its figures are left")
        self.totals = label(muted=True)
        splitter = TurningSplitter(self.empty, self._detail(), shares=(48, 18), side_shares=(68, 32))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._top())
        layout.addWidget(splitter, stretch=1)
        self._connect()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show how every policy meets every obligation of ours."""
        where = self._here()
        self.model.show_matrix(snapshot.matrix)
        self._say_totals()
        self._stand_on(*where)

    def go_to_finding(self) -> None:
        """Ask for the finding about the cell one stands on, where there is one."""
        row, policy = self._cell()
        if row is not None and policy is not None:
            finding = self.model.matrix.finding_of(row.obligation, policy.path)
            if finding is not None:
                self.finding_wanted.emit(finding)

    def _field(self, name: str, hint: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(hint)
        field.setAccessibleName(name)
        field.setClearButtonEnabled(True)
        field.setMinimumWidth(field.fontMetrics().horizontalAdvance(hint) + 50)
        field.textChanged.connect(lambda _: self._typing.start())
        return field

    def _top(self) -> Flow:
        row = Flow()
        row.add(self.search, stretch=True)
        row.add(self.policies)
        for box in (self.holes, self.concerned, self.unclaimed, self.fold):
            row.add(box)
        row.add(self.totals)
        return row

    def _detail(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        self.place = label(step=Type.STRONG, wrap=True)
        self.place.setIndent(TEXT_INDENT)
        self.verdict = IconLabel("missing", "muted")
        self.go = QPushButton("Go to the finding")
        self.go.setToolTip("Show it among the findings, where it can be decided (Enter)")
        self.go.clicked.connect(self.go_to_finding)
        self.words = MarkedText("The cell in full")
        head = Flow(12)
        head.add(self.verdict, stretch=True)
        head.add(self.go)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(10, 8, 8, 8)
        layout.setSpacing(4)
        layout.addWidget(self.place)
        layout.addLayout(head)
        layout.addWidget(self.words, stretch=1)
        return card

    def _connect(self) -> None:
        self.holes.toggled.connect(lambda _: self._narrow())
        self.unclaimed.toggled.connect(lambda _: self._narrow())
        self.concerned.toggled.connect(lambda _: self._narrow())
        self.fold.toggled.connect(lambda on: self._keep_place(lambda: self.model.close_all(closed=on)))

    def _narrow(self) -> None:
        self._typing.stop()
        self._keep_place(
            lambda: self.model.narrow(
                text=self.search.text(),
                policies=self.policies.text(),
                holes_only=self.holes.isChecked(),
                with_unclaimed=self.unclaimed.isChecked(),
                concerned_only=self.concerned.isChecked(),
            )
        )
        self._say_totals()

    def _keep_place(self, change: Callable[[], None]) -> None:
        where = self._here()
        change()
        self._stand_on(*where)

    def _here(self) -> tuple[str, str]:
        row, policy = self._cell()
        return (row.obligation if row else "", policy.path if policy else "")

    def _stand_on(self, obligation: str, policy: str) -> None:
        """Stand on a cell again, or on the first one where it is not shown any more."""
        paths = [column.path for column in self.model.policies_shown]
        row = self.model.position(obligation) if obligation else None
        column = paths.index(policy) if policy in paths else 0
        first = next(iter(self.model.shown), None)
        if row is None and first is not None and paths:
            row = self.model.position(first.obligation)
            telling = self.model.matrix.policies[first.first_in_scope].path
            column = paths.index(telling) if telling in paths else column
        if self.model.rowCount() and paths:
            self.table.setCurrentIndex(self.model.index(row or 0, column))
            if row is None or row <= _NEAR_TOP:
                self.table.scroll_to_top()
        self._show_cell()

    def _cell(self) -> tuple[MatrixRow | None, PolicyColumn | None]:
        here = self.table.currentIndex()
        if not here.isValid():
            return None, None
        line = self.model.line(here.row())
        policy = self.model.policy(here.column())
        return (None if isinstance(line, Section) else line), policy

    def _say_totals(self) -> None:
        shown, every = len(self.model.shown), len(self.model.matrix.rows)
        policies = words.count(len(self.model.policies_shown), "policy", "policies")
        self.totals.setText(
            f"{shown:,} of {every:,} shown by {policies} · {words.count(self.model.holes, 'hole')}"
        )
        self.empty.say(_NONE_WANTED if every else _EMPTY)

    def _show_cell(self) -> None:
        here = self.table.currentIndex()
        row, policy = self._cell()
        self.go.setEnabled(False)
        self.verdict.setVisible(row is not None)
        if not here.isValid() or policy is None:
            self.place.setText("")
            self.words.show_text("")
        elif row is None:
            self._show_section(here.row(), here.column(), policy)
        else:
            self._show_obligation(row, policy, self.model.code(here.row(), here.column()) or 0)

    def _show_section(self, number: int, column: int, policy: PolicyColumn) -> None:
        section = self.model.line(number)
        if isinstance(section, Section):
            self.place.setText(section.title)
            in_policy = self.model.section_tally(section, column).in_words()
            library = self.model.library_tally(section.rows).in_words()
            self.words.show_text(
                f"{policy.title}: {in_policy}.\nOver the whole library: {library}.\n"
                "Enter or a double click opens or closes it."
            )

    def _show_obligation(self, row: MatrixRow, policy: PolicyColumn, code: int) -> None:
        verdict = verdict_of(code)
        self.place.setText(f"{row.ref} · {policy.title}")
        if verdict is None:
            self.verdict.say("dot", "muted", cell_words(code))
        else:
            tone = TONES[verdict] if code < OUTSIDE else "muted"
            self.verdict.say(VERDICT_ICONS[verdict], tone, cell_words(code))
        aligned = self.model.matrix.aligned
        cell, library = aligned.get((row.obligation, policy.path)), aligned.get((row.obligation, LIBRARY))
        self.words.show_text("\n".join(_in_full(row, policy, cell, library)))
        self.go.setEnabled(self.model.matrix.finding_of(row.obligation, policy.path) is not None)


def _in_full(
    row: MatrixRow, policy: PolicyColumn, cell: Alignment | None, library: Alignment | None
) -> list[str]:
    lines = [f"{row.source}, {row.ref}: {row.text}", ""]
    if cell is None:
        lines.append(
            "• Nothing in this policy is close to it, and it need not be: the policy is about something else."
        )
    else:
        lines += [f"• {reason.message}" for reason in cell.reasons]
        closest = (
            "The closest clause, which does not answer it" if cell.verdict is Verdict.MISSING else "It says"
        )
        lines += [f"• {closest}, {policy.title}, {one.ref}: “{one.text}”" for one in cell.evidence[:2]]
    if library is not None and library.in_scope:
        lines.append(f"• Over the whole library: {words.VERDICTS[library.verdict].lower()}.")
    return lines
