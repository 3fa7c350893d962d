"""The application around the window: theme, uncaught errors, the workspace given at the start."""

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from policycheck_ui.errors import describe
from policycheck_ui.main_window import MainWindow
from policycheck_ui.model import warm_up
from policycheck_ui.preferences import Preferences
from policycheck_ui.session import Session
from policycheck_ui.theme.appearance import dress

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
    dress(app, preferences.scheme)
    window = MainWindow(preferences)
    app.styleHints().colorSchemeChanged.connect(lambda _: dress(app, preferences.scheme))
    _show_uncaught_errors_in(window)
    window.show()
    session = Session(window, preferences)
    app.aboutToQuit.connect(session.end)
    if workspace_path is not None:
        window.open(workspace_path)
    else:
        session.recover()
    QTimer.singleShot(_WARM_UP_AFTER, warm_up)
    return app.exec()


def _show_uncaught_errors_in(window: MainWindow) -> None:
    def show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            QApplication.quit()
        else:
            window.show_notice(describe(error))

    sys.excepthook = show
