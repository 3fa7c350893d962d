"""The first page: start a workspace, go on with one, or try the sample."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QToolButton, QVBoxLayout, QWidget

from policycheck_ui.theme.typography import Type
from policycheck_ui.widgets.labels import label

_PROMISE = (
    "Checks your policies against the law they must follow, and against each other. "
    "It shows evidence, reasons and how sure it is; you decide. Nothing leaves this computer."
)
COLUMN_WIDTH = 620
ROWS_SHOWN = 6


class StartView(QWidget):
    """Three ways to begin, and the workspaces used last."""

    recent_chosen = Signal(object)

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        column = QWidget()
        column.setFixedWidth(COLUMN_WIDTH)
        layout = QVBoxLayout(column)
        layout.setSpacing(12)
        layout.addWidget(label("policycheck", Type.TITLE))
        layout.addWidget(label(_PROMISE, muted=True, wrap=True))
        layout.addSpacing(12)
        layout.addLayout(_buttons([actions["new"], actions["open"], actions["sample"]]))
        layout.addSpacing(20)
        self.recent_title = label("Recent workspaces", Type.STRONG)
        self.recent = QListWidget()
        self.recent.setAccessibleName("Recent workspaces")
        self.recent.itemActivated.connect(self._choose)
        self.recent.itemClicked.connect(self._choose)
        layout.addWidget(self.recent_title)
        layout.addWidget(self.recent, stretch=0)
        layout.addStretch(1)  # takes the room where there is no recent workspace
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 96, 24, 48)
        outer.addWidget(column, stretch=1, alignment=Qt.AlignmentFlag.AlignHCenter)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List the workspaces used last."""
        self.recent.clear()
        for path in paths:
            item = QListWidgetItem(f"{path.stem}\n{path.parent}")
            item.setData(Qt.ItemDataRole.UserRole, path)
            self.recent.addItem(item)
        self.recent.setFixedHeight(min(len(paths), ROWS_SHOWN) * self.recent.sizeHintForRow(0) + 6)
        for widget in (self.recent_title, self.recent):
            widget.setVisible(bool(paths))

    def _choose(self, item: QListWidgetItem) -> None:
        self.recent_chosen.emit(item.data(Qt.ItemDataRole.UserRole))


def _buttons(actions: Sequence[QAction]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    for action in actions:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setMinimumHeight(40)
        row.addWidget(button)
    row.addStretch(1)
    return row
