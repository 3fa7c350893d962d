"""A button that opens a menu, made anew each time so that it never shows what was true before."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton


class MenuButton(QToolButton):
    """Opens a menu that `fill` fills when it is about to be shown."""

    def __init__(self, text: str, name: str, fill: Callable[[QMenu], object]) -> None:
        super().__init__()
        self.setText(text)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._fill = fill
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self._refill)
        self.setMenu(self._menu)

    def filled(self) -> QMenu:
        """Return the menu as it would open now."""
        self._refill()
        return self._menu

    def _refill(self) -> None:
        for submenu in self._menu.findChildren(QMenu):
            submenu.deleteLater()
        self._menu.clear()
        self._fill(self._menu)
