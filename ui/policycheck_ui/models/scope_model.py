"""Which sources a policy is meant to meet, or which policies a source is for: as computed, and by hand."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal

from policycheck.domain.scopes import PairScope
from policycheck_ui.models.table import Column, Index, TableModel
from policycheck_ui.theme.icons import icon

SAID_COLUMN = 1
SAYINGS: dict[str, bool | None] = {"As computed": None, "Yes, by hand": True, "No, by hand": False}
_WORDS = {value: word for word, value in SAYINGS.items()}


def _said(row: PairScope) -> str:
    if row.by_hand is not None:
        return _WORDS[row.by_hand]
    if row.computed is None:
        return "Not checked yet"
    return "Yes" if row.effective else "No"


def why(row: PairScope) -> str:
    """Return why a policy is meant to meet a source, or is not."""
    part = f" ({row.inside:,} of {row.duties:,} duties)" if 0 < row.inside < row.duties else ""
    return f"{row.reason.message}{part}"


class ScopeModel(TableModel[PairScope]):
    """One row per pair of the document shown; choosing another answer asks for it and waits to be told."""

    scope_chosen = Signal(str, str, object)  # source, policy, True, False or None

    def __init__(self, titles: Mapping[str, str], *, of_policy: bool) -> None:

        def other(row: PairScope) -> str:
            return row.source if of_policy else row.policy

        super().__init__(
            (
                Column[PairScope](
                    title="Source" if of_policy else "Policy",
                    text=lambda row: titles.get(other(row), other(row)),
                ),
                Column[PairScope](
                    title="Meant to?",
                    text=_said,
                    icon=lambda row: icon("covered" if row.effective else "dismissed", "muted"),
                    tooltip=lambda row: f"{why(row)}\nPress F2 or click twice to say it by hand",
                    sort=lambda row: not row.effective,
                    editable=True,
                ),
            ),
            key=lambda row: f"{row.source}\x1f{row.policy}",
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.EditRole and index.isValid() and index.column() == SAID_COLUMN:
            return _WORDS[self.rows[index.row()].by_hand]
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or index.column() != SAID_COLUMN:
            return False
        row, said = self.rows[index.row()], SAYINGS[str(value)]
        if said is not row.by_hand:
            self.scope_chosen.emit(row.source, row.policy, said)
        return True
