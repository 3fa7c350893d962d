"""What narrows the list of findings: words, chips by facet, an order, and filters kept under a name."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu, QVBoxLayout, QWidget

from policycheck_ui.models.facets import BY_ID, FACETS
from policycheck_ui.models.findings_filter import AS_RANKED, Wanted
from policycheck_ui.models.findings_index import FindingsIndex
from policycheck_ui.models.findings_model import COLUMNS
from policycheck_ui.saved_views import SavedViews
from policycheck_ui.widgets.filter_chips import Chip, FilterChips
from policycheck_ui.widgets.flow import Flow
from policycheck_ui.widgets.labels import label
from policycheck_ui.widgets.menu_button import MenuButton

VALUES_OFFERED = 40  # a longer menu cannot be read; the search box finds the rest
AS_RANKED_WORDS = "As ranked: gravest and surest first"


class FilterBar(QWidget):
    """Asks for another filter through `changed`; shows the one in use."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.views = SavedViews(None)
        self._wanted = Wanted()
        self._found = FindingsIndex((), kinds={})
        self.search = QLineEdit()
        self.search.setPlaceholderText("Filter by any words")
        self.search.setAccessibleName("Filter the findings")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._type)
        self.view_button = MenuButton("View", "View: a filter kept under a name", self._fill_views)
        self.add_button = MenuButton("Add filter", "Add a filter", self._fill_facets)
        self.sort_button = MenuButton("Sort", "Sort the findings", self._fill_sorts)
        self.chips = FilterChips(before=self.sort_button)
        self.chips.removed.connect(lambda facet, value: self._ask(self._wanted.toggled(facet, value)))
        self.chips.cleared.connect(lambda: self._ask(self._wanted.without_facets()))
        self.count = label(muted=True)
        row = Flow()
        row.add(self.view_button)
        row.add(self.search, stretch=True)
        for widget in (self.add_button, self.sort_button, self.count):
            row.add(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self.chips)

    def show_wanted(self, wanted: Wanted, found: FindingsIndex) -> None:
        """Show the filter in use on these findings."""
        self._wanted, self._found = wanted, found
        if self.search.text() != wanted.text:
            self.search.blockSignals(True)  # it is what is wanted already
            self.search.setText(wanted.text)
            self.search.blockSignals(False)
        self.chips.show_chips(_chips(wanted, found))
        self.view_button.setText(f"View: {self.views.name_of(wanted) or 'not saved'}")
        self.sort_button.setText(_sort_words(wanted))

    def save_view(self, name: str) -> None:
        """Keep the filter in use under a name."""
        self.views.save(name, self._wanted)
        self.show_wanted(self._wanted, self._found)

    def _ask(self, wanted: Wanted) -> None:
        self.changed.emit(wanted)

    def _type(self, text: str) -> None:
        self._ask(self._wanted.with_text(text))

    def _fill_views(self, menu: QMenu) -> None:
        now = self.views.name_of(self._wanted)
        for name, wanted in self.views.all().items():
            if name in self.views.own and name == next(iter(self.views.own)):
                menu.addSeparator()
            action = menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(name == now)
            action.triggered.connect(partial(self._choose_view, wanted))
        menu.addSeparator()
        menu.addAction("&Save this view…").triggered.connect(lambda _=False: self._ask_name())
        if self.views.own:
            delete = menu.addMenu("&Delete a view")
            for name in self.views.own:
                delete.addAction(name).triggered.connect(partial(self._delete_view, name))

    def _choose_view(self, wanted: Wanted, _checked: bool = False) -> None:
        self._ask(wanted)

    def _delete_view(self, name: str, _checked: bool = False) -> None:
        self.views.delete(name)
        self.show_wanted(self._wanted, self._found)

    def _ask_name(self) -> None:
        dialog = QInputDialog(self)
        dialog.setWindowTitle("Save this view")
        dialog.setLabelText("Name of the view:")
        dialog.textValueSelected.connect(self.save_view)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _fill_facets(self, menu: QMenu) -> None:
        for facet in FACETS:
            offered = self._found.offered(facet)
            submenu = menu.addMenu(facet.title)
            submenu.setEnabled(bool(offered))
            for value, word, count in offered[:VALUES_OFFERED]:
                action = submenu.addAction(f"{word.replace('&', '&&')}  ({count:,})")
                action.setCheckable(True)
                action.setChecked(value in self._wanted.facets.get(facet.id, ()))
                action.triggered.connect(partial(self._toggle, facet.id, value))

    def _toggle(self, facet: str, value: str, _checked: bool = False) -> None:
        self._ask(self._wanted.toggled(facet, value))

    def _fill_sorts(self, menu: QMenu) -> None:
        self._add_sort(menu, AS_RANKED_WORDS, AS_RANKED, descending=False)
        menu.addSeparator()
        for number, column in enumerate(COLUMNS):
            self._add_sort(menu, column.title, number, descending=False)
        menu.addSeparator()
        turn = menu.addAction("&Backwards")
        turn.setCheckable(True)
        turn.setChecked(self._wanted.descending)
        turn.setEnabled(self._wanted.sort != AS_RANKED)
        turn.triggered.connect(
            lambda checked: self._ask(self._wanted.sorted_by(self._wanted.sort, descending=checked))
        )

    def _add_sort(self, menu: QMenu, text: str, column: int, *, descending: bool) -> None:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(self._wanted.sort == column)
        action.triggered.connect(
            lambda _=False: self._ask(self._wanted.sorted_by(column, descending=descending))
        )


def _chips(wanted: Wanted, found: FindingsIndex) -> list[Chip]:
    made = []
    for facet in FACETS:
        values = wanted.facets.get(facet.id, frozenset())
        order = [value for value in facet.words if value in values]
        for value in [*order, *sorted(values - set(order))]:
            text = f"{facet.title}: {found.word(BY_ID[facet.id], value)}"
            made.append(Chip(facet=facet.id, value=value, text=text))
    return made


def _sort_words(wanted: Wanted) -> str:
    if wanted.sort == AS_RANKED:
        return "Sort: as ranked"
    return f"Sort: {COLUMNS[wanted.sort].title.lower()}{', backwards' if wanted.descending else ''}"
