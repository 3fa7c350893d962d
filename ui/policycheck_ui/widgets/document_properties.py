"""Everything known of one document, and what it is meant to meet."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFormLayout,
    QFrame,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from policycheck.domain.documents import DocumentKind
from policycheck.domain.scopes import PairScope
from policycheck_ui import words
from policycheck_ui.models.documents_model import DocumentRow, numbered_words
from policycheck_ui.models.scope_model import SAID_COLUMN, SAYINGS, ScopeModel, why
from policycheck_ui.theme.typography import Type
from policycheck_ui.widgets.choice import Choice
from policycheck_ui.widgets.choice_delegate import ChoiceDelegate
from policycheck_ui.widgets.labels import label
from policycheck_ui.widgets.table_view import TableView, letter_width

_HASH_SHOWN = 16
_ROWS_SHOWN = 8


class DocumentProperties(QScrollArea):
    """A panel beside the library; the kind and the scope can be changed in it."""

    kind_chosen = Signal(str, object)
    scope_chosen = Signal(str, str, object)

    def __init__(self) -> None:
        super().__init__()
        self._row: DocumentRow | None = None
        self.setAccessibleName("Properties of the document")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.title = label(step=Type.HEADING, wrap=True)
        self.kind = Choice("Kind of the document", {w: k for k, w in words.DOCUMENT_KINDS.items()})
        self.kind.chosen.connect(self._choose_kind)
        self.facts = {name: _fact(name) for name in ("Status", "Clauses", "Numbers", "Obligations")}
        self.facts |= {name: _fact(name) for name in ("Version", "Pages", "File", "Fingerprint")}
        self.warnings = label(wrap=True)
        self.warnings.setAccessibleName("Warnings")
        self.scope_title = label(step=Type.STRONG, wrap=True)
        self.scope_help = label(muted=True, wrap=True)
        self.scope_why = label(wrap=True)
        self.scope_model = ScopeModel({}, of_policy=True)
        self.scope = self._make_scope()
        self.setWidget(self._card())
        self.show_document(None, scopes=(), titles={})

    def show_document(
        self, row: DocumentRow | None, *, scopes: Sequence[PairScope], titles: Mapping[str, str]
    ) -> None:
        """Show one document, or the hint to select one."""
        self._row = None  # while the kind is set, so that nobody takes it for a choice
        self.title.setText(row.title if row else "Select a document to see what is known of it.")
        for widget in (self.kind, *self.facts.values(), self.warnings):
            self.form.setRowVisible(widget, row is not None)
        if row is not None:
            self.kind.choose(row.kind)
            self._show_facts(row)
        self._show_scopes(row, scopes, titles)
        self._row = row

    def _show_facts(self, row: DocumentRow) -> None:
        said = {
            "Status": words.READ_STATUSES[row.status],
            "Clauses": f"{row.clauses:,}",
            "Numbers": numbered_words(row),
            "Obligations": f"{row.obligations:,}" if row.kind.is_source else "",
            "Version": row.version,
            "Pages": f"{row.pages:,}" if row.pages else "",
            "File": row.path,
            "Fingerprint": row.sha256[:_HASH_SHOWN],
        }
        for name, text in said.items():
            self.facts[name].setText(_breakable(text))
            self.form.setRowVisible(self.facts[name], bool(text))
        self.warnings.setText("\n".join(f"• {warning}" for warning in row.warnings))
        self.form.setRowVisible(self.warnings, bool(row.warnings))

    def _show_scopes(
        self, row: DocumentRow | None, scopes: Sequence[PairScope], titles: Mapping[str, str]
    ) -> None:
        of_policy = row is not None and not row.kind.is_source
        mine = [s for s in scopes if row is not None and row.path == (s.policy if of_policy else s.source)]
        self.scope_model = ScopeModel(titles, of_policy=of_policy)
        self.scope_model.scope_chosen.connect(self.scope_chosen)
        self.scope_model.set_rows(mine)
        self.scope.setModel(self.scope_model)
        self.scope.setAccessibleName(
            "Sources it is meant to meet" if of_policy else "Policies meant to meet it"
        )
        letter = letter_width(self)
        self.scope.set_widths({1: letter * 22}, stretch=(0,))
        self.scope.selectionModel().currentRowChanged.connect(self._say_why)
        self.scope_title.setText("Sources it is meant to meet" if of_policy else "Policies meant to meet it")
        self.scope_help.setText(
            "A gap is counted only where a policy is meant to meet the source. What is said by hand holds "
            "until it is said otherwise."
        )
        tall = self.scope.verticalHeader().defaultSectionSize() * (min(len(mine), _ROWS_SHOWN) + 1) + 12
        self.scope.setMinimumHeight(tall)
        for widget in (self.scope, self.scope_title, self.scope_help, self.scope_why):
            widget.setVisible(bool(mine))
        self.scope_why.setText("Select a line to see why." if mine else "")

    def _say_why(self, index: QModelIndex) -> None:
        row = self.scope_model.rows[index.row()] if index.isValid() else None
        self.scope_why.setText(f"Why: {why(row)}" if row else "")

    def _card(self) -> QWidget:
        self.form = QFormLayout()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.form.setHorizontalSpacing(14)
        self.form.addRow("&Kind", self.kind)
        for name, value in self.facts.items():
            self.form.addRow(label(name, muted=True), value)
        self.form.addRow(label("Warnings", muted=True), self.warnings)
        card = QFrame()
        card.setObjectName("card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addLayout(self.form)
        layout.addSpacing(6)
        for widget in (self.scope_title, self.scope_help, self.scope, self.scope_why):
            layout.addWidget(widget)
        layout.addStretch(1)
        return card

    def _make_scope(self) -> TableView:
        table = TableView("Sources it is meant to meet", self.scope_model, sortable=False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        trigger = QAbstractItemView.EditTrigger
        table.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed)
        sayings = {word: word for word in SAYINGS}
        table.setItemDelegateForColumn(
            SAID_COLUMN, ChoiceDelegate("Should it be met?", lambda _: sayings, table)
        )
        return table

    def _choose_kind(self, kind: DocumentKind) -> None:
        if self._row is not None and kind is not self._row.kind:
            self.kind_chosen.emit(self._row.path, kind)


def _fact(name: str) -> QLabel:
    made = label(wrap=True)
    made.setAccessibleName(name)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return made


def _breakable(text: str) -> str:
    """Let a path be broken after its separators: it has no spaces to break at."""
    return text.replace("/", "/\u200b").replace("\\", "\\\u200b")
