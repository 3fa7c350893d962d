"""Builds the menu bar from the list of menus."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from policycheck.settings import SETTINGS
from policycheck_ui.actions import MENUS

THEMES = next(setting.choices for setting in SETTINGS if setting.name == "scheme")


def build_menus(bar: QMenuBar, actions: Mapping[str, QAction], menus: Mapping[str, QMenu]) -> None:
    """Fill the menu bar; a name in `menus` stands for a menu within a menu, "" for a line."""
    for title, names in MENUS:
        menu = bar.addMenu(title)
        menu.setToolTipsVisible(True)
        for name in names:
            if not name:
                menu.addSeparator()
            elif name in menus:
                menu.addMenu(menus[name])
            else:
                menu.addAction(actions[name])


def theme_menu(chosen: str, choose: Callable[[str], object]) -> QMenu:
    """Return the menu of themes with the one in use ticked."""
    menu = QMenu("&Theme")
    group = QActionGroup(menu)
    for scheme, text in THEMES.items():
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setData(scheme)
        action.triggered.connect(lambda _checked=False, scheme=scheme: choose(scheme))
        group.addAction(action)
    tick_theme(menu, chosen)
    return menu


def tick_theme(menu: QMenu, chosen: str) -> None:
    """Tick the theme in use."""
    for action in menu.actions():
        action.setChecked(action.data() == chosen)


def fill_recent(menu: QMenu, paths: Sequence[Path], choose: Callable[[Path], object]) -> None:
    """List the workspaces used last in a menu."""
    menu.clear()
    for path in paths:
        action = menu.addAction(f"{path.stem}  ({path.parent})".replace("&", "&&"))
        action.triggered.connect(lambda _checked=False, path=path: choose(path))
    menu.setEnabled(bool(paths))
