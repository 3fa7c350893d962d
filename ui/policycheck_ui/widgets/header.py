"""The head of a workspace: its name, who we are, whether a check is due, and the four main actions."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout

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
        for one in (self.name, self.roles):  # large text wraps or is cut rather than push the buttons out
            one.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.stale = IconLabel("warning", "medium", "")
        self.check_button = _button(actions["check"])
        self.check_button.setProperty("primary", True)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.name)
        names.addWidget(self.roles)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.setSpacing(10)
        layout.addLayout(names, stretch=1)
        layout.addWidget(self.stale)
        layout.addSpacing(8)
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
        for button in (add, _button(actions["roles"]), export, self.check_button):
            layout.addWidget(button)
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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        for name, button in getattr(self, "_drawn", {}).items():
            button.setIcon(icon(name))


def _roles(roles: tuple[str, ...]) -> str:
    if not roles:
        return "Every duty counts as ours: say who we are to narrow it down"
    more = f" and {len(roles) - ROLES_SHOWN} more" if len(roles) > ROLES_SHOWN else ""
    return f"We are: {', '.join(roles[:ROLES_SHOWN])}{more}"


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
