"""The contradictions as a tree: one branch for each disagreement, below it every pair of clauses that shows it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from policycheck.domain.findings import Finding
from policycheck.domain.topics import FindingGroup
from policycheck_ui import words
from policycheck_ui.models.findings_filter import TO_DECIDE
from policycheck_ui.theme.icons import icon, severity_icon
from policycheck_ui.theme.typography import Type, font_of

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("Disagreement", "What each says", "Severity", "Status")
FINDING_ROLE = Qt.ItemDataRole.UserRole + 1
_TOPIC = 0  # the internal id of a topic's index; a pair's is the number of its topic plus one


class ContradictionsModel(QAbstractItemModel):
    """Topics, and the findings of each; `FINDING_ROLE` gives the findings that a row stands for."""

    def __init__(self) -> None:
        super().__init__()
        self.groups: list[FindingGroup] = []

    def set_groups(self, groups: Sequence[FindingGroup]) -> None:
        """Show other contradictions."""
        self.beginResetModel()
        self.groups = list(groups)
        self.endResetModel()

    def replace(self, findings: Sequence[Finding]) -> None:
        """Show newer values of some findings where they stand."""
        newer = {finding.id: finding for finding in findings}
        for number, group in enumerate(self.groups):
            if any(finding.id in newer for finding in group.findings):
                kept = tuple(newer.get(finding.id, finding) for finding in group.findings)
                self.groups[number] = replace(group, findings=kept)
                topic = self.index(number, 0)
                last = self.rowCount(topic) - 1
                self.dataChanged.emit(topic, self.index(number, len(COLUMNS) - 1))
                self.dataChanged.emit(self.index(0, 0, topic), self.index(last, len(COLUMNS) - 1, topic))

    def findings_at(self, index: Index) -> tuple[Finding, ...]:
        """Return the finding of a pair, or all those of a topic."""
        if not index.isValid():
            return ()
        if index.internalId() == _TOPIC:
            return self.groups[index.row()].findings
        return (self.groups[index.internalId() - 1].findings[index.row()],)

    def index_of(self, finding_id: str) -> QModelIndex:
        """Return where a finding is shown; an invalid index where it is not."""
        for number, group in enumerate(self.groups):
            for row, finding in enumerate(group.findings):
                if finding.id == finding_id:
                    return self.index(row, 0, self.index(number, 0))
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOPIC)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # Qt has a second one, of QObject
        if not index.isValid() or index.internalId() == _TOPIC:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _TOPIC)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        if not parent.isValid():
            return len(self.groups)
        if parent.internalId() != _TOPIC or parent.column() != 0:
            return 0
        return len(self.groups[parent.row()].findings)

    def columnCount(self, _: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        is_title = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return COLUMNS[section] if is_title and 0 <= section < len(COLUMNS) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        findings = self.findings_at(index)
        if not findings:
            return None
        if role == FINDING_ROLE:
            return findings
        is_topic = index.internalId() == _TOPIC
        text = self._topic_text(index) if is_topic else _PAIR[index.column()](findings[0])
        says: dict[int, Callable[[], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda: text,
            Qt.ItemDataRole.ToolTipRole: lambda: text,
            Qt.ItemDataRole.AccessibleTextRole: lambda: f"{COLUMNS[index.column()]}: {text}",
            Qt.ItemDataRole.FontRole: lambda: (
                font_of(Type.STRONG) if is_topic and not index.column() else None
            ),
            Qt.ItemDataRole.DecorationRole: lambda: None if is_topic else _icon(findings[0], index.column()),
        }
        return says[role]() if role in says else None

    def _topic_text(self, index: Index) -> str:
        group = self.groups[index.row()]
        decided = sum(finding.status not in TO_DECIDE for finding in group.findings)
        pairs, places = len(group.findings), len(group.places)
        told = (
            group.topic.title,
            f"{words.count(pairs, 'contradiction')} in {words.count(places, 'place')}",
            words.SEVERITIES[min((f.severity for f in group.findings), key=_GRAVITY.index)],
            f"{decided} of {pairs} decided",
        )
        return told[index.column()]


_GRAVITY = list(words.SEVERITIES)
_PAIR: tuple[Callable[[Finding], str], ...] = (
    lambda finding: f"{words.short_place(finding.a)}  against  {words.short_place(finding.b)}",
    lambda finding: _says(finding),  # noqa: PLW0108 - it comes below
    lambda finding: words.SEVERITIES[finding.severity],
    lambda finding: words.STATUSES[finding.status],
)


def _says(finding: Finding) -> str:
    if finding.b is None or not (finding.a.words and finding.b.words):
        return words.CONFLICT_NAMES[finding.conflict_type] if finding.conflict_type else ""
    return f"“{finding.a.words}”  against  “{finding.b.words}”"


def _icon(finding: Finding, column: int) -> object:
    if column == 2:
        return severity_icon(finding.severity.value)
    return icon(finding.status.value, "muted") if column == 3 else None
