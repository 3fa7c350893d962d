"""The head of a workspace: its name, who we are, whether a check is due, and the four main actions."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from policycheck_ui.snapshot import Snapshot
from policycheck_ui.theme.icons import icon
from policycheck_ui.theme.typography import Type
from policycheck_ui.widgets.labels import IconLabel, label

ROLES_SHOWN = 3


class Header(QFrame):
    """The strip above the views."""

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.setObjectName("header")
        self.name = label(step=Type.HEADING)
        self.roles = label(muted=True, wrap=True)
        self.stale = IconLabel("warning", "medium", "")
        self.check_button = _button(actions["check"])
        self.check_button.setProperty("primary", True)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.name)
        names.addWidget(self.roles)
        self._about, self._actions = QWidget(), QWidget()
        about = _row(self._about)
        about.addLayout(names, stretch=1)
        about.addWidget(self.stale)
        add = _menu_button("Add documents", ("add_files", "add_folder"), actions)
        forms = (
            "export_xlsx",
            "export_html",
            "export_csv",
            "export_json",
            "export_findings",
            "export_matrix",
        )
        export = _menu_button("Export", forms, actions)
        row = _row(self._actions)
        for button in (add, _button(actions["roles"]), export, self.check_button):
            row.addWidget(button)
        row.addStretch(1)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(16, 10, 16, 10)
        self._layout.setSpacing(10)
        self._layout.addWidget(self._about, stretch=1)
        self._layout.addWidget(self._actions)
        self._drawn = {"add": add, "export": export}
        self._draw()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a workspace's name and state."""
        self.name.setText(snapshot.path.stem)
        self.name.setToolTip(str(snapshot.path))
        self.roles.setText(_roles(snapshot.roles))
        self.roles.setToolTip("\n".join(snapshot.roles))
        has_been_checked = bool(snapshot.coverage or snapshot.findings)
        due = "Changed since the last check" if has_been_checked else "Not checked yet"
        self.stale.say("warning", "medium", due)
        self.stale.setVisible(snapshot.is_stale and bool(snapshot.documents))
        self._turn()

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as the buttons alone: with large text they go below the name."""
        margins = self._layout.contentsMargins()
        width = self._actions.minimumSizeHint().width() + margins.left() + margins.right()
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """Put the buttons beside the name where there is room for both in one line, else below it."""
        lines = [part.fontMetrics().horizontalAdvance(part.text()) for part in (self.name, self.roles)]
        stale = 0 if self.stale.isHidden() else self.stale.sizeHint().width() + 10
        needed = max(lines) + stale + self.minimumSizeHint().width() + 20
        direction = QBoxLayout.Direction
        wanted = direction.LeftToRight if needed <= self.width() else direction.TopToBottom
        if wanted is not self._layout.direction():
            self._layout.setDirection(wanted)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_layout"):
            self._turn()

    def _draw(self) -> None:
        for name, button in getattr(self, "_drawn", {}).items():
            button.setIcon(icon(name))


def _roles(roles: tuple[str, ...]) -> str:
    if not roles:
        return "Every duty counts as ours: say who we are to narrow it down"
    more = f" and {len(roles) - ROLES_SHOWN} more" if len(roles) > ROLES_SHOWN else ""
    return f"We are: {', '.join(roles[:ROLES_SHOWN])}{more}"


def _row(holder: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    return row


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def _menu_button(text: str, ids: tuple[str, ...], actions: Mapping[str, QAction]) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setAccessibleName(text)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    menu = QMenu(button)
    menu.addActions([actions[name] for name in ids])
    button.setMenu(menu)
    return button
