"""Joins the preferences to the window: what is set is in force at once, from the dialog, a menu or a key."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QMessageBox

from policycheck.settings import Value
from policycheck_ui.announce import announce
from policycheck_ui.logbook import keep_log
from policycheck_ui.menus import tick_theme
from policycheck_ui.theme.appearance import dress
from policycheck_ui.widgets.preferences_dialog import PreferencesDialog

if TYPE_CHECKING:
    from policycheck_ui.main_window import MainWindow

_STEP = 10  # per cent


def preference_handlers(window: "MainWindow") -> dict[str, Callable[[], object]]:
    """Return what the actions about looks and preferences do."""
    return {
        "preferences": lambda: ask_preferences(window),
        "larger": lambda: scale_by(window, _STEP),
        "smaller": lambda: scale_by(window, -_STEP),
        "normal_size": lambda: change(window, "scale", 100),
        "remove": lambda: remove_document(window),  # in place of the window's own, which asks nothing
    }


def ask_preferences(window: "MainWindow") -> PreferencesDialog:
    """Open the preferences and return the dialog."""
    beside = {"single_keys": window.actions_by_id["list_keys"]}
    dialog = PreferencesDialog(window.preferences.settings(), buttons=beside, parent=window)
    dialog.changed.connect(lambda name, value: change(window, name, value))
    dialog.defaults_wanted.connect(lambda: _restore(window, dialog))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def scale_by(window: "MainWindow", step: int) -> None:
    """Make the text larger or smaller by some per cent."""
    scale = window.preferences.settings().scale
    change(window, "scale", min(max(scale + step, 100), 200))


def change(window: "MainWindow", name: str, value: Value) -> None:
    """Keep a setting and put it in force."""
    if getattr(window.preferences.settings(), name) == value:
        return
    window.preferences.set(name, value)
    put_in_force(window)
    if name == "scale":
        announce(window, f"Size of text {value} per cent")


def put_in_force(window: "MainWindow") -> None:
    """Bring the window in line with what is set."""
    settings, app = window.preferences.settings(), QApplication.instance()
    if isinstance(app, QApplication):
        dress(app, settings.scheme, scale=settings.scale / 100)
    tick_theme(window.theme_menu, settings.scheme)
    for bar in window.page.decision_bars:
        bar.decider.setText(window.preferences.decider)
    window.list_keys.apply()
    keep_log(window.preferences.log_folder(), settings.log_detail)


def remove_document(window: "MainWindow") -> QMessageBox | None:
    """Take the selected document out of the workspace, asked first where the user wants that; returns the question."""
    row = window.library.selected()
    if row is None or not window.preferences.settings().confirm_remove:
        window.remove_document()
        return None
    question = f"Take “{row.title}” out of the workspace?"
    box = QMessageBox(QMessageBox.Icon.Question, "Remove a document", question, parent=window)
    box.setInformativeText("Its findings go with it. The file itself stays where it is.")
    remove = box.addButton("Remove", QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    remove.clicked.connect(window.remove_document)
    box.finished.connect(box.deleteLater)
    box.open()
    return box


def _restore(window: "MainWindow", dialog: PreferencesDialog) -> None:
    window.preferences.restore_defaults()
    put_in_force(window)
    dialog.show_settings(window.preferences.settings())
