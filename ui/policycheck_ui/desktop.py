"""The application around the window: theme, uncaught errors, the workspace given at the start."""

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from policycheck_ui.errors import describe
from policycheck_ui.helping import offer_tour
from policycheck_ui.logbook import keep_log
from policycheck_ui.main_window import MainWindow
from policycheck_ui.model import warm_up
from policycheck_ui.preferences import Preferences
from policycheck_ui.session import Session
from policycheck_ui.theme.appearance import dress, follow_system

_WARM_UP_AFTER = 1500  # milliseconds: the window is up and drawn first


def application() -> QApplication:
    """Return the application, made on first call."""
    running = QCoreApplication.instance()
    if isinstance(running, QApplication):
        return running
    app = QApplication(["policycheck"])
    app.setApplicationName("policycheck")
    app.setOrganizationName("policycheck")
    app.setApplicationDisplayName("policycheck")
    app.setDesktopFileName("policycheck")
    return app


def open_window(workspace_path: Path | None) -> int:
    """Show the window, open the workspace if one is given, and run until it closes."""
    app = application()
    preferences = Preferences()
    keep_log(preferences.log_folder(), preferences.settings().log_detail)
    dress(app, preferences.scheme, scale=preferences.scale)
    window = MainWindow(preferences)
    follow_system(app, lambda: dress(app, preferences.scheme, scale=preferences.scale))
    _show_uncaught_errors_in(window)
    window.show()
    offer_tour(window)
    session = Session(window, preferences)
    app.aboutToQuit.connect(session.end)
    if workspace_path is not None:
        window.open(workspace_path)
    elif not session.recover():
        last = last_workspace(preferences)
        if last is not None:
            window.open(last)
    QTimer.singleShot(_WARM_UP_AFTER, warm_up)
    return app.exec()


def last_workspace(preferences: Preferences) -> Path | None:
    """Return the workspace to start with where none is named: the last, if the user wants that."""
    recent = preferences.recent() if preferences.settings().reopen_last else []
    return recent[0] if recent else None


def _show_uncaught_errors_in(window: MainWindow) -> None:
    def show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            QApplication.quit()
        else:
            window.show_notice(describe(error))

    sys.excepthook = show
