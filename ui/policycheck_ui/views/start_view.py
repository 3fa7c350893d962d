"""The first page: start a workspace, go on with one, or try the sample."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QColor, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from policycheck_ui.theme.appearance import tones
from policycheck_ui.theme.icons import icon
from policycheck_ui.theme.typography import Type
from policycheck_ui.widgets.flow import Flow
from policycheck_ui.widgets.labels import label

_PROMISE = (
    "Checks your policies against the law they must follow, and against each other. "
    "It shows evidence, reasons and how sure it is; you decide. Nothing leaves this computer."
)
_DROP = "Files and folders can be dropped anywhere in this window."
_LETTERS = 92  # the width of the column
ROWS_SHOWN = 6
_PATH, _IS_GONE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class StartView(QWidget):
    """Three ways to begin, and the workspaces used last; one that is gone can be located."""

    recent_chosen = Signal(object)
    locate_wanted = Signal(object)
    forget_wanted = Signal(object)

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self._column = QWidget()
        layout = QVBoxLayout(self._column)
        layout.setSpacing(12)
        layout.addWidget(label("policycheck", Type.TITLE))
        layout.addWidget(label(_PROMISE, muted=True, wrap=True))
        layout.addSpacing(12)
        layout.addLayout(_buttons([actions["new"], actions["open"], actions["sample"]]))
        layout.addWidget(label(_DROP, muted=True, wrap=True))
        layout.addSpacing(16)
        self.recent_title = label("Recent workspaces", Type.STRONG)
        self.recent = self._make_list()
        layout.addWidget(self.recent_title)
        layout.addWidget(self.recent, stretch=0)
        layout.addStretch(1)  # takes the room where there is no recent workspace
        inside = QWidget()
        centred = QVBoxLayout(inside)
        centred.setContentsMargins(24, 64, 24, 24)
        centred.addWidget(self._column, stretch=1, alignment=Qt.AlignmentFlag.AlignHCenter)
        area = QScrollArea()
        area.setAccessibleName("Start")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List the workspaces used last; those that are not where they were are greyed and say so."""
        self.recent.clear()
        for path in paths:
            self.recent.addItem(_item(path))
        self.recent.setFixedHeight(min(len(paths), ROWS_SHOWN) * self.recent.sizeHintForRow(0) + 6)
        for widget in (self.recent_title, self.recent):
            widget.setVisible(bool(paths))

    def context_menu(self) -> QMenu:
        """Return what can be done with the workspace selected in the list."""
        menu, item = QMenu(self), self.recent.currentItem()
        if item is not None:
            path = item.data(_PATH)
            if item.data(_IS_GONE):
                menu.addAction("Locate…").triggered.connect(lambda: self.locate_wanted.emit(path))
            else:
                menu.addAction("Open").triggered.connect(lambda: self.recent_chosen.emit(path))
            menu.addAction("Take off the list").triggered.connect(lambda: self.forget_wanted.emit(path))
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._column.setFixedWidth(min(self.fontMetrics().averageCharWidth() * _LETTERS, self.width() - 64))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "recent"):
            self.show_recent([self.recent.item(row).data(_PATH) for row in range(self.recent.count())])

    def _make_list(self) -> QListWidget:
        made = QListWidget()
        made.setAccessibleName("Recent workspaces")
        made.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.itemActivated.connect(self._choose)
        made.itemClicked.connect(self._choose)
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        made.customContextMenuRequested.connect(self._open_menu)
        return made

    def _open_menu(self, where: QPoint) -> None:
        self.context_menu().popup(self.recent.viewport().mapToGlobal(where))

    def _choose(self, item: QListWidgetItem) -> None:
        chosen = self.locate_wanted if item.data(_IS_GONE) else self.recent_chosen
        chosen.emit(item.data(_PATH))


def _item(path: Path) -> QListWidgetItem:
    is_gone = not path.exists()
    said = f"{path.stem} – not found. Locate…" if is_gone else path.stem
    item = QListWidgetItem(f"{said}\n{path.parent}")
    item.setData(_PATH, path)
    item.setData(_IS_GONE, is_gone)
    item.setToolTip(
        f"{path}\nIt is not there any more: choose it to say where it is now." if is_gone else str(path)
    )
    item.setIcon(icon("missing" if is_gone else "folder", "muted"))
    if is_gone:
        item.setForeground(QColor(tones().muted))
    return item


def _buttons(actions: Sequence[QAction]) -> Flow:
    row = Flow(10)
    for action in actions:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setMinimumHeight(40)
        row.add(button)
    return row
