"""A user who has no mouse: keys go where the focus is, dialogs are answered by typing."""

from collections.abc import Callable

from policycheck_ui.actions import ACTIONS, MENUS
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

SHORTCUTS = {spec.id: spec.shortcut for spec in ACTIONS if spec.shortcut}
LIST_KEYS = {spec.id: spec.list_key for spec in ACTIONS if spec.list_key}
LOOKS_EVERY = 50  # milliseconds between two looks at whether a dialog is open
PATIENCE = 60_000  # milliseconds for something that only the window has to do


class Keyboard:
    """Presses keys on whatever has the focus, and nothing else."""

    def __init__(self, qtbot, window) -> None:
        self._qtbot = qtbot
        self._window = window

    def press(self, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self._focus(), key, modifiers)

    def type(self, text: str) -> None:
        QTest.keyClicks(self._focus(), text)

    def shortcut(self, action: str) -> None:
        """Press an action's shortcut."""
        QTest.keySequence(self._focus(), QKeySequence(SHORTCUTS[action]))

    def shortcut_of(self, action: QAction) -> None:
        """Press the shortcut that an action has in the window."""
        QTest.keySequence(self._focus(), action.shortcut())

    def tab_to(self, name: str, *, at_most: int = 60) -> None:
        """Press Tab until the widget of that accessible name has the focus."""
        passed = []
        for _ in range(at_most):
            here = self._focus()
            if here.accessibleName() == name:
                return
            passed.append(here.accessibleName() or here.metaObject().className())
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {name}, only to {passed}")

    def menu(self, action: str) -> None:
        """Open the menu bar with Alt, go to an action with the arrows, and press Enter."""
        bar = self._window.menuBar().actions()
        wanted = next(n for n, (_, names) in enumerate(MENUS) if action in names)
        self.press(getattr(Qt.Key, f"Key_{mnemonic(bar[0].text())}"), Qt.KeyboardModifier.AltModifier)
        for step in range(wanted + 1):
            menu = bar[step].menu()
            self._wait(lambda menu=menu: QApplication.activePopupWidget() is menu)
            if step < wanted:
                self._leave(menu)
        self._choose(bar[wanted].menu(), self._window.actions_by_id[action])

    def answer(self, path: object) -> list[QWidget]:
        """Answer the dialog that opens next and asks for a path; the list returned holds it once it is answered.

        The system's own dialogs hold up whoever opens them, so this is said before, not after.
        """
        answered: list[QWidget] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None or not isinstance(QApplication.focusWidget(), QLineEdit):
                QTimer.singleShot(LOOKS_EVERY, look)
                return
            self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            self.type(str(path))
            answered.append(dialog)
            insist()

        def insist() -> None:  # the list of completions may swallow the first Enter
            if QApplication.activeModalWidget() is answered[0]:
                self.press(Qt.Key.Key_Return)
                QTimer.singleShot(LOOKS_EVERY, insist)

        QTimer.singleShot(LOOKS_EVERY, look)
        return answered

    def accept_dialog(self) -> None:
        """Answer the program's question with Enter: what it suggests is right."""
        self._wait(lambda: QApplication.activeModalWidget() is not None and self._focus().window().isModal())
        dialog = QApplication.activeModalWidget()
        self.press(Qt.Key.Key_Return)
        self._wait(lambda: QApplication.activeModalWidget() is not dialog)

    def _focus(self) -> QWidget:
        """Return what would get a key now; the window gets the focus back, where no window manager is to do it."""
        popup, active = QApplication.activePopupWidget(), QApplication.activeWindow()
        if popup is not None:
            return popup
        if active is None or not active.isVisible():
            (QApplication.activeModalWidget() or self._window).activateWindow()
            self._wait(lambda: QApplication.focusWidget() is not None)
        return QApplication.focusWidget() or QApplication.activeWindow()

    def _leave(self, menu: QMenu) -> None:
        """Go to the menu on the right; from an entry that opens a menu, Right would open that one instead."""
        chosen = menu.activeAction()
        if chosen is not None and chosen.menu() is not None:
            self.press(Qt.Key.Key_Up)
        self.press(Qt.Key.Key_Right)

    def _choose(self, menu: QMenu, action: object) -> None:
        for _ in range(len(menu.actions()) + 1):
            if menu.activeAction() is action:
                self.press(Qt.Key.Key_Return)
                return
            self.press(Qt.Key.Key_Down)
        raise AssertionError("the arrows do not come to the action: is it disabled?")

    def _wait(self, is_so: Callable[[], bool], timeout: int = PATIENCE) -> None:
        self._qtbot.waitUntil(is_so, timeout=timeout)


def mnemonic(text: str) -> str:
    """Return the letter that opens a menu or chooses an entry, "" where there is none."""
    return QKeySequence.mnemonic(text).toString().removeprefix("Alt+")
