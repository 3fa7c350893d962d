"""The library as a table: one row per document, its kind open to change."""

from dataclasses import dataclass
from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon

from policycheck.domain.documents import Document, DocumentKind, ReadStatus
from policycheck_ui import words
from policycheck_ui.models.table import Column, Index, TableModel
from policycheck_ui.theme.icons import icon


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """What the library shows of a document, without its clauses."""

    path: str
    title: str
    kind: DocumentKind
    status: ReadStatus
    clauses: int
    obligations: int
    warnings: tuple[str, ...]
    numbered: int = 0  # clauses with a number of their own, by which a reader would cite them
    version: str = ""
    sha256: str = ""
    pages: int = 0

    @property
    def numbered_share(self) -> float:
        return self.numbered / self.clauses if self.clauses else 0.0


def document_row(document: Document, *, obligations: int) -> DocumentRow:
    """Return the library's row for a document."""
    return DocumentRow(
        path=document.path,
        title=document.title or document.path,
        kind=document.kind,
        status=document.status,
        clauses=len(document.clauses),
        obligations=obligations,
        warnings=tuple(without_path(warning, document.path) for warning in document.warnings),
        numbered=sum(_is_numbered(clause.ref) for clause in document.clauses),
        version=document.version,
        sha256=document.sha256,
        pages=max((clause.page or 0 for clause in document.clauses), default=0),
    )


def _is_numbered(ref: str) -> bool:
    """Tell "4.2(a)" and "Table 1 row 3" from "Allegations ¶2", which is only counted."""
    return "¶" not in ref and any(letter.isdigit() for letter in ref)


def without_path(message: str, path: str) -> str:
    """Return a message without the file's name at its head, where the row names the file already."""
    head, colon, rest = message.partition(": ")
    if colon and head.replace("\\", "/").endswith(PurePath(path).name):
        return rest[:1].upper() + rest[1:]
    return message


def numbered_words(row: DocumentRow) -> str:
    """Say how many clauses can be cited by a number, and how the others are cited."""
    if not row.clauses:
        return "No clause was read"
    said = f"{row.numbered:,} of {words.count(row.clauses, 'clause')} have a number of their own"
    rest = "; the others are cited by their heading and a count" if row.numbered < row.clauses else ""
    return said + rest


def status_icon(status: ReadStatus) -> QIcon:
    """Return the icon that goes with how much of a file was read."""
    match status:
        case ReadStatus.READ:
            return icon("read", "good")
        case ReadStatus.PARTIAL:
            return icon("read_in_part", "medium")
        case ReadStatus.FAILED:
            return icon("failed", "high")


def _obligations(row: DocumentRow) -> str:
    return f"{row.obligations:,}" if row.kind.is_source else "–"


COLUMNS = (
    Column[DocumentRow](title="Title", text=lambda row: row.title, tooltip=lambda row: row.path),
    Column[DocumentRow](
        title="Kind",
        text=lambda row: words.DOCUMENT_KINDS[row.kind],
        tooltip=lambda _: "Press F2 or click twice to change what part this document plays",
        editable=True,
    ),
    Column[DocumentRow](
        title="Status",
        text=lambda row: words.READ_STATUSES[row.status],
        icon=lambda row: status_icon(row.status),
    ),
    Column[DocumentRow](
        title="Clauses", text=lambda row: f"{row.clauses:,}", sort=lambda row: row.clauses, figures=True
    ),
    Column[DocumentRow](
        title="Numbered",
        text=lambda row: f"{row.numbered_share:.0%}" if row.clauses else "–",
        tooltip=numbered_words,
        sort=lambda row: row.numbered_share,
        figures=True,
    ),
    Column[DocumentRow](
        title="Obligations",
        text=_obligations,
        tooltip=lambda row: "" if row.kind.is_source else "Counted for sources only",
        sort=lambda row: row.obligations,
        figures=True,
    ),
    Column[DocumentRow](
        title="Warnings",
        text=lambda row: " ".join(row.warnings),
        tooltip=lambda row: "\n".join(row.warnings),
    ),
)
KIND_COLUMN = 1
WARNINGS_COLUMN = len(COLUMNS) - 1


class DocumentsModel(TableModel[DocumentRow]):
    """The documents of a workspace; choosing another kind asks for it and waits to be told."""

    kind_chosen = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(COLUMNS, key=lambda row: row.path)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.EditRole and index.isValid() and index.column() == KIND_COLUMN:
            return self.rows[index.row()].kind.value
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or index.column() != KIND_COLUMN:
            return False
        row, kind = self.rows[index.row()], DocumentKind(str(value))
        if kind is not row.kind:
            self.kind_chosen.emit(row.path, kind)
        return True
