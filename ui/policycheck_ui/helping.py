"""Joins help to the window: the tour, the log and what the program stands on."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from policycheck_ui import versions
from policycheck_ui.errors import Level, Notice, describe
from policycheck_ui.logbook import empty_log, read_log
from policycheck_ui.widgets.about_dialog import AboutDialog
from policycheck_ui.widgets.log_dialog import LogDialog
from policycheck_ui.widgets.tour_panel import TourPanel

if TYPE_CHECKING:
    from policycheck_ui.main_window import MainWindow

_log = logging.getLogger(__name__)
_SETTLED = 400  # milliseconds: the window is drawn before anything is pointed at


def help_handlers(window: "MainWindow") -> dict[str, Callable[[], object]]:
    """Return what the actions of the help menu do."""
    return {
        "tour": lambda: begin_tour(window),
        "log": lambda: show_log(window),
        "about": lambda: show_about(window),
    }


def offer_tour(window: "MainWindow") -> None:
    """Begin the tour, the first time, once the window is up and again once a workspace is; note what is started."""
    window.runner.started.connect(lambda title: _log.info("Started: %s", title))
    QTimer.singleShot(_SETTLED, window, lambda: _begin_if_wanted(window))
    window.runner.idle.connect(lambda: _begin_if_wanted(window, is_open=True))


def begin_tour(window: "MainWindow") -> TourPanel:
    """Show the tour of what can be seen now, in place of one that is going on."""
    for going_on in window.findChildren(TourPanel):
        going_on.end(is_seen=True)
    panel, is_whole = TourPanel(window), window.snapshot is not None
    panel.finished.connect(lambda is_seen: _remember_tour(window, is_over=is_whole or not is_seen))
    panel.begin()
    return panel


def _begin_if_wanted(window: "MainWindow", *, is_open: bool = False) -> None:
    if window.preferences.settings().show_tour and (window.snapshot is not None or not is_open):
        begin_tour(window)


def _remember_tour(window: "MainWindow", *, is_over: bool) -> None:
    """Offer it no more once it was skipped, or the workspace was gone through; the first page alone is not all."""
    if is_over:
        window.preferences.set("show_tour", False)


def show_about(window: "MainWindow") -> AboutDialog:
    """Open the versions and licences and return the dialog."""
    dialog = AboutDialog(window)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def show_log(window: "MainWindow") -> LogDialog:
    """Open the log to be looked at and return the dialog."""
    folder = window.preferences.log_folder()
    own = versions.own()
    dialog = LogDialog(f"policycheck {own.version}. {versions.system()}.", read_log(folder), window)
    dialog.save_wanted.connect(lambda path, text: save_log(window, path, text))
    dialog.empty_wanted.connect(lambda: empty_log(folder))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def save_log(window: "MainWindow", path: Path, text: str) -> None:
    """Write what the user left of the log to a file of their choice."""
    try:
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        window.show_notice(describe(error))
    else:
        window.show_notice(
            Notice(level=Level.INFO, text=f"The log was saved as {path}.", open_path=str(path))
        )
