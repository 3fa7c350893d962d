"""The files that are about to be added: what each seems to be and what becomes of it, both open to change."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon

from policycheck.domain.documents import DocumentKind
from policycheck_ui import words
from policycheck_ui.models.documents_model import without_path
from policycheck_ui.models.table import Column, Index, TableModel
from policycheck_ui.theme.icons import icon

if TYPE_CHECKING:
    from policycheck.workspace import Incoming

KIND_COLUMN, FATE_COLUMN = 1, 2


class Fate(StrEnum):
    """What becomes of a file."""

    NEW = "Add it"
    AGAIN = "Read it again"
    VERSION = "A new version"
    LEAVE_OUT = "Leave it out"


def fate_of(file: "Incoming") -> Fate:
    """Return what becomes of a file as things stand."""
    if file.left_out:
        return Fate.LEAVE_OUT
    if file.version_of:
        return Fate.VERSION
    return Fate.AGAIN if file.known else Fate.NEW


def _why(file: "Incoming", titles: Mapping[str, str]) -> str:
    if file.problem:
        return without_path(file.problem, file.path)
    if file.same_as:
        same = titles.get(file.same_as) or PurePath(file.same_as).name
        return f"The same file as “{same}”"
    return ""


def _icon(file: "Incoming") -> QIcon:
    if file.problem:
        return icon("failed", "high")
    return icon("dismissed" if file.left_out else "add", "muted")


class IncomingModel(TableModel["Incoming"]):
    """One row per file. `titles` names the documents that the workspace has."""

    def __init__(self, files: Sequence["Incoming"], titles: Mapping[str, str]) -> None:
        self._offered = {file.path: file.version_of for file in files}
        self._guessed = {file.path: file.kind for file in files}
        self._titles = titles
        super().__init__(
            (
                Column["Incoming"](
                    title="File", text=lambda row: PurePath(row.path).name, tooltip=lambda row: row.path
                ),
                Column["Incoming"](
                    title="Kind",
                    text=lambda row: words.DOCUMENT_KINDS[row.kind],
                    tooltip=lambda _: "Guessed from the file; press F2 or click twice to change it",
                    editable=True,
                ),
                Column["Incoming"](
                    title="What becomes of it",
                    text=self._fate,
                    icon=_icon,
                    tooltip=lambda _: "Press F2 or click twice to change it",
                    editable=True,
                ),
                Column["Incoming"](title="Note", text=lambda row: _why(row, titles)),
            ),
            key=lambda row: row.path,
        )
        self.set_rows(files)

    def fates(self, row: int) -> list[Fate]:
        """Return what can become of a file, the first being what was proposed."""
        file = self.rows[row]
        own = Fate.AGAIN if file.known else Fate.NEW
        version = [Fate.VERSION] if self._offered[file.path] else []
        return [*version, own, Fate.LEAVE_OUT]

    def set_kinds(self, kind: DocumentKind | None) -> None:
        """Give every file the same part to play, or each the one that was guessed."""
        self.set_rows([replace(file, kind=kind or self._guessed[file.path]) for file in self.rows])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.EditRole and index.isValid():
            file = self.rows[index.row()]
            return {KIND_COLUMN: file.kind.value, FATE_COLUMN: fate_of(file).value}.get(index.column())
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        file = self.rows[index.row()]
        if index.column() == KIND_COLUMN:
            self.replace(replace(file, kind=DocumentKind(str(value))))
            return True
        if index.column() == FATE_COLUMN:
            fate = Fate(str(value))
            version = self._offered[file.path] if fate is Fate.VERSION else ""
            self.replace(replace(file, version_of=version, left_out=fate is Fate.LEAVE_OUT))
            return True
        return False

    def _fate(self, file: "Incoming") -> str:
        fate = fate_of(file)
        if fate is Fate.VERSION:
            old = self._titles.get(file.version_of) or PurePath(file.version_of).name
            return f"{fate} of “{old}”"
        return fate.value
