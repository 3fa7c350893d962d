"""Search over everything: clauses found by words and by meaning, each with where it stands."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from policycheck.domain.documents import DocumentKind
from policycheck_ui import words
from policycheck_ui.announce import announce
from policycheck_ui.models.hits_model import Hit, HitsModel, hit_of
from policycheck_ui.snapshot import Snapshot
from policycheck_ui.theme.icons import icon
from policycheck_ui.theme.typography import Type
from policycheck_ui.widgets.choice import Choice
from policycheck_ui.widgets.hit_delegate import HitDelegate
from policycheck_ui.widgets.labels import label
from policycheck_ui.widgets.marked_text import TEXT_INDENT, MarkedText

if TYPE_CHECKING:
    from policycheck.domain.results import SearchHit

_HINT = (
    "Type a few words, or a whole question, and press Enter.\n"
    "“visits to a child”, “who keeps the record”, “within 5 working days”"
)
_NOTHING = "No clause was found. Try other words, or look among all documents."
_WHERE: dict[str, bool | None] = {
    "All documents": None,
    "Law, guidance, standards": True,
    "Local policies": False,
}


class SearchView(QWidget):
    """The question, the clauses nearest to it, and the one chosen in full."""

    search_wanted = Signal(str)
    open_clause = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._kinds: Mapping[str, DocumentKind] = {}
        self._found: list[SearchHit] = []
        self._query = ""
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search every document, by words and by meaning")
        self.search.setAccessibleName("Search every document")
        self.search.setClearButtonEnabled(True)
        self.search.returnPressed.connect(self.ask)
        self.button = QPushButton("Search")
        self.button.clicked.connect(self.ask)
        self.where = Choice("Where to search", _WHERE)
        self.where.chosen.connect(lambda _: self._show_hits())
        self.count = label(muted=True)
        self.model = HitsModel()
        self.table = self._make_list()
        self.hint = label(_HINT, muted=True, wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.results = QStackedWidget()
        self.results.addWidget(self.table)
        self.results.addWidget(_card(self.hint))
        self.results.setCurrentIndex(1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.results)
        splitter.addWidget(self._detail())
        splitter.setSizes([800, 500])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(self._top())
        layout.addWidget(self.count)
        layout.addWidget(splitter, stretch=1)
        self._show_selected()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Know the documents; what was found in them before may no longer be there."""
        self._kinds = snapshot.kinds
        self._found = [hit for hit in self._found if hit.document in snapshot.kinds]
        self._show_hits()

    def ask(self) -> None:
        """Ask for what is typed to be searched."""
        text = self.search.text().strip()
        if text:
            self.count.setText("Searching…")
            self.search_wanted.emit(text)

    def show_hits(self, query: str, found: "Sequence[SearchHit]") -> None:
        """Show what was found, unless something else has been typed since."""
        if query != self.search.text().strip():
            return
        self._query, self._found = query, list(found)
        self._show_hits()
        announce(self, self.count.text())
        if self.model.hits:
            self.table.setFocus()

    def selected(self) -> Hit | None:
        """Return the clause chosen."""
        row = self.table.currentIndex().row()
        return self.model.hits[row] if 0 <= row < len(self.model.hits) else None

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Go from the field down into the list with the arrow key."""
        is_down = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if is_down and event.type() == QEvent.Type.KeyPress and self.model.hits:
            self.table.setFocus()
            return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "open_button"):
            self.open_button.setIcon(icon("read"))

    def _make_list(self) -> QListView:
        made = QListView()
        made.setAccessibleName("Clauses found")
        made.setModel(self.model)
        made.setItemDelegate(HitDelegate(made))
        made.setUniformItemSizes(True)
        made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.selectionModel().currentChanged.connect(lambda *_: self._show_selected())
        made.activated.connect(lambda _: self._open())
        self.search.installEventFilter(self)
        return made

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.search, stretch=1)
        row.addWidget(self.button)
        row.addWidget(self.where)
        return row

    def _detail(self) -> QFrame:
        self.place = label(step=Type.STRONG, wrap=True)
        self.heading = label(step=Type.CAPTION, muted=True, wrap=True)
        self.words = MarkedText("The clause in full")
        self.open_button = QPushButton("Read in context")
        self.open_button.setIcon(icon("read"))
        self.open_button.setToolTip("Show the clause in its document (Enter in the list)")
        self.open_button.clicked.connect(self._open)
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_button)
        buttons.addStretch(1)
        for line in (self.place, self.heading):
            line.setIndent(TEXT_INDENT)
        card = _card(self.place, self.heading, self.words)
        layout = card.layout()
        assert isinstance(layout, QVBoxLayout)  # noqa: S101 - it is the one made below
        layout.setStretchFactor(self.words, 1)
        layout.addLayout(buttons)
        return card

    def _show_hits(self) -> None:
        wanted = _WHERE[self.where.currentText()]
        kinds = self._kinds
        hits = [
            hit_of(found, self._query, kind=words.DOCUMENT_KINDS[kinds[found.document]])
            for found in self._found
            if found.document in kinds and wanted in (None, kinds[found.document].is_source)
        ]
        self.model.set_hits(hits)
        self.results.setCurrentIndex(0 if hits else 1)
        self.hint.setText(_NOTHING if self._query else _HINT)
        nearest = f"{words.count(len(hits), 'clause')} found for “{self._query}”, nearest first"
        self.count.setText(nearest if self._query else "")
        if hits:
            self.table.setCurrentIndex(self.model.index(0))
        self._show_selected()

    def _show_selected(self) -> None:
        hit = self.selected()
        self.place.setText(hit.place if hit else "")
        self.heading.setText(
            " · ".join(part for part in (hit.kind, hit.heading, hit.how) if part) if hit else ""
        )
        self.words.show_text(hit.text if hit else "", hit.spans if hit else ())
        self.open_button.setEnabled(hit is not None)

    def _open(self) -> None:
        hit = self.selected()
        if hit is not None:
            self.open_clause.emit(hit.document, hit.clause)


def _card(*widgets: QWidget) -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(10, 10, 8, 8)
    layout.setSpacing(4)
    for widget in widgets:
        layout.addWidget(widget)
    return card
