"""What is about to be added, file by file, before anything is read."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from policycheck.domain.documents import DocumentKind
from policycheck_ui import words
from policycheck_ui.models.incoming_model import FATE_COLUMN, KIND_COLUMN, IncomingModel
from policycheck_ui.theme.typography import Type
from policycheck_ui.widgets.choice import Choice
from policycheck_ui.widgets.choice_delegate import ChoiceDelegate
from policycheck_ui.widgets.flow import Flow
from policycheck_ui.widgets.labels import label
from policycheck_ui.widgets.table_view import TableView, letter_width

if TYPE_CHECKING:
    from policycheck.workspace import Incoming

_HELP = (
    "The kind of each file was guessed from its name, folder and format. Change what is wrong here, "
    "or later in the library."
)
_AS: dict[str, DocumentKind | None] = {
    "Each as guessed": None,
    **{f"All as {word.lower()}": kind for kind, word in words.DOCUMENT_KINDS.items()},
}


class ImportDialog(QDialog):
    """A table of the files; kinds and fates can be changed, for all at once or one by one."""

    def __init__(
        self, files: Sequence["Incoming"], titles: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Add documents")
        self.model = IncomingModel(files, titles)
        self.all_as = Choice("What all of them are", _AS)
        self.all_as.chosen.connect(self.model.set_kinds)
        self.counts = label(muted=True)
        self.table = self._make_table()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText("Add")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        top = Flow(12)
        top.add(self.all_as)
        top.add(self.counts, stretch=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        layout.addWidget(label(f"Add {words.count(len(files), 'file')}?", Type.HEADING))
        layout.addWidget(label(_HELP, muted=True, wrap=True))
        layout.addLayout(top)
        layout.addWidget(self.table, stretch=1)
        layout.addWidget(self.buttons)
        self.model.dataChanged.connect(lambda *_: self._count())
        self.model.modelReset.connect(self._count)
        self._count()
        letter = self.fontMetrics().averageCharWidth()
        self.resize(min(letter * 160, 1240), min(self.fontMetrics().height() * 30, 760))

    def files(self) -> list["Incoming"]:
        """Return the files as they stand now."""
        return list(self.model.rows)

    def choose(self, kind: DocumentKind | None) -> None:
        """Give all files one kind, or each its own again."""
        self.all_as.choose(kind)

    def _make_table(self) -> TableView:
        table = TableView("Files to add", self.model, sortable=False)
        letter = letter_width(self)
        table.set_widths({0: letter * 30, 1: letter * 22}, stretch=(2, 3))
        trigger = QAbstractItemView.EditTrigger
        table.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.SelectedClicked)
        kinds = {kind.value: word for kind, word in words.DOCUMENT_KINDS.items()}
        table.setItemDelegateForColumn(
            KIND_COLUMN, ChoiceDelegate("Kind of document", lambda _: kinds, table)
        )
        fates = ChoiceDelegate(
            "What becomes of the file", lambda row: {f.value: f.value for f in self.model.fates(row)}, table
        )
        table.setItemDelegateForColumn(FATE_COLUMN, fates)
        return table

    def _count(self) -> None:
        rows = self.model.rows
        out, versions = sum(f.left_out for f in rows), sum(bool(f.version_of) for f in rows)
        parts = [words.count(len(rows) - out, "file") + " to read"]
        if versions:
            parts.append(words.count(versions, "new version"))
        if out:
            parts.append(f"{out:,} left out")
        self.counts.setText(" · ".join(parts))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(len(rows) > out)
