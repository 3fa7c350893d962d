"""The findings as a table: kind, severity, what is wrong, both references, confidence, status."""

from collections.abc import Callable, Sequence
from functools import reduce

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal

from policycheck.domain.alignments import Severity, Verdict
from policycheck.domain.findings import Finding, FindingKind, FindingStatus
from policycheck_ui import words
from policycheck_ui.models.findings_filter import AS_RANKED, Wanted
from policycheck_ui.models.findings_index import FindingsIndex
from policycheck_ui.models.table import Column, Index, cell
from policycheck_ui.theme.icons import icon, severity_icon

NEVER = 10**7  # later than any day
_GRAVITY = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2}
_VERDICT_ICONS = {Verdict.PARTIAL: "partial", Verdict.MISSING: "missing", Verdict.CONFLICT: "contradiction"}
_STATUS_TONES = {FindingStatus.LAPSED: "medium", FindingStatus.RESOLVED: "good"}


def kind_icon_name(finding: Finding) -> str:
    """Return the name of the icon for a finding's kind."""
    if finding.kind is FindingKind.CONFLICT:
        return "contradiction"
    return _VERDICT_ICONS.get(finding.verdict, "gap") if finding.verdict else "gap"


def note(finding: Finding) -> str:
    """Return the mark of a finding that rests on a document read only in part."""
    return "Read in part" if finding.warnings else ""


def what(finding: Finding) -> str:
    """Return what is wrong in one line, without the titles that stand in columns of their own.

    A missing obligation is named by its words: the message alone is the same for all of them.
    """
    if finding.verdict is Verdict.MISSING:
        return f"{finding.message.rstrip('.')}: {finding.a.text}"
    titles = (quoted.document_title for quoted in (finding.a, finding.b) if quoted is not None)
    return reduce(
        lambda text, title: text.replace(f"{title}, ", "") if title else text, titles, finding.message
    )


COLUMNS = (
    Column[Finding](
        title="Kind", text=words.finding_kind, icon=lambda row: icon(kind_icon_name(row), "muted")
    ),
    Column[Finding](
        title="Severity",
        text=lambda row: words.SEVERITIES[row.severity],
        icon=lambda row: severity_icon(row.severity.value),
        sort=lambda row: _GRAVITY[row.severity],
    ),
    Column[Finding](title="What", text=what),
    Column[Finding](
        title="Reference", text=lambda row: words.short_place(row.a), tooltip=lambda row: words.place(row.a)
    ),
    Column[Finding](
        title="Compared with",
        text=lambda row: words.short_place(row.b),
        tooltip=lambda row: words.place(row.b),
    ),
    Column[Finding](
        title="Confidence", text=lambda row: words.confidence(row.confidence), sort=lambda row: row.confidence
    ),
    Column[Finding](
        title="Status",
        text=lambda row: words.STATUSES[row.status],
        icon=lambda row: icon(row.status.value, _STATUS_TONES.get(row.status, "muted")),
    ),
    Column[Finding](title="Assigned to", text=lambda row: row.assignee),
    Column[Finding](
        title="Due",
        text=lambda row: words.date_word(row.due),
        sort=lambda row: row.due.toordinal() if row.due else NEVER,
    ),
    Column[Finding](
        title="Note",
        text=note,
        icon=lambda row: icon("read_in_part", "medium") if row.warnings else None,
        tooltip=lambda row: "\n".join(row.warnings),
    ),
)
NOTE_COLUMN = len(COLUMNS) - 1
SAID_SOMETIMES: dict[int, Callable[[Finding], object]] = {  # columns shown only where they say something
    len(COLUMNS) - 3: lambda finding: finding.assignee,
    len(COLUMNS) - 2: lambda finding: finding.due,
    NOTE_COLUMN: lambda finding: finding.warnings,
}
ROWS_TAKEN_OUT = 200  # more than that at once, and showing the list anew is quicker


class FindingsModel(QAbstractTableModel):
    """The findings that the filter admits, in the engine's order or sorted by a column.

    It filters and sorts plain lists itself: a proxy model would ask Python about every row.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.found = FindingsIndex((), kinds={})
        self.wanted = Wanted()
        self._order: list[int] = []
        self._having: list[int] = []
        self._shown: list[int] = []

    @property
    def rows(self) -> Sequence[Finding]:
        """Every finding, shown or not."""
        return self.found.findings

    def set_findings(self, found: FindingsIndex) -> None:
        """Show other findings through the same filter."""
        self.beginResetModel()
        self.found = found
        self._arrange()
        self.endResetModel()
        self.changed.emit()

    def want(self, wanted: Wanted) -> None:
        """Show only the findings wanted."""
        before, self.wanted = self.wanted, wanted
        self.beginResetModel()
        if (before.sort, before.descending) != (wanted.sort, wanted.descending):
            self._arrange()
        elif before.facets != wanted.facets:
            self._narrow()
        else:
            self._look_for(wanted.words(), before.words())
        self.endResetModel()
        self.changed.emit()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, or by the engine's own order for a column below 0."""
        descending = column >= 0 and order is Qt.SortOrder.DescendingOrder
        self.want(self.wanted.sorted_by(max(column, AS_RANKED), descending=descending))

    def replace(self, findings: Sequence[Finding]) -> None:
        """Show newer values of some findings; those the filter no longer admits go."""
        for finding in findings:
            self.found.replace(finding)
        before = self._shown
        after = self.found.saying(self.found.having(self._order, self.wanted), self.wanted.words())
        kept = set(after)
        gone = [row for row, number in enumerate(before) if number not in kept]
        if len(before) - len(gone) == len(after) and len(gone) <= ROWS_TAKEN_OUT:
            self._take_out(gone)
        else:
            self.beginResetModel()
            self._shown = after
            self.endResetModel()
        self._having = self.found.having(self._order, self.wanted)
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(COLUMNS) - 1))
        self.changed.emit()

    def row_at(self, row: int) -> Finding | None:
        """Return the finding shown in a row."""
        return self.rows[self._shown[row]] if 0 <= row < len(self._shown) else None

    def position(self, finding_id: str) -> int | None:
        """Return the row in which a finding is shown, None where it is not."""
        number = self.found.number_of(finding_id)
        try:
            return self._shown.index(number) if number is not None else None
        except ValueError:
            return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        return COLUMNS[section].title if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index.row()) if index.isValid() else None
        return cell(COLUMNS[index.column()], row, role) if row is not None else None

    def _arrange(self) -> None:
        numbers = range(len(self.rows))
        if 0 <= self.wanted.sort < len(COLUMNS):
            column = COLUMNS[self.wanted.sort]
            keys = [(column.sort or column.text)(finding) for finding in self.rows]
            self._order = sorted(numbers, key=keys.__getitem__, reverse=self.wanted.descending)
        else:
            self._order = list(numbers)
        self._narrow()

    def _narrow(self) -> None:
        self._having = self.found.having(self._order, self.wanted)
        self._shown = self.found.saying(self._having, self.wanted.words())

    def _look_for(self, words_typed: Sequence[str], before: Sequence[str]) -> None:
        """Show what contains the words; one more letter can only lose rows, so only the last word is looked for."""
        same, last = words_typed[:-1], words_typed[-1:]
        grown = bool(before and last) and same == before[:-1] and last[0].startswith(before[-1])
        if last and (same == before or grown):
            self._shown = self.found.saying(self._shown, last)
        else:
            self._shown = self.found.saying(self._having, words_typed)

    def _take_out(self, rows: Sequence[int]) -> None:
        for row in reversed(rows):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._shown[row]
            self.endRemoveRows()
