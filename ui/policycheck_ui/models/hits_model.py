"""What a search found, as a list; what a screen reader says of a row is all that the eye sees of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from policycheck_ui.difference import Span
from policycheck_ui.models.table import ROW_ROLE, Index
from policycheck_ui.snippets import found_words, snippet

if TYPE_CHECKING:
    from policycheck.domain.results import SearchHit

_LENGTH = 260  # characters: what two lines can hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One clause found: where it stands, its words, and which of them were asked for."""

    document: str
    clause: str
    place: str
    kind: str
    heading: str
    text: str
    spans: tuple[Span, ...]
    shown: str
    shown_spans: tuple[Span, ...]

    @property
    def how(self) -> str:
        """How it was found, where the eye would look for marks in vain."""
        return "" if self.spans else "found by its meaning"


def hit_of(found: "SearchHit", query: str, *, kind: str) -> Hit:
    """Return what the list shows of a clause found."""
    spans = found_words(found.text, query)
    shown, shown_spans = snippet(found.text, spans, length=_LENGTH)
    return Hit(
        document=found.document,
        clause=found.clause,
        place=f"{found.ref} · {found.document_title or found.document}",
        kind=kind,
        heading=" › ".join(found.heading_path),
        text=found.text,
        spans=tuple(spans),
        shown=shown,
        shown_spans=tuple(shown_spans),
    )


class HitsModel(QAbstractListModel):
    """The clauses found, nearest first."""

    def __init__(self) -> None:
        super().__init__()
        self._hits: list[Hit] = []

    @property
    def hits(self) -> Sequence[Hit]:
        return self._hits

    def set_hits(self, hits: Sequence[Hit]) -> None:
        """Show other clauses."""
        self.beginResetModel()
        self._hits = list(hits)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._hits):
            return None
        hit = self._hits[index.row()]
        says: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: f"{hit.place}: {hit.shown}",
            Qt.ItemDataRole.AccessibleTextRole: ". ".join(
                part for part in (hit.place, hit.kind, hit.heading, hit.shown, hit.how) if part
            ),
            ROW_ROLE: hit,
        }
        return says.get(role)
